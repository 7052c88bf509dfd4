package org.schoolbell.district.preference;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.schoolbell.district.account.AccountLanguages;
import org.schoolbell.district.audit.Change;
import org.schoolbell.district.audit.Origin;
import org.schoolbell.district.audit.Trail;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;

/**
 * A person's settings for a student, as pages and the API read and save them. Each change is in the audit trail, and concerns later events only: what
 * was told is not taken back, and what was not told is not told later. Thread-safe.
 */
@Component
public class ChosenSettings {
	/** What the audit trail calls this. */
	public static final String TOOL = "notification-choices";

	private final ChoiceRows rows;
	private final LockScreens lockScreens;
	private final Languages languages;
	private final AccountLanguages accountLanguages;
	private final Trail trail;

	ChosenSettings(ChoiceRows rows, LockScreens lockScreens, Languages languages, AccountLanguages accountLanguages, Trail trail) {
		this.rows = rows;
		this.lockScreens = lockScreens;
		this.languages = languages;
		this.accountLanguages = accountLanguages;
		this.trail = trail;
	}

	/** @return what holds, or what does where nothing was chosen; three statements */
	@Transactional(readOnly = true)
	public Chosen of(PersonId person, PersonId student) {
		return new Chosen(rows.of(person, student, Kind.ASSIGNMENTS), lockScreens.hidingDetails(Set.of(person)).contains(person),
				Objects.requireNonNull(languages.of(Set.of(person)).get(person)));
	}

	/** Saves what of it is another than before, in one transaction with its lines of the audit trail. */
	@Transactional
	public void save(Chosen wanted, Origin origin) {
		Choice choice = wanted.assignments();
		PersonId person = choice.person();
		Chosen before = of(person, choice.student());
		if (!before.assignments().equals(choice)) {
			saveChoice(choice, origin);
		}
		if (before.hidesDetails() != wanted.hidesDetails()) {
			lockScreens.hideDetails(person, wanted.hidesDetails());
			audit(origin, person.value() + "/hide-details", Boolean.toString(before.hidesDetails()),
					Boolean.toString(wanted.hidesDetails()));
		}
		if (!before.language().equals(wanted.language())) {
			saveLanguage(person, before.language(), wanted.language(), origin);
		}
	}

	/** What was there before is what this write has replaced, whatever somebody else wrote since it was read. */
	private void saveChoice(Choice choice, Origin origin) {
		String before = words(rows.replace(choice));
		String after = words(choice);
		if (!before.equals(after)) {
			audit(origin, choice.person().value() + "/" + choice.student().value() + "/" + choice.kind().name(), before, after);
		}
	}

	private void saveLanguage(PersonId person, Locale before, Locale after, Origin origin) {
		languages.save(Map.of(person, after));
		accountLanguages.choose(person, after.toLanguageTag());
		audit(origin, person.value() + "/language", before.toLanguageTag(), after.toLanguageTag());
	}

	private void audit(Origin origin, String thing, String before, String after) {
		trail.append(origin, new Change(TOOL, thing, before, after));
	}

	private static String words(Choice choice) {
		String below = choice.below() == null ? "all" : choice.below().toPlainString();
		return "on=" + choice.on() + ",below=" + below + ",missing=" + choice.missing();
	}
}
