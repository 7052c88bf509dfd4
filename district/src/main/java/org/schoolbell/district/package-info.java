/** The district server: school records, the notification logic, staff pages and portals. Each package below is a feature that owns its records and its PostgreSQL schema. */
@NullMarked
package org.schoolbell.district;

import org.jspecify.annotations.NullMarked;
