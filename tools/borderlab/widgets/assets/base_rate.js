// The base-rate picture. Everything is computed here at once; the kernel holds the same values.

import { button, fill, h, listen, prepare } from "./dom.js";
import { makeControls } from "./grid_controls.js";
import { makeLegend } from "./grid_legend.js";
import { makePicture } from "./grid_picture.js";
import { laneCounts, numberWriter, plural } from "./lane_counts.js";
import { makeSender } from "./sender.js";
import { makeSteps } from "./steps.js";
import { shuffled } from "./chance.js";

const STEPS = ["all", "illegal", "alerts", "open", "only"];
const SETTINGS = ["illegal", "sensitivity", "false_alarm"];
const CHOICES = [...SETTINGS, "step", "opened"];

function sentences(strings, counts, write, language) {
  const alerts = fill(plural(strings.alerts, counts.alerts, language), { n: write(counts.alerts) });
  const shown = {
    alerts,
    real: write(counts.real),
    false: write(counts.false),
    one_in: write(counts.oneIn ?? 0),
    share: counts.share === null ? "" : write.percent(counts.share, 1),
  };
  const none = counts.alerts === 0 ? strings.say_no_alert : null;
  const amount = (forms, n) => fill(plural(forms, n, language), { n: write(n) });
  return {
    all: amount(strings.say_all, counts.consignments),
    illegal: counts.illegal ? amount(strings.say_illegal, counts.illegal) : strings.say_illegal_none,
    alerts: none ?? fill(strings.say_alerts, shown),
    open: none ?? strings.say_open,
    only: none ?? fill(counts.real ? strings.say_only : strings.say_only_none, shown),
  };
}

function render({ model, el }) {
  const strings = model.get("strings");
  const language = model.get("language");
  const write = numberWriter(model.get("signs"));
  const picture = makePicture(model.get("consignments"), model.get("seed"));
  prepare(el, { language, name: strings.name });
  el.classList.add("bl-grid");
  const sender = makeSender(model, CHOICES, 120);

  const steps = makeSteps(strings, "bl-grid-steps", (step) => set({ step }));
  const said = h("p", { class: "bl-grid-said", "aria-live": "polite" });
  const compare = h("p", { class: "bl-grid-compare" });
  const opened = h("span", { "aria-live": "polite" });
  const openRow = h(
    "div",
    { class: "bl-row bl-grid-open" },
    button(strings.open_one, () => openNext(1), { kind: "main" }),
    button(strings.open_ten, () => openNext(10)),
    button(strings.close_all, () => set({ opened: [] }), { kind: "quiet" }),
    opened,
  );
  const legend = makeLegend(strings);
  const controls = makeControls({ model, strings, write, set });
  const cover = h("p", { class: "bl-note bl-grid-cover", role: "status" }, strings.covered);
  picture.canvas.setAttribute("aria-label", strings.name);
  const figure = [picture.canvas, legend.node];
  const body = h("div", {}, steps.node, said, compare, openRow, figure, controls.node);
  el.replaceChildren(h("p", { class: "bl-title" }, strings.name), cover, body);

  function counts() {
    return laneCounts({
      consignments: model.get("consignments"),
      illegal: model.get("illegal"),
      sensitivity: model.get("sensitivity"),
      falseAlarm: model.get("false_alarm"),
    });
  }

  function set(values) {
    const fresh = SETTINGS.some((name) => name in values) ? { opened: [] } : {};
    sender.set({ ...values, ...fresh });
    show();
  }

  function openNext(count) {
    const done = new Set(model.get("opened"));
    const left = shuffled(counts().alerts, model.get("seed") + 2).filter((n) => !done.has(n));
    set({ opened: [...done, ...left.slice(0, count)] });
  }

  function show() {
    const now = counts();
    const step = STEPS[model.get("step")];
    const mixed = shuffled(now.alerts, model.get("seed") + 1);
    const done = new Set(model.get("opened"));
    cover.hidden = !model.get("covered");
    body.hidden = model.get("covered");
    if (body.hidden) return;
    steps.show(model.get("step"));
    const words = sentences(strings, now, write, language);
    if (said.textContent !== words[step]) said.textContent = words[step];
    openRow.hidden = step !== "open" || now.alerts === 0;
    const real = [...done].filter((index) => mixed[index] < now.real).length;
    opened.textContent = fill(strings.say_opened, {
      n: write(done.size),
      real: write(real),
      false: write(done.size - real),
    });
    showPrediction(now, step);
    picture.draw({ counts: now, step, mixed, opened: done });
    const count = openRow.hidden ? "" : ` ${opened.textContent}`;
    picture.canvas.setAttribute("aria-label", words[step] + count);
    picture.canvas.classList.toggle("bl-grid-pressable", step === "open");
    legend.show(step);
    controls.show(now);
  }

  function showPrediction(now, step) {
    const { shown, unit, scale } = model.get("prediction");
    compare.hidden = shown === undefined || step !== "only";
    if (compare.hidden) return;
    const truth =
      scale && now.share !== null
        ? fill(strings.in_truth, { n: write(now.share * scale, scale === 1 ? 3 : 1), unit })
        : "";
    compare.textContent = `${fill(strings.predicted, { shown })} ${truth}`.trim();
  }

  picture.canvas.addEventListener("click", (event) => {
    const index = STEPS[model.get("step")] === "open" ? picture.alertAt(event) : null;
    if (index !== null && !model.get("opened").includes(index)) {
      set({ opened: [...model.get("opened"), index] });
    }
  });

  const resize = new ResizeObserver(() => show());
  resize.observe(el);
  const theme = new MutationObserver(() => show());
  theme.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
  const stop = listen(model, [...CHOICES, "covered", "prediction"], () => show());
  return () => {
    sender.stop();
    stop();
    resize.disconnect();
    theme.disconnect();
  };
}

export default { render };
