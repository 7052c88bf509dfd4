package org.schoolbell.district.portal;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.page.Page;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;

/**
 * The number on the bell for the script that keeps it live (family.js says how often it asks). An answer costs the session's statements and two or three
 * on indexes; none grows with the age of an inbox, and nothing is kept in this process, so any server may be asked.
 */
@Controller
class UnreadCount {
	private final Unread unread;
	private final Pages pages;

	UnreadCount(Unread unread, Pages pages) {
		this.unread = unread;
		this.pages = pages;
	}

	/**
	 * @param count subjects that are unread
	 * @param shortened as it fits into the circle
	 * @param text for a screen reader, in the page's language
	 */
	record Answer(int count, String shortened, String text) {}

	/** @param known the count that the script has, as its entity tag */
	@MayUse(Tool.PORTAL)
	@GetMapping(NotificationPages.ADDRESS + "/unread")
	ResponseEntity<Answer> unread(@AuthenticationPrincipal SignedIn who,
			@RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known, HttpServletRequest request) {
		int count = unread.of(who);
		String tag = "\"" + count + "\"";
		if (tag.equals(known)) {
			return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
		}
		Texts texts = pages.texts(request);
		return ResponseEntity.ok().eTag(tag)
				.body(new Answer(count, Page.shortCount(count, texts), texts.of("page.unread", "count", count)));
	}
}
