// One permit on the desk: to read, or to mark as well.

import { h, listen, prepare } from "./dom.js";
import { makeAsker } from "./asker.js";
import { makeDesk } from "./desk_frame.js";

function render({ model, el }) {
  const strings = model.get("strings");
  const spec = model.get("spec");
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-desk-root");
  const asker = makeAsker(model);
  const said = h("p", { class: "bl-aside", role: "status", "aria-live": "polite" });
  const marking = spec.marking ?? null;

  const desk = makeDesk({
    strings,
    ask: asker.ask,
    marking,
    boxSources: spec.box_sources,
    onBox(key) {
      if (model.get("box") === key) return;
      model.set("box", key);
      model.save_changes();
    },
    onChange({ marks, action }) {
      model.set("marks", marks);
      model.set("action", action);
      model.set("revealed", false);
      model.save_changes();
    },
    onReveal: marking
      ? () => {
          model.set("revealed", true);
          model.save_changes();
        }
      : null,
  });
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    h("p", { class: "bl-muted" }, strings.how),
    desk.node,
    said,
  );

  const showMarks = () =>
    marking && desk.show({ marks: model.get("marks"), action: model.get("action") });
  const showReveal = () => {
    if (!marking) return;
    const data = model.get("reveal");
    desk.reveal(data?.notes ? data : null);
    said.textContent = data?.score ?? "";
  };
  desk.open(spec.permit).then(() => {
    showMarks();
    showReveal();
    if (model.get("box")) desk.setBox(model.get("box"));
  });
  const names = marking ? ["marks", "action"] : [];
  const stops = [
    listen(model, names, showMarks),
    listen(model, marking ? ["reveal"] : [], showReveal),
    listen(model, ["box"], () => model.get("box") && desk.setBox(model.get("box"))),
    listen(model, ["lookups"], () => desk.trail(model.get("lookups"))),
    asker.stop,
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
