/**
 * What can happen at school, in order: {@link org.schoolbell.district.event.SchoolEvent}, one record per thing that can happen, and its subject.
 * Pure types without a framework; the log's SQL is in {@code event.log}. Records append events in their own transaction; the notice module
 * claims them.
 */
@NullMarked
package org.schoolbell.district.event;

import org.jspecify.annotations.NullMarked;
