package org.schoolbell.district.api;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one item of a batch.
 *
 * @param index its place in the body, from 0
 * @param status 201 saved, new or changed; 200 unchanged; 422 not saved
 * @param event with 201: the event that families may be told of
 * @param pointer with 422: where in the body the mistake is (RFC 6901)
 * @param reason with 422: what is wrong and what would be right
 */
@Schema(name = "ItemResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Result(int index, int status, @Nullable UUID event, @Nullable String pointer, @Nullable String reason) {
	static Result saved(int index, UUID event) {
		return new Result(index, 201, event, null, null);
	}

	static Result unchanged(int index) {
		return new Result(index, 200, null, null, null);
	}

	static Result invalid(int index, String pointer, String reason) {
		return new Result(index, 422, null, pointer, reason);
	}
}
