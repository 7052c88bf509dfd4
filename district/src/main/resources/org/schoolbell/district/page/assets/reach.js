// The button that lets this browser be told. Permission is asked for here and nowhere else: after the page has explained it, when somebody asks for it.
import { ask } from "./app.js";

const root = document.documentElement.dataset;
const button = document.getElementById("turn-on");
const status = document.getElementById("reach-status");

async function turnOn() {
	button.setAttribute("aria-busy", "true");
	button.querySelector(".idle").hidden = true;
	button.querySelector(".busy").hidden = false;
	const permission = await Notification.requestPermission();
	if (permission === "granted") {
		const state = await ask("turn-on");
		if (!state.failed) {
			location.reload(); // what the server knows of this device has changed
			return;
		}
	}
	button.removeAttribute("aria-busy");
	button.querySelector(".idle").hidden = false;
	button.querySelector(".busy").hidden = true;
	root.reach = { granted: "able", denied: "denied", default: "ask" }[permission];
	status.textContent = permission === "granted" ? status.dataset.failed : status.dataset.refused;
}

button?.addEventListener("click", () => {
	if (!button.hasAttribute("aria-busy")) {
		turnOn();
	}
});
