@NullMarked
package org.schoolbell.sandbox;

import org.jspecify.annotations.NullMarked;
