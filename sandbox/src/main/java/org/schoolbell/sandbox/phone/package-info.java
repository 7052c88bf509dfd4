/**
 * The simulated phones. In come registrations, over {@code /phones} or from other code in this process; out goes the answer to "whose
 * phone is this token, and is it still there?", which the stand-ins ask for each push. A phone is kept until the process ends.
 */
@NullMarked
package org.schoolbell.sandbox.phone;

import org.jspecify.annotations.NullMarked;
