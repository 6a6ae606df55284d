// Sliders of a profile and what it does. Shared by the profile lab and the exercise.

import { h } from "./dom.js";
import { svgNode } from "./pictures.js";
import { makeRange } from "./slider.js";
import { textTable } from "./table.js";

/** Runs one request at a time, of those that come meanwhile only the last; `onFail` hears a refusal. */
export function oneAtATime(run, onFail) {
  let busy = false;
  let waiting = null;
  const go = async (value) => {
    busy = true;
    try {
      await run(value);
    } catch {
      onFail?.();
    } finally {
      busy = false;
      if (waiting !== null) {
        const next = waiting;
        waiting = null;
        go(next.value);
      }
    }
  };
  return (value) => {
    if (busy) waiting = { value };
    else go(value);
  };
}

function panelSlider({ write, ...range }) {
  const { name, output, input, show } = makeRange({ min: 0, ...range });
  return {
    head: h("div", { class: "bl-lab-slider-head" }, name, output),
    input,
    show(value, locked) {
      show(value, write(value));
      input.disabled = Boolean(locked);
    },
  };
}

function groupSlider(group, write, change) {
  const slider = panelSlider({ label: group.name, max: 3, step: 0.5, write: (x) => write(x, 1), change });
  return { ...slider, node: h("div", { class: "bl-lab-slider" }, slider.head, slider.input) };
}

function panelFlag(flag, strings) {
  const lawful = `${strings.lawful}${strings.colon}${flag.lawful}`;
  return h("li", {}, flag.name, " ", h("span", { class: "bl-muted" }, `(${lawful})`));
}

function groupFlags(groups, strings) {
  const lists = groups.map((group) => [
    h("dt", {}, group.name),
    h("dd", {}, h("ul", {}, group.flags.map((flag) => panelFlag(flag, strings)))),
  ]);
  return h(
    "details",
    { class: "bl-target-exact bl-lab-flags" },
    h("summary", {}, strings.which),
    h("dl", {}, lists),
  );
}

/** `change(values)` hears {weights, budget, random_share}; `show(values, locked)` draws them. */
export function makeProfileSliders({ groups, strings, write, change, most = 300, step = 5 }) {
  let values = { weights: {}, budget: 0, random_share: 0 };
  const set = (part) => {
    values = { ...values, ...part };
    draw();
    change(values);
  };
  const sliders = new Map(
    groups.map((group) => [
      group.id,
      groupSlider(group, write, (weight) =>
        set({ weights: { ...values.weights, [group.id]: weight } }),
      ),
    ]),
  );
  const budget = panelSlider({
    label: strings.budget,
    max: most,
    step,
    write: (x) => write(x),
    change: (x) => set({ budget: x }),
  });
  const random = panelSlider({
    label: strings.random,
    max: 0.5,
    step: 0.01,
    write: (x) => write.percent(x),
    change: (x) => set({ random_share: x }),
  });
  let locked = false;
  function draw() {
    for (const [id, slider] of sliders) slider.show(values.weights[id] ?? 0, locked);
    budget.show(values.budget, locked);
    random.show(values.random_share, locked);
  }
  const plain = (slider) => h("div", { class: "bl-lab-slider" }, slider.head, slider.input);
  return {
    node: h(
      "div",
      {},
      h(
        "fieldset",
        { class: "bl-lab-fields" },
        h("legend", {}, strings.weights),
        h("p", { class: "bl-small bl-muted" }, strings.weight_note),
        h("div", { class: "bl-lab-sliders" }, [...sliders.values()].map((slider) => slider.node)),
        groupFlags(groups, strings),
      ),
      h(
        "fieldset",
        { class: "bl-lab-fields" },
        h("legend", {}, strings.staff),
        h("div", { class: "bl-lab-sliders" }, plain(budget), plain(random)),
        h("p", { class: "bl-small bl-muted" }, strings.decisive),
      ),
    ),
    show(next, lock = false) {
      values = { ...next };
      locked = lock;
      draw();
    },
    set,
  };
}

function topRow(one, strings) {
  return h(
    "li",
    {},
    h("div", {}, h("strong", {}, one.title)),
    h("div", { class: "bl-small" }, `${one.score}${strings.colon}${one.parts} `, h("span", { class: "bl-tag" }, one.truth)),
    h(
      "ul",
      { class: "bl-small" },
      one.flags.map((flag) => panelFlag(flag, strings)),
    ),
  );
}

/** The result of a profile; `show(result)` draws it, `busy(true)` says that it is being computed. */
export function makeProfileResult({ strings }) {
  const said = h("p", { class: "bl-lab-said", "aria-live": "polite" });
  const figure = h("div", { class: "bl-lab-figure" });
  const legend = h(
    "ul",
    { class: "bl-lab-legend" },
    strings.legend.map((text, place) => h("li", {}, h("span", { class: `bl-lab-line bl-lab-line-${place}`, "aria-hidden": "true" }), text)),
  );
  const confusion = h("div");
  const lines = h("div", { class: "bl-lab-lines" });
  const top = h("ol", { class: "bl-lab-top" });
  const topBox = h("details", { class: "bl-target-exact" }, h("summary", {}, strings.top), top);
  const exact = h("div");
  const exactBox = h("details", { class: "bl-target-exact" }, h("summary", {}, strings.exact), exact);
  const notes = h("div", { class: "bl-small bl-muted" });
  const node = h(
    "section",
    { class: "bl-lab-result", "aria-label": strings.result },
    said,
    h("div", { class: "bl-lab-split" }, h("div", {}, figure, legend), h("div", {}, confusion, lines)),
    topBox,
    exactBox,
    notes,
  );
  return {
    node,
    show(result) {
      if (!result?.said) return;
      if (said.textContent !== result.said) said.textContent = result.said;
      figure.replaceChildren(svgNode(result.svg));
      confusion.replaceChildren(textTable(result.confusion));
      lines.replaceChildren(
        ...[result.work, result.random, result.calibration].map((text) => h("p", {}, text)),
      );
      top.replaceChildren(...result.top.map((one) => topRow(one, strings)));
      exact.replaceChildren(textTable({ rows: result.exact }));
      notes.replaceChildren(...result.notes.map((text) => h("p", {}, text)));
    },
  };
}
