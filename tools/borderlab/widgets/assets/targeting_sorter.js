// Cards of consignments, each with a choice of lane, and a line that counts the lanes. Shared by
// the lesson's lane sorter and the exercise.

import { fill, h, uid } from "./dom.js";
import { strengthMarks } from "./targeting_marks.js";

function sorterBadge(lane) {
  return h("span", { class: `bl-lane-badge bl-lane-${lane.id}`, "aria-hidden": "true" }, lane.letter);
}

function sorterFlag(flag, strings) {
  return h(
    "li",
    {},
    h(
      "div",
      {},
      strengthMarks(flag),
      ` ${flag.name} `,
      h("span", { class: "bl-small bl-muted" }, `(${flag.strength}, ${flag.group})`),
    ),
    h("div", { class: "bl-small" }, h("em", {}, strings.lawful + strings.colon), flag.lawful),
  );
}

function sorterCard(card, { lanes, strings, assign }) {
  const name = uid("sort");
  const inputs = lanes.map((lane) =>
    h("input", { type: "radio", name, value: lane.id, onchange: () => assign(card.id, lane.id) }),
  );
  const chips = lanes.map((lane, place) =>
    h(
      "label",
      { class: "bl-chip", title: `${lane.plain}${strings.colon}${lane.means}` },
      inputs[place],
      sorterBadge(lane),
      h("span", { class: "bl-aside" }, lane.plain),
    ),
  );
  const truth = h("p", { class: "bl-sort-truth", hidden: true });
  const laneName = h("span", { class: "bl-sort-lane" });
  const flags = card.flags.length
    ? h("ul", { class: "bl-sort-flags" }, card.flags.map((flag) => sorterFlag(flag, strings)))
    : h("p", { class: "bl-muted" }, strings.no_flags);
  const unknown = card.unknown.map((text) =>
    h("li", {}, "? ", h("em", {}, strings.unknown + strings.colon), text),
  );
  const headId = uid("card");
  const node = h(
    "section",
    { class: "bl-sort-card", "aria-labelledby": headId },
    h(
      "div",
      { class: "bl-sort-head" },
      h("span", { class: "bl-sort-letter", "aria-hidden": "true" }, card.id),
      h("p", { class: "bl-sort-goods", id: headId }, h("span", { class: "bl-aside" }, `${card.id}. `), card.goods),
    ),
    h("p", { class: "bl-small bl-muted" }, card.facts.join(" · "), " · ", fill(strings.minutes, { n: card.minutes })),
    flags,
    unknown.length ? h("ul", { class: "bl-sort-unknown" }, unknown) : null,
    truth,
    h(
      "div",
      { class: "bl-sort-choice" },
      h("div", { class: "bl-chips", role: "radiogroup", "aria-label": fill(strings.lane_of, { id: card.id }) }, chips),
      laneName,
    ),
  );
  return {
    node,
    enter() {
      node.scrollIntoView({ block: "start", behavior: "smooth" });
      (inputs.find((input) => input.checked) ?? inputs[0]).focus({ preventScroll: true });
    },
    show(laneId, locked, outcome, inside) {
      const lane = lanes.find((one) => one.id === laneId);
      for (const input of inputs) {
        input.checked = input.value === laneId;
        input.disabled = locked;
      }
      // The count at the top is out of sight while one reads the cards.
      const count = lane?.capacity ? fill(strings.count_of, { n: inside, capacity: lane.capacity }) : "";
      laneName.textContent = lane ? `${lane.plain} ${count}` : strings.no_lane;
      laneName.classList.toggle("bl-sort-over", Boolean(count) && inside > lane.capacity);
      node.dataset.lane = laneId;
      truth.hidden = !outcome;
      truth.textContent = outcome ? `${outcome.sign} ${outcome.text}` : "";
      truth.classList.toggle("bl-sort-illegal", Boolean(outcome?.illegal));
    },
  };
}

function sorterCounts(lanes, strings) {
  const counters = new Map(lanes.map((lane) => [lane.id, h("span", {})]));
  const left = h("span", { class: "bl-sort-left" });
  const node = h(
    "div",
    { class: "bl-sort-counts", role: "status", "aria-live": "polite", "aria-label": strings.lanes_name },
    lanes.map((lane) =>
      h("span", { class: "bl-sort-count" }, sorterBadge(lane), h("span", {}, lane.plain), counters.get(lane.id)),
    ),
    left,
  );
  return {
    node,
    show(chosen, total) {
      const given = Object.values(chosen);
      for (const lane of lanes) {
        const n = given.filter((id) => id === lane.id).length;
        const over = lane.capacity > 0 && n > lane.capacity;
        const text = lane.capacity ? fill(strings.count_of, { n, capacity: lane.capacity }) : String(n);
        const counter = counters.get(lane.id);
        counter.textContent = over ? `⚠ ${text} ${strings.too_many}` : text;
        counter.classList.toggle("bl-sort-over", over);
      }
      const rest = total - given.length;
      left.textContent = rest ? fill(strings.left, { n: rest }) : strings.all_sorted;
    },
  };
}

/** One small button for each card: its letter and lane; it leads to the card. */
function sorterMap(cards, lanes, strings, go) {
  const marks = new Map(cards.map((card) => [card.id, h("span", { class: "bl-sort-mark" })]));
  const buttons = cards.map((card) =>
    h(
      "button",
      { type: "button", class: "bl-sort-jump", onclick: () => go(card.id), title: card.goods },
      h("span", {}, card.id),
      marks.get(card.id),
    ),
  );
  return {
    node: h("div", { class: "bl-sort-map", role: "group", "aria-label": strings.go_to }, buttons),
    show(chosen) {
      for (const [id, mark] of marks) {
        const lane = lanes.find((one) => one.id === chosen[id]);
        mark.className = `bl-sort-mark bl-lane-badge bl-lane-${lane ? lane.id : "none"}`;
        mark.textContent = lane ? lane.letter : "–";
      }
    },
  };
}

/** `assign(lanes)` hears the new lanes; `show(lanes, {locked, outcomes})` draws them. */
export function makeSorter({ cards, lanes, strings, assign }) {
  let chosen = {};
  const give = (id, lane) => {
    chosen = { ...chosen, [id]: lane };
    draw({});
    assign(chosen);
  };
  const made = new Map(
    cards.map((card) => [card.id, sorterCard(card, { lanes, strings, assign: give })]),
  );
  const counts = sorterCounts(lanes, strings);
  const map = sorterMap(cards, lanes, strings, (id) => made.get(id).enter());
  const legend = lanes.map((lane) =>
    h("li", {}, sorterBadge(lane), h("span", {}, `${lane.plain}${strings.colon}${lane.means}`)),
  );
  function draw({ locked = false, outcomes = null }) {
    const given = Object.values(chosen);
    for (const [id, card] of made) {
      const inside = given.filter((lane) => lane === chosen[id]).length;
      card.show(chosen[id] ?? "", locked, outcomes?.[id], inside);
    }
    counts.show(chosen, cards.length);
    map.show(chosen);
  }
  return {
    node: h(
      "div",
      { class: "bl-sort" },
      h("ul", { class: "bl-sort-legend" }, legend),
      h("p", { class: "bl-small bl-muted" }, strings.weights),
      h("div", { class: "bl-sort-bar-top" }, counts.node, map.node),
      h("div", { class: "bl-sort-cards" }, [...made.values()].map((card) => card.node)),
    ),
    show(value, state = {}) {
      chosen = { ...(value ?? {}) };
      draw(state);
    },
  };
}
