// Red-flag cards and the score bar. The kernel weighs; here is only what can be pressed.

import { button, fill, h, listen, prepare, uid } from "./dom.js";
import { tableRows, textTable } from "./table.js";
import { strengthMarks } from "./targeting_marks.js";

const FLAG_STATES = ["", "present", "absent", "missing"];
const STATE_SIGNS = { "": "–", present: "✓", absent: "✗", missing: "?" };

/** Place of a chance on a scale of odds from 1 to 990 in 1,000, in percent. */
function oddsPlace(chance) {
  const scale = (p) => Math.log(p / (1 - p));
  const [low, high] = [scale(0.001), scale(0.99)];
  const clipped = Math.min(0.99, Math.max(0.001, chance));
  return (100 * (scale(clipped) - low)) / (high - low);
}

function scoreBar(label, look) {
  const fillBar = h("span", { class: `bl-flag-fill bl-flag-fill-${look}` });
  const base = h("span", { class: "bl-flag-base" });
  const value = h("strong", { class: "bl-flag-value" });
  return {
    node: h(
      "div",
      { class: "bl-flag-bar" },
      h("span", {}, label),
      value,
      h("span", { class: "bl-flag-track", "aria-hidden": "true" }, fillBar, base),
    ),
    show(chance, text, start) {
      fillBar.style.width = `${oddsPlace(chance)}%`;
      base.style.insetInlineStart = `${oddsPlace(start)}%`;
      value.textContent = text;
    },
  };
}

function scorePanel(strings) {
  const capped = scoreBar(strings.capped, "capped");
  const simple = scoreBar(strings.simple, "simple");
  const ticks = strings.ticks.map(([at, text]) => {
    const tick = h("span", {}, text);
    tick.style.insetInlineStart = `${oddsPlace(at)}%`;
    return tick;
  });
  const said = h("p", { class: "bl-flag-said" });
  const twice = h("p", { class: "bl-note bl-note-part" });
  const decisive = h("p", { class: "bl-note bl-note-bad" });
  return {
    node: h(
      "section",
      { class: "bl-flag-score", "aria-label": strings.case },
      h("div", { "aria-live": "polite" }, said),
      capped.node,
      simple.node,
      h(
        "div",
        { class: "bl-flag-ticks", "aria-hidden": "true" },
        h("div", { class: "bl-flag-scale" }, ticks),
        h("span", { class: "bl-small bl-muted" }, strings.scale),
      ),
      twice,
      decisive,
    ),
    show(result) {
      capped.show(result.capped, result.capped_text, result.base);
      simple.show(result.simple, result.simple_text, result.base);
      if (said.textContent !== result.said) said.textContent = result.said;
      for (const [node, text] of [[twice, result.twice], [decisive, result.decisive]]) {
        node.hidden = !text;
        node.textContent = text;
      }
    },
  };
}

function flagCard(card, strings, { turn, answer }) {
  const name = uid("flag");
  const inputs = FLAG_STATES.map((state) =>
    h("input", { type: "radio", name, value: state, onchange: () => answer(card.id, state) }),
  );
  const chips = FLAG_STATES.map((state, place) =>
    h(
      "label",
      { class: "bl-flag-chip" },
      inputs[place],
      h("span", { "aria-hidden": "true" }, `${STATE_SIGNS[state]} `),
      strings.states[state],
    ),
  );
  const backId = uid("back");
  const back = h(
    "div",
    { class: "bl-flag-back", id: backId },
    h("p", {}, strengthMarks(card), ` ${card.strength}`),
    h("p", {}, card.seen),
    h(
      "p",
      { class: "bl-small bl-muted" },
      `${strings.source}${strings.colon}${card.source} `,
      card.confirm ? h("span", { class: "bl-tag bl-tag-part" }, `? ${card.confirm}`) : null,
    ),
  );
  const turner = button(strings.turn, () => turn(card.id), {
    kind: "quiet",
    icon: "↻",
    "aria-controls": backId,
  });
  const node = h(
    "section",
    { class: "bl-flag-card", "aria-label": card.name },
    h("p", { class: "bl-small bl-muted" }, `${card.group} · ${card.id}`),
    h("p", { class: "bl-flag-name" }, card.name),
    h("p", { class: "bl-small" }, h("em", {}, strings.lawful + strings.colon), card.lawful),
    turner,
    back,
    h(
      "div",
      { class: "bl-flag-chips", role: "radiogroup", "aria-label": fill(strings.state_of, { flag: card.name }) },
      chips,
    ),
  );
  return {
    node,
    show(state, turned) {
      for (const input of inputs) input.checked = input.value === state;
      node.dataset.state = state;
      back.hidden = !turned;
      turner.setAttribute("aria-expanded", String(turned));
    },
  };
}

function exactTable(strings) {
  const table = textTable({ heads: strings.table, rows: [], caption: strings.table_note });
  return {
    node: h("details", { class: "bl-target-exact" }, h("summary", {}, strings.exact), table),
    show(groups) {
      const rows = groups.map((one) => [one.name, one.present, one.plain, one.joint]);
      table.tBodies[0].replaceChildren(...tableRows(rows));
    },
  };
}

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-target");
  const set = (values) => {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    show();
  };
  const turn = (id) => {
    const now = model.get("turned");
    set({ turned: now.includes(id) ? now.filter((other) => other !== id) : [...now, id] });
  };
  const answer = (id, state) => {
    const { [id]: _, ...others } = model.get("case");
    set({ case: state ? { ...others, [id]: state } : others });
  };
  const cards = new Map(
    model.get("cards").map((card) => [card.id, flagCard(card, strings, { turn, answer })]),
  );
  const score = scorePanel(strings);
  const table = exactTable(strings);
  const baseId = uid("base");
  const write = (rate) => new Intl.NumberFormat(model.get("language")).format(rate * 1000);
  const base = h(
    "select",
    { id: baseId, onchange: () => set({ base_rate: Number(base.value) }) },
    model.get("base_rates").map((rate) => h("option", { value: String(rate) }, write(rate))),
  );
  const tools = h(
    "div",
    { class: "bl-row bl-flag-tools" },
    button(strings.turn_all, () => set({ turned: [...cards.keys()] })),
    button(strings.draw, () => model.send({ type: "draw" })),
    button(strings.clear, () => set({ case: {} }), { kind: "quiet" }),
  );
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    h("p", {}, strings.how),
    h("div", { class: "bl-row" }, h("label", { for: baseId }, strings.base), base),
    score.node,
    tools,
    h("div", { class: "bl-flag-cards" }, [...cards.values()].map((card) => card.node)),
    table.node,
    h("p", { class: "bl-small bl-muted" }, strings.teaching),
  );
  function show() {
    const turned = new Set(model.get("turned"));
    const known = model.get("case");
    for (const [id, card] of cards) card.show(known[id] ?? "", turned.has(id));
    base.value = String(model.get("base_rate"));
    score.show(model.get("result"));
    table.show(model.get("result").groups);
  }
  show();
  return listen(model, ["case", "turned", "base_rate", "result"], show);
}

export default { render };
