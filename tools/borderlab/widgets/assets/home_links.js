// Addresses of notebooks that work in every front end.
//
// A page knows where its notebook is only from its own address: JupyterLab shows
// /lab/tree/modules/fr/home.ipynb, Notebook /notebooks/..., and JupyterLite /lab/index.html?path=...

const TREES = /^(.*\/(?:lab(?:\/workspaces\/[^/]+)?|doc)\/tree|.*\/notebooks)\/(.*)$/;

// After a reload JupyterLab shows only the folder of the notebook in its address.
function joined(path, relative) {
  const parts = path.split("/").slice(0, path.endsWith(".ipynb") ? -1 : undefined);
  for (const step of relative.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== "." && step !== "") parts.push(step);
  }
  return parts;
}

/** The address of a notebook given relative to the one in `location`. */
export function notebookAddress(relative, location) {
  const found = TREES.exec(location.pathname);
  if (found) {
    const path = joined(decodeURIComponent(found[2]), relative).map(encodeURIComponent).join("/");
    return `${location.origin}${found[1]}/${path}${location.search.includes("token=") ? location.search : ""}`;
  }
  const query = new URLSearchParams(location.search);
  if (query.has("path")) {
    query.set("path", joined(query.get("path"), relative).join("/"));
    return `${location.origin}${location.pathname}?${query}`;
  }
  return relative;
}

/** Keep a link's address right: the notebook in front may have changed since it was drawn. */
export function notebookLink(link, relative) {
  const renew = () => {
    link.href = notebookAddress(relative, window.location);
  };
  link.dataset.blNotebook = relative;
  for (const type of ["pointerenter", "focus", "click"]) link.addEventListener(type, renew);
  renew();
  return link;
}
