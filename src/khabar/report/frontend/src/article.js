// The article with its evidence: the text is cut at every border of a span, each piece knows all spans over it.
import { bdi, h, joined, motion, turtle } from "./dom.js";
import { isRtl, t } from "./i18n.js";
import { concept, data, get, holders, iri, kindOf, label, listen, lit, localName, select } from "./model.js";
import { eventFacts, claimName } from "./board.js";
import { tollFigures } from "./tolls.js";

const KINDS = ["claim", "toll", "event", "actor", "place"];
const list = (value) => value ?? [];

/** The text as code points by position: the whole of it, or what the quotes give. */
function chunks(article) {
  if (article.text !== undefined) return [{ start: 0, points: Array.from(article.text) }];
  const spans = data.mentions.filter((mention) => mention.article === article.key).sort((a, b) => a.start - b.start || b.end - a.end);
  const found = [];
  for (const { start, end, exact } of spans) {
    const points = Array.from(exact);
    const last = found.at(-1);
    const lastEnd = last ? last.start + last.points.length : -1;
    if (last && start <= lastEnd) {
      if (end > lastEnd) last.points.push(...points.slice(lastEnd - start));
    } else found.push({ start, points });
  }
  return found;
}

function pieces(article) {
  const mentions = data.mentions.map((mention, number) => ({ ...mention, number })).filter((mention) => mention.article === article.key && holders[mention.number].length);
  const out = [];
  for (const { start, points } of chunks(article)) {
    const end = start + points.length;
    const inside = mentions.filter((mention) => mention.start < end && mention.end > start);
    const cuts = [...new Set([start, end, ...inside.flatMap((mention) => [Math.max(start, mention.start), Math.min(end, mention.end)])])].sort((a, b) => a - b);
    const chunk = [];
    for (let i = 0; i + 1 < cuts.length; i++) {
      const [from, to] = [cuts[i], cuts[i + 1]];
      const over = inside.filter((mention) => mention.start <= from && mention.end >= to).sort((a, b) => a.end - a.start - (b.end - b.start));
      chunk.push({ start: from, text: points.slice(from - start, to - start).join(""), mentions: over.map((mention) => mention.number) });
    }
    out.push(chunk);
  }
  return out;
}

const kindsOf = (mentions) => KINDS.filter((kind) => mentions.some((number) => holders[number].some(([other]) => other === kind)));

/** The article's text with marks; arrow keys walk from mark to mark, Enter opens one. */
export function articleView(article) {
  const marks = [];
  const spaces = [];
  const paragraphs = [];
  const whole = article.text !== undefined;
  const host = h("div", { class: `text${whole ? "" : " quotes"}`, lang: article.language ?? "ar", dir: "auto", role: "group", "aria-label": t("article"), "aria-describedby": "article-keys" });
  for (const chunk of pieces(article)) {
    // quotes run on in one paragraph, with a sign for what is left out between them
    let paragraph = whole ? null : paragraphs.at(-1);
    if (!paragraph) { paragraph = h("p", { dir: "auto" }); paragraphs.push(paragraph); }
    else paragraph.append(h("span", { class: "gap", "aria-hidden": "true" }, " ⋯ "));
    for (const piece of chunk) {
      // a line break ends the paragraph, also in the middle of a span
      const lines = piece.text.split("\n");
      let next = piece.start;
      lines.forEach((line, index) => {
        const start = next;
        next += Array.from(line).length + 1;
        if (index) { paragraph = h("p", { dir: "auto" }); paragraphs.push(paragraph); }
        if (!line) return;
        if (!piece.mentions.length) { paragraph.append(line); return; }
        const kinds = kindsOf(piece.mentions);
        const attributes = { class: `m ${kinds.map((kind) => `m-${kind}`).join(" ")}`, data: { start } };
        if (!line.trim()) { // the space between two spans: marked, but nothing to press
          const space = h("span", attributes, line);
          spaces.push({ mark: space, mentions: piece.mentions });
          paragraph.append(space);
          return;
        }
        const mark = h("span", {
          ...attributes, role: "button", tabindex: marks.length ? "-1" : "0", "aria-pressed": "false",
          "aria-description": kinds.map((kind) => t(`kind-${kind}`)).join(isRtl() ? "، " : ", "),
        }, line);
        marks.push({ mark, mentions: piece.mentions });
        paragraph.append(mark);
      });
    }
  }
  for (const paragraph of paragraphs) if (paragraph.childNodes.length) host.append(paragraph);
  const byElement = new Map(marks.map(({ mark }, index) => [mark, index]));
  const focus = (index) => {
    const target = marks[Math.max(0, Math.min(marks.length - 1, index))];
    if (!target) return;
    for (const { mark } of marks) mark.tabIndex = -1;
    target.mark.tabIndex = 0;
    target.mark.focus();
  };
  const open = (index) => {
    const { mentions, mark } = marks[index];
    for (const { mark: other } of marks) other.tabIndex = -1;
    mark.tabIndex = 0;
    select({ type: "span", mentions }, "text");
  };
  host.addEventListener("click", (event) => {
    const index = byElement.get(event.target.closest(".m"));
    if (index !== undefined && !String(window.getSelection())) open(index);
  });
  host.addEventListener("keydown", (event) => {
    const index = byElement.get(event.target);
    if (index === undefined) return;
    const rtl = getComputedStyle(event.target.parentElement).direction === "rtl";
    const step = { ArrowLeft: rtl ? 1 : -1, ArrowRight: rtl ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) focus(index + step);
    else if (event.key === "Home") focus(0);
    else if (event.key === "End") focus(marks.length - 1);
    else if (event.key === "Enter" || event.key === " ") open(index);
    else if (event.key === "Escape") select(null, "text");
    else return;
    event.preventDefault();
  });
  listen((selection, origin) => {
    const on = lit(selection);
    let first = null;
    for (const { mark, mentions } of [...marks, ...spaces]) {
      const hit = mentions.some((number) => on.has(number));
      mark.classList.toggle("lit", hit);
      if (mark.role === "button") mark.setAttribute("aria-pressed", String(hit));
      if (hit) first ??= mark;
    }
    host.classList.toggle("some-lit", on.size > 0);
    // in the next frame: the panel below, which fills now, takes its room first
    if (first && origin !== "text") requestAnimationFrame(() => {
      const box = host.closest(".text-scroll");
      const scrolls = box && box.scrollHeight > box.clientHeight + 4;
      if (scrolls) box.scrollTo({ top: box.scrollTop + first.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 4, behavior: motion() });
      if (!scrolls || window.innerWidth < 1000) first.scrollIntoView({ block: "center", behavior: motion() });
    });
  });
  return h("div", { class: "text-box" },
    h("ul", { class: "legend kinds" }, KINDS.map((kind) => h("li", {}, h("span", { class: `m m-${kind}` }, t(`kind-${kind}`))))),
    h("p", { class: "note", id: "article-keys" }, t(whole ? "full-text" : "quotes-only"), " ", t("keys")),
    h("div", { class: "text-scroll", tabindex: "0", role: "region", "aria-label": t("article") }, host));
}

