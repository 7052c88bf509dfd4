/**
 * What all pages share: layouts and components (templates in {@code src/main/jte/page}), the style sheet and icons, the texts of pages, navigation.
 * It knows no feature: each brings its entries of the navigation, and account the person who is signed in. Finished pages go out.
 */
@NullMarked
package org.schoolbell.district.page;

import org.jspecify.annotations.NullMarked;
