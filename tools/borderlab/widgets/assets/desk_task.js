// Several permits in one question: a strip of numbered buttons, and the desk for the one chosen.

import { button, fill, h } from "./dom.js";
import { makeDesk } from "./desk_frame.js";
import { renderQuestion } from "./question.js";

const DONE_SIGNS = { none: "", seen: "·", marked: "⚑", decided: "✓" };

function deskTaskView({ spec, strings, submit, later: makeLater, ask }) {
  const task = spec.task;
  const permits = task.permits;
  let value = {};
  let locked = false;
  let current = null;
  const seen = new Set();
  const later = makeLater(() => submit(Object.keys(value).length ? value : null), 500);

  const desk = makeDesk({
    strings,
    ask,
    marking: task.marking,
    boxSources: task.box_sources,
    onChange(answer) {
      if (locked || !current) return;
      const { [current]: _, ...others } = value;
      const empty = !answer.action && !Object.keys(answer.marks).length;
      value = empty ? others : { ...others, [current]: answer };
      if (task.reveal) desk.reveal(null);
      drawStrip();
      later();
    },
    onReveal: task.reveal ? () => reveal() : null,
  });

  async function reveal() {
    const id = current;
    const reply = await ask({ what: "reveal", permit: id, value: value[id] ?? null }).catch(() => null);
    if (id === current && reply?.reveal) desk.reveal(reply.reveal);
  }

  const strip = h("div", { class: "bl-desk-strip", role: "group", "aria-label": strings.strip });
  const chips = new Map(
    permits.map(({ id, name }) => [id, button(name, () => open(id), { "data-permit": id })]),
  );
  strip.append(...chips.values());
  const done = h("p", { class: "bl-muted bl-small", "aria-live": "polite" });
  const title = h("p", { class: "bl-desk-subtitle", tabindex: "-1" });
  const move = (by) => () => {
    const at = permits.findIndex(({ id }) => id === current);
    const next = permits[at + by];
    if (next) open(next.id).then(() => title.focus());
  };
  const back = button(strings.before, move(-1), { icon: "‹" });
  const on = button(strings.after, move(1), { kind: "main" });
  const node = h(
    "div",
    { class: "bl-fields" },
    strip,
    done,
    title,
    desk.node,
    h("div", { class: "bl-row bl-spread bl-desk-moves" }, back, on),
  );

  function state(id) {
    const answer = value[id];
    if (answer?.action) return "decided";
    if (answer && Object.keys(answer.marks ?? {}).length) return "marked";
    return seen.has(id) ? "seen" : "none";
  }

  function drawStrip() {
    for (const { id, name } of permits) {
      const chip = chips.get(id);
      const now = state(id);
      chip.textContent = `${name} ${DONE_SIGNS[now]}`.trim();
      chip.dataset.state = now;
      chip.setAttribute("aria-label", fill(strings.permit_state, { n: name, state: strings[`is_${now}`] }));
      if (id === current) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
    }
    const decided = permits.filter(({ id }) => state(id) === "decided").length;
    const words = fill(strings.decided, { n: decided, total: permits.length });
    if (done.textContent !== words) done.textContent = words;
    const at = permits.findIndex(({ id }) => id === current);
    back.disabled = at <= 0;
    on.disabled = at < 0 || at >= permits.length - 1;
  }

  async function open(id) {
    if (current === id) return;
    current = id;
    seen.add(id);
    title.textContent = fill(strings.permit_of, {
      n: permits.find((one) => one.id === id).name,
      total: permits.length,
    });
    drawStrip();
    desk.reveal(null);
    desk.show(value[id], { locked });
    desk.tab("mark");
    await desk.open(id);
    if (current === id) desk.show(value[id], { locked });
  }

  open(permits[0].id);
  return {
    node,
    show(next, shown) {
      value = { ...(next ?? {}) };
      locked = shown.locked;
      drawStrip();
      desk.show(value[current], { locked });
    },
  };
}

export default { render: (context) => renderQuestion(context, deskTaskView) };
