package org.schoolbell.district.api;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.account.StayLoggedIn;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.OwnDevice;
import org.schoolbell.district.device.OwnDevices;
import org.schoolbell.district.device.PushAddresses;
import org.schoolbell.district.device.PushAddresses.Saved;
import org.schoolbell.district.dispatch.seal.ApplicationServerKey;
import org.schoolbell.district.dispatch.seal.PushServices;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.ForSignedIn;
import org.schoolbell.district.web.InvalidItem;
import org.schoolbell.district.web.JsonBodies;
import org.schoolbell.district.web.Refusal;

/** The devices of whoever has signed in, for pages and apps. Nobody sees or ends another's: their numbers are as if they were not there. */
@Tag(name = "devices")
@RestController
class DevicesEndpoint {
	private static final String PATH = "/api/v1/devices";
	private static final String STAY_FIRST = "Nobody stays logged in on this device. Sign in here with \"Stay logged in\" (POST /sign-in with stay=true), "
			+ "then send this again.";

	private final OwnDevices devices;
	private final PushAddresses addresses;
	private final StayLoggedIn stays;
	private final JsonBodies bodies;
	private final DeviceItem.District district;

	DevicesEndpoint(OwnDevices devices, PushAddresses addresses, StayLoggedIn stays, JsonBodies bodies, PushServices services,
			ApplicationServerKey key) {
		this.devices = devices;
		this.addresses = addresses;
		this.stays = stays;
		this.bodies = bodies;
		this.district = new DeviceItem.District(services, key);
	}

	@Operation(summary = "The devices on which you stay logged in", description = "The answer's header X-CSRF-TOKEN is what calls that change something send along in a header of the same name.")
	@ForSignedIn
	@GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<DevicesAnswer> list(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn who, HttpServletRequest request) {
		List<OwnDevice> own = who.person().map(devices::of).orElse(List.of());
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
		if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
			answer.header(token.getHeaderName(), token.getToken());
		}
		return answer.body(new DevicesAnswer(own.stream().map(device -> DevicesAnswer.Item.of(device, who.device())).toList()));
	}

	@Operation(summary = "Give this device its push address", description = "For the device that sends this, on which you stay logged in; it has one address, and the new one takes the old one's place. "
			+ "Sending the same again is right after each start. Your switch for pushes to the device stays as it is unless pushOn says otherwise.", requestBody = @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = DeviceSchema.class))), responses = {
					@ApiResponse(responseCode = "201", description = "The address is new"),
					@ApiResponse(responseCode = "200", description = "The device had this address"),
					@ApiResponse(responseCode = "409", description = "You do not stay logged in on this device"),
					@ApiResponse(responseCode = "422", description = "The address is not one that can be pushed to")})
	@ForSignedIn
	@PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<DevicesAnswer.Item> register(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn who, HttpServletRequest request)
			throws IOException {
		DeviceItem item = read(request);
		DeviceId here = who.device().orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, STAY_FIRST));
		PersonId person = who.person().orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, STAY_FIRST));
		Saved saved = addresses.save(person, here, item.endpoint(), item.name());
		item.pushOn().ifPresent(on -> devices.push(person, here, on));
		OwnDevice device = devices.of(person, here).orElseThrow(() -> new Refusal(HttpStatus.CONFLICT, STAY_FIRST));
		DevicesAnswer.Item answer = DevicesAnswer.Item.of(device, who.device());
		return switch (saved) {
			case NEW -> ResponseEntity.created(URI.create(PATH + "/" + here.value())).body(answer);
			case SAME -> ResponseEntity.ok(answer);
			case NOT_STAYING -> throw new Refusal(HttpStatus.CONFLICT, STAY_FIRST);
		};
	}

	@Operation(summary = "Sign out on one of your devices", description = "It gets no push any more, those that wait to be sent included, and whoever uses it signs in anew.", responses = {
			@ApiResponse(responseCode = "204", description = "Signed out"),
			@ApiResponse(responseCode = "404", description = "You stay logged in on no such device")})
	@ForSignedIn
	@DeleteMapping(PATH + "/{id}")
	ResponseEntity<Void> signOut(@Parameter(hidden = true) @AuthenticationPrincipal SignedIn who, @PathVariable String id,
			HttpServletRequest request) {
		Optional<DeviceId> device = DeviceId.of(id);
		if (device.isEmpty() || !stays.signOut(who, device.get(), request)) {
			throw new Refusal(HttpStatus.NOT_FOUND, "You stay logged in on no such device; GET /api/v1/devices shows yours.");
		}
		return ResponseEntity.noContent().build();
	}

	private DeviceItem read(HttpServletRequest request) throws IOException {
		try {
			return DeviceItem.read(bodies.read(request), district);
		} catch (InvalidItem invalid) {
			throw Refusal.of(invalid);
		}
	}
}
