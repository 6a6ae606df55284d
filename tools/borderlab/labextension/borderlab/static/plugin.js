/* The JupyterLab plugin: finds the kit's notebooks and gives each one a frame. */
import { kitOf } from "./cells.js";
import { Frame } from "./frame.js";
import { openLinksInLab } from "./links.js";
import { texts } from "./strings.js";

const TOGGLE = "borderlab:toggle-code";

const loadStyle = () => {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL("frame.css", import.meta.url).href;
  document.head.append(link);
};

/** A trainer's Lab keeps its side bar; a participant's first kit notebook folds it away once. */
const foldSideBar = (app, frames) => {
  if (frames.size === 1) app.shell.collapseLeft?.();
};

const systemLanguage = () => (navigator.language ?? "en").slice(0, 2);

/** Build the plugin; `lab` loads JupyterLab's shared modules. */
export const plugin = async (lab) => {
  const [notebook, cells, widgets, apputils] = await Promise.all(
    ["@jupyterlab/notebook", "@jupyterlab/cells", "@lumino/widgets", "@jupyterlab/apputils"].map(lab),
  );
  const modules = { CodeCell: cells.CodeCell, Widget: widgets.Widget };

  const activate = (app, tracker, palette) => {
    loadStyle();
    const frames = new Map();

    const frameFor = async (panel) => {
      await panel.context.ready;
      if (panel.isDisposed || frames.has(panel) || !kitOf(panel)) return;
      frames.set(panel, new Frame(panel, app, modules));
      panel.disposed.connect(() => frames.delete(panel));
      foldSideBar(app, frames);
    };

    tracker.forEach(frameFor);
    tracker.widgetAdded.connect((_, panel) => frameFor(panel));
    tracker.currentChanged.connect((_, panel) => frames.get(panel)?.shown());

    app.commands.addCommand(TOGGLE, {
      label: texts(systemLanguage()).toggle,
      isEnabled: () => frames.has(tracker.currentWidget),
      execute: () => frames.get(tracker.currentWidget)?.toggleCode(),
    });
    palette?.addItem({ command: TOGGLE, category: "Borderlab" });
    openLinksInLab(app, tracker, frames);
  };

  return {
    id: "borderlab:application",
    description: "Shows the kit's notebooks as an application.",
    autoStart: true,
    requires: [notebook.INotebookTracker],
    optional: [apputils.ICommandPalette],
    activate,
  };
};
