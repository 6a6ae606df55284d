// The policy lab as a widget of its own.

import { h, listen, prepare } from "./dom.js";
import { policyBoard } from "./policylab_board.js";
import { policyChannel, policyPanel } from "./policylab_panel.js";

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-plab");
  const channel = policyChannel((message) => model.send({ type: "lab", ...message }));
  const send = (message) => channel.send(message);
  const panel = policyPanel({ strings, sliders: model.get("spec").sliders, send });
  const board = policyBoard({ strings, send });
  el.replaceChildren(h("p", { class: "bl-title" }, strings.name), panel.node, board.node);
  const showState = () => {
    const state = model.get("state");
    channel.answered(state);
    panel.show(state, { idle: channel.idle() });
  };
  const showBoard = () => board.show(model.get("board"));
  showState();
  showBoard();
  const stops = [listen(model, ["state"], showState), listen(model, ["board"], showBoard), panel.stop];
  return () => stops.forEach((stop) => stop());
}

export default { render };
