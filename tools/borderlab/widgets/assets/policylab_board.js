// Saved policies: a name, a table to compare them, and the picture of the efficient frontier.

import { button, debounce, fill, h, uid } from "./dom.js";
import { svgNode } from "./pictures.js";

function policySaver({ strings, send }) {
  const name = h("input", { type: "text", id: uid("policy-name"), maxlength: 40, autocomplete: "off" });
  const form = h(
    "form",
    { class: "bl-row bl-plab-save" },
    h("label", { for: name.id }, strings.save_label),
    name,
    h("button", { type: "submit", class: "bl-button bl-button-main" }, strings.save),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send({ do: "save", name: name.value });
    name.value = "";
  });
  return form;
}

function policyTable(heads, lines, caption, tools) {
  const row = (cells, at) => {
    const [first, ...others] = cells;
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, first),
      others.map((text, place) => h("td", { "data-head": heads[place + 1] }, text)),
      tools ? h("td", { class: "bl-plab-tools" }, tools(cells, at)) : null,
    );
  };
  const head = heads.map((text) => h("th", { scope: "col" }, text));
  return h(
    "table",
    { class: "bl-table bl-plab-table" },
    caption ? h("caption", {}, caption) : null,
    h("thead", {}, h("tr", {}, head, tools ? h("td") : null)),
    h("tbody", {}, lines.map(row)),
  );
}

/** The table of saved policies with the form that saves one. */
export function policyBoard({ strings, send }) {
  const host = h("div", { class: "bl-plab-saved" });
  const saver = policySaver({ strings, send });
  const tools = (cells, at) => [
    button(strings.use_short, () => send({ do: "use", at }), {
      kind: "quiet",
      "aria-label": fill(strings.use, { name: cells[0] }),
    }),
    button("✕", () => send({ do: "drop", at }), {
      kind: "quiet",
      "aria-label": fill(strings.drop, { name: cells[0] }),
    }),
  ];
  return {
    node: h(
      "section",
      { class: "bl-plab-board" },
      h("h3", { class: "bl-plab-title" }, strings.compare),
      saver,
      host,
    ),
    show({ heads, lines }) {
      const before = [...host.querySelectorAll("button")].indexOf(document.activeElement);
      const numbered = lines.map(([name, ...cells], at) => [`${at + 1} ${name}`, ...cells]);
      host.replaceChildren(
        lines.length
          ? policyTable(heads, numbered, null, tools)
          : h("p", { class: "bl-muted bl-small" }, strings.nothing_saved),
      );
      if (before < 0) return;
      // The row with the pressed button may be gone: the focus goes to what is in its place.
      const left = host.querySelectorAll("button");
      (left[Math.min(before, left.length - 1)] ?? saver.querySelector("input")).focus();
    },
  };
}

/** The picture of the frontier; it follows the sliders once it was asked for. */
export function policyFrontier({ strings, axes, heads, send }) {
  const id = uid("axis");
  const choice = h(
    "select",
    { id, onchange: () => ask() },
    Object.entries(axes).map(([value, text]) => h("option", { value }, text)),
  );
  const ask = () => send({ do: "frontier", axis: choice.value });
  const later = debounce(ask, 500);
  const host = h("div", { class: "bl-pf-host" });
  let open = false;
  const go = button(strings.frontier, () => {
    open = true;
    ask();
  });
  const image = (text, look) => h("div", { class: `bl-pf-${look}` }, svgNode(text));
  return {
    node: h(
      "section",
      { class: "bl-plab-board" },
      h("div", { class: "bl-row" }, go, h("label", { for: id }, strings.axis), choice),
      host,
    ),
    show(chart) {
      if (!chart.wide) return;
      open = true;
      choice.value = chart.axis;
      const lines = chart.lines.map(([letter, name, ...cells]) => [`${letter} ${name}`, ...cells]);
      host.replaceChildren(
        image(chart.wide, "wide"),
        image(chart.narrow, "narrow"),
        h("p", { class: "bl-small bl-muted" }, strings.legend),
        h("details", {}, h("summary", {}, strings.references), policyTable(heads, lines)),
      );
    },
    follow: () => open && later(),
    stop: () => later.cancel(),
  };
}
