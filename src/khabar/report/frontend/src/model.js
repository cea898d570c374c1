// The page's data with the look-ups that the views need.
import { lang, pick } from "./i18n.js";

const read = (id) => JSON.parse(document.getElementById(id)?.textContent ?? "null");

export const data = read("data");
export const outlines = read("outlines");

for (const name of ["claims", "tolls", "events", "actors", "places", "articles"])
  for (const [key, node] of Object.entries(data[name])) node.key = key;

const list = (value) => value ?? [];

export const get = (key) =>
  data.claims[key] ?? data.tolls[key] ?? data.events[key] ?? data.actors[key] ?? data.places[key] ?? data.articles[key];

export const kindOf = (key) =>
  ["claim", "toll", "event", "actor", "place", "article"].find((kind) => data[`${kind}s`][key]);

export const iri = (key) => (key.includes(":") ? key : data.base + key);
export const localName = (key) => key.split(/[/#]/).pop() || key;

/** A concept's label, such as the name of an event type. */
export const concept = (name) => pick(data.concepts[name]) || String(name ?? "").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

/** The name of any node; a key that names none is a literal and is its own name. */
export function label(key) {
  const node = get(key);
  if (!node) return key.includes(":") ? key : localName(key);
  if (node.label) return pick(node.label);
  if (data.articles[key]) return articleName(key);
  return localName(key);
}

export function articleName(key) {
  const article = data.articles[key] ?? {};
  if (article.headline) return article.headline;
  return article.publisher ? literalOr(article.publisher) : localName(key);
}

/** A party of an article's metadata: a node's name or the literal itself. */
export const literalOr = (key) => (get(key) ? label(key) : key);

export const single = Object.keys(data.articles).length <= 1;

const OUTCOME_LANES = { Killed: "killed", Injured: "injured", KilledOrInjured: "both", Destroyed: "things", Damaged: "things" };
export const LANES = ["killed", "injured", "both", "people", "things"];
export const lane = (toll) => OUTCOME_LANES[toll.outcome] ?? "people";

/** The claims that touch an event, by event. */
export const claimsOf = new Map();
for (const claim of Object.values(data.claims))
  for (const key of list(claim.events)) claimsOf.set(key, [...(claimsOf.get(key) ?? []), claim.key]);

/** Relations of claims in both directions: claim → [[kind, other, inverse], …]. */
export const relationsOf = new Map();
for (const claim of Object.values(data.claims))
  for (const [kind, other] of list(claim.relations)) {
    relationsOf.set(claim.key, [...(relationsOf.get(claim.key) ?? []), [kind, other, false]]);
    relationsOf.set(other, [...(relationsOf.get(other) ?? []), [kind, claim.key, true]]);
  }
for (const [key, links] of relationsOf) {
  const seen = new Set(); // contradiction holds both ways: say it once
  relationsOf.set(key, links.filter(([kind, other, inverse]) => {
    const name = kind === "contradicts" ? `${kind} ${other}` : `${kind} ${other} ${inverse}`;
    return data.claims[other] && !seen.has(name) && seen.add(name);
  }).map(([kind, other, inverse]) => [kind, other, kind === "contradicts" ? false : inverse]));
}

/** Nodes that rest on each mention: number → [[kind, key], …]. */
export const holders = data.mentions.map(() => []);
for (const kind of ["claim", "toll", "event", "actor", "place"])
  for (const [key, node] of Object.entries(data[`${kind}s`]))
    for (const mention of list(node.evidence)) holders[mention]?.push([kind, key]);
data.relations.forEach((relation, index) => {
  for (const mention of list(relation.evidence)) holders[mention]?.push(["relation", index]);
});

/** Happenings as the board groups them: an incident's events are one, with all that any article says of it. */
const incidentOf = new Map(Object.entries(data.incidents).flatMap(([key, events]) => events.map((event) => [event, key])));
const merged = new Map();
export function happening(key) {
  const incident = incidentOf.get(key);
  if (!incident) return data.events[key];
  if (!merged.has(incident)) {
    const events = data.incidents[incident].map((name) => data.events[name]).filter(Boolean);
    const union = (name) => [...new Set(events.flatMap((event) => list(event[name])))];
    const days = (name) => events.map((event) => event[name]).filter(Boolean).sort();
    const whole = { key: incident, earliest: days("earliest")[0], latest: days("latest").at(-1) };
    for (const name of ["types", "agents", "targets", "places", "instruments", "words"]) whole[name] = union(name);
    merged.set(incident, whole);
  }
  return merged.get(incident);
}

/** Whether every claim of an event only foresees it. */
export const foreseen = (key) => {
  const claims = claimsOf.get(key) ?? [];
  return claims.length > 0 && claims.every((claim) => ["Planned", "Expected"].includes(data.claims[claim].modality));
};

export const eventName = (event) => list(event.types).map(concept).join(lang.current === "ar" ? "، " : ", ") || concept("Event");

/** Places above a place, nearest first; loops end. */
export function above(key, seen = new Set()) {
  const found = [];
  for (const other of list(data.places[key]?.within)) {
    if (seen.has(other)) continue;
    seen.add(other);
    found.push(other, ...above(other, seen));
  }
  return found;
}

/** The page's state: what is selected; views listen. */
const listeners = new Set();
export const state = { selection: null };
export const listen = (listener) => listeners.add(listener);
export const forget = () => listeners.clear();
/** Select {type: "claim"|"node", key} or {type: "span", mentions, text} or nothing. */
export function select(selection, origin) {
  state.selection = selection;
  for (const listener of listeners) listener(selection, origin);
}
/** The mentions that a selection lights up. */
export function lit(selection) {
  if (!selection) return new Set();
  if (selection.type === "span") return new Set(selection.mentions);
  const node = get(selection.key);
  const found = new Set(list(node?.evidence));
  if (selection.type === "claim") for (const toll of list(node?.tolls)) for (const mention of list(data.tolls[toll]?.evidence)) found.add(mention);
  return found;
}
