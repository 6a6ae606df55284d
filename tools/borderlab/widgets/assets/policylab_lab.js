// The policy lab as a widget of its own.

import { h, listen, prepare } from "./dom.js";
import { policyBoard, policyFrontier } from "./policylab_board.js";
import { policyChannel, policyPanel } from "./policylab_panel.js";

function render({ model, el }) {
  const strings = model.get("strings");
  const { sliders, axes } = model.get("spec");
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-plab");
  const channel = policyChannel((message) => model.send({ type: "lab", ...message }));
  const send = (message) => {
    channel.send(message);
    if (message.do !== "frontier") frontier.follow();
  };
  const panel = policyPanel({ strings, sliders, send });
  const board = policyBoard({ strings, send });
  const { heads } = model.get("board");
  const frontier = policyFrontier({ strings, axes, heads, send });
  const title = h("p", { class: "bl-title" }, strings.name);
  const intro = h("p", { class: "bl-muted" }, model.get("spec").intro);
  el.replaceChildren(title, intro, panel.node, board.node, frontier.node);
  const showState = () => {
    const state = model.get("state");
    channel.answered(state);
    panel.show(state, { idle: channel.idle() });
  };
  const showBoard = () => board.show(model.get("board"));
  const showChart = () => frontier.show(model.get("chart"));
  showState();
  showBoard();
  showChart();
  const stops = [
    listen(model, ["state"], showState),
    listen(model, ["board"], showBoard),
    listen(model, ["chart"], showChart),
    panel.stop,
    frontier.stop,
  ];
  return () => stops.forEach((stop) => stop());
}

export default { render };
