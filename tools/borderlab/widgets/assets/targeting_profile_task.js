// The exercise: set a profile on consignments that can be seen; it is graded on others.

import { h, rich } from "./dom.js";
import { numberWriter } from "./lane_counts.js";
import { renderQuestion } from "./question.js";
import { makeProfileResult, makeProfileSliders, oneAtATime } from "./targeting_panel.js";

function profileView({ spec, strings, promptId, submit, later, warn, ask }) {
  const { outline, groups, start, most } = spec.task;
  const write = numberWriter(spec.signs);
  const result = makeProfileResult({ strings });
  const cover = h("p", { class: "bl-note", role: "status" }, strings.preparing);
  const toValue = ({ weights, budget, random_share: random }) => ({
    weights,
    rate: Math.round(budget) / 1000,
    random_share: random,
  });
  const tryIt = oneAtATime(async (value) => {
    const reply = await ask({ do: "try", value });
    if (reply?.result) {
      cover.hidden = true;
      result.show(reply.result);
    }
  }, () => warn(strings.no_result));
  let last = null;
  const save = later(() => submit(toValue(last)), 500);
  const sliders = makeProfileSliders({
    groups,
    strings,
    write,
    most,
    change(values) {
      last = values;
      tryIt(toValue(values));
      save();
    },
  });
  return {
    node: h(
      "div",
      { class: "bl-target bl-lab", role: "group", "aria-describedby": promptId },
      h("div", {}, rich(outline)),
      sliders.node,
      cover,
      result.node,
      h("p", { class: "bl-note bl-small" }, strings.truth_note),
    ),
    show(value, { locked }) {
      const now = value ?? start;
      const values = {
        weights: now.weights,
        budget: Math.round(now.rate * 1000),
        random_share: now.random_share,
      };
      const same = JSON.stringify(values) === JSON.stringify(last);
      last = values;
      sliders.show(values, locked);
      if (!same) tryIt(now);
    },
  };
}

export default { render: (context) => renderQuestion(context, profileView) };
