package org.schoolbell.district.account.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.account.Scope;

/**
 * Lets a token through to an endpoint whose {@link MayCall} names one of its scopes. It asks the same table of endpoints that will dispatch the
 * request, so what is checked is what runs. An endpoint without {@code MayCall} answers nobody; where there is no endpoint, a caller with a token
 * is let through to be told so (404, 405, 415).
 */
final class DeclaredCallers implements AuthorizationManager<RequestAuthorizationContext> {
	private final RequestMappingHandlerMapping endpoints;

	DeclaredCallers(RequestMappingHandlerMapping endpoints) {
		this.endpoints = endpoints;
	}

	/** A decision that knows which scopes would have passed. */
	static final class ByScope extends AuthorizationDecision {
		private final List<Scope> wanted;

		ByScope(boolean granted, List<Scope> wanted) {
			super(granted);
			this.wanted = wanted;
		}

		List<Scope> wanted() {
			return wanted;
		}
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
		if (!(authentication.get() instanceof JwtAuthenticationToken token) || !token.isAuthenticated()) {
			return new AuthorizationDecision(false);
		}
		try {
			return endpoint(context.getRequest()).map(endpoint -> decide(token, scopes(endpoint)))
					.orElseGet(() -> new AuthorizationDecision(true));
		} catch (ServletException notServed) {
			if (notServed instanceof ErrorResponse) {
				// Another method or media type than the endpoints here have: nothing runs, and whoever may call one of them is told.
				return decide(token, scopesAt(context.getRequest()));
			}
			throw new IllegalStateException(notServed);
		}
	}

	private static AuthorizationResult decide(JwtAuthenticationToken token, List<Scope> wanted) {
		List<String> held = token.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
		return new ByScope(wanted.stream().anyMatch(scope -> held.contains(scope.authority())), wanted);
	}

	private static List<Scope> scopes(HandlerMethod endpoint) {
		MayCall callers = AnnotatedElementUtils.findMergedAnnotation(endpoint.getMethod(), MayCall.class);
		return callers == null ? List.of() : Arrays.asList(callers.value());
	}

	/** Of the endpoints at this address those with the request's method, else all. */
	private List<Scope> scopesAt(HttpServletRequest request) {
		List<Map.Entry<RequestMappingInfo, HandlerMethod>> here = endpoints.getHandlerMethods().entrySet().stream()
				.filter(endpoint -> endpoint.getKey().getPathPatternsCondition() != null
						&& endpoint.getKey().getPathPatternsCondition().getMatchingCondition(request) != null)
				.toList();
		List<Scope> sameMethod = scopes(
				here.stream().filter(endpoint -> endpoint.getKey().getMethodsCondition().getMatchingCondition(request) != null));
		return sameMethod.isEmpty() ? scopes(here.stream()) : sameMethod;
	}

	private static List<Scope> scopes(Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> endpoints) {
		return endpoints.flatMap(endpoint -> scopes(endpoint.getValue()).stream()).distinct().toList();
	}

	private Optional<HandlerMethod> endpoint(HttpServletRequest request) throws ServletException {
		ServletRequestPathUtils.parseAndCache(request);
		try {
			HandlerExecutionChain chain = endpoints.getHandler(request);
			return chain != null && chain.getHandler() instanceof HandlerMethod method ? Optional.of(method) : Optional.empty();
		} catch (ServletException | RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new ServletException(e);
		}
	}
}
