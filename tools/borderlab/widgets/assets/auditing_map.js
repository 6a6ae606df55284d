// Two routes to one border post; a diamond for each hit on record, a ring for what was missed.

import { svg } from "./dom.js";

const diamond = ([x, y]) => `M${x} ${y - 4}l4 4-4 4-4-4z`;

function roadWidth(checks, budget) {
  return checks ? 1.5 + (10.5 * checks) / budget : 0;
}

/** A picture that `draw` changes; `strings` name the routes. */
export function makeRouteMap(strings) {
  const node = svg("svg", { class: "bl-aud-map", role: "img" });
  return {
    node,
    draw({ played, state, revealed, said }) {
      const [width, height] = played.size;
      node.setAttribute("viewBox", `0 0 ${width} ${height}`);
      node.setAttribute("aria-label", said);
      const parts = [];
      for (const route of [0, 1]) {
        const thick = roadWidth(state.checks[route], played.budget);
        parts.push(
          svg("path", {
            d: played.roads[route],
            class: thick ? "bl-aud-road" : "bl-aud-road bl-aud-road-none",
            "stroke-width": thick || 1.5,
          }),
        );
        if (revealed) {
          const many = Math.round(state.passed[route] / played.per_ring);
          for (const [x, y] of played.rings[route].slice(0, many)) {
            parts.push(svg("circle", { cx: x, cy: y, r: 4.5, class: "bl-aud-ring" }));
          }
        }
        const many = Math.floor(state.hits[route] / played.per_mark);
        const marks = played.marks[route].slice(0, many).map(diamond).join("");
        if (marks) parts.push(svg("path", { d: marks, class: "bl-aud-hit" }));
        const label = { x: 8, y: route === 0 ? 17 : height - 6, class: "bl-aud-label" };
        parts.push(svg("text", label, route === 0 ? strings.a : strings.b));
      }
      const [x, y] = played.post;
      parts.push(
        svg("rect", { x: x - 11, y: y - 11, width: 22, height: 22, rx: 4, class: "bl-aud-post" }),
        svg("path", { d: `M${x - 5} ${y + 6}v-12h9l-2 3 2 3h-9`, class: "bl-aud-flag" }),
      );
      node.replaceChildren(...parts);
    },
  };
}
