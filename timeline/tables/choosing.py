"""The part of a timeline that filters let through."""

from dataclasses import fields
from functools import cached_property

import numpy as np
import pandas as pd

from timeline.tables.filters import FIRST_YEAR, LAST_YEAR, Filters
from timeline.tables.timelines import Timeline
from timeline.text import to_simplified


class _Part(Timeline):
    """Some events of a whole. Mentions are many and seldom asked for: they are chosen when they are."""

    whole: Timeline
    kept: np.ndarray  # of the whole's mentions

    @classmethod
    def of(cls, whole: Timeline, keep: np.ndarray, **tables: pd.DataFrame) -> "_Part":
        part = object.__new__(cls)
        same = {f.name: getattr(whole, f.name) for f in fields(Timeline) if f.name != "mentions"}
        vars(part).update(same, events=whole.events[keep].reset_index(drop=True), **tables)
        vars(part).update(whole=whole, kept=np.append(keep, False)[whole.homes])
        return part

    @cached_property
    def mentions(self) -> pd.DataFrame:
        return self.whole.mentions[self.kept].reset_index(drop=True)

    @property
    def n_telling(self) -> int:
        return self.whole.mentions["doc_id"][self.kept].nunique()


def _meets(table: pd.DataFrame, filters: Filters) -> pd.Series:
    first, last = (day.isoformat() for day in filters.days)
    return (table["earliest"] <= last) & (_last_days(table) >= first)


def _last_days(table: pd.DataFrame) -> pd.Series:
    return table["latest"].where(table["latest"] != "", "9999")


def _found(timeline: Timeline, query: str) -> np.ndarray:
    """Of each event: whether its headline, entities or evidence contain every word of `query`."""
    words = [to_simplified(word).casefold() for word in query.split()]
    return np.array([all(word in text for word in words) for text in timeline.searched], dtype=bool)


def chosen(timeline: Timeline, filters: Filters) -> pd.Series:
    """Which events `filters` let through."""
    events = timeline.events
    keep = _meets(events, filters) & (events["importance"] >= filters.min_importance)
    if filters.categories:
        keep &= events["category"].isin(filters.categories)
    if filters.statuses:
        keep &= events["status"].isin(filters.statuses)
    if filters.documents:
        told = timeline.homes[timeline.mentions["doc_id"].isin(filters.documents).to_numpy()]
        keep &= np.isin(np.arange(len(events)), told)
    if filters.query.strip():
        keep &= _found(timeline, filters.query)
    if filters.starred and "starred" in events:
        keep &= events["starred"]
    return keep


def select(timeline: Timeline, filters: Filters) -> Timeline:
    """The part of a timeline that `filters` let through: events, then what belongs to them."""
    return _Part.of(
        timeline,
        chosen(timeline, filters).to_numpy(dtype=bool),
        documents=_of_documents(timeline.documents, filters),
        times=_of_documents(timeline.times, filters),
        observations=_chosen_observations(timeline.observations, filters),
        checks=_of_documents(timeline.checks, filters, "other_doc_id"),
    )


def _of_documents(table: pd.DataFrame, filters: Filters, other: str = "") -> pd.DataFrame:
    if not filters.documents:
        return table
    keep = table["doc_id"].isin(filters.documents)
    if other:
        keep |= table[other].isin(filters.documents)
    return table[keep].reset_index(drop=True)


def _chosen_observations(observations: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    told = _of_documents(observations, filters)
    return told[(told["earliest"] == "") | _meets(told, filters)].reset_index(drop=True)


def outside(timeline: Timeline, filters: Filters) -> tuple[int, int]:
    """How many events lie wholly before and after the chosen window."""
    events, (first, last) = timeline.events, filters.days
    before = (_last_days(events) < first.isoformat()).sum()
    after = (events["earliest"] > last.isoformat()).sum()
    return int(before), int(after)


def years(timeline: Timeline) -> tuple[int, int]:
    """First and last year that any event touches, at least 2005–2026."""
    days = [day for column in ("earliest", "latest") for day in timeline.events[column] if day]
    spoken = [int(day[:4]) for day in days]
    return min([FIRST_YEAR, *spoken]), max([LAST_YEAR, *spoken])


def usual(timeline: Timeline) -> Filters:
    """What is shown unless something is asked for: 2005–2026 where most events lie in them, else the years that
    events tell of, without the twentieth at either end that may lie centuries off."""
    events, plain = timeline.events, Filters()
    dated = events[(events["earliest"] != "") | (events["latest"] != "")]
    if dated.empty or 2 * _meets(dated, plain).sum() >= len(dated):
        return plain
    starts, ends = (sorted(day for day in dated[column] if day) for column in ("earliest", "latest"))
    first, last = (starts or ends)[len(starts) // 20], (ends or starts)[-1 - len(ends) // 20]
    return plain.within(first[:4], max(first, last)[:4])
