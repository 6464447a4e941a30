"""What the two sides of a check state: times with their days, lengths of time, numbers."""

import datetime
import re
from collections.abc import Mapping
from typing import NamedTuple

import pandas as pd

from timeline import edtf
from timeline.tables import Timeline

Day = datetime.date
_DURATION = re.compile(
    r"P(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
)


class When(NamedTuple):
    """A time as a document writes it, with its days; `side` is 0 or 1."""

    text: str
    date: str
    earliest: Day
    latest: Day
    side: int


class Length(NamedTuple):
    """A stated length of time."""

    text: str
    number: float
    unit: str  # years, months, days

    def after(self, start: Day) -> Day:
        if self.unit == "days":
            return start + datetime.timedelta(self.number)
        months = round(self.number * (12 if self.unit == "years" else 1))
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        return Day(year, month + 1, min(start.day, edtf.last_day(year, month + 1).day))


def _sides(check: Mapping) -> list[tuple[str, int, int]]:
    sides = [(check["doc_id"], int(check["start"]), int(check["end"]))]
    if check["other_doc_id"] and not pd.isna(check["other_start"]):
        sides.append((check["other_doc_id"], int(check["other_start"]), int(check["other_end"])))
    return sides


def _inside(table: pd.DataFrame, side: tuple[str, int, int]) -> list[dict]:
    doc_id, start, end = side
    hit = (table["doc_id"] == doc_id) & (table["start"] >= start) & (table["end"] <= end)
    return table[hit].to_dict("records")


def find_times(timeline: Timeline, check: Mapping) -> tuple[list[When], list[Length]]:
    """The dates and the lengths of time inside the sides of a row of `checks`."""
    times, lengths = [], []
    for index, side in enumerate(_sides(check)):
        for row in _inside(timeline.times, side):
            text = " ".join(row["text"].split())
            length = _length(row) if row["type"] == "DURATION" else None
            if length:
                lengths.append(length)
            elif row["earliest"] and row["latest"] and row["type"] in ("DATE", "TIME"):
                days = (Day.fromisoformat(row["earliest"]), Day.fromisoformat(row["latest"]))
                times.append(When(text, row["value"], *days, index))
    return times, lengths


def _length(row: dict) -> Length | None:
    match = _DURATION.fullmatch(row["value"] or "")
    if not match or not any(match.groups()):
        return None
    years, months, weeks, days = (float(part or 0) for part in match.groups())
    text = " ".join(row["text"].split())
    if weeks or days:
        return Length(text, weeks * 7 + days + months * 30 + years * 365, "days")
    return Length(text, years * 12 + months, "months") if months else Length(text, years, "years")


def find_numbers(timeline: Timeline, check: Mapping) -> list[dict]:
    """One observation a side, of one unit; else nothing."""
    found = []
    for side in _sides(check):
        rows = [row for row in _inside(timeline.observations, side) if not pd.isna(row["value"])]
        found += rows[:1]
    same = len(found) == 2 and found[0]["unit"] == found[1]["unit"] and found[0]["unit"]
    return found if same and min(float(row["value"]) for row in found) >= 0 else []
