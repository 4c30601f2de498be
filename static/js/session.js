// Says in time that one will be signed out, and lets one stay. What is done in other tabs counts: the server is asked.
(() => {
  const WARN = 5 * 60; // seconds before the end
  let place, timer;

  const show = (seconds, most) => {
    clearTimeout(timer);
    place.querySelector(".session-end__over").hidden = seconds > 0;
    place.querySelector(".session-end__warning").hidden = seconds <= 0 || seconds > WARN;
    place.querySelector("button").hidden = most <= WARN; // nobody stays longer than that
    if (seconds > 0) timer = setTimeout(ask, Math.max(seconds > WARN ? seconds - WARN : seconds, 1) * 1000 + 500);
  };

  const ask = async (form) => {
    const sent = form instanceof HTMLFormElement && { method: "POST", body: new URLSearchParams(new FormData(form)) };
    try {
      const answer = await fetch(place.dataset.address, sent || {});
      const left = answer.ok && !answer.redirected ? await answer.json() : { seconds: 0, at_most: 0 };
      show(left.seconds, left.at_most);
    } catch {
      timer = setTimeout(ask, 30_000); // no connection
    }
  };

  const begin = () => {
    const found = document.getElementById("session-end");
    if (!found || found === place) return;
    place = found;
    show(Number(place.dataset.seconds), Number(place.dataset.most));
  };

  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".session-end__warning")) return;
    event.preventDefault();
    ask(event.target);
  });
  document.addEventListener("htmx:afterSettle", begin); // a page that was exchanged brings its own
  addEventListener("pageshow", (event) => event.persisted && place && ask());
  begin();
})();
