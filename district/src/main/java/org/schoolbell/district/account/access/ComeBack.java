package org.schoolbell.district.account.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import org.schoolbell.district.account.StayLoggedIn;

/** Signs in whoever stays logged in on a device, before anybody asks who it is. */
final class ComeBack extends OncePerRequestFilter {
	private final StayLoggedIn stays;

	ComeBack(StayLoggedIn stays) {
		this.stays = stays;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		stays.comeBack(request, response);
		chain.doFilter(request, response);
	}
}
