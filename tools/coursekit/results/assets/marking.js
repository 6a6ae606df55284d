// Written answers one below the other, with rubric, points and comment. Answers are shown as text:
// whatever a participant wrote never becomes HTML.

import { button, debounce, fill, h, listen, prepare, rich, uid } from "./dom.js";

const WAIT = 700; // ms after the last key
const PATIENCE = 15_000; // ms without a reply, after which a mark is called not saved

function readPoints(text) {
  const plain = String(text).trim().replace(",", ".");
  if (plain === "") return null;
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN;
}

function writePoints(points, signs) {
  return points === null || points === undefined ? "" : String(points).replace(".", signs.decimal);
}

class AnswerCard {
  constructor(desk, place) {
    this.desk = desk;
    this.place = place;
    const { strings, task } = desk;
    const answer = desk.answer(place);
    const id = uid("mark");
    this.points = h("input", { type: "text", inputmode: "decimal", id, class: "bl-mark-points" });
    this.comment = h("textarea", { rows: 2, id: `${id}-c`, maxlength: 4000 });
    this.said = h("span", { class: "bl-small", role: "status", "aria-live": "polite" });
    this.boxes = task.criteria.map((row) => h("input", { type: "checkbox", value: row.points }));
    const ticks = task.criteria.map((row, n) =>
      h("label", { class: "bl-mark-tick" }, this.boxes[n], h("span", {}, `${writePoints(row.points, task.signs)} · ${row.text}`)),
    );
    const above = place > 0 ? button(strings.as_above, () => this.copyAbove(), { kind: "quiet" }) : null;
    this.node = h(
      "section",
      { class: "bl-mark-card", "aria-labelledby": `${id}-h` },
      h(
        "div",
        { class: "bl-row bl-spread" },
        h("strong", { id: `${id}-h` }, answer.name),
        h("span", { class: "bl-muted bl-small" }, [answer.language.toUpperCase(), ...answer.notes].join(" · ")),
      ),
      h("p", { class: "bl-mark-text", lang: answer.language, dir: "auto" }, answer.text),
      h("div", { class: "bl-mark-ticks" }, ticks),
      h(
        "div",
        { class: "bl-row" },
        h("label", { for: id }, strings.points),
        this.points,
        h("span", { class: "bl-muted" }, task.of),
        above,
        button(strings.take_back, () => this.takeBack(), { kind: "quiet" }),
        this.said,
      ),
      h("label", { for: `${id}-c`, class: "bl-small" }, strings.comment),
      this.comment,
    );
    this.later = debounce(() => this.save(), WAIT);
    this.points.addEventListener("input", this.later);
    this.comment.addEventListener("input", this.later);
    for (const node of [this.points, this.comment]) node.addEventListener("change", () => this.later.flush());
    for (const box of this.boxes) box.addEventListener("change", () => this.addUp());
    this.show();
  }

  show() {
    const answer = this.desk.answer(this.place);
    if (this.later && this.later.waiting()) return; // somebody is typing here
    this.points.value = writePoints(answer.points, this.desk.task.signs);
    this.comment.value = answer.comment;
    this.node.classList.toggle("bl-mark-done", answer.state === "done");
  }

  addUp() {
    const sum = this.boxes.reduce((total, box) => total + (box.checked ? Number(box.value) : 0), 0);
    this.points.value = writePoints(sum, this.desk.task.signs);
    this.save();
  }

  copyAbove() {
    const above = this.desk.cards.slice(0, this.place).findLast((card) => !card.node.hidden);
    if (!above) return;
    this.points.value = above.points.value;
    this.comment.value = above.comment.value;
    this.boxes.forEach((box, n) => {
      box.checked = above.boxes[n].checked;
    });
    this.save();
    this.points.focus();
  }

  takeBack() {
    this.points.value = "";
    for (const box of this.boxes) box.checked = false;
    this.save(true);
  }

  save(back = false) {
    this.later.cancel();
    const points = readPoints(this.points.value);
    const { task, strings } = this.desk;
    if (Number.isNaN(points) || points > task.most) {
      this.tell(fill(strings.range, { most: writePoints(task.most, task.signs) }), true);
      return;
    }
    if (points === null && !back && this.comment.value.trim() === "") return;
    this.tell(strings.saving, false);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.tell(strings.not_saved, true), PATIENCE);
    this.desk.send({ type: "mark", answer: this.place, points, comment: this.comment.value });
  }

  tell(text, bad) {
    this.said.textContent = bad ? `⚠ ${text}` : text;
    this.said.classList.toggle("bl-mark-bad", bad);
  }
}

class MarkingDesk {
  constructor(model, el) {
    this.model = model;
    this.strings = model.get("strings");
    this.task = model.get("task");
    const { strings, task } = this;
    this.progress = h("span", { role: "status", "aria-live": "polite" });
    this.only = h("input", { type: "checkbox" });
    this.none = h("p", { class: "bl-note bl-note-good" }, strings.none_open);
    this.only.addEventListener("change", () => this.sift());
    const rubric = task.criteria.length
      ? h("ul", {}, task.criteria.map((row) => h("li", {}, `${writePoints(row.points, task.signs)} · ${row.text}`)))
      : h("p", { class: "bl-mark-text" }, task.rubric);
    this.cards = this.answers().map((_answer, place) => new AnswerCard(this, place));
    el.replaceChildren(
      h("div", { class: "bl-mark-head" }, rich(task.prompt), h("p", { class: "bl-small bl-muted" }, strings.rubric), rubric),
      h("div", { class: "bl-row bl-spread" }, this.progress, h("label", { class: "bl-row" }, this.only, strings.only_open)),
      this.none,
      ...this.cards.map((card) => card.node),
    );
    this.only.checked = this.answers().some((answer) => answer.state === "done");
    this.sift();
    this.count();
  }

  answers() {
    return this.model.get("answers");
  }

  answer(place) {
    return this.answers()[place];
  }

  send(content) {
    this.model.send(content);
  }

  heard(content) {
    const card = content.type === "marked" ? this.cards[content.answer] : null;
    if (!card) return;
    clearTimeout(card.waiting);
    card.tell(content.problem || `✓ ${this.strings.saved}`, Boolean(content.problem));
  }

  changed() {
    this.cards.forEach((card) => card.show());
    this.count();
  }

  // Cards that are marked stay in sight until the list is sifted again: nothing jumps away.
  sift() {
    const states = this.answers().map((answer) => answer.state);
    this.cards.forEach((card, place) => {
      card.node.hidden = this.only.checked && states[place] === "done";
    });
    this.none.hidden = states.some((state) => state !== "done");
  }

  count() {
    const states = this.answers().map((answer) => answer.state);
    const done = states.filter((state) => state === "done").length;
    this.progress.textContent = fill(this.strings.progress, { done, all: states.length });
    this.none.hidden = done < states.length;
  }
}

function render({ model, el }) {
  prepare(el, { language: model.get("language"), name: model.get("strings").title });
  el.classList.add("bl-mark");
  const desk = new MarkingDesk(model, el);
  const heard = (content) => desk.heard(content);
  model.on("msg:custom", heard);
  const stop = listen(model, ["answers"], () => desk.changed());
  return () => {
    model.off("msg:custom", heard);
    stop();
  };
}

export default { render };
