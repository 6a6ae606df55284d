// The tools of the cascade in the order of use: take out, put in, move up, move down.

import { button, fill, h } from "./dom.js";

export function examOrder({ link, strings }) {
  const node = h("div", { class: "bl-exam-order" });
  const { model } = link;
  let drawn = null;

  function move(name, by) {
    const order = [...model.get("stages")];
    const from = order.indexOf(name);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    order.splice(from, 1);
    order.splice(to, 0, name);
    link.set({ stages: order });
  }

  function toggle(name) {
    const order = model.get("stages");
    if (order.includes(name) && order.length === 1) return;
    const next = order.includes(name) ? order.filter((each) => each !== name) : [...order, name];
    link.set({ stages: next });
  }

  function card(name, place, count) {
    const words = strings.stages[name];
    const used = place !== null;
    const arrow = (by, text, sign) => {
      const each = button(sign, () => move(name, by), { kind: "quiet", "data-by": by });
      each.setAttribute("aria-label", fill(text, { name: words }));
      each.disabled = !used || (by < 0 ? place === 0 : place === count - 1);
      return each;
    };
    const box = h("input", { type: "checkbox", "data-by": "0", onchange: () => toggle(name) });
    box.checked = used;
    box.disabled = used && count === 1;
    return h(
      "li",
      { class: used ? "bl-exam-stage" : "bl-exam-stage bl-exam-off", "data-name": name },
      h("label", {}, box, h("span", {}, used ? `${place + 1}. ${words}` : words)),
      used ? h("span", {}, arrow(-1, strings.earlier, "↑"), arrow(1, strings.later, "↓")) : null,
    );
  }

  /** Back to the button that was pressed; at an end of the list to the box beside it. */
  function focus(name, by) {
    const place = node.querySelector(`[data-name="${name}"]`);
    const same = place?.querySelector(`[data-by="${by}"]`);
    (same && !same.disabled ? same : place?.querySelector("input"))?.focus();
  }

  return {
    node,
    show(shown) {
      node.hidden = !shown.order;
      if (node.hidden) return;
      const order = model.get("stages");
      if (drawn === order.join()) return;
      drawn = order.join();
      const rest = Object.keys(strings.stages).filter((name) => !order.includes(name));
      const active = document.activeElement;
      const inside = node.contains(active) ? active.closest("[data-name]")?.dataset.name : null;
      const by = inside ? active.dataset.by : null;
      node.replaceChildren(
        h("p", { class: "bl-small bl-muted" }, strings.order_help),
        h(
          "ol",
          { "aria-label": strings.order_name },
          order.map((name, place) => card(name, place, order.length)),
          rest.map((name) => card(name, null, order.length)),
        ),
      );
      if (inside) focus(inside, by);
    },
  };
}
