/* One notebook of the kit, shown as an application. */
import { addRunButtons } from "./answer_cells.js";
import { guardKeys, kitOf, markCells, unfoldCode } from "./cells.js";
import { ignoreDrawing } from "./edits.js";
import { Header } from "./header.js";
import { resolve } from "./links.js";
import { Progress } from "./progress.js";
import { Runner } from "./runner.js";
import { Sequence } from "./sequence.js";
import { texts } from "./strings.js";

const NARROW_PX = 620;

const homeOf = ({ part, language }) =>
  part === "exercise" ? `../../../modules/${language}/home.ipynb` : "../home.ipynb";

export class Frame {
  constructor(panel, app, { CodeCell, Widget }) {
    this.panel = panel;
    this.app = app;
    this.kit = kitOf(panel);
    this.codeShown = false;
    this.began = false;
    this.text = texts(this.kit.language);
    this.header = new Header(this.text, {
      home: () => this.#goHome(),
      previous: () => this.sequence.move(-1),
      next: () => this.sequence.move(1),
      code: () => this.toggleCode(),
      again: () => this.runner.again(),
    });
    this.bar = new Widget({ node: this.header.node });
    panel.contentHeader.addWidget(this.bar);
    panel.content.node.lang = this.kit.language;
    this.header.node.lang = this.kit.language;
    this.runner = new Runner(panel, CodeCell, (state) => this.header.showState(state));
    // A home page is short and has one purpose, so no steps lead through it.
    const showPlace = (...place) => this.kit.part !== "home" && this.header.showPlace(...place);
    this.sequence = new Sequence(panel.content, showPlace);
    this.progress = new Progress(panel, app.serviceManager.contents, (...seen) =>
      this.header.showProgress(...seen),
    );
    this.#watch();
    ignoreDrawing(panel);
    this.#dress();
    if (panel.isVisible) this.shown();
  }

  #watch() {
    const { panel } = this;
    panel.content.model.cells.changed.connect(() => this.#dress());
    this.resized = new ResizeObserver(() => this.#fit());
    this.resized.observe(panel.node);
    panel.disposed.connect(() => this.resized.disconnect());
    panel.node.addEventListener("keydown", (event) => this.#save(event), true);
  }

  /** The notebook is in front for the first time: only now is its kernel worth the wait. */
  shown() {
    if (this.began) return;
    this.began = true;
    this.runner.start();
    if (this.kit.part !== "home") this.progress.begin();
    this.#findHome();
    requestAnimationFrame(() => this.sequence.refresh());
  }

  toggleCode() {
    this.codeShown = !this.codeShown;
    this.#dress();
    this.header.showCode(this.codeShown);
  }

  #dress() {
    const { panel, codeShown } = this;
    if (panel.isDisposed) return;
    markCells(panel.content);
    guardKeys(panel.content, !codeShown);
    if (codeShown) unfoldCode(panel.content);
    panel.node.classList.add("bl-page");
    panel.node.classList.toggle("bl-app", !codeShown);
    panel.toolbar.setHidden(!codeShown);
    addRunButtons(panel.content, this.text, (cell) => this.runner.runOne(cell));
    this.header.showCode(codeShown);
    this.#fit();
    if (this.began) requestAnimationFrame(() => this.sequence.refresh());
  }

  #fit() {
    const narrow = this.panel.node.clientWidth < NARROW_PX;
    if (narrow === this.narrow) return;
    this.narrow = narrow;
    this.panel.node.classList.toggle("bl-narrow", narrow);
    this.header.node.classList.toggle("blf-two-lines", narrow && this.kit.part !== "home");
    this.panel.contentHeader.fit();
  }

  async #findHome() {
    if (this.kit.part === "home") return;
    this.homePath = resolve(this.panel.context.path, homeOf(this.kit));
    try {
      await this.app.serviceManager.contents.get(this.homePath, { content: false });
      this.header.showHome();
    } catch {
      // An exercise handed out by itself has no home page.
    }
  }

  #goHome() {
    this.app.commands.execute("docmanager:open", { path: this.homePath });
  }

  /** The keys are kept from JupyterLab in our cells, but this one everybody knows. */
  #save(event) {
    if (event.key !== "s" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.panel.context.save();
  }
}
