// A task that is answered in the code cell below: what the data mean, and the line to run.

import { codeView } from "./code_line.js";
import { h } from "./dom.js";
import { renderQuestion } from "./question.js";
import { caseNodes } from "./task_case.js";

function taskCodeView(context) {
  const view = codeView(context);
  const node = h("div", { class: "bl-fields" }, caseNodes(context.spec.task), view.node);
  return { ...view, node };
}

export default { render: (context) => renderQuestion(context, taskCodeView) };
