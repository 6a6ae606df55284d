// Sends answers to the kernel and knows what became of each one. An answer that the kernel did
// not confirm stays in this browser tab and is sent again when the question is shown again.

import { uid } from "./dom.js";

const PATIENCE = 4000;

function stash(key, entry) {
  try {
    if (entry === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(entry));
  } catch {
    // Private browsing can refuse storage: the answer still stands on the page.
  }
}

function stashed(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key));
  } catch {
    return null;
  }
}

/**
 * Returns {submit, again, waiting, stop}. `onState` hears "saving", "lost" or "done";
 * `onRestore` hears a value that an earlier view could not save.
 */
export function makeSaver(model, { onState, onRestore }) {
  const key = `borderlab:${model.get("spec").key}`;
  // A kernel may handle two messages in the wrong order; the later turn of a view counts.
  const source = uid("view");
  let turn = 0;
  let open = null;
  let timer = null;

  function post() {
    onState("saving");
    clearTimeout(timer);
    timer = setTimeout(() => onState("lost"), PATIENCE);
    try {
      model.send({ type: "answer", ...open });
    } catch {
      clearTimeout(timer);
      onState("lost");
    }
  }

  function submit(value, { commit = false } = {}) {
    turn += 1;
    open = { value, commit, id: uid("answer"), source, turn };
    stash(key, { value, commit, rev: model.get("rev") });
    post();
  }

  function confirmed() {
    if (open !== null && model.get("status").id !== open.id) return;
    clearTimeout(timer);
    if (open !== null) stash(key, null);
    open = null;
    onState("done");
  }

  model.on("change:status", confirmed);
  const left = stashed(key);
  if (left !== null && left.rev === model.get("rev") && !model.get("locked")) {
    queueMicrotask(() => {
      onRestore(left.value);
      submit(left.value, { commit: left.commit });
    });
  } else if (left !== null) {
    stash(key, null);
  }
  return {
    submit,
    again: () => (open === null ? undefined : post()),
    waiting: () => open !== null,
    stop: () => {
      clearTimeout(timer);
      model.off("change:status", confirmed);
    },
  };
}
