// The sandbox's own addresses; nothing else is ever asked.

export class Refused extends Error {}

/** @throws Refused with the sandbox's own sentence, or one of ours where it cannot be reached */
export async function json(path, method = 'GET', body = undefined) {
	const answer = await fetch(path, {
		method,
		headers: body === undefined ? {} : {'Content-Type': 'application/json'},
		body: body === undefined ? undefined : JSON.stringify(body),
	}).catch(() => {
		throw new Refused('The sandbox cannot be reached. Is the demo running?');
	});
	if (!answer.ok) {
		const problem = await answer.json().catch(() => ({}));
		throw new Refused(problem.detail ?? `The sandbox answered ${answer.status}.`);
	}
	return answer.json();
}

export const pause = millis => new Promise(done => setTimeout(done, millis));
