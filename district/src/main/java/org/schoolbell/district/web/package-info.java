/**
 * What all pages and APIs share: the form of a body, of a refusal and of an error. Who may ask for what is {@code account}'s to say.
 */
@NullMarked
package org.schoolbell.district.web;

import org.jspecify.annotations.NullMarked;
