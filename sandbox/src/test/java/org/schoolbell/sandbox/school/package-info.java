@NullMarked
package org.schoolbell.sandbox.school;

import org.jspecify.annotations.NullMarked;
