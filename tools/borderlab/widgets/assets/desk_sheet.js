// A permit's facsimile on the desk: zoom, pan, and every box reached by pointer or keyboard.

import { drawnPage, markNode, pageText } from "./desk_page.js";
import { arrowMove, bringInto, isInside, letDrag } from "./desk_moves.js";
import { button, fill, h } from "./dom.js";

const PAGE_WIDTH = 210;
const PAGE_HEIGHT = 297;
const MOST_ZOOM = 6;
const BOX_ZOOM = 3.4;
const STEP = 1.35;
const AROUND = 14;
/** Where a mark on the document as a whole is drawn on the first page, in mm. */
const WHOLE_PLACE = { x: 2, y: 2, w: 206, h: 293 };

/**
 * A sheet. `onPick(key)` hears of every box chosen. Gives {node, show(sheet), pick(key, {zoom}),
 * closer(part), mark({key: state}), busy(words)}; `sheet` is what desk_sheet.py makes of a permit.
 */
export function makeSheet({ strings, onPick }) {
  let boxes = [];
  let listed = [];
  let nodes = new Map();
  let current = null;
  let zoom = 1;
  let showing = 0;

  const pages = h("div", { class: "bl-sheet-pages" });
  const frame = h("div", { class: "bl-sheet-frame" }, pages);
  const list = h("select", { "aria-label": strings.jump, onchange: () => choose(list.value, true) });
  const level = h("span", { class: "bl-sheet-level bl-small", "aria-live": "polite" });
  const tool = (text, name, act) => button(text, act, { title: name, "aria-label": name });
  const tools = h(
    "div",
    { class: "bl-row bl-sheet-tools" },
    h(
      "div",
      { class: "bl-row bl-sheet-jump" },
      tool("‹", strings.box_before, () => step(-1)),
      list,
      tool("›", strings.box_after, () => step(1)),
    ),
    h(
      "div",
      { class: "bl-row bl-sheet-zoom" },
      tool("−", strings.zoom_out, () => setZoom(zoom / STEP)),
      level,
      tool("+", strings.zoom_in, () => setZoom(zoom * STEP)),
      tool(strings.whole, strings.whole_name ?? strings.whole, () => whole()),
      tool(strings.to_box, strings.to_box_name ?? strings.to_box, () => current && look(current)),
    ),
  );
  const help = h(
    "p",
    { class: "bl-muted bl-small bl-sheet-help" },
    strings.sheet_press,
    h("span", { class: "bl-sheet-keys" }, ` ${strings.sheet_keys}`),
  );
  const node = h("div", { class: "bl-sheet" }, tools, frame, help);

  function setZoom(wanted) {
    const before = zoom;
    zoom = Math.min(MOST_ZOOM, Math.max(Math.min(1, leastZoom()), wanted));
    const x = (frame.scrollLeft + frame.clientWidth / 2) / before;
    const y = (frame.scrollTop + frame.clientHeight / 2) / before;
    pages.style.width = `${zoom * 100}%`;
    frame.scrollLeft = x * zoom - frame.clientWidth / 2;
    frame.scrollTop = y * zoom - frame.clientHeight / 2;
    level.textContent = fill(strings.zoom_level, { n: Math.round(zoom * 100) });
  }

  /** The zoom at which a whole page fits a frame that is lower than the page. */
  function leastZoom() {
    const tall = (frame.clientWidth * PAGE_HEIGHT) / PAGE_WIDTH;
    return frame.clientHeight && tall ? frame.clientHeight / tall : 1;
  }

  function whole() {
    setZoom(Math.min(1, leastZoom()));
    const page = pages.children[(boxes.find((one) => one.key === current)?.page ?? 1) - 1];
    if (page) frame.scrollTop += page.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  }

  /** Zoom so that a box with its surroundings fills the frame. */
  function look(key) {
    const box = boxes.find((one) => one.key === key);
    if (!box || !frame.clientWidth) return;
    fit(box, AROUND, BOX_ZOOM);
    bring(box);
  }

  function fit(place, around, most) {
    const tall = (frame.clientHeight / frame.clientWidth) * PAGE_WIDTH;
    setZoom(Math.min(PAGE_WIDTH / (place.w + around), tall / (place.h + around), most));
  }

  /** Bring the sheet onto the screen, where it stands far from what was pressed. */
  function inView() {
    const { top, bottom } = frame.getBoundingClientRect();
    const middle = (top + bottom) / 2;
    if (middle < 120 || middle > window.innerHeight - 60) frame.scrollIntoView({ block: "center" });
  }

  /** Zoom to a part of the first page, given in mm. */
  function closer(part) {
    if (!frame.clientWidth) return;
    inView();
    fit(part, 4, MOST_ZOOM);
    const scale = pages.clientWidth / PAGE_WIDTH;
    frame.scrollLeft = (part.x + part.w / 2) * scale - frame.clientWidth / 2;
    frame.scrollTop = (part.y + part.h / 2) * scale - frame.clientHeight / 2;
  }

  const bring = (box) => bringInto(frame, nodes.get(box.key));
  const visible = (box) => isInside(frame, nodes.get(box.key));

  function stop(key) {
    for (const [name, one] of nodes) one.setAttribute("tabindex", name === key ? "0" : "-1");
  }

  function choose(key, zoomed = false, told = true) {
    const box = boxes.find((one) => one.key === key) ?? listed.find((one) => one.key === key);
    if (!box) return;
    nodes.get(current)?.classList.remove("bl-sheet-picked");
    current = key;
    nodes.get(key)?.classList.add("bl-sheet-picked");
    if (nodes.has(key)) stop(key);
    list.value = key;
    if (!nodes.has(key)) whole();
    else if (zoomed && zoom > 1.05) look(key);
    else if (!visible(box)) bring(box);
    if (told) onPick(key);
  }

  function step(by) {
    const at = listed.findIndex((box) => box.key === current);
    const next = listed.at(at < 0 && by < 0 ? -1 : (at + by) % listed.length);
    if (next) choose(next.key, true);
  }

  frame.addEventListener("keydown", (event) => {
    const key = event.target.closest?.(".permit-box")?.getAttribute("data-key");
    const box = boxes.find((one) => one.key === key);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow") && box) {
      const next = arrowMove(boxes, box, event.key);
      if (next) {
        choose(next.key);
        nodes.get(next.key)?.focus({ preventScroll: true });
      }
    } else if ((event.key === "Enter" || event.key === " ") && box) {
      choose(key);
      look(key);
    } else if (event.key === "+" || event.key === "=") setZoom(zoom * STEP);
    else if (event.key === "-") setZoom(zoom / STEP);
    else if (event.key === "0" || event.key === "Escape") whole();
    else return;
    event.preventDefault();
  });

  frame.addEventListener("focusin", (event) => {
    const box = boxes.find(
      (one) => one.key === event.target.closest?.(".permit-box")?.getAttribute("data-key"),
    );
    // The tab key passes through here on its way: the document as a whole then stays chosen.
    const passing = current !== null && !nodes.has(current);
    if (box && !passing && box.key !== current) choose(box.key);
    else if (box && !visible(box)) bring(box);
  });

  const dragging = letDrag(frame);
  frame.addEventListener("click", (event) => {
    const key = event.target.closest?.(".permit-box")?.getAttribute("data-key");
    if (key && !dragging.moved()) choose(key);
  });
  frame.addEventListener("dblclick", (event) => {
    const key = event.target.closest?.(".permit-box")?.getAttribute("data-key");
    if (key) look(key);
  });

  return {
    node,
    current: () => current,
    closer,
    busy(words) {
      showing += 1;
      pages.replaceChildren(h("p", { class: "bl-sheet-busy", role: "status" }, words));
    },
    async show(sheet) {
      showing += 1;
      const mine = showing;
      const texts = await Promise.all(sheet.pages.map(pageText));
      if (mine !== showing) return;
      const drawn = texts.map(drawnPage);
      pages.replaceChildren(...drawn);
      boxes = sheet.boxes.filter((box) => box.page > 0);
      listed = sheet.boxes.filter((box) => !box.unused);
      nodes = new Map();
      for (const page of drawn) {
        for (const one of page.querySelectorAll(".permit-box")) {
          const key = one.getAttribute("data-key");
          if (!nodes.has(key)) nodes.set(key, one);
        }
      }
      list.replaceChildren(
        h("option", { value: "", disabled: true }, strings.jump),
        ...listed.map((box) => h("option", { value: box.key }, box.name)),
      );
      current = null;
      setZoom(1);
      frame.scrollTop = 0;
      stop(boxes[0]?.key);
      list.value = "";
    },
    pick(key, { zoomed = false, told = false } = {}) {
      choose(key, zoomed, told);
      if (zoomed) look(key);
    },
    inView,
    focus(key) {
      nodes.get(key)?.focus({ preventScroll: true });
    },
    mark(states) {
      for (const old of pages.querySelectorAll(".bl-sheet-mark")) old.remove();
      for (const [key, state] of Object.entries(states)) {
        const box = boxes.find((one) => one.key === key);
        if (box && nodes.has(key)) nodes.get(key).append(markNode(box, state));
        else if (listed.some((one) => one.key === key)) {
          pages.firstElementChild?.append(markNode(WHOLE_PLACE, state));
        }
      }
    },
  };
}
