// Sorting items into lanes: choose a lane on the card, or drag the card onto the lane.

import { fill, h, rich, uid } from "./dom.js";
import { draggable } from "./drag.js";
import { renderQuestion } from "./question.js";

const NONE = "";

function badge(lane) {
  const look = ["red", "yellow", "blue", "green"].includes(lane.id) ? lane.id : "plain";
  return h("span", { class: `bl-lane-badge bl-lane-${look}`, "aria-hidden": "true" }, lane.letter);
}

function makeLane(lane, strings) {
  const cards = h("div", { class: "bl-lane-cards" });
  const count = h("span", { class: "bl-lane-count" });
  const head = h("div", { class: "bl-lane-head" }, badge(lane), h("strong", {}, lane.plain), count);
  const node = h("section", { class: "bl-lane", "aria-label": lane.plain }, head, cards);
  node.dataset.lane = lane.id;
  return {
    node,
    cards,
    tell(n) {
      const over = lane.capacity && n > lane.capacity;
      const words = lane.capacity ? strings.lane_count_of : strings.lane_count;
      count.textContent = fill(words, { n, capacity: lane.capacity });
      if (over) count.textContent = `⚠ ${count.textContent}, ${strings.lane_full}`;
      node.classList.toggle("bl-lane-over", Boolean(over));
    },
  };
}

function lanesView({ spec, strings, promptId, submit }) {
  const lanes = new Map(spec.lanes.map((lane) => [lane.id, makeLane(lane, strings)]));
  const trayCards = h("div", { class: "bl-lane-cards" });
  const trayTitle = h("strong");
  const tray = h("section", { class: "bl-tray", "aria-label": strings.to_sort }, trayTitle, trayCards);
  tray.dataset.lane = NONE;
  let placed = {};
  let locked = false;
  const cards = new Map(spec.items.map((item) => [item.id, makeCard(item)]));

  function makeCard(item) {
    const name = uid("lane");
    const choices = [{ id: NONE, plain: strings.to_sort, letter: "–" }, ...spec.lanes];
    const inputs = choices.map((lane) =>
      h("input", { type: "radio", name, value: lane.id, onchange: () => assign(item.id, lane.id) }),
    );
    const chips = choices.map((lane, index) =>
      h(
        "label",
        { class: "bl-chip", title: lane.plain },
        inputs[index],
        badge(lane),
        h("span", { class: "bl-aside" }, lane.plain),
      ),
    );
    const node = h(
      "div",
      { class: "bl-card" },
      h("div", { class: "bl-card-text" }, rich(item.text)),
      h("div", { class: "bl-chips", role: "radiogroup", "aria-label": item.plain }, chips),
    );
    draggable(node, node, {
      enabled: () => !locked,
      onMove: (x, y, dx, dy) => {
        node.style.transform = `translate(${dx}px, ${dy}px)`;
        mark(laneAt(x, y));
      },
      onDrop: (event) => {
        mark(null);
        const lane = event && laneAt(event.clientX, event.clientY);
        if (lane) assign(item.id, lane.dataset.lane);
      },
    });
    return { node, inputs };
  }

  function laneAt(x, y) {
    for (const part of [tray, ...[...lanes.values()].map((lane) => lane.node)]) {
      const box = part.getBoundingClientRect();
      if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return part;
    }
    return null;
  }

  function mark(lane) {
    for (const part of node.querySelectorAll("[data-lane]")) {
      part.classList.toggle("bl-lane-target", part === lane);
    }
  }

  function assign(id, lane) {
    if (locked || (placed[id] ?? NONE) === lane) return;
    const { [id]: _, ...others } = placed;
    placed = lane === NONE ? others : { ...others, [id]: lane };
    const focused = document.activeElement;
    draw();
    if (cards.get(id).inputs.includes(focused)) focused.focus();
    submit(placed);
  }

  function draw() {
    for (const [id, { node: card, inputs }] of cards) {
      const lane = placed[id] ?? NONE;
      const host = lanes.get(lane)?.cards ?? trayCards;
      if (card.parentNode !== host) host.append(card);
      for (const input of inputs) {
        input.checked = input.value === lane;
        input.disabled = locked;
      }
    }
    for (const [id, lane] of lanes) {
      lane.tell(Object.values(placed).filter((other) => other === id).length);
    }
    const left = trayCards.children.length;
    trayTitle.textContent = left ? fill(strings.left_to_sort, { n: left }) : strings.all_sorted;
  }

  const grid = h("div", { class: "bl-lanes" }, [...lanes.values()].map((lane) => lane.node));
  const legend = h("legend", {}, strings.sort_items);
  const node = h(
    "fieldset",
    { class: "bl-fields", "aria-describedby": promptId },
    legend,
    tray,
    grid,
  );
  return {
    node,
    show(value, state) {
      locked = state.locked;
      placed = { ...(value ?? {}) };
      draw();
    },
  };
}

export default { render: (context) => renderQuestion(context, lanesView) };