// ------------------------------------------------------------------------------------------ inspector

function nodeTitle(kind, key) {
  const node = get(key);
  if (kind === "claim") return [bdi(claimName(key))];
  if (kind === "toll") return [concept(node.outcome), " ", h("bdi", { dir: "ltr" }, tollFigures(node)), node.words ? [" ", bdi(node.words, { class: "as-written" })] : null];
  if (kind === "event") return [list(node.types).map(concept).join(isRtl() ? "، " : ", ")];
  return [bdi(label(key))];
}

function card(kind, key) {
  const node = kind === "relation" ? data.relations[key] : get(key);
  if (!node) return null;
  if (kind === "relation")
    return h("li", { class: "card" }, h("h4", {}, bdi(label(node.subject)), ` ${concept(node.kind)} `, bdi(label(node.object))), rule(node));
  const text = data.turtle?.[key];
  return h("li", { class: `card card-${kind}` },
    h("h4", {}, h("span", { class: `m m-${kind} tag` }, t(`kind-${kind}`)), " ", nodeTitle(kind, key)),
    kind === "event" ? eventFacts(node) : null,
    node.kind ? h("p", { class: "line" }, concept(node.kind)) : null,
    node.names?.length ? h("p", { class: "line" }, `${t("names")}: `, joined(node.names.map((name) => bdi(name)), isRtl() ? "، " : ", ")) : null,
    rule(node),
    h("p", { class: "line iri" }, h(data.nodes ? "a" : "bdi", { dir: "ltr", href: data.nodes ? data.nodes + encodeURIComponent(iri(key)) : null }, iri(key))),
    text ? h("details", {}, h("summary", {}, t("triples")), turtle(text)) : null);
}

const rule = (node) => (node.rule ? h("p", { class: "line" }, `${t("rule")}: `, h("code", {}, h("bdi", { dir: "ltr" }, node.rule))) : null);

/** The panel that tells what a selection rests on. */
export function inspector() {
  const body = h("div", { class: "inspector-body" });
  const back = h("a", { class: "back", hidden: true }, t("back"));
  const floating = h("a", { class: "floating-back", hidden: true }, t("back"));
  const clear = h("button", { type: "button", class: "small", hidden: true, onclick: () => select(null, "inspector") }, t("clear"));
  const show = (selection) => {
    body.replaceChildren();
    clear.hidden = !selection;
    back.hidden = selection?.type !== "claim";
    floating.hidden = back.hidden;
    if (!selection) { body.append(h("p", { class: "note" }, t("inspector-empty"))); return; }
    let nodes = [];
    if (selection.type === "span") {
      const seen = new Set();
      nodes = selection.mentions.flatMap((number) => holders[number]).filter(([kind, key]) => !seen.has(`${kind} ${key}`) && seen.add(`${kind} ${key}`));
    } else if (selection.type === "claim") {
      const claim = data.claims[selection.key];
      nodes = [["claim", claim.key], ...list(claim.tolls).map((key) => ["toll", key]), ...list(claim.events).map((key) => ["event", key])];
      if (claim.claimant && data.actors[claim.claimant]) nodes.push(["actor", claim.claimant]);
      back.href = floating.href = `#claim-${selection.key}`;
    } else nodes = [[kindOf(selection.key), selection.key]];
    const words = selection.type === "span" ? data.mentions[selection.mentions[0]]?.exact : null;
    if (words) body.append(h("blockquote", { dir: "auto" }, words));
    body.append(h("ul", { class: "cards" }, nodes.map(([kind, key]) => card(kind, key))));
  };
  show(null);
  listen(show);
  return h("section", { class: "inspector", tabindex: "0", "aria-labelledby": "inspector-title" },
    h("header", {}, h("h3", { id: "inspector-title" }, t("inspector")), back, clear),
    h("div", { "aria-live": "polite" }, body), floating);
}

export { localName };
