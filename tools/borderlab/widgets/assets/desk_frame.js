// The permit desk: the sheet and what stands in the chosen box, and beside it the officer's tools.

import { button, fill, h, uid } from "./dom.js";
import { makeMarks } from "./desk_marks.js";
import { makeReveal } from "./desk_reveal.js";
import { canUnzip } from "./pictures.js";
import { makeSheet } from "./desk_sheet.js";
import { makeSources } from "./desk_sources.js";

/** Tabs that also work with the arrow keys; only the chosen panel is shown. */
function makeTabs(label, parts) {
  const tabs = parts.map(({ id, name, node }) => {
    const panelId = uid("panel");
    const tab = h(
      "button",
      { type: "button", role: "tab", class: "bl-tab", "aria-controls": panelId, "data-tab": id },
      name,
    );
    const panel = h("div", { role: "tabpanel", id: panelId, class: "bl-tab-panel" }, node);
    tab.addEventListener("click", () => open(id));
    return { id, tab, panel };
  });
  const bar = h("div", { class: "bl-tabs", role: "tablist", "aria-label": label });
  bar.append(...tabs.map(({ tab }) => tab));
  bar.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    const shown = tabs.filter(({ tab }) => !tab.hidden);
    const at = shown.findIndex(({ tab }) => tab === event.target);
    const next = shown[(at + by + shown.length) % shown.length];
    open(next.id);
    next.tab.focus();
    event.preventDefault();
  });
  let current = null;
  function open(id) {
    current = id;
    for (const { id: one, tab, panel } of tabs) {
      tab.setAttribute("aria-selected", String(one === id));
      tab.setAttribute("tabindex", one === id ? "0" : "-1");
      panel.hidden = one !== id;
    }
  }
  open(parts[0].id);
  bar.hidden = parts.length === 1;
  return {
    node: h("div", { class: "bl-desk-tools" }, bar, tabs.map(({ panel }) => panel)),
    open,
    current: () => current,
    name(id, text) {
      tabs.find((one) => one.id === id).tab.textContent = text;
    },
    hide(id, hidden) {
      tabs.find((one) => one.id === id).tab.hidden = hidden;
    },
  };
}

/**
 * The desk. `ask(content)` is a round trip to the kernel; `marking` (families, at_box, actions)
 * adds marks and decision. Gives {node, open(id), show(value, {locked}), reveal(data), setBox(key)}.
 */
