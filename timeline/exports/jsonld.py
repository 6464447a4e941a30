"""JSON-LD: schema.org events and observations, whose evidence is W3C Web Annotations.

The context stands in the file: nothing is fetched to read it. A document is `urn:biannian:doc_id`;
an annotation's target holds its quotation (TextQuoteSelector) and its characters (TextPositionSelector).
"""

from typing import BinaryIO

from timeline.exports.json import dumps
from timeline.exports.selection import Selection
from timeline.tables import LIST_SEPARATOR

_CONTEXT = {
    "@vocab": "https://schema.org/", "schema": "https://schema.org/", "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/", "edtf": "http://id.loc.gov/datatypes/edtf/",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "biannian": "urn:biannian:", "id": "@id", "type": "@type",
    "date": {"@id": "dcterms:date", "@type": "edtf:EDTF"}, "startDate": {"@type": "xsd:date"},
    "endDate": {"@type": "xsd:date"}, "published": {"@id": "dcterms:issued", "@type": "edtf:EDTF"},
    "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget"},
    "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"}, "exact": "oa:exact", "prefix": "oa:prefix",
    "suffix": "oa:suffix", "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
}  # fmt: skip


def to_jsonld(selection: Selection, out: BinaryIO) -> None:
    """One @graph: the dataset, documents, events, observations, and the annotations that prove them."""
    out.write(
        f'{{"@context": {dumps(_CONTEXT)},\n"@graph": [\n'.encode() + dumps(_dataset(selection)).encode()
    )
    for node in _nodes(selection):
        out.write(b",\n" + dumps(node).encode())
    out.write(b"\n]}\n")


def _nodes(selection: Selection):
    for row in selection.rows("documents"):
        yield _document(row)
    for row in selection.rows("events"):
        yield _event(row)
    for row in selection.rows("mentions"):
        yield _annotation(row["mention_id"], row["event_id"], "oa:identifying", _target(row))
    for row in selection.rows("observations"):
        yield _observation(row)
        yield _annotation(
            f"{row['observation_id']}-source", row["observation_id"], "oa:identifying", _target(row)
        )
    for row in selection.rows("checks"):
        yield _check(row)


def _dataset(selection: Selection) -> dict:
    return {
        "id": "biannian:dataset",
        "type": "Dataset",
        "name": selection.title,
        "description": selection.statement,
        "inLanguage": selection.lang,
        "isBasedOn": [{"id": f"biannian:{doc_id}"} for doc_id in selection.documents["doc_id"]],
    }


def _document(row: dict) -> dict:
    node = {
        "id": f"biannian:{row['doc_id']}", "type": "CreativeWork", "name": row["title"] or row["path"],
        "author": row["author"], "publisher": row["publisher"], "published": row["date_published"],
        "inLanguage": row["language"], "encodingFormat": row["media_type"], "sha256": row["sha256"],
    }  # fmt: skip
    return {key: value for key, value in node.items() if value}


def _event(row: dict) -> dict:
    node = {
        "id": f"biannian:{row['event_id']}", "type": "Event", "name": row["name"], "date": row["date"],
        "startDate": row["earliest"], "endDate": row["latest"], "keywords": row["category"],
        "about": [{"type": "Thing", "name": n} for n in row["entities"].split(LIST_SEPARATOR) if n],
        "biannian:importance": row["importance"], "biannian:agreement": row["status"],
        "biannian:edited": row.get("edited"), "biannian:starred": row.get("starred"),
    }  # fmt: skip
    return {key: value for key, value in node.items() if value not in ("", None, [])}


def _observation(row: dict) -> dict:
    node = {
        "id": f"biannian:{row['observation_id']}", "type": "Observation", "name": row["text"],
        "measuredProperty": row["property"], "observationAbout": row["about"],
        "value": row["value"], "minValue": row["low"], "maxValue": row["high"], "unitCode": row["unit"],
        "biannian:comparator": row["comparator"], "date": row["date"],
        "biannian:event": {"id": f"biannian:{row['event_id']}"} if row["event_id"] else None,
    }  # fmt: skip
    return {key: value for key, value in node.items() if value not in ("", None)}


def _annotation(own: str, body: str, motivation: str, *targets: dict) -> dict:
    return {
        "id": f"biannian:{own}", "type": "oa:Annotation", "motivation": motivation,
        "body": f"biannian:{body}", "target": list(targets),
    }  # fmt: skip


def _target(row: dict, side: str = "") -> dict:
    quote = {"type": "oa:TextQuoteSelector", "exact": row[f"{side}exact"]}
    if not side and "prefix" in row:
        quote |= {"prefix": row["prefix"], "suffix": row["suffix"]}
    position = {"type": "oa:TextPositionSelector", "start": row[f"{side}start"], "end": row[f"{side}end"]}
    return {"source": f"biannian:{row[f'{side}doc_id']}", "selector": [quote, position]}


def _check(row: dict) -> dict:
    sides = [_target(row, side) for side in ("", "other_") if row[f"{side}doc_id"]]
    note = {"type": "oa:TextualBody", "schema:text": row["message"], "keywords": row["kind"]}
    return {
        "id": f"biannian:{row['check_id']}", "type": "oa:Annotation", "motivation": "oa:questioning",
        "oa:hasBody": note, "target": sides,
    }  # fmt: skip
