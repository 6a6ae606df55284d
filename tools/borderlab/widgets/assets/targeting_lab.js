// The profile lab.

import { button, h, listen, prepare } from "./dom.js";
import { numberWriter } from "./lane_counts.js";
import { makeProfileResult, makeProfileSliders, oneAtATime } from "./targeting_panel.js";

const LAB_PATIENCE = 3000;

function render({ model, el }) {
  const strings = model.get("strings");
  const write = numberWriter(model.get("signs"));
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-target", "bl-lab");
  const values = () => ({
    weights: model.get("weights"),
    budget: model.get("budget"),
    random_share: model.get("random_share"),
  });
  let turn = model.get("turn");
  const send = oneAtATime(
    (next) =>
      new Promise((resolve) => {
        turn += 1;
        const mine = turn;
        const done = () => {
          if (model.get("result").turn !== mine) return;
          model.off("change:result", done);
          resolve();
        };
        model.on("change:result", done);
        setTimeout(() => {
          model.off("change:result", done);
          resolve();
        }, LAB_PATIENCE);
        for (const [name, value] of Object.entries({ ...next, turn: mine })) model.set(name, value);
        model.save_changes();
      }),
  );
  const sliders = makeProfileSliders({ groups: model.get("groups"), strings, write, change: send });
  const result = makeProfileResult({ strings });
  const all = (weight) => ({
    weights: Object.fromEntries(model.get("groups").map(({ id }) => [id, weight])),
  });
  const cover = h("p", { class: "bl-note", role: "status" }, strings.preparing);
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    h("p", {}, strings.how),
    sliders.node,
    h(
      "div",
      { class: "bl-row bl-lab-tools" },
      button(strings.equal, () => sliders.set(all(1))),
      button(strings.none, () => sliders.set(all(0))),
    ),
    cover,
    result.node,
    h("p", { class: "bl-note bl-small" }, strings.truth_note),
  );
  function show() {
    cover.hidden = model.get("ready");
    result.node.hidden = !model.get("ready");
    result.show(model.get("result"));
  }
  sliders.show(values());
  show();
  const stops = [
    listen(model, ["result", "ready"], show),
    listen(model, ["weights", "budget", "random_share"], () => {
      if (model.get("turn") === turn) sliders.show(values());
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
