// Sliders of a profile and what it does. Shared by the profile lab and the exercise.

import { h, uid } from "./dom.js";

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

function panelSlider({ label, max, step, write, change }) {
  const id = uid("slider");
  const input = h("input", { type: "range", id, min: 0, max, step, oninput: () => change(Number(input.value)) });
  const output = h("output", { for: id });
  return {
    head: h("div", { class: "bl-lab-slider-head" }, h("label", { for: id }, label), output),
    input,
    show(value, locked) {
      if (Number(input.value) !== value) input.value = value;
      output.textContent = write(value);
      input.setAttribute("aria-valuetext", write(value));
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

function panelTable({ caption, heads, rows }) {
  const row = ([first, ...others]) =>
    h("tr", {}, h("th", { scope: "row" }, first), others.map((text) => h("td", {}, text)));
  return h(
    "table",
    { class: "bl-table" },
    caption ? h("caption", {}, caption) : null,
    heads ? h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)))) : null,
    h("tbody", {}, rows.map(row)),
  );
}

function panelPicture(text) {
  const parsed = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  return document.importNode(parsed, true);
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
      figure.replaceChildren(panelPicture(result.svg));
      confusion.replaceChildren(panelTable(result.confusion));
      lines.replaceChildren(
        ...[result.work, result.random, result.calibration].map((text) => h("p", {}, text)),
      );
      top.replaceChildren(...result.top.map((one) => topRow(one, strings)));
      exact.replaceChildren(panelTable({ rows: result.exact }));
      notes.replaceChildren(...result.notes.map((text) => h("p", {}, text)));
    },
  };
}
