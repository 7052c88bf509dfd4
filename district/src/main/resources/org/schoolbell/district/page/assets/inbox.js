// Marks a line as read where it stands. Without it the same form does, and the page comes anew.
import { ask } from "./family.js";

document.addEventListener("submit", async event => {
	const form = event.target.closest(".dot-form");
	if (!form) {
		return;
	}
	event.preventDefault();
	const line = form.closest(".line");
	try {
		const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
		if (answer.type !== "opaqueredirect") {
			form.submit();
			return;
		}
	} catch {
		form.submit();
		return;
	}
	line.classList.remove("unread");
	line.querySelector(".whole > .hidden")?.remove();
	line.querySelector(".whole").focus();
	form.remove();
	ask();
});

document.addEventListener("unread", event => {
	const all = document.querySelector("[data-all-unread]");
	if (all) {
		all.textContent = event.detail.text;
	}
});
