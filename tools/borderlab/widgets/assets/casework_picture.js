// A part of a drawn permit, which comes from the kernel as compressed SVG of the whole page.

import { h } from "./dom.js";
import { canUnzip, unzipped } from "./pictures.js";

function crop(parsed, { view, alt }) {
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

/** Pictures nobody clicks into, of places on one page; none where the browser cannot unpack. */
export async function cropNodes({ zip, views }) {
  if (!zip || !canUnzip()) return [];
  const parsed = new DOMParser().parseFromString(await unzipped(zip), "image/svg+xml");
  return views.map((one) => crop(parsed, one));
}
