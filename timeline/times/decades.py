"""Read decades and centuries: 80年代, 七八十年代, 民国六十年代, 21世纪初."""

from __future__ import annotations

from timeline.times.numerals import read_number
from timeline.times.readings import Fixed
from timeline.times.rule import Matched

_WITHIN = {"初": (0, 3), "早": (0, 3), "前": (0, 4), "中": (4, 6), "后": (5, 9), "末": (7, 9), "晚": (7, 9)}


def _first_year(century: str, decade: int) -> int:
    """80年代 is of the century that is named, else of the one that makes it a living memory."""
    if century:
        return (_number(century) - 1) * 100 + decade
    return decade if decade >= 1000 else decade + (2000 if decade < 30 else 1900)


def _number(century: str) -> int:
    return (
        20 if century[0] == "上" else 21 if century[0] == "本" else read_number(century.replace("世纪", ""))
    )


def _part(tail: str) -> tuple[int, int]:
    """The years of a decade that 初, 中后期 … leave."""
    return (5, 9) if tail.startswith("中后") else _WITHIN.get(tail[:1], (0, 9))


def read_decade(m: Matched) -> Fixed:
    first, tail = _first_year(m["century"] or "", read_number(m["decade"])), m["tail"] or ""
    low, high = _part(tail)
    value = f"{first + low:04d}/{first + high:04d}" if (low, high) != (0, 9) else f"{first // 10:03d}X"
    return Fixed(value, "since" if tail == "以来" else "")


def read_republic_decade(m: Matched) -> Fixed:
    first, tail = 1911 + read_number(m["decade"]), m["tail"] or ""
    low, high = {"初": (0, 3), "末": (7, 9)}.get(tail[:1], (0, 9))
    return Fixed(f"{first + low:04d}/{first + high:04d}")


def read_decades(m: Matched) -> Fixed | None:
    """七八十年代 is from 1970 to 1989; 1950至70年代 to 1979."""
    number, last = read_number(m["first"]), read_number(m["last"])
    number = number if number >= 10 else number * 10
    century = m["century"] or ""
    first = _first_year(century, number)
    if not century and number >= 1000 > last:
        last += number // 100 * 100
    last = _first_year(century, last)
    spans = any(join in m.text for join in "到至—~-")
    if not 0 < last - first <= (90 if spans else 10):
        return None
    return Fixed(f"{first + _part(m['early'] or '')[0]:04d}/{last + _part(m['tail'] or '')[1]:04d}")


def read_century(m: Matched) -> Fixed:
    number = _number(m["century"])
    first, tail = (number - 1) * 100, m["tail"] or ""
    if not tail:
        return Fixed(f"{number - 1:02d}XX")
    low, high = {
        "初": (0, 9),
        "前": (0, 49),
        "上": (0, 49),
        "后": (50, 99),
        "下": (50, 99),
        "中": (40, 69),
    }.get(tail[0], (90, 99))
    return Fixed(f"{first + low:04d}/{first + high:04d}")
