/**
 * The REST API v1 of the district, for integrators. Requests come in and go to the modules that own the records; problem details go out.
 */
@NullMarked
package org.schoolbell.district.api;

import org.jspecify.annotations.NullMarked;
