// The way to the kernel: values change here at once, the kernel hears of them one message at a
// time, so a slow network never piles up the steps of a moving slider.

import { holdUnsent } from "./sender.js";

const EXAM_PAUSE = 60;
const EXAM_PATIENCE = 4000;

/** `set` changes traits, `act` presses a button of the kernel's side. */
export function examLink(model, changed) {
  const ranges = model.get("controls").map(({ name }) => name);
  const held = holdUnsent(model, [...ranges, "step", "narrow", "opened", "stages"]);
  let dirty = false;
  let waiting = null;
  let timer = null;

  function send() {
    timer = null;
    if (waiting !== null) return;
    dirty = false;
    // The kernel counts `answered` up; without an answer (kernel gone) the next change goes out anyway.
    waiting = setTimeout(answered, EXAM_PATIENCE);
    model.save_changes();
    held.sent();
  }

  function answered() {
    clearTimeout(waiting);
    waiting = null;
    if (dirty) send();
  }

  model.on("change:answered", answered);
  return {
    model,
    set(values) {
      // What does not change is not sent by the model, so no answer would come.
      const changes = Object.entries(values).filter(
        ([name, value]) => JSON.stringify(model.get(name)) !== JSON.stringify(value),
      );
      if (changes.length === 0) return;
      held.set(Object.fromEntries(changes));
      dirty = true;
      if (timer === null) timer = setTimeout(send, EXAM_PAUSE);
      changed();
    },
    act(content) {
      model.send(content);
    },
    stop() {
      model.off("change:answered", answered);
      clearTimeout(waiting);
      clearTimeout(timer);
      if (dirty) model.save_changes();
      held.stop();
    },
  };
}
