/* Cells in which a participant writes code: a button runs them, so that nobody needs a toolbar. */
import { answerCells } from "./cells.js";

const withButton = (cell, text, run) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "blf-button blf-run";
  button.textContent = `▶ ${text.run}`;
  button.addEventListener("click", () => run(cell));
  const row = document.createElement("div");
  row.className = "blf-run-row";
  row.append(button);
  cell.inputArea.node.parentElement.after(row);
};

/** Give each answer cell its button, once; `run(cell)` executes it. */
export const addRunButtons = (notebook, text, run) => {
  for (const cell of answerCells(notebook)) {
    // JupyterLab builds a cell when it comes near the screen.
    cell.ready.then(() => {
      if (!cell.isDisposed && !cell.node.querySelector(".blf-run-row")) withButton(cell, text, run);
    });
  }
};
