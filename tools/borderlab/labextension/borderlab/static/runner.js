/* Runs the widget cells of one notebook, when it is opened and after every restart.
 *
 * JupyterLab loses what is run before the kernel answers, so this waits for it. Running the cells
 * again is always right: they only draw widgets, and the answers come back from the saved file. */
import { runnableCells } from "./cells.js";

const MANY = 4;
const WINDOW_MS = 120_000;

const idle = (kernel) =>
  new Promise((resolve) => {
    if (kernel.status === "idle") {
      resolve();
      return;
    }
    const heard = () => {
      if (kernel.status !== "idle" && kernel.status !== "dead" && !kernel.isDisposed) return;
      kernel.statusChanged.disconnect(heard);
      resolve();
    };
    kernel.statusChanged.connect(heard);
  });

export class Runner {
  /** `tell(state)` hears: starting, waiting, ready, stopped, repeated, noKernel. */
  constructor(panel, CodeCell, tell) {
    this.panel = panel;
    this.CodeCell = CodeCell;
    this.tell = tell;
    this.starts = [];
    this.turn = 0;
    const session = panel.sessionContext;
    session.kernelChanged.connect((_, change) => change.newValue && this.start());
    session.statusChanged.connect((_, status) => this.#heard(status));
  }

  #heard(status) {
    if (status === "restarting" || status === "autorestarting") this.start();
    else if (status === "dead" || status === "terminating") this.tell("stopped");
  }

  /** Start by itself, unless the kernel keeps stopping. */
  async start() {
    const now = Date.now();
    this.starts = [...this.starts.filter((at) => now - at < WINDOW_MS), now];
    if (this.starts.length > MANY) this.tell("repeated");
    else await this.run();
  }

  /** Started by the participant. */
  async again() {
    this.starts = [];
    const session = this.panel.sessionContext;
    if (session.session?.kernel?.status === "dead" || !session.session?.kernel) await session.restartKernel();
    await this.run();
  }

  /** Run a cell that the participant has written. */
  async runOne(cell) {
    await this.#kernel(this.turn);
    await this.CodeCell.execute(cell, this.panel.sessionContext);
  }

  async run() {
    this.turn += 1;
    const turn = this.turn;
    this.tell("starting");
    const kernel = await this.#kernel(turn);
    if (turn !== this.turn || this.panel.isDisposed) return;
    if (kernel) await this.#cells(turn);
    else this.tell("noKernel");
  }

  async #kernel(turn) {
    const session = this.panel.sessionContext;
    await session.ready;
    const kernel = session.session?.kernel;
    if (!kernel) return null;
    await kernel.info;
    if (kernel.status === "busy" && turn === this.turn) this.tell("waiting");
    await idle(kernel);
    return kernel.status === "dead" ? null : kernel;
  }

  async #cells(turn) {
    const cells = runnableCells(this.panel.content);
    await Promise.allSettled(cells.map((cell) => this.CodeCell.execute(cell, this.panel.sessionContext)));
    if (turn !== this.turn || this.panel.isDisposed) return;
    this.tell("ready");
  }
}
