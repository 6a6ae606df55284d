// The way to the kernel: values change here at once, the kernel hears of them one message at a
// time, so a slow network never piles up the steps of a moving slider.

const EXAM_PAUSE = 60;
const EXAM_PATIENCE = 4000;

/** `set` changes traits, `act` presses a button of the kernel's side. */
export function examLink(model, changed) {
  let dirty = false;
  let waiting = null;
  let timer = null;

  function send() {
    timer = null;
    if (waiting !== null) return;
    dirty = false;
    // The answer is a new `shown`; without one (kernel gone) the next change goes out anyway.
    waiting = setTimeout(answered, EXAM_PATIENCE);
    model.save_changes();
  }

  function answered() {
    clearTimeout(waiting);
    waiting = null;
    if (dirty) send();
  }

  model.on("change:shown", answered);
  return {
    model,
    set(values) {
      for (const [name, value] of Object.entries(values)) model.set(name, value);
      dirty = true;
      if (timer === null) timer = setTimeout(send, EXAM_PAUSE);
      changed();
    },
    act(content) {
      model.send(content);
    },
    stop() {
      model.off("change:shown", answered);
      clearTimeout(waiting);
      if (timer !== null) {
        clearTimeout(timer);
        model.save_changes();
      }
    },
  };
}
