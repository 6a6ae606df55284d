// A part of a drawn permit, which comes from the kernel as compressed SVG of the whole page.

import { h } from "./dom.js";

async function unpacked(zip) {
  const bytes = Uint8Array.from(atob(zip), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

/** A picture nobody clicks into: `{zip, view: [x, y, w, h] in mm, alt}`; null without one. */
export async function cropNode({ zip, view, alt }) {
  if (!zip || typeof DecompressionStream !== "function") return null;
  const parsed = new DOMParser().parseFromString(await unpacked(zip), "image/svg+xml");
  const picture = document.importNode(parsed.documentElement, true);
  picture.setAttribute("viewBox", view.join(" "));
  picture.removeAttribute("width");
  picture.removeAttribute("height");
  picture.setAttribute("aria-hidden", "true");
  for (const box of picture.querySelectorAll("[tabindex]")) box.removeAttribute("tabindex");
  const frame = h("div", { class: "bl-case-crop", role: "img", "aria-label": alt });
  frame.style.aspectRatio = `${view[2]} / ${view[3]}`;
  frame.append(picture);
  return frame;
}
