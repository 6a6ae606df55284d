// The policy lab as an exercise: the same panel with a budget; each setting is saved as the answer.

import { h, rich } from "./dom.js";
import { policyBoard, policyFrontier } from "./policylab_board.js";
import { policyChannel, policyPanel } from "./policylab_panel.js";
import { renderQuestion } from "./question.js";

const POLICY_WORDS = "policy_";

function policyWords(strings) {
  const own = Object.entries(strings).filter(([name]) => name.startsWith(POLICY_WORDS));
  return Object.fromEntries(own.map(([name, text]) => [name.slice(POLICY_WORDS.length), text]));
}

function policyTask({ spec, strings, promptId, submit, warn, ask }) {
  const words = policyWords(strings);
  const { sliders, axes, state, board, outline, never } = spec.task;
  let locked = false;
  let shown = "";

  const channel = policyChannel(async (message) => {
    try {
      const reply = await ask({ type: "task", ...message });
      channel.answered(reply);
      draw(reply);
      keep(message, reply.value);
    } catch {
      channel.answered(message);
      warn(words.silent);
    }
  });
  const draw = (reply) => {
    if (reply.state) panel.show(reply.state, { idle: channel.idle(), locked });
    if (reply.board) table.show(reply.board);
    if (reply.chart) frontier.show(reply.chart);
  };
  const keep = (message, value) => {
    if (!["set", "use"].includes(message.do) || locked || !channel.idle()) return;
    shown = JSON.stringify(value);
    submit(value);
  };
  const send = (message) => {
    if (locked && ["set", "use"].includes(message.do)) return;
    channel.send(message);
    if (message.do !== "frontier") frontier.follow();
  };
  const panel = policyPanel({ strings: words, sliders, send, adversary: false });
  const table = policyBoard({ strings: words, send });
  const frontier = policyFrontier({ strings: words, axes, heads: board.heads, send });
  draw({ state, board });
  const parts = [panel.node, table.node];
  if (Object.keys(axes).length) parts.push(frontier.node);
  return {
    node: h(
      "div",
      { class: "bl-plab", role: "group", "aria-describedby": promptId },
      h("div", { class: "bl-plab-outline" }, rich(outline)),
      parts,
    ),
    show(value, { locked: final } = {}) {
      const turned = locked !== Boolean(final);
      locked = Boolean(final);
      const text = JSON.stringify(value ?? null);
      if (text === "null" || (text === shown && !turned)) return;
      shown = text;
      send({ do: "show", values: { ...value, expiry: value.expiry ?? never } });
    },
    stop: () => {
      panel.stop();
      frontier.stop();
    },
  };
}

export default { render: (context) => renderQuestion(context, policyTask) };
