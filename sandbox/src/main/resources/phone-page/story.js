// The newest story: what was done at school, whom it told, and how long that took. Pushes are known by their ids, from the traces to the phones.

import {byId, isolated} from './page.js';
import {json, pause} from './wire.js';

const LOOK_AGAIN_MS = 250;
const LOOKS = 80;

export class Story {
	/** @param phones by person */
	constructor(phones) {
		this.phones = phones;
		this.arrivals = new Map();
		this.clear();
	}

	clear() {
		this.told = null;
		this.draw();
	}

	/** Something was done by a tap here. @param begin when, in ms */
	begin(said, begin) {
		this.told = {said, begin, found: null, note: null};
		this.draw();
		return this.told;
	}

	/** That is the end of it: nothing was saved that anybody could be told of. */
	end(told, note) {
		told.note = note;
		this.draw();
	}

	/** Looks at the traces until nothing more is on its way, or a newer story has begun. */
	async follow(told, student, event) {
		told.event = event;
		for (let look = 0; look < LOOKS && this.told === told; look++) {
			this.find(told, await json(`school/stories/${encodeURIComponent(student)}/${encodeURIComponent(event)}`));
			if (told.found.settled) {
				return;
			}
			await pause(LOOK_AGAIN_MS);
		}
	}

	/** What was done elsewhere, a gradebook for one, is a story too; its event's id, a UUID of version 7, begins with the millisecond of the save. */
	async catchUp() {
		const before = this.told;
		const {story} = await json('school/stories/latest');
		if (story === null || story.event === before?.event || before?.busy || this.told !== before) {
			return;
		}
		const told = this.begin('A change is saved', parseInt(story.event.replace('-', '').slice(0, 12), 16));
		told.event = story.event;
		this.find(told, story);
		if (!story.settled) {
			await this.follow(told, story.student, story.event);
		}
	}

	find(told, found) {
		told.found = found;
		if (this.told === told) {
			this.draw();
		}
	}

	arrive(delivery) {
		this.arrivals.set(delivery.id, delivery);
		this.draw();
	}

	/** Whether this push belongs to the story that is told. */
	knows(delivery) {
		return this.told?.found?.people.some(person => person.pushes.includes(delivery.id)) ?? false;
	}

	draw() {
		const people = this.told?.found?.people ?? [];
		this.phones.forEach(phone => phone.judge(people.find(({person}) => person === phone.person) ?? null));
		byId('nothing').hidden = this.told !== null;
		const shown = people.flatMap(person => this.shownTo(person)).sort((a, b) => a.at - b.at);
		byId('steps').replaceChildren(...this.told === null ? [] : this.steps(people, shown));
		byId('took').hidden = shown.length === 0;
		byId('took').textContent = shown.length === 0 ? '' : seconds(shown.at(-1).at - this.told.begin);
	}

	/** The first of somebody's phones to show it. */
	shownTo({person, pushes}) {
		const deliveries = pushes.map(id => this.arrivals.get(id)).filter(delivery => delivery !== undefined);
		const name = this.phones.get(person)?.name;
		return name === undefined ? [] : deliveries.slice(0, 1).map(({receivedAt, alerting}) => ({name, alerting, at: Date.parse(receivedAt)}));
	}

	steps(people, shown) {
		const {said, begin, found, note} = this.told;
		const steps = [step(0, said)];
		if (note !== null) {
			steps.push(step(null, note));
		}
		if (found?.at) {
			const quiet = people.filter(({outcome}) => outcome === 'QUIET').length;
			const answer = found.why === null ? `${people.length - quiet} told, ${quiet} not` : `nobody is told. ${found.why}`;
			steps.push(step(Date.parse(found.at) - begin, `${people.length} people checked: ${answer}`));
		}
		shown.forEach(({name, alerting, at}) => steps.push(step(at - begin, isolated(name),
				`\u2019s phone ${alerting ? 'shows it' : 'changes without a sound'}`)));
		return steps;
	}
}

function step(millis, ...parts) {
	const item = document.createElement('li');
	const time = document.createElement('span');
	time.className = 'seconds';
	time.textContent = millis === null ? '' : seconds(millis);
	const text = document.createElement('span');
	text.append(...parts);
	item.append(time, text);
	return item;
}

function seconds(millis) {
	return `${(Math.max(0, millis) / 1000).toFixed(1)} s`;
}
