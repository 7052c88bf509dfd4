package org.schoolbell.sandbox.sample;

import java.util.List;

/**
 * A kind of assignment, with its weight in percent.
 *
 * @param assignment
 *            what one of its assignments is called
 */
record Category(String sourcedId, String title, String assignment, int weight) {
	static final Category HOMEWORK = new Category("category-homework", "Homework", "Homework", 20);
	static final Category QUIZZES = new Category("category-quizzes", "Quizzes", "Quiz", 30);
	static final Category TESTS = new Category("category-tests", "Tests", "Unit test", 35);
	static final Category PROJECTS = new Category("category-projects", "Labs and projects", "Lab report", 15);
	static final List<Category> ALL = List.of(HOMEWORK, QUIZZES, TESTS, PROJECTS);
}
