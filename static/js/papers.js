// Photographs that were chosen are shown before they are sent: whether they are the right ones, and can be read.
(() => {
  const WIDTH = 320;
  const field = document.querySelector("input[type=file][name=papers]");
  const shown = document.getElementById("chosen-papers");
  if (!field || !shown) return;

  const picture = async (file) => {
    const canvas = document.createElement("canvas");
    const bitmap = await createImageBitmap(file, { resizeWidth: WIDTH, resizeQuality: "medium" });
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    bitmap.close();
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", file.name);
    return canvas;
  };

  const show = async () => {
    shown.replaceChildren();
    for (const file of field.files) {
      const item = document.createElement("li");
      try {
        item.append(await picture(file));
      } catch {
        // A PDF, or a photograph that this browser cannot draw: its name is enough.
      }
      const name = document.createElement("span");
      name.textContent = file.name;
      item.append(name);
      shown.append(item);
    }
  };

  field.addEventListener("change", show);
  window.addEventListener("pageshow", show); // a page gone back to has its files as they were left
})();
