// The widgets on examining: steps, a picture, sentences, tables and controls. What is shown is
// worked out by the kernel and arrives as plain data; here it is only drawn.

import { button, h, listen, prepare } from "./dom.js";
import { examBoxes } from "./examining_boxes.js";
import { examControls } from "./examining_controls.js";
import { examLink } from "./examining_link.js";
import { examOrder } from "./examining_order.js";
import { examTables } from "./examining_tables.js";
import { numberWriter } from "./lane_counts.js";
import { svgNode } from "./pictures.js";
import { makeSteps } from "./steps.js";

const EXAM_NARROW = 600;

function examNote(note, strings) {
  const kind = note.kind ? ` bl-note-${note.kind}` : "";
  const tag = note.confirm
    ? [h("span", { class: "bl-tag bl-tag-part" }, `? ${strings.to_confirm}`), " "]
    : null;
  return h("p", { class: `bl-note bl-exam-note${kind}` }, tag, note.text);
}

function render({ model, el }) {
  const strings = model.get("strings");
  const write = numberWriter(model.get("signs"));
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-exam");
  const link = examLink(model, () => show());
  const steps = makeSteps(strings, "bl-exam-steps", (step) => link.set({ step }));
  const said = h("p", { class: "bl-exam-said", "aria-live": "polite" });
  const predicted = h("p", { class: "bl-exam-predicted" });
  const picture = h("div", { class: "bl-exam-picture" });
  const legend = h("p", { class: "bl-exam-legend bl-small" });
  const notes = h("div", { class: "bl-exam-notes" });
  const more = strings.stages
    ? examOrder({ link, strings, write })
    : strings.box_name
      ? examBoxes({ link, strings })
      : null;
  const actions = h("div", { class: "bl-row bl-exam-actions" });
  const controls = examControls({ link, strings, write });
  const tables = examTables(strings);
  const cover = h("p", { class: "bl-note bl-exam-cover", role: "status" }, strings.covered);
  const parts = [steps.node, said, predicted, more?.node ?? "", picture, legend, actions, notes, controls.node, tables.node];
  const body = h("div", {}, parts);
  el.replaceChildren(h("p", { class: "bl-title" }, strings.name), cover, body);
  let drawn = null;

  function show() {
    const shown = model.get("shown");
    cover.hidden = !model.get("covered");
    body.hidden = model.get("covered") || shown.said === undefined;
    if (body.hidden) return;
    steps.show(model.get("step"));
    steps.node.hidden = steps.count < 2;
    if (said.textContent !== shown.said) said.textContent = shown.said;
    predicted.textContent = model.get("predicted");
    predicted.hidden = predicted.textContent === "";
    more?.show(shown);
    if (drawn !== (shown.svg ?? "")) {
      drawn = shown.svg ?? "";
      picture.replaceChildren(drawn ? svgNode(drawn) : "");
    }
    picture.hidden = drawn === "";
    legend.textContent = shown.legend ?? "";
    legend.hidden = legend.textContent === "";
    notes.replaceChildren(...(shown.notes ?? []).map((note) => examNote(note, strings)));
    showActions(shown.buttons ?? []);
    controls.show(shown.visible ?? []);
    tables.show(shown.tables ?? []);
  }

  function showActions(wanted) {
    actions.hidden = wanted.length === 0;
    // Built once for each set, so that a button keeps the focus while it is pressed again.
    const key = wanted.map(({ text }) => text).join("|");
    if (actions.dataset.key === key) return;
    actions.dataset.key = key;
    actions.replaceChildren(
      ...wanted.map(({ do: name, text }) => button(text, () => link.act({ do: name }))),
    );
  }

  const resize = new ResizeObserver(() => {
    const narrow = el.clientWidth > 0 && el.clientWidth < EXAM_NARROW;
    if (el.clientWidth > 0 && narrow !== model.get("narrow")) link.set({ narrow });
  });
  resize.observe(el);
  const stop = listen(model, ["shown", "covered", "predicted"], () => show());
  show();
  return () => {
    link.stop();
    stop();
    resize.disconnect();
  };
}

export default { render };
