// The rule explorer: filters above, one line per rule that opens. All of it works in the browser;
// only the drawn example is asked of the kernel.

import { button, debounce, fill, h, listen, prepare, uid } from "./dom.js";
import { cropNodes } from "./casework_picture.js";

const PAGE = 12;
const SIGNS = { reject: "✕", consult: "?", note: "i" };

const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

/** As the kernel folded the rules (reference/text.py): "Rés. Conf. 12.3" is "res conf 12 3". */
const folded = (text) =>
  text
    .toLowerCase()
    .replace(/[œæßøł]/g, (letter) => LIGATURES[letter])
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^0-9a-z]+/g, " ")
    .trim();

function badge(severity, names) {
  return h(
    "span",
    { class: `bl-case-badge bl-case-${severity}` },
    h("span", { class: "bl-case-sign", "aria-hidden": "true" }, SIGNS[severity]),
    names[severity],
  );
}

function field(label, control) {
  const id = uid("rules");
  control.id = id;
  return h("div", { class: "bl-case-field" }, h("label", { for: id }, label), control);
}

function choice(label, pairs, all, onchange) {
  const options = [["", all], ...pairs].map(([value, text]) => h("option", { value }, text));
  const node = h("select", { onchange: () => onchange(node.value) }, options);
  return { node, block: field(label, node) };
}

function part(title, ...nodes) {
  return [h("dt", {}, title), h("dd", {}, nodes)];
}

/** The opened rule; the example is drawn on demand. */
function detail(rule, { strings, names, boxNames, ask }) {
  const mark = rule.confirm
    ? h("span", { class: "bl-tag bl-tag-part", title: strings.confirm_how }, `? ${strings.confirm}`)
    : null;
  const list = h(
    "dl",
    { class: "bl-case-facts" },
    part(strings.checks, rule.checks),
    part(strings.boxes, rule.boxes.map((box) => boxNames[box] ?? box).join(", ") || "–"),
    part(strings.means, badge(rule.severity, names)),
    part(strings.todo, rule.todo),
    rule.trap ? part(strings.trap, h("div", { class: "bl-note bl-note-part" }, rule.trap)) : null,
    part(strings.basis, h("span", {}, rule.basis, " "), mark),
    part(strings.group, rule.group),
  );
  const host = h("div", { class: "bl-case-example", "aria-live": "polite" });
  const press = button(strings.example, () => ask(rule.id, host), { icon: "▣" });
  const undecided = rule.undecided ? h("p", { class: "bl-note" }, rule.undecided) : null;
  return h("div", { class: "bl-case-rule" }, list, undecided, rule.example ? press : null, host);
}

