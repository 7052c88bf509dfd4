// Draws the phones that /page names and lets arrive on them what /deliveries/stream tells.

const MOST_SHOWN = 3;
const MOST_SAID = 5;
const FRESH_MS = 60_000;
const RETRY_MS = 3_000;
const DAY_MS = 86_400_000;
const byId = id => document.getElementById(id);
const phones = new Map();
let latest = {savedAt: null, arrivals: []};

class Phone {
	constructor({person, name, language, note}) {
		this.person = person;
		this.name = name;
		this.language = language;
		this.shown = [];
		this.root = byId('phone').content.firstElementChild.cloneNode(true);
		this.part('.owner').append(`${name}\u2019s phone`);
		this.part('.owner').id = `owner-${person}`;
		this.root.setAttribute('aria-labelledby', `owner-${person}`);
		this.part('.notices').setAttribute('aria-label', `On ${name}\u2019s lock screen`);
		this.part('.screen').lang = language;
		this.part('.note').textContent = note;
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

	draw(now) {
		const time = clock(now);
		this.part('.small-clock').textContent = time;
		this.part('.clock').textContent = time;
		this.part('.date').textContent = new Intl.DateTimeFormat(this.language, {weekday: 'long', day: 'numeric', month: 'long'}).format(now);
		this.drawNotices(now);
		this.drawVerdict();
	}

	drawNotices(now) {
		const list = this.part('.notices');
		const drawn = new Map([...list.children].map(child => [child.dataset.seq, child]));
		list.replaceChildren(...this.shown.slice(0, MOST_SHOWN).map(delivery => {
			const notice = drawn.get(String(delivery.seq)) ?? noticeOf(delivery, this.arriving === delivery.seq);
			const time = notice.querySelector('time');
			time.textContent = ago(new Date(delivery.receivedAt), now, this.language);
			notice.classList.toggle('fresh', delivery.alerting && now - new Date(delivery.receivedAt) < FRESH_MS);
			return notice;
		}));
		const more = this.shown.length - MOST_SHOWN;
		this.part('.more').hidden = more <= 0;
		this.part('.more').textContent = `+ ${more}`;
	}

	drawVerdict() {
		const told = latest.arrivals.some(arrival => arrival.person === this.person);
		const tag = this.part('.verdict');
		tag.hidden = latest.arrivals.length === 0;
		tag.className = `tag verdict ${told ? 'told' : 'quiet'}`;
		tag.textContent = told ? 'Told' : 'Quiet';
	}
}

function placeOf(delivery) {
	return delivery.collapse === null ? `alone:${delivery.seq}` : `slot:${delivery.collapse}`;
}

function noticeOf(delivery, arriving) {
	const notice = byId('notice').content.firstElementChild.cloneNode(true);
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

/** When the change was saved: a link ends with the notice's id, a UUID of version 7, which begins with that millisecond. */
function savedAt(delivery) {
	const id = /([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-/.exec(delivery.data.link ?? '');
	const millis = id === null ? NaN : parseInt(id[1] + id[2], 16);
	const took = new Date(delivery.receivedAt) - millis;
	return took >= 0 && took < DAY_MS ? millis : null;
}

/** Arrivals of the same change, or within two seconds of each other, are one story. */
function tell(delivery) {
	const at = new Date(delivery.receivedAt).getTime();
	const saved = savedAt(delivery);
	const last = latest.arrivals.at(-1);
	const same = last !== undefined && (saved === null ? at - last.at < 2_000 : saved === latest.savedAt);
	if (!same) {
		latest = {savedAt: saved, arrivals: []};
	}
	latest.arrivals.push({person: delivery.person, at, alerting: delivery.alerting});
}

/** One line a phone: when the story reached it. */
function drawSteps() {
	const {savedAt: saved, arrivals} = latest;
	const start = saved ?? arrivals[0]?.at;
	const firsts = arrivals.filter((arrival, i) => arrivals.findIndex(other => other.person === arrival.person) === i);
	const steps = firsts.map(({person, at, alerting}) => step(at - start,
			`${phones.get(person).name}\u2019s phone ${alerting ? 'shows it' : 'changes without a sound'}`));
	byId('steps').replaceChildren(...saved === null ? [] : [step(0, 'The change is saved')], ...steps);
	byId('nothing').hidden = arrivals.length > 0;
	byId('took').hidden = saved === null;
	byId('took').textContent = saved === null ? '' : seconds(firsts.at(-1).at - saved);
}

function step(millis, text) {
	const item = document.createElement('li');
	const time = document.createElement('span');
	time.className = 'seconds';
	time.textContent = seconds(millis);
	item.append(time, text);
	return item;
}

function seconds(millis) {
	return `${(millis / 1000).toFixed(1)} s`;
}

function draw() {
	const now = new Date();
	phones.forEach(phone => phone.draw(now));
	drawSteps();
}

function announce(delivery) {
	const {name} = phones.get(delivery.person);
	const sound = delivery.alerting ? '' : ', without a sound';
	say(`${name}\u2019s phone${sound}: ${delivery.title ?? ''} ${delivery.body}`);
}

/** Adds a line for screen readers; several within a second are all read. */
function say(text) {
	const line = document.createElement('p');
	line.textContent = text;
	const log = byId('announcements');
	log.append(line);
	while (log.childElementCount > MOST_SAID) {
		log.firstElementChild.remove();
	}
}

function connection(state, text) {
	byId('connection').className = `tag connection ${state}`;
	byId('connection').textContent = text;
}

async function json(path) {
	const answer = await fetch(path);
	if (!answer.ok) {
		throw new Error(`${path} answered ${answer.status}`);
	}
	return answer.json();
}

/** Shows all that is known and listens for more; as often as it takes to reach the sandbox. */
async function begin() {
	try {
		await load();
	} catch {
		connection('lost', 'Reconnecting');
		setTimeout(begin, RETRY_MS);
	}
}

async function load() {
	const people = new URLSearchParams([...phones.keys()].map(person => ['person', person]));
	const {next, screens} = await json(`screens?${people}`);
	const earlier = screens.flatMap(screen => screen.shows).sort((a, b) => a.seq - b.seq);
	latest = {savedAt: null, arrivals: []};
	phones.forEach(phone => phone.shown = []);
	earlier.forEach(delivery => arrive(delivery, false));
	draw();
	listen(people, next);
}

function arrive(delivery, now) {
	phones.get(delivery.person)?.take(delivery, now);
	tell(delivery);
}

function listen(people, next) {
	people.set('since', next);
	const stream = new EventSource(`deliveries/stream?${people}`);
	stream.addEventListener('open', () => connection('live', 'Live'));
	stream.addEventListener('error', () => {
		connection('lost', 'Reconnecting');
		if (stream.readyState === EventSource.CLOSED) {
			setTimeout(begin, RETRY_MS);
		}
	});
	stream.addEventListener('delivery', event => {
		const delivery = JSON.parse(event.data);
		arrive(delivery, true);
		draw();
		announce(delivery);
	});
	stream.addEventListener('clear', () => {
		stream.close();
		begin();
	});
}

function offer({action, command}) {
	byId('action').textContent = action;
	if (command === null) {
		byId('hint').textContent = 'The demo shows here what to paste into a terminal.';
		return;
	}
	byId('command').textContent = command;
	byId('command').hidden = false;
	byId('copy').hidden = false;
	byId('copy').addEventListener('click', async () => {
		await navigator.clipboard.writeText(command);
		byId('copy').textContent = 'Copied';
		say('The command is copied.');
	});
}

const page = await json('page');
offer(page);
page.phones.forEach(owner => phones.set(owner.person, new Phone(owner)));
byId('phones').replaceChildren(...[...phones.values()].map(phone => phone.root));
draw();
await begin();
setInterval(draw, 10_000);
