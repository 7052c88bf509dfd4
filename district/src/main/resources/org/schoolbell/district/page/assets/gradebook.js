// The gradebook: one model of cells, shown as a grid and, on a phone, as one assignment at a time.
import { Cell, LETTERS, Outbox } from "./gradebook-cells.js";
import { askBefore, say, text, toast } from "./gradebook-words.js";
import { Phone } from "./gradebook-phone.js";
import { paint } from "./gradebook-paint.js";

const MANY = 5;
const root = document.getElementById("gradebook");
const grid = document.getElementById("grid");
const undone = [];

for (const id of ["section", "term"]) {
	document.getElementById(id)?.addEventListener("change", event => location.assign(event.target.value));
}

const columns = grid ? [...grid.tHead.rows[0].cells].slice(1) : [];
const rows = grid ? [...grid.tBodies[0].rows] : [];
const cells = rows.map(row => columns.map((column, x) => new Cell(row.cells[x + 1], column.dataset.a, row.dataset.s,
	column.dataset.mark === "true")));
const byElement = new Map(cells.flat().map(cell => [cell.element, cell]));
const outbox = new Outbox(root, cells.flat(), changed);
const phone = grid && new Phone(document.getElementById("phone"), columns, rows, cells, commit, resolve);
let at = { x: 0, y: 0 };
let editor = null;
let last = null;

function changed(cell) {
	if (cell?.element) {
		paint(cell, resolve, cell.element, columns.length, rows.length);
		phone?.paint(cell);
		if (cell.trouble && cell.trouble !== last) {
			last = cell.trouble;
			document.getElementById("alert").textContent = last.text;
			grid.querySelector(".latest")?.classList.remove("latest");
			cell.element?.classList.add("latest");
		}
	}
	const { open, hindered } = outbox.counts();
	const unsaved = outbox.refused();
	document.getElementById("busy").hidden = !open || Boolean(hindered);
	say(open ? wait(hindered, open) : outbox.saved && !unsaved.length ? text("saved") : "");
	const link = document.getElementById("unsaved");
	link.hidden = !unsaved.length;
	link.textContent = text("unsaved", unsaved.length);
}

// Without the characters that nobody sees, which spreadsheets and web pages leave around numbers.
function visible(text) {
	return text.replace(/\p{C}/gu, "").trim();
}

function wait(hindered, open) {
	return hindered === "signedOut" || hindered === "closed" ? text(hindered) : text(hindered || "saving", open);
}

// Enters changes into cells; each is {cell, entry?, flags?}. What was there before can be undone, by saving it again.
async function commit(changes, { undoable = true } = {}) {
	const real = changes.map(change => change.entry === undefined ? change : { ...change, entry: visible(change.entry) })
		.filter(({ cell, entry, flags }) => cell.differs(entry, flags));
	if (!real.length) {
		return false;
	}
	let silent = false;
	if (real.length >= MANY) {
		const answer = await askBefore(real.length, () => outbox.reach(real));
		if (!answer) {
			return false;
		}
		silent = answer === "silent";
	}
	if (undoable) {
		undone.push(real.map(({ cell }) => ({ cell, ...(cell.trouble ? { entry: cell.entry, flags: cell.flags } : cell.shown()) })));
	}
	real.forEach(({ cell, entry, flags }) => cell.change(entry, flags, silent));
	real.forEach(({ cell }) => changed(cell));
	outbox.send();
	if (undoable && real.length > 1) {
		toast(text("pasted", real.length), undo);
	}
	return true;
}

async function undo() {
	const last = undone.pop();
	if (last && await commit(last, { undoable: false })) {
		toast(text("undone"));
	}
}

// What a teacher answers to a cell that was not saved.
function resolve(cell, answer) {
	if (answer === "theirs") {
		cell.drop();
	} else if (answer === "mine") {
		cell.insist();
	} else if (answer === "keep") {
		cell.keepExtra();
	} else {
		focusCell(cell, true);
		return;
	}
	changed(cell);
	outbox.send();
	focusCell(cell, false);
}

function focusCell(cell, edit) {
	if (phone.visible) {
		phone.show(cell);
		return;
	}
	const y = cells.findIndex(row => row.includes(cell));
	move(cells[y].indexOf(cell), y);
	if (edit) {
		open(cell.shown().entry);
	}
}

// A cell that this page does not show: of another term, or of work that is gone, which nothing can save any more.
function showElsewhere(cell) {
	const all = new URLSearchParams({ term: "all" }).toString();
	if (location.search.includes(all)) {
		toast(cell.trouble.text);
		cell.drop();
		changed(null);
		outbox.send();
	} else {
		location.assign(`${root.dataset.home}?${all}`);
	}
}

