"""The records of what was found and resolved, as everybody else reads them."""

from collections.abc import Iterable

from timeline.model import Timex
from timeline.times.context import Resolved
from timeline.times.finding import Found

_COUNTED = ("later", "ago")
_TOLD_ONLY = ("at-that-moment", "reporting-period", "nth-year")


def made(
    source: str, found: list[Found], places: list[tuple[int, int]], resolved: Iterable[Resolved], doc_id: str
) -> list[Timex]:
    """The records, without turns of phrase of which nothing before them says when they are."""
    make = tuple.__new__
    return [
        make(Timex, (start, end, source[start:end], kind, value, first, last, anchor, one.rule, doc_id))
        for one, (start, end), (kind, value, first, last, anchor) in zip(found, places, resolved, strict=True)
        if first is not None or one.rule not in _TOLD_ONLY
    ]


def joined(times: list[Timex], source: str) -> list[Timex]:
    """8年后的6月18日 is one date: a count of years and the day in that year, side by side."""
    parts: set[int] = set()
    for index in [index for index, time in enumerate(times[:-1]) if time.rule in _COUNTED]:
        last, time = times[index], times[index + 1]
        if (
            time.start - last.end <= 1
            and source[last.end : time.start] in ("", "的")
            and time.anchor.endswith(f"[{last.start}:{last.end}]")
            and time.type in ("DATE", "TIME")
        ):
            whole = source[last.start : time.end]
            times[index + 1] = time._replace(start=last.start, text=whole, anchor=last.anchor)
            parts.add(index)
    return [time for index, time in enumerate(times) if index not in parts] if parts else times
