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

  // Whose device can pass on a file sends the result to themselves: by mail, messenger or into a folder, as they like.
  const fileOf = (button, data = "") => new File([data], button.dataset.name, { type: "application/pdf" });

  const offerToSend = () => {
    for (const button of document.querySelectorAll("[data-send]")) {
      button.hidden = !navigator.canShare?.({ files: [fileOf(button)] });
    }
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-send]");
    if (!button) return;
    button.disabled = true;
    try {
      const answer = await fetch(button.dataset.send);
      await navigator.share({ files: [fileOf(button, await answer.blob())], title: document.title });
    } catch {
      // Closed without sending: the file is still there to be saved.
    }
    button.disabled = false;
  });

  offerToSend();
  document.addEventListener("htmx:afterSettle", offerToSend);

  const offerToCopy = () => {
    for (const button of document.querySelectorAll("[data-copy]")) button.hidden = !navigator.clipboard;
  };

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) return;
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = button.dataset.copied;
  });

  offerToCopy();
  document.addEventListener("htmx:afterSettle", offerToCopy);

  // A sum is told back as it was understood.
  const TIMES = { "мың": 1e3, "тыс": 1e3, "тысяч": 1e3, "к": 1e3, "k": 1e3, "млн": 1e6 };
  const understood = (typed) => {
    const found = typed.toLowerCase().replace(/[\s\u00a0\u202f]/g, "").replace(/(₸|тг|теңге|тенге)\.?$/, "").match(/^(\d+)([.,]\d+)?(мың|тысяч|тыс|к|k|млн)?\.?$/);
    if (!found || /^[.,]\d{3}$/.test(found[2] || "")) return null;
    return Math.round(Number(found[1] + (found[2] || "").replace(",", ".")) * (TIMES[found[3]] || 1));
  };

  document.addEventListener("input", (event) => {
    const told = event.target.closest(".question")?.querySelector("[data-understood]");
    if (!told || !event.target.matches(".typed__number")) return;
    const amount = understood(event.target.value);
    told.textContent = amount === null ? "" : told.dataset.understood.replace("0", amount.toLocaleString("ru-RU"));
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
