// Putting items in order: drag a row, press its buttons, or Alt+Up and Alt+Down.

import { button, fill, h, rich } from "./dom.js";
import { draggable } from "./drag.js";
import { renderQuestion } from "./question.js";

function orderView({ spec, strings, promptId, submit }) {
  let order = spec.items.map((item) => item.id);
  let locked = false;
  const said = h("span", { class: "bl-aside", "aria-live": "assertive" });
  const list = h("ol", { class: "bl-order", "aria-describedby": promptId });
  const keep = button(strings.keep_order, () => submit([...order]), { kind: "plain" });
  const rows = new Map(spec.items.map((item) => [item.id, makeRow(item)]));

  function makeRow(item) {
    const up = button("", () => move(item.id, -1, up), { icon: "↑" });
    const down = button("", () => move(item.id, 1, down), { icon: "↓" });
    up.setAttribute("aria-label", fill(strings.move_up, { item: item.plain }));
    down.setAttribute("aria-label", fill(strings.move_down, { item: item.plain }));
    const place = h("span", { class: "bl-order-place", "aria-hidden": "true" });
    const row = h(
      "li",
      { class: "bl-order-row", onkeydown: (event) => onKey(event, item.id) },
      place,
      h("span", { class: "bl-order-text" }, rich(item.text)),
      h("span", { class: "bl-order-buttons" }, up, down),
    );
    draggable(row, row, {
      enabled: () => !locked,
      onMove: (x, y) => dragTo(item.id, y),
      onDrop: () => submit([...order]),
    });
    return { row, place, up, down, plain: item.plain };
  }

  function onKey(event, id) {
    if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    move(id, event.key === "ArrowUp" ? -1 : 1, event.target);
  }

  function place(id, to) {
    order = order.filter((other) => other !== id);
    order.splice(to, 0, id);
    draw();
  }

  function move(id, step, focus) {
    const to = order.indexOf(id) + step;
    if (locked || to < 0 || to >= order.length) return;
    place(id, to);
    const { up, down, plain } = rows.get(id);
    (focus.disabled ? (focus === up ? down : up) : focus).focus();
    said.textContent = fill(strings.moved, { item: plain, place: to + 1, total: order.length });
    submit([...order]);
  }

  function dragTo(id, y) {
    const others = order.filter((other) => other !== id);
    const middle = (other) => {
      const box = rows.get(other).row.getBoundingClientRect();
      return box.top + box.height / 2;
    };
    const to = others.filter((other) => middle(other) < y).length;
    if (to !== order.indexOf(id)) place(id, to);
  }

  function draw() {
    order.forEach((id, index) => {
      const { row, place: number, up, down } = rows.get(id);
      number.textContent = `${index + 1}`;
      up.disabled = locked || index === 0;
      down.disabled = locked || index === order.length - 1;
      if (list.children[index] !== row) list.insertBefore(row, list.children[index] ?? null);
    });
  }

  const legend = h("legend", {}, strings.put_in_order);
  return {
    node: h("fieldset", { class: "bl-fields" }, legend, list, keep, said),
    show(value, state) {
      locked = state.locked;
      keep.hidden = locked || value !== null;
      const known = Array.isArray(value) && value.length === order.length;
      if (known && value.every((id) => rows.has(id))) order = [...value];
      draw();
    },
  };
}

export default { render: (context) => renderQuestion(context, orderView) };
