// Cells, and what of them is not saved yet: it is kept in this browser, by ids and values, until the server has answered.
export const LETTERS = ["M", "L", "I", "X"];
const FLAGS = { M: "MISSING", L: "LATE", I: "INCOMPLETE", X: "EXEMPT" };
const MOST = 500;
const LONGEST_WAIT = 30000;

// What this browser keeps. Where it keeps nothing or has no room, what is typed lives as long as the page.
const shelf = {
	keys: () => attempt(() => Object.keys(localStorage).filter(key => key.startsWith("gradebook/")), []),
	read: key => new Map(attempt(() => JSON.parse(localStorage.getItem(key) ?? "[]"), [])),
	write: (key, map) => attempt(() => map.size ? localStorage.setItem(key, JSON.stringify([...map])) : localStorage.removeItem(key)),
	remove: key => attempt(() => localStorage.removeItem(key)),
};

function attempt(work, otherwise) {
	try {
		return work();
	} catch {
		return otherwise;
	}
}

export class Cell {
	// pending: {entry?, flags?, silent, extra, over?}; trouble: {status, text, now?}, why it is not saved
	constructor(element, assignment, student, mark) {
		Object.assign(this, { element, assignment, student, mark, pending: null, trouble: null, inFlight: false, seen: element?.dataset.v ?? "0" });
		const letters = element ? [...element.querySelectorAll(".flag")].map(flag => flag.textContent).join("") : "";
		this.flags = element?.dataset.f ?? "";
		this.entry = element ? element.textContent.trim().slice(letters.length).trim() : "";
	}

	get key() {
		return JSON.stringify([this.assignment, this.student]);
	}

	shown() {
		return { entry: this.pending?.entry ?? this.entry, flags: this.pending?.flags ?? this.flags };
	}

	differs(entry, flags) {
		const now = this.shown();
		return (entry !== undefined && entry !== now.entry) || (flags !== undefined && flags !== now.flags);
	}

	// Missing and exempt stand alone; late and incomplete may stand together.
	toggled(letter) {
		const flags = this.shown().flags;
		const alone = letter === "M" || letter === "X";
		const others = [...flags].filter(each => each !== letter && !alone && each !== "M" && each !== "X");
		return LETTERS.filter(each => others.includes(each) || (each === letter && !flags.includes(letter))).join("");
	}

	change(entry, flags, silent) {
		// Who saves many without telling and corrects one that was refused has not asked to tell that one.
		const wanted = { ...this.pending, silent: silent || Boolean(this.trouble && this.pending?.silent), extra: false };
		if (entry !== undefined) {
			wanted.entry = entry;
		}
		if (flags !== undefined) {
			wanted.flags = flags;
		}
		// Back to what is saved: nothing to save, unless another value is on its way or somebody else's is in question.
		const back = (wanted.entry ?? this.entry) === this.entry && (wanted.flags ?? this.flags) === this.flags;
		this.pending = back && !this.inFlight ? null : wanted;
		this.trouble = null;
	}

	drop() {
		if (this.trouble?.now) {
			this.take(this.trouble.now);
		}
		this.pending = this.trouble = null;
	}

	// The teacher has seen theirs, and wants another value all the same.
	insist() {
		this.seen = this.trouble.now.seen;
		this.trouble = null;
	}

	keepExtra() {
		this.pending = { ...this.pending, extra: true };
		this.trouble = null;
	}

	take(now) {
		Object.assign(this, { seen: now.seen, entry: now.entry, flags: now.flags });
	}

	edit() {
		const { entry, flags, extra } = this.pending;
		return {
			assignment: this.assignment, student: this.student, seen: this.seen, extraCredit: extra || undefined, entry,
			flags: flags === undefined ? undefined : [...flags].map(letter => FLAGS[letter]),
		};
	}
}

// Sends what is pending, one request at a time and the same again until it is answered; the server saves each edit once however often it comes.
export class Outbox {
	constructor(root, cells, changed) {
		Object.assign(this, { home: root.dataset.home, changed, cells, waits: 0, busy: false, hindered: "", saved: false, kept: new Map() });
		this.store = `gradebook/${root.dataset.account}${this.home}`;
		this.restore(`gradebook/${root.dataset.account}/`);
		addEventListener("online", () => this.send());
	}

	restore(own) {
		this.forget(own);
		const kept = shelf.read(this.store);
		for (const cell of this.cells) {
			this.revive(cell, kept.get(cell.key));
			kept.delete(cell.key);
		}
		// Of assignments that this page does not show, such as another term's.
		for (const [key, state] of kept) {
			const cell = new Cell(null, ...JSON.parse(key), false);
			this.cells.push(cell);
			this.revive(cell, state);
		}
	}

