/**
 * What makes the family's pages an app: its manifest and worker, the page for when there is no network, what this browser must know to be told, and which
 * browsers can be. Questions of browsers come in; facts of this release and of one's own device go out, nothing of a student.
 */
@NullMarked
package org.schoolbell.district.portal.app;

import org.jspecify.annotations.NullMarked;
