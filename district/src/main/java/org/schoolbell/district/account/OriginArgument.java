package org.schoolbell.district.account;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import org.schoolbell.district.audit.Actor;
import org.schoolbell.district.audit.Origin;

/** Tells an endpoint that has a parameter of type {@link Origin} who calls and from where, for the audit trail. */
@Component
class OriginArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this);
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Origin.class;
	}

	@Override
	public Origin resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
			@Nullable WebDataBinderFactory binders) {
		HttpServletRequest http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
		return Origin.of(actor(SecurityContextHolder.getContext().getAuthentication()), InetAddress.ofLiteral(http.getRemoteAddr()));
	}

	/** @throws IllegalStateException if nobody has signed in: such an endpoint is open to nobody unknown */
	private static Actor actor(@Nullable Authentication caller) {
		return switch (caller) {
			case JwtAuthenticationToken token -> new Actor.Client(token.getName());
			case Authentication page when page.getPrincipal() instanceof SignedIn who -> who.actor();
			case null, default -> throw new IllegalStateException("Who changes something has signed in");
		};
	}
}
