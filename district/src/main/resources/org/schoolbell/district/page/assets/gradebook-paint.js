// How a cell looks: flags, what was typed, whether it is on its way, and if it was not saved, why and what can be done.
import { element, icon, text } from "./gradebook-words.js";

// On a phone, where there is no legend, as words.
export function words(letters) {
	return [...letters].map(letter => element("span", { className: `flag flag-${letter === "X" ? "EX" : letter}`, textContent: text(`flag${letter}`) }));
}

export function flags(letters) {
	return [...letters].flatMap(letter => {
		const shown = letter === "X" ? "EX" : letter;
		return [element("abbr", { className: `flag flag-${shown}`, textContent: shown, ariaHidden: "true" }),
			element("span", { className: "hidden", textContent: `${text(`flag${letter}`)} ` })];
	});
}

export function bubble(cell, resolve) {
	const { status, text: why, now } = cell.trouble;
	const made = element("div", { className: "bubble" }, element("span", { textContent: why }));
	const choices = { more: ["keep", "change"], overtaken: ["theirs", "mine"] }[status] ?? [];
	if (status === "overtaken") {
		made.append(element("span", { textContent: `${text("theirs")}: ${now.entry || text("empty")}. ${text("mine")}: ${cell.shown().entry || text("empty")}.` }));
	}
	for (const choice of choices) {
		made.append(element("button", { type: "button", textContent: text(choice), onclick: event => {
			event.stopPropagation();
			resolve(cell, choice);
		} }));
	}
	return made;
}

export function paint(cell, resolve, td, width, height) {
	const { entry, flags: letters } = cell.shown();
	const had = td.contains(document.activeElement);
	const waits = cell.pending && !cell.trouble;
	td.classList.toggle("bad", Boolean(cell.trouble));
	td.setAttribute("aria-invalid", String(Boolean(cell.trouble)));
	td.replaceChildren(...(waits ? [element("span", { className: "spinner" })] : []), ...(cell.trouble ? [icon("Warning")] : []),
		...flags(letters), entry);
	if (cell.trouble) {
		td.classList.toggle("end", td.cellIndex > 1 && td.cellIndex >= width - 1);
		td.classList.toggle("low", td.parentElement.sectionRowIndex > 3 && td.parentElement.sectionRowIndex >= height - 3);
		td.append(bubble(cell, resolve));
	}
	if (had) {
		td.focus();
	}
}
