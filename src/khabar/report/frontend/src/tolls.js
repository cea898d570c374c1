// Tolls as bars on one scale. Positions are percentages, so rows resize and print without being drawn again.
import { max } from "d3-array";
import { scaleLinear, scaleSymlog } from "d3-scale";
import { bdi, h, joined, ltr, s } from "./dom.js";
import { isRtl, number, t } from "./i18n.js";
import { LANES, concept, data, label, lane } from "./model.js";

const LINEAR_UP_TO = 400;

/** One scale for all tolls of a page. */
export function tollScale(tolls) {
  const top = max(tolls, (toll) => Math.max(toll.min ?? 0, toll.max ?? 0)) || 10;
  const log = top > LINEAR_UP_TO;
  const scale = (log ? scaleSymlog().constant(2) : scaleLinear()).domain([0, top * (log ? 1.6 : 1.18)]).range([0, 100]);
  let ticks = scaleLinear().domain([0, top]).ticks(5);
  if (log) {
    ticks = [0];
    for (let power = 1; power <= top * 1.2; power *= 10) ticks.push(...(top < 5000 ? [power, power * 3] : [power]));
    ticks = ticks.filter((tick) => tick <= top * 1.2);
    let last = -100;
    ticks = ticks.filter((tick) => scale(tick) - last > 7 && (last = scale(tick), true));
  }
  return { scale, log, ticks: ticks.filter(Number.isInteger) };
}

/** The interval in words of the interface's language. */
export function tollWords(toll) {
  const { min, max: most } = toll;
  let text;
  if (min === undefined && most === undefined) text = t("toll-unknown");
  else if (most === undefined) text = t("toll-min", { n: min });
  else if (min === undefined) text = t("toll-max", { n: most });
  else text = min === most ? t("toll-exact", { n: min }) : t("toll-range", { min, max: most });
  return toll.approximate ? t("toll-about", { x: text }) : text;
}

/** An outcome as a heading for a number of people or things. */
export const outcomeName = (name) => (t(`outcome-${name}`) === `outcome-${name}` ? concept(name) : t(`outcome-${name}`));

/** The interval in figures. */
export function tollFigures(toll) {
  const { min, max: most } = toll;
  const text =
    min === undefined && most === undefined ? "?" : most === undefined ? `≥ ${number(min)}` : min === undefined ? `≤ ${number(most)}`
      : min === most ? number(min) : `${number(min)}–${number(most)}`;
  return toll.approximate ? `~ ${text}` : text;
}

const x = (value) => `${isRtl() ? 100 - value : value}%`;

function bar(toll, { scale }) {
  const from = scale(toll.min ?? 0);
  const open = toll.max === undefined;
  const to = open ? 100 : scale(toll.max);
  const exact = toll.min !== undefined && toll.min === toll.max;
  const left = isRtl() ? 100 - to : from;
  const kind = lane(toll);
  const parts = [s("line", { class: "bar-base", x1: x(0), x2: x(from), y1: "50%", y2: "50%" })];
  if (exact) {
    parts.push(s("rect", { class: "bar-solid", x: isRtl() ? x(from) : "0%", width: `${from}%`, y: 7, height: 8 }));
    parts.push(s("circle", { class: "bar-dot", cx: x(from), cy: "50%", r: 6 }));
  } else {
    const fade = open ? (isRtl() ? "fade-left" : "fade-right") : toll.min === undefined ? (isRtl() ? "fade-right" : "fade-left") : null;
    parts.push(s("rect", {
      class: "bar-range", x: `${left}%`, width: `${Math.max(to - from, 0.6)}%`, y: 4, height: 14, rx: fade ? 0 : 3,
      mask: fade ? `url(#${fade})` : undefined,
    }));
    if (toll.min !== undefined) parts.push(s("line", { class: "bar-cap", x1: x(from), x2: x(from), y1: 2, y2: 20 }));
    if (!open) parts.push(s("line", { class: "bar-cap", x1: x(to), x2: x(to), y1: 2, y2: 20 }));
  }
  return s("svg", { class: `bar lane-${kind}${toll.approximate ? " approximate" : ""}`, height: 22, "aria-hidden": "true" }, parts);
}

