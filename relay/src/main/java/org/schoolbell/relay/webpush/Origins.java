package org.schoolbell.relay.webpush;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The hosts that pushes went to lately. Browsers choose the addresses, and below {@code *.notify.windows.com} there is no end of names: so only the latest
 * are kept, and one that is forgotten loses its idle connections. Thread-safe.
 */
final class Origins {
	private static final int KEPT = 256;

	private final LinkedHashMap<String, Origin> byName = new LinkedHashMap<>(16, 0.75f, true);

	synchronized Origin get(String name, Function<String, Origin> maker) {
		Origin known = byName.get(name);
		if (known != null) {
			return known;
		}
		if (byName.size() == KEPT) {
			Map.Entry<String, Origin> eldest = byName.pollFirstEntry();
			if (eldest != null) {
				eldest.getValue().close();
			}
		}
		Origin made = maker.apply(name);
		byName.put(name, made);
		return made;
	}

	synchronized void close() {
		List.copyOf(byName.values()).forEach(Origin::close);
		byName.clear();
	}
}
