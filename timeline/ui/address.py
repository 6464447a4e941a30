"""The address bar is the state: what a reader sees, as a query string, and back.

`Address` holds everything that a link must carry: page, language, collection, filters, the chosen
fact, and what a page remembers of its own. `read` never fails: what it can't use, it leaves out.
Defaults are not written, so that an address stays short; the language always is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from timeline.model import CATEGORIES
from timeline.tables import Filters

LANGUAGES = ("zh", "en")
LANES = ("category", "document", "entity")
STATUSES = ("single", "agreed", "conflicting")


@dataclass(frozen=True)
class Address:
    """One view of one collection."""

    page: str = "overview"
    lang: str = "zh"
    collection: str = ""
    filters: Filters = field(default_factory=Filters)
    fact: str = ""  # event_id, observation_id, or doc_id:start of a time
    lanes: str = "category"  # Timeline: what a lane stands for
    part: int = 1  # which part of a long list or text
    read: str = ""  # Sources: the document that is open
    at: str = ""  # Sources: start-end of the passage to show
    marks: tuple[str, ...] = ()  # Sources: which kinds of span are marked; empty: all
    beside: str = ""  # Sources: the event whose tellings stand side by side
    check: str = ""  # Checks: the open one
    kind: str = ""  # Checks: only this kind
    severity: str = ""  # Checks: only this severity
    measure: str = ""  # Metrics: only this measure
    whose: str = ""  # Metrics: only the numbers of this firm, person or thing

    def to(self, page: str, **changes: object) -> "Address":
        """The same view on another page: filters and language stay, what is the page's own goes."""
        fresh = Address(page, self.lang, self.collection, self.filters, lanes=self.lanes)
        return replace(fresh, **changes)

    def change(self, **changes: object) -> "Address":
        return replace(self, **changes)

    def within(self, first: str, last: str) -> "Address":
        """The same view in another window: years ("2021"), months ("2021-03"), or days of its months."""
        return replace(self, filters=self.filters.within(first, last), part=1)

    def narrow(self, **changes: object) -> "Address":
        """The same view with other filters, from the first part on."""
        return replace(self, filters=replace(self.filters, **changes), part=1)

    @property
    def span(self) -> tuple[int, int] | None:
        """The passage named by `at`: (start, end)."""
        start, _, end = self.at.partition("-")
        if not start.isdecimal():
            return None
        first = int(start)
        return (first, int(end)) if end.isdecimal() and int(end) > first else (first, first)


_TEXTS = ("fact", "read", "beside", "check", "kind", "severity", "measure", "whose")


def read(params: Mapping[str, str], page: str = "overview", lang: str = "zh") -> Address:
    """The address that a query string names; `lang` where it names no language."""
    spoken = params.get("lang", "")
    return Address(
        page=page, lang=spoken if spoken in LANGUAGES else lang, collection=params.get("data", ""),
        filters=_filters(params), lanes=params["lanes"] if params.get("lanes") in LANES else "category",
        part=max(1, _number(params.get("part"), 1)), at=params.get("at", ""),
        marks=_list(params.get("marks")), **{name: params.get(name, "") for name in _TEXTS},
    )  # fmt: skip


def _filters(params: Mapping[str, str]) -> Filters:
    chosen = Filters(
        categories=_list(params.get("category"), CATEGORIES),
        documents=_list(params.get("document")),
        statuses=_list(params.get("status"), STATUSES),
        min_importance=min(3, max(1, _number(params.get("importance"), 1))),
        query=params.get("q", "")[:200],
        starred=params.get("starred") == "1",
    )
    first, last = chosen.window
    return chosen.within(params.get("from") or first, params.get("to") or last)


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else default


def _list(text: str | None, allowed: Iterable[str] = ()) -> tuple[str, ...]:
    known = tuple(allowed)
    words = dict.fromkeys(word for word in (text or "").split(",") if word)
    return tuple(word for word in words if not known or word in known)


def write(address: Address) -> dict[str, str]:
    """The address as query parameters, in a fixed order, without what is the default anyway."""
    chosen = address.filters
    first, last = ("", "") if chosen.window == Filters().window else chosen.window
    params = {
        "lang": address.lang,
        "data": address.collection,
        "from": first,
        "to": last,
        "importance": str(chosen.min_importance) if chosen.min_importance > 1 else "",
        "category": ",".join(chosen.categories),
        "document": ",".join(chosen.documents),
        "status": ",".join(chosen.statuses),
        "q": chosen.query.strip(),
        "starred": "1" if chosen.starred else "",
        "lanes": address.lanes if address.lanes != "category" else "",
        "marks": ",".join(address.marks),
        "at": address.at,
        "part": str(address.part) if address.part > 1 else "",
    }
    params |= {name: getattr(address, name) for name in _TEXTS}
    return {name: value for name, value in params.items() if value}


def link(address: Address) -> str:
    """A relative link that opens this view from any page of the app."""
    path = "" if address.page == "overview" else address.page
    return f"./{path}?{urlencode(write(address), safe=',:')}"


def follow(href: str, lang: str = "zh") -> Address:
    """The address behind a link of ours."""
    parts = urlsplit(href)
    page = parts.path.rsplit("/", 1)[-1] or "overview"
    return read(dict(parse_qsl(parts.query)), page, lang)
