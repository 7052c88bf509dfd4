// Cells, and what of them is not saved yet: it is kept in this browser, by ids and values, until the server has answered.
export const LETTERS = ["M", "L", "I", "X"];
const FLAGS = { M: "MISSING", L: "LATE", I: "INCOMPLETE", X: "EXEMPT" };
const MOST = 500;
const LONGEST_WAIT = 30000;

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
		const wanted = { ...this.pending, silent, extra: false };
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
		Object.assign(this, { home: root.dataset.home, changed, cells, waits: 0, busy: false, away: false, signedOut: false, saved: false });
		this.store = `gradebook/${root.dataset.account}${this.home}`;
		this.restore(`gradebook/${root.dataset.account}/`);
		addEventListener("online", () => this.send());
		// Who signs out leaves nothing behind.
		document.addEventListener("submit", event => event.target.getAttribute("action") === "/sign-out" && this.forget(""));
	}

	restore(own) {
		this.forget(own);
		const kept = new Map(JSON.parse(localStorage.getItem(this.store) ?? "[]"));
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
		}
	}

	// Removes what other accounts have left in this browser, or with "" everything.
	forget(own) {
		Object.keys(localStorage).filter(key => key.startsWith("gradebook/") && !(own && key.startsWith(own)))
			.forEach(key => localStorage.removeItem(key));
	}

	keep() {
		const pending = this.cells.filter(cell => cell.pending).map(cell => [cell.key, { pending: cell.pending, seen: cell.seen }]);
		if (pending.length) {
			localStorage.setItem(this.store, JSON.stringify(pending));
		} else {
			localStorage.removeItem(this.store);
		}
	}

	counts() {
		const open = this.cells.filter(cell => cell.pending && !cell.trouble).length;
		return { saving: this.away ? 0 : open, waiting: this.away ? open : 0, signedOut: this.signedOut };
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
			this.away = false;
			batch.forEach((cell, i) => this.settle(cell, results[i], sent[i]));
		} catch {
			this.away = !this.signedOut;
			this.waits = Math.min(LONGEST_WAIT, this.waits * 2 || 1000);
		}
		this.busy = false;
		batch.forEach(cell => {
			cell.inFlight = false;
		});
		this.keep();
		this.cells.filter(cell => batch.includes(cell) || cell.pending).forEach(cell => this.changed(cell));
		if (!this.signedOut) {
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
			method: "POST", redirect: "manual", body: JSON.stringify(body),
			headers: { "Content-Type": "application/json", Accept: "application/json", ...(csrf ? { [csrf.dataset.header]: csrf.content } : {}) },
		});
		this.signedOut = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403;
		if (!answer.ok) {
			throw new Error(`The server answered ${answer.status}`);
		}
		return answer.json();
	}
}
