// Small parts that the others share.

const MOST_SAID = 5;

export const byId = id => document.getElementById(id);
export const copyOf = id => byId(id).content.firstElementChild.cloneNode(true);

/** Somebody's name inside a sentence, whatever way it is written. */
export function isolated(text) {
	const name = document.createElement('bdi');
	name.textContent = text;
	return name;
}

/** Adds a line for screen readers; several within a second are all read. */
export function say(text) {
	const line = document.createElement('p');
	line.textContent = text;
	const log = byId('announcements');
	log.append(line);
	while (log.childElementCount > MOST_SAID) {
		log.firstElementChild.remove();
	}
}
