package org.schoolbell.district.page;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Fills the templates of {@code src/main/jte} in. A page is finished before its first byte leaves, so that one that fails becomes a problem page and
 * not half a page. Thread-safe.
 */
@Component
public class Pages {
	/** Where the build puts the templates' classes. */
	private static final String TEMPLATES = "org.schoolbell.template";

	private final TemplateEngine engine = TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);
	private final Page.Site site;

	Pages(Languages languages, Navigation navigation, Assets assets) {
		this.site = new Page.Site(languages, navigation, assets);
	}

	/** @return whether there is a template of this name, such as {@code gradebook/sections} */
	public boolean has(String template) {
		return engine.hasTemplate(template + ".jte");
	}

	/**
	 * @param template its name, such as {@code gradebook/sections}
	 * @param model its parameters; {@code page} is added
	 * @return the page, in UTF-8
	 */
	public Utf8ByteOutput page(String template, Map<String, ?> model, HttpServletRequest request) {
		Map<String, Object> parameters = new HashMap<>(model);
		parameters.put("page", new Page(request, path(request), SecurityContextHolder.getContext().getAuthentication(), site));
		Utf8ByteOutput output = new Utf8ByteOutput();
		engine.render(template + ".jte", parameters, output);
		return output;
	}

	/** Keeps the language that the address of a page asks for ({@code ?language=es}), for whoever uses this browser. */
	void rememberLanguage(HttpServletRequest request, HttpServletResponse response) {
		site.languages().remember(request, response);
	}

	/** @return what a page says to whoever sends this request, for answers to scripts */
	public Texts texts(HttpServletRequest request) {
		return new Page(request, path(request), SecurityContextHolder.getContext().getAuthentication(), site).t();
	}

	/** @return what was asked for, also where the container has passed the request on to its error page */
	private static String path(HttpServletRequest request) {
		return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
	}
}
