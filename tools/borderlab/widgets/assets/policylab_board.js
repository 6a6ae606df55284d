// Saved policies: a name, a table to compare them, and the picture of the efficient frontier.

import { button, fill, h, uid } from "./dom.js";

export function policyBoard({ strings, send }) {
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
  const host = h("div", { class: "bl-plab-saved" });

  function line(cells, at) {
    const tools = h(
      "td",
      {},
      h(
        "span",
        { class: "bl-plab-tools" },
        button(strings.use_short, () => send({ do: "use", at }), { kind: "quiet", "aria-label": fill(strings.use, { name: cells[0] }) }),
        button("✕", () => send({ do: "drop", at }), { kind: "quiet", "aria-label": fill(strings.drop, { name: cells[0] }) }),
      ),
    );
    const [first, ...others] = cells;
    return h("tr", {}, h("th", { scope: "row" }, first), others.map((text) => h("td", {}, text)), tools);
  }

  return {
    node: h("section", { class: "bl-plab-board" }, h("strong", {}, strings.compare), form, host),
    show({ heads, lines }) {
      if (!lines.length) {
        host.replaceChildren(h("p", { class: "bl-muted bl-small" }, strings.nothing_saved));
        return;
      }
      const head = h("tr", {}, heads.map((text) => h("th", { scope: "col" }, text)), h("td"));
      host.replaceChildren(
        h("table", { class: "bl-table" }, h("thead", {}, head), h("tbody", {}, lines.map(line))),
      );
    },
  };
}
