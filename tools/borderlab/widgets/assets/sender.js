// What is set in the browser and not yet sent. The kernel echoes each value that it hears; such an
// echo of an earlier value would undo what was set since, and the next choice would build on it.

import { debounce, listen } from "./dom.js";

/**
 * Sets traits here at once and holds them against echoes until `sent` is called.
 * Made before the widget listens itself, so that the widget never sees the earlier value.
 */
export function holdUnsent(model, names) {
  const unsent = new Map();
  const stop = listen(model, names, () => {
    for (const [name, value] of unsent) {
      if (model.get(name) !== value) model.set(name, value);
    }
  });
  return {
    set(values) {
      for (const [name, value] of Object.entries(values)) unsent.set(name, value);
      for (const [name, value] of Object.entries(values)) model.set(name, value);
    },
    // From here on the model itself passes over echoes that are older than what was sent.
    sent: () => unsent.clear(),
    stop,
  };
}

/** The kernel hears of a moving slider a few times a second: slow networks need no more. */
export function makeSender(model, names, delay) {
  const held = holdUnsent(model, names);
  const save = debounce(() => {
    model.save_changes();
    held.sent();
  }, delay);
  return {
    set(values) {
      held.set(values);
      save();
    },
    flush: save.flush,
    stop() {
      save.flush();
      held.stop();
    },
  };
}
