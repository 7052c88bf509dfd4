// Checks the connection without leaving the page, and copies texts. Without it the form does the same, and texts are marked by hand.
const status = document.getElementById("status");

function showCopying(root) {
	for (const button of root.querySelectorAll("[data-copy]")) {
		button.hidden = !navigator.clipboard;
	}
}

async function copy(button) {
	await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).innerText);
	button.querySelector("span").textContent = button.dataset.done;
	status.textContent = button.dataset.done;
}

function busy(form) {
	const button = form.querySelector("button");
	button.setAttribute("aria-busy", "true");
	button.querySelector(".idle").hidden = true;
	button.querySelector(".busy").hidden = false;
	status.textContent = button.querySelector(".busy").textContent;
}

// The answer is the page; its part takes the place of ours. Any other answer, such as the page for signing in, is shown as it comes.
async function check(form) {
	busy(form);
	try {
		const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { Accept: "text/html" } });
		const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("connection");
		document.getElementById("connection").replaceWith(document.adoptNode(fresh));
		showCopying(fresh);
		fresh.querySelector("#check button").focus();
		status.textContent = fresh.dataset.summary;
	} catch {
		form.submit();
	}
}

document.addEventListener("submit", event => {
	if (event.target.id === "check") {
		event.preventDefault();
		if (!event.target.querySelector("[aria-busy]")) {
			check(event.target);
		}
	}
});

document.addEventListener("click", event => {
	const button = event.target.closest("[data-copy]");
	if (button) {
		copy(button);
	}
});

showCopying(document);
