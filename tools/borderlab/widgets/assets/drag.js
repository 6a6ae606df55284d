// Dragging by mouse, pen or finger. Whatever can be dragged can also be done by keyboard.

/**
 * Let `handle` drag `card`. `onMove(x, y)` hears the pointer while it moves,
 * `onDrop(x, y)` where it is let go; neither is called for a mere click.
 */
export function draggable(handle, card, { onMove, onDrop, enabled }) {
  handle.addEventListener("pointerdown", (start) => {
    if (start.button !== 0 || !enabled()) return;
    if (start.target.closest("button, input, label, a")) return;
    let moved = false;
    const follow = (event) => {
      const dx = event.clientX - start.clientX;
      const dy = event.clientY - start.clientY;
      if (!moved && Math.hypot(dx, dy) < 6) return;
      moved = true;
      card.classList.add("bl-dragged");
      onMove?.(event.clientX, event.clientY, dx, dy);
    };
    const end = (event) => {
      handle.removeEventListener("pointermove", follow);
      handle.removeEventListener("pointerup", end);
      handle.removeEventListener("pointercancel", end);
      card.classList.remove("bl-dragged");
      card.style.transform = "";
      if (moved) onDrop?.(event.type === "pointercancel" ? null : event);
    };
    handle.setPointerCapture(start.pointerId);
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("pointerup", end);
    handle.addEventListener("pointercancel", end);
    start.preventDefault();
  });
}
