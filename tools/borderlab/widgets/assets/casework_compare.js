// Permit, papers and goods beside each other, entry by entry.

import { button, fill, h, listen, prepare, uid } from "./dom.js";

const CHOICES = ["same", "ordinary", "matters"];
const CHOICE_SIGNS = { same: "=", ordinary: "≈", matters: "!" };

function compareEntry(entry, strings, choose) {
  const name = uid("compare");
  const inputs = CHOICES.map((choice) =>
    h("input", { type: "radio", name, value: choice, onchange: () => choose(entry.id, choice) }),
  );
  const chips = CHOICES.map((choice, at) =>
    h(
      "label",
      { class: "bl-compare-chip" },
      inputs[at],
      h("span", { class: `bl-case-sign bl-compare-${choice}`, "aria-hidden": "true" }, CHOICE_SIGNS[choice]),
      strings[choice],
    ),
  );
  const cells = ["permit", "papers", "goods"].map((part, at) =>
    h(
      "div",
      { class: "bl-compare-cell" },
      h("span", { class: "bl-compare-head" }, strings.heads[at]),
      entry[part]
        ? h("span", {}, entry[part])
        : h("span", { class: "bl-muted" }, h("span", { "aria-hidden": "true" }, "–"),
            h("span", { class: "bl-aside" }, strings.silent)),
    ),
  );
  const told = h("div", { class: "bl-compare-told", "aria-live": "polite", hidden: true });
  const node = h(
    "fieldset",
    { class: "bl-compare-entry" },
    h("legend", {}, entry.name),
    h("div", { class: "bl-compare-cells" }, cells),
    h("div", { class: "bl-compare-chips" }, chips),
    told,
  );
  return {
    node,
    show(choice, answer) {
      inputs.forEach((input) => (input.checked = input.value === choice));
      told.hidden = !answer;
      if (!answer) return;
      const right = choice === answer.verdict;
      told.className = `bl-compare-told bl-note ${right ? "bl-note-good" : "bl-note-part"}`;
      const mine = choice ? fill(strings.wrong, { choice: strings[choice] }) : strings.none;
      told.replaceChildren(
        h(
          "p",
          {},
          h("span", { "aria-hidden": "true" }, right ? "✓ " : "✗ "),
          h("strong", {}, answer.means ? `${answer.title}. ${answer.means}.` : `${answer.title}.`),
          ` ${right ? strings.right : mine}`,
        ),
        ...(answer.why ? [h("p", {}, answer.why)] : []),
        ...(answer.basis ? [h("p", { class: "bl-small bl-muted" }, answer.basis)] : []),
      );
    },
  };
}

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: model.get("language"), name: strings.title });
  el.classList.add("bl-compare");
  const entries = new Map(
    model.get("entries").map((entry) => [entry.id, compareEntry(entry, strings, choose)]),
  );
  const left = h("span", { class: "bl-muted", role: "status", "aria-live": "polite" });
  const said = h("p", { class: "bl-compare-said", role: "status", "aria-live": "polite" });
  const reveal = button("", () => {
    model.set("revealed", !model.get("revealed"));
    show();
    model.save_changes();
  }, { kind: "main" });
  const again = button(strings.again, () => {
    model.set("choices", {});
    model.set("revealed", false);
    show();
    model.save_changes();
  }, { kind: "quiet" });
  const end = h("p", { class: "bl-note" }, strings.end);
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.title),
    h("p", { class: "bl-muted" }, strings.which),
    h("p", {}, strings.how),
    ...[...entries.values()].map((entry) => entry.node),
    h("div", { class: "bl-row" }, reveal, again, left),
    said,
    end,
  );

  function choose(id, choice) {
    model.set("choices", { ...model.get("choices"), [id]: choice });
    show();
    // At once: an echo of an earlier choice must not find this one unsent, or it would undo it.
    model.save_changes();
  }

  function show() {
    const choices = model.get("choices");
    const answer = model.get("revealed") ? model.get("answer") : {};
    for (const [id, entry] of entries) entry.show(choices[id], answer.entries?.[id]);
    const open = entries.size - Object.keys(choices).length;
    left.textContent = open === 1 ? strings.one_left : open ? fill(strings.left, { n: open }) : "";
    reveal.textContent = model.get("revealed") ? strings.hide : strings.show;
    said.textContent = answer.said ?? "";
    said.hidden = !answer.said;
    end.hidden = !answer.said;
  }

  show();
  const stop = listen(model, ["choices", "revealed", "answer"], show);
  return stop;
}

export default { render };
