// Finds in a long list of the page itself: what does not fit what is typed steps back, with headings left empty by it.
(() => {
  const plain = (text) => text.toLowerCase().normalize("NFC").replace(/\s+/g, " ").trim();

  const look = (field) => {
    const words = plain(field.value).split(" ").filter(Boolean);
    const lists = document.querySelectorAll(field.dataset.find);
    let found = 0;
    for (const list of lists) {
      let here = 0;
      for (const item of list.querySelectorAll(field.dataset.items)) {
        const fits = words.every((word) => plain(item.textContent).includes(word));
        item.hidden = !fits;
        here += fits;
      }
      found += here;
      list.hidden = !here;
      const heading = list.previousElementSibling;
      if (heading?.matches("h2")) heading.hidden = !here;
    }
    const told = field.closest(".find").querySelector("[role=status]");
    told.textContent = words.length ? told.dataset.told.replace("0", found) : "";
  };

  for (const field of document.querySelectorAll("[data-find]")) {
    field.closest(".find").hidden = false;
    field.addEventListener("input", () => look(field));
  }
})();
