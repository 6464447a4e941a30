"""Lengths of time that do not fit the days between which they are said to lie.

Inside one sentence: 从A到B用了N (`_ends`), A到B with B before A (`_reversed`), A之后N年的B
(`_later`), a counted year that frames the figures of another (`_late_frame`), ten years that are
eleven (`_shared_year`).
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline import edtf
from timeline.checks.lengths import Length, apart, find_lengths, say
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.model import Check, Day, Event

TOOK = re.compile(
    r"(?:用了|只用|仅用|用时|历时|历经|经历|耗时|花了|花费|过去|长达|一共|总共|共计|整整|相隔|间隔|时隔|跨越|走过|经过|为期|持续|仅仅|短短"
    r"|in|within|took|lasted|spent)[了的仅只就才有整短]{0,3}\s*$"
)
_FROM = re.compile(r"(?:从|自从?|由|[Ff]rom|[Ss]ince|[Bb]etween)\s*$")
_TO = re.compile(r"^(?:[^。！？!?；;\n]{0,40}?)(?:到|至|直到|直至|—|–|-|~|to|until|and)\s*$")
_COUNTED = re.compile(r"\s(?:before|earlier|ago|later)\b|[之以]?[前后]")  # the quarter|a year before
_REACH = 40  # characters from the second end to the length


class End(NamedTuple):
    """A date in a sentence: its place and the days it may be."""

    start: int
    end: int
    days: tuple[Day, Day]
    counted: bool  # reckoned from another date or from the document's, not written out


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind duration that rest on what sentences say."""
    for reading in readings:
        for start, end in _dated_sentences(reading):
            dates = _dates(reading, start, end)
            yield from _ends(reading, start, end, dates)
            yield from _reversed(reading, start, end)
            yield from _later(reading, dates)
            yield from _late_frame(reading, dates)
            yield from _shared_year(reading, end, dates)


def _dated_sentences(reading: Reading) -> Iterator[tuple[int, int]]:
    last = None
    for placed in reading.times:
        sentence = reading.sentence(placed.start)
        if sentence != last:
            yield sentence
            last = sentence


def _dates(reading: Reading, start: int, end: int) -> list[End]:
    """The dates of a sentence, ranges as their two ends (which share the range's place)."""
    dates = []
    for placed in reading.times_in(start, end):
        timex = placed.timex
        if timex.type != "DATE" or not timex.earliest or not timex.latest or edtf.is_approximate(timex.value):
            continue
        counted = bool(timex.anchor)
        ends = timex.value.split("/") if "/" in timex.value else [timex.value]
        if ".." in ends or "" in ends or not all(map(edtf.is_edtf, ends)):
            continue
        if len(ends) == 2:
            for first, last in map(edtf.bounds, ends):
                if first and last:
                    dates.append(End(placed.start, placed.end, (first, last), counted))
        else:
            dates.append(End(placed.start, placed.end, (timex.earliest, timex.latest), counted))
    return dates


def _ends(reading: Reading, start: int, end: int, dates: list[End]) -> Iterator[Check]:
    """从2015年3月到2017年3月，只用了20个月: that is 24."""
    text = reading.text
    for first, last in itertools.pairwise(dates):
        if first.days[0] >= last.days[0] or not _bracketed(text, start, first, last):
            continue
        for length in find_lengths(text, last.end, min(end, last.end + _REACH)):
            between = text[last.end : length.start]
            if any(last.end <= date.start < length.start for date in dates) or _COUNTED.match(
                text, length.end
            ):
                break
            if not TOOK.search(between) and not re.fullmatch(r"[，,的这（(\s]{0,3}", between):
                continue
            low, high = apart(first.days, last.days)
            if not length.fits(low, high):
                words = _ends_of(text, first, last)
                yield make(
                    "ends", reading.locate(first.start, last.end), reading.locate(length.start, length.end),
                    first=words[0], last=words[1],
                    length=say(first.days[0], last.days[0], length.unit), text=text[length.start : length.end],
                )  # fmt: skip
            break


def _bracketed(text: str, start: int, first: End, last: End) -> bool:
    """Are two dates the two ends of one stretch: 从A……到B, A至B, from A to B?"""
    if first.start == last.start:
        return True
    return bool(
        _FROM.search(text, max(start, first.start - 6), first.start)
        and _TO.match(text[first.end : last.start])
    )


_JOINED = re.compile(r"\s*(?:到|至|直到|直至|—+|–|-|~|～)\s*")


def _ends_of(text: str, first: End, last: End) -> tuple[str, str]:
    """The words for the two ends, of one range or of two dates."""
    if first.start != last.start:
        return text[first.start : first.end], text[last.start : last.end]
    begins, _, ends = _JOINED.sub("\n", text[first.start : first.end], count=1).partition("\n")
    return begins, ends or f"{last.days[1].year}年"


