/**
 * The relay: carries pushes from districts to providers, and receipts back. It keeps nothing on disk and may be killed or doubled at any moment.
 *
 * <p>This package only starts it: configuration comes in, {@code broker}, {@code delivery} and one package for each provider come out wired, and
 * health pages look at them.
 */
@NullMarked
package org.schoolbell.relay;

import org.jspecify.annotations.NullMarked;
