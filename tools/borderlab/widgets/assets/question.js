// The frame around every question: prompt, saved state, hint, check and feedback.
// The kinds (kind_*.js) only build the place where the answer is given.

import { button, debounce, h, listen, prepare, rich, uid } from "./dom.js";
import { makeAsker } from "./asker.js";
import { makeSaver } from "./saver.js";

const SIGNS = { saved: "✓", locked: "✓", error: "!", saving: "…", lost: "!", empty: "○" };

function makeStatus(strings, again) {
  const sign = h("span", { class: "bl-status-sign", "aria-hidden": "true" });
  const text = h("span");
  const retry = button(strings.try_again, again, { kind: "plain", hidden: true });
  const line = h("span", { class: "bl-status", role: "status", "aria-live": "polite" }, sign, text);
  return {
    node: h("div", { class: "bl-status-box" }, line, retry),
    show(state, words) {
      line.dataset.state = state;
      sign.textContent = SIGNS[state] ?? "";
      if (text.textContent !== words) text.textContent = words;
      retry.hidden = state !== "lost";
    },
  };
}

function feedbackItem(item) {
  const sign = { good: "✓", bad: "✗", missed: "○", note: "•" }[item.mark];
  return h(
    "li",
    { class: `bl-feedback-item bl-feedback-${item.mark}` },
    h("span", { class: "bl-feedback-sign", "aria-hidden": "true" }, sign),
    h(
      "div",
      {},
      item.said ? h("span", { class: "bl-aside" }, `${item.said} `) : null,
      item.label ? h("div", { class: "bl-feedback-label" }, rich(item.label)) : null,
      item.text ? h("div", {}, rich(item.text)) : null,
    ),
  );
}

function explanation(feedback, strings) {
  const words = h("div", { class: "bl-explain" }, rich(feedback.explain));
  if (feedback.explain_open) return words;
  return h("details", {}, h("summary", {}, strings.explanation), words);
}

/** A lesson's heading, by the id before it. JupyterLab gives the ids of texts another name. */
function headingAt(anchor, near) {
  const id = CSS.escape(anchor);
  const page = near.closest(".jp-Notebook") ?? document;
  const mark = page.querySelector(`[data-jupyter-id="${id}"], [id="${id}"], [name="${id}"]`);
  return mark?.closest(".jp-RenderedMarkdown")?.querySelector("h1, h2, h3, h4") ?? mark;
}

/** A button that leads to the lesson's heading; nothing where that heading is not on the page. */
function readAgain(anchor, strings, near) {
  if (!anchor || !headingAt(anchor, near)) return null;
  const go = () => {
    const heading = headingAt(anchor, near);
    heading?.setAttribute("tabindex", "-1");
    heading?.scrollIntoView({ block: "start", behavior: "smooth" });
    heading?.focus({ preventScroll: true });
  };
  return button(strings.read_again, go, { kind: "quiet", icon: "↑" });
}

function fillFeedback(box, feedback, strings) {
  box.replaceChildren();
  box.hidden = !feedback?.state;
  if (box.hidden) return;
  const kind = { right: "good", partly: "part", wrong: "bad" }[feedback.state] ?? "plain";
  box.className = `bl-note bl-feedback bl-note-${kind}`;
  const sign = { right: "✓", partly: "◐", wrong: "✗" }[feedback.state] ?? "";
  box.append(
    h(
      "p",
      { class: "bl-feedback-title" },
      sign ? h("span", { "aria-hidden": "true" }, `${sign} `) : null,
      feedback.title,
    ),
  );
  const items = (feedback.items ?? []).map(feedbackItem);
  if (items.length) box.append(h("ul", { class: "bl-feedback-items" }, items));
  if (feedback.explain) box.append(explanation(feedback, strings));
  if (feedback.state !== "right") {
    box.append(readAgain(feedback.read_again, strings, box) ?? "");
  }
}

/**
 * Answers that wait for a pause before they are sent. `later(send, delay)` makes one; `onWait` hears
 * when it begins to wait. A page or question that is left sends what still waits.
 */
function makeDelays(onWait) {
  const all = [];
  const flush = () => all.forEach((one) => one.flush());
  const leave = () => document.visibilityState === "hidden" && flush();
  window.addEventListener("pagehide", flush);
  document.addEventListener("visibilitychange", leave);
  return {
    flush,
    waiting: () => all.some((one) => one.waiting()),
    later(send, delay) {
      const held = debounce(send, delay);
      all.push(held);
      const begin = () => {
        held();
        onWait();
      };
      return Object.assign(begin, { flush: held.flush, cancel: held.cancel, waiting: held.waiting });
    },
    stop() {
      flush();
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", leave);
    },
  };
}

