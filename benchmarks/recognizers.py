"""Score the time rules against Recognizers-Text's Chinese date-time specs (a folder of JSON files).

    python -m benchmarks.recognizers FOLDER [--verbose]

Measured: spans (precision, recall, F1, exact and overlapping) and value recall: the share of gold
expressions with an interval whose first and last day come out exactly. Where the gold gives a past
and a future value, either counts. Recognizers' ranges end before `end`; where it means the end
itself (`2009年到2010年` ends 2010-01-01 there), a range that ends with the last unit counts too.
"""

import argparse
import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from timeline.model import Timex
from timeline.times import find_times

Day = datetime.date
Days = tuple[Day | None, Day | None]
ONE = datetime.timedelta(days=1)


class Gold(NamedTuple):
    """One expected expression: its place, its text and the intervals that would be right."""

    start: int
    end: int
    text: str
    kind: str
    intervals: tuple[Days, ...]


def read_cases(folder: Path) -> Iterator[tuple[str, str, Day | None, list[Gold]]]:
    """(file, input, reference, expected) of every date-time case."""
    for path in sorted(folder.glob("datetime-*.json")):
        for case in json.loads(path.read_text(encoding="utf-8")):
            reference = case.get("Context", {}).get("ReferenceDateTime")
            yield (
                path.name,
                case["Input"],
                Day.fromisoformat(reference[:10]) if reference else None,
                [_gold(r) for r in case["Results"]],
            )


def _gold(result: dict) -> Gold:
    start = result["Start"]
    end = start + result["Length"] if "Length" in result else result["End"] + 1
    kind = (result.get("Type") or result["TypeName"]).rsplit(".", 1)[-1]
    if "Resolution" in result:
        values = result["Resolution"]["values"]
    else:
        value = result.get("Value") or {}
        values = [
            {"timex": value.get("Timex", ""), **value.get(key, {})}
            for key in ("PastResolution", "FutureResolution")
        ]
    intervals = {days for value in values for days in _intervals(kind, value)}
    return Gold(start, end, result["Text"], kind, tuple(intervals))


def _day(text: str | None) -> Day | None:
    return (
        Day.fromisoformat(text[:10])
        if text and text[:4].isdigit() and text[4:5] == "-" and text[:4] != "0001"
        else None
    )


def _intervals(kind: str, value: dict) -> list[Days]:
    if kind in ("date", "datetime"):
        day = _day(value.get("value") or value.get("date") or value.get("dateTime"))
        first, last = _day(value.get("start")), _day(value.get("end"))
        if day:
            return [(day, day)]
        return _open(value, first, last)
    if kind not in ("daterange", "datetimerange"):
        return []
    first = _day(value.get("start") or value.get("startDate") or value.get("startDateTime"))
    last = _day(value.get("end") or value.get("endDate") or value.get("endDateTime"))
    if kind == "datetimerange":
        return [(first, last)] if first and last else []
    if first and last:
        ends = [last - ONE, last]
        if (
            value["timex"].startswith("(") and last.day == 1
        ):  # the end is a month or a year that belongs to it
            ends.append((last.replace(month=last.month % 12 + 1, year=last.year + last.month // 12)) - ONE)
            if last.month == 1:
                ends.append(Day(last.year, 12, 31))
        return [(first, end) for end in ends]
    return _open(value, first, last)


def _open(value: dict, first: Day | None, last: Day | None) -> list[Days]:
    """Before (the end excluded), until (included), after and since."""
    if first:
        return [(first, None)]
    if last:
        return [(None, last if value.get("Mod") == "until" else last - ONE)]
    return []


def score(folder: Path, verbose: bool = False) -> dict[str, float]:
    found_count = gold_count = exact = overlap = valued = right = found_valued = 0
    for _, text, reference, expected in read_cases(folder):
        found = find_times(text, reference)
        found_count += len(found)
        gold_count += len(expected)
        for gold in expected:
            match = _match(gold, found)
            exact += any((t.start, t.end) == (gold.start, gold.end) for t in found)
            overlap += match is not None
            if not gold.intervals:
                continue
            valued += 1
            found_valued += match is not None
            is_right = match is not None and (match.earliest, match.latest) in gold.intervals
            right += is_right
            if verbose and not is_right:
                got = (
                    f"{match.text} {match.value} {match.earliest}..{match.latest} ({match.rule}; {match.anchor})"
                    if match
                    else "nothing"
                )
                print(
                    f"{text!r} at {reference}: {gold.text} {sorted(map(_shown, gold.intervals))}, got {got}"
                )
        if verbose:
            for t in found:
                if not any(t.start < g.end and g.start < t.end for g in expected):
                    print(f"{text!r}: {t.text} is not in the gold")
    return {
        "cases with an interval": valued,
        "span F1 exact": _f1(exact, found_count, gold_count),
        "span F1 overlap": _f1(overlap, found_count, gold_count),
        "value recall": right / valued,
        "value accuracy on found": right / found_valued,
    }


def _match(gold: Gold, found: list[Timex]) -> Timex | None:
    """The found expression that shares most with the gold."""
    shared = [(min(t.end, gold.end) - max(t.start, gold.start), t) for t in found]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] > 0 else None


def _shown(days: Days) -> str:
    return f"{days[0] or ''}..{days[1] or ''}"


def _f1(hits: int, found: int, gold: int) -> float:
    return 2 * hits / (found + gold)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="print every case that comes out otherwise")
    options = parser.parse_args(arguments)
    for name, figure in score(options.folder, options.verbose).items():
        print(f"{name}: {figure:.3f}" if isinstance(figure, float) else f"{name}: {figure}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
