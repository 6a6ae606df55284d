// The home page: modules with their progress, languages, the participant's code, handing in.

import { h, listen, prepare } from "./dom.js";
import { handInPart } from "./home_handin.js";
import { notebookLink } from "./home_links.js";

function languageLinks(languages, current, strings) {
  if (languages.length < 2) return null;
  const items = languages.map(({ code, name, link }) => {
    const here = code === current;
    const node = h("a", { lang: code, "aria-current": here ? "true" : null, class: "bl-home-lang" }, name);
    return h("li", {}, notebookLink(node, link));
  });
  return h("nav", { "aria-label": strings.language }, h("ul", { class: "bl-home-langs" }, items));
}

function meter() {
  const fill = h("span");
  const text = h("span", { class: "bl-home-count" });
  const node = h("span", { class: "bl-home-meter", "aria-hidden": "true" }, fill);
  return {
    node,
    text,
    show(state) {
      fill.style.width = `${state.total ? (100 * state.done) / state.total : 0}%`;
      text.textContent = state.text;
    },
  };
}

/** One notebook of a module: a link that looks like a button, its progress beside it. */
function partRow(name, card, strings) {
  const part = card[name];
  const { node: picture, text, show } = meter();
  const link = h("a", { class: `bl-button bl-home-open-${name}` });
  if (part.exists) notebookLink(link, part.link);
  const node = h(
    "div",
    { class: "bl-home-part" },
    part.exists ? link : h("span", { class: "bl-muted" }, strings.missing),
    h("span", { class: "bl-home-progress" }, picture, h("span", { class: "bl-aside" }, `${strings[name]} `), text),
  );
  return {
    node,
    show(state) {
      const action = strings[`${state.done ? "go_on" : "open"}_${name}`];
      link.textContent = action;
      link.setAttribute("aria-label", strings.of_module.replace("{action}", action).replace("{title}", card.title));
      show(state);
    },
  };
}

function moduleCard(card, strings) {
  const lesson = partRow("lesson", card, strings);
  const exercise = partRow("exercise", card, strings);
  const needs = card.needs.length
    ? h("p", { class: "bl-muted bl-small" }, h("strong", {}, `${strings.needs} `), card.needs.join(" "))
    : null;
  const node = h(
    "li",
    { class: "bl-home-card" },
    h("p", { class: "bl-home-number" }, card.number),
    h(
      "div",
      { class: "bl-home-head" },
      h("h3", { class: "bl-title" }, card.title),
      h("span", { class: "bl-tag bl-muted" }, card.minutes),
    ),
    h("p", {}, card.summary),
    needs,
    h("div", { class: "bl-home-parts" }, lesson.node, exercise.node),
  );
  return {
    node,
    show(progress) {
      lesson.show(progress.lesson);
      exercise.show(progress.exercise);
    },
  };
}

/** Ask for the progress again when somebody comes back to this page. */
function refreshWhenSeen(model, el) {
  const ask = () => model.send({ type: "refresh" });
  let seen = false;
  const watcher = new IntersectionObserver((entries) => {
    const visible = entries.some((entry) => entry.isIntersecting);
    if (visible && !seen) ask();
    seen = visible;
  });
  watcher.observe(el);
  window.addEventListener("focus", ask);
  return () => {
    watcher.disconnect();
    window.removeEventListener("focus", ask);
  };
}

function render({ model, el }) {
  const strings = model.get("strings");
  const language = model.get("language");
  prepare(el, { language, name: strings.modules });
  el.classList.add("bl-home");
  const cards = model.get("modules").map((card) => [card.id, moduleCard(card, strings)]);
  const handIn = handInPart(model, strings);
  el.replaceChildren(
    h(
      "div",
      { class: "bl-home-head" },
      h("h2", { class: "bl-home-title" }, strings.modules),
      languageLinks(model.get("languages"), language, strings),
    ),
    h("ul", { class: "bl-home-cards" }, cards.map(([, card]) => card.node)),
    handIn.node,
  );
  const showProgress = () => {
    const progress = model.get("progress");
    for (const [id, card] of cards) if (progress[id]) card.show(progress[id]);
  };
  showProgress();
  const stops = [listen(model, ["progress"], showProgress), handIn.stop, refreshWhenSeen(model, el)];
  return () => stops.forEach((stop) => stop());
}

export default { render };
