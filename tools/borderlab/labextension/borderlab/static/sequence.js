/* Where the reader is: follows the headings while the page scrolls, and moves between them. */
import { sectionsOf } from "./cells.js";

const scrollerOf = (notebook) =>
  notebook.node.querySelector(".jp-WindowedPanel-outer") ?? notebook.node;

const headingOf = ({ cell, title }) => {
  const headings = [...cell.node.querySelectorAll("h1, h2")];
  return headings.find((node) => node.textContent.trim().startsWith(title)) ?? headings[0] ?? cell.node;
};

export class Sequence {
  /** `show(index, total, title)` is called when another section comes into view. */
  constructor(notebook, show) {
    this.notebook = notebook;
    this.show = show;
    this.sections = [];
    this.index = -1;
    this.scroller = scrollerOf(notebook);
    this.scroller.addEventListener("scroll", () => this.#follow(), { passive: true });
    // Texts and widgets are drawn one after another, which moves the headings.
    this.resized = new ResizeObserver(() => this.#follow());
    for (const node of [this.scroller, ...this.scroller.children]) this.resized.observe(node);
  }

  refresh() {
    this.sections = sectionsOf(this.notebook);
    this.index = -1;
    this.#follow();
  }

  #follow() {
    if (this.sections.length === 0 || this.scroller.clientHeight === 0) return;
    const line = this.scroller.getBoundingClientRect().top + 96;
    const tops = this.sections.map((section) => headingOf(section).getBoundingClientRect().top);
    const atEnd =
      this.scroller.scrollTop > 8 &&
      this.scroller.scrollTop + this.scroller.clientHeight >= this.scroller.scrollHeight - 4;
    const passed = tops.filter((top) => top <= line).length - 1;
    this.#tell(atEnd ? this.sections.length - 1 : Math.max(0, passed));
  }

  #tell(index) {
    if (index === this.index) return;
    this.index = index;
    this.show(index, this.sections.length, this.sections[index].title);
  }

  /** Go `by` sections on (or back) and put the keyboard and the screen reader there. */
  move(by) {
    const index = Math.min(this.sections.length - 1, Math.max(0, this.index + by));
    const section = this.sections[index];
    if (!section) return;
    const heading = headingOf(section);
    heading.setAttribute("tabindex", "-1");
    heading.scrollIntoView({ block: "start" });
    heading.focus({ preventScroll: true });
    this.#tell(index);
  }
}
