package org.schoolbell.district.account.access;

import java.util.List;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.schoolbell.district.account.StayLoggedIn;
import org.schoolbell.district.web.ErrorAnswers;
import org.schoolbell.district.web.Refusal;

/**
 * Who may ask for what. Each chain takes the addresses that it names, in this order, and the last one refuses everything else.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
	private final Doors doors;
	private final ErrorAnswers answers;

	SecurityConfiguration(Doors doors, ErrorAnswers answers) {
		this.doors = doors;
		this.answers = answers;
	}

	/** Client credentials by HTTP Basic for an access token, and what is public about its signature. */
	@Bean
	@Order(1)
	SecurityFilterChain tokenEndpoint(HttpSecurity http) {
		return stateless(http, SecurityHeaders.NO_PAGE)
				.securityMatcher(Doors.TOKEN, "/oauth2/jwks", "/.well-known/oauth-authorization-server")
				// The server's own configuration switches this on again, with a session for its token.
				.csrf(csrf -> csrf.ignoringRequestMatchers(AnyRequestMatcher.INSTANCE))
				.oauth2AuthorizationServer(server -> server
						.tokenEndpoint(token -> token.authenticationProviders(SecurityConfiguration::scopesMustBeNamed)))
				.authorizeHttpRequests(
						requests -> requests.requestMatchers(HttpMethod.POST, Doors.TOKEN).authenticated().anyRequest().denyAll())
				.exceptionHandling(errors -> errors.authenticationEntryPoint(doors::noClient).accessDeniedHandler(doors::wrongMethod))
				.build();
	}

	/** The description of the API, for everyone. */
	@Bean
	@Order(2)
	SecurityFilterChain apiDescriptionPages(HttpSecurity http) {
		return stateless(http, SecurityHeaders.API_DESCRIPTION)
				.securityMatcher("/api", "/swagger-ui/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
				.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
				.exceptionHandling(errors -> errors.authenticationEntryPoint(doors::wrongMethod).accessDeniedHandler(doors::wrongMethod))
				.build();
	}

	/** Endpoints of the API for people who have signed in, as pages and apps call them: with their cookies. A call with a token is for the next chain. */
	@Bean
	@Order(3)
	SecurityFilterChain apisOfPeople(HttpSecurity http, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
			SessionContexts sessions, StayLoggedIn stays, CsrfTokenRepository formTokens) {
		PageCallers callers = new PageCallers(endpoints);
		return signedIn(http, callers, sessions, stays, formTokens)
				.securityMatcher(request -> request.getRequestURI().startsWith("/api/")
						&& request.getHeader(HttpHeaders.AUTHORIZATION) == null && callers.serve(request))
				.headers(SecurityHeaders.with(SecurityHeaders.NO_PAGE)).build();
	}

	/** The APIs: each endpoint names its callers. */
	@Bean
	@Order(4)
	SecurityFilterChain apis(HttpSecurity http, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
		return stateless(http, SecurityHeaders.NO_PAGE).securityMatcher("/api/**", "/ims/**")
				.authorizeHttpRequests(requests -> requests.anyRequest().access(new DeclaredCallers(endpoints)))
				.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(doors::noToken)
						.accessDeniedHandler(doors::wrongScope))
				.exceptionHandling(errors -> errors.authenticationEntryPoint(doors::noToken).accessDeniedHandler(doors::wrongScope))
				.build();
	}

	/** Health and metrics. They listen on the management port, which is bound to the loopback interface unless the operator says otherwise. */
	@Bean
	@Order(5)
	SecurityFilterChain managementEndpoints(HttpSecurity http) {
		return stateless(http, SecurityHeaders.NO_PAGE).securityMatcher(EndpointRequest.toAnyEndpoint())
				.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
				.exceptionHandling(errors -> errors.authenticationEntryPoint(doors::nothing).accessDeniedHandler(doors::nothing)).build();
	}

	/** Style sheets, scripts and drawings of pages, for everyone. */
	@Bean
	@Order(6)
	SecurityFilterChain filesOfPages(HttpSecurity http) {
		return stateless(http, SecurityHeaders.NO_PAGE).securityMatcher("/assets/**")
				.authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET).permitAll().anyRequest().denyAll())
				.exceptionHandling(errors -> errors.authenticationEntryPoint(doors::wrongMethod).accessDeniedHandler(doors::wrongMethod))
				.build();
	}

	/** Pages, for those who have signed in; all else is as if it were not there. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	SecurityFilterChain forPages(HttpSecurity http, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints,
			SessionContexts sessions, StayLoggedIn stays, CsrfTokenRepository formTokens) {
		return signedIn(http, new PageCallers(endpoints), sessions, stays, formTokens).headers(SecurityHeaders.page()).build();
	}

	/** With a session, or on a device where somebody stays logged in. */
	private HttpSecurity signedIn(HttpSecurity http, PageCallers callers, SessionContexts sessions, StayLoggedIn stays,
			CsrfTokenRepository formTokens) {
		PageDoor door = new PageDoor(callers, answers);
		return http.logout(AbstractHttpConfigurer::disable).requestCache(AbstractHttpConfigurer::disable)
				.addFilterBefore(new ComeBack(stays), SecurityContextHolderFilter.class)
				.securityContext(context -> context.securityContextRepository(sessions))
				.csrf(csrf -> csrf.csrfTokenRepository(formTokens))
				.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll().anyRequest()
						.access(callers))
				.exceptionHandling(errors -> errors.authenticationEntryPoint(door::refuse).accessDeniedHandler(door::refuse));
	}

	/** In a cookie, so that whoever only looks at the page for signing in needs no session. */
	@Bean
	CsrfTokenRepository formTokens() {
		CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
		tokens.setCookieName("csrf");
		tokens.setHeaderName("X-CSRF-TOKEN");
		tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
		return tokens;
	}

	/** For what Spring Security's firewall finds suspicious before any chain is chosen. */
	@Bean
	RequestRejectedHandler rejected() {
		return (request, response, _) -> answers.write(request, response,
				new Refusal(HttpStatus.BAD_REQUEST, "The address, method or a header has characters that no address here has."));
	}

	/** No sessions, hence no cookie that another site could make a browser send: tokens come in a header. */
	private static HttpSecurity stateless(HttpSecurity http, String contentSecurityPolicy) {
		return http.csrf(AbstractHttpConfigurer::disable).logout(AbstractHttpConfigurer::disable)
				.requestCache(AbstractHttpConfigurer::disable)
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.headers(SecurityHeaders.with(contentSecurityPolicy));
	}

	private static void scopesMustBeNamed(List<AuthenticationProvider> providers) {
		for (AuthenticationProvider provider : providers) {
			if (provider instanceof OAuth2ClientCredentialsAuthenticationProvider clientCredentials) {
				clientCredentials.setAuthenticationValidator(new NamedScopes());
			}
		}
	}
}
