package org.schoolbell.district.gradebook.page;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.gradebook.Reach;
import org.schoolbell.district.roster.TaughtSection;

/**
 * What the template of the form is given.
 *
 * @param action where it is sent
 * @param isNew whether the assignment is not there yet
 * @param categories by number, in the order of their titles
 * @param token made for this form, or when the assignment was changed last
 * @param errors the key of a text for each field that is wrong
 * @param theirs what somebody else has saved meanwhile
 * @param reached whom saving it would tell, to be asked before
 */
public record AssignmentView(TaughtSection section, String action, boolean isNew, AssignmentForm form, Map<Long, String> categories,
		LocalDate first, LocalDate last, String token, Map<String, String> errors, @Nullable AssignmentForm theirs,
		Reach.@Nullable People reached) {
	/** @return the key of what is wrong with this field */
	public Optional<String> error(String field) {
		return Optional.ofNullable(errors.get(field));
	}

	/** @return the title of the category that a form has chosen, empty for none */
	public String category(AssignmentForm of) {
		return categories.entrySet().stream().filter(each -> each.getKey().toString().equals(of.category())).map(Map.Entry::getValue)
				.findFirst().orElse("");
	}
}
