"""What a web page's head tells: <meta>, JSON-LD, <time>, its address."""

import json
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from timeline.documents.content import Content
from timeline.documents.dates import to_edtf

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "date_published", "publishdate",
    "pubdate", "publish_date", "publish-date", "publication_date", "citation_publication_date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "weibo:article:create_at", "date",
    "article:modified_time", "og:updated_time", "datemodified",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "citation_title", "dc.title", "twitter:title")
_AUTHOR_NAMES = ("author", "article:author", "og:article:author", "citation_author", "dc.creator", "byl")
_PUBLISHER_NAMES = (
    "og:site_name", "publisher", "article:publisher", "dc.publisher", "application-name", "source",
)  # fmt: skip
_ADDRESS_DATE = re.compile(r"/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?=[/_.-])")
MAX_JSON = 200_000  # characters of one JSON-LD block


def read_head(tree: LexborHTMLParser) -> Content:
    """Title, author, publisher, date and language: a Content without text."""
    metas = _metas(tree)
    linked = _linked_data(tree)
    published, basis = _published(tree, metas, linked)
    root = tree.root
    return Content(
        "",
        title=_first(metas, _TITLE_NAMES) or linked.get("headline", "") or _title(tree),
        author=_first(metas, _AUTHOR_NAMES) or linked.get("author", ""),
        publisher=_first(metas, _PUBLISHER_NAMES) or linked.get("publisher", ""),
        published=published,
        basis=basis,
        language=((root.attributes.get("lang") or "") if root is not None else "")[:2].lower(),
    )


def _metas(tree: LexborHTMLParser) -> dict[str, str]:
    metas: dict[str, str] = {}
    for node in tree.css("meta"):
        attributes = node.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
        if key and (content := (attributes.get("content") or "").strip()):
            metas.setdefault(key.lower(), content[:500])
    return metas


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if metas.get(name)), "")


def _title(tree: LexborHTMLParser) -> str:
    node = tree.css_first("title")
    return " ".join((node.text() if node else "").split())[:300]


def _published(tree: LexborHTMLParser, metas: dict[str, str], linked: dict[str, str]) -> tuple[str, str]:
    if value := to_edtf(linked.get("datePublished", "")):
        return value, "JSON-LD"
    for name in _DATE_NAMES:
        if value := to_edtf(metas.get(name, "")):
            return value, "meta"
    for node in tree.css("time[datetime]")[:5]:
        if value := to_edtf(node.attributes.get("datetime") or ""):
            return value, "meta"
    link = tree.css_first("link[rel=canonical]")
    address = metas.get("og:url", "") or ((link.attributes.get("href") or "") if link else "")
    if match := _ADDRESS_DATE.search(address):
        return to_edtf("-".join(match.groups())), "meta"
    return "", ""


def _linked_data(tree: LexborHTMLParser) -> dict[str, str]:
    """headline, author, publisher, datePublished of the page's first article in JSON-LD."""
    for node in tree.css('script[type="application/ld+json"]')[:10]:
        source = node.text()
        if len(source) > MAX_JSON:
            continue
        try:
            found = json.loads(source)
        except (ValueError, RecursionError):
            continue
        for thing in _things(found):
            if "datePublished" in thing or "headline" in thing:
                keys = ("headline", "author", "publisher", "datePublished")
                return {key: _name(thing.get(key)) for key in keys}
    return {}


def _things(found: object) -> Iterator[dict]:
    """The dictionaries in JSON-LD, those of @graph included; three levels are enough."""
    level = [found]
    for _ in range(4):
        below: list[object] = []
        for item in level[:200]:
            if isinstance(item, dict):
                yield item
                below.append(item.get("@graph"))
            elif isinstance(item, list):
                below.extend(item)
        level = below


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = value.get("name", "")
    return str(value).strip()[:300] if isinstance(value, str | int) else ""
