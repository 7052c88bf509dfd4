@NullMarked
package org.schoolbell.sandbox.webpush;

import org.jspecify.annotations.NullMarked;
