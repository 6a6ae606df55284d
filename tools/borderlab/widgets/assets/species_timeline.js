// The history of a listing as a band of stays, and the same as a list that anybody can read.

import { h, svg } from "./dom.js";

const WIDTH = 640;
const HEIGHT = 58;

function stayNodes(stay) {
  const x = stay.at * WIDTH;
  const width = Math.max(2, (stay.until - stay.at) * WIDTH);
  const name = { I: "one", II: "two", III: "three", "I/II": "split" }[stay.appendix] ?? "none";
  return [
    svg("rect", { x, y: 6, width, height: 26, class: `bl-stay bl-stay-${name}` }),
    width > 18
      ? svg("text", { x: x + width / 2, y: 24, class: "bl-stay-name" }, stay.appendix || "–")
      : null,
  ];
}

/** Years under the band; one that would touch its neighbour is left out. */
function yearNodes(stays) {
  let free = -1;
  return stays.map((stay) => {
    const x = Math.min(stay.at * WIDTH, WIDTH - 34);
    if (x < free) return null;
    free = x + 42;
    return svg("text", { x, y: 50, class: "bl-stay-year" }, stay.year);
  });
}

export function timelineNodes(card, strings, confirmTag) {
  const stays = card.timeline;
  if (stays.length === 0) return [];
  const picture = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "bl-timeline", role: "img" },
    stays.map(stayNodes),
    yearNodes(stays),
  );
  picture.setAttribute("aria-label", strings.timeline_alt);
  const now = stays.filter((stay) => stay.day <= card.day).length - 1;
  const rows = stays.map((stay, place) =>
    h(
      "li",
      { "aria-current": place === now ? "date" : null },
      h("span", {}, stay.date),
      h("span", {}, stay.text, stay.parties ? ` (${stay.parties})` : ""),
      confirmTag(stay.confirm),
    ),
  );
  return [picture, h("ol", { class: "bl-stays" }, rows)];
}
