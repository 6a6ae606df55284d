// Sliders for the lane and the tool, ready-made settings, and the exact numbers as a table.

import { button, fill, h } from "./dom.js";
import { makeRange, rangeRow } from "./slider.js";
import { tableRows, textTable } from "./table.js";

function makeSlider({ read, write, ...range }) {
  const slider = makeRange(range);
  return {
    node: rangeRow(slider, "bl-grid-slider"),
    show: () => slider.show(read(), write(read())),
  };
}

function makeTable(strings, write) {
  const words = strings.table;
  const heads = ["row", "alert", "no_alert", "total"].map((name) => words[name]);
  const table = textTable({ heads, rows: [], caption: words.caption });
  const shares = h("ul", { class: "bl-grid-shares" });
  const summary = h("summary", {}, strings.exact);
  const row = (name, alert, total) => [name, write(alert, 1), write(total - alert, 1), write(total)];
  const share = (name, value, digits) =>
    h("li", {}, name + strings.colon, h("strong", {}, value === null ? "–" : write.percent(value, digits)));
  return {
    node: h("details", { class: "bl-grid-exact" }, summary, table, shares),
    show(counts) {
      const legal = counts.consignments - counts.illegal;
      const rows = [
        row(words.illegal, counts.realExact, counts.illegal),
        row(words.legal, counts.falseExact, legal),
        row(words.total, counts.alertsExact, counts.consignments),
      ];
      table.tBodies[0].replaceChildren(...tableRows(rows));
      shares.replaceChildren(
        share(strings.share_real, counts.share, 2),
        share(strings.share_missed, counts.missedShare, 4),
      );
    },
  };
}

/** `set` changes traits here at once; the kernel hears of it a moment later. */
export function makeControls({ model, strings, write, set }) {
  const consignments = model.get("consignments");
  const percent = (value) => write.percent(value, Math.round(value * 1000) % 10 === 0 ? 0 : 1);
  const range = (name, label, max) =>
    makeSlider({
      label,
      min: 0,
      max,
      step: 0.002,
      read: () => model.get(name),
      write: percent,
      change: (value) => set({ [name]: value }),
    });
  const most = Math.max(10, Math.round(consignments / 10));
  const sliders = [
    makeSlider({
      label: fill(strings.set_illegal, { n: write(consignments) }),
      min: 0,
      max: most,
      step: 1,
      read: () => model.get("illegal"),
      write: (value) => write(value),
      change: (value) => set({ illegal: value }),
    }),
    range("sensitivity", strings.set_sensitivity, 1),
    range("false_alarm", strings.set_false_alarm, 0.3),
  ];
  const note = h("p", { class: "bl-small", "aria-live": "polite" });
  const presets = model.get("presets").map((preset) => ({
    preset,
    node: button(preset.name, () =>
      set({ sensitivity: preset.sensitivity, false_alarm: preset.false_alarm }),
    ),
  }));
  const table = makeTable(strings, write);
  return {
    node: h(
      "div",
      {},
      h(
        "fieldset",
        { class: "bl-fields bl-grid-controls" },
        h("legend", {}, strings.settings),
        h("div", { class: "bl-row" }, presets.map(({ node }) => node)),
        note,
        h("div", { class: "bl-grid-sliders" }, sliders.map(({ node }) => node)),
      ),
      table.node,
    ),
    show(counts) {
      sliders.forEach((slider) => slider.show());
      const chosen = presets.find(
        ({ preset }) =>
          Math.abs(preset.sensitivity - model.get("sensitivity")) < 1e-9 &&
          Math.abs(preset.false_alarm - model.get("false_alarm")) < 1e-9,
      );
      for (const { preset, node } of presets) {
        node.setAttribute("aria-pressed", String(preset === chosen?.preset));
      }
      const text = chosen?.preset.note ?? "";
      note.hidden = text === "";
      if (text && !note.textContent.endsWith(text)) {
        note.replaceChildren(
          h("span", { class: "bl-tag bl-tag-part" }, `? ${strings.to_confirm}`),
          ` ${text}`,
        );
      }
      table.show(counts);
    },
  };
}