def _reversed(reading: Reading, start: int, end: int) -> Iterator[Check]:
    """从2023年5月到2022年3月."""
    times = reading.times_in(start, end)
    for placed in times:
        if placed.timex.anchor.endswith("the end comes before the beginning"):
            first, _, last = _JOINED.sub("\n", reading.text[placed.start : placed.end]).partition("\n")
            yield make("reversed", reading.locate(placed.start, placed.end), first=first, last=last)
    for left, right in itertools.pairwise(times):
        between = reading.text[left.end : right.start]
        begins, ends = left.timex.earliest, right.timex.latest
        if (
            not _JOINED.fullmatch(between)
            or left.timex.anchor
            or right.timex.anchor
            or not begins
            or not ends
        ):
            continue
        if begins > ends and _FROM.search(reading.text, max(start, left.start - 6), left.start):
            words = reading.text[left.start : left.end], reading.text[right.start : right.end]
            yield make("reversed", reading.locate(left.start, right.end), first=words[0], last=words[1])


_APPOSED = re.compile(r"后?(?:的|，也就是|，即|（|\(|，)?")


def _later(reading: Reading, dates: list[End]) -> Iterator[Check]:
    """2015年3月成立……两年后的2019年: two years after 2015 is not 2019."""
    for counted, stated in itertools.pairwise(dates):
        if not counted.counted or stated.counted or counted.start == stated.start:
            continue
        words = reading.text[counted.start : counted.end]
        length = next(find_lengths(reading.text, counted.start, counted.end), None)
        if (
            not length
            or not re.search(r"后$|later$", words)
            or not _APPOSED.fullmatch(reading.text[counted.end : stated.start])
        ):
            continue
        origin = _origin(reading, counted.start)
        if origin is None or origin.days[0] > stated.days[1]:
            continue
        low, high = apart(origin.days, stated.days)
        if length.fits(low, high) and _same_calendar(length, origin, stated):
            continue
        yield make(
            "later", reading.locate(origin.start, origin.end), reading.locate(counted.start, stated.end),
            severity="note" if length.fits(low, high) else None,
            first=reading.text[origin.start : origin.end], text=words,
            last=reading.text[stated.start : stated.end],
            length=say(origin.days[0], stated.days[0], length.unit),
        )  # fmt: skip


def _same_calendar(length: Length, origin: End, stated: End) -> bool:
    """By the calendar's years: 2015 and two years are 2017."""
    if length.unit != "年" or edtf.precision(edtf.from_bounds(*stated.days)) != "year":
        return True
    return length.low <= stated.days[0].year - origin.days[0].year <= length.high


def _origin(reading: Reading, position: int) -> End | None:
    """The date that a counted one is counted from: the one its time says, else the nearest written out before."""
    timex = next((p.timex for p in reading.times_in(position, position + 1)), None)
    place = re.search(r"\[(\d+):(\d+)\]", timex.anchor) if timex else None
    before = [
        p
        for p in reading.times_in(max(0, position - 200), position)
        if p.timex.earliest and p.timex.type == "DATE"
    ]
    if place:
        before = [p for p in reading.times if p.timex.start == int(place[1])] or before
    if not before:
        return None
    best = before[-1]
    if best.timex.earliest is None or best.timex.latest is None:
        return None
    return End(best.start, best.end, (best.timex.earliest, best.timex.latest), bool(best.timex.anchor))


_YEARS_LATER = re.compile(r"年(?:之|以)?后$|years later$")
_GIVES = re.compile(r"\d")


def _late_frame(reading: Reading, dates: list[End]) -> Iterator[Check]:
    """十二年后，……，2021年的出货量为…… where twelve years later is 2022: one year back inside one sentence."""
    for frame in dates:
        words = reading.text[frame.start : frame.end]
        if not frame.counted or not _YEARS_LATER.search(words) or frame.days[0].year != frame.days[1].year:
            continue
        length = next(find_lengths(reading.text, frame.start, frame.end), None)
        if length is None or length.low % 5 == 0:  # 十年后 is said of nine years and of eleven
            continue
        for date in dates:
            year = frame.days[0].year
            if (
                date.start > frame.end
                and not date.counted
                and date.days[0].year == date.days[1].year == year - 1
            ):
                clause = reading.clause(date.start)
                if _GIVES.search(reading.text, date.end, clause[1]):
                    yield make(
                        "late-frame", reading.locate(frame.start, frame.end), reading.locate(date.start, date.end),
                        text=words, year=year, last=reading.text[date.start : date.end],
                    )  # fmt: skip
                break


_FIRST_YEARS = re.compile(
    r"前(\d{1,2}|[一二三四五六七八九十]{1,3})年|第一个(\d{1,2}|[一二三四五六七八九十]{1,3})年"
)
_NEXT_YEARS = "新|后|第二个|下一个|下个"


def _shared_year(reading: Reading, end: int, dates: list[End]) -> Iterator[Check]:
    """2001—2011年，前10年……而新10年中: eleven calendar years, 2011 in both periods."""
    for first, last in itertools.pairwise(dates):
        if first.start != last.start:
            continue
        match = _FIRST_YEARS.search(reading.text, first.end, min(end, first.end + 12))
        length = next(find_lengths(reading.text, match.start() + 1, match.end()), None) if match else None
        years = last.days[1].year - first.days[0].year
        if not match or not length or not length.low == length.high == years:
            continue
        number = match[1] or match[2]
        following = re.compile(rf"(?:{_NEXT_YEARS})(?:的)?{number}年").search(
            reading.text, match.end(), match.end() + 60
        )
        if following:
            yield make(
                "shared-year", reading.locate(first.start, match.end()), reading.locate(*following.span()),
                first=reading.text[first.start : first.end], length=f"{years + 1}年", text=match[0], year=last.days[1].year,
            )  # fmt: skip
