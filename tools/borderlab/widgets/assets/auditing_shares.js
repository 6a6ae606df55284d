// Bars that share 100 between two routes, and an interval on a scale from 0 to 100 percent.

import { h } from "./dom.js";

/** One bar of two parts with its numbers; `parts` null shows the sentence `unknown`. */
export function shareBar(title, parts, { strings, write }) {
  const head = h("div", { class: "bl-aud-bar-title" }, title);
  const total = parts ? parts[0] + parts[1] : 0;
  if (!total) {
    return h("div", { class: "bl-aud-bar" }, head, h("p", { class: "bl-muted" }, strings.unknown));
  }
  const first = (100 * parts[0]) / total;
  const part = (share, name, amount, look) =>
    h(
      "span",
      { class: `bl-aud-part ${look}`, style: `flex-basis:${share}%` },
      h("span", {}, `${name} ${write(amount)}`),
    );
  return h(
    "div",
    { class: "bl-aud-bar" },
    head,
    h(
      "div",
      { class: "bl-aud-track" },
      part(first, "A", parts[0], "bl-aud-first"),
      part(100 - first, "B", parts[1], "bl-aud-second"),
    ),
  );
}

/** A band from low to high (shares 0 to 1) on a scale from 0 to 1; `truth` is marked if given. */
export function intervalBand([low, high], text, { scale, truth = null, truthName = "" }) {
  const width = Math.max(0.6, 100 * (high - low));
  const mark =
    truth === null
      ? null
      : h("span", { class: "bl-aud-true", style: `left:${100 * truth}%`, title: truthName });
  const key = truth === null ? null : h("span", {}, `▏${truthName}`);
  return h(
    "div",
    { class: "bl-aud-interval-box" },
    h(
      "div",
      { class: "bl-aud-interval", role: "img", "aria-label": text },
      h("span", { class: "bl-aud-band", style: `left:${100 * low}%;width:${width}%` }),
      mark,
    ),
    h(
      "div",
      { class: "bl-aud-scale", "aria-hidden": "true" },
      h("span", {}, scale[0]),
      key,
      h("span", {}, scale[1]),
    ),
  );
}
