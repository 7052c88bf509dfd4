package org.schoolbell.district.api;

import java.util.List;

/** The answer to a batch: one result an item, in the items' order. */
record Results(List<Result> results) {}
