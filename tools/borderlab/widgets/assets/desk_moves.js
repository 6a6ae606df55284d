// Moving about on a sheet: arrow keys from box to box, dragging with the mouse.

const ARROWS = { ArrowLeft: ["x", -1], ArrowRight: ["x", 1], ArrowUp: ["y", -1], ArrowDown: ["y", 1] };
const PAGE_BELOW = 300;
const TOUCHING = 1;

function reach(box, axis) {
  if (axis === "x") return [box.x, box.x + box.w];
  const top = box.y + (box.page - 1) * PAGE_BELOW;
  return [top, top + box.h];
}

/**
 * The box in use that comes next in the direction of an arrow key: left and right stay in the row,
 * up and down take the nearest box above or below.
 */
export function arrowMove(boxes, from, key) {
  const [axis, sign] = ARROWS[key];
  const across = axis === "x" ? "y" : "x";
  const here = reach(from, axis);
  const row = reach(from, across);
  let best = null;
  let least = Infinity;
  for (const box of boxes.filter((one) => !one.unused && one !== from)) {
    const there = reach(box, axis);
    const its = reach(box, across);
    const gap = sign > 0 ? there[0] - here[1] : here[0] - there[1];
    const beside = Math.max(its[0] - row[1], row[0] - its[1]);
    if (gap < -TOUCHING || (axis === "x" && beside > -TOUCHING)) continue;
    const shift = Math.abs(its[0] + its[1] - row[0] - row[1]) / 2;
    const cost = Math.max(0, gap) + Math.max(0, beside) * 2.5 + shift * 0.2;
    if (cost < least) {
      least = cost;
      best = box;
    }
  }
  return best;
}

/** Let the mouse drag what a frame shows; touch scrolls by itself. `moved()` tells a drag from a click. */
export function letDrag(frame) {
  let moved = false;
  frame.addEventListener("pointerdown", (start) => {
    moved = false;
    if (start.pointerType !== "mouse" || start.button !== 0) return;
    const { scrollLeft, scrollTop } = frame;
    const follow = (event) => {
      const dx = event.clientX - start.clientX;
      const dy = event.clientY - start.clientY;
      if (Math.hypot(dx, dy) > 5) moved = true;
      if (!moved) return;
      frame.scrollLeft = scrollLeft - dx;
      frame.scrollTop = scrollTop - dy;
    };
    const end = () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", end);
    };
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", end);
  });
  return { moved: () => moved };
}

/** Scroll a frame so that a node stands in its middle. */
export function bringInto(frame, node) {
  if (!node) return;
  const shape = node.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  frame.scrollLeft += shape.left + shape.width / 2 - (view.left + view.width / 2);
  frame.scrollTop += shape.top + shape.height / 2 - (view.top + view.height / 2);
}

/** Whether all of a node can be seen in a frame. */
export function isInside(frame, node) {
  if (!node) return false;
  const shape = node.getBoundingClientRect();
  const view = frame.getBoundingClientRect();
  return (
    shape.top >= view.top - 2 &&
    shape.bottom <= view.bottom + 2 &&
    shape.left >= view.left - 2 &&
    shape.right <= view.right + 2
  );
}
