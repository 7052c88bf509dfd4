// Keeps the number on the bell as it is on the server. Without it the number is that of the moment when the page was made.
//
// What it costs: a page asks only while it is looked at, every 10 s for two minutes after the reader last touched it, then once a minute, and not at
// all after half an hour, so that a page left open neither works nor keeps its session alive. Of 300,000 signed-in people perhaps one in a hundred
// looks at a time: 3,000 pages, most of them untouched, are about 100 requests a second, each some indexed statements and, nearly always, an empty
// 304. Open connections instead would be 300,000 sockets, and every server would have to hear of every notice.
import "./app.js";

const SOON = 10_000;
const LATER = 60_000;
const LIVELY = 2 * 60_000;
const FORGOTTEN = 30 * 60_000;

const badge = document.querySelector("[data-count]");
let touched = performance.now();
let known = badge && `"${badge.dataset.count}"`;
let timer;

function show(unread) {
	badge.dataset.count = unread.count;
	badge.hidden = unread.count === 0;
	badge.firstElementChild.textContent = unread.shortened;
	badge.lastElementChild.textContent = unread.text;
	document.dispatchEvent(new CustomEvent("unread", { detail: unread }));
}

// Also called by who knows that something has changed, such as the inbox after marking a line as read.
export async function ask() {
	clearTimeout(timer);
	if (!badge || document.hidden) {
		return;
	}
	try {
		const answer = await fetch("/notifications/unread", { headers: { Accept: "application/json", "If-None-Match": known }, cache: "no-store" });
		if (answer.status === 200) {
			known = answer.headers.get("ETag");
			show(await answer.json());
		} else if (answer.status !== 304) {
			return; // Signed out, or something is wrong: a page that is loaded anew says what.
		}
	} catch {
		// No network: the next try may have it.
	}
	plan();
}

function plan() {
	const quiet = performance.now() - touched;
	clearTimeout(timer);
	if (quiet < FORGOTTEN) {
		timer = setTimeout(ask, quiet < LIVELY ? SOON : LATER);
	}
}

function touch() {
	const wasForgotten = performance.now() - touched >= FORGOTTEN;
	touched = performance.now();
	if (wasForgotten) {
		ask();
	}
}

if (badge) {
	for (const sign of ["pointerdown", "keydown", "scroll"]) {
		addEventListener(sign, touch, { passive: true });
	}
	document.addEventListener("visibilitychange", () => {
		touched = performance.now();
		ask();
	});
	// A page that comes back from the browser's memory shows what was then.
	addEventListener("pageshow", event => event.persisted && ask());
	// A push has come to this browser.
	document.addEventListener("schoolbell:told", ask);
	plan();
}
