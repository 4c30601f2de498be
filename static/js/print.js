// A button that prints the page; without JavaScript the browser's own menu does.
(() => {
  const button = document.getElementById("print");
  button.addEventListener("click", () => window.print());
  button.hidden = false;
})();
