/**
 * What a notice says, in each family's language, and the messages it is made of (ICU message format, one file a language), which pages use as well.
 */
@NullMarked
package org.schoolbell.district.text;

import org.jspecify.annotations.NullMarked;
