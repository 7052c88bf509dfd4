package org.schoolbell.district.testing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

import org.schoolbell.district.account.AccountId;
import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.right.Role;
import org.schoolbell.district.right.ToolRights;

/** Pages for whoever a header says is signed in, with the rights that the table gives to a role; signing in has tests of its own. */
@TestConfiguration(proxyBeanMethods = false)
public class SignedInByHeader {
	/** The number of somebody in the roster. */
	public static final String PERSON = "X-Test-Person";
	/** The role, by its name. */
	public static final String ROLE = "X-Test-Role";

	@Bean
	@Order(0)
	SecurityFilterChain pagesOfATest(HttpSecurity http, ToolRights rights) {
		return http.securityMatcher("/gradebook/**", "/settings/**").csrf(AbstractHttpConfigurer::disable)
				.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
				.addFilterBefore(new Filter(rights), AuthorizationFilter.class).build();
	}

	private static final class Filter extends OncePerRequestFilter {
		private final ToolRights rights;

		Filter(ToolRights rights) {
			this.rights = rights;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			String person = request.getHeader(PERSON);
			if (person != null) {
				Set<Role> roles = Set.of(Role.valueOf(request.getHeader(ROLE)));
				SignedIn who = new SignedIn(new AccountId(1), Optional.of(new PersonId(Long.parseLong(person))), "Ada Okafor",
						"Cedar Valley", roles, rights.of(roles), Optional.empty());
				SecurityContextHolder.getContext().setAuthentication(new UsernamePasswordAuthenticationToken(who, null, List.of()));
			}
			chain.doFilter(request, response);
		}
	}
}
