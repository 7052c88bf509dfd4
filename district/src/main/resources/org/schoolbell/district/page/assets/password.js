// Shows what is typed as a password for as long as its button is pressed in, and never sends a field that shows it.
for (const button of document.querySelectorAll(".with-button > button[aria-controls]")) {
	const input = document.getElementById(button.getAttribute("aria-controls"));
	const show = shown => {
		input.type = shown ? "text" : "password";
		button.setAttribute("aria-pressed", shown);
		button.querySelector("use").setAttribute("href", shown ? button.dataset.eyeOff : button.dataset.eye);
	};
	button.hidden = false;
	button.addEventListener("click", () => show(input.type === "password"));
	input.form.addEventListener("submit", () => show(false));
}
