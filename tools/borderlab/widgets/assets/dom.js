// Small helpers that every widget of the kit uses. No text of a participant or an author ever
// becomes HTML: nodes are built one by one, and rich text arrives as a tree (see richtext.py).

const SVG_NS = "http://www.w3.org/2000/svg";

function setProps(node, props) {
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") node[name] = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  return node;
}

/** Build an HTML element: h("p", {class: "bl-note"}, "text", otherNode). */
export function h(tag, props, ...children) {
  const node = setProps(document.createElement(tag), props);
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined));
  return node;
}

/** Build an SVG element. */
export function svg(tag, props, ...children) {
  const node = setProps(document.createElementNS(SVG_NS, tag), props);
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined));
  return node;
}

const RICH_TAGS = new Set(
  "p strong em code ul ol li a br span table thead tbody tr th td".split(" "),
);

/** Nodes of a rich text tree: a string, or [tag, attributes, ...children]; only known tags. */
export function rich(tree) {
  if (tree === null || tree === undefined) return [];
  if (typeof tree === "string") return [document.createTextNode(tree)];
  if (!Array.isArray(tree)) return [];
  const [tag, attributes, ...children] = tree;
  const nodes = children.flatMap(rich);
  if (!RICH_TAGS.has(tag)) return nodes;
  const safe = tag === "a" ? link(attributes) : tag === "th" ? { scope: "col" } : {};
  if (tag !== "table") return [h(tag, safe, ...nodes)];
  // A wide table scrolls inside its own frame, so that the page keeps its width on a phone.
  return [h("div", { class: "bl-scroll", tabindex: "0" }, h("table", { class: "bl-table" }, ...nodes))];
}

function link(attributes) {
  const href = String(attributes?.href ?? "");
  if (href.startsWith("#")) return { href };
  if (!/^https:\/\//.test(href)) return {};
  return { href, target: "_blank", rel: "noopener noreferrer" };
}

/** Fill "{name}" places of a sentence. */
export function fill(template, values) {
  return String(template ?? "").replace(/\{(\w+)\}/g, (whole, name) => values?.[name] ?? whole);
}

/** What a click at this place would press: the name of its button, field or heading. */
function pressed(target) {
  const control = target.closest?.("button, label, summary, a");
  const name = control?.getAttribute("aria-label") ?? control?.textContent ?? "";
  return name.replace(/[\d\s]+/g, " ");
}

/**
 * Many people double-click whatever they mean to press. Where the first click puts another button
 * under the pointer ("Sort again" for "Inspect"), the second must not press that one too. Numbers in
 * a name do not count: "Show 12 more" may be pressed as fast as one likes.
 */
function forgiveDoubleClicks(el) {
  let first = "";
  let stray = false;
  const down = (event) => {
    const name = pressed(event.target);
    if (event.detail <= 1) first = name;
    stray = event.detail > 1 && name !== first;
  };
  const click = (event) => {
    if (!stray || event.detail <= 1) return;
    event.preventDefault();
    event.stopPropagation();
  };
  el.addEventListener("mousedown", down, true);
  el.addEventListener("click", click, true);
}

let counter = 0;

/** An id that is unique on the page, also across widgets that were loaded separately. */
export function uid(prefix) {
  counter += 1;
  return `bl-${prefix}-${counter}-${Math.random().toString(36).slice(2, 8)}`;
}

/**
 * Prepare the element of a widget: class, language, double clicks, and key events that stay inside,
 * so that "a" or "d d" typed into a widget never inserts or deletes a notebook cell.
 */
export function prepare(el, { language, name } = {}) {
  el.classList.add("bl");
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  if (language) el.setAttribute("lang", language);
  if (name) {
    el.setAttribute("role", "group");
    el.setAttribute("aria-label", name);
  }
  for (const type of ["keydown", "keypress", "keyup"]) {
    el.addEventListener(type, (event) => event.stopPropagation());
  }
  forgiveDoubleClicks(el);
  return el;
}

/** A button with a text and, if wanted, a small picture before it. */
export function button(text, onclick, { kind = "plain", icon = null, ...props } = {}) {
  return h(
    "button",
    { type: "button", class: `bl-button bl-button-${kind}`, onclick, ...props },
    icon ? h("span", { class: "bl-icon", "aria-hidden": "true" }, icon) : null,
    text,
  );
}

/** Call `action` once, `delay` ms after the last call; `flush` calls it now if it is due. */
export function debounce(action, delay) {
  let timer = null;
  const run = () => {
    clearTimeout(timer);
    timer = null;
    action();
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(run, delay);
  };
  later.flush = () => {
    if (timer !== null) run();
  };
  later.cancel = () => {
    clearTimeout(timer);
    timer = null;
  };
  later.waiting = () => timer !== null;
  return later;
}

/** Listen to traits of a model; returns a function that stops listening. */
export function listen(model, names, action) {
  for (const name of names) model.on(`change:${name}`, action);
  return () => names.forEach((name) => model.off(`change:${name}`, action));
}
