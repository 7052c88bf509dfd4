// The school's side: a button for each thing that can be done there, and the district's switch.

import {byId, copyOf, say} from './page.js';
import {json, pause, Refused} from './wire.js';

const LOOK_AGAIN_MS = 2_000;
const TAGS = {SAVED: ['done', 'Done'], UNCHANGED: ['same', 'Same'], REFUSED: ['refused', 'Refused']};

export class School {
	constructor(story) {
		this.story = story;
		this.rows = [];
		this.toggle = null;
	}

	/** Draws what can be done, and waits until it can be done. */
	async open() {
		const state = await json('school');
		this.build(state.acts);
		this.show(state);
		this.await(state);
	}

	/** Somebody may have turned the switch elsewhere. */
	async look() {
		this.show(await json('school'));
	}

	async await({district}) {
		while (district === null) {
			await pause(LOOK_AGAIN_MS);
			const state = await json('school').catch(error => ({district: null, why: sentence(error)}));
			this.show(state);
			district = state.district;
		}
	}

	build(acts) {
		const items = acts.map(act => {
			const item = copyOf('act');
			const row = item.querySelector('button');
			row.querySelector('.title').textContent = act.title;
			row.querySelector('.hint').textContent = act.hint;
			row.addEventListener('click', () => this.do(row, act));
			this.rows.push(row);
			return item;
		});
		const last = copyOf('switch');
		this.toggle = last.querySelector('button');
		this.toggle.addEventListener('click', () => this.turn());
		byId('acts').replaceChildren(...items, last);
	}

	show({district, why, push}) {
		const ready = district !== null;
		byId('unready').hidden = ready;
		byId('why').textContent = why ?? '';
		[...this.rows, this.toggle].forEach(button => button.disabled = !ready);
		byId('open').hidden = !ready;
		if (ready) {
			byId('open').href = district;
			this.toggle.setAttribute('aria-checked', String(push));
		}
	}

	async do(row, act) {
		if (row.getAttribute('aria-busy') === 'true') {
			return;
		}
		const told = this.story.begin(act.title, Date.now());
		told.busy = true;
		busy(row, true);
		try {
			const {outcome, said, student, event} = await json(`school/acts/${act.id}`, 'POST');
			this.mark(row, outcome);
			if (event === null) {
				this.end(told, said);
				return;
			}
			told.said = said;
			await this.story.follow(told, student, event);
		} catch (refused) {
			this.mark(row, 'REFUSED');
			this.end(told, sentence(refused));
		} finally {
			told.busy = false;
			busy(row, false);
		}
	}

	async turn() {
		const on = this.toggle.getAttribute('aria-checked') !== 'true';
		const told = this.story.begin(`Push notifications are switched ${on ? 'on' : 'off'}`, Date.now());
		told.busy = true;
		try {
			const {enabled} = await json('school/push', 'PUT', {enabled: on});
			this.toggle.setAttribute('aria-checked', String(enabled));
			this.end(told, enabled ? 'Pushes leave the district again' : 'No push leaves any more; the inbox goes on');
		} catch (refused) {
			this.end(told, sentence(refused));
		} finally {
			told.busy = false;
		}
	}

	end(told, note) {
		this.story.end(told, note);
		say(note);
	}

	/** Says at the row how its last tap ended, and at no other row any more. */
	mark(row, outcome) {
		this.rows.forEach(other => {
			other.classList.toggle('chosen', other === row);
			other.querySelector('.end .tag')?.remove();
		});
		const [name, word] = TAGS[outcome];
		const tag = document.createElement('span');
		tag.className = `tag ${name}`;
		tag.textContent = word;
		row.querySelector('.end').append(tag);
	}
}

function busy(row, is) {
	row.setAttribute('aria-busy', String(is));
}

function sentence(error) {
	if (error instanceof Refused) {
		return error.message;
	}
	throw error;
}
