// Pages of a document as nodes, and the marks drawn on their boxes.

import { svg } from "./dom.js";
import { svgNode, unzipped } from "./pictures.js";

const SHEET_SIGNS = { mark: "⚑", right: "✓", named: "◐", extra: "+", lawful: "○", false: "✗", missed: "!" };

/** The SVG text of a page, which may come compressed. */
export async function pageText(page) {
  if (page.svg) return page.svg;
  return unzipped(page.zip);
}

/** A page as a node that fills its place. */
export function drawnPage(text) {
  const node = svgNode(text);
  node.removeAttribute("width");
  node.removeAttribute("height");
  node.setAttribute("class", "bl-sheet-page");
  return node;
}

/** The mark of a box: a sign in a shape of its own, in the corner of the box. */
export function markNode(box, state) {
  const x = box.x + box.w - 5.2;
  const y = box.y + 0.8;
  return svg(
    "g",
    { class: `bl-sheet-mark bl-sheet-mark-${state}`, "aria-hidden": "true" },
    svg("rect", { x: box.x + 0.5, y: box.y + 0.5, width: box.w - 1, height: box.h - 1, rx: 1 }),
    svg("circle", { cx: x + 2.2, cy: y + 2.2, r: 2.6 }),
    svg("text", { x: x + 2.2, y: y + 3.5, "text-anchor": "middle" }, SHEET_SIGNS[state] ?? "?"),
  );
}
