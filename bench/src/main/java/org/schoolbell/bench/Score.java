package org.schoolbell.bench;

import java.math.BigDecimal;

/** A score as the API takes it. */
record Score(String assignment, String student, BigDecimal points) {}
