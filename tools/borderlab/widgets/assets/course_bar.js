// Title, progress and notices at the head of a notebook.

import { h, listen, prepare } from "./dom.js";

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: strings.language, name: strings.title });
  el.classList.add("bl-course");
  const meter = h("span", { class: "bl-course-meter", "aria-hidden": "true" }, h("span"));
  const text = h("span", { role: "status", "aria-live": "polite" });
  const notices = h("div", { class: "bl-course-notices" });
  el.replaceChildren(
    h(
      "div",
      { class: "bl-row bl-spread" },
      h("strong", {}, strings.title),
      h("span", { class: "bl-course-progress" }, meter, text),
    ),
    h("p", { class: "bl-muted bl-small" }, strings.kept),
    notices,
  );
  function show() {
    const { done, total, text: words } = model.get("progress");
    if (text.textContent !== words) text.textContent = words;
    meter.firstChild.style.width = `${total ? (100 * done) / total : 0}%`;
    const lines = model.get("notices").map((line) => h("p", { role: "alert" }, `⚠ ${line}`));
    notices.replaceChildren(...lines);
    notices.hidden = lines.length === 0;
  }
  show();
  return listen(model, ["progress", "notices"], show);
}

export default { render };
