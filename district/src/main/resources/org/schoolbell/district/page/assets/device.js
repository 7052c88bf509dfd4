// Says on the root element what this browser can do, before anything of the page is drawn. The style sheet then shows what goes with it.
(() => {
	const root = document.documentElement.dataset;
	const apple = /iPhone|iPad|iPod/.test(navigator.userAgent) || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
	const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
	const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
	if (!window.isSecureContext) {
		root.reach = "insecure";
	} else if (apple && !installed) {
		root.reach = "home"; // only an app on the Home Screen is told
	} else if (!able) {
		root.reach = "unable";
	} else {
		root.reach = { granted: "able", denied: "denied", default: "ask" }[Notification.permission];
	}
})();
