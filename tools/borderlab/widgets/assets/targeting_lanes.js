// The lesson's lane sorter: sort, inspect, compare.

import { button, fill, h, listen, prepare } from "./dom.js";
import { textTable } from "./table.js";
import { makeSorter } from "./targeting_sorter.js";

function wideTable(heads, rows) {
  return h("div", { class: "bl-sort-scroll" }, textTable({ heads, rows }));
}

function tallyBar(count, of) {
  const bar = h("span", { class: "bl-sort-bar", "aria-hidden": "true" });
  bar.style.width = `${(100 * count) / of}%`;
  return h("span", { class: "bl-sort-tally-cell" }, h("span", {}, bar), h("span", {}, String(count)));
}

function tallyTable(result, strings) {
  const rows = result.tally.map((row) => [row.finds, ...row.counts.map((n) => tallyBar(n, row.of))]);
  const table = { heads: result.tally_heads, rows, caption: strings.tally_name };
  return textTable(table, { class: "bl-table bl-sort-tally" });
}

function fillResult(box, result, strings) {
  box.replaceChildren();
  box.hidden = !result.said;
  if (box.hidden) return;
  box.append(
    h("p", { class: "bl-sort-said" }, result.said),
    wideTable(result.heads, result.rows),
    h("p", {}, result.chance),
    tallyTable(result, strings),
    h("p", {}, result.tally_said),
    h("p", {}, result.why),
    h(
      "details",
      { class: "bl-target-exact" },
      h("summary", {}, strings.exact),
      wideTable(result.exact_heads, result.exact_rows),
    ),
    h("p", { class: "bl-small bl-muted" }, result.note),
  );
}

function renderSorter({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-target");
  const how = h("p", {});
  const host = h("div");
  const hint = h("span", { class: "bl-small bl-muted", role: "status" });
  const reveal = button(strings.reveal, () => set({ revealed: true }), { kind: "main" });
  const again = button(strings.again, () => set({ revealed: false }));
  const another = button(strings.another, () => model.send({ type: "another" }), { kind: "quiet" });
  const box = h("section", {
    class: "bl-sort-result",
    "aria-label": strings.result,
    "aria-live": "polite",
    tabindex: "-1",
  });
  let sorter = null;
  let toResult = false;
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    how,
    host,
    h("div", { class: "bl-row bl-sort-tools" }, reveal, again, another, hint),
    box,
  );

  function set(values) {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    toResult = Boolean(values.revealed);
    show();
  }
  function build() {
    how.textContent = model.get("strings").how;
    sorter = makeSorter({
      cards: model.get("cards"),
      lanes: model.get("lane_list"),
      strings,
      assign: (lanes) => set({ lanes }),
    });
    host.replaceChildren(sorter.node);
    show();
  }
  function show() {
    const revealed = model.get("revealed");
    const result = model.get("result");
    const lanes = model.get("lanes");
    const red = Object.values(lanes).filter((lane) => lane === "red").length;
    const ready = red === model.get("inspections");
    sorter.show(lanes, { locked: revealed, outcomes: revealed ? result.cards : null });
    reveal.hidden = revealed;
    reveal.disabled = !ready;
    again.hidden = !revealed;
    hint.textContent = revealed || ready ? "" : fill(strings.reveal_first, { n: model.get("inspections") });
    fillResult(box, revealed ? result : {}, strings);
    // The result comes from the kernel a moment after the button is gone.
    if (toResult && !box.hidden) {
      toResult = false;
      box.focus();
    }
  }
  build();
  const stops = [
    listen(model, ["lanes", "revealed", "result"], show),
    listen(model, ["cards"], build),
  ];
  return () => stops.forEach((stop) => stop());
}

function render({ model, el }) {
  if (model.get("cards").length) return renderSorter({ model, el });
  const { name, preparing } = model.get("strings");
  prepare(el, { language: model.get("language"), name });
  el.classList.add("bl-target");
  el.replaceChildren(
    h("p", { class: "bl-title" }, name),
    h("p", { class: "bl-note", role: "status" }, preparing),
  );
  let stop = listen(model, ["cards"], () => {
    stop();
    stop = renderSorter({ model, el });
  });
  return () => stop();
}

export default { render };
