/**
 * The sandbox: a role that plays the world outside, for demos, tests and load. It starts the stand-ins for the push services, offers
 * over HTTP the phones, what reached them and the faults to suffer, and shows the phones on a page. It is never part of production.
 */
@NullMarked
package org.schoolbell.sandbox;

import org.jspecify.annotations.NullMarked;
