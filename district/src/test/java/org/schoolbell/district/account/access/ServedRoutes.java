package org.schoolbell.district.account.access;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.Filter;

import org.springframework.context.ApplicationContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Every route that a running server has, asked of its own tables: pages, APIs, files, what filters answer, and the management port. */
final class ServedRoutes {
	/** What stands before a path of the management port. */
	static final String MANAGEMENT = "management:";
	private static final Pattern OF_A_FILTER = Pattern.compile("(GET|POST|PUT|DELETE) \\[?(/[^\\s,\\]\\[]+)");
	/** The files' addresses name the release. */
	private static final Pattern RELEASE = Pattern.compile("/assets/[0-9a-f]{12}/");
	private static final Pattern VERSION = Pattern.compile("/[0-9]+\\.[0-9.]+/");

	private ServedRoutes() {
	}

	/** @return such as {@code GET /gradebook/{section}}; {@code ANY} where the method does not matter */
	static Set<String> of(ApplicationContext server) {
		Set<String> routes = new TreeSet<>();
		mappings(server).flatMap(mapping -> routes(mapping, "")).forEach(routes::add);
		mappings(management(server)).flatMap(mapping -> routes(mapping, MANAGEMENT)).forEach(routes::add);
		for (SecurityFilterChain chain : server.getBean(FilterChainProxy.class).getFilterChains()) {
			chain.getFilters().stream().flatMap(ServedRoutes::matchers)
					.flatMap(matcher -> OF_A_FILTER.matcher(matcher.toString()).results())
					.forEach(match -> routes.add(match.group(1) + " " + match.group(2)));
		}
		return routes;
	}

	private static Stream<HandlerMapping> mappings(ApplicationContext context) {
		Collection<HandlerMapping> mappings = context.getBeansOfType(HandlerMapping.class).values();
		// The management context's own list of the others.
		return mappings.stream().filter(mapping -> !mapping.getClass().getSimpleName().equals("CompositeHandlerMapping"));
	}

	private static Stream<String> routes(HandlerMapping mapping, String before) {
		return switch (mapping) {
			case RequestMappingInfoHandlerMapping endpoints ->
				endpoints.getHandlerMethods().keySet().stream().flatMap(info -> routes(info, before));
			case AbstractUrlHandlerMapping files -> Stream
					.concat(files.getHandlerMap().keySet().stream(),
							files.getPathPatternHandlerMap().keySet().stream().map(PathPattern::getPatternString))
					.map(path -> "GET " + before
							+ VERSION.matcher(RELEASE.matcher(path).replaceFirst("/assets/{release}/")).replaceFirst("/{version}/"));
			case RouterFunctionMapping functions when functions.getRouterFunction() == null -> Stream.empty();
			default -> throw new AssertionError("Routes of this kind are not in the walk yet: " + mapping.getClass());
		};
	}

	private static Stream<String> routes(RequestMappingInfo info, String before) {
		Set<String> methods = new TreeSet<>();
		info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
		if (methods.isEmpty()) {
			methods.add("ANY");
		}
		return info.getPatternValues().stream().flatMap(path -> methods.stream().map(method -> method + " " + before + path));
	}

	private static Stream<RequestMatcher> matchers(Filter filter) {
		Stream.Builder<RequestMatcher> matchers = Stream.builder();
		ReflectionUtils.doWithFields(filter.getClass(), field -> matchers.add(matcher(field, filter)),
				field -> RequestMatcher.class.isAssignableFrom(field.getType()));
		return matchers.build();
	}

	private static RequestMatcher matcher(Field field, Filter filter) {
		ReflectionUtils.makeAccessible(field);
		Object value = ReflectionUtils.getField(field, filter);
		return value instanceof RequestMatcher matcher ? matcher : _ -> false;
	}

	/** The context of the management port, which nobody else can ask for. */
	private static ApplicationContext management(ApplicationContext server) {
		Object initializer = server.getBean("childManagementContextInitializer");
		if (ReflectionTestUtils.getField(initializer, "managementContext") instanceof ApplicationContext context) {
			return context;
		}
		throw new AssertionError("The management port has no context of its own");
	}
}
