// The claims board: a row per claim, grouped by happening, tolls on one scale.
import { bdi, h, joined, motion } from "./dom.js";
import { day, days, isRtl, t } from "./i18n.js";
import { articleName, concept, data, eventName, get, happening, label, listen, literalOr, localName, relationsOf, select, single } from "./model.js";
import { axisRow, grid, legend, tollRows, tollScale, tollsOf } from "./tolls.js";

const comma = () => (isRtl() ? "، " : ", ");
const list = (value) => value ?? [];

/** What, by whom, against whom, where, when: as a definition list, or on one line. */
export function eventFacts(event) {
  const names = (keys) => joined(list(keys).map((key) => bdi(label(key))), comma());
  const partial = event.partial ? [h("bdi", { dir: "ltr" }, event.partial.replace(/^--/, "")), ` (${t("year-unknown")})`] : null;
  const when = days(event.earliest, event.latest);
  const facts = [
    ["by", list(event.agents).length ? names(event.agents) : null],
    ["against", list(event.targets).length ? names(event.targets) : null],
    ["at", list(event.places).length ? names(event.places) : null],
    ["when", when ? [when] : partial],
    ["with", list(event.instruments).length ? [event.instruments.map(concept).join(comma())] : null],
  ];
  return h("dl", { class: "facts" }, facts.filter(([, value]) => value).map(([name, value]) =>
    h("div", {}, h("dt", {}, t(name)), h("dd", {}, value,
      name === "when" && event.words?.length ? h("span", { class: "as-written" }, " ", "(", joined(event.words.map((words) => bdi(words)), comma()), ")") : null))));
}

function claimant(claim) {
  return claim.claimant ? literalOr(claim.claimant) : claim.speaker ?? "?";
}

export const claimName = (key) => {
  const claim = data.claims[key];
  return claim ? `${claimant(claim)}` : localName(key);
};

function claimRow(claim, event, axis, onSelect) {
  const kind = data.actors[claim.claimant]?.kind;
  const others = list(claim.events).filter((key) => data.events[key] && happening(key) !== event);
  const links = list(relationsOf.get(claim.key));
  const quotes = list(claim.evidence).map((number) => data.mentions[number]);
  const tolls = tollsOf(claim);
  const open = () => onSelect({ type: "claim", key: claim.key });
  return h("li", { class: "claim", id: `claim-${claim.key}`, data: { claim: claim.key }, onclick: (event_) => { if (!event_.target.closest("a, button") && !String(window.getSelection())) open(); } },
    h("div", { class: "claim-who" },
      h("button", { type: "button", class: "claimant", "aria-pressed": "false", title: t("show-words"), onclick: open }, bdi(claimant(claim))),
      " ",
      claim.modality !== "Asserted" ? h("span", { class: `chip modality-${claim.modality}` }, concept(claim.modality)) : h("span", { class: "chip quiet" }, concept("Asserted")),
      kind ? h("span", { class: "claim-kind" }, concept(kind)) : null,
      list(claim.via).length ? h("div", { class: "via" }, `${t("via")} `, joined(claim.via.map((key) => bdi(label(key))), comma())) : null,
      single ? null : h("div", { class: "via" }, bdi(articleName(claim.article)), data.articles[claim.article]?.published ? [" · ", day(data.articles[claim.article].published)] : null),
      quotes.map((quote) => h("blockquote", { dir: "auto" }, quote.exact)),
      others.length ? h("div", { class: "also" }, `${t("also")}: `, joined(others.map((key) => h("a", { href: `#event-${happening(key).key}` }, eventName(data.events[key]))), comma())) : null,
      links.length ? h("ul", { class: "links" }, links.map(([name, other, inverse]) =>
        h("li", { class: `link-${name}` }, h("a", { href: `#claim-${other}`, onclick: () => select({ type: "claim", key: other }, "link") },
          `${t(inverse ? `is-${name}` : name)} `, bdi(claimName(other)))))) : null),
    h("div", { class: "claim-tolls" }, tolls.length ? [grid(axis), tollRows(tolls, axis)] : h("p", { class: "none" }, t("no-toll"))));
}

/** The board of some claims; `onSelect` is told of a chosen claim. */
export function board(claims, onSelect) {
  const groups = new Map();
  for (const claim of claims) {
    const known = list(claim.events).find((key) => data.events[key]);
    const first = known ? happening(known) : null;
    groups.set(first, [...(groups.get(first) ?? []), claim]);
  }
  if (!single) { // who said it first comes first
    const said = (claim) => data.articles[claim.article]?.published ?? "9";
    for (const members of groups.values()) members.sort((a, b) => said(a).localeCompare(said(b)));
  }
  const axis = tollScale(claims.flatMap(tollsOf));
  const rows = new Map();
  const sections = [...groups].map(([event, members]) => {
    const title = event ? eventName(event) : t("event-none");
    const items = members.map((claim) => {
      const row = claimRow(claim, event, axis, onSelect);
      rows.set(claim.key, row);
      return row;
    });
    const withTolls = members.some((claim) => tollsOf(claim).length);
    return h("section", { class: "group", id: `event-${event?.key ?? ""}`, "aria-label": title },
      h("header", {}, h("h3", {}, title), event ? eventFacts(event) : null, withTolls ? axisRow(axis) : null),
      h("ul", { class: "claims" }, items));
  });
  const mark = (selection) => {
    for (const [key, row] of rows) {
      const on = selection?.type === "claim" ? selection.key === key
        : selection?.type === "span" ? list(data.claims[key].evidence).some((number) => selection.mentions.includes(number)) : false;
      row.classList.toggle("on", on);
      row.querySelector(".claimant").setAttribute("aria-pressed", String(on));
    }
  };
  listen((selection, origin) => {
    mark(selection);
    if (origin === "link") rows.get(selection?.key)?.scrollIntoView({ block: "center", behavior: motion() });
  });
  return h("div", { class: "board" }, h("p", { class: "note" }, t("board-note")), legend(),
    h("p", { class: "note scale-note" }, t(axis.log ? "scale-log" : "scale-linear")), sections);
}

export { get };
