// A table of plain texts that arrives from the kernel: {heads, rows, caption}.

import { h } from "./dom.js";
import { textTable } from "./table.js";

/** The table scrolls sideways where it is too wide. */
export function plainTable(table) {
  const place = { class: "bl-aud-scroll", tabindex: "0", role: "region", "aria-label": table.caption };
  return h("div", place, textTable(table));
}
