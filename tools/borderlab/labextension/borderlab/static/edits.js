/* Tells an edit from what merely happens on opening.
 *
 * Drawing widgets and starting a kernel change outputs and notebook metadata, which JupyterLab takes
 * for an edit: it would save the file again and again and ask a question on leaving the page. */
import { runnableCells } from "./cells.js";

// Timing, trust and what is folded: not anybody's work.
const PASSING = ["execution", "trusted", "collapsed", "scrolled", "jupyter"];

const metadataOf = (cell) =>
  Object.entries(cell.model.sharedModel.getMetadata()).filter(([name]) => !PASSING.includes(name));

/** What somebody has written, arranged or run in a notebook, as one text. */
const ownWork = (notebook) => {
  const drawn = new Set(runnableCells(notebook));
  return JSON.stringify(
    notebook.widgets.map((cell) => [
      cell.model.type,
      cell.model.sharedModel.getSource(),
      metadataOf(cell),
      drawn.has(cell) ? null : (cell.model.executionCount ?? null),
    ]),
  );
};

/** Keep a notebook "saved" as long as nobody has changed anything of their own. */
export const ignoreDrawing = (panel) => {
  const { content, context, model } = panel;
  let written = model.dirty ? null : ownWork(content);
  const settle = () => {
    if (model.dirty && !panel.isDisposed && written === ownWork(content)) model.dirty = false;
  };
  context.saveState.connect((_, state) => {
    if (state === "completed") written = ownWork(content);
  });
  model.stateChanged.connect((_, change) => {
    // Later, because JupyterLab is still at work on the change.
    if (change.name === "dirty" && change.newValue) queueMicrotask(settle);
  });
};
