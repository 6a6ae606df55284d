// Ranking sources: drag a row, press its buttons, or Alt+Up and Alt+Down; then compare.

import { button, fill, h, listen, prepare } from "./dom.js";
import { draggable } from "./drag.js";
import { makeSender } from "./sender.js";

const SOURCE_CHOICES = ["question", "criterion", "rankings", "compared"];

function makeRanking(strings, changed) {
  let order = strings.sources.map(([id]) => id);
  const said = h("span", { class: "bl-aside", "aria-live": "assertive" });
  const list = h("ol", { class: "bl-order" });
  const rows = new Map(strings.sources.map(([id, text]) => [id, makeRow(id, text)]));

  function makeRow(id, text) {
    const up = button("", () => move(id, -1, up), { icon: "↑" });
    const down = button("", () => move(id, 1, down), { icon: "↓" });
    up.setAttribute("aria-label", fill(strings.move_up, { item: text }));
    down.setAttribute("aria-label", fill(strings.move_down, { item: text }));
    const place = h("span", { class: "bl-order-place", "aria-hidden": "true" });
    const row = h(
      "li",
      { class: "bl-order-row", onkeydown: (event) => onKey(event, id) },
      place,
      h("span", { class: "bl-order-text" }, text),
      h("span", { class: "bl-order-buttons" }, up, down),
    );
    draggable(row, row, {
      enabled: () => true,
      onMove: (x, y) => dragTo(id, y),
      onDrop: () => changed([...order]),
    });
    return { row, place, up, down, text };
  }

  function onKey(event, id) {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    move(id, event.key === "ArrowUp" ? -1 : 1, event.target);
  }

  function put(id, to) {
    order = order.filter((other) => other !== id);
    order.splice(to, 0, id);
    draw();
  }

  function move(id, step, focus) {
    const to = order.indexOf(id) + step;
    if (to < 0 || to >= order.length) return;
    put(id, to);
    const { up, down, text } = rows.get(id);
    (focus.disabled ? (focus === up ? down : up) : focus).focus();
    said.textContent = fill(strings.moved, { item: text, place: to + 1, total: order.length });
    changed([...order]);
  }

  function dragTo(id, y) {
    const middle = (other) => {
      const box = rows.get(other).row.getBoundingClientRect();
      return box.top + box.height / 2;
    };
    const to = order.filter((other) => other !== id && middle(other) < y).length;
    if (to !== order.indexOf(id)) put(id, to);
  }

  function draw() {
    order.forEach((id, index) => {
      const { row, place, up, down } = rows.get(id);
      place.textContent = `${index + 1}`;
      up.disabled = index === 0;
      down.disabled = index === order.length - 1;
      if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null);
    });
  }

  return {
    node: h("div", {}, list, said),
    order: () => [...order],
    show(next) {
      order = next ? [...next] : strings.sources.map(([id]) => id);
      draw();
    },
  };
}

function comparison(strings, mine, told) {
  const names = new Map(strings.sources);
  const rows = told.order.map((id, index) => {
    const note = told.notes[id];
    const tag = h("span", { class: `bl-tag ${note.firm ? "" : "bl-tag-part"}` }, note.tag);
    const origin = note.origin ? h("span", { class: "bl-small bl-muted" }, ` ${note.origin} `) : " ";
    return h(
      "li",
      { class: "bl-aud-note" },
      h(
        "div",
        { class: "bl-row bl-spread" },
        h("strong", {}, `${index + 1}. ${names.get(id)}`),
        h("span", { class: "bl-small" }, `${strings.yours}${strings.colon}${mine.indexOf(id) + 1}`),
      ),
      h("p", {}, note.text, origin, tag),
    );
  });
  return [
    h("p", { class: "bl-aud-head" }, strings.note),
    h("p", { role: "status" }, told.said),
    h("ol", { class: "bl-aud-notes" }, rows),
    h("p", { class: "bl-small bl-muted" }, strings.judged),
  ];
}

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-aud");
  const sender = makeSender(model, SOURCE_CHOICES, 150);
  const questions = strings.questions.map(([id, text]) => ({
    id,
    node: button(text, () => set({ question: id })),
  }));
  const tabs = strings.criteria.map(([id, text]) => ({
    id,
    text,
    node: button(text, () => set({ criterion: id })),
  }));
  const asked = h("p", { class: "bl-aud-said", "aria-live": "polite" });
  const ranking = makeRanking(strings, (order) => keep(order));
  const compare = button(strings.compare, () => reveal(), { kind: "main" });
  const told = h("div", { class: "bl-aud-told", tabindex: "-1" });
  let waiting = false;
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    h("p", { class: "bl-aud-head" }, strings.question),
    h(
      "div",
      { class: "bl-row", role: "group", "aria-label": strings.question },
      questions.map(({ node }) => node),
    ),
    h(
      "div",
      { class: "bl-row bl-aud-quarters", role: "group", "aria-label": strings.criteria_name },
      tabs.map(({ node }) => node),
    ),
    asked,
    h("p", { class: "bl-small bl-muted" }, strings.keys),
    ranking.node,
    compare,
    told,
  );

  function set(values) {
    sender.set(values);
    show();
  }

  function keep(order) {
    set({ rankings: { ...model.get("rankings"), [model.get("criterion")]: order } });
  }

  function reveal() {
    const criterion = model.get("criterion");
    waiting = document.activeElement === compare;
    const compared = [...new Set([...model.get("compared"), criterion])];
    set({ rankings: { ...model.get("rankings"), [criterion]: ranking.order() }, compared });
    sender.flush();
  }

  function show() {
    const criterion = model.get("criterion");
    for (const { id, node } of questions) {
      node.setAttribute("aria-pressed", String(id === model.get("question")));
    }
    for (const { id, text, node } of tabs) {
      node.setAttribute("aria-pressed", String(id === criterion));
      const done = model.get("compared").includes(id);
      node.textContent = done ? `✓ ${text}` : text;
    }
    const words = strings.criteria.find(([id]) => id === criterion)[2];
    if (asked.textContent !== words) asked.textContent = words;
    const mine = model.get("rankings")[criterion];
    ranking.show(mine);
    const found = model.get("told")[criterion];
    compare.hidden = Boolean(found);
    told.replaceChildren(...(found && mine ? comparison(strings, mine, found) : []));
    // The pressed button is gone: the keyboard's place moves on to the note.
    if (found && waiting) {
      waiting = false;
      told.focus({ preventScroll: true });
    }
  }

  show();
  const stop = listen(model, [...SOURCE_CHOICES, "told"], show);
  return () => {
    sender.stop();
    stop();
  };
}

export default { render };
