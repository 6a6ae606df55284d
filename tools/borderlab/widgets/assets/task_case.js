// The case of a task: its situation in words and, where there is one, its picture.

import { h, rich } from "./dom.js";

export function caseNodes({ outline, picture }) {
  const nodes = [h("div", { class: "bl-case" }, rich(outline))];
  if (picture) nodes.push(h("img", { class: "bl-case-picture", src: picture.url, alt: picture.alt }));
  return nodes;
}
