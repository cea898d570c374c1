// The workbench: YASGUI on this server's endpoint, the competency questions, completions of the ontology's terms.
const config = JSON.parse(document.getElementById("config").textContent);
const endpoint = new URL("/sparql", location.href).href;
const { Yasgui } = window;

const short = (iri) => {
  for (const [prefix, namespace] of Object.entries(config.prefixes))
    if (iri.startsWith(namespace) && /^[\w-]+$/.test(iri.slice(namespace.length))) return `${prefix}:${iri.slice(namespace.length)}`;
  return `<${iri}>`;
};
const names = config.terms.map(short);

Yasgui.Yasqe.registerAutocompleter({
  name: "khabar",
  bulk: false,
  autoShow: true,
  persistenceId: null,
  isValidCompletionPosition: (yasqe) => {
    const token = yasqe.getCompleteToken();
    return !token.string.startsWith("?") && !token.string.startsWith('"') && token.type !== "string" && token.type !== "comment" && /^[A-Za-z]*:?[\w-]*$/.test(token.string) && token.string.trim().length > 1;
  },
  get: (_, token) => {
    const typed = (token?.autocompletionString ?? token?.string ?? "").toLowerCase();
    return names.filter((name) => name.toLowerCase().startsWith(typed) || name.split(":")[1]?.toLowerCase().startsWith(typed));
  },
  preProcessToken: (_, token) => token,
  postProcessToken: (_, __, suggested) => suggested,
  postprocessHints: (_, hints) => hints.map((hint) => {
    const [prefix, local] = hint.text.split(":");
    const labels = config.labels[(config.prefixes[prefix] ?? "") + local];
    return labels ? { ...hint, displayText: `${hint.text}  ${labels.en ?? ""}  \u2068${labels.ar ?? ""}\u2069` } : hint;
  }),
});

// numbers without their types and short names, unless the reader asks for all of it
const Table = Yasgui.Yasr.plugins.table;
const { draw } = Table.prototype;
Table.prototype.draw = function (config, ...more) { return draw.call(this, { compact: true, ...config }, ...more); };

const prologue = ["khb", "skos", "schema", "rdfs"].map((prefix) => `PREFIX ${prefix}: <${config.prefixes[prefix]}>`).join("\n");
const initial = `${prologue}\n\nSELECT ?claim ?who ?outcome ?min ?max WHERE {\n  ?claim khb:claimant/skos:prefLabel ?who ;\n    khb:states ?toll .\n  ?toll khb:outcome ?outcome .\n  OPTIONAL { ?toll khb:min ?min }\n  OPTIONAL { ?toll khb:max ?max }\n}\nLIMIT 100\n`;

const yasgui = new Yasgui(document.getElementById("yasgui"), {
  requestConfig: { endpoint, method: "POST" },
  copyEndpointOnNewTab: true,
  populateFromUrl: false,
  persistenceId: null,
  endpointCatalogueOptions: { getData: () => [{ endpoint }] },
  yasqe: { value: initial, autocompleters: ["khabar", "variables"], persistenceId: null, resizeable: true },
  yasr: { prefixes: config.prefixes, persistenceId: null },
});
window.khabarYasgui = yasgui;

// What the editor leaves out for keyboards and screen readers: names of its fields, and Tab leads out of the query.
// Its own button for a new tab stands where only tabs may stand, so ours takes its place.
const place = document.getElementById("yasgui");
const names_ = { "input.autocomplete": "SPARQL endpoint", ".CodeMirror textarea": "Query", "select.tableSizer": "Rows on a page" };
function amend() {
  for (const [selector, name] of Object.entries(names_))
    for (const field of place.querySelectorAll(selector)) if (field.getAttribute("aria-label") !== name) field.setAttribute("aria-label", name);
  for (const box of place.querySelectorAll(".CodeMirror")) {
    const editor = box.CodeMirror;
    if (!editor || box.dataset.amended) continue;
    box.dataset.amended = "yes";
    editor.setOption("extraKeys", { ...editor.getOption("extraKeys"), Tab: false, "Shift-Tab": false });
    const scroller = editor.getScrollerElement();
    scroller.tabIndex = 0;
    scroller.setAttribute("role", "region");
    scroller.setAttribute("aria-label", "Query, scrolled");
  }
}
amend();
new MutationObserver(amend).observe(place, { childList: true, subtree: true });
document.getElementById("new-tab").addEventListener("click", () => yasgui.addTab(true));

// a result's IRIs lead to their pages here, not into the world
document.getElementById("yasgui").addEventListener("click", (event) => {
  const link = event.target.closest(".yasr a.iri");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  location.href = `/node?iri=${encodeURIComponent(link.getAttribute("href"))}`;
});

const list = document.getElementById("questions");
for (const question of config.questions) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.name = question.name;
  const english = document.createElement("span");
  english.textContent = question.en;
  const arabic = document.createElement("bdi");
  arabic.lang = "ar";
  arabic.textContent = question.ar;
  button.append(english, arabic);
  button.addEventListener("click", () => {
    const tab = yasgui.getTab();
    tab.setQuery(question.text);
    tab.query().catch(() => {});
    document.getElementById("yasgui").scrollIntoView({ block: "start" });
  });
  const item = document.createElement("li");
  item.append(button);
  list.append(item);
}
