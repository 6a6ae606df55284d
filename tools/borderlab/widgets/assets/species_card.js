// The species card: a search box, a date, and what the kernel knows about the taxon.

import { debounce, h, listen, prepare, uid } from "./dom.js";
import { makeSearch } from "./species_search.js";
import { timelineNodes } from "./species_timeline.js";

function confirmTag(text) {
  return text ? h("span", { class: "bl-tag bl-tag-part" }, `? ${text}`) : null;
}

function section(title, ...nodes) {
  const content = nodes.flat().filter(Boolean);
  if (content.length === 0) return null;
  return h("section", { class: "bl-species-section" }, h("h4", {}, title), content);
}

function head(card, strings) {
  return h(
    "div",
    { class: "bl-species-head" },
    h("p", { class: "bl-title" }, h("i", {}, card.name)),
    h(
      "ul",
      { class: "bl-species-names" },
      card.common.map(({ lang, language, name }) =>
        h("li", { lang }, h("span", { class: "bl-muted" }, language + strings.colon), name),
      ),
    ),
    h("p", { class: "bl-muted bl-small" }, card.classification),
    card.note
      ? h("p", { class: "bl-small" }, strings.note + strings.colon, card.note)
      : null,
  );
}

function verdict(card, problem) {
  return h(
    "div",
    { class: "bl-species-verdict", role: "status", "aria-live": "polite" },
    h("span", { class: "bl-muted bl-small" }, card.on),
    h("span", { class: "bl-species-appendix" }, card.verdict),
    h("span", {}, card.since),
    confirmTag(card.confirm || card.since_confirm),
    problem ? h("p", { class: "bl-note bl-note-bad", role: "alert" }, problem) : null,
  );
}

function populations(card, strings) {
  if (card.populations.length === 0) return [];
  const rows = card.populations.map(({ appendix, text, confirm }) =>
    h("li", {}, h("strong", {}, appendix), text ? `${strings.colon}${text} ` : " ", confirmTag(confirm)),
  );
  return [h("ul", {}, rows)];
}

function documents(card, strings) {
  return card.documents.map(({ appendix, text, basis, confirm }) =>
    h(
      "p",
      {},
      card.documents.length > 1 ? h("strong", {}, appendix + strings.colon) : null,
      text,
      " ",
      h("span", { class: "bl-muted bl-small" }, `(${basis}) `),
      confirmTag(confirm),
    ),
  );
}

function annotation({ name, text, confirm }) {
  return name ? h("p", {}, h("strong", {}, name), text ? ` ${text} ` : " ", confirmTag(confirm)) : null;
}

function lookAlikes(card, choose) {
  if (card.look_alikes.length === 0) return [];
  const rows = card.look_alikes.map(({ name, id, confirm }) => {
    const label = h("i", {}, name);
    const known = id
      ? h("button", { type: "button", class: "bl-species-link", onclick: () => choose(id) }, label)
      : label;
    return h("li", {}, known, " ", confirmTag(confirm));
  });
  return [h("ul", {}, rows)];
}

function sources(card, strings) {
  return h(
    "div",
    { class: "bl-muted bl-small bl-species-sources" },
    h("p", {}, strings.sources + strings.colon.trimEnd()),
    h("ul", {}, card.sources.map((line) => h("li", {}, line))),
  );
}

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: model.get("language"), name: strings.title });
  el.classList.add("bl-species");
  const choose = (id) => {
    model.set("name", id);
    model.save_changes();
  };
  const search = makeSearch({ model, strings, choose });
  const dateId = uid("date");
  const later = debounce(() => {
    if (day.value) model.set("day", day.value);
    model.save_changes();
  }, 350);
  const day = h("input", {
    type: "date",
    id: dateId,
    min: "1975-07-01",
    max: "2099-12-31",
    value: model.get("day"),
    onchange: () => later(),
  });
  const head_ = h("div");
  const said = h("div");
  const rest = h("div");
  const dateRow = h(
    "div",
    { class: "bl-species-date" },
    h("label", { for: dateId }, strings.date),
    day,
  );
  el.replaceChildren(search.node, head_, h("div", { class: "bl-species-answer" }, dateRow, said), rest);

  function show() {
    const card = model.get("card");
    if (document.activeElement !== day) day.value = model.get("day");
    head_.replaceChildren(head(card, strings));
    said.replaceChildren(verdict(card, model.get("problem")));
    rest.replaceChildren(
      ...[
        section(strings.populations, populations(card, strings)),
        section(strings.annotation, annotation(card.annotation)),
        section(strings.documents, documents(card, strings)),
        section(strings.timeline, timelineNodes(card, strings, confirmTag)),
        section(strings.look_alikes, lookAlikes(card, choose)),
        sources(card, strings),
      ].filter(Boolean),
    );
  }
  show();
  const stop = listen(model, ["card", "problem"], show);
  return () => {
    later.flush();
    search.stop();
    stop();
  };
}

export default { render };
