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

const SMALL_SCREEN_PX = 760;

/** The first kit notebook folds the side panels away; on a small screen also their edges. */
const makeRoom = ({ shell }) => {
  shell.collapseLeft?.();
  shell.collapseRight?.();
  if (window.innerWidth >= SMALL_SCREEN_PX) return;
  for (const side of ["left", "right"]) {
    if (shell.isSideTabBarVisible?.(side)) shell.toggleSideTabBarVisibility(side);
  }
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
      if (frames.size === 1) app.restored.then(() => makeRoom(app));
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
