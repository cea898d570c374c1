// When things are said to have happened; ends that nobody stated fade out.
import { extent } from "d3-array";
import { scaleUtc } from "d3-scale";
import { bdi, h, joined, s } from "./dom.js";
import { day, days, isRtl, t } from "./i18n.js";
import { claimsOf, data, eventName, foreseen, label, select } from "./model.js";

const DAY = 86400e3;
const time = (iso) => Date.parse(`${iso}T00:00:00Z`);
const list = (value) => value ?? [];

function name(event) {
  const places = list(event.places).slice(0, 2).map((key) => bdi(label(key)));
  return [eventName(event), places.length ? [` ${t("at")} `, joined(places, isRtl() ? "، " : ", ")] : null];
}

function open(event) {
  const claim = (claimsOf.get(event.key) ?? [])[0];
  return () => select(claim ? { type: "claim", key: claim } : { type: "node", key: event.key }, "timeline");
}

export function timelineView(events, articles) {
  const dated = events.filter((event) => event.earliest || event.latest)
    .sort((a, b) => (a.earliest ?? a.latest).localeCompare(b.earliest ?? b.latest) || (a.latest ?? "9").localeCompare(b.latest ?? "9") || (a.key < b.key ? -1 : 1));
  const undated = events.filter((event) => !event.earliest && !event.latest);
  const published = [...new Set(articles.map((article) => article.published).filter(Boolean))].sort();
  const body = [];
  if (dated.length) {
    const [first, last] = extent([...dated.flatMap((event) => [event.earliest, event.latest]), ...published].filter(Boolean).map(time));
    const pad = Math.max(DAY, (last - first) * 0.06);
    const scale = scaleUtc().domain([first - pad, last + DAY + pad]).range([0, 100]);
    const x = (at) => `${(isRtl() ? 100 - scale(at) : scale(at)).toFixed(3)}%`;
    const count = window.innerWidth < 640 ? 2 : 4;
    let ticks = scale.ticks(count).filter((tick) => tick.getTime() % DAY === 0);
    if (!ticks.length) ticks = [new Date(first)];
    let before = -100; // a label needs about a fifth of the width
    const room = window.innerWidth < 640 ? 27 : 20;
    ticks = ticks.filter((tick) => { const at = scale(tick); return at > 4 && at < 96 && at - before >= room && (before = at, true); });
    const iso = (tick) => tick.toISOString().slice(0, 10);
    const lines = () => s("svg", { class: "grid", "aria-hidden": "true" },
      ticks.map((tick) => s("line", { x1: x(tick), x2: x(tick), y1: "0", y2: "100%" })),
      (published.length <= 3 ? published : []).map((at) => s("line", { class: "published", x1: x(time(at) + DAY / 2), x2: x(time(at) + DAY / 2), y1: "0", y2: "100%" })));
    const rows = dated.map((event) => {
      const from = event.earliest ? scale(time(event.earliest)) : 0;
      const to = event.latest ? scale(time(event.latest) + DAY) : 100;
      const fade = event.earliest && event.latest ? null : (!event.earliest) === isRtl() ? "fade-right" : "fade-left";
      const left = isRtl() ? 100 - to : from;
      return h("li", { class: "when" },
        h("button", { type: "button", class: "when-name", onclick: open(event) }, name(event)),
        h("div", { class: "when-bar" }, lines(),
          s("svg", { height: 22, class: `bar${foreseen(event.key) ? " foreseen" : ""}`, "aria-hidden": "true" }, s("rect", { class: "bar-range", x: `${left}%`, width: `${Math.max(to - from, 0.8)}%`, y: 4, height: 14, rx: 3, mask: fade ? `url(#${fade})` : undefined }))),
        h("span", { class: "when-text" }, days(event.earliest, event.latest), foreseen(event.key) ? ` · ${t("planned")}` : null,
          event.words?.length ? h("span", { class: "as-written" }, " (", joined(event.words.map((words) => bdi(words)), " · "), ")") : null));
    });
    const axis = h("div", { class: "when axis-row", "aria-hidden": "true" }, h("span", {}), h("div", { class: "when-bar" },
      s("svg", { class: "axis-svg", height: 20 }, ticks.map((tick) => s("text", { x: x(tick), y: 14, "text-anchor": "middle" }, day(iso(tick), { short: true }))))), h("span", {}));
    body.push(axis, h("ol", { class: "whens" }, rows));
    if (published.length && published.length <= 3) body.push(h("p", { class: "note" }, `${t("publication")}: `, joined(published.map((at) => h("time", { datetime: at }, day(at))), isRtl() ? "، " : ", ")));
  }
  if (undated.length)
    body.push(h("h3", {}, t("timeline-undated")), h("ul", { class: "undated" }, undated.map((event) =>
      h("li", {}, h("button", { type: "button", class: "when-name", onclick: open(event) }, name(event)),
        event.partial || event.words?.length ? h("span", { class: "as-written" }, " ", event.partial ? [h("bdi", { dir: "ltr" }, event.partial.replace(/^--/, "")), ` (${t("year-unknown")}) `] : null, joined(list(event.words).map((words) => bdi(words)), " · ")) : null))));
  return h("div", { class: "timeline" }, h("p", { class: "note" }, t("timeline-note")), body);
}
