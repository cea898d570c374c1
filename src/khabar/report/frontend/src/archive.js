// Many graphs: incidents with filters, each with its board.
import { bdi, h, joined } from "./dom.js";
import { days, isRtl, number, t } from "./i18n.js";
import { above, articleName, concept, data, eventName, label, lane, LANES, relationsOf } from "./model.js";
import { tollFigures, tollWords, tollsOf } from "./tolls.js";

const list = (value) => value ?? [];
const PAGE = 40;

/** Incidents: those of the graph, and what no incident holds as one for each set of events that share a claim. */
export function incidents() {
  const parent = new Map(Object.keys(data.events).map((key) => [key, key]));
  const find = (key) => { while (parent.get(key) !== key) { parent.set(key, parent.get(parent.get(key))); key = parent.get(key); } return key; };
  const join = (keys) => { const [first, ...rest] = keys.filter((key) => parent.has(key)); for (const key of rest) parent.set(find(key), find(first)); };
  for (const keys of Object.values(data.incidents)) join(keys);
  for (const claim of Object.values(data.claims)) join(list(claim.events));
  const groups = new Map();
  const group = (root) => { if (!groups.has(root)) groups.set(root, { key: root, events: [], claims: [] }); return groups.get(root); };
  for (const key of Object.keys(data.events)) group(find(key)).events.push(data.events[key]);
  for (const claim of Object.values(data.claims)) { const key = list(claim.events).find((name) => parent.has(name)); group(key ? find(key) : `none ${claim.article}`).claims.push(claim); }
  const found = [...groups.values()].filter((item) => item.claims.length);
  for (const item of found) describe(item);
  return found.sort((a, b) => (b.latest ?? b.earliest ?? "").localeCompare(a.latest ?? a.earliest ?? "") || b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}

function describe(item) {
  const { events, claims } = item;
  item.places = [...new Set(events.flatMap((event) => list(event.places)))];
  item.allPlaces = new Set(item.places.flatMap((key) => [key, ...above(key)]));
  item.actors = new Set([...events.flatMap((event) => [...list(event.agents), ...list(event.targets)]), ...claims.map((claim) => claim.claimant).filter(Boolean)]);
  item.tolls = claims.flatMap(tollsOf);
  item.outcomes = new Set(item.tolls.map((toll) => toll.outcome));
  item.articles = new Set(claims.map((claim) => claim.article));
  const stated = events.flatMap((event) => [event.earliest, event.latest]).filter(Boolean).sort();
  const published = [...item.articles].map((key) => data.articles[key]?.published).filter(Boolean).sort();
  item.dated = stated.length > 0;
  item.earliest = stated[0] ?? published[0];
  item.latest = stated.at(-1) ?? published.at(-1);
  item.contradicted = claims.some((claim) => list(relationsOf.get(claim.key)).some(([kind]) => kind === "contradicts" || kind === "denies"));
}

const title = (item) => [...new Set(item.events.map(eventName))].slice(0, 3).join(isRtl() ? "، " : ", ") || t("event-none");

/** Lowest and highest figure of each kind among the claims, as a hint of how far they are apart. */
function spread(item) {
  return LANES.map((kind) => {
    const tolls = item.tolls.filter((toll) => lane(toll) === kind && !toll.partOf);
    if (!tolls.length) return null;
    const mins = tolls.map((toll) => toll.min ?? 0);
    const open = tolls.some((toll) => toll.max === undefined);
    const most = Math.max(...tolls.map((toll) => toll.max ?? toll.min ?? 0));
    const merged = { min: Math.min(...mins), max: open ? undefined : most };
    const text = open && most > merged.min ? isRtl() ? `${tollWords({ min: merged.min, max: most })} ${t("or-more")}` : `${number(merged.min)}–${number(most)}+` : isRtl() ? tollWords(merged) : tollFigures(merged);
    return h("li", { class: `lane-${kind}` }, h("span", { class: "swatch", "aria-hidden": "true" }), t(kind), " ", h("bdi", {}, text));
  }).filter(Boolean);
}

export function archiveView(all, onOpen, initial) {
  const filters = initial;
  const comma = isRtl() ? "، " : ", ";
  const listBox = h("ul", { class: "incidents" });
  const status = h("p", { class: "note", role: "status" });
  const more = h("button", { type: "button", class: "more" });
  let shown = PAGE;
  let matching = [];

  // a name stands once, however many articles each have a node of that name
  const options = (values, name, text) => {
    const byName = new Map();
    for (const key of [...values].sort()) if (!byName.has(text(key))) byName.set(text(key), key);
    const items = [...byName].map(([words, key]) => [key, words]).sort((a, b) => a[1].localeCompare(b[1]));
    if (filters[name]) filters[name] = byName.get(text(filters[name])) ?? "";
    const element = h("select", { id: `filter-${name}`, onchange: () => { filters[name] = element.value; apply(); } }, h("option", { value: "" }, t("any")), items.map(([key, words]) => h("option", { value: key }, words)));
    element.value = filters[name] ?? "";
    return h("div", { class: "field" }, h("label", { for: `filter-${name}` }, t(`filter-${name}`)), element);
  };
  const input = (name, type) => {
    const element = h("input", { id: `filter-${name}`, type, dir: type === "search" ? "auto" : undefined, value: filters[name] ?? "", oninput: () => { filters[name] = element.value; apply(); } });
    return h("div", { class: "field" }, h("label", { for: `filter-${name}` }, t(`filter-${name}`)), element);
  };
  const union = (name) => new Set(all.flatMap((item) => [...item[name]]));
  const contradicted = h("input", { type: "checkbox", id: "filter-contradicted", checked: Boolean(filters.contradicted), onchange: () => { filters.contradicted = contradicted.checked; apply(); } });
  const form = h("form", { class: "filters", "aria-label": t("filter"), onsubmit: (event) => event.preventDefault(), onreset: () => { for (const key of Object.keys(filters)) delete filters[key]; setTimeout(apply); } },
    options(union("allPlaces"), "place", label), options(union("actors"), "actor", label), options(union("outcomes"), "outcome", concept),
    input("from", "date"), input("to", "date"), input("text", "search"),
    h("div", { class: "field check" }, contradicted, h("label", { for: "filter-contradicted" }, t("only-contradicted"))),
    h("button", { type: "reset", class: "small" }, t("filter-clear")));

  const words = (item) => (item.search ??= [title(item), ...[...item.allPlaces, ...item.actors].map(label), ...item.claims.flatMap((claim) => list(claim.evidence).map((n) => data.mentions[n].exact))].join(" ").toLowerCase());
  const named = (keys, wanted) => keys.has(wanted) || [...keys].some((key) => label(key) === label(wanted));
  function fits(item) {
    if (filters.place && !named(item.allPlaces, filters.place)) return false;
    if (filters.actor && !named(item.actors, filters.actor)) return false;
    if (filters.outcome && !item.outcomes.has(filters.outcome)) return false;
    if (filters.contradicted && !item.contradicted) return false;
    if (filters.from && !((item.latest ?? "") >= filters.from)) return false;
    if (filters.to && !((item.earliest ?? "9999") <= filters.to)) return false;
    return !filters.text || filters.text.toLowerCase().split(/\s+/).every((word) => words(item).includes(word));
  }
  function row(item) {
    const people = new Set(item.claims.map((claim) => claim.claimant ?? claim.speaker));
    return h("li", { class: "incident" },
      h("button", { type: "button", class: "incident-open", onclick: () => onOpen(item) }, h("strong", {}, title(item)),
        item.places.length ? [" ", t("at"), " ", joined(item.places.slice(0, 3).map((key) => bdi(label(key))), comma)] : null),
      h("div", { class: "incident-facts" }, item.dated ? days(item.earliest, item.latest) : t("undated"), " · ", t("claims-n", { n: item.claims.length }), " · ", t("voices-n", { n: people.size }), " · ", t("articles-n", { n: item.articles.size }),
        item.contradicted ? h("span", { class: "chip contradicted" }, t("contradictions")) : null),
      h("ul", { class: "spread" }, spread(item)));
  }
  function render() {
    listBox.replaceChildren(...matching.slice(0, shown).map(row));
    const rest = matching.length - shown;
    more.hidden = rest <= 0;
    more.textContent = t("more", { n: Math.min(PAGE, Math.max(rest, 0)) });
    status.textContent = matching.length ? t("shown", { n: matching.length, total: all.length }) : t("no-match");
  }
  function apply() {
    matching = all.filter(fits);
    shown = PAGE;
    render();
    form.dispatchEvent(new CustomEvent("khabar:filtered", { detail: matching }));
  }
  more.addEventListener("click", () => { shown += PAGE; render(); });
  apply();
  return { form, matching: () => matching, element: h("div", {}, form, status, listBox, more) };
}

export const incidentTitle = (item) => [title(item), item.places.length ? ` ${t("at")} ` : "", joined(item.places.slice(0, 3).map((key) => bdi(label(key))), isRtl() ? "، " : ", ")];
export { articleName };
