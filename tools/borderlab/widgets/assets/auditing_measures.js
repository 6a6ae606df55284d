// One measure for two groups: a mark and its interval on a common scale.

import { h } from "./dom.js";

const at = (share, top) => `${(100 * Math.min(share, top)) / top}%`;

function line(group, index, top) {
  const track = h("div", { class: "bl-aud-line", "aria-hidden": "true" });
  const look = index ? "bl-aud-two-mark" : "bl-aud-one-mark";
  if (group.value !== null) {
    const width = (100 * (Math.min(group.high, top) - group.low)) / top;
    track.append(
      h("span", {
        class: `bl-aud-whisker ${look}`,
        style: `left:${at(group.low, top)};width:${Math.max(width, 0.4)}%`,
      }),
      h("span", { class: `bl-aud-dot ${look}`, style: `left:${at(group.value, top)}` }),
    );
  }
  if (group.stated !== undefined) {
    track.append(h("span", { class: "bl-aud-stated", style: `left:${at(group.stated, top)}` }, "▼"));
  }
  const counts = group.counts ? h("span", { class: "bl-aud-counts" }, group.counts) : null;
  const sign = index ? "◆" : "●";
  return h(
    "div",
    { class: "bl-aud-row" },
    h("span", { class: "bl-aud-who" }, `${sign} ${group.name}`),
    track,
    h("span", { class: "bl-aud-value" }, h("strong", {}, group.text), counts),
  );
}

export function measureBlock({ label, top, ends, groups }) {
  return h(
    "div",
    { class: "bl-aud-measure" },
    h("div", { class: "bl-aud-bar-title" }, label),
    groups.map((group, index) => line(group, index, top)),
    h(
      "div",
      { class: "bl-aud-row bl-aud-axis", "aria-hidden": "true" },
      h("span", {}),
      h("div", { class: "bl-aud-scale" }, h("span", {}, ends[0]), h("span", {}, ends[1])),
      h("span", {}),
    ),
  );
}
