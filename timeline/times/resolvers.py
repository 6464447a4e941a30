"""One resolver a kind of reading."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline import edtf
from timeline.times import counting, foundings, pointing, points, spans
from timeline.times.context import Resolved, unresolved
from timeline.times.finding import Found
from timeline.times.readings import (
    Anaphor,
    Deictic,
    Fixed,
    Founding,
    Length,
    Point,
    Range,
    Recurring,
    Vague,
)  # fmt: skip

if TYPE_CHECKING:
    from timeline.times.standing import Standing

Day = datetime.date
_MODERN = re.compile(
    r"互联网|手机|智能|电商|软件|芯片|人工智能|AI|App|5G|4G|数字化|新能源|短视频|直播|社交媒体|云计算|大数据"
)


def _resolve_fixed(walk: Standing, found: Found, reading: Fixed) -> Resolved:
    earliest, latest = edtf.bounds(reading.value)
    now = walk.reference
    if reading.side and now and earliest and earliest <= now.latest:  # 十四五以来
        value = f"{edtf.from_bounds(earliest, earliest)[:4]}/.."
        return Resolved("DATE", value, earliest, now.latest, walk.document())
    if found.rule == "decade" and _slipped(walk, found, latest):
        # 20世纪20年代的互联网: the century of the number is said for the century of the time.
        value = f"{int(reading.value[:2]) + 1}{reading.value[2:4]}?"
        return Resolved(
            "DATE", value, *edtf.bounds(value), "text: what it names did not exist a century earlier"
        )
    return Resolved("TIME" if "T" in reading.value else "DATE", reading.value, earliest, latest)


def _slipped(walk: Standing, found: Found, latest: Day | None) -> bool:
    return latest is not None and latest.year < 1940 and bool(_MODERN.search(walk.after(found, 16)))


def resolve_vague(reading: Vague) -> Resolved:
    return unresolved("DURATION" if reading.value else "DATE", reading.reason, reading.value)


_RESOLVERS: dict[type, Callable[..., Resolved]] = {
    Fixed: _resolve_fixed, Deictic: pointing.resolve_deictic, Anaphor: pointing.resolve_anaphor, Founding: foundings.resolve_founding,
    Point: points.resolve_point, Range: spans.resolve_range, Length: counting.resolve_length,
    Vague: lambda walk, found, reading: resolve_vague(reading),
    Recurring: lambda walk, found, reading: Resolved("SET", reading.value),
}  # fmt: skip


def resolve_reading(walk: Standing, found: Found) -> Resolved:
    """By the kind of reading; a day before year 1 or after 9999 is beyond any calendar here."""
    try:
        return _RESOLVERS[type(found.reading)](walk, found, found.reading)
    except (ValueError, OverflowError):
        kind = "DURATION" if isinstance(found.reading, Length) else "DATE"
        return unresolved(kind, "beyond the calendar")
