"""Read decades and centuries: 80年代, 七八十年代, 民国六十年代, 21世纪初."""

from __future__ import annotations

from timeline.times.numerals import read_number
from timeline.times.readings import Fixed
from timeline.times.rule import Matched


def read_decade(m: Matched) -> Fixed:
    """80年代 is 198X: the century that is named, else the one that makes it a living memory."""
    decade = read_number(m["decade"])
    if century := m["century"]:
        number = (
            20
            if century.startswith("上")
            else 21
            if century.startswith("本")
            else read_number(century.replace("世纪", ""))
        )
        first = (number - 1) * 100 + decade
    else:
        first = decade if decade >= 1000 else decade + (2000 if decade < 30 else 1900)
    value = f"{first // 10:03d}X"
    tail = m["tail"] or ""
    if not tail:
        return Fixed(value)
    if tail.startswith("中后"):
        return Fixed(f"{first + 5:04d}/{first + 9:04d}")
    low, high = {"初": (0, 3), "早": (0, 3), "前": (0, 4), "中": (4, 6), "后": (5, 9)}.get(tail[0], (7, 9))
    return Fixed(f"{first + low:04d}/{first + high:04d}")


def read_republic_decade(m: Matched) -> Fixed:
    first, tail = 1911 + read_number(m["decade"]), m["tail"] or ""
    low, high = {"初": (0, 3), "末": (7, 9)}.get(tail[:1], (0, 9))
    return Fixed(f"{first + low:04d}/{first + high:04d}")


def read_decades(m: Matched) -> Fixed | None:
    """七八十年代 is from 1970 to 1989."""
    number, last = read_number(m["first"]), read_number(m["last"])
    first = number if number >= 10 else number * 10
    if last - first != 10:
        return None
    century = m["century"] or "上"
    start = (
        20 if century[0] == "上" else 21 if century[0] == "本" else read_number(century[:-2])
    ) * 100 - 100
    return Fixed(f"{start + first:04d}/{start + last + 9:04d}")


def read_century(m: Matched) -> Fixed:
    text = m["century"]
    number = (
        20
        if text.startswith("上")
        else 21
        if text.startswith("本")
        else read_number(text.replace("世纪", ""))
    )
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
