"""Items as columns: what a layout asks of all events at once, without an object for each of them.

Days are ordinals; `NO_START` and `NO_END` stand for open ends. Rows are known by their place.
"""

import datetime
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from timeline import edtf
from timeline.layout.records import Item

Day = datetime.date
NO_START, NO_END = 0, 10_000_000
_EPOCH = Day(1970, 1, 1).toordinal()
_SHARPNESS = {"day": 0, "month": 1, "quarter": 2, "season": 2, "half": 3, "year": 4, "range": 5, "decade": 6}


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Arrays of one length, a row for each event; `lane` points into `lanes`.

    `crowd` orders rows where there are too many to draw: importance, star, documents, sharpness, then
    a checksum of the id, which is the same each time and has nothing to do with time. `alphabet` is
    the order of the ids. `others` holds, by id, the bounds of contradicting readings.
    """

    ids: np.ndarray
    names: np.ndarray
    dates: np.ndarray
    first: np.ndarray
    last: np.ndarray
    lane: np.ndarray
    importance: np.ndarray
    status: np.ndarray
    modality: np.ndarray
    n_documents: np.ndarray
    edited: np.ndarray
    starred: np.ndarray
    crowd: np.ndarray
    alphabet: np.ndarray
    lanes: tuple[str, ...]
    others: Mapping[str, tuple[tuple[Day, Day], ...]]

    def __len__(self) -> int:
        return len(self.ids)

    def part(self, places: np.ndarray) -> "Columns":
        """Only those rows, by a mask or by their places."""
        return replace(self, **{name: getattr(self, name)[places] for name in _ARRAYS})

    def items(self, places: Iterable[int] | None = None) -> list[Item]:
        """Rows as items; all of them without `places`."""
        at = slice(None) if places is None else np.asarray(places, dtype=np.int64)
        ids = self.ids[at].tolist()
        return list(
            map(
                Item, ids, self.names[at], self.dates[at], map(_day, self.first[at].tolist()),
                map(_day, self.last[at].tolist()), [self.lanes[lane] for lane in self.lane[at].tolist()],
                self.importance[at].tolist(), self.status[at], self.modality[at], self.n_documents[at].tolist(),
                self.edited[at].tolist(), self.starred[at].tolist(), [self.others.get(id_, ()) for id_ in ids],
            )
        )  # fmt: skip

    def years(self) -> tuple[tuple[int, int], ...]:
        """How many dated events begin (or, of an open start, end) in which year."""
        known = np.where(self.first == NO_START, self.last, self.first)
        days = (known[known != NO_END] - _EPOCH).astype("datetime64[D]")
        found = np.unique(days.astype("datetime64[Y]").astype(np.int64) + 1970, return_counts=True)
        return tuple(zip(*(side.tolist() for side in found), strict=True))


_ARRAYS = tuple(name for name in Columns.__dataclass_fields__ if name not in ("lanes", "others"))


def _day(ordinal: int) -> Day | None:
    return None if ordinal in (NO_START, NO_END) else Day.fromordinal(ordinal)


def columns(
    ids: Sequence[str], names: Sequence[str], dates: Sequence[str], first: Sequence[int], last: Sequence[int],
    lane: Sequence[str], importance: Sequence[int], status: Sequence[str], modality: Sequence[str],
    n_documents: Sequence[int], edited: Sequence[bool], starred: Sequence[bool],
    others: Mapping[str, tuple[tuple[Day, Day], ...]],
) -> Columns:  # fmt: skip
    """Lists of one length as columns."""
    level = np.asarray(importance, dtype=np.int64)
    told, star = np.asarray(n_documents, dtype=np.int64), np.asarray(starred, dtype=bool)
    alphabet = _ranks(sorted(range(len(ids)), key=ids.__getitem__))
    sharp = {date: sharpness(date) for date in set(dates)}
    blind = np.asarray([zlib.crc32(id_.encode("utf-8", "surrogatepass")) for id_ in ids])
    keys = (alphabet, blind, np.asarray([sharp[date] for date in dates]), -told, ~star, -level)
    known = {key: place for place, key in enumerate(dict.fromkeys(lane))}
    return Columns(
        _texts(ids), _texts(names), _texts(dates), np.asarray(first, dtype=np.int64),
        np.asarray(last, dtype=np.int64), np.asarray([known[key] for key in lane], dtype=np.int64),
        level, _texts(status), _texts(modality), told, np.asarray(edited, dtype=bool), star,
        _ranks(np.lexsort(keys)), alphabet, tuple(known), others,
    )  # fmt: skip


def of_items(items: Iterable[Item]) -> Columns:
    """Items as columns."""
    rows = list(items)
    fields = [list(field) for field in zip(*rows, strict=True)] or [[] for _ in Item._fields]
    fields[3] = [NO_START if day is None else day.toordinal() for day in fields[3]]
    fields[4] = [NO_END if day is None else day.toordinal() for day in fields[4]]
    return columns(*fields[:-1], {row.id: row.others for row in rows if row.others})


def sharpness(date: str) -> int:
    """How sharp an EDTF date is: 0 for a day; what is no date counts as a range."""
    try:
        return _SHARPNESS.get(edtf.precision(date), 7)
    except ValueError:
        return _SHARPNESS["range"]


def _texts(cells: Sequence[str]) -> np.ndarray:
    made = np.empty(len(cells), dtype=object)
    made[:] = cells
    return made


def _ranks(order: Sequence[int] | np.ndarray) -> np.ndarray:
    """The place of each row in an order that lists rows."""
    ranks = np.empty(len(order), dtype=np.int64)
    ranks[np.asarray(order, dtype=np.int64)] = np.arange(len(order))
    return ranks
