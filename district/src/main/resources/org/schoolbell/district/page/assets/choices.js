// Saves each change at once and rewrites the example while the thumb moves. Without it the same form has a button.
import "./reach.js";

const PAUSE = 400;
const SHOWN = 2_000;

const form = document.getElementById("choices");
const threshold = document.getElementById("threshold");
const examples = document.getElementById("example");
const saved = document.getElementById("saved");
const fields = form.elements;
let pause;
let saving = false;
let again = false;
let shown;

const scores = examples && JSON.parse(examples.dataset.scores);
const percents = threshold && JSON.parse(threshold.dataset.percents);

function say(text) {
	saved.textContent = text;
	saved.hidden = false;
	clearTimeout(shown);
	shown = setTimeout(() => saved.hidden = true, SHOWN);
}

// The highest score of whole points that is still told, as the server has it.
function pointsTold() {
	if (fields.scores.value === "every") {
		return Number(examples.dataset.good);
	}
	return Math.ceil(Number(fields.below.value) * (scores.length - 1) / 100) - 1;
}

function paint() {
	if (!threshold) {
		return;
	}
	const text = fields.on.checked && fields.below.validity.valid && fields.below.value !== "" ? scores[pointsTold()] : undefined;
	examples.querySelector(".push").hidden = !text;
	document.getElementById("example-none").hidden = Boolean(text);
	[document.getElementById("example-title").textContent, document.getElementById("example-body").textContent] = text ?? ["", ""];
	document.getElementById("rail").value = document.getElementById("slider").value;
	const percent = percents[Math.trunc(fields.below.value)];
	if (percent) {
		const exact = Number.isInteger(Number(fields.below.value)) ? percent : percent.replace(/\d+/u, fields.below.value);
		document.getElementById("quiet").textContent = threshold.dataset.quiet.replace("*", exact);
	}
	document.getElementById("assignments").classList.toggle("off", !fields.on.checked);
}

// What the server says holds now takes the place of what the page said; whatever the reader is at keeps its focus.
function take(fresh) {
	for (const id of ["preview", "summary"]) {
		const old = document.getElementById(id);
		const wasOpen = old.querySelector("details")?.open;
		const part = document.adoptNode(fresh.getElementById(id));
		part.querySelector("details")?.toggleAttribute("open", wasOpen === true);
		old.replaceWith(part);
	}
	if (!threshold) {
		return;
	}
	const now = fresh.getElementById("choices").elements;
	fields.shown.value = now.shown.value;
	fields.preset.value = now.preset.value;
	fields.scores.value = now.scores.value;
	fields.on.checked = now.on.checked;
	fields.missing.checked = now.missing.checked;
	if (document.activeElement !== fields.below) {
		fields.below.value = now.below.value;
	}
	if (document.activeElement.id !== "slider") {
		document.getElementById("slider").value = now.below.value;
	}
	for (const preset of fields.preset) {
		preset.closest(".preset").hidden = preset.value === "OWN" && now.preset.value !== "OWN";
	}
	paint();
}

async function send() {
	const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "text/html" } });
	const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
	if (!fresh.getElementById("choices")) {
		location.reload(); // signed out meanwhile, or the student is not one's own any more: the page says which
		return false;
	}
	if (fresh.documentElement.lang !== document.documentElement.lang) {
		location.reload(); // another language was chosen
		return false;
	}
	if (!again && answer.ok) {
		take(fresh);
	}
	return answer.ok;
}

async function save() {
	clearTimeout(pause);
	if (saving) {
		again = true;
		return;
	}
	saving = true;
	try {
		let done;
		do {
			again = false;
			done = await send();
		} while (again);
		if (done) {
			say(saved.dataset.saved);
		}
	} catch {
		say(form.dataset.failed);
	}
	saving = false;
}

function soon() {
	clearTimeout(pause);
	pause = setTimeout(() => form.reportValidity() && save(), PAUSE);
}

form.addEventListener("input", event => {
	const { target } = event;
	if (target.id === "slider") {
		fields.below.value = target.value;
	} else if (target.id === "below") {
		document.getElementById("slider").value = target.value;
	}
	if (target.id === "slider" || target.id === "below") {
		fields.scores.value = "below";
	}
	if (threshold && ["slider", "below", "on", "missing", "every", "only-below"].includes(target.id)) {
		fields.preset.value = fields.shown.value; // the switches count, not a preset that is being saved
	}
	paint();
	soon();
});

form.addEventListener("submit", event => {
	event.preventDefault();
	save();
});
