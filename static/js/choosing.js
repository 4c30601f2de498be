// Choosing claims of the queue: all of a page at once, and how many are chosen.
(() => {
  const all = document.getElementById("choose-all");
  if (!all) return;
  const boxes = [...document.querySelectorAll("input[name=claim]")];
  const chosen = document.getElementById("chosen");

  const count = () => {
    const many = boxes.filter((box) => box.checked).length;
    chosen.querySelector("span").textContent = many;
    all.checked = many === boxes.length;
    all.indeterminate = many > 0 && many < boxes.length;
  };

  all.addEventListener("change", () => {
    for (const box of boxes) box.checked = all.checked;
    count();
  });
  for (const box of boxes) box.addEventListener("change", count);
  window.addEventListener("pageshow", count); // a page gone back to has its boxes as they were left
  all.parentElement.hidden = chosen.hidden = false;
})();
