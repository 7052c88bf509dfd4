/**
 * Accounts and API clients: who may call, and with which scopes. Clients come in from the operator; access tokens go out.
 */
@NullMarked
package org.schoolbell.district.account;

import org.jspecify.annotations.NullMarked;
