/**
 * The certificates and keys that the stand-ins make for themselves, in a folder, on the first start. In comes the folder; out go the files' paths.
 */
@NullMarked
package org.schoolbell.sandbox.tls;

import org.jspecify.annotations.NullMarked;
