// What is written on the way without a connection waits on this device, and is sent once there is one: once, because each
// note has a key of its own. Without this script the form is sent as any other.
(() => {
  const WAITING = "notes-to-send";
  const notice = document.querySelector("[data-later-waiting]");
  if (!notice) return;
  const by = notice.dataset.laterBy;

  const all = () => {
    try {
      return JSON.parse(localStorage.getItem(WAITING)) || [];
    } catch {
      return [];
    }
  };
  const mine = () => all().filter((note) => note.by === by);
  const keep = (notes) => localStorage.setItem(WAITING, JSON.stringify(notes));
  const add = (note) => keep([...all().filter((other) => other.key !== note.key), note]);
  const remove = (key) => keep(all().filter((note) => note.key !== key));

  // What the portal did not take stands with its reason, and goes back into the form it came from
  const correct = (note) => {
    const form = [...document.querySelectorAll("[data-later] form")].find((each) => each.action === note.url);
    if (!form) {
      window.location.assign(note.page);
      return;
    }
    new URLSearchParams(note.body).forEach((value, name) => {
      const field = form.elements[name];
      if (field && name !== "csrfmiddlewaretoken") field.value = value;
    });
    const why = form.closest("[data-later]").querySelector("[data-later-why]");
    why.textContent = note.why;
    why.hidden = false;
    const fold = form.closest("details");
    if (fold) fold.open = true;
    form.elements.note.focus();
  };
  const list = document.querySelector("[data-later-list]");
  const showStuck = () => {
    const stuck = mine().filter((note) => note.why);
    list.hidden = !stuck.length;
    list.querySelector("ul").replaceChildren(
      ...stuck.map((note) => {
        const item = list.querySelector("template").content.cloneNode(true);
        item.querySelector("[data-later-name]").textContent = note.name;
        item.querySelector("[data-later-reason]").textContent = note.why;
        item.querySelector("button").addEventListener("click", () => correct(note));
        return item;
      }),
    );
  };

  const show = () => {
    showStuck();
    const many = mine().filter((note) => !note.why).length;
    notice.hidden = !many;
    notice.querySelector("[data-later-count]").textContent = many;
    notice.querySelector("[data-later-offline]").hidden = navigator.onLine;
  };

  // 204 says that the note is kept, 422 why it is not. A page of signing in is neither.
  const post = async (note) => {
    const body = new URLSearchParams(note.body);
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    if (token) body.set("csrfmiddlewaretoken", token.value);
    const answer = await fetch(note.url, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
    if (answer.status === 422) add({ ...note, why: (await answer.json()).why.join(" ") });
    return answer.status === 204;
  };

  let isSending = false;
  const send = async () => {
    if (isSending) return;
    isSending = true;
    let sent = 0;
    let refused = 0;
    for (const note of mine().filter((each) => !each.why)) {
      try {
        if (await post(note)) {
          remove(note.key);
          sent += 1;
        } else refused += 1;
      } catch {
        break; // no connection: the rest waits, too
      }
    }
    isSending = false;
    document.querySelector("[data-later-sent]").hidden = !sent || mine().length > 0;
    document.querySelector("[data-later-refused]").hidden = refused <= mine().filter((note) => note.why).length;
    show();
  };

  const written = (place, form) => {
    const held = mine().find((note) => note.key === form.elements.sent_as.value);
    const isHeld = Boolean(held);
    const why = place.querySelector("[data-later-why]");
    why.hidden = !held?.why;
    why.textContent = held?.why || "";
    place.querySelector("[data-later-kept]").hidden = isHeld;
    place.querySelector("[data-later-held]").hidden = !isHeld || Boolean(held.why);
    if (held?.why) return; // it stays in the form to be corrected, under the same key
    if (!isHeld && place.dataset.later) window.location.assign(place.dataset.later);
    if (!place.dataset.later || isHeld) {
      form.reset();
      form.elements.sent_as.value = crypto.randomUUID();
    }
  };

  document.querySelectorAll("[data-later]").forEach((place) => {
    const form = place.querySelector("form");
    form.addEventListener("submit", async (event) => {
      if (event.submitter?.hasAttribute("formaction")) return; // a draft is kept, not sent
      event.preventDefault();
      const isMissing = !form.elements.found.value;
      place.querySelector("[data-later-missing]").hidden = !isMissing;
      if (isMissing) return; // it would wait here for ever: the portal does not take it
      form.elements.noted_at.value = new Date().toISOString();
      const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === "string"));
      const { laterName: name, laterPage: to } = place.dataset;
      add({ key: form.elements.sent_as.value, by, name, page: to, url: form.action, body: body.toString() });
      await send();
      written(place, form);
    });
  });

  notice.querySelector("[data-later-send]").addEventListener("click", send);
  window.addEventListener("online", send);
  show();
  const here = mine().find((note) => note.why && note.page === window.location.pathname);
  if (here) correct(here);
  if (navigator.onLine) send();
})();