/** The tolls of a claim: one line each, with figures, who was counted, and the bar. */
export function tollRows(tolls, axis) {
  const order = [...tolls].sort((a, b) => LANES.indexOf(lane(a)) - LANES.indexOf(lane(b)));
  return h("ul", { class: "tolls" }, order.map((toll) => {
    const kind = lane(toll);
    const about = [];
    if (toll.victims && toll.victims !== "People") about.push(concept(toll.victims));
    if (toll.of) about.push([`${t("of-side")} `, bdi(label(toll.of))]);
    if (toll.includes?.length) about.push(`${t("among")} ${toll.includes.map(concept).join(isRtl() ? " و" : ", ")}`);
    if (toll.partOf) about.push(t("part"));
    return h("li", { class: `toll lane-${kind}`, data: { key: toll.key } },
      h("span", { class: "toll-head" },
        h("span", { class: "swatch", "aria-hidden": "true" }),
        h("span", { class: "toll-outcome" }, outcomeName(toll.outcome)), ": ",
        h("strong", { class: "toll-figures" }, isRtl() ? tollWords(toll) : [ltr(tollFigures(toll), { "aria-hidden": "true" }), h("span", { class: "sr" }, tollWords(toll))]),
        about.length ? h("span", { class: "toll-about" }, " ", joined(about, isRtl() ? "، " : ", ")) : null),
      bar(toll, axis));
  }));
}

/** The axis above a group's bars. */
export function axisRow({ scale, ticks }) {
  return h("div", { class: "axis", "aria-hidden": "true" },
    s("svg", { class: "axis-svg", height: 18 }, ticks.map((tick) => {
      const at = scale(tick);
      const anchor = tick === 0 ? "start" : "middle";
      return s("text", { x: x(at), y: 13, "text-anchor": anchor }, number(tick));
    })));
}

/** Grid lines behind the bars, as one layer that fills its parent. */
export function grid({ scale, ticks }) {
  return s("svg", { class: "grid", "aria-hidden": "true" }, ticks.map((tick) => s("line", { x1: x(scale(tick)), x2: x(scale(tick)), y1: "0", y2: "100%" })));
}

/** Masks that the bars with open ends use; once in a page. */
export function masks() {
  const mask = (id, from, to) => [
    s("linearGradient", { id: `${id}-g`, x1: from, x2: to, y1: 0, y2: 0 }, s("stop", { offset: 0.15, "stop-color": "#fff" }), s("stop", { offset: 1, "stop-color": "#fff", "stop-opacity": 0.04 })),
    s("mask", { id, maskContentUnits: "objectBoundingBox" }, s("rect", { x: 0, y: 0, width: 1, height: 1, fill: `url(#${id}-g)` })),
  ];
  return s("svg", { width: 0, height: 0, class: "defs", "aria-hidden": "true" }, s("defs", {}, mask("fade-right", 0, 1), mask("fade-left", 1, 0),
    s("pattern", { id: "both", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      s("rect", { width: 8, height: 8, class: "p-killed" }), s("rect", { width: 4, height: 8, class: "p-injured" })),
    ["solid", "dashed"].map((name) => s("marker", { id: `arrow-${name}`, viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto-start-reverse", class: `marker-${name}` }, s("path", { d: "M0,1 L10,5 L0,9 z" })))));
}

export function legend() {
  const sample = (toll) => bar({ outcome: "Displaced", ...toll }, { scale: scaleLinear().domain([0, 10]).range([0, 100]) });
  const item = (visual, text) => h("li", {}, visual, " ", text);
  const lanes = LANES.map((kind) => item(h("span", { class: `swatch lane-${kind}` }), t(kind)));
  return h("ul", { class: "legend" }, lanes,
    item(h("span", { class: "sample" }, sample({ min: 6, max: 6 })), t("exact")),
    item(h("span", { class: "sample" }, sample({ min: 3, max: 8 })), t("range")),
    item(h("span", { class: "sample" }, sample({ min: 3 })), t("at-least")));
}

export const tollsOf = (claim) => (claim.tolls ?? []).map((key) => data.tolls[key]).filter(Boolean);