export function makeDesk({ strings, ask, marking = null, boxSources = {}, onChange, onBox, onReveal, onLook }) {
  const kept = new Map();
  let permit = null;
  let boxes = [];
  let value = { marks: {}, action: "" };
  let locked = false;
  let revealed = null;

  const sheet = makeSheet({ strings, onPick: (key) => picked(key) });
  const sources = makeSources({
    strings,
    look: async (source, query) => {
      const reply = await ask({ what: "look", permit, source, query });
      if (reply.trail) sources.trail(reply.trail);
      onLook?.(reply.trail ?? []);
      return reply;
    },
  });
  const arrival = h("dl", { class: "bl-desk-arrival" });
  const boxTitle = h("p", { class: "bl-desk-box-title" });
  const boxText = h("p", { class: "bl-desk-box-text" });
  const boxSeen = h("p", { class: "bl-desk-box-seen" });
  const boxCloser = h("div", { class: "bl-row bl-desk-box-tools" });
  const boxTools = h("div", { class: "bl-row bl-desk-box-tools" });
  const reading = h(
    "section",
    { class: "bl-desk-reading", "aria-label": strings.reading },
    h("div", { "aria-live": "polite" }, boxTitle, boxText, boxSeen),
    boxCloser,
    boxTools,
  );
  const marks = marking
    ? makeMarks({
        strings,
        families: marking.families,
        atBox: marking.at_box,
        actions: marking.actions,
        onBox: (key) => setBox(key, { zoomed: true }),
        onChange: (now) => {
          value = now;
          drawMarks();
          onChange?.(now);
        },
      })
    : null;
  const reveal = makeReveal({ strings, onBox: (key) => setBox(key, { zoomed: true }) });
  const show = button(strings.reveal, () => onReveal?.(), { kind: "main" });
  const decision = marks
    ? h("div", {}, marks.decision, onReveal ? h("div", { class: "bl-row bl-desk-show" }, show) : null)
    : null;
  const parts = marks
    ? [
        { id: "mark", name: strings.tab_mark, node: marks.mark },
        { id: "sources", name: strings.tab_sources, node: sources.node },
        { id: "decision", name: strings.tab_decision, node: decision },
        { id: "reveal", name: strings.tab_reveal, node: reveal.node },
      ]
    : [{ id: "sources", name: strings.tab_sources, node: sources.node }];
  const tabs = makeTabs(strings.tools, parts);
  if (marks) tabs.hide("reveal", true);
  const node = h(
    "div",
    { class: "bl-desk" },
    arrival,
    h(
      "div",
      { class: "bl-desk-grid" },
      h("div", { class: "bl-desk-left" }, sheet.node),
      h("div", { class: "bl-desk-right" }, reading, tabs.node),
    ),
  );

  function picked(key) {
    const box = boxes.find((one) => one.key === key);
    if (!box) return;
    boxTitle.textContent = box.name;
    boxText.textContent = box.text || strings.empty_box;
    boxText.hidden = key === "page";
    boxText.classList.toggle("bl-muted", !box.text);
    boxSeen.textContent = box.seen;
    boxSeen.hidden = !box.seen;
    const base = key.split(".")[0].split("-")[0];
    boxCloser.replaceChildren(
      ...(box.details ?? []).map((part) =>
        button(part.name, () => sheet.closer(part), { icon: "⌕", "aria-label": fill(strings.closer, { part: part.name }) }),
      ),
    );
    boxTools.replaceChildren(
      marks && !locked
        ? button(strings.mark_box, () => {
            tabs.open("mark");
            marks.focus();
          }, { icon: "⚑" })
        : "",
      ...(boxSources[base] ?? []).map(({ id, name }) =>
        button(name, () => {
          tabs.open("sources");
          sources.ask(id, "");
        }, { kind: "quiet" }),
      ),
    );
    marks?.setBox(key);
    onBox?.(key);
  }

  function setBox(key, { zoomed = false } = {}) {
    if (boxes.some((one) => one.key === key)) {
      sheet.pick(key, { zoomed });
      if (zoomed) sheet.inView();
    }
    picked(key);
  }

  function drawMarks() {
    const flags = Object.fromEntries(Object.keys(value.marks ?? {}).map((key) => [key, "mark"]));
    sheet.mark(revealed ? revealed.boxes : flags);
    if (marks) {
      const n = Object.keys(value.marks ?? {}).length;
      tabs.name("decision", n ? fill(strings.tab_decision_n, { n }) : strings.tab_decision);
    }
  }

  function draw(reply) {
    boxes = reply.sheet.boxes;
    arrival.replaceChildren(
      ...reply.arrival.map(([name, text]) => h("div", {}, h("dt", {}, name), h("dd", {}, text))),
    );
    for (const line of [boxTitle, boxText, boxSeen]) line.textContent = "";
    boxTitle.textContent = strings.choose_box;
    boxTools.replaceChildren();
    boxCloser.replaceChildren();
    sources.open(reply.sources);
    sources.trail(reply.trail ?? []);
    marks?.open(boxes);
    return sheet.show(reply.sheet).then(drawMarks);
  }

  async function open(id) {
    permit = id;
    if (kept.has(id)) return draw(kept.get(id));
    sheet.busy(strings.fetching);
    try {
      const reply = await ask({ what: "sheet", permit: id, zip: canUnzip() });
      if (!reply.sheet) throw new Error("no sheet");
      kept.set(id, reply);
      if (permit === id) await draw(reply);
    } catch {
      if (permit !== id) return;
      sheet.busy(strings.no_answer);
      boxTitle.textContent = strings.no_answer;
      boxTools.replaceChildren(button(strings.try_again, () => open(id), { kind: "main" }));
    }
  }

  return {
    node,
    open,
    setBox,
    current: () => permit,
    tab: tabs.open,
    trail(list) {
      sources.trail(list);
      const reply = kept.get(permit);
      if (reply) reply.trail = list;
    },
    show(next, state = {}) {
      value = { marks: next?.marks ?? {}, action: next?.action ?? "" };
      locked = Boolean(state.locked);
      marks?.show(value, { locked });
      drawMarks();
    },
    reveal(data) {
      revealed = data;
      reveal.show(data);
      if (!marks) return;
      tabs.hide("reveal", !data);
      if (!data && tabs.current() === "reveal") tabs.open("decision");
      drawMarks();
      if (data) {
        tabs.open("reveal");
        reveal.node.focus({ preventScroll: true });
      }
    },
  };
}
