// One phone: its lock screen, and below it whether it was told and why.

import {copyOf, isolated} from './page.js';

const MOST_SHOWN = 3;
const FRESH_MS = 60_000;
const DAY_MS = 86_400_000;
const VERDICTS = {TOLD: ['told', 'Told'], ON_ITS_WAY: ['', 'On its way'], QUIET: ['quiet', 'Quiet']};

export class Phone {
	constructor({person, name, language, note}) {
		this.person = person;
		this.name = name;
		this.language = language;
		this.note = note;
		this.shown = [];
		this.root = copyOf('phone');
		this.part('.owner').append(isolated(name), '\u2019s phone');
		this.part('.owner').id = `owner-${person}`;
		this.root.setAttribute('aria-labelledby', `owner-${person}`);
		this.part('.notices').setAttribute('aria-label', `On ${name}\u2019s lock screen`);
		this.part('.screen').lang = language;
		this.judge(null);
	}

	part(selector) {
		return this.root.querySelector(selector);
	}

	/** As a phone does it: the same collapse id takes the earlier one's place and moves to the top, with sound or without. */
	take(delivery, arriving) {
		const place = placeOf(delivery);
		this.arriving = arriving ? delivery.seq : null;
		this.shown = [delivery, ...this.shown.filter(other => placeOf(other) !== place)];
	}

	forget() {
		this.shown = [];
	}

	/** @param outcome what became of the change for this person; null where there is nothing to say yet */
	judge(outcome) {
		const [name, word] = VERDICTS[outcome?.outcome] ?? ['', ''];
		const tag = this.part('.verdict');
		if (tag.textContent !== word) {
			// Another tag, since one that grows at its beginning would have moved.
			const other = tag.cloneNode();
			other.hidden = word === '';
			other.className = `tag verdict ${name}`;
			other.textContent = word;
			tag.replaceWith(other);
		}
		this.part('.note').textContent = outcome?.why ?? this.note;
	}

	draw(now) {
		const time = clock(now);
		this.part('.small-clock').textContent = time;
		this.part('.clock').textContent = time;
		this.part('.date').textContent = new Intl.DateTimeFormat(this.language, {weekday: 'long', day: 'numeric', month: 'long'}).format(now);
		const drawn = new Map([...this.part('.notices').children].map(child => [child.dataset.seq, child]));
		this.part('.notices').replaceChildren(...this.shown.slice(0, MOST_SHOWN)
				.map(delivery => this.age(drawn.get(String(delivery.seq)) ?? noticeOf(delivery, this.arriving === delivery.seq), delivery, now)));
		const more = this.shown.length - MOST_SHOWN;
		this.part('.more').hidden = more <= 0;
		this.part('.more').textContent = `+ ${more}`;
	}

	age(notice, delivery, now) {
		const received = new Date(delivery.receivedAt);
		notice.querySelector('time').textContent = ago(received, now, this.language);
		notice.classList.toggle('fresh', delivery.alerting && now - received < FRESH_MS);
		return notice;
	}
}

function placeOf(delivery) {
	return delivery.collapse === null ? `alone:${delivery.seq}` : `slot:${delivery.collapse}`;
}

function noticeOf(delivery, arriving) {
	const notice = copyOf('notice');
	notice.classList.toggle('arriving', arriving);
	notice.dataset.seq = delivery.seq;
	notice.querySelector('.title').textContent = delivery.title ?? '';
	notice.querySelector('.text').textContent = delivery.body;
	const time = notice.querySelector('time');
	time.dateTime = delivery.receivedAt;
	time.title = new Date(delivery.receivedAt).toLocaleString();
	return notice;
}

/** As a lock screen puts it: "now", today's clock time, "yesterday", then the day. */
function ago(then, now, language) {
	const relative = new Intl.RelativeTimeFormat(language, {numeric: 'auto'});
	if (now - then < FRESH_MS) {
		return relative.format(0, 'second');
	}
	const days = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(then).setHours(0, 0, 0, 0)) / DAY_MS);
	switch (days) {
		case 0:
			return clock(then);
		case 1:
			return relative.format(-1, 'day');
		default:
			return new Intl.DateTimeFormat(language, {day: 'numeric', month: 'short'}).format(then);
	}
}

function clock(time) {
	return `${time.getHours()}:${String(time.getMinutes()).padStart(2, '0')}`;
}
