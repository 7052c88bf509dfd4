/**
 * What all pages and APIs share: problem details, security headers, the security chain.
 */
@NullMarked
package org.schoolbell.district.web;

import org.jspecify.annotations.NullMarked;
