package org.schoolbell.district.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.schoolbell.district.event.SourcedId;

/**
 * One JSON object of a body, asked for its members. Whatever is not as asked is an {@link InvalidItem} that points at it. A member that is null counts
 * as absent.
 */
public final class JsonItem {
	private final ObjectNode object;
	private final String pointer;

	private JsonItem(ObjectNode object, String pointer) {
		this.object = object;
		this.pointer = pointer;
	}

	/**
	 * @param pointer where in the body it stands (RFC 6901)
	 * @throws InvalidItem if it is no object
	 */
	public static JsonItem of(JsonNode node, String pointer) throws InvalidItem {
		if (!(node instanceof ObjectNode object)) {
			throw new InvalidItem(pointer, "must be a JSON object");
		}
		return new JsonItem(object, pointer);
	}

	/**
	 * @param pointer where in the body it stands (RFC 6901)
	 * @throws InvalidItem if it is no object, or has other members than these
	 */
	public static JsonItem of(JsonNode node, String pointer, Set<String> members) throws InvalidItem {
		ObjectNode object = of(node, pointer).object;
		for (String name : object.propertyNames()) {
			if (!members.contains(name)) {
				throw new InvalidItem(pointer + "/" + escaped(name),
						"is not known here; the members are " + String.join(", ", members.stream().sorted().toList()));
			}
		}
		return new JsonItem(object, pointer);
	}

	/** @return the pointer of a member */
	public String at(String member) {
		return pointer + "/" + member;
	}

	/** @return whether the member is there and not null */
	public boolean has(String member) {
		return object.hasNonNull(member);
	}

	/** @return the object that this member must be, whatever members it has */
	public JsonItem object(String member) throws InvalidItem {
		return of(required(member), at(member));
	}

	/** @return the object that this member must be, with no other members than these */
	public JsonItem object(String member, Set<String> members) throws InvalidItem {
		return of(required(member), at(member), members);
	}

	/** @return the sourcedId that this member must be */
	public SourcedId sourcedId(String member) throws InvalidItem {
		required(member);
		String value = text(member);
		if (value == null || !SourcedId.isValid(value)) {
			throw new InvalidItem(at(member), "must be a sourcedId: 1 to " + SourcedId.MOST_CHARACTERS + " characters, none of control");
		}
		return new SourcedId(value);
	}

	/** @return the text of this member as it came, null if absent */
	public @Nullable String text(String member) throws InvalidItem {
		JsonNode value = object.get(member);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			throw new InvalidItem(at(member), "must be a string");
		}
		String text = value.stringValue();
		// Half a character, or the one that PostgreSQL does not keep.
		if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
			throw new InvalidItem(at(member), "must be a string of Unicode characters without U+0000");
		}
		return text;
	}

	/** @return the exact number of this member, null if absent */
	public @Nullable BigDecimal decimal(String member) throws InvalidItem {
		JsonNode value = object.get(member);
		if (value == null || value.isNull()) {
			return null;
		}
		if (!value.isNumber()) {
			throw new InvalidItem(at(member), "must be a number, such as 17.5, without quotation marks");
		}
		return value.decimalValue();
	}

	/** @return the truth that this member must be */
	public boolean truth(String member) throws InvalidItem {
		JsonNode value = required(member);
		if (!value.isBoolean()) {
			throw new InvalidItem(at(member), "must be true or false, without quotation marks");
		}
		return value.booleanValue();
	}

	/** @return the constants that the strings of this array name, empty if absent */
	public <E extends Enum<E>> Set<E> constants(String member, Class<E> type) throws InvalidItem {
		Set<E> constants = EnumSet.noneOf(type);
		JsonNode values = object.get(member);
		if (values == null || values.isNull()) {
			return constants;
		}
		if (!values.isArray()) {
			throw new InvalidItem(at(member), "must be an array of strings");
		}
		List<E> known = List.of(type.getEnumConstants());
		for (int i = 0; i < values.size(); i++) {
			JsonNode value = values.get(i);
			Stream<E> named = known.stream().filter(constant -> value.isString() && constant.name().equals(value.stringValue()));
			String place = at(member) + "/" + i;
			constants.add(named.findAny().orElseThrow(() -> new InvalidItem(place,
					"must be one of " + String.join(", ", known.stream().map(Enum::name).toList()))));
		}
		return constants;
	}

	private JsonNode required(String member) throws InvalidItem {
		JsonNode value = object.get(member);
		if (value == null || value.isNull()) {
			throw new InvalidItem(at(member), "is missing");
		}
		return value;
	}

	private static String escaped(String name) {
		return name.replace("~", "~0").replace("/", "~1");
	}
}
