// What somebody types is not lost: drafts while they write, and all forms of the page when they change how it looks.
(() => {
  const PAUSE = 2000; // milliseconds without a key
  const timers = new WeakMap();

  const typedIn = (form) => [...new FormData(form)].filter(([, value]) => typeof value === "string");

  // As the server names them.
  const formsByKey = () => [...document.querySelectorAll("main [name=typed-at]")].map((mark) => [mark.dataset.form, mark.form]);

  const carry = (form, name, value) => {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".language-switch button, .theme-switch button");
    if (!button) return;
    const form = button.closest("form");
    event.preventDefault();
    carry(form, "typed", JSON.stringify(Object.fromEntries(formsByKey().map(([key, each]) => [key, typedIn(each)]))));
    const files = [...document.querySelectorAll("main input[type=file]")];
    if (files.some((field) => field.files.length)) carry(form, "files", "1");
    carry(form, button.name, button.value);
    form.submit();
  });

  const keep = async (form) => {
    const foot = form.querySelector("[data-draft]");
    const state = foot.querySelector(".draft__state");
    const data = new URLSearchParams(typedIn(form));
    try {
      const answer = await fetch(foot.dataset.draft, { method: "POST", body: data, headers: { "X-Requested-With": "fetch" } });
      if (answer.ok && !answer.redirected) state.textContent = await answer.text();
    } catch {
      state.textContent = ""; // no connection: the text still stands in the form
    }
  };

  document.addEventListener("input", (event) => {
    const form = event.target.closest("form");
    if (!form?.querySelector("[data-draft]")) return;
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => { timers.delete(form); keep(form); }, PAUSE));
  });

  const stop = (form) => {
    clearTimeout(timers.get(form));
    return timers.delete(form);
  };

  document.addEventListener("submit", (event) => stop(event.target));

  // Whoever leaves before the pause is over loses nothing either.
  addEventListener("pagehide", () => {
    for (const foot of document.querySelectorAll("[data-draft]")) {
      const form = foot.closest("form");
      if (stop(form)) navigator.sendBeacon(foot.dataset.draft, new URLSearchParams(typedIn(form)));
    }
  });

  for (const note of document.querySelectorAll(".draft-note")) {
    for (let fold = note.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  }
})();
