// Sliders and results of a policy. The lab and the exercise use the same panel; what is set goes to
// the kernel one message at a time, and the kernel's answer is what is shown.

import { button, h, uid } from "./dom.js";
import { makeRange, rangeRow } from "./slider.js";

/** Send the newest settings when the last ones are answered; a moving slider never piles up. */
export function policyChannel(post) {
  let busy = null;
  let next = null;
  let turn = 0;
  const go = () => {
    const message = next;
    next = null;
    turn += 1;
    busy = turn;
    post({ ...message, turn });
  };
  return {
    send(message) {
      if (message.do === "set" && next?.do === "set") next.values = { ...next.values, ...message.values };
      else if (next === null) next = message;
      else post(message);
      if (busy === null) go();
    },
    answered(state) {
      if (busy !== null && state.turn !== busy) return false;
      busy = null;
      if (next !== null) go();
      return true;
    },
    idle: () => busy === null,
  };
}

function policySlider({ id, scale, ...range }, send) {
  const slider = makeRange({
    ...range,
    change: (place) => send({ do: "set", values: { [id]: place / scale } }),
  });
  return {
    node: rangeRow(slider, "bl-plab-slider"),
    show({ policy, written }, idle, locked) {
      // While the kernel still works on a move, the slider stays where the hand has put it.
      const place = idle ? Math.round(policy[id] * scale) : Number(slider.input.value);
      slider.show(place, written[id]);
      slider.input.disabled = locked;
    },
  };
}

const percentOf = (share) => `${(100 * share).toFixed(2)}%`;

function policyBar({ bars, at, range, limit, truth }, truthShown) {
  const parts = bars.map(({ from, to, look }) =>
    h("span", {
      class: `bl-plab-part bl-plab-${look}`,
      style: `left:${percentOf(from)};width:${percentOf(Math.max(0, to - from))}`,
    }),
  );
  const mark = (share, look) =>
    h("span", { class: `bl-plab-mark bl-plab-mark-${look}`, style: `left:${percentOf(share)}` });
  if (at !== undefined) parts.push(mark(at, "at"));
  if (limit !== undefined) parts.push(mark(limit, "limit"));
  if (truth && truthShown) parts.push(mark(truth.at, "truth"));
  if (range) {
    const style = `left:${percentOf(range[0])};width:${percentOf(range[1] - range[0])}`;
    parts.push(h("span", { class: "bl-plab-range-line", style }));
  }
  return h("div", { class: "bl-plab-bar", "aria-hidden": "true" }, parts);
}

function policyRow(row, truthShown) {
  const lines = (row.groups ?? []).map((group) =>
    h(
      "div",
      { class: "bl-plab-group" },
      h("span", { class: "bl-small" }, group.label),
      policyBar(group, false),
      h("span", { class: "bl-small bl-plab-number" }, group.value),
    ),
  );
  return h(
    "div",
    { class: `bl-plab-row${row.over ? " bl-plab-over" : ""}`, "data-row": row.id },
    h(
      "div",
      { class: "bl-plab-head" },
      h("span", {}, row.label),
      h("strong", {}, row.over ? h("span", { "aria-hidden": "true" }, "⚠ ") : null, row.value),
    ),
    row.bars ? policyBar(row, truthShown) : null,
    lines,
    row.truth && truthShown ? h("p", { class: "bl-small bl-plab-truth" }, `▲ ${row.truth.text}`) : null,
    h("p", { class: "bl-muted bl-small bl-plab-note" }, h("span", {}, row.note), h("span", { "aria-hidden": "true" }, row.scale)),
  );
}

/** `send` takes {do: ...}; `show(state, {idle, locked})` draws what the kernel answered. */
export function policyPanel({ strings, sliders, send, adversary = true }) {
  let truthShown = false;
  let last = null;
  const knobs = sliders.map((slider) => policySlider(slider, send));
  const check = h("input", { type: "checkbox", id: uid("offenders") });
  check.addEventListener("change", () => send({ do: "adversary", on: check.checked }));
  const results = h("div", { class: "bl-plab-rows" });
  const truth = button(strings.truth_show, () => {
    truthShown = !truthShown;
    draw();
  }, { "aria-pressed": "false" });
  const luck = button(strings.luck, () => send({ do: "luck" }), { icon: "↻" });
  const said = h("p", { class: "bl-aside", "aria-live": "polite" });
  const glances = strings.glances.map(() => h("strong"));
  const glance = h(
    "div",
    { class: "bl-plab-glance", "aria-hidden": "true" },
    glances.map((value, at) => h("span", {}, value, h("span", {}, strings.glances[at]))),
  );
  let timer = null;

  function draw() {
    truth.textContent = truthShown ? strings.truth_hide : strings.truth_show;
    truth.setAttribute("aria-pressed", String(truthShown));
    glances.forEach((node_, at) => (node_.textContent = last.state.glance[at]));
    results.replaceChildren(...last.state.rows.map((row) => policyRow(row, truthShown)));
    clearTimeout(timer);
    timer = setTimeout(() => (said.textContent = last.state.said), 900);
  }

  const node = h(
    "div",
    { class: "bl-plab-panel" },
    glance,
    h(
      "fieldset",
      { class: "bl-fields bl-plab-settings" },
      h("legend", {}, strings.settings),
      knobs.map((knob) => knob.node),
      adversary ? h("div", { class: "bl-plab-check" }, check, h("label", { for: check.id }, strings.adversary)) : null,
    ),
    h(
      "div",
      { class: "bl-plab-results" },
      h("div", { class: "bl-row bl-spread" }, h("strong", {}, strings.results), h("span", { class: "bl-row" }, truth, luck)),
      results,
      said,
    ),
  );
  return {
    node,
    show(state, { idle = true, locked = false } = {}) {
      last = { state };
      knobs.forEach((knob) => knob.show(state, idle, locked));
      check.checked = state.adversary;
      check.disabled = locked;
      draw();
    },
    stop: () => clearTimeout(timer),
  };
}
