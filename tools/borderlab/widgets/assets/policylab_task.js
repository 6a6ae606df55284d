// The policy lab as an exercise: the same panel with a budget; each setting is saved as the answer.

import { h } from "./dom.js";
import { policyBoard } from "./policylab_board.js";
import { policyChannel, policyPanel } from "./policylab_panel.js";
import { renderQuestion } from "./question.js";

const POLICY_WORDS = "policy_";

function policyTask({ spec, strings, promptId, submit, warn, ask }) {
  const words = Object.fromEntries(
    Object.entries(strings)
      .filter(([name]) => name.startsWith(POLICY_WORDS))
      .map(([name, text]) => [name.slice(POLICY_WORDS.length), text]),
  );
  const { sliders, state, board } = spec.task;
  let locked = false;
  let shown = JSON.stringify(null);

  const channel = policyChannel(async (message) => {
    try {
      const reply = await ask({ type: "task", ...message });
      channel.answered(reply.state);
      panel.show(reply.state, { idle: channel.idle(), locked });
      table.show(reply.board);
      keep(message, reply.value);
    } catch {
      channel.answered({ turn: message.turn });
      warn(words.silent);
    }
  });
  const keep = (message, value) => {
    if (!["set", "use"].includes(message.do) || locked || !channel.idle()) return;
    shown = JSON.stringify(value);
    submit(value);
  };
  const send = (message) => channel.send(message);
  const panel = policyPanel({ strings: words, sliders, send, adversary: false });
  const table = policyBoard({ strings: words, send });
  panel.show(state);
  table.show(board);
  return {
    node: h("div", { class: "bl-plab", role: "group", "aria-describedby": promptId }, panel.node, table.node),
    show(value, state_) {
      locked = Boolean(state_?.locked);
      if (value === null || value === undefined || JSON.stringify(value) === shown) return;
      shown = JSON.stringify(value);
      const values = { ...value, expiry: value.expiry ?? spec.task.never };
      send({ do: "show", values });
    },
    stop: () => panel.stop(),
  };
}

export default { render: (context) => renderQuestion(context, policyTask) };
