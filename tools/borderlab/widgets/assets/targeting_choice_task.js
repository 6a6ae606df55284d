// The exercise: choose which consignments to inspect.

import { h } from "./dom.js";
import { renderQuestion } from "./question.js";
import { makeSorter } from "./targeting_sorter.js";

function choiceView({ spec, strings, promptId, submit }) {
  const { cards, lanes, how } = spec.task;
  const sorter = makeSorter({ cards, lanes, strings, assign: (chosen) => submit(chosen) });
  return {
    node: h(
      "div",
      { class: "bl-target", role: "group", "aria-describedby": promptId },
      h("p", {}, how),
      sorter.node,
    ),
    show: (value, { locked }) => sorter.show(value, { locked }),
  };
}

export default { render: (context) => renderQuestion(context, choiceView) };