	revive(cell, state) {
		if (state) {
			Object.assign(cell, { pending: state.pending, seen: state.seen });
			this.kept.set(cell.key, JSON.stringify(state));
		}
	}

	// Removes what other accounts have left in this browser, or with "" everything.
	forget(own) {
		shelf.keys().filter(key => !(own && key.startsWith(own))).forEach(shelf.remove);
	}

	// Another tab may keep values of its own at the same place: only what this one has changed is written, and only what it has written is removed.
	keep() {
		const all = shelf.read(this.store);
		for (const cell of this.cells) {
			const [was, state] = [this.kept.get(cell.key), cell.pending && { pending: cell.pending, seen: cell.seen }];
			if (state && JSON.stringify(state) !== was) {
				all.set(cell.key, state);
				this.kept.set(cell.key, JSON.stringify(state));
			} else if (!state && was) {
				this.kept.delete(cell.key);
				if (JSON.stringify(all.get(cell.key)) === was) {
					all.delete(cell.key);
				}
			}
		}
		shelf.write(this.store, all);
	}

	// hindered: why what is open stays here for now, if it does: "away", "failing", "closed" or "signedOut".
	counts() {
		return { open: this.cells.filter(cell => cell.pending && !cell.trouble).length, hindered: this.hindered };
	}

	// Those that would be lost with this browser's memory.
	unsent() {
		return this.cells.filter(cell => cell.pending).length;
	}

	refused() {
		return this.cells.filter(cell => cell.trouble);
	}

	send() {
		this.keep();
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.sendNow(), this.waits && !navigator.onLine ? this.waits : 50);
	}

	async sendNow() {
		const open = this.cells.filter(cell => cell.pending && !cell.trouble);
		if (this.busy || !open.length) {
			return;
		}
		const batch = open.filter(cell => cell.pending.silent === open[0].pending.silent).slice(0, MOST);
		const sent = batch.map(cell => cell.pending);
		this.busy = true;
		batch.forEach(cell => {
			cell.inFlight = true;
			this.changed(cell);
		});
		try {
			const { results } = await this.post("scores", { silent: sent[0].silent, edits: batch.map(cell => cell.edit()) });
			this.waits = 0;
			this.hindered = "";
			batch.forEach((cell, i) => this.settle(cell, results[i], sent[i]));
		} catch (why) {
			this.hindered = why.hindered ?? "away";
			this.waits = Math.min(LONGEST_WAIT, this.waits * 2 || 1000);
		}
		this.busy = false;
		batch.forEach(cell => {
			cell.inFlight = false;
		});
		this.keep();
		this.cells.filter(cell => batch.includes(cell) || cell.pending).forEach(cell => this.changed(cell));
		if (!["closed", "signedOut"].includes(this.hindered)) {
			this.timer = setTimeout(() => this.sendNow(), this.waits);
		}
	}

	// What was typed while the answer was on its way goes next, over what the answer says.
	settle(cell, answer, sent) {
		const typedOn = cell.pending !== sent;
		if (answer.status === "saved") {
			cell.take(answer.now);
			cell.pending = typedOn ? cell.pending : null;
			this.saved = true;
		} else if (!typedOn) {
			cell.trouble = answer;
		}
	}

	async reach(changes) {
		const edits = changes.map(({ cell, entry, flags }) => {
			const probe = Object.assign(new Cell(null, cell.assignment, cell.student, cell.mark), { seen: cell.seen });
			probe.pending = { ...cell.pending, ...(entry === undefined ? {} : { entry }), ...(flags === undefined ? {} : { flags }) };
			return probe.edit();
		});
		return this.post("reach", { silent: false, edits });
	}

	async post(what, body) {
		const csrf = document.querySelector("meta[name=csrf]");
		const answer = await fetch(`${this.home}/${what}`, {
			method: "POST", redirect: "manual", body: JSON.stringify(body), signal: AbortSignal.timeout(LONGEST_WAIT),
			headers: { "Content-Type": "application/json", Accept: "application/json", ...(csrf ? { [csrf.dataset.header]: csrf.content } : {}) },
		});
		if (!answer.ok) {
			throw Object.assign(new Error(`The server answered ${answer.status}`), { hindered: hindrance(answer) });
		}
		return answer.json();
	}
}

// Some answers stay the same however often one asks: a section that is no longer the teacher's.
function hindrance({ type, status }) {
	if (type === "opaqueredirect" || status === 401 || status === 403) {
		return "signedOut";
	}
	return status >= 500 || status === 408 || status === 429 ? "failing" : "closed";
}
