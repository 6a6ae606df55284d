// The profile that eats itself. All quarters of all rules are here; the kernel hears what is shown.

import { button, fill, h, listen, prepare, uid } from "./dom.js";
import { makeRouteMap } from "./auditing_map.js";
import { intervalBand, shareBar } from "./auditing_shares.js";
import { makeSender } from "./sender.js";
import { markCurrent } from "./steps.js";
import { numberWriter } from "./lane_counts.js";
import { plainTable } from "./auditing_table.js";

const STEP_MS = 1100;
const HISTORY_CHOICES = ["quarter", "random_share", "revealed", "moved", "guess", "covered"];

function makeGuess(strings, commit) {
  const id = uid("guess");
  const output = h("output", { for: id }, "–");
  const show = button(strings.commit, () => commit(Number(input.value)), { kind: "main" });
  show.disabled = true;
  const input = h("input", {
    type: "range",
    id,
    min: 0,
    max: 100,
    step: 1,
    value: 50,
    class: "bl-slider-untouched",
    oninput: () => {
      input.classList.remove("bl-slider-untouched");
      output.textContent = input.value;
      show.disabled = false;
    },
  });
  return h(
    "div",
    { class: "bl-aud-guess" },
    h("label", { for: id }, strings.ask),
    h("div", { class: "bl-row" }, input, output, show),
  );
}

