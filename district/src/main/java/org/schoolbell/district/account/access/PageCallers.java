package org.schoolbell.district.account.access;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.right.ForEveryone;
import org.schoolbell.district.right.ForSignedIn;
import org.schoolbell.district.right.MayUse;

/**
 * Lets a request through to the page that will answer it, if what stands on the page's method lets this one in. A method on which nothing stands
 * answers nobody, and an address without a page is as if it were not there.
 */
final class PageCallers implements AuthorizationManager<RequestAuthorizationContext> {
	/** What stands on the methods of pages. */
	static final List<Class<? extends Annotation>> DOORS = List.of(MayUse.class, ForSignedIn.class, ForEveryone.class);
	private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
	private static final Set<String> OWN = Set.of("same-origin", "none");

	private final RequestMappingHandlerMapping pages;

	PageCallers(RequestMappingHandlerMapping pages) {
		this.pages = pages;
	}

	/** What is answered at the door. */
	enum Answer {
		/** Come in. */
		ENTER,
		/** There is nothing here. */
		NOTHING,
		/** Sign in first. */
		SIGN_IN,
		/** Not with these rights. */
		FORBIDDEN,
		/** The request was made by another site. */
		FOREIGN
	}

	/** A decision that knows its reason. */
	static final class Decision extends AuthorizationDecision {
		private final Answer answer;

		Decision(Answer answer) {
			super(answer == Answer.ENTER);
			this.answer = answer;
		}

		Answer answer() {
			return answer;
		}
	}

	@Override
	public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
		HttpServletRequest request = context.getRequest();
		List<HandlerMethod> methods = methodsFor(request);
		if (methods.isEmpty()) {
			return new Decision(Answer.NOTHING);
		}
		if (isForeign(request)) {
			return new Decision(Answer.FOREIGN);
		}
		// At an address that has pages for other methods than the request's: whoever may use one of them is let in to be told so.
		return new Decision(methods.stream().map(method -> answer(method, authentication)).min(Enum::compareTo).orElse(Answer.NOTHING));
	}

	/** @return whether there is a page at this address, for any method */
	boolean serve(HttpServletRequest request) {
		return !methodsFor(request).isEmpty();
	}

	private static Answer answer(HandlerMethod method, Supplier<? extends @Nullable Authentication> authentication) {
		if (AnnotatedElementUtils.hasAnnotation(method.getMethod(), ForEveryone.class)) {
			return Answer.ENTER;
		}
		MayUse wanted = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), MayUse.class);
		Authentication who = authentication.get();
		if (who == null || !(who.getPrincipal() instanceof SignedIn signedIn)) {
			return Answer.SIGN_IN;
		}
		return wanted == null || signedIn.may(wanted.value(), wanted.to()) ? Answer.ENTER : Answer.FORBIDDEN;
	}

	/** Browsers say themselves which site made a request, also a sibling of ours that could set our cookies. Programs say nothing. */
	private static boolean isForeign(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		return site != null && !OWN.contains(site) && !SAFE.contains(request.getMethod());
	}

	/** @return the one method that will answer, or, where another HTTP method or type is asked for, all at this address; none if there is no page */
	private List<HandlerMethod> methodsFor(HttpServletRequest request) {
		ServletRequestPathUtils.parseAndCache(request);
		try {
			HandlerExecutionChain chain = pages.getHandler(request);
			return chain != null && chain.getHandler() instanceof HandlerMethod method && isPage(method) ? List.of(method) : List.of();
		} catch (ServletException notServed) {
			if (notServed instanceof ErrorResponse) {
				return methodsAt(request);
			}
			throw new IllegalStateException(notServed);
		} catch (RuntimeException e) {
			throw e;
		} catch (Exception e) {
			throw new IllegalStateException(e);
		}
	}

	private List<HandlerMethod> methodsAt(HttpServletRequest request) {
		return pages.getHandlerMethods().entrySet().stream().filter(page -> isAt(page.getKey(), request)).map(Map.Entry::getValue)
				.filter(PageCallers::isPage).toList();
	}

	/** The container's error page is none: it is reached by an error dispatch alone. */
	private static boolean isPage(HandlerMethod method) {
		return DOORS.stream().anyMatch(door -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), door));
	}

	private static boolean isAt(RequestMappingInfo page, HttpServletRequest request) {
		return page.getPathPatternsCondition() != null && page.getPathPatternsCondition().getMatchingCondition(request) != null;
	}
}
