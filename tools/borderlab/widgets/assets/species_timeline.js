// The history of a listing as a band of stays, and the same as a list that anybody can read.

import { h, svg } from "./dom.js";

const HEIGHT = 58;
const percent = (share) => `${(100 * share).toFixed(2)}%`;

function stayNodes(stay) {
  const share = Math.max(0.004, stay.until - stay.at);
  const name = { I: "one", II: "two", III: "three", "I/II": "split" }[stay.appendix] ?? "none";
  return [
    svg("rect", {
      x: percent(stay.at),
      y: 6,
      width: percent(share),
      height: 26,
      class: `bl-stay bl-stay-${name}`,
    }),
    share > 0.06
      ? svg(
          "text",
          { x: percent(stay.at + share / 2), y: 24, class: "bl-stay-name" },
          stay.appendix || "–",
        )
      : null,
  ];
}

/** Years under the band; one that would touch its neighbour is left out. */
function yearNodes(stays) {
  let free = -1;
  return stays.map((stay) => {
    const late = stay.at > 0.88;
    if (stay.at < free) return null;
    free = stay.at + 0.1;
    const place = { x: late ? "100%" : percent(stay.at), "text-anchor": late ? "end" : "start" };
    return svg("text", { ...place, y: 50, class: "bl-stay-year" }, stay.year);
  });
}

export function timelineNodes(card, strings, confirmTag) {
  const stays = card.timeline;
  if (stays.length === 0) return [];
  const picture = svg(
    "svg",
    { width: "100%", height: HEIGHT, class: "bl-timeline", role: "img" },
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
