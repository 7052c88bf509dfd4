package org.schoolbell.district.api;

import java.util.Arrays;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;
import org.schoolbell.district.right.ForSignedIn;

/** What the OpenAPI description says beside the endpoints themselves. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
	private static final String OAUTH = "oauth2";
	private static final String SESSION = "session";

	@Bean
	OpenAPI description() {
		Scopes scopes = new Scopes();
		Arrays.stream(Scope.values()).forEach(scope -> scopes.addString(scope.value(), ""));
		OAuthFlow flow = new OAuthFlow().tokenUrl("/oauth2/token").scopes(scopes);
		return new OpenAPI()
				.info(new Info().title("Schoolbell district API").version("v1")
						.description("Report what happened at school, and read who was told, and why. OneRoster 1.2 beside it.")
						.license(new License().name("Apache-2.0").identifier("Apache-2.0")))
				.components(new Components().addSecuritySchemes(OAUTH,
						new SecurityScheme().type(SecurityScheme.Type.OAUTH2).flows(new OAuthFlows().clientCredentials(flow)))
						.addSecuritySchemes(SESSION, new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE)
								.name(SESSION).description("A person who has signed in at /sign-in, with the cookies from there.")));
	}

	/** Each scope alone suffices, so each is an alternative of its own. */
	@Bean
	OperationCustomizer callers() {
		return (operation, endpoint) -> {
			MayCall callers = endpoint.getMethodAnnotation(MayCall.class);
			if (callers != null) {
				Arrays.stream(callers.value())
						.forEach(scope -> operation.addSecurityItem(new SecurityRequirement().addList(OAUTH, scope.value())));
			}
			if (endpoint.hasMethodAnnotation(ForSignedIn.class)) {
				operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
			}
			return operation;
		};
	}
}
