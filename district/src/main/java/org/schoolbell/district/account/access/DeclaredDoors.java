package org.schoolbell.district.account.access;

import java.lang.reflect.Method;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import org.schoolbell.district.account.MayCall;
import org.schoolbell.district.right.ForSignedIn;

/** Does not let the server start with an endpoint of ours that does not say whom it answers. */
@Component
class DeclaredDoors implements SmartInitializingSingleton {
	private static final String OURS = "org.schoolbell.";

	private final RequestMappingHandlerMapping endpoints;

	DeclaredDoors(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
		this.endpoints = endpoints;
	}

	@Override
	public void afterSingletonsInstantiated() {
		endpoints.getHandlerMethods().forEach(DeclaredDoors::check);
	}

	private static void check(RequestMappingInfo at, HandlerMethod endpoint) {
		// The container's error page is reached by its error dispatch alone; asked for directly, it is not there.
		if (!endpoint.getBeanType().getName().startsWith(OURS) || ErrorController.class.isAssignableFrom(endpoint.getBeanType())) {
			return;
		}
		boolean api = at.getPatternValues().stream().anyMatch(path -> path.startsWith("/api/") || path.startsWith("/ims/"));
		Method method = endpoint.getMethod();
		long doors = PageCallers.DOORS.stream().filter(door -> AnnotatedElementUtils.hasAnnotation(method, door)).count();
		boolean callers = AnnotatedElementUtils.hasAnnotation(method, MayCall.class);
		boolean people = AnnotatedElementUtils.hasAnnotation(method, ForSignedIn.class);
		if (api ? !(callers || people) || doors > (people ? 1 : 0) : callers || doors != 1) {
			throw new IllegalStateException(method.getDeclaringClass().getName() + "." + method.getName() + " at " + at + " needs "
					+ (api ? "@MayCall, @ForSignedIn or both" : "exactly one of @MayUse, @ForSignedIn and @ForEveryone")
					+ ", to say whom it answers");
		}
	}
}
