/* Links between the kit's notebooks, and saving before hand-in.
 *
 * A widget draws `<a data-bl-notebook="../m01/lesson.ipynb" href=...>`: the address works by itself
 * (a new page load); here it opens in the running JupyterLab. */

/** Join a relative notebook link to the folder of the notebook it stands in. */
export const resolve = (notebookPath, relative) => {
  const parts = notebookPath.split("/").slice(0, -1);
  for (const step of relative.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return parts.join("/");
};

const panelOf = (tracker, node) => {
  let found = null;
  tracker.forEach((panel) => {
    if (panel.node.contains(node)) found = panel;
  });
  return found;
};

const isPlainClick = (event) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/** Open notebook links inside this page, and save open notebooks when a widget asks for it. */
export const openLinksInLab = (app, tracker, frames) => {
  document.body.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-bl-notebook]") : null;
    const panel = link && isPlainClick(event) ? panelOf(tracker, link) : null;
    // Only JupyterLab itself has a main area with several documents; elsewhere the address works.
    if (!panel || !frames.has(panel) || !("currentWidget" in app.shell) || !app.shell.collapseLeft) return;
    event.preventDefault();
    const path = resolve(panel.context.path, link.dataset.blNotebook);
    app.commands.execute("docmanager:open", { path });
  });

  document.body.addEventListener("borderlab:save-notebooks", (event) => {
    const wait = event.detail?.wait;
    if (!Array.isArray(wait)) return;
    for (const panel of frames.keys()) {
      if (panel.context.model.dirty) wait.push(panel.context.save().catch(() => undefined));
    }
  });
};
