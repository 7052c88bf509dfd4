@NullMarked
package org.schoolbell.sandbox.apns;

import org.jspecify.annotations.NullMarked;
