@NullMarked
package org.schoolbell.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
