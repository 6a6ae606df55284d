// What there was to see: each note has a sign, a shape and words; a press shows its box.

import { button, h } from "./dom.js";

const REVEAL_SIGNS = {
  right: "✓",
  named: "◐",
  part: "◐",
  extra: "+",
  lawful: "○",
  false: "✗",
  missed: "!",
};
const REVEAL_LOOKS = { right: "good", named: "part", part: "part", false: "bad", missed: "bad" };

function revealNote(note, onBox) {
  const head = [
    h("span", { class: "bl-reveal-sign", "aria-hidden": "true" }, REVEAL_SIGNS[note.state]),
    h(
      "span",
      {},
      h("span", { class: "bl-reveal-state" }, note.said),
      note.where
        ? button(note.where, () => onBox(note.box), { kind: "quiet" })
        : null,
      h("strong", { class: "bl-reveal-title" }, note.title),
    ),
  ];
  return h(
    "li",
    { class: `bl-reveal bl-reveal-${note.state} bl-note-${REVEAL_LOOKS[note.state] ?? "plain"}` },
    h("div", { class: "bl-reveal-head" }, head),
    note.lines.map((line) => h("p", {}, line)),
    note.basis ? h("p", { class: "bl-small bl-muted" }, note.basis) : null,
  );
}

export function makeReveal({ strings, onBox }) {
  const node = h("div", { class: "bl-reveals", tabindex: "-1" });
  return {
    node,
    show(reveal) {
      if (!reveal) {
        node.replaceChildren();
        return;
      }
      const notes = reveal.notes.map((note) => revealNote(note, onBox));
      const action = {
        state: reveal.action_state,
        said: strings.the_action,
        where: "",
        title: reveal.action,
        lines: [reveal.why],
        basis: "",
      };
      node.replaceChildren(
        h("p", { class: "bl-desk-subtitle" }, reveal.score),
        notes.length ? "" : h("p", {}, strings.nothing_there),
        h("ul", { class: "bl-reveal-list" }, ...notes, revealNote(action, onBox)),
      );
    },
  };
}
