// A search box with a list of hits (combobox pattern): the kernel searches, a few rows travel.

import { debounce, fill, h, listen, uid } from "./dom.js";

export function makeSearch({ model, strings, choose }) {
  const id = uid("search");
  let active = -1;
  let hits = [];
  let timer = null;
  const said = h("p", { class: "bl-small bl-muted", role: "status", "aria-live": "polite" });
  const list = h("ul", { class: "bl-species-hits", id: `${id}-hits`, role: "listbox", hidden: true });
  list.setAttribute("aria-label", strings.search);
  const later = debounce(() => {
    const text = input.value.trim();
    if (text.length < 2) return close();
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = strings.no_kernel), 4000);
    model.send({ type: "search", text });
  }, 220);
  const input = h("input", {
    type: "search",
    id,
    class: "bl-species-box",
    role: "combobox",
    autocomplete: "off",
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    "aria-controls": `${id}-hits`,
    "aria-describedby": `${id}-how`,
    oninput: () => later(),
    onkeydown: onKey,
  });
  const node = h(
    "div",
    { class: "bl-species-search" },
    h("label", { for: id }, strings.search),
    h("div", { class: "bl-species-field" }, input, list),
    h("p", { class: "bl-small bl-muted", id: `${id}-how` }, strings.search_how),
    said,
  );

  function close() {
    hits = [];
    active = -1;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function pick(place) {
    const hit = hits[place];
    if (!hit) return;
    input.value = "";
    said.textContent = "";
    close();
    choose(hit.id);
  }

  function move(step) {
    if (hits.length === 0) return;
    active = (active + step + hits.length) % hits.length;
    [...list.children].forEach((row, place) =>
      row.setAttribute("aria-selected", String(place === active)),
    );
    list.children[active].scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", list.children[active].id);
  }

  function onKey(event) {
    const actions = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Enter: () => pick(Math.max(active, 0)),
      Escape: close,
    };
    if (!(event.key in actions)) return;
    event.preventDefault();
    actions[event.key]();
  }

  function showHits() {
    clearTimeout(timer);
    const found = model.get("results");
    if (found.text !== input.value.trim()) return;
    close();
    hits = found.hits;
    said.textContent = fill(hits.length ? strings.hits : strings.no_hits, {
      n: hits.length,
      text: found.text,
    });
    list.replaceChildren(
      ...hits.map((hit, place) =>
        h(
          "li",
          {
            id: `${id}-hit-${place}`,
            role: "option",
            "aria-selected": "false",
            onmousedown: (event) => event.preventDefault(),
            onclick: () => pick(place),
          },
          h("i", {}, hit.name),
          hit.common === hit.name ? "" : ` · ${hit.common}`,
          hit.via ? h("span", { class: "bl-muted" }, ` (${hit.via})`) : null,
        ),
      ),
    );
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
  }

  input.addEventListener("blur", () => setTimeout(close, 150));
  const stop = listen(model, ["results"], showHits);
  return {
    node,
    stop() {
      clearTimeout(timer);
      later.cancel();
      stop();
    },
  };
}
