// Pages of the check are exchanged without reloading. Whoever listens or uses the keyboard is led to what is new.
(() => {
  let pressed = "";

  const newest = () => {
    if (pressed === "add") return [...document.querySelectorAll(".child h2")].pop();
    const anchor = location.hash && document.getElementById(location.hash.slice(1));
    return document.getElementById("errors") || anchor || document.querySelector("main h1");
  };

  document.addEventListener("htmx:beforeRequest", (event) => {
    pressed = event.detail.requestConfig.triggeringEvent?.submitter?.value || "";
    document.getElementById("no-connection").hidden = true;
  });

  // A refusal has a page of its own that says what to do.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status >= 400) event.detail.shouldSwap = true;
  });

  // Without a connection the page stays as it is, with everything typed.
  document.addEventListener("htmx:sendError", () => {
    const notice = document.getElementById("no-connection");
    notice.hidden = false;
    notice.focus();
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    const opened = event.detail.elt.closest("details.calculation");
    if (opened) return opened.querySelector("summary").focus();
    const place = newest();
    if (!place) return;
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: place.tagName === "H1" });
    if (place.tagName !== "H1") place.scrollIntoView({ block: "start" });
  });
})();