function render({ model, el }) {
  const strings = model.get("strings");
  const write = numberWriter(model.get("signs"));
  prepare(el, { language: model.get("language"), name: strings.name });
  el.classList.add("bl-aud");
  const sender = makeSender(model, HISTORY_CHOICES, 100);
  let timer = null;

  const cover = h("p", { class: "bl-note", role: "status" }, strings.covered);
  const guess = makeGuess(strings, (value) => set({ guess: value, covered: false }));
  const guessed = h("p", { class: "bl-aud-compare" });
  const said = h("p", { class: "bl-aud-said", "aria-live": "polite" });
  const map = makeRouteMap(strings);
  const rules = strings.rules.map((text, place) =>
    button(text, () => set({ random_share: model.get("played").shares[place] })),
  );
  const quarters = Array.from({ length: 9 }, (_, place) =>
    button(place ? `${place}` : strings.start, () => set({ quarter: place })),
  );
  const next = button(strings.next, () => step(), { kind: "main", icon: "▸" });
  const playing = button(strings.play, () => toggle(), { icon: "▶" });
  const back = button(strings.back, () => set({ quarter: 0, revealed: false }), { icon: "↺" });
  const truth = button(strings.reveal, () => set({ revealed: !model.get("revealed") }), {
    icon: "◎",
  });
  const moved = h("input", { type: "checkbox", onchange: () => set({ moved: moved.checked }) });
  const facts = h("div", { class: "bl-aud-facts" });
  const lesson = h("p", { class: "bl-note bl-aud-lesson", "aria-live": "polite" });
  const legend = h("p", { class: "bl-small bl-muted" });
  const compare = h("details", { class: "bl-aud-compare-all" });
  const group = (name, nodes, look) =>
    h("div", { class: `bl-row ${look}`, role: "group", "aria-label": name }, nodes);
  const drive = [
    group(strings.quarters, quarters, "bl-aud-quarters"),
    h("div", { class: "bl-row" }, next, playing, truth, back),
    h("label", { class: "bl-aud-moved" }, moved, h("span", {}, strings.moved)),
  ];
  const body = h(
    "div",
    {},
    guessed,
    h("p", { class: "bl-aud-head" }, strings.rule),
    group(strings.rule, rules, "bl-aud-rules"),
    said,
    h("div", { class: "bl-aud-two" }, h("div", {}, map.node, legend, drive), facts),
    lesson,
    compare,
  );
  el.replaceChildren(
    h("p", { class: "bl-title" }, strings.name),
    h("p", {}, strings.story),
    cover,
    guess,
    body,
  );

  function set(values) {
    if (!("quarter" in values && timer)) halt();
    sender.set(values);
    show();
  }

  function step() {
    set({ quarter: Math.min(8, model.get("quarter") + 1) });
  }

  function toggle() {
    if (timer) return halt();
    if (model.get("quarter") === 8) set({ quarter: 0 });
    timer = setInterval(() => {
      step();
      if (model.get("quarter") === 8) halt();
    }, STEP_MS);
    return show();
  }

  function halt() {
    clearInterval(timer);
    timer = null;
    showPlaying();
  }

  function showPlaying() {
    playing.firstChild.textContent = timer ? "❚❚" : "▶";
    playing.lastChild.textContent = timer ? strings.pause : strings.play;
  }

  function show() {
    const played = model.get("played");
    const quarter = model.get("quarter");
    const share = model.get("random_share");
    const place = played.shares.findIndex((one) => Math.abs(one - share) < 1e-9);
    const state = played.rules[place][quarter];
    const revealed = model.get("revealed") && quarter > 0;
    const covered = model.get("covered");
    cover.hidden = !(covered && model.get("waits"));
    guess.hidden = !covered || model.get("waits");
    body.hidden = covered;
    if (covered) return;
    const guessText = model.get("guess");
    guessed.hidden = guessText < 0;
    guessed.textContent = guessWords(guessText, state, quarter);
    rules.forEach((node, index) => node.setAttribute("aria-pressed", String(index === place)));
    markCurrent(quarters, quarter);
    truth.disabled = quarter === 0;
    // A pressed button that goes grey would take the keyboard's place with it.
    if (quarter === 8 && document.activeElement === next) truth.focus();
    next.disabled = quarter === 8;
    showPlaying();
    truth.lastChild.textContent = revealed ? strings.hide : strings.reveal;
    moved.checked = model.get("moved");
    if (said.textContent !== state.said) said.textContent = state.said;
    map.draw({ played, state, revealed, said: state.said });
    const marks = [`◆ ${strings.hit}`, revealed ? `○ ${strings.passed}` : null, strings.road];
    const scale = played.per_mark > 1 ? fill(strings.per_mark, { n: played.per_mark }) : null;
    const rings = revealed ? fill(strings.per_ring, { n: write(played.per_ring) }) : null;
    legend.textContent = [...marks, scale, rings].filter(Boolean).join(" · ");
    showFacts(state, quarter, revealed);
    lesson.hidden = !state.lesson;
    lesson.textContent = state.lesson;
    compare.hidden = quarter < 8;
  }

  function guessWords(guess, { checks }, quarter) {
    const mine = fill(strings.of_hundred, { n: write(guess), a: strings.on_a });
    if (quarter < 8) return mine;
    const n = write(Math.round((100 * checks[0]) / (checks[0] + checks[1])));
    return `${mine} ${fill(strings.became, { quarter, n })}`;
  }

  function showFacts(state, quarter, revealed) {
    const tools = { strings, write };
    const parts = [shareBar(strings.counted, state.hits, tools)];
    if (quarter > 0) parts.push(shareBar(strings.weighted, state.weighted, tools));
    if (state.weighing) parts.push(h("p", { class: "bl-small" }, state.weighing));
    if (revealed) {
      parts.push(shareBar(strings.truth, state.illegal, tools), h("p", {}, state.truth));
    }
    if (state.random) {
      const truth = revealed ? { truth: state.rate, truthName: strings.true_rate } : {};
      parts.push(
        h("p", {}, state.random),
        intervalBand(state.interval, state.random, { scale: strings.scale, ...truth }),
        h("p", { class: "bl-muted" }, state.hidden),
      );
    }
    facts.replaceChildren(...parts);
  }

  function showTable() {
    compare.replaceChildren(
      h("summary", {}, strings.compare),
      plainTable(model.get("played").table),
      h("p", { class: "bl-small bl-muted" }, strings.urn),
    );
  }

  showTable();
  show();
  const stops = [
    listen(model, [...HISTORY_CHOICES, "waits"], () => show()),
    listen(model, ["played"], () => {
      showTable();
      show();
    }),
  ];
  return () => {
    halt();
    sender.stop();
    stops.forEach((stop) => stop());
  };
}

export default { render };
