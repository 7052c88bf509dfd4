// What the gradebook says: texts come with the page, in its language.
const texts = document.getElementById("texts").dataset;
const plural = new Intl.PluralRules(document.documentElement.lang);

export function text(key, what) {
	if (typeof what !== "number") {
		return texts[key].replace("#", what ?? "#");
	}
	return (plural.select(what) === "one" ? texts[`${key}One`] : texts[`${key}Other`]).replace("#", what.toLocaleString(document.documentElement.lang));
}

export function icon(name) {
	const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
	svg.setAttribute("class", "icon");
	svg.setAttribute("viewBox", "0 0 24 24");
	svg.setAttribute("aria-hidden", "true");
	const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
	use.setAttribute("href", texts[`icon${name}`]);
	svg.append(use);
	return svg;
}

export function element(name, properties, ...children) {
	const made = Object.assign(document.createElement(name), properties);
	made.append(...children);
	return made;
}

export function say(words) {
	const status = document.getElementById("status");
	if (status.textContent !== words) {
		status.textContent = words;
	}
}

// Stays 10 s, and while it is under the pointer or has the focus.
export function toast(words, undo) {
	const place = document.getElementById("toasts");
	const made = element("div", { className: "toast" }, element("span", { className: "said", textContent: words }));
	if (undo) {
		made.append(element("button", { type: "button", onclick: () => {
			made.remove();
			undo();
		} }, icon("Undo"), text("undo")));
	}
	place.replaceChildren(made);
	const leave = () => made.matches(":hover, :focus-within") ? setTimeout(leave, 1000) : made.remove();
	setTimeout(leave, 10000);
}

// Before a save of many: whom it reaches. Answers "tell", "silent", or "" for neither.
export function askBefore(count, reach) {
	const dialog = document.getElementById("ask");
	const [title, detail] = [document.getElementById("ask-title"), document.getElementById("ask-detail")];
	title.textContent = text("reaching", count);
	detail.textContent = "";
	dialog.returnValue = "";
	dialog.showModal();
	reach().then(found => {
		title.textContent = found.text;
		detail.textContent = found.detail;
	}, () => {
		detail.textContent = text("unreached");
	});
	return new Promise(done => dialog.addEventListener("close", () => done(dialog.returnValue), { once: true }));
}
