@NullMarked
package org.schoolbell.sandbox.tls;

import org.jspecify.annotations.NullMarked;
