// Keys of the staff's pages: `data-key` names the key that presses an element, or with `data-key-rests` only leads to it;
// `data-stop` is where j and k come to rest.
(() => {
  const list = document.getElementById("keys");
  const button = document.getElementById("keys-button");
  const works = document.getElementById("keys-switch");
  const KEPT = "keys";

  // By the place of the key where the board writes Cyrillic. A Kazakh one has letters in place of the signs above, and
  // on any board "+" is on the key of "=".
  const SIGNS = { Minus: "-", Equal: "+", Slash: "/" };
  const placeOf = (event) => SIGNS[event.code] ?? event.code.replace("Key", "");
  const keyOf = (event) =>
    event.key === "=" ? "+" : (/^[!-~]$/.test(event.key) ? event.key : placeOf(event)).toLowerCase();
  const rowOf = (element) => element.closest("tr, li, section");

  const move = (by) => {
    const stops = [...document.querySelectorAll("[data-stop]")];
    const here = stops.findIndex((stop) => rowOf(stop).contains(document.activeElement));
    const place = stops[here + by];
    if (!place) return;
    if (!place.matches("a")) place.tabIndex = -1;
    place.focus();
  };

  const press = (element) => {
    element.focus();
    if (!("keyRests" in element.dataset)) element.click(); // what takes or decides is pressed by Enter, never by its key
  };

  const DEEDS = {
    j: () => move(1),
    k: () => move(-1),
    x: () => rowOf(document.activeElement)?.querySelector("input[name=claim]")?.click(),
  };

  document.addEventListener("keydown", (event) => {
    const isWriting = event.target.closest("input:not([type=checkbox]), textarea, select, dialog, [contenteditable]");
    if (!works.checked || isWriting || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const key = keyOf(event);
    const element = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!element && !DEEDS[key]) return;
    event.preventDefault();
    if (element) press(element);
    else DEEDS[key]();
  });

  works.checked = localStorage.getItem(KEPT) !== "off";
  works.addEventListener("change", () => localStorage.setItem(KEPT, works.checked ? "on" : "off"));
  button.addEventListener("click", () => list.showModal());
  button.hidden = false;
})();
