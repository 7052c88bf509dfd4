package org.schoolbell.district.portal.choice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.schoolbell.district.notice.Preview;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.portal.Reader;
import org.schoolbell.district.portal.Student;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Chosen;
import org.schoolbell.district.preference.Preset;
import org.schoolbell.district.text.Rendered;

/**
 * What the template of the page is given.
 *
 * @param student whom it is about
 * @param below the threshold as the field shows it
 * @param refused whether that is no percent
 * @param obstacle why nothing of the kind can come; null if it can
 * @param device what the server knows of this device
 * @param pushEnabled the district's switch
 * @param saved whether the form was saved just before
 */
public record ChoicesView(Reader reader, Student student, Chosen chosen, String below, boolean refused, @Nullable Obstacle obstacle,
		List<Preview.Told> told, Examples examples, Device device, boolean pushEnabled, boolean saved) {
	/** The address of the page and of its form. */
	public static final String PATH = "/settings/notifications";
	/** The page above it. */
	public static final String SETTINGS = "/settings";
	private static final String OFFER = "choice.preset.";
	/** So many of the preview are listed. */
	private static final int LISTED = 20;

	/** What the server knows of the device on which the page is read. */
	public record Device(boolean staysLoggedIn, boolean pushOn) {}

	/**
	 * A preset as the page offers it.
	 *
	 * @param value as the form names it
	 * @param key of its text
	 * @param open whether it is shown: somebody's own switches are, once there are some
	 */
	public record Offer(String value, String key, boolean open) {}

	/** @return the presets in their order, and after them what is none */
	public List<Offer> offers() {
		List<Offer> offers = new ArrayList<>();
		for (Preset preset : Preset.values()) {
			offers.add(new Offer(preset.name(), switch (preset) {
				case EVERYTHING -> OFFER + "everything";
				case ONLY_WHAT_NEEDS_ME -> OFFER + "needs";
				case OFF -> OFFER + "off";
			}, true));
		}
		offers.add(new Offer(ChoiceForm.OWN, OFFER + "own", preset().equals(ChoiceForm.OWN)));
		return offers;
	}

	/** @return what is chosen about this student */
	public Choice choice() {
		return chosen.assignments();
	}

	/** @return the preset that the switches are, as the form names it */
	public String preset() {
		return chosen.preset().map(Preset::name).orElse(ChoiceForm.OWN);
	}

	/** @return the example, if something is told */
	public Optional<Rendered> example() {
		return examples.of(choice());
	}

	/** @return what comes, in a sentence */
	public String summary(Texts t) {
		BigDecimal below = choice().below();
		if (!choice().on()) {
			return t.of("choice.summary.off");
		}
		if (below == null) {
			return t.of(choice().missing() ? "choice.summary.every" : "choice.summary.every.only");
		}
		return t.of(choice().missing() ? "choice.summary.below" : "choice.summary.below.only", "percent", t.percent(below));
	}

	/** @return those of the preview that are listed */
	public List<Preview.Told> listed() {
		return told.subList(0, Math.min(LISTED, told.size()));
	}

	/** @return the percents from 0 to 100 as this language writes them, as JSON for the page's script */
	public String percents(Texts t) {
		return Percents.json(t);
	}

	/** @return the threshold as this language writes it */
	public String percent(Texts t) {
		BigDecimal now = choice().below();
		return t.percent(now == null ? BigDecimal.valueOf(Percents.PROPOSED) : now);
	}

	/** @return the languages to choose from, BCP 47 */
	public List<String> languages() {
		return Texts.tags();
	}

	/** @return the number at which the slider stands */
	public int slider() {
		BigDecimal now = choice().below();
		return now == null ? Percents.PROPOSED : now.intValue();
	}
}
