// The participant's code and the hand-in, with a confirmation when questions are open.

import { button, h, listen, uid } from "./dom.js";
import { giveFile } from "./download.js";

const PATIENCE = 12000; // ms without any sign from the kernel

function seatField(model, strings) {
  const input = h("input", {
    type: "text",
    id: uid("seat"),
    maxlength: 20,
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
  });
  const help = h("p", { class: "bl-muted bl-small", id: uid("seat-help") }, strings.seat_help);
  const said = h("p", { class: "bl-small", id: uid("seat-said"), role: "status", "aria-live": "polite" });
  input.setAttribute("aria-describedby", `${help.id} ${said.id}`);
  const form = h(
    "form",
    { class: "bl-home-seat" },
    h("label", { for: input.id }, strings.seat_label),
    h("div", { class: "bl-row" }, input, h("button", { type: "submit", class: "bl-button" }, strings.seat_save)),
    help,
    said,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    model.send({ type: "seat", code: input.value });
  });
  const show = () => {
    const { code, text, state } = model.get("seat");
    if (state !== "error") input.value = code;
    input.setAttribute("aria-invalid", String(state === "error"));
    said.textContent = text ? `${state === "error" ? "⚠" : "✓"} ${text}` : "";
    said.className = `bl-small ${state === "error" ? "bl-home-wrong" : ""}`;
    said.hidden = !text;
  };
  show();
  return { node: form, stop: listen(model, ["seat"], show) };
}

/** Let the extension save open notebooks first; without it nobody listens and nothing waits. */
async function saveNotebooks(node) {
  const wait = [];
  const detail = { wait };
  node.dispatchEvent(new CustomEvent("borderlab:save-notebooks", { bubbles: true, detail }));
  await Promise.allSettled(wait);
}

function resultBox(model, strings, send) {
  const said = h("span");
  const drawn = {
    confirm: () =>
      h(
        "div",
        { class: "bl-row" },
        button(strings.hand_in_anyway, () => send({ type: "hand_in", confirmed: true }), { kind: "main" }),
        button(strings.not_yet, () => send({ type: "not_yet" })),
      ),
    done: (result) => [
      h("p", {}, `${strings.where} `, h("code", {}, result.path)),
      h("p", {}, `${strings.your_code} `, h("strong", {}, result.seat)),
      h(
        "div",
        { class: "bl-row" },
        button(strings.download, () => send({ type: "download", name: result.name }), { kind: "main", icon: "↓" }),
        said,
      ),
    ],
  };
  const signs = { done: "✓", confirm: "?", empty: "○", error: "⚠" };
  const looks = { done: "good", confirm: "part", empty: "part", error: "bad" };
  const draw = (result) => [
    h("p", {}, h("span", { "aria-hidden": "true" }, `${signs[result.state] ?? ""} `), h("strong", {}, result.text)),
    (result.lines ?? []).length ? h("ul", {}, result.lines.map((line) => h("li", {}, line))) : null,
    drawn[result.state]?.(result) ?? null,
  ];
  return { draw, looks, given: () => said.replaceChildren(strings.downloaded) };
}

/** The whole lower part of the home page. */
export function handInPart(model, strings) {
  const seat = seatField(model, strings);
  const region = h("div", { role: "status", "aria-live": "polite", class: "bl-home-result", tabindex: -1 });
  let timer = null;
  const waiting = (text) => {
    clearTimeout(timer);
    const note = (words, look) => region.replaceChildren(h("p", { class: `bl-note ${look}` }, words));
    if (text) note(text, "");
    timer = setTimeout(() => note(`⚠ ${strings.silent}`, "bl-note-bad"), PATIENCE);
  };
  const send = async (message) => {
    if (message.type === "hand_in") {
      waiting(strings.working);
      await saveNotebooks(region);
    }
    model.send(message);
  };
  const box = resultBox(model, strings, send);
  const go = button(strings.hand_in, () => send({ type: "hand_in", confirmed: false }), { kind: "main" });
  const show = (focus) => {
    const result = model.get("result");
    clearTimeout(timer);
    if (!result?.state) {
      if (focus && region.contains(document.activeElement)) go.focus();
      region.replaceChildren();
      return;
    }
    const look = `bl-note bl-note-${box.looks[result.state] ?? "plain"}`;
    region.replaceChildren(h("div", { class: look }, box.draw(result)));
    if (focus && result.state === "confirm") region.focus();
  };
  const heard = (message, buffers) => {
    if (message?.type !== "file" || !buffers?.length) return;
    giveFile(message.name, "application/zip", [buffers[0]]);
    box.given();
  };
  model.on("msg:custom", heard);
  show(false);
  const stop = listen(model, ["result"], () => show(true));
  const node = h(
    "section",
    { class: "bl-home-handin" },
    h("h2", { class: "bl-home-title" }, strings.hand_in_title),
    h("p", {}, strings.hand_in_words),
    seat.node,
    model.get("has_code") ? h("p", { class: "bl-muted bl-small" }, strings.save_first) : null,
    h("div", { class: "bl-row" }, go),
    region,
  );
  return {
    node,
    stop: () => {
      clearTimeout(timer);
      seat.stop();
      stop();
      model.off("msg:custom", heard);
    },
  };
}
