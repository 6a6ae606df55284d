// Questions of the browser to the kernel: each gets its own reply, or a refusal after a while.

import { uid } from "./dom.js";

const REPLY_PATIENCE = 20_000;

/** Returns {ask, stop}; `ask(content)` gives a promise of the kernel's reply. */
export function makeAsker(model) {
  const open = new Map();
  const heard = (message) => {
    if (message?.type !== "task" || !open.has(message.request)) return;
    const { keep, timer } = open.get(message.request);
    clearTimeout(timer);
    open.delete(message.request);
    keep(message);
  };
  model.on("msg:custom", heard);
  const ask = (content) =>
    new Promise((keep, refuse) => {
      const request = uid("ask");
      const timer = setTimeout(() => {
        open.delete(request);
        refuse(new Error("no reply"));
      }, REPLY_PATIENCE);
      open.set(request, { keep, timer });
      model.send({ ...content, type: "task", request });
    });
  return {
    ask,
    stop: () => {
      model.off("msg:custom", heard);
      for (const { timer } of open.values()) clearTimeout(timer);
    },
  };
}