function move(x, y) {
	const [from, to] = [cells[at.y][at.x].element, cells[y][x].element];
	from.tabIndex = -1;
	rows[at.y].cells[0].classList.remove("here");
	columns[at.x].classList.remove("here");
	at = { x, y };
	to.tabIndex = 0;
	rows[y].cells[0].classList.add("here");
	columns[x].classList.add("here");
	to.focus({ preventScroll: true });
	to.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function step(dx, dy) {
	const [x, y] = [at.x + dx, at.y + dy];
	if (x < 0 || y < 0 || x >= columns.length || y >= rows.length) {
		return false;
	}
	move(x, y);
	return true;
}

function open(value) {
	const cell = cells[at.y][at.x];
	editor = document.createElement("input");
	editor.className = "editor";
	editor.autocomplete = "off";
	editor.inputMode = cell.mark ? "text" : "decimal";
	editor.setAttribute("aria-label", `${rows[at.y].cells[0].textContent}, ${columns[at.x].querySelector("bdi").textContent}`);
	editor.value = value;
	cell.element.append(editor);
	editor.focus();
	editor.addEventListener("blur", () => close(true));
}

function close(keep) {
	if (editor) {
		const [input, cell] = [editor, byElement.get(editor.parentElement)];
		editor = null;
		input.remove();
		if (keep) {
			commit([{ cell, entry: input.value }]);
		}
	}
}

function editorKey(event) {
	const moves = { Enter: [0, event.shiftKey ? -1 : 1], Tab: [event.shiftKey ? -1 : 1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
	if (event.key === "Escape") {
		close(false);
		move(at.x, at.y);
	} else if (moves[event.key]) {
		close(true);
		if (!step(...moves[event.key])) {
			move(at.x, at.y);
		}
	} else {
		return;
	}
	event.preventDefault();
}

function cellKey(event) {
	const [right, cell] = [grid.matches(":dir(rtl)") ? -1 : 1, cells[at.y][at.x]];
	const far = event.ctrlKey || event.metaKey;
	const moves = {
		ArrowUp: () => step(0, -1), ArrowDown: () => step(0, 1), ArrowLeft: () => step(-right, 0), ArrowRight: () => step(right, 0),
		Enter: () => step(0, event.shiftKey ? -1 : 1) || true, Home: () => (move(0, far ? 0 : at.y), true),
		End: () => (move(columns.length - 1, far ? rows.length - 1 : at.y), true),
		PageUp: () => (move(at.x, Math.max(0, at.y - 10)), true), PageDown: () => (move(at.x, Math.min(rows.length - 1, at.y + 10)), true),
		// At the end of a row the key leaves the grid, as it does everywhere else.
		Tab: () => step(event.shiftKey ? -1 : 1, 0),
		F2: () => (open(cell.shown().entry), true), Delete: () => (commit([{ cell, entry: "", flags: "" }]), true),
		Backspace: () => (commit([{ cell, entry: "" }]), true), Escape: () => false,
	};
	let done = false;
	if (far && event.key.toLowerCase() === "z") {
		undo();
		done = true;
	} else if (moves[event.key]) {
		done = moves[event.key]();
	} else if (event.key.length === 1 && !far) {
		const letter = event.key.toUpperCase();
		if (LETTERS.includes(letter) && (!cell.mark || event.altKey)) {
			commit([{ cell, flags: cell.toggled(letter) }]);
			done = true;
		} else if (!event.altKey && event.key !== " ") {
			open(event.key);
			done = true;
		}
	}
	if (done) {
		event.preventDefault();
	}
}

// A column or block of a spreadsheet, from the focused cell on; what does not fit is left out.
function paste(event) {
	if (editor || !byElement.has(document.activeElement)) {
		return;
	}
	event.preventDefault();
	const lines = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "").split(/\r?\n/);
	const changes = [];
	lines.forEach((line, dy) => line.split("\t").forEach((value, dx) => {
		const cell = cells[at.y + dy]?.[at.x + dx];
		if (cell) {
			const flag = cell.mark ? "" : value.trim().toUpperCase().replace("EX", "X");
			changes.push(LETTERS.includes(flag) && flag ? { cell, flags: flag } : { cell, entry: value });
		}
	}));
	commit(changes).then(() => move(at.x, at.y));
}

if (grid) {
	byElement.forEach((_, element) => {
		element.tabIndex = -1;
	});
	cells[0][0].element.tabIndex = 0;
	grid.addEventListener("keydown", event => event.target === editor ? editorKey(event)
		: byElement.has(event.target) && cellKey(event));
	grid.addEventListener("focusin", event => {
		const cell = byElement.get(event.target);
		if (cell && cells[at.y][at.x] !== cell) {
			const y = cells.findIndex(row => row.includes(cell));
			move(cells[y].indexOf(cell), y);
		} else if (cell) {
			rows[at.y].cells[0].classList.add("here");
			columns[at.x].classList.add("here");
		}
	});
	grid.addEventListener("dblclick", event => {
		const cell = byElement.get(event.target.closest("td"));
		if (cell && !editor) {
			open(cell.shown().entry);
		}
	});
	grid.addEventListener("copy", event => {
		if (!editor && byElement.has(document.activeElement)) {
			event.clipboardData.setData("text/plain", cells[at.y][at.x].shown().entry);
			event.preventDefault();
		}
	});
	document.addEventListener("paste", paste);
	document.addEventListener("keydown", event => {
		if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.target.closest("input, textarea, #grid")) {
			event.preventDefault();
			undo();
		}
	});
	cells.flat().filter(cell => cell.pending).forEach(changed);
}
document.getElementById("unsaved").addEventListener("click", () => {
	const refused = outbox.refused();
	const next = refused.find(cell => cell.element && cell !== cells[at.y][at.x]) ?? refused[0];
	if (next?.element) {
		focusCell(next, false);
	} else if (next) {
		showElsewhere(next);
	}
});
// Who signs out leaves nothing behind in this browser, and is asked first where that would lose something.
document.addEventListener("submit", event => {
	if (event.target.getAttribute("action") === "/sign-out") {
		if (outbox.unsent() && !confirm(text("leaving", outbox.unsent()))) {
			event.preventDefault();
		} else {
			outbox.forget("");
		}
	}
});
outbox.send();
