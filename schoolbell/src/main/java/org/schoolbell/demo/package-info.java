/**
 * The demo: database, broker, sandbox, relay and district in one process, wired to each other and filled with a made-up district on first start. In comes a
 * data folder; out come addresses and credentials, on the console and in a file. It alone decides in which order the parts start and stop.
 */
@NullMarked
package org.schoolbell.demo;

import org.jspecify.annotations.NullMarked;
