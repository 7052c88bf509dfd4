package org.schoolbell.district.oracle;

/** The rules in the order in which they are asked: of those that do not pass, the first names the reason. */
enum Rule {
	SILENT(Stage.EVENT), OVERTAKEN(Stage.EVENT), WITHDRAWN(Stage.EVENT), NOT_ACTIVE_YEAR(Stage.EVENT), NOT_ENROLLED(
			Stage.EVENT), NOT_ON_ROSTER(Stage.EVENT), PORTAL_DISABLED(Stage.EVENT), NOT_PUBLISHED(Stage.EVENT), NOT_COUNTED(Stage.EVENT),

	NO_ACCESS(Stage.INBOX), TOOL_HIDDEN(Stage.INBOX), OWN_ACT(Stage.INBOX), KIND_OFF(Stage.INBOX), ABOVE_THRESHOLD(Stage.INBOX),

	PUSH_DISABLED(Stage.PUSH), TOO_OLD(Stage.PUSH), NO_DEVICE(Stage.PUSH);

	private final Stage stage;

	Rule(Stage stage) {
		this.stage = stage;
	}

	/** Which question a rule helps to answer. */
	enum Stage {
		/** Is there anything to tell? If not, for everyone. */
		EVENT,
		/** Who is told? Whoever is not gets nothing at all. */
		INBOX,
		/** How does it reach them? The inbox has it already. */
		PUSH
	}

	Stage stage() {
		return stage;
	}
}
