// Who acts on whom, and who leads, backs, holds or speaks for whom.
import { forceCenter, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
import { bdi, h, s } from "./dom.js";
import { isRtl, t } from "./i18n.js";
import { concept, data, eventName, foreseen, label, listen, select } from "./model.js";

const list = (value) => value ?? [];
const LIMIT = 60;

function linksOf(events, relations) {
  const found = new Map();
  const add = (source, target, kind, text) => {
    const id = `${source} ${target} ${kind}`;
    const link = found.get(id) ?? { source, target, kind, texts: new Map() };
    link.texts.set(text, (link.texts.get(text) ?? 0) + 1);
    found.set(id, link);
  };
  for (const event of events)
    for (const agent of list(event.agents)) for (const target of list(event.targets)) if (agent !== target) add(agent, target, foreseen(event.key) ? "foreseen" : "acts", eventName(event));
  for (const relation of relations) add(relation.subject, relation.object, "relation", concept(relation.kind));
  return [...found.values()];
}

export function networkView(events, relations, actors) {
  const links = linksOf(events, relations);
  if (!links.length) return h("p", { class: "none" }, t("network-none"));
  const weight = new Map();
  for (const { source, target, texts } of links) for (const key of [source, target]) weight.set(key, (weight.get(key) ?? 0) + texts.size);
  const keys = [...weight.keys()].sort((a, b) => weight.get(b) - weight.get(a) || (a < b ? -1 : 1)).slice(0, LIMIT);
  const kept = new Set(keys);
  const drawn = links.filter(({ source, target }) => kept.has(source) && kept.has(target));
  const svg = s("svg", { class: "network", role: "group", "aria-label": t("network-label"), direction: "ltr" });
  let width = 0;
  let selected = null;
  let nodes = [];

  const wrap = (text) => {
    const lines = [""];
    for (const word of text.split(/\s+/)) {
      if (lines.at(-1) && lines.at(-1).length + word.length > (width < 560 ? 11 : 16)) lines.push("");
      lines[lines.length - 1] = `${lines.at(-1)} ${word}`.trim();
    }
    return lines.slice(0, 3);
  };

  const named = (node) => { // where its name stands
    const lines = wrap(label(node.key));
    const w = Math.max(...lines.map((line) => line.length)) * 7.4;
    return { x: node.x - w / 2, y: node.y + node.r + 3, w, h: lines.length * 15 };
  };

  /** Push nodes apart until no name covers another node or its name, and all stay inside. */
  function separate(w, height) {
    const space = 6;
    for (let round = 0; round < 120; round++) {
      let moved = false;
      for (const node of nodes) {
        const half = Math.max(node.r, named(node).w / 2) + 4;
        node.x = Math.max(half, Math.min(w - half, node.x));
        node.y = Math.max(node.r + 8, Math.min(height - node.r - named(node).h - 8, node.y));
      }
      for (let i = 0; i < nodes.length; i++) for (let j = 0; j < i; j++) {
        const [a, b] = [nodes[i], nodes[j]].sort((m, n) => m.y - n.y || m.x - n.x);
        const [an, bn] = [named(a), named(b)];
        const x = Math.max(a.r, an.w / 2) + Math.max(b.r, bn.w / 2) + space - Math.abs(a.x - b.x);
        const y = a.r + 3 + an.h + b.r + space - (b.y - a.y);
        if (x <= 0 || y <= 0) continue;
        moved = true;
        if (x < y) { const side = a.x < b.x ? -1 : 1; a.x += (side * x) / 2; b.x -= (side * x) / 2; } else { a.y -= y / 2; b.y += y / 2; }
      }
      if (!moved) return;
    }
  }

  function draw() {
    const w = svg.clientWidth || 640;
    const height = svg.clientHeight || 440;
    if (w !== width) {
      width = w;
      const spread = Math.min(w, 900) / Math.max(3, Math.sqrt(keys.length) * 1.6);
      nodes = keys.map((key, index) => ({ key, r: 9 + Math.min(9, 2 * weight.get(key)), x: w / 2 + Math.cos(index * 2.4) * spread, y: height / 2 + Math.sin(index * 2.4) * spread * 0.7 }));
      const edges = drawn.map(({ source, target }) => ({ source, target }));
      const simulation = forceSimulation(nodes)
        .force("link", forceLink(edges).id((node) => node.key).distance(Math.max(90, spread * 1.1)).strength(0.5))
        .force("charge", forceManyBody().strength(-520)).force("collide", forceCollide(w < 560 ? 46 : 52))
        .force("center", forceCenter(w / 2, height / 2)).force("x", forceX(w / 2).strength(0.05)).force("y", forceY(height / 2).strength(0.12)).stop();
      for (let i = 0; i < 300; i++) simulation.tick();
      const margin = Math.min(70, w / 6);
      const [x0, x1] = [Math.min(...nodes.map((n) => n.x)), Math.max(...nodes.map((n) => n.x))];
      const [y0, y1] = [Math.min(...nodes.map((n) => n.y)), Math.max(...nodes.map((n) => n.y))];
      const fit = (value, from, to, low, high) => (to - from < 1 ? (low + high) / 2 : low + ((value - from) / (to - from)) * (high - low));
      const wide = Math.min(w - 2 * margin, Math.max(x1 - x0, 1) * 1.9);
      for (const node of nodes) {
        node.x = fit(node.x, x0, x1, (w - wide) / 2, (w + wide) / 2);
        node.y = fit(node.y, y0, y1, 44, height - 60);
        if (isRtl()) node.x = w - node.x; // the layout is mirrored with the page
      }
      separate(w, height);
    }
    const at = new Map(nodes.map((node) => [node.key, node]));
    const pairs = new Map();
    const crowded = new Map(); // how many arrows join each pair
    for (const link of drawn) { const pair = [link.source, link.target].sort().join(" "); crowded.set(pair, (crowded.get(pair) ?? 0) + 1); }
    // labels keep clear of each other and of the names below the nodes
    const taken = nodes.flatMap((node) => [{ x: node.x - node.r, y: node.y - node.r, w: 2 * node.r, h: 2 * node.r }, named(node)]);
    const free = (box) => taken.every((other) => box.x + box.w < other.x || other.x + other.w < box.x || box.y + box.h < other.y || other.y + other.h < box.y);
    const near = (link) => !selected || link.source === selected || link.target === selected;
    const curves = drawn.map((link) => {
      const pair = [link.source, link.target].sort().join(" ");
      const turn = pairs.get(pair) ?? 0;
      pairs.set(pair, turn + 1);
      const [a, b] = [at.get(link.source), at.get(link.target)];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const length = Math.hypot(dx, dy) || 1;
      const flip = link.source < link.target ? 1 : -1;
      const bend = crowded.get(pair) > 1 ? (turn % 2 ? -1 : 1) * (46 + 40 * Math.floor(turn / 2)) * flip : 22 * flip;
      const [mx, my] = [(a.x + b.x) / 2 - (dy / length) * bend, (a.y + b.y) / 2 + (dx / length) * bend];
      const trim = (from, r) => { const d = Math.hypot(mx - from.x, my - from.y) || 1; return [from.x + ((mx - from.x) / d) * r, from.y + ((my - from.y) / d) * r]; };
      const [sx, sy] = trim(a, a.r + 2), [ex, ey] = trim(b, b.r + 5);
      const names = [...link.texts].map(([name, n]) => (n > 1 ? `${name} ×${n}` : name));
      const lines = names.length > 3 ? [...names.slice(0, 2), `+${names.length - 2}`] : names;
      const along = (at_) => [(1 - at_) ** 2 * a.x + 2 * at_ * (1 - at_) * mx + at_ ** 2 * b.x, (1 - at_) ** 2 * a.y + 2 * at_ * (1 - at_) * my + at_ ** 2 * b.y];
      const size = { w: Math.max(...lines.map((line) => Math.min(line.length, 40))) * 6.2 + 6, h: lines.length * 14 + 2 };
      const boxAt = ([cx, cy]) => ({ x: cx - size.w / 2, y: cy - size.h / 2, ...size });
      const inside = (box) => box.x > 2 && box.x + box.w < w - 2;
      const spots = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73].map(along);
      const spot = spots.find((point) => free(boxAt(point)) && inside(boxAt(point)));
      const chosen = spot ?? (selected && near(link) ? spots[0] : null); // no room: the list below has it
      if (chosen) taken.push(boxAt(chosen));
      const [tx, ty] = chosen ? [Math.max(size.w / 2, Math.min(w - size.w / 2, chosen[0])), chosen[1] - (lines.length - 1) * 7] : [];
      return { line: s("path", { class: `link link-${link.kind}${near(link) ? "" : " dim"}`, d: `M${sx},${sy}Q${mx},${my} ${ex},${ey}`, "marker-end": `url(#arrow-${link.kind === "relation" ? "dashed" : "solid"})` }),
        text: chosen && s("text", { class: `link-text${near(link) ? "" : " dim"}`, "text-anchor": "middle", direction: isRtl() ? "rtl" : "ltr" }, lines.map((line, index) => s("tspan", { x: tx.toFixed(1), y: (ty + 4 + index * 14).toFixed(1) }, line.length > 40 ? `${line.slice(0, 38)}…` : line))) };
    });
    svg.replaceChildren(
      s("g", { "aria-hidden": "true" }, curves.map((curve) => curve.line)),
      s("g", {}, nodes.map((node) => {
        const text = label(node.key);
        const kind = data.actors[node.key]?.kind ?? (data.places[node.key] ? "Place" : "");
        return s("g", { class: `actor kind-${kind}${node.key === selected ? " on" : ""}`, transform: `translate(${node.x.toFixed(1)},${node.y.toFixed(1)})`, role: "button", tabindex: "0", "aria-pressed": String(node.key === selected), "aria-label": `${text}, ${kind ? concept(kind) : ""}`,
          onclick: () => select({ type: "node", key: node.key }, "network"), onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); select({ type: "node", key: node.key }, "network"); } } },
        s("title", {}, text), s("circle", { r: node.r }),
        wrap(text).map((line, index) => s("text", { y: node.r + 15 + index * 15, "text-anchor": "middle", direction: /[\u0590-\u08ff]/.test(line) ? "rtl" : "ltr" }, line)));
      })),
      s("g", { "aria-hidden": "true" }, curves.map((curve) => curve.text)));
  }
  new ResizeObserver(draw).observe(svg);
  listen((selection) => {
    const next = selection?.type === "node" && kept.has(selection.key) ? selection.key : null;
    if (next !== selected) { selected = next; if (width) draw(); }
  });
  const rows = links.map((link) => h("tr", {}, h("td", {}, bdi(label(link.source))), h("td", {}, [...link.texts.keys()].join(isRtl() ? "، " : ", "), link.kind === "foreseen" ? ` (${t("planned")})` : null), h("td", {}, bdi(label(link.target)))));
  return h("div", {}, h("p", { class: "note" }, t("network-note")), h("div", { class: "network-box" }, svg),
    h("details", { class: "as-table", open: window.innerWidth < 640 }, h("summary", {}, t("network-list")), h("div", { class: "table-scroll" }, h("table", {}, h("thead", {}, h("tr", {}, ["col-who", "col-does", "col-whom"].map((name) => h("th", { scope: "col" }, t(name))))), h("tbody", {}, rows)))));
}
