/** See the module's description; filled in as its rooms are built. */
@NullMarked
package org.schoolbell.relay;

import org.jspecify.annotations.NullMarked;
