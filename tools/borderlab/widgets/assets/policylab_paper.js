// The policy paper: a form for the gaps beside a preview of the page, and its download.

import { button, debounce, h, listen, prepare, uid } from "./dom.js";
import { giveFile } from "./download.js";
import { textTable } from "./table.js";

function paperPieces(pieces, strings) {
  return pieces.map(({ text, field, filled }) => {
    if (!field) return text;
    if (filled) return h("span", { class: "bl-paper-filled" }, text);
    return h("mark", { class: "bl-paper-gap" }, text);
  });
}

function paperPage(paper, strings) {
  const words = (pieces) => paperPieces(pieces, strings);
  const section = ({ title, bullets, paragraphs }, at) => [
    h("h2", {}, title),
    bullets
      ? h("ul", {}, paragraphs.map((pieces) => h("li", {}, words(pieces))))
      : paragraphs.map((pieces) => h("p", {}, words(pieces))),
    at === paper.after ? textTable({ heads: paper.heads, rows: paper.rows }) : null,
  ];
  return [
    h("p", { class: "bl-small bl-muted" }, paper.kicker),
    h("h1", {}, words(paper.title)),
    h("p", { class: "bl-paper-note" }, paper.note),
    ...paper.sections.flatMap(section).flat(),
    h("p", { class: "bl-small bl-muted" }, paper.foot),
  ].filter((node) => node !== null);
}

function paperField(id, label, longest, value, change) {
  const input = h("input", { type: "text", id: uid("field"), maxlength: longest, autocomplete: "off" });
  input.value = value;
  input.addEventListener("input", () => change(id, input.value));
  return { id, input, node: h("div", { class: "bl-paper-field" }, h("label", { for: input.id }, label), input) };
}

function render({ model, el }) {
  const strings = model.get("strings");
  const { fields: labels, longest, languages } = model.get("spec");
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-paper");
  const send = (message) => model.send({ type: "paper", ...message });
  let typed = {};
  const later = debounce(() => {
    send({ do: "fields", fields: typed });
    typed = {};
  }, 250);
  const change = (id, text) => {
    typed[id] = text;
    later();
  };
  const inputs = Object.entries(labels).map(([id, label]) =>
    paperField(id, label, longest, model.get("fields")[id] ?? "", change),
  );
  const choice = h(
    "select",
    { id: uid("language"), onchange: () => send({ do: "language", code: choice.value }) },
    languages.map(({ code, name }) => h("option", { value: code, lang: code }, name)),
  );
  const exported = (kind, look) =>
    button(strings[kind], () => {
      // In one message: two could arrive in the wrong order, and the last words would be missing.
      later.cancel();
      send({ do: "export", kind, fields: typed });
      typed = {};
    }, { kind: look, icon: "↓" });
  const said = h("p", { class: "bl-small", role: "status", "aria-live": "polite" });
  const page = h("article", { class: "bl-paper-page", "aria-label": strings.preview, tabindex: "0" });
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    h("p", {}, strings.intro),
    h(
      "div",
      { class: "bl-row bl-paper-tools" },
      h("label", { for: choice.id }, strings.language),
      choice,
      strings.refresh ? button(strings.refresh, () => send({ do: "refresh" }), { icon: "↻" }) : null,
    ),
    h("details", { class: "bl-paper-gaps", open: true }, h("summary", {}, strings.gaps), h("div", { class: "bl-paper-fields" }, inputs.map(({ node }) => node))),
    h("div", { class: "bl-row" }, exported("pdf", "main"), exported("html", "plain")),
    said,
    page,
  );
  const showPaper = () => {
    const paper = model.get("paper");
    page.setAttribute("lang", paper.language);
    page.replaceChildren(...paperPage(paper, strings));
    choice.value = model.get("paper_language");
  };
  const showFields = () => {
    for (const { id, input } of inputs) {
      const value = model.get("fields")[id] ?? "";
      if (document.activeElement !== input && !(id in typed)) input.value = value;
    }
  };
  const showSaid = () => {
    const { state, text } = model.get("said");
    said.textContent = text ? `${state === "error" ? "⚠" : "✓"} ${text}` : "";
  };
  const heard = (message, buffers) => {
    if (message?.type === "file" && buffers?.length) giveFile(message.name, message.mime, [buffers[0]]);
  };
  model.on("msg:custom", heard);
  showPaper();
  showFields();
  showSaid();
  const stops = [
    listen(model, ["paper", "paper_language"], showPaper),
    listen(model, ["fields"], showFields),
    listen(model, ["said"], showSaid),
  ];
  return () => {
    later.flush();
    stops.forEach((stop) => stop());
    model.off("msg:custom", heard);
  };
}

export default { render };
