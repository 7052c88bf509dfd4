// One assignment at a time, with a field for each student. The same cells as the grid's.
import { LETTERS } from "./gradebook-cells.js";
import { bubble, words } from "./gradebook-paint.js";
import { element, icon, text } from "./gradebook-words.js";

export class Phone {
	constructor(place, columns, rows, cells, commit, resolve) {
		Object.assign(this, { place, columns, rows, cells, commit, resolve, column: 0, items: new Map() });
		this.narrow = matchMedia("(max-width: 39.99rem)");
		this.narrow.addEventListener("change", () => this.open());
		this.open();
	}

	get visible() {
		return this.narrow.matches;
	}

	open() {
		if (!this.visible) {
			return;
		}
		const head = this.columns[this.column];
		const [link, ...of] = head.children;
		this.items.clear();
		const list = element("ul", { className: "card flush" }, ...this.rows.map((row, y) => this.item(row, this.cells[y][this.column])));
		this.place.replaceChildren(element("div", { className: "turner" }, this.turn(-1, "Back", text("previous")),
			element("div", {}, element("h2", {}, link.cloneNode(true)),
				element("p", { className: "small", textContent: of.map(each => each.textContent).join(" · ") })),
			this.turn(1, "Forward", text("next"))), list);
		this.items.forEach((_, cell) => this.paint(cell));
	}

	turn(by, drawing, name) {
		const button = element("button", { type: "button", ariaLabel: name, disabled: !this.columns[this.column + by], onclick: () => {
			this.column += by;
			this.open();
			this.place.querySelectorAll(".turner button")[by < 0 ? 0 : 1].focus();
		} }, icon(drawing));
		button.firstChild.classList.add("large", "forward");
		return button;
	}

	item(row, cell) {
		const name = row.cells[0].textContent;
		const input = element("input", { className: "input number", inputMode: cell.mark ? "text" : "decimal", autocomplete: "off",
			ariaLabel: text("points", name), onchange: () => this.commit([{ cell, entry: input.value }]),
			onkeydown: event => event.key === "Enter" && this.next(input, event) });
		const select = element("select", { ariaLabel: text("flagOf", name), onchange: () => this.commit([{ cell, flags: select.value }]) },
			element("option", { value: "", textContent: text("noFlag") }),
			...LETTERS.map(letter => element("option", { value: letter, textContent: text(`flag${letter}`) })));
		const who = element("div", { className: "who" }, element("bdi", { textContent: name }), element("span", { className: "flags" }));
		const item = element("li", {}, who, element("span", { className: "pick-flag" }, icon("Flag"), select), input);
		this.items.set(cell, { item, input, select, flags: who.lastChild });
		return item;
	}

	next(input, event) {
		event.preventDefault();
		const inputs = [...this.place.querySelectorAll("input")];
		(inputs[inputs.indexOf(input) + (event.shiftKey ? -1 : 1)] ?? input).focus();
	}

	paint(cell) {
		const shown = this.items.get(cell);
		if (!shown) {
			return;
		}
		const { entry, flags: letters } = cell.shown();
		if (document.activeElement !== shown.input || shown.input.value.trim() !== entry) {
			shown.input.value = entry;
		}
		shown.input.setAttribute("aria-invalid", String(Boolean(cell.trouble)));
		shown.select.value = letters.slice(0, 1);
		const waits = cell.pending && !cell.trouble;
		shown.flags.replaceChildren(...(waits ? [element("span", { className: "spinner" })] : []), ...words(letters));
		shown.item.querySelector(".bubble")?.remove();
		if (cell.trouble) {
			shown.item.append(bubble(cell, this.resolve));
		}
	}

	show(cell) {
		this.column = this.cells.find(row => row.includes(cell)).indexOf(cell);
		if (!this.items.has(cell)) {
			this.open();
		}
		this.items.get(cell).input.focus();
	}
}
