"""What is being exported: the chosen rows, the words that state the choice, the documents' signs.

Every format receives one `Selection` and a stream. Whatever a file says of itself (filters, hand
edits, how far the data reach) is said here once, so that all formats say the same.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import pandas as pd

from timeline import edtf, labels, plans, tables
from timeline.exports.printable import one_line
from timeline.tables import COLUMNS, Filters, Timeline

Progress = Callable[[int, int], None]  # rows (or slides) done, rows in all
_EVERY = 5000


def _quiet(done: int, total: int) -> None:
    pass


@dataclass(frozen=True)
class Selection:
    """The rows to export (`timeline`), out of the `whole`; `options` are a format's own."""

    whole: Timeline
    timeline: Timeline
    filters: Filters
    lang: str = "zh"
    options: dict = field(default_factory=dict)
    progress: Progress = _quiet

    @classmethod
    def of(cls, timeline: Timeline, filters: Filters, lang: str = "zh", **rest) -> "Selection":
        chosen = tables.select(timeline, filters)
        said = plans.modalities(chosen)
        events = chosen.events.assign(modality=[said.get(e, "fact") for e in chosen.events["event_id"]])
        return cls(timeline, replace(chosen, events=events), filters, lang, **rest)

    def word(self, zh: str, en: str) -> str:
        return zh if self.lang == "zh" else en

    @property
    def marks(self) -> str:
        """Quotation marks, opening and closing: our Chinese takes 「」, English “ ”."""
        return self.word("「」", "“”")

    def quote(self, text: str) -> str:
        """A document's words in a sentence of ours."""
        return text.join(self.marks)

    # ── the words that state the choice ──

    @property
    def name(self) -> str:
        return one_line(self.whole.name) or self.word("编年", "Biannian timeline")

    @property
    def title(self) -> str:
        return self.titled(self.filters)

    def titled(self, filters: Filters) -> str:
        """星河，2009—2024: the collection and a window of time."""
        return f"{self.name}{self.comma}{filters.span(self.lang)}"

    @property
    def comma(self) -> str:
        return "，" if self.lang == "zh" else ", "

    @cached_property
    def filter_words(self) -> str:
        """The filters in one sentence, with documents by title."""
        rows = self.whole.documents
        titles = {
            d: one_line(t or p) for d, t, p in zip(rows["doc_id"], rows["title"], rows["path"], strict=True)
        }
        return one_line(tables.describe(self.filters, self.lang, titles))

    @property
    def edit_words(self) -> str:
        """How many of the exported events carry corrections by hand; "" if none was ever made."""
        made = self.whole.edits
        if made is None or made.empty:
            return ""
        edited = self.flags("edited")
        return self.word(
            f"已应用 {len(made)} 处人工更正，其中 {len(edited)} 件事在此",
            f"{len(made)} hand corrections applied, {len(edited)} of these events among them",
        )

    @property
    def count_words(self) -> str:
        """70 件事，72 个数，3 份文档."""
        shown = self.timeline
        events, numbers, documents = len(shown.events), len(shown.observations), len(self.documents)
        if self.lang == "zh":
            return f"{events} 件事，{numbers} 个数，{documents} 份文档"
        return f"{counted(events, 'event')}, {counted(numbers, 'number')}, {counted(documents, 'document')}"

    @property
    def until(self) -> str:
        """The day up to which the documents reach (EDTF), "" if no document is dated."""
        dated = [d for d in self.documents["date_published"] if d and edtf.is_edtf(d)]
        return max(dated, key=lambda d: (str(edtf.bounds(d)[1] or ""), d), default="")

    @property
    def statement(self) -> str:
        """Filters, hand edits and reach, as one line for headers and footers."""
        parts = [self.word("筛选：", "Filters: ") + self.filter_words, self.edit_words]
        if self.until:
            parts.append(self.word("文档截至", "documents up to ") + edtf.label(self.until, self.lang))
        return self.word("；", "; ").join(part for part in parts if part)

    def when(self, date: str) -> str:
        """A date as people read it; what is no EDTF date (a duration) stays as it is."""
        return edtf.label(date, self.lang) if edtf.is_edtf(date) else date

    # ── rows ──

    def columns(self, table: str) -> list[str]:
        """The table's columns; of events (as told by all their mentions) and of numbers also whether they are
        plans; then marks made by hand (starred, edited, settled) where there are any."""
        own, present = COLUMNS[table], {*getattr(self.timeline, table).columns}
        present |= {"modality"} if table == "observations" else set()
        return [
            *own,
            *(c for c in ("modality", "starred", "edited", "settled") if c in present and c not in own),
        ]

    def frame(self, table: str) -> pd.DataFrame:
        """The chosen rows of a table, with all of its `columns`."""
        return self._numbers if table == "observations" else getattr(self.timeline, table)

    @cached_property
    def planned(self) -> plans.Plans:
        """What is planned, in the whole collection."""
        return plans.Plans(self.whole)

    @cached_property
    def _numbers(self) -> pd.DataFrame:
        numbers = self.timeline.observations
        rows = zip(*(numbers[name].tolist() for name in plans.NEEDED), strict=True)
        ahead = (self.planned.ahead(dict(zip(plans.NEEDED, row, strict=True))) for row in rows)
        return numbers.assign(modality=["plan" if one else "fact" for one in ahead])

    def rows(self, table: str) -> Iterator[dict]:
        """A table's rows as dictionaries of Python values; what is missing is None. Tells the progress."""
        columns = self.columns(table)
        rows = self.frame(table)[columns]
        total = len(rows)
        for first in range(0, total, _EVERY):
            part = rows.iloc[first : first + _EVERY]
            lists = [_values(part[column]) for column in columns]
            for cells in zip(*lists, strict=True):
                yield dict(zip(columns, cells, strict=True))
            self.progress(min(first + _EVERY, total), total)

    @cached_property
    def documents(self) -> pd.DataFrame:
        """The documents in the selection (those chosen, or all)."""
        return self.timeline.documents

    @cached_property
    def told(self) -> dict[str, list[dict]]:
        """event_id → its mentions, in the table's order."""
        homes: dict[str, list[dict]] = {}
        for row in self.rows("mentions"):
            homes.setdefault(row["event_id"], []).append(row)
        return homes

    @cached_property
    def by_event(self) -> dict[str, dict]:
        """event_id → its row."""
        return {row["event_id"]: row for row in self.rows("events")}

    @cached_property
    def numbers(self) -> dict[str, dict]:
        """observation_id → its row."""
        return {row["observation_id"]: row for row in self.rows("observations")}

    def flags(self, column: str) -> set[str]:
        """event_ids of the selection for which a mark made by hand is set."""
        events = self.timeline.events
        return set(events.loc[events[column].astype(bool), "event_id"]) if column in events else set()

    def modality(self, event_id: str) -> str:
        """fact if any document tells it as one, else what the first mention says."""
        return self._modalities[event_id]

    @cached_property
    def _modalities(self) -> dict[str, str]:
        events = self.timeline.events
        return dict(zip(events["event_id"], events["modality"], strict=True))

    # ── documents ──

    @cached_property
    def _places(self) -> dict[str, int]:
        return {doc_id: index for index, doc_id in enumerate(self.whole.documents["doc_id"])}

    def siglum(self, doc_id: str) -> str:
        """甲 / A: the same sign as on every chart, by the document's place in the whole collection."""
        return labels.siglum(self._places[doc_id], self.lang) if doc_id in self._places else "?"

    @cached_property
    def by_id(self) -> dict[str, dict]:
        return {row["doc_id"]: row for row in self.whole.documents.to_dict("records")}

    def document_title(self, doc_id: str) -> str:
        row = self.by_id.get(doc_id, {})
        return one_line(row.get("title", "") or row.get("path", "")) or doc_id

    def place(self, doc_id: str, start: int, end: int) -> str:
        """第 8440—8571 字 / characters 8440–8571 (as in the tables), with the page where the format has pages."""
        page = self.whole.page(doc_id, start) if doc_id in self._places else 0
        if self.lang == "zh":
            return (f"第 {page} 页，" if page else "") + f"第 {start}—{end} 字"
        return (f"p. {page}, " if page else "") + f"characters {start}–{end}"


def _values(cells: pd.Series) -> list:
    """Python values; NA, NaN and infinity, which no format can carry alike, become None."""
    if cells.dtype == "Float64" or cells.dtype == "float64":
        plain = cells.astype("Float64").astype(object).tolist()
        return [v if isinstance(v, float) and abs(v) < float("inf") else None for v in plain]
    if cells.dtype == "Int64" or cells.dtype == "bool" or cells.dtype == "boolean":
        return [None if v is pd.NA else v for v in cells.astype(object).tolist()]
    return [
        v if isinstance(v, str | bool | int) else "" if v is None or v != v else str(v)
        for v in cells.tolist()
    ]


def counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")
