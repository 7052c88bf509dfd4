package org.schoolbell.district.page;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AssetsConfiguration implements WebMvcConfigurer {
	private static final Duration KEPT = Duration.ofDays(365);

	private final Assets assets;

	AssetsConfiguration(Assets assets) {
		this.assets = assets;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler(assets.root() + "**").addResourceLocations(Assets.LOCATION)
				.setCacheControl(CacheControl.maxAge(KEPT).cachePublic().immutable());
	}
}
