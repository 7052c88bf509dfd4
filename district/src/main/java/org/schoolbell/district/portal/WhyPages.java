package org.schoolbell.district.portal;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

import org.schoolbell.district.account.SignedIn;
import org.schoolbell.district.device.DeviceId;
import org.schoolbell.district.device.DeviceNames;
import org.schoolbell.district.event.Kind;
import org.schoolbell.district.event.PersonId;
import org.schoolbell.district.notice.FamilyInbox;
import org.schoolbell.district.notice.FamilyPage;
import org.schoolbell.district.notice.NoticeId;
import org.schoolbell.district.notice.OwnLine;
import org.schoolbell.district.notice.Trace.TracedPush;
import org.schoolbell.district.notice.Whys;
import org.schoolbell.district.page.Pages;
import org.schoolbell.district.page.Texts;
import org.schoolbell.district.preference.Choice;
import org.schoolbell.district.preference.Choices;
import org.schoolbell.district.preference.Pairing;
import org.schoolbell.district.right.MayUse;
import org.schoolbell.district.right.Tool;

/** Why did I get this? For one's own lines, and without a word about anybody else. */
@Controller
class WhyPages {
	private final Readers readers;
	private final FamilyInbox inbox;
	private final Whys whys;
	private final Choices choices;
	private final DeviceNames devices;
	private final Moments moments;
	private final Pages pages;

	WhyPages(Readers readers, FamilyInbox inbox, Whys whys, Choices choices, DeviceNames devices, Moments moments, Pages pages) {
		this.readers = readers;
		this.inbox = inbox;
		this.whys = whys;
		this.choices = choices;
		this.devices = devices;
		this.moments = moments;
		this.pages = pages;
	}

	@MayUse(Tool.PORTAL)
	@GetMapping(NotificationPages.ADDRESS + "/{id}/why")
	String why(@AuthenticationPrincipal SignedIn who, @PathVariable UUID id, HttpServletRequest request, Model model) {
		Reader reader = readers.of(who);
		PersonId person = reader.known();
		Texts texts = pages.texts(request);
		OwnLine line = inbox.line(person, new NoticeId(id), reader.ids(), texts.language()).orElseThrow(Reader::nothing);
		Student student = reader.student(line.student().value());
		Whys.Why why = whys.of(person, line);
		Choice choice = choices.of(Kind.ASSIGNMENTS, List.of(new Pairing(person, student.id()))).of(person, student.id());
		Map<DeviceId, String> names = devices.of(person, why.pushes().stream().map(TracedPush::device).toList());
		List<WhyView.Step> steps = new WhySteps(texts, names).of(line, student, reader.isStudent(), choice, why);
		LineView shown = line.said().map(said -> LineView.of(new FamilyPage.Told(said, List.of()), each -> moments.of(each.at(), texts),
				each -> moments.of(each.at(), texts))).orElse(null);
		model.addAttribute("view", new WhyView(shown, student, steps));
		return "portal/why";
	}
}
