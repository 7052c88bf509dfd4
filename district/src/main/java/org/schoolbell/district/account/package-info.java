/**
 * Accounts of people and of API clients: who may sign in or call, and as what. Usernames with passwords, activation keys and clients' secrets come in;
 * web sessions, which go on where somebody stays logged in, with {@link org.schoolbell.district.account.SignedIn} for every request of a page, and access tokens go out.
 */
@NullMarked
package org.schoolbell.district.account;

import org.jspecify.annotations.NullMarked;
