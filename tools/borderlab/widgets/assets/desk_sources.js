// The officer's sources beside a permit: choose one, ask it, read its answer; the trail remembers.

import { button, fill, h, uid } from "./dom.js";
import { svgNode } from "./pictures.js";

function sourcePicture(part) {
  const node = svgNode(part.svg);
  // The same card may be shown twice on a page: ids must not meet.
  for (const one of [node, ...node.querySelectorAll("[id]")]) one.removeAttribute("aria-labelledby");
  node.setAttribute("aria-label", part.alt);
  node.removeAttribute("aria-describedby");
  return h(
    "div",
    { class: "bl-desk-picture" },
    node,
    h("details", {}, h("summary", {}, part.words), h("p", { class: "bl-small bl-desk-alt" }, part.alt)),
  );
}

function sourceTable(part) {
  const head = h("tr", {}, part.head.map((cell) => h("th", { scope: "col" }, cell)));
  const rows = part.rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell))));
  return h(
    "div",
    { class: "bl-desk-scroll", tabindex: "0", role: "group", "aria-label": part.head.join(", ") },
    h("table", { class: "bl-desk-table" }, h("thead", {}, head), h("tbody", {}, rows)),
  );
}

function sourcePart(part) {
  if (part.kind === "facts") {
    const rows = part.rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]);
    return h("dl", { class: "bl-desk-facts" }, rows);
  }
  if (part.kind === "table") return sourceTable(part);
  if (part.kind === "picture") return sourcePicture(part);
  return h("p", {}, part.text);
}

/** The sources. `look(source, query)` is a promise of an answer; `trail(list)` shows what was asked. */
export function makeSources({ strings, look }) {
  let menu = [];
  let chosen = null;
  let asking = 0;
  const bar = h("div", { class: "bl-row bl-desk-sources", role: "group", "aria-label": strings.sources });
  const queries = h("div", { class: "bl-row bl-desk-queries" });
  const answer = h("div", { class: "bl-desk-answer", tabindex: "-1", "aria-live": "polite" });
  const steps = h("ol", { class: "bl-desk-trail" });
  const trailBox = h(
    "div",
    { class: "bl-desk-trail-box" },
    h("p", { class: "bl-muted bl-small" }, strings.trail),
    steps,
  );
  const node = h("div", {}, bar, queries, answer, trailBox);

  async function ask(source, query) {
    choose(source);
    asking += 1;
    const mine = asking;
    answer.replaceChildren(h("p", { class: "bl-muted" }, strings.asking));
    try {
      const { result } = await look(source, query);
      if (mine !== asking) return;
      for (const part of result.parts) if (part.kind === "picture") part.words = strings.in_words;
      answer.replaceChildren(
        h("p", { class: "bl-desk-answer-title" }, result.title),
        ...result.parts.map(sourcePart),
      );
      answer.scrollIntoView({ block: "nearest" });
      for (const one of queries.querySelectorAll("[data-query]")) {
        one.setAttribute("aria-pressed", String(one.dataset.query === result.asked));
      }
    } catch {
      if (mine !== asking) return;
      answer.replaceChildren(
        h("p", {}, strings.no_answer),
        button(strings.try_again, () => ask(source, query)),
      );
    }
  }

  function choose(id) {
    const source = menu.find((one) => one.id === id);
    for (const one of bar.children) one.setAttribute("aria-pressed", String(one.dataset.id === id));
    if (!source || chosen === id) return;
    chosen = id;
    const shown = source.choices.map(({ query, label }) =>
      button(label, () => ask(id, query), { "data-query": query, "aria-pressed": "false" }),
    );
    queries.replaceChildren(...(shown.length > 1 || source.ask ? shown : []), field(source) ?? "");
  }

  function field(source) {
    if (!source.ask) return null;
    const id = uid("ask");
    const input = h("input", { type: "search", id, autocomplete: "off", maxlength: "80" });
    const go = () => input.value.trim() && ask(source.id, input.value.trim());
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      go();
    });
    return h(
      "div",
      { class: "bl-desk-field" },
      h("label", { for: id }, source.ask),
      h("div", { class: "bl-row" }, input, button(strings.look_up, go)),
    );
  }

  return {
    node,
    ask,
    open(sources) {
      menu = sources;
      chosen = null;
      asking += 1;
      bar.replaceChildren(
        ...menu.map((source) =>
          button(source.name, () => ask(source.id, ""), {
            "data-id": source.id,
            "aria-pressed": "false",
          }),
        ),
      );
      queries.replaceChildren();
      answer.replaceChildren(h("p", { class: "bl-muted" }, strings.sources_how));
    },
    trail(list) {
      trailBox.hidden = !list.length;
      steps.replaceChildren(
        ...list.map((one) =>
          h("li", {}, button(one.title, () => ask(one.source, one.asked), { kind: "quiet" })),
        ),
      );
      steps.setAttribute("aria-label", fill(strings.trail_name, { n: list.length }));
    },
  };
}
