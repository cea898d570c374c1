"""What the server shows apart from HTTP: pages of nodes, the boards, the workbench; all from the queried store."""

from __future__ import annotations

import functools
import json
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from khabar.claims import View, local_name
from khabar.errors import GraphError, StoreError
from khabar.explain import Value, explain
from khabar.queries import questions
from khabar.rdf.load import parse
from khabar.rdf.terms import DCTERMS, DEFAULT_BASE, GEO, KHB, OA, PREFIXES, PROV, check_iri, local_prefixes
from khabar.report.data import concept_labels, node_turtle, page_data
from khabar.report.page import environment, render_page
from khabar.report.write import article_graphs
from khabar.resources import ontology_files
from khabar.serve.pool import Pool

if TYPE_CHECKING:
    import rdflib

__all__ = ["BOARD_TRIPLES", "NodePage", "Site", "base_of"]

BOARD_TRIPLES = 3_000_000
"""Boards read the whole store into memory; stores with more triples have none."""

_NEIGHBOURS = 300
_AROUND = """
CONSTRUCT {{ ?s ?p ?o }} WHERE {{
  {{ BIND (<{iri}> AS ?s) ?s ?p ?o }}
  UNION {{ {{ SELECT ?s ?p ?o WHERE {{ BIND (<{iri}> AS ?o) ?s ?p ?o }} ORDER BY ?p ?s LIMIT {limit} }} }}
  UNION {{
    {{ SELECT DISTINCT ?s WHERE {{
      {{ <{iri}> ?out ?s }} UNION {{ ?s ?in <{iri}> }}
      UNION {{ <{iri}> khb:evidence/oa:hasSelector ?s }} UNION {{ <{iri}> geo:hasGeometry ?s }}
    }} ORDER BY ?s LIMIT {limit} }}
    ?s ?p ?o
    FILTER (?p IN (rdf:type, rdfs:label, skos:prefLabel, schema:headline,
      oa:hasSource, oa:hasSelector, oa:start, oa:end,
      oa:exact, khb:sha256, khb:eventType, khb:agent, khb:target, khb:place, khb:earliest, khb:latest, khb:outcome,
      khb:min, khb:max, khb:approximate, khb:victims, khb:of, geo:asWKT, khb:modality, khb:claimant))
  }}
}}
"""
_ARTICLES = """
SELECT ?article (MIN(?h) AS ?headline) (MIN(?d) AS ?day) (MIN(?l) AS ?publisher) WHERE {
  ?article a khb:Article
  OPTIONAL { ?article schema:headline ?h }
  OPTIONAL { ?article schema:datePublished ?d }
  OPTIONAL { ?article schema:publisher/skos:prefLabel ?l FILTER (LANG(?l) != 'en') }
} GROUP BY ?article ORDER BY DESC(?day) ?article LIMIT 200
"""
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


@dataclass(frozen=True, slots=True)
class NodePage:
    """All that the server says of one node, in each media type on demand."""

    iri: str
    graph: rdflib.Graph
    around: rdflib.Graph

    def turtle(self) -> str:
        """The triples whose subject is the node, and those whose object it is."""
        import rdflib

        return node_turtle(self.graph, rdflib.URIRef(self.iri), _prefixes(self.iri))

    def json_ld(self) -> str:
        """The same as JSON-LD; it is expanded, so that no context has to be fetched."""
        document = json.loads(self.graph.serialize(format="json-ld", encoding="utf-8"))
        return json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    def n_triples(self) -> str:
        """The same as sorted N-Triples."""
        lines = self.graph.serialize(format="nt", encoding="utf-8").decode("utf-8").splitlines()
        return "".join(f"{line}\n" for line in sorted(filter(None, lines)))


def _prefixes(iri: str) -> dict[str, str]:
    if "/article/" not in iri:
        return {}
    base, _, rest = iri.partition("article/")
    return local_prefixes(base, [f"{base}article/{rest.split('/')[0]}"])


