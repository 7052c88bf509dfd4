/**
 * What a notice says, in each family's language (ICU message format, one file a language).
 */
@NullMarked
package org.schoolbell.district.text;

import org.jspecify.annotations.NullMarked;
