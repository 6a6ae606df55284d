/* What the cells of a notebook are for us: read from the tags that the build writes. */
import { isKitCall } from "./kit_calls.js";

const RUN_TAGS = ["kit-setup", "kit-run"];
const KIT_TAGS = [...RUN_TAGS, "kit-check"];

const tagsOf = (cell) => {
  const tags = cell.model.getMetadata("tags");
  return Array.isArray(tags) ? tags : [];
};

const hasTag = (cell, names) => tagsOf(cell).some((tag) => names.includes(tag));

/** The kit's metadata of a notebook, or null when it is not one of ours. */
export const kitOf = (panel) => {
  const kit = panel.model?.getMetadata("borderlab");
  return kit && typeof kit === "object" && typeof kit.module === "string" ? kit : null;
};

/** The code cells that show a widget and may be run for the participant, in order. */
export const runnableCells = (notebook) =>
  notebook.widgets.filter(
    (cell) =>
      cell.model.type === "code" &&
      hasTag(cell, RUN_TAGS) &&
      isKitCall(cell.model.sharedModel.getSource()),
  );

/** The cells in which a participant answers in code. */
export const answerCells = (notebook) =>
  notebook.widgets.filter((cell) => cell.model.type === "code" && hasTag(cell, ["kit-answer"]));

/** Mark each cell with its part in the application, so that the style sheet can do the rest. */
export const markCells = (notebook) => {
  for (const cell of notebook.widgets) {
    const code = cell.model.type === "code";
    const kit =
      code && hasTag(cell, KIT_TAGS) && isKitCall(withoutHiddenTests(cell.model.sharedModel.getSource()));
    const written = !code && hasTag(cell, ["kit-written"]);
    cell.node.classList.toggle("bl-kit", kit);
    cell.node.classList.toggle("bl-answer", code && hasTag(cell, ["kit-answer"]));
    cell.node.classList.toggle("bl-written", written);
    cell.node.classList.toggle("bl-prose", !code && !written);
  }
};

/** The build folds the code of kit cells for a JupyterLab without this extension. */
export const unfoldCode = (notebook) => {
  for (const cell of notebook.widgets) {
    if (cell.node.classList.contains("bl-kit")) cell.inputHidden = false;
  }
};

/** In an application no single letter may insert or delete a cell; code answers keep Lab's keys. */
export const guardKeys = (notebook, guarded) => {
  for (const cell of notebook.widgets) {
    const own = cell.model.type === "code" && !cell.node.classList.contains("bl-kit");
    if (guarded && !own) cell.node.setAttribute("data-lm-suppress-shortcuts", "true");
    else cell.node.removeAttribute("data-lm-suppress-shortcuts");
  }
};

const withoutHiddenTests = (source) => source.replace(/^### BEGIN[\s\S]*?^### END.*$/gm, "");

const HEADING = /^(#{1,2})\s+(.+?)\s*#*$/;

/** Headings of level 1 and 2 with the cell they stand in: the sequence of the lesson. */
export const sectionsOf = (notebook) => {
  const sections = [];
  notebook.widgets.forEach((cell) => {
    if (cell.model.type !== "markdown") return;
    let fenced = false;
    for (const line of cell.model.sharedModel.getSource().split("\n")) {
      if (/^(```|~~~)/.test(line)) fenced = !fenced;
      const found = fenced ? null : HEADING.exec(line);
      if (found) sections.push({ title: plain(found[2]), cell });
    }
  });
  return sections;
};

const plain = (markdown) =>
  markdown.replace(/<[^>]*>/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*_`]/g, "").trim();
