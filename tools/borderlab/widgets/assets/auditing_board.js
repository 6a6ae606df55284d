// The audit board: the kernel audits, the browser shows and asks for the record.

import { button, fill, h, listen, prepare } from "./dom.js";
import { makeRecordForm } from "./auditing_record.js";
import { makeRange } from "./slider.js";
import { makeSender } from "./sender.js";
import { measureBlock } from "./auditing_measures.js";
import { numberWriter } from "./lane_counts.js";
import { plainTable } from "./auditing_table.js";

const BOARD_CHOICES = ["grouping", "without_origin", "shift", "truth_known"];

function render({ model, el }) {
  const strings = model.get("strings");
  const write = numberWriter(model.get("signs"));
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-aud");
  const sender = makeSender(model, BOARD_CHOICES, 150);

  const groupings = strings.groupings.map(([id, text]) =>
    button(text, () => set({ grouping: id, shift: 0 }), { "data-id": id }),
  );
  const check = (name, text) => {
    const input = h("input", { type: "checkbox", onchange: () => set({ [name]: input.checked }) });
    return { input, node: h("label", { class: "bl-aud-moved" }, input, h("span", {}, text)) };
  };
  const origin = check("without_origin", strings.without_origin);
  const known = check("truth_known", strings.truth_known);
  const range = { label: "", min: -3, max: 3, step: 0.1 };
  const slider = makeRange({ ...range, change: (shift) => set({ shift }) });
  const measures = h("div", { class: "bl-aud-measures" });
  const list = () => h("ul");
  const reading = list();
  reading.setAttribute("aria-live", "polite");
  const warnings = list();
  const proxies = list();
  const exact = h("details", { class: "bl-aud-more" });
  const exactTable = h("div");
  const record = makeRecordForm({ model, strings });
  const cover = h("p", { class: "bl-note", role: "status" }, strings.preparing);
  const board = h(
    "div",
    {},
    h(
      "div",
      { class: "bl-row", role: "group", "aria-label": strings.grouping },
      h("span", { class: "bl-aud-label-inline" }, strings.grouping),
      groupings,
    ),
    h(
      "div",
      { class: "bl-aud-settings" },
      origin.node,
      h("div", { class: "bl-aud-slider" }, slider.name, slider.output, slider.input),
      h("div", {}, known.node, h("p", { class: "bl-small bl-muted" }, strings.office)),
    ),
    h("p", { class: "bl-aud-head" }, strings.reading),
    reading,
    h("p", { class: "bl-aud-head" }, strings.warnings),
    h("div", { class: "bl-note bl-note-part" }, warnings),
    h("p", { class: "bl-aud-head" }, strings.measures),
    measures,
    exact,
    h("details", { class: "bl-aud-more" }, h("summary", {}, strings.proxies), proxies),
    h("details", { class: "bl-aud-more" }, h("summary", {}, strings.audit), record.node),
  );
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    h("p", {}, strings.story),
    cover,
    board,
  );

  function set(values) {
    sender.set(values);
    controls();
  }

  function controls() {
    for (const node of groupings) {
      node.setAttribute("aria-pressed", String(node.dataset.id === model.get("grouping")));
    }
    origin.input.checked = model.get("without_origin");
    known.input.checked = model.get("truth_known");
    const shift = model.get("shift");
    slider.show(shift, (shift > 0 ? "+" : "") + write(shift, 1));
  }

  function fillList(node, lines) {
    node.replaceChildren(...lines.map((text) => h("li", {}, text)));
  }

  function shown() {
    cover.hidden = model.get("ready");
    board.hidden = !model.get("ready");
    if (board.hidden) return;
    const now = model.get("shown");
    slider.name.textContent = fill(strings.shift, { group: now.group });
    measures.replaceChildren(...now.measures.map((one) => measureBlock(one)));
    fillList(reading, now.reading);
    fillList(warnings, now.warnings);
    fillList(proxies, now.proxies);
    exactTable.replaceChildren(plainTable(now.table));
  }

  // The summary stays the same node: a focus on it survives each answer of the kernel.
  exact.append(h("summary", {}, strings.exact), exactTable);
  controls();
  shown();
  const stops = [
    listen(model, BOARD_CHOICES, controls),
    listen(model, ["shown", "ready"], shown),
  ];
  return () => {
    sender.stop();
    record.stop();
    stops.forEach((stop) => stop());
  };
}

export default { render };
