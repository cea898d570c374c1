// The page: frame, sections, language, theme.
import { archiveView, incidentTitle, incidents } from "./archive.js";
import { articleView, inspector } from "./article.js";
import { board } from "./board.js";
import { bdi, h } from "./dom.js";
import { day, isRtl, lang, number, t } from "./i18n.js";
import { mapView } from "./map.js";
import { articleName, data, forget, label, listen, literalOr, select, single, state } from "./model.js";
import { networkView } from "./network.js";
import { timelineView } from "./timeline.js";
import { masks } from "./tolls.js";

const root = document.documentElement;
const app = document.getElementById("app");
const memory = {
  get(key) { try { return localStorage.getItem(`khabar-${key}`); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(`khabar-${key}`, value); } catch { /* a private window */ } },
};
const THEMES = ["auto", "light", "dark"];
let theme = THEMES.includes(memory.get("theme")) ? memory.get("theme") : "auto";
let everything = null;
let opened = null;
const filters = {};

function first() {
  const asked = new URLSearchParams(location.search).get("lang") ?? memory.get("language") ?? root.dataset.language;
  if (asked === "ar" || asked === "en") return asked;
  return navigator.languages?.some((tag) => tag.startsWith("ar")) ? "ar" : "en";
}

function setTheme(next) {
  theme = next;
  if (next === "auto") delete root.dataset.theme;
  else root.dataset.theme = next;
}

function toolbar() {
  const other = lang.current === "ar" ? "en" : "ar";
  return h("div", { class: "toolbar" },
    h("button", { type: "button", id: "language", lang: other, onclick: () => { lang.current = other; memory.set("language", other); render(); document.getElementById("language").focus(); } }, t("other")),
    h("button", { type: "button", id: "theme", onclick: (event) => { setTheme(THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length]); memory.set("theme", theme); event.currentTarget.textContent = `${t("theme")}: ${t(`theme-${theme}`)}`; } }, `${t("theme")}: ${t(`theme-${theme}`)}`),
    h("button", { type: "button", id: "print", onclick: () => window.print() }, t("print")));
}

function facts(article) {
  const parts = [];
  if (article.publisher) parts.push([t("outlet"), bdi(literalOr(article.publisher))]);
  if (article.author) parts.push([t("author"), bdi(literalOr(article.author))]);
  if (article.published) parts.push([t("published"), h("time", { datetime: article.published }, day(article.published))]);
  if (article.dateline) parts.push([t("dateline"), bdi(label(article.dateline))]);
  if (article.length) parts.push([t("length"), `${number(article.length)} ${t("characters")}`]);
  if (article.url) parts.push([t("source"), h("a", { href: article.url, rel: "noreferrer noopener", dir: "ltr" }, new URL(article.url).hostname)]);
  return h("dl", { class: "facts meta" }, parts.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

const section = (id, ...children) => h("section", { id, class: `panel panel-${id}`, "aria-labelledby": `${id}-title` }, h("h2", { id: `${id}-title`, tabindex: "-1" }, t(id)), children);

function nav(ids) {
  return h("nav", { class: "tabs", "aria-label": t("sections") }, h("ul", {}, ids.map((id) => h("li", {}, h("a", { href: `#${id}` }, t(id))))));
}

const foot = () => h("footer", { class: "foot" }, t("generated"));

function articlePage(article) {
  const claims = Object.values(data.claims), events = Object.values(data.events);
  const title = !article ? "Khabar" : article.headline ?? [articleName(article.key), article.published ? day(article.published) : null].filter(Boolean).join(isRtl() ? "، " : ", ");
  document.title = title;
  return [
    h("header", { class: "top" }, h("div", {}, h("h1", { dir: "auto" }, title), article ? facts(article) : null,
      h("p", { class: "summary" }, t("claims-n", { n: claims.length }), " · ", t("events-n", { n: events.length }), " · ", t("voices-n", { n: new Set(claims.map((claim) => claim.claimant ?? claim.speaker)).size }))), toolbar()),
    nav(["board", "article", "map", "timeline", "network"]),
    h("main", { id: "main" },
      h("div", { class: "split" },
        section("board", board(claims, (selection) => select(selection, "board"))),
        h("div", { class: "side" }, section("article", article ? articleView(article) : null, inspector()))),
      section("map", mapView(events, Object.values(data.places))),
      section("timeline", timelineView(events, article ? [article] : [])),
      section("network", networkView(events, data.relations))),
    foot(),
  ];
}

function archivePage() {
  everything ??= incidents();
  const claims = Object.values(data.claims);
  document.title = `Khabar · ${t("claims-n", { n: claims.length })}`;
  const detail = h("div", { class: "split" });
  const overview = h("div", { class: "overview" });
  const show = (item, focus) => {
    opened = item;
    forgetDetail();
    const articleBox = h("div", { class: "text-box" });
    let current = null;
    const article = (key) => {
      if (key === current || !data.articles[key]) return;
      current = key;
      const node = data.articles[key];
      articleBox.replaceChildren(h("h3", {}, bdi(articleName(key))), facts(node),
        data.pages?.[key] ? h("p", {}, h("a", { href: data.pages[key] }, t("open-article"))) : "", articleView(node));
    };
    listen((selection) => { if (selection?.type === "claim") article(data.claims[selection.key]?.article); });
    const boardSection = section("board", h("p", { class: "summary" }, incidentTitle(item)), board(item.claims, (selection) => select(selection, "board")));
    article(item.claims[0].article);
    detail.replaceChildren(boardSection, h("div", { class: "side" }, section("article", articleBox, inspector())));
    if (focus) { const heading = detail.querySelector("h2"); heading.focus({ preventScroll: true }); heading.scrollIntoView({ block: "start" }); }
  };
  const views = (matching) => {
    const events = matching.flatMap((item) => item.events);
    const keys = new Set(events.flatMap((event) => [...(event.places ?? [])]));
    const some = matching.slice(0, 60).flatMap((item) => item.events);
    const inside = new Set(events.flatMap((event) => [...(event.agents ?? []), ...(event.targets ?? [])]));
    overview.replaceChildren(section("map", mapView(events, Object.values(data.places).filter((place) => keys.has(place.key)))),
      section("timeline", timelineView(some, [])), section("network", networkView(events, data.relations.filter((link) => inside.has(link.subject) || inside.has(link.object)))));
  };
  const forgetDetail = () => { forget(); };
  const archive = archiveView(everything, (item) => show(item, true), filters);
  let timer;
  archive.form.addEventListener("khabar:filtered", (event) => { clearTimeout(timer); timer = setTimeout(() => views(event.detail), 150); });
  views(archive.matching());
  if (opened) show(opened);
  return [
    h("header", { class: "top" }, h("div", {}, h("h1", {}, t("incidents")), h("p", { class: "summary" }, [t("incidents-n", { n: everything.length }), t("claims-n", { n: claims.length }), t("articles-n", { n: Object.keys(data.articles).length })].join(" · "))), toolbar()),
    nav(["incidents", "map", "timeline", "network"]),
    h("main", { id: "main" }, section("incidents", archive.element), detail, overview),
    foot(),
  ];
}

function render() {
  const kept = state.selection;
  forget();
  root.lang = lang.current;
  root.dir = isRtl() ? "rtl" : "ltr";
  const page = single ? articlePage(Object.values(data.articles)[0]) : archivePage();
  app.replaceChildren(h("a", { class: "skip", href: "#main" }, t("skip")), masks(), ...page);
  if (kept) select(kept, "render");
}

lang.current = first();
setTheme(theme);
render();
document.addEventListener("keydown", (event) => { if (event.key === "Escape") select(null, "escape"); });
