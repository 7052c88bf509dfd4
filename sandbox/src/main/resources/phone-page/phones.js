// Draws the phones that /page names and lets arrive on them what /deliveries/stream tells.

import {byId, say} from './page.js';
import {Phone} from './phone.js';
import {School} from './school.js';
import {Story} from './story.js';
import {json} from './wire.js';

const RETRY_MS = 3_000;
const REDRAW_MS = 10_000;
/** A tap's own answer comes first; what is unknown after this was done elsewhere. */
const ELSEWHERE_MS = 1_000;

const page = await json('page');
const phones = new Map(page.phones.map(owner => [owner.person, new Phone(owner)]));
const story = new Story(phones);
const school = new School(story);

function draw() {
	const now = new Date();
	phones.forEach(phone => phone.draw(now));
}

function connection(state, text) {
	byId('connection').className = `tag connection ${state}`;
	byId('connection').textContent = text;
}

/** Shows all that is known and listens for more; as often as it takes to reach the sandbox. */
async function begin() {
	try {
		await load();
	} catch {
		connection('lost', 'Offline');
		setTimeout(begin, RETRY_MS);
	}
}

async function load() {
	const people = new URLSearchParams([...phones.keys()].map(person => ['person', person]));
	const {next, screens} = await json(`screens?${people}`);
	phones.forEach(phone => phone.forget());
	screens.flatMap(screen => screen.shows).sort((a, b) => a.seq - b.seq).forEach(delivery => arrive(delivery, false));
	draw();
	listen(people, next);
}

function arrive(delivery, now) {
	phones.get(delivery.person)?.take(delivery, now);
	story.arrive(delivery);
}

function listen(people, next) {
	people.set('since', next);
	const stream = new EventSource(`deliveries/stream?${people}`);
	stream.addEventListener('open', () => connection('live', 'Live'));
	stream.addEventListener('error', () => {
		connection('lost', 'Offline');
		if (stream.readyState === EventSource.CLOSED) {
			setTimeout(begin, RETRY_MS);
		}
	});
	stream.addEventListener('delivery', event => {
		const delivery = JSON.parse(event.data);
		arrive(delivery, true);
		draw();
		announce(delivery);
		setTimeout(() => story.knows(delivery) || catchUp(), ELSEWHERE_MS);
	});
	stream.addEventListener('clear', () => {
		stream.close();
		story.clear();
		begin();
	});
}

function announce(delivery) {
	const {name} = phones.get(delivery.person);
	const sound = delivery.alerting ? '' : ', without a sound';
	say(`${name}\u2019s phone${sound}: ${delivery.title ?? ''} ${delivery.body}`);
}

/** Without a district there are no stories, and the page says so at its buttons. */
async function catchUp() {
	await Promise.allSettled([school.look(), story.catchUp()]);
}

await school.open();
byId('phones').replaceChildren(...[...phones.values()].map(phone => phone.root));
byId('acts').hidden = false;
byId('story').hidden = false;
draw();
await begin();
await catchUp();
setInterval(draw, REDRAW_MS);
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && catchUp());