/**
 * Show a question; `makeView(context)` gives {node, show(value, {shown, locked}), stop}. A view that
 * saves while somebody types does so with `later` of its context.
 */
export function renderQuestion({ model, el }, makeView) {
  const spec = model.get("spec");
  const strings = model.get("strings");
  const promptId = uid("prompt");
  prepare(el, { language: spec.language, name: spec.heading });
  el.classList.add("bl-question");

  const asker = makeAsker(model);
  const status = makeStatus(strings, () => saver.again());
  const hintBox = h("div", {
    class: "bl-note bl-hint",
    hidden: true,
    "aria-live": "polite",
    tabindex: "-1",
  });
  const feedbackBox = h("div", { hidden: true, tabindex: "-1" });
  const feedbackHost = h("div", { "aria-live": "polite", tabindex: "-1" }, feedbackBox);
  const delays = makeDelays(() => status.show("saving", strings.saving));
  const view = makeView({
    spec,
    strings,
    promptId,
    later: delays.later,
    toFeedback: () => feedbackHost.focus({ preventScroll: true }),
    submit: (value, options) => saver.submit(value, options),
    warn: (text) => status.show("error", text),
    ask: asker.ask,
  });
  let checksNext = false;
  const check = button(strings.check, askCheck, { kind: "main" });
  const hint = button(strings.hint, () => model.send({ type: "hint" }), { kind: "quiet" });

  /** What was typed last is saved before it is checked. */
  function askCheck() {
    delays.flush();
    checksNext = saver.waiting();
    if (!checksNext) model.send({ type: "check" });
  }

  function showValue() {
    if (delays.waiting()) return;
    view.show(model.get("value"), { shown: model.get("shown"), locked: model.get("locked") });
  }
  function showStatus() {
    if (delays.waiting()) return;
    const { state, text } = model.get("status");
    status.show(state, text);
    view.invalid?.(state === "error", text);
  }
  function showTools() {
    const answered = ["saved", "locked"].includes(model.get("status").state);
    check.hidden = !spec.formative || !answered;
    hint.hidden = !spec.has_hint || model.get("hint") !== null;
    footer.hidden = check.hidden && hint.hidden;
  }
  function showHint() {
    const tree = model.get("hint");
    const asked = document.activeElement === hint;
    hintBox.hidden = tree === null;
    hintBox.replaceChildren(h("strong", {}, strings.hint + strings.colon), ...rich(tree));
    showTools();
    if (asked && tree !== null) hintBox.focus({ preventScroll: true });
  }
  const showFeedback = () => fillFeedback(feedbackBox, model.get("feedback"), strings);

  const saver = makeSaver(model, {
    onState(state) {
      if (state === "saving") status.show("saving", strings.saving);
      else if (state === "lost") status.show("lost", strings.not_saved);
      else showStatus();
      if (state !== "done") fillFeedback(feedbackBox, null, strings);
      else if (model.get("status").state !== "error") showValue();
      showTools();
      if (state === "done" && checksNext) askCheck();
    },
    onRestore: (value) => view.show(value, { shown: String(value ?? ""), locked: false }),
  });

  const footer = h("div", { class: "bl-row bl-question-footer" }, check, hint);
  el.replaceChildren(
    h(
      "div",
      { class: "bl-row bl-spread bl-question-head" },
      h("span", { class: "bl-kicker" }, spec.heading),
      status.node,
    ),
    h("div", { class: "bl-prompt", id: promptId }, rich(spec.prompt)),
    view.node,
    footer,
    hintBox,
    feedbackHost,
  );
  showStatus();
  showValue();
  showHint();
  showFeedback();

  const stops = [
    listen(model, ["value", "shown", "locked"], () => {
      if (!saver.waiting()) showValue();
      showTools();
    }),
    listen(model, ["hint"], showHint),
    listen(model, ["feedback"], showFeedback),
    listen(model, ["status"], () => {
      if (!saver.waiting()) showStatus();
      showTools();
    }),
    delays.stop,
    saver.stop,
    asker.stop,
    () => view.stop?.(),
  ];
  return () => stops.forEach((stop) => stop());
}
