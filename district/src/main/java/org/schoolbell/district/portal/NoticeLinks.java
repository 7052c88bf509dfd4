package org.schoolbell.district.portal;

import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.notice.FamilyInbox;
import org.schoolbell.district.notice.InboxLine;
import org.schoolbell.district.notice.NoticeId;
import org.schoolbell.district.notice.OwnLine;
import org.schoolbell.district.notice.ReadMarks;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;

/** Where every push and every line leads: it marks the line as read and goes on to the record. Whoever is signed out signs in first. */
@Controller
class NoticeLinks {
	private final Readers readers;
	private final FamilyInbox inbox;
	private final ReadMarks marks;
	private final OwnWork ownWork;
	private final Pages pages;

	NoticeLinks(Readers readers, FamilyInbox inbox, ReadMarks marks, OwnWork ownWork, Pages pages) {
		this.readers = readers;
		this.inbox = inbox;
		this.marks = marks;
		this.ownWork = ownWork;
		this.pages = pages;
	}

	@MayUse(Tool.PORTAL)
	@GetMapping(InboxLine.LINKS + "{id}")
	String open(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, HttpServletRequest request) {
		Reader reader = readers.of(who);
		OwnLine line = inbox.line(reader.known(), new NoticeId(id), reader.ids(), pages.texts(request).language())
				.orElseThrow(Reader::nothing);
		marks.read(reader.known(), line.id());
		Optional<Work> work = ownWork.on(line.assignment(), reader.student(line.student().value()));
		// It was told, so it may be said that the school shows it no more.
		return work.map(shown -> "redirect:" + shown.address()).orElse("portal/gone");
	}
}
