// A counter with a queue of permits. The kernel keeps the shift; the browser counts the seconds of
// reading, if the clock runs, and sends them along with the next action.

import { button, fill, h, listen, prepare } from "./dom.js";
import { makeSheet } from "./desk_sheet.js";
import { queueEnd, queueRow } from "./casework_queue_parts.js";

function officeTime(minutes, strings) {
  const whole = Math.round(minutes);
  const m = whole % 60;
  return whole < 60
    ? fill(strings.minutes, { m: whole })
    : fill(strings.hours, { h: Math.floor(whole / 60), m: String(m).padStart(2, "0") });
}

/** Seconds of reading: runs, pauses, or is off; stops by itself while the page is hidden. */
function readingClock(onTick) {
  let mode = "off";
  let seconds = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    if (mode === "on" && !document.hidden) seconds += Math.min(5, (now - last) / 1000);
    last = now;
    if (mode === "on") onTick();
  }, 1000);
  return {
    mode: () => mode,
    seconds: () => seconds,
    set(next) {
      mode = next;
      last = performance.now();
      onTick();
    },
    take() {
      const read = seconds;
      seconds = 0;
      return read;
    },
    stop: () => clearInterval(timer),
  };
}

function render({ model, el }) {
  const strings = model.get("strings");
  prepare(el, { language: model.get("language"), name: strings.title });
  el.classList.add("bl-queue");
  let timer = null;
  let drawn = "";

  const clock = readingClock(showClock);
  const send = (message) => {
    clearTimeout(timer);
    timer = setTimeout(() => tell(strings.no_kernel), 8000);
    model.send({ ...message, read: clock.take() });
  };
  const problem = h("p", { class: "bl-note bl-note-bad", role: "alert", hidden: true });
  const tell = (text) => {
    problem.textContent = text;
    problem.hidden = !text;
  };

  const begin = (mode) => {
    clock.set(mode);
    send({ type: "wait" });
  };
  const startButton = button(strings.start, () => begin("off"), { kind: "main" });
  const ready = h(
    "div",
    {},
    h("p", {}, strings.how),
    h("p", { class: "bl-muted" }, strings.costs),
    h("p", { class: "bl-muted" }, strings.clock_how),
    h("div", { class: "bl-row" }, startButton, button(strings.start_clock, () => begin("on"))),
  );

  const time = h("strong");
  const bar = h("progress", { max: 1, value: 0, "aria-hidden": "true" });
  const tally = h("span", { class: "bl-muted", role: "status", "aria-live": "polite" });
  const pause = button("", () => clock.set(clock.mode() === "on" ? "paused" : "on"));
  const off = button(strings.clock_off, () => clock.set("off"), { kind: "quiet" });
  const close = button(strings.close, () => send({ type: "close" }));
  const top = h(
    "div",
    { class: "bl-queue-top" },
    h("div", { class: "bl-row bl-spread" }, time, tally),
    bar,
    h("div", { class: "bl-row" }, pause, off, close),
  );

  const rows = h("ul", { class: "bl-queue-rows" });
  const wait = button(strings.wait, () => send({ type: "wait" }), { kind: "main" });
  const empty = h("p", { class: "bl-muted" }, strings.empty);
  const left = h("section", { "aria-label": strings.queue }, h("h4", {}, strings.queue), empty, rows, wait);

  const sheet = makeSheet({ strings, onPick: (key) => read(key) });
  const boxTitle = h("p", { class: "bl-desk-box-title" });
  const boxText = h("p", { class: "bl-desk-box-text" });
  const boxSeen = h("p", { class: "bl-desk-box-seen" });
  const reading = h(
    "div",
    { class: "bl-desk-reading", role: "region", "aria-label": strings.reading, "aria-live": "polite" },
    boxTitle,
    boxText,
    boxSeen,
  );
  const deskTitle = h("h4", { tabindex: "-1" });
  const today = h("p", { class: "bl-muted" });
  const look = button(strings.look, () => send({ type: "look" }), { icon: "🔍" });
  const found = h("div", { class: "bl-note", "aria-live": "polite", tabindex: "-1", hidden: true });
  const actions = strings.actions.map(([action, text]) =>
    button(text, () => send({ type: "decide", action })),
  );
  const decide = h(
    "div",
    { class: "bl-queue-decide", role: "group", "aria-label": strings.decide },
    h("strong", {}, strings.decide),
    h("div", { class: "bl-row" }, actions),
  );
  const choose = h("p", { class: "bl-muted" }, strings.choose);
  const permit = h("div", {}, today, sheet.node, reading, h("p", { class: "bl-row" }, look), found, decide);
  const desk = h("section", { class: "bl-desk-side", "aria-label": strings.desk }, deskTitle, choose, permit);
  const work = h("div", { class: "bl-queue-grid" }, left, desk);
  const end = h("div", { class: "bl-queue-end" });
  el.replaceChildren(h("p", { class: "bl-title" }, strings.title), problem, ready, top, work, end);

  function showClock() {
    const state = model.get("state");
    const mode = clock.mode();
    const now = Math.min(state.length, state.now + clock.seconds() * state.rate);
    const said = fill(strings.office, {
      now: officeTime(now, strings),
      length: officeTime(state.length, strings),
    });
    const note = { on: "", paused: ` (${strings.paused})`, off: ` (${strings.off})` }[mode];
    time.textContent = said + note;
    bar.value = now / state.length;
    pause.textContent = mode === "on" ? strings.pause : strings.go_on;
    if (mode === "off" && document.activeElement === off) pause.focus();
    off.hidden = mode === "off";
    if (mode === "on" && state.phase === "open" && now >= state.length && clock.seconds() > 0) {
      send({ type: "time" });
    }
  }

  /** What stands in a box, in plain text: on a phone the sheet alone cannot be read. */
  function read(key) {
    const box = (model.get("sheet").boxes ?? []).find((one) => one.key === key);
    boxTitle.textContent = box ? box.name : strings.choose_box;
    boxText.textContent = box ? box.text || (key === "page" ? "" : strings.empty_box) : "";
    boxSeen.textContent = box?.seen ?? "";
  }

  function showDesk(current) {
    const has = Boolean(current.name);
    choose.hidden = has;
    permit.hidden = !has;
    deskTitle.textContent = has
      ? (model.get("sheet").title ?? strings.desk)
      : strings.desk;
    if (!has) return;
    today.textContent = fill(strings.today, { day: current.today });
    const pressed = document.activeElement === look;
    look.hidden = current.looked;
    found.hidden = !current.looked;
    if (pressed && look.hidden) found.focus({ preventScroll: true });
    found.replaceChildren(
      h("strong", {}, current.found.length ? strings.found : strings.nothing),
      current.found.length
        ? h(
            "ul",
            {},
            current.found.map((one) =>
              h("li", {}, one.text, one.but ? h("div", { class: "bl-muted" }, one.but) : null),
            ),
          )
        : "",
    );
    sheet.mark(Object.fromEntries(current.boxes.map((box) => [box, "mark"])));
  }

  async function showSheet() {
    const now = model.get("sheet");
    if (!now.name || drawn === now.name) return;
    drawn = now.name;
    sheet.busy(strings.drawing);
    read(null);
    await sheet.show(now);
    showDesk(model.get("state").current);
    deskTitle.focus({ preventScroll: false });
  }

  function show() {
    clearTimeout(timer);
    const state = model.get("state");
    const open = state.phase === "open";
    ready.hidden = state.phase !== "ready";
    top.hidden = !open;
    work.hidden = !open;
    end.hidden = state.phase !== "done";
    if (state.phase === "ready") drawn = "";
    tally.textContent = fill(strings.left, {
      decided: state.decided,
      waiting: state.queue.length,
      coming: state.coming,
    });
    const before = document.activeElement;
    const inRows = rows.contains(before);
    rows.replaceChildren(
      ...state.queue.map((row) =>
        queueRow(row, state.current.name === row.name, strings, () =>
          send({ type: "open", name: row.name }),
        ),
      ),
    );
    empty.hidden = state.queue.length > 0;
    wait.hidden = state.queue.length > 0 || state.coming === 0;
    showDesk(state.current);
    showClock();
    if (open && !state.current.name && !inRows) {
      const next = rows.querySelector("button") ?? (wait.hidden ? null : wait);
      next?.focus({ preventScroll: true });
      next?.scrollIntoView({ block: "nearest" });
    }
    if (state.phase === "done") {
      clock.set("off");
      end.replaceChildren(...queueEnd(state.result, strings, () => send({ type: "restart" })));
      end.querySelector("h4")?.focus();
    }
  }

  show();
  showSheet();
  const stops = [
    listen(model, ["state"], show),
    listen(model, ["sheet"], showSheet),
    listen(model, ["problem"], () => {
      clearTimeout(timer);
      tell(model.get("problem"));
    }),
    clock.stop,
  ];
  return () => {
    clearTimeout(timer);
    stops.forEach((stop) => stop());
  };
}

export default { render };
