// What runs while no page is open: it shows pushes, keeps the last notices for when there is no network, and keeps this browser's address for pushes
// known to the school. /service-worker.js loads it and says where this release's files are, as the constant `assets`.
//
// What the browser ends at any moment is done again: at the next push, or at the next visit, which asks for `renew`.

const SHELL = `shell ${assets}`; // of no person: the page for when there is no network, and what it looks like
const KEPT = "kept"; // of whoever is signed in: the notifications as last seen
const OFFLINE = "/offline";
const NOTIFICATIONS = "/notifications";
const STATE = "/app/state";
const DEVICES = "/api/v1/devices";

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(activate()));
self.addEventListener("fetch", event => serve(event));
self.addEventListener("push", event => event.waitUntil(tell(event.data)));
self.addEventListener("notificationclick", event => event.waitUntil(open(event.notification)));
self.addEventListener("pushsubscriptionchange", event => event.waitUntil(renew(false)));
self.addEventListener("message", event => event.waitUntil(answer(event)));

async function install() {
	const shell = await caches.open(SHELL);
	const files = ["app.css", "family.css", "app.js", "family.js", "inbox.js", "icons.svg", "mark.svg", "icon-192.png", "badge-96.png"].map(name => assets + name);
	await shell.addAll([new Request(OFFLINE, { cache: "reload" }), ...files]);
	await self.skipWaiting();
}

async function activate() {
	const names = await caches.keys();
	await Promise.all(names.filter(name => name !== SHELL && name !== KEPT).map(name => caches.delete(name)));
	await self.clients.claim();
}

/* Pages */

function serve(event) {
	const request = event.request;
	const address = new URL(request.url);
	if (address.origin !== self.location.origin) {
		return;
	}
	if (request.method === "POST" && address.pathname === "/sign-out") {
		event.waitUntil(forget());
	} else if (request.method === "GET" && request.mode === "navigate") {
		event.respondWith(visit(event, address));
	} else if (request.method === "GET" && address.pathname.startsWith(assets)) {
		// Their address changes with their content.
		event.respondWith(caches.match(request).then(file => file ?? fetch(request)));
	}
}

async function visit(event, address) {
	try {
		const page = await fetch(event.request);
		if (address.pathname === "/sign-in" && page.ok) {
			event.waitUntil(caches.delete(KEPT)); // nobody is signed in any more
		} else if (isNotifications(page, address)) {
			event.waitUntil(keep(page.clone()));
		}
		return page;
	} catch {
		const kept = address.pathname === NOTIFICATIONS && await caches.match(NOTIFICATIONS, { cacheName: KEPT });
		return kept || await caches.match(OFFLINE) || Response.error();
	}
}

function isNotifications(page, address) {
	return page.ok && !page.redirected && address.pathname === NOTIFICATIONS && address.search === "";
}

async function keep(page) {
	const kept = await caches.open(KEPT);
	await kept.put(NOTIFICATIONS, page);
}

// Signing out: nothing of a student stays in this browser. The server ends the session and the device's, whether or not this gets to its end.
async function forget() {
	await Promise.all([caches.delete(KEPT), closeAll(), self.navigator.clearAppBadge?.(), unsubscribe()]);
}

async function closeAll() {
	const shown = await self.registration.getNotifications();
	shown.forEach(notification => notification.close());
}

/* Pushes */

// A push always shows something: a browser that gets pushes and shows nothing withdraws the permission.
async function tell(data) {
	const message = read(data);
	const { title, body, tag, lang, silent = false, navigate, data: own } = message.notification;
	const options = { body, tag, lang, silent, icon: `${assets}icon-192.png`, badge: `${assets}badge-96.png`, data: { navigate, ...own } };
	// The same tag replaces; it sounds again unless it is a quiet one.
	options.renotify = Boolean(tag) && !silent;
	await Promise.all([self.registration.showNotification(title, options), count(message.app_badge), catchUp()]);
}

function read(data) {
	try {
		const message = data.json();
		if (message.notification.title) {
			return message;
		}
	} catch {
		// What cannot be read still says that there is something to see.
	}
	return { notification: { title: "Schoolbell", navigate: NOTIFICATIONS } };
}

function count(unread) {
	return unread === undefined ? undefined : self.navigator.setAppBadge?.(unread);
}

// Of pushes for a phone that was off only the latest arrive, so each one is a reason to fetch them all.
async function catchUp() {
	try {
		const page = await fetch(NOTIFICATIONS, { headers: { Accept: "text/html" }, cache: "no-store" });
		if (isNotifications(page, new URL(page.url))) {
			await keep(page);
		}
	} catch {
		// No network but for pushes: what was kept stays, and the next visit fetches.
	}
	const open = await self.clients.matchAll({ type: "window" });
	open.forEach(client => client.postMessage({ type: "told" }));
}

async function open(notification) {
	notification.close();
	const address = new URL(notification.data?.navigate ?? NOTIFICATIONS, self.location.origin);
	const own = address.origin === self.location.origin ? address.href : NOTIFICATIONS;
	await self.clients.openWindow(own);
}

/* This browser's address for pushes */

async function answer(event) {
	const { type } = event.data;
	if (type === "renew") {
		event.ports[0]?.postMessage(await renew(false));
	} else if (type === "turn-on") {
		event.ports[0]?.postMessage(await renew(true));
	}
}

// Makes sure that pushes find this browser: a subscription made with the server's key of today, which the server knows. Whoever has not allowed
// notifications, is not signed in, does not stay logged in here or has turned pushes off here gets none.
async function renew(turnOn) {
	try {
		const state = await current();
		if (!state.applicationServerKey || !state.staysLoggedIn || Notification.permission !== "granted" || !(state.pushOn || turnOn)) {
			return state;
		}
		const subscription = await subscribed(state.applicationServerKey);
		if (turnOn || await hash(subscription.endpoint) !== state.endpoint) {
			await register(subscription, state);
		}
		return await current();
	} catch (failure) {
		return { failed: failure.name };
	}
}

async function current() {
	const answer = await fetch(STATE, { headers: { Accept: "application/json" }, cache: "no-store", redirect: "error" });
	if (!answer.ok) {
		throw new DOMException("", answer.status === 401 ? "SignedOut" : "ServerFailed");
	}
	return answer.json();
}

async function subscribed(applicationServerKey) {
	const existing = await self.registration.pushManager.getSubscription();
	if (existing && base64url(existing.options.applicationServerKey) === applicationServerKey) {
		return existing;
	}
	await existing?.unsubscribe(); // made with an earlier key of the server, which push services would refuse
	return self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
}

async function register(subscription, state) {
	const answer = await fetch(DEVICES, {
		method: "POST",
		headers: { "Content-Type": "application/json", Accept: "application/json", [state.csrf.header]: state.csrf.token },
		body: JSON.stringify({
			platform: "WEB_PUSH", subscription: subscription.toJSON(), applicationServerKey: state.applicationServerKey,
			pushOn: true // whoever has switched it off does not come here but to switch it on
		})
	});
	if (!answer.ok) {
		throw new DOMException("", "NotRegistered");
	}
}

async function unsubscribe() {
	const subscription = await self.registration.pushManager?.getSubscription();
	await subscription?.unsubscribe();
}

async function hash(text) {
	return base64url(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}

function base64url(bytes) {
	return bytes && btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
