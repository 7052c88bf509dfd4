package org.schoolbell.district.page;

import java.util.Locale;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import gg.jte.output.Utf8ByteOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Lets a controller name a template as its view: {@code return "gradebook/sections"}. Redirects and other views go their usual way. */
@Component
class TemplateViews implements ViewResolver, Ordered {
	private static final String HTML = "text/html;charset=UTF-8";

	private final Pages pages;

	TemplateViews(Pages pages) {
		this.pages = pages;
	}

	@Override
	public @Nullable View resolveViewName(String name, Locale locale) {
		return pages.has(name) ? (model, request, response) -> render(name, model == null ? Map.of() : model, request, response) : null;
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	private void render(String name, Map<String, ?> model, HttpServletRequest request, HttpServletResponse response) throws Exception {
		Utf8ByteOutput page = pages.page(name, model, request);
		pages.rememberLanguage(request, response);
		response.setContentType(HTML);
		response.setContentLength(page.getContentLength());
		page.writeTo(response.getOutputStream());
	}
}
