// Elements without markup: every text goes in as a text node, so nothing of a graph is ever parsed as HTML.
const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "style") for (const [key, item] of Object.entries(value)) element.style.setProperty(key, item);
    else if (name === "data") Object.assign(element.dataset, value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** An HTML element; `style` is an object, `data` a dataset, `on…` a listener; empty children are left out. */
export const h = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);

/** An SVG element. */
export const s = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

/** A run of text whose direction is its own: isolated from what stands around it. */
export const bdi = (text, attributes) => h("bdi", { dir: "auto", ...attributes }, text);

/** A number or formula, always left to right. */
export const ltr = (text, attributes) => h("bdi", { dir: "ltr", ...attributes }, text);

/** Put a separator between the items of a list. */
export function joined(items, separator) {
  return items.flatMap((item, index) => (index ? [separator, item] : [item]));
}

/** Turtle with its literals isolated, so that Arabic in them does not reorder the line. */
export function turtle(text) {
  const parts = text.split(/("(?:[^"\\\n]|\\.)*")/);
  return h("pre", { class: "turtle", dir: "ltr", tabindex: "0" }, parts.map((part, i) => (i % 2 ? bdi(part) : part)));
}

/** How to scroll: at once for readers who asked for less motion. */
export const motion = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");