class Site:
    """A store with its pages."""

    def __init__(self, pool: Pool, *, base: str = DEFAULT_BASE, title: str = "Khabar") -> None:
        """Take the pool that answers queries; ``base`` is what instances' IRIs begin with."""
        self.pool = pool
        self.base = base
        self.title = title
        self._lock = threading.Lock()
        self._boards: tuple[rdflib.Graph, dict[str, rdflib.Graph]] | None = None
        self._pages: dict[str, str] = {}

    # --------------------------------------------------------------------------------- nodes

    def node(self, iri: str) -> NodePage | None:
        """Return what is known of a node; None where it is in neither the store nor the ontology.

        Raises ``GraphError`` if ``iri`` is none, ``StoreError`` if the store does not answer.
        """
        import rdflib

        try:
            check_iri(iri)
        except ValueError as error:
            raise GraphError(str(error)) from None
        node = rdflib.URIRef(iri)
        around = self._construct(_AROUND.format(iri=iri, limit=_NEIGHBOURS))
        graph = rdflib.Graph(bind_namespaces="none")
        for prefix, namespace in PREFIXES.items():
            graph.bind(prefix, namespace)
        for triple in around.triples((node, None, None)):
            graph.add(triple)
        for triple in _ontology().triples((node, None, None)):
            graph.add(triple)
            around.add(triple)
        if not graph and not any(around.triples((None, None, node))) and not any(around.triples((None, node, None))):
            return None
        return NodePage(iri, graph, around)

    def node_html(self, page: NodePage) -> str:
        """Return a node's page."""
        import rdflib

        node = rdflib.URIRef(page.iri)
        view = View(page.around)
        found = explain(page.around, node, {})
        values = [value for value in found.values if not value.inverse]
        outgoing = [(value, self._property(value.name)) for value in values]
        hidden = [
            Value(local_name(str(predicate)), view.label(other), str(other))
            for predicate in (DCTERMS + "source", KHB + "evidence", PROV + "wasGeneratedBy")
            for other in view.objects(node, predicate)
        ]
        return environment().get_template("node.html.j2").render(
            title=view.label(node),
            labels=found.labels,
            iri=page.iri,
            types=[str(kind) for kind in view.objects(node, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")],
            outgoing=outgoing,
            evidence=hidden,
            incoming=[(value, self._property(value.name)) for value in found.values if value.inverse],
            rules=found.rules,
            grounds=[item.quote for item in found.grounds],
            turtle=page.turtle(),
            link=node_link,
            short=short,
            limit=_NEIGHBOURS,
            site=self.title,
        )  # fmt: skip

    @staticmethod
    def _property(name: str) -> str:
        return concept_labels().get(name, {}).get("en", name)

    def _construct(self, query: str) -> rdflib.Graph:
        answer = self.pool.ask(query, "application/n-triples", prefixes=dict(PREFIXES))
        if answer.status != 200:
            raise StoreError(answer.body.decode("utf-8", "replace").strip())
        return parse(answer.body, "nt", "the store")

    # --------------------------------------------------------------------------------- boards

    @property
    def has_boards(self) -> bool:
        """Whether the store is small enough for boards."""
        return self.pool.size <= BOARD_TRIPLES

    def board(self, article: str | None = None) -> str | None:
        """Return the board of one article, or of all; None where there is no such article.

        Raises ``GraphError`` if the store holds nothing of Khabar's or too much for a page.
        """
        key = article or ""
        with self._lock:
            if key in self._pages:
                return self._pages[key]
            if not self.has_boards:
                raise GraphError(f"the store has more than {BOARD_TRIPLES} triples: ask the endpoint instead")
            if self._boards is None:
                graph = self._construct(_EVERYTHING)
                known = [str(node) for node in View(graph).of_type("Article")]
                self._boards = (graph, article_graphs(graph) if len(known) > 1 else {})
            graph, parts = self._boards
            if article is not None and article not in (parts or map(str, View(graph).of_type("Article"))):
                return None
            chosen = parts[article] if article is not None and parts else graph
            data = page_data(chosen, detail=article is not None or not parts)
            data["nodes"] = "/node?iri="
            if article is None and parts:
                base = data["base"]
                data["pages"] = {
                    name: f"/board?article={quote(name if ':' in name else base + name, safe='')}"
                    for name in data["articles"]
                }
            page = render_page(data)
            if len(self._pages) < 64:
                self._pages[key] = page
            return page

    # --------------------------------------------------------------------------------- workbench

    def workbench(self) -> str:
        """Return the query page: editor, saved questions, completions."""
        terms = [KHB + name for name in sorted(concept_labels())]
        config = {
            "prefixes": PREFIXES,
            "terms": [*terms, *_standard_terms()],
            "labels": {KHB + name: labels for name, labels in concept_labels().items()},
            "questions": [
                {"name": item.name, "en": item.english, "ar": item.arabic, "policy": item.policy, "text": item.text}
                for item in questions()
            ],
        }
        return environment().get_template("workbench.html.j2").render(
            config=config, title=self.title, size=self.pool.size, boards=self.has_boards
        )  # fmt: skip

    def home(self) -> str:
        """Return the first page."""
        answer = self.pool.ask(
            "SELECT ?class (COUNT(?node) AS ?n) WHERE { ?node a ?class FILTER STRSTARTS(STR(?class), STR(khb:)) } "
            "GROUP BY ?class ORDER BY DESC(?n) ?class",
            "application/sparql-results+json", prefixes=dict(PREFIXES),
        )  # fmt: skip
        rows = json.loads(answer.body)["results"]["bindings"] if answer.status == 200 else []
        articles = self.pool.ask(
            _ARTICLES,
            "application/sparql-results+json", prefixes=dict(PREFIXES),
        )  # fmt: skip
        listed = json.loads(articles.body)["results"]["bindings"] if articles.status == 200 else []
        counts = [(row["class"]["value"], int(row["n"]["value"])) for row in rows if "class" in row]
        return environment().get_template("home.html.j2").render(
            title=self.title, size=self.pool.size, boards=self.has_boards, link=node_link,
            counts=[(iri, self._property(local_name(iri)), number) for iri, number in counts],
            articles=[
                {
                    "iri": row["article"]["value"],
                    "board": f"/board?article={quote(row['article']['value'], safe='')}",
                    "name": [row[name]["value"] for name in ("headline", "publisher", "day") if name in row]
                    or [local_name(row["article"]["value"])],
                }
                for row in listed if "article" in row
            ],
        )  # fmt: skip

    def describe_service(self, endpoint: str) -> str:
        """Return the endpoint's SPARQL 1.1 Service Description in Turtle."""
        return (
            "@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .\n\n"
            f"<{endpoint}>\n    a sd:Service ;\n    sd:endpoint <{endpoint}> ;\n"
            "    sd:supportedLanguage sd:SPARQL11Query ;\n"
            "    sd:resultFormat <http://www.w3.org/ns/formats/SPARQL_Results_JSON>, "
            "<http://www.w3.org/ns/formats/SPARQL_Results_XML>, <http://www.w3.org/ns/formats/SPARQL_Results_CSV>, "
            "<http://www.w3.org/ns/formats/SPARQL_Results_TSV>, <http://www.w3.org/ns/formats/Turtle>, "
            "<http://www.w3.org/ns/formats/N-Triples>, <http://www.w3.org/ns/formats/JSON-LD>, "
            "<http://www.w3.org/ns/formats/RDF_XML> .\n"
        )


def base_of(pool: Pool) -> str | None:
    """Return what the IRIs of a store's instances begin with; None where it has no article."""
    query = "SELECT (MIN(STR(?article)) AS ?first) WHERE { ?article a khb:Article }"
    answer = pool.ask(query, "application/sparql-results+json", prefixes=dict(PREFIXES))
    rows = json.loads(answer.body)["results"]["bindings"] if answer.status == 200 else []
    first = rows[0]["first"]["value"] if rows and "first" in rows[0] else ""
    base, found, _ = first.rpartition("article/")
    return base if found else None


def node_link(iri: str) -> str:
    """Return the path of a node's page."""
    return f"/node?iri={quote(iri, safe='')}"


def short(iri: str) -> str:
    """Return an IRI as a person reads it: a prefixed name where there is a prefix, else the IRI."""
    for prefix, namespace in PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{rest}"
    return iri


@functools.cache
def _ontology() -> rdflib.Graph:
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for path in ontology_files():
        graph.parse(path, format="turtle")
    return graph


def _standard_terms() -> list[str]:
    """Terms of other vocabularies that graphs use, for completion."""
    from khabar.rdf.terms import OWL, RDF, RDFS, SCHEMA, SKOS

    return [
        *(SKOS + name for name in ("prefLabel", "altLabel", "broader", "inScheme")),
        *(SCHEMA + name for name in ("headline", "author", "publisher", "datePublished", "inLanguage", "url", "name")),
        *(OA + name for name in ("hasSource", "hasSelector", "start", "end", "exact")),
        *(GEO + name for name in ("hasGeometry", "asWKT")),
        *(PROV + name for name in ("wasGeneratedBy", "used")),
        RDF + "type", RDFS + "label", RDFS + "comment", OWL + "sameAs",
    ]  # fmt: skip
