/**
 * What only a phone's app or browser can read, and who says that it comes from this district: sealing (RFC 8291), the identity towards push services
 * (RFC 8292), and which services there are. Words and the keys of devices come in; records that the relay cannot read and headers go out. The district's key
 * pair is made once and kept in the schema {@code dispatch}; everything else here is a function of what comes in.
 */
@NamedInterface("seal")
@NullMarked
package org.schoolbell.district.dispatch.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
