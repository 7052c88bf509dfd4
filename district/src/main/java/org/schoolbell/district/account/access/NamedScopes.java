package org.schoolbell.district.account.access;

import java.util.function.Consumer;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationContext;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;

/** A token request names its scopes, all of them the client's. Without the first rule it would get a token that may do nothing. */
final class NamedScopes implements Consumer<OAuth2ClientCredentialsAuthenticationContext> {
	@Override
	public void accept(OAuth2ClientCredentialsAuthenticationContext request) {
		OAuth2ClientCredentialsAuthenticationToken asked = request.getAuthentication();
		if (asked.getScopes().isEmpty()) {
			throw new OAuth2AuthenticationException(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_SCOPE, "Name the scopes of the token in the parameter scope.", null));
		}
		OAuth2ClientCredentialsAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(request);
	}
}
