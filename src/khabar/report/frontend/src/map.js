// Places on outlines that are part of the page: no tiles, no network.
import { geoContains, geoDistance, geoMercator, geoPath } from "d3-geo";
import { select as d3select } from "d3-selection";
import { zoom, zoomIdentity } from "d3-zoom";
import { feature } from "topojson-client";
import { bdi, h, joined, s } from "./dom.js";
import { isRtl, number, pick, t } from "./i18n.js";
import { above, concept, data, label, listen, outlines, select } from "./model.js";

const list = (value) => value ?? [];
const EARTH_KM = 6371;
let shapes;
const features = () => (shapes ??= [...feature(outlines.far, outlines.far.objects.countries).features, ...feature(outlines.near, outlines.near.objects.countries).features]);

/** How many happenings lie in each place (itself, not what it holds). */
function counts(events) {
  const found = new Map();
  for (const event of events) for (const key of [...list(event.places), ...list(event.targets)]) if (data.places[key]) found.set(key, (found.get(key) ?? 0) + 1);
  return found;
}

function tree(keys, count) {
  const wanted = new Set(keys.flatMap((key) => [key, ...above(key)]));
  const children = new Map();
  const roots = [];
  for (const key of wanted) {
    const parent = list(data.places[key]?.within).find((other) => wanted.has(other) && other !== key);
    // the nearest parent only: a place within a district within a province stands once
    const parents = list(data.places[key]?.within).filter((other) => wanted.has(other));
    const nearest = parents.find((other) => parents.every((far) => far === other || above(other).includes(far))) ?? parent;
    if (nearest && !above(nearest).includes(key)) children.set(nearest, [...(children.get(nearest) ?? []), key]);
    else roots.push(key);
  }
  const branch = (items) => h("ul", {}, items.sort((a, b) => label(a).localeCompare(label(b))).map((key) => {
    const place = data.places[key];
    return h("li", {},
      h("button", { type: "button", class: "place", data: { place: key }, onclick: () => select({ type: "node", key }, "map") }, bdi(label(key))),
      h("span", { class: "place-facts" }, " ", joined([place?.kind ? concept(place.kind) : null, place?.at ? null : t("no-coordinates"), count.get(key) ? `${t("happenings-here")}: ${number(count.get(key))}` : null].filter(Boolean), isRtl() ? "، " : ", ")),
      children.has(key) ? branch(children.get(key)) : null);
  }));
  return branch(roots);
}

