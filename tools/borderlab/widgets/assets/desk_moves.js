// Moving about on a sheet: arrow keys from box to box, dragging with the mouse.

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The box in use that lies nearest in the direction of an arrow key, seen from another. */
export function arrowMove(boxes, from, key) {
  const [dx, dy] = ARROWS[key];
  const at = (box) => [box.x + box.w / 2, box.y + box.h / 2 + (box.page - 1) * 300];
  const [x, y] = at(from);
  let best = null;
  let least = Infinity;
  for (const box of boxes.filter((one) => !one.unused)) {
    const [bx, by] = at(box);
    const ahead = dx ? (bx - x) * dx : (by - y) * dy;
    const aside = dx ? Math.abs(by - y) : Math.abs(bx - x);
    const cost = ahead + aside * 2.5;
    if (ahead > 1 && cost < least) {
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