function render({ model, el }) {
  const strings = model.get("strings");
  const rules = model.get("rules");
  const [boxes, severities, documents] = model.get("options");
  const names = Object.fromEntries(severities);
  const boxNames = Object.fromEntries(boxes);
  const waiting = new Map();
  let shown = PAGE;
  prepare(el, { language: model.get("language"), name: strings.title });
  el.classList.add("bl-rules");

  // What is set here counts until it is sent: an echo of an earlier word must not undo typing.
  const wanted = {};
  const NAMES = ["search", "box", "severity", "document", "opened"];
  // Set one after the other, the first would be heard while the others still have their old values.
  let setting = false;
  const save = debounce(() => {
    setting = true;
    for (const name of NAMES) model.set(name, wanted[name]);
    setting = false;
    model.save_changes();
  }, 250);
  const take = () => NAMES.forEach((name) => (wanted[name] = model.get(name)));
  take();
  const set = (name, value) => {
    wanted[name] = value;
    shown = PAGE;
    draw();
    save();
  };
  const input = h("input", {
    type: "search",
    autocomplete: "off",
    maxlength: 80,
    oninput: () => set("search", input.value),
  });
  const box = choice(strings.box, boxes, strings.all, (value) => set("box", value));
  const level = choice(strings.severity, severities, strings.all, (v) => set("severity", v));
  const paper = choice(strings.document, documents, strings.all, (v) => set("document", v));
  const count = h("p", { class: "bl-case-count", role: "status", "aria-live": "polite" });
  const list = h("div", { class: "bl-case-rules" });
  const more = button("", () => {
    const next = shown;
    shown += PAGE;
    draw();
    list.children[next]?.querySelector("summary")?.focus();
  });
  const reset = button(
    strings.reset,
    () => {
      NAMES.forEach((name) => (wanted[name] = ""));
      set("opened", "");
      input.focus();
    },
    { kind: "quiet" },
  );
  const search = field(strings.search, input);
  search.classList.add("bl-case-wide");
  search.append(h("p", { class: "bl-small bl-muted" }, strings.search_how));
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.title),
    h("div", { class: "bl-case-filters" }, search, box.block, level.block, paper.block),
    h("div", { class: "bl-row bl-spread" }, count, reset),
    list,
    more,
  );

  function fits(rule) {
    const words = folded(wanted.search).split(/\s+/).filter(Boolean);
    const { box: where, severity: grade, document: kind } = wanted;
    return (
      words.every((word) => rule.find.includes(word)) &&
      (!where || rule.boxes.includes(where)) &&
      (!grade || rule.severity === grade) &&
      (!kind || rule.documents.length === 0 || rule.documents.includes(kind))
    );
  }

  function ask(rule, host) {
    host.replaceChildren(h("p", { role: "status" }, strings.waiting));
    const timer = setTimeout(() => {
      waiting.delete(rule);
      host.replaceChildren(h("p", { class: "bl-note bl-note-bad" }, strings.no_kernel));
    }, 8000);
    waiting.set(rule, { host, timer });
    model.send({ type: "example", rule });
  }

  async function heard(message) {
    if (message?.type !== "example" || !waiting.has(message.rule)) return;
    const { host, timer } = waiting.get(message.rule);
    clearTimeout(timer);
    waiting.delete(message.rule);
    const pictures = await cropNodes(message).catch(() => []);
    const words = message.notes.map((text) => h("p", {}, text));
    const said = pictures.length ? [] : (message.views ?? []).map(({ alt }) => h("p", {}, alt));
    host.replaceChildren(
      h("p", { class: "bl-small bl-muted" }, strings.example_of),
      h("div", { class: "bl-case-crops" }, pictures),
      ...said,
      ...words,
    );
  }

  function line(rule) {
    const head = h(
      "summary",
      {},
      h("span", { class: "bl-case-id" }, rule.id),
      " ",
      h("span", { class: "bl-case-name" }, rule.name),
      " ",
      badge(rule.severity, names),
      rule.confirm ? h("span", { class: "bl-tag bl-tag-part" }, `? ${strings.confirm}`) : null,
    );
    const node = h("details", { class: "bl-case-line" }, head);
    const fillIn = () => {
      if (node.open && node.children.length === 1) {
        node.append(detail(rule, { strings, names, boxNames, ask }));
      }
    };
    node.addEventListener("toggle", () => {
      fillIn();
      if (node.open && wanted.opened !== rule.id) wanted.opened = rule.id;
      else if (!node.open && wanted.opened === rule.id) wanted.opened = "";
      else return;
      save();
    });
    if (wanted.opened === rule.id) node.open = true;
    fillIn();
    return node;
  }

  function draw() {
    const hits = rules.filter(fits);
    const opened = hits.findIndex((rule) => rule.id === wanted.opened);
    shown = Math.max(shown, opened + 1);
    for (const [control, name] of [[input, "search"], [box.node, "box"],
      [level.node, "severity"], [paper.node, "document"]]) {
      if (control.value !== wanted[name]) control.value = wanted[name];
    }
    count.textContent = hits.length
      ? fill(strings.found[0], { n: hits.length, all: rules.length })
      : strings.none;
    list.replaceChildren(...hits.slice(0, shown).map(line));
    more.hidden = hits.length <= shown;
    more.textContent = fill(strings.more, { n: Math.min(PAGE, hits.length - shown) });
    reset.hidden = hits.length === rules.length;
  }

  draw();
  const stop = listen(model, NAMES, () => {
    if (setting || save.waiting() || NAMES.every((name) => wanted[name] === model.get(name))) return;
    take();
    shown = PAGE;
    draw();
  });
  model.on("msg:custom", heard);
  return () => {
    save.flush();
    for (const { timer } of waiting.values()) clearTimeout(timer);
    stop();
    model.off("msg:custom", heard);
  };
}

export default { render };
