package org.schoolbell.district.account;

import java.util.Map;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountSettings.class)
class AccountConfiguration {
	/** About 15 ms. A client's secret has 256 random bits, which nobody guesses at any speed; the cost would only slow token requests down. */
	private static final int CLIENT_SECRET_COST = 8;

	@Bean
	PasswordEncoder passwordEncoder() {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(CLIENT_SECRET_COST)));
	}

	@Bean
	JWKSource<SecurityContext> signingKey(SigningKeys keys) {
		return new ImmutableJWKSet<>(new JWKSet(keys.accessTokens()));
	}

	@Bean
	JwtDecoder accessTokenDecoder(JWKSource<SecurityContext> signingKey) {
		return OAuth2AuthorizationServerConfiguration.jwtDecoder(signingKey);
	}

	@Bean
	AuthorizationServerSettings authorizationServerSettings() {
		return AuthorizationServerSettings.builder().tokenEndpoint("/oauth2/token").jwkSetEndpoint("/oauth2/jwks").build();
	}
}
