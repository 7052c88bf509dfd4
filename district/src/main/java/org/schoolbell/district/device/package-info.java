/**
 * Phones and the Stay Logged In sessions that let them be told: one question, one room.
 * Sign-ins, tokens that come back and push addresses come in; who stays logged in where, and the devices that may be told now with their addresses, go
 * out. Nothing here appears in a log: whoever has a push address can push, and whoever has a token is signed in.
 */
@NullMarked
package org.schoolbell.district.device;

import org.jspecify.annotations.NullMarked;
