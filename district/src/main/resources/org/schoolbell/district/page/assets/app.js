// On every page of the family's app: has the worker installed, which shows pushes, and has it see to this browser's address for pushes. It asks for no
// permission: that is asked after explaining, on the page of settings.

const HOUR = 3_600_000;
const RENEWED = "renewed";

// An answer of the worker to `renew` or `turn-on`: this browser's state, or { failed }.
export async function ask(type) {
	const worker = (await navigator.serviceWorker.ready).active;
	return new Promise(resolve => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = event => resolve(event.data);
		worker.postMessage({ type }, [port2]);
	});
}

// At most once an hour: a visit that finds all in order costs one small request.
async function renew() {
	if (Notification.permission !== "granted" || Date.now() - Number(sessionStorage.getItem(RENEWED)) < HOUR) {
		return;
	}
	sessionStorage.setItem(RENEWED, String(Date.now()));
	await ask("renew");
}

// Pages that show what is new, such as the count on the bell, listen for this.
function pass(event) {
	if (event.data?.type === "told") {
		document.dispatchEvent(new CustomEvent("schoolbell:told"));
	}
}

if ("serviceWorker" in navigator) {
	navigator.serviceWorker.register("/service-worker.js").catch(() => {
		// A private window, or no certificate: pages work without it, and the page of settings says what is missing.
	});
	navigator.serviceWorker.addEventListener("message", pass);
	if ("Notification" in window && "PushManager" in window) {
		renew();
	}
}
