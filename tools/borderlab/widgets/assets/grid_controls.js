// Sliders for the lane and the tool, ready-made settings, and the exact numbers as a table.

import { button, fill, h, uid } from "./dom.js";

function makeSlider({ label, min, max, step, read, write, change }) {
  const id = uid("range");
  const input = h("input", { type: "range", id, min, max, step, oninput: () => change(input) });
  const output = h("output", { for: id });
  return {
    node: h("div", { class: "bl-grid-slider" }, h("label", { for: id }, label), output, input),
    show() {
      const value = read();
      if (Number(input.value) !== value) input.value = value;
      output.textContent = write(value);
      input.setAttribute("aria-valuetext", write(value));
    },
  };
}

function makeTable(strings, write) {
  const { table } = strings;
  const body = h("tbody");
  const head = ["row", "alert", "no_alert", "total"].map((name) =>
    h("th", { scope: "col" }, table[name]),
  );
  const shares = h("ul", { class: "bl-grid-shares" });
  const node = h(
    "details",
    { class: "bl-grid-exact" },
    h("summary", {}, strings.exact),
    h(
      "table",
      { class: "bl-table" },
      h("caption", {}, table.caption),
      h("thead", {}, h("tr", {}, head)),
      body,
    ),
    shares,
  );
  const row = (name, alert, total) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, name),
      [write(alert, 1), write(total - alert, 1), write(total)].map((text) => h("td", {}, text)),
    );
  const share = (name, value, digits) =>
    h("li", {}, name + strings.colon, h("strong", {}, value === null ? "–" : write.percent(value, digits)));
  return {
    node,
    show(counts) {
      const legal = counts.consignments - counts.illegal;
      body.replaceChildren(
        row(table.illegal, counts.realExact, counts.illegal),
        row(table.legal, counts.falseExact, legal),
        row(table.total, counts.alertsExact, counts.consignments),
      );
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
      change: (input) => set({ [name]: Number(input.value) }),
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
      change: (input) => set({ illegal: Number(input.value) }),
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