export function mapView(events, places) {
  const count = counts(events);
  const shown = places.filter((place) => place.at);
  const label_ = t("map-label");
  const svg = s("svg", { class: "map", role: "group", "aria-label": label_, direction: "ltr" });
  const land = s("g", { class: "land" });
  const names = s("g", { class: "country-names", "aria-hidden": "true" });
  const dots = s("g", { class: "dots" });
  const dotNames = s("g", { class: "dot-names", "aria-hidden": "true" });
  const scaleBar = s("g", { class: "scale-bar", "aria-hidden": "true" });
  svg.append(s("rect", { class: "sea", width: "100%", height: "100%" }), land, names, dots, dotNames, scaleBar);
  const projection = geoMercator();
  const path = geoPath(projection);
  const state = { width: 0, height: 0, transform: zoomIdentity, selected: null };

  const fitted = () => {
    // countries are context: fit to what is smaller, unless there is nothing smaller
    const local = shown.filter((place) => place.kind !== "Country");
    const used = local.filter((place) => count.has(place.key));
    return used.length ? used : local.length ? local : shown;
  };
  const behaviour = zoom().scaleExtent([0.35, 60]).on("zoom", (event) => { state.transform = event.transform; place(); });

  function layout() {
    const width = svg.clientWidth || 640;
    const height = svg.clientHeight || 400;
    if (width === state.width && height === state.height) return;
    Object.assign(state, { width, height });
    const points = fitted();
    const pad = 0.35; // degrees, so that a lone village has its surroundings
    const box = { type: "MultiPoint", coordinates: points.flatMap(({ at: [lon, lat] }) => [[lon - pad, lat - pad], [lon + pad, lat + pad]]) };
    const margin = Math.min(90, width / 6);
    if (points.length) projection.fitExtent([[margin, 50], [width - margin, height - 50]], box);
    else projection.fitSize([width, height], { type: "MultiPoint", coordinates: [[25, 12], [60, 40]] });
    land.replaceChildren(...features().map((shape) => s("path", { d: path(shape) ?? "", "vector-effect": "non-scaling-stroke" })));
    behaviour.translateExtent([[-width * 40, -height * 40], [width * 41, height * 41]]);
    place();
  }

  function place() {
    const { transform, width, height } = state;
    land.setAttribute("transform", transform.toString());
    const at = (coordinates) => transform.apply(projection(coordinates));
    const taken = [];
    const free = (box) => taken.every((other) => box.x + box.w < other.x || other.x + other.w < box.x || box.y + box.h < other.y || other.y + other.h < box.y);
    const marks = shown
      .map((item) => ({ item, xy: at(item.at), weight: (count.get(item.key) ?? 0) * 10 + (item.kind === "Country" ? -5 : 0) + (state.selected === item.key ? 1000 : 0) }))
      .sort((a, b) => b.weight - a.weight || (a.item.key < b.item.key ? -1 : 1));
    // by area; where there are many the greatest keeps its size, so that dots do not bury one another
    const growth = Math.min(2.2, 9 / Math.sqrt(Math.max(1, ...count.values())));
    const radius = (item) => 5 + growth * Math.sqrt(count.get(item.key) ?? 0);
    for (const { item, xy: [x, y] } of marks) { const r = radius(item); taken.push({ x: x - r, y: y - r, w: 2 * r, h: 2 * r }); }
    const texts = [];
    dots.replaceChildren(...marks.map(({ item, xy: [x, y] }) => {
      const r = radius(item);
      const precision = item.precision ?? "none";
      const kind = { PointPrecision: "point", CentroidPrecision: "centroid", ParentPrecision: "parent" }[precision] ?? "none";
      const text = label(item.key);
      const w = text.length * 7.5 + 6;
      const spot = [[x - w / 2, y + r + 3, 0, r + 16], [x - w / 2, y - r - 19, 0, -r - 7], [x + r + 4, y - 8, r + 5 + w / 2, 4.5], [x - r - 4 - w, y - 8, -r - 5 - w / 2, 4.5]]
        .find(([bx, by]) => bx > 1 && bx + w < width - 1 && by > 1 && by + 16 < height && free({ x: bx, y: by, w, h: 16 }));
      if (spot) {
        taken.push({ x: spot[0], y: spot[1], w, h: 16 });
        texts.push(s("text", { x: (x + spot[2]).toFixed(1), y: (y + spot[3]).toFixed(1), "text-anchor": "middle", direction: /[\u0590-\u08ff]/.test(text) ? "rtl" : "ltr" }, text));
      }
      const selected = state.selected === item.key;
      return s("g", { class: `dot precision-${kind}${selected ? " on" : ""}${count.has(item.key) ? "" : " named-only"}`, transform: `translate(${x.toFixed(1)},${y.toFixed(1)})`, role: "button", tabindex: "0", "aria-pressed": String(selected),
        "aria-label": [text, item.kind && concept(item.kind), t(`precision-${kind}`), count.has(item.key) ? `${t("happenings-here")}: ${count.get(item.key)}` : null].filter(Boolean).join(", "),
        onclick: () => choose(item.key), onkeydown: (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(item.key); } } },
        s("title", {}, text),
        kind === "centroid" || kind === "parent" ? s("circle", { class: "halo", r: r + 9 }) : null,
        s("circle", { class: "core", r }));
    }));
    dotNames.replaceChildren(...texts);
    names.replaceChildren(...features().map((shape) => {
      const [[x0, y0], [x1, y1]] = path.bounds(shape).map((corner) => transform.apply(corner));
      if (x1 < 0 || x0 > width || y1 < 0 || y0 > height || x1 - x0 < 60) return null;
      const [cx, cy] = transform.apply(path.centroid(shape));
      const x = Math.max(60, Math.min(width - 60, cx)), y = Math.max(26, Math.min(height - 40, cy));
      if (Math.abs(x - cx) > (x1 - x0) / 2.2 || Math.abs(y - cy) > (y1 - y0) / 2.2) return null;
      if (!geoContains(shape, projection.invert(transform.invert([x, y])))) return null;
      const text = pick({ ar: shape.properties.ar, en: shape.properties.en });
      const w = text.length * 7;
      const box = { x: x - w / 2, y: y - 12, w, h: 16 };
      if (!free(box)) return null;
      taken.push(box);
      return s("text", { x, y, "text-anchor": "middle" }, text);
    }).filter(Boolean));
    const [a, b] = [[20, height - 20], [120, height - 20]].map((corner) => projection.invert(transform.invert(corner)));
    const km = geoDistance(a, b) * EARTH_KM;
    const step = 10 ** Math.floor(Math.log10(km));
    const nice = [5, 2, 1].map((factor) => factor * step).find((value) => value <= km) ?? step;
    const w = (nice / km) * 100;
    scaleBar.replaceChildren(s("path", { d: `M16,${height - 20}v6h${w}v-6` }), s("text", { x: 16 + w / 2, y: height - 20, "text-anchor": "middle" }, `${number(nice)} ${t("km")}`));
  }

  const choose = (key) => select({ type: "node", key }, "map");
  const d3svg = d3select(svg);
  d3svg.call(behaviour).on("wheel.page", null);
  // the wheel zooms only with Ctrl or when the map has the focus: a page must scroll past a map
  behaviour.filter((event) => (event.type === "wheel" ? event.ctrlKey || svg.parentElement.contains(document.activeElement) : !event.button && (event.type !== "touchstart" || event.touches.length > 1)));
  const button = (key, text, action) => h("button", { type: "button", class: "small", "aria-label": t(key), title: t(key), onclick: action }, text);
  const controls = h("div", { class: "map-controls" },
    button("zoom-in", "+", () => d3svg.call(behaviour.scaleBy, 1.7)),
    button("zoom-out", "−", () => d3svg.call(behaviour.scaleBy, 1 / 1.7)),
    button("zoom-reset", "⤢", () => d3svg.call(behaviour.transform, zoomIdentity)));
  listen((selection) => {
    state.selected = selection?.type === "node" && data.places[selection.key] ? selection.key : null;
    if (state.width) place();
  });
  const observer = new ResizeObserver(layout);
  observer.observe(svg);
  const used = new Set(shown.map((item) => item.precision ?? "none"));
  const legend = h("ul", { class: "legend" }, [["PointPrecision", "point"], ["CentroidPrecision", "centroid"], ["ParentPrecision", "parent"], ["none", "none"]].filter(([key]) => used.has(key)).map(([, kind]) =>
    h("li", {}, s("svg", { width: 26, height: 26, class: "legend-dot", "aria-hidden": "true" }, s("g", { class: `dot precision-${kind}`, transform: "translate(13,13)" }, kind === "centroid" || kind === "parent" ? s("circle", { class: "halo", r: 11 }) : null, s("circle", { class: "core", r: 5 }))), t(`precision-${kind}`))));
  return h("div", { class: "map-grid" },
    h("div", { class: "map-box", tabindex: "-1" }, svg, controls),
    h("div", { class: "map-side" }, legend, h("h3", {}, t("places-list")), places.length ? h("div", { class: "places-tree", tabindex: "0", role: "region", "aria-label": t("places-list") }, tree(places.map((item) => item.key), count)) : h("p", { class: "none" }, t("no-place"))),
    h("p", { class: "note" }, t("map-note")));
}
