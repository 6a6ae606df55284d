/* The slim bar above a notebook: home, sequence, progress, state, and the code switch. */

const element = (tag, className, attributes = {}) => {
  const node = document.createElement(tag);
  node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
};

const button = (className, label, text, onClick) => {
  const node = element("button", `blf-button ${className}`, { type: "button" });
  node.textContent = text;
  if (label !== text) {
    node.setAttribute("aria-label", label);
    node.title = label;
  }
  node.addEventListener("click", onClick);
  return node;
};

/** Builds the bar; `on` holds the handlers home, previous, next, code and again. */
export class Header {
  constructor(text, on) {
    this.text = text;
    this.node = element("div", "blf", { "data-lm-suppress-shortcuts": "true" });
    this.#build(on);
  }

  #build(on) {
    const { text } = this;
    this.home = button("blf-home", text.home, text.home, on.home);
    this.home.hidden = true;
    this.previous = button("blf-step", text.previous, "‹", on.previous);
    this.next = button("blf-step", text.next, "›", on.next);
    this.place = element("span", "blf-place");
    this.sequence = element("nav", "blf-sequence", { "aria-label": text.frame });
    this.sequence.append(this.previous, this.place, this.next);
    this.sequence.hidden = true;
    this.meter = element("span", "blf-progress");
    this.bar = element("progress", "blf-bar", { max: 1, value: 0, "aria-hidden": "true" });
    this.count = element("span", "blf-count");
    this.meter.append(this.bar, this.count);
    this.meter.hidden = true;
    this.state = element("span", "blf-state", { role: "status", "aria-live": "polite" });
    this.again = button("blf-again", text.again, text.again, on.again);
    this.again.hidden = true;
    this.code = button("blf-code", text.showCode, text.showCode, on.code);
    this.node.append(this.home, this.sequence, this.meter, this.state, this.again, this.code);
  }

  showHome() {
    this.home.hidden = false;
  }

  /** Section `index` (from 0) of `total` is in view. */
  showPlace(index, total, title) {
    this.sequence.hidden = total < 2;
    this.place.replaceChildren();
    const count = element("span", "blf-number");
    count.textContent = this.text.fill("section", { n: index + 1, m: total });
    const name = element("span", "blf-title");
    name.textContent = title;
    this.place.append(count, name);
    this.previous.disabled = index <= 0;
    this.next.disabled = index >= total - 1;
  }

  showProgress(answered, total) {
    this.meter.hidden = false;
    this.bar.max = total;
    this.bar.value = answered;
    this.count.textContent = this.text.fill("answered", { n: answered, m: total });
  }

  showState(state) {
    this.node.dataset.state = state;
    this.state.textContent = this.text[state] ?? "";
    this.again.hidden = !["stopped", "repeated", "noKernel"].includes(state);
  }

  showCode(visible) {
    this.code.textContent = visible ? this.text.hideCode : this.text.showCode;
    this.code.setAttribute("aria-pressed", String(visible));
  }
}
