"""Two sides of a disagreement on one scale: days on a calendar, or lengths and amounts from 0."""

import calendar
import datetime
import re
from typing import NamedTuple

import pandas as pd

from timeline import edtf, labels
from timeline.checks import messages
from timeline.checks.lengths import DAYS, find_lengths
from timeline.exports.deck.measure import tight
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection, counted
from timeline.numbers import read_number
from timeline.text import to_simplified

_SIDES = ("", "other_")
_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?")
_ANNIVERSARY = re.compile(r"(.{1,4}?)周年")
Day = datetime.date


class Bar(NamedTuple):
    """One side on the ruler: from, to (days or amounts), and its words."""

    start: float
    end: float
    words: str


class Ruler(NamedTuple):
    """Both sides on one scale; `dated` is a calendar, else amounts from 0."""

    bars: tuple[Bar, Bar]
    heads: tuple[str, str]
    gap: str
    dated: bool
    names: tuple[str, str] = ("", "")  # whose the bars are, or where they come from


def ruler_of(selection: Selection, row: dict) -> Ruler | None:
    """Both sides on one scale, as far as the tables give them; None where they do not."""
    ruler = _ruler_of(selection, row)
    return (
        ruler._replace(names=ruler.names if ruler.names[0] else _tellers(selection, row)) if ruler else None
    )


def _tellers(selection: Selection, row: dict) -> tuple[str, str]:
    """Who says which: by the documents' signs, where they are two."""
    sigla = [selection.siglum(row[f"{side}doc_id"]) for side in _SIDES]
    if sigla[0] == sigla[1]:
        return selection.word("一说", "One"), selection.word("另一说", "Another")
    return selection.word(f"一说　{sigla[0]}", f"One, {sigla[0]}"), selection.word(
        f"一说　{sigla[1]}", f"Another, {sigla[1]}"
    )


def _ruler_of(selection: Selection, row: dict) -> Ruler | None:
    if row["kind"] == "date":
        return _date_ruler(selection, row)
    if row["kind"] == "value":
        return _value_ruler(selection, row)
    finding, words = messages.words_of(row["kind"], row["message"])
    if finding and finding.code in ("ends", "anniversary"):
        return _span_ruler(selection, row, words)
    return _length_ruler(selection, words) if finding and finding.code == "two-lengths" else None


def _date_ruler(selection: Selection, row: dict) -> Ruler | None:
    bars, heads = [], []
    for side in _SIDES:
        found = _side_dates(selection, row, side)
        if not found:
            return None
        first, last, date = found
        heads.append(tight(selection.when(date)))
        bars.append(Bar(first.toordinal(), last.toordinal() + 1, heads[-1]))
    a, b = sorted(bars, key=lambda bar: bar.start)
    apart = b.start - a.end
    gap = (_stated_gap(selection, row) or _gap_words(apart, selection)) if apart > 0 else ""
    return Ruler((bars[0], bars[1]), (heads[0], heads[1]), gap, True)


def _stated_gap(selection: Selection, row: dict) -> str:
    """The gap as the check's own sentence names it, so that title and ruler agree."""
    _, words = messages.words_of(row["kind"], row["message"])
    gap = words.get("gap", "")
    return selection.word(f"差{gap}", f"{messages.in_english(gap)} apart") if gap else ""


def _side_dates(selection: Selection, row: dict, side: str) -> tuple[Day, Day, str] | None:
    """The days of one side: of the mention that stands there, the first time inside, the number told there."""
    doc_id, start, end = row[f"{side}doc_id"], row[f"{side}start"], row[f"{side}end"]
    here = _holding(selection.whole.mentions, doc_id, start, end)
    events = [e for e in row.get("event_id", "").split("; ") if e]
    told = here[here["event_id"].isin(events)] if events else here
    told = told.loc[(told["end"] - told["start"]).sort_values(kind="stable").index]  # the tightest first
    numbers = _holding(selection.whole.observations, doc_id, start, end)
    for found in (
        *told.to_dict("records")[:1],
        *times_within(selection, doc_id, start, end)[:1],
        *numbers.to_dict("records")[:1],
    ):
        if found["earliest"] and found["latest"]:
            date = found.get("date") or found.get("value", "")
            return Day.fromisoformat(found["earliest"]), Day.fromisoformat(found["latest"]), date
    return None


def _holding(table: pd.DataFrame, doc_id: str, start: int, end: int) -> pd.DataFrame:
    """The dated rows of a table that hold a stretch."""
    here = table[(table["doc_id"] == doc_id) & (table["start"] <= start) & (table["end"] >= end)]
    return here[(here["earliest"] != "") & (here["latest"] != "")]


def _span_ruler(selection: Selection, row: dict, words: dict[str, str]) -> Ruler | None:
    """From the first date to the last, and from the first as long as the text says."""
    ends, stated = _named_ends(words) or _span_ends(selection, row), _stated(words.get("text", ""))
    if ends is None or stated is None or ends[1] <= ends[0]:
        return None
    first, last = ends
    until = _after(first, stated)
    heads = (length_words(words["length"], selection), length_words(words["text"], selection))
    bars = (
        Bar(first.toordinal(), last.toordinal(), heads[0]), Bar(first.toordinal(), until.toordinal(), heads[1])
    )  # fmt: skip
    gap = _gap_words(abs(last.toordinal() - until.toordinal()), selection)
    names = selection.word("由两端算出", "Computed"), selection.word("原文写明", "As stated")
    return Ruler(bars, heads, gap, True, names)


def _named_ends(words: dict[str, str]) -> tuple[Day, Day] | None:
    """Both ends, where the check names them as dates."""
    days = [
        edtf.bounds(date)[0] if date else None for date in (_written(words[n]) for n in ("first", "last"))
    ]
    return (days[0], days[1]) if days[0] and days[1] else None


def _written(words: str) -> str:
    """2024年3月12日 as EDTF; "" for any other words."""
    match = _DATE.fullmatch(messages_text(words))
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else ""


def _span_ends(selection: Selection, row: dict) -> tuple[Day, Day] | None:
    """From which day to which: the times of the place itself, else of both places, else up to the day of writing."""
    times = times_within(selection, row["doc_id"], row["start"], row["end"])
    if len(times) < 2 and row["other_doc_id"]:
        times = (
            times[:1] + times_within(selection, row["other_doc_id"], row["other_start"], row["other_end"])[:1]
        )
    if len(times) > 1:
        return Day.fromisoformat(times[0]["earliest"]), Day.fromisoformat(times[-1]["earliest"])
    written = selection.by_id.get(row["other_doc_id"], {}).get("date_published", "")
    day = edtf.bounds(written)[0] if written and edtf.is_edtf(written) else None
    return (Day.fromisoformat(times[0]["earliest"]), day) if times and day else None


class Stated(NamedTuple):
    """A length of time as a text says it; `sign` where only a bound is said."""

    number: float
    unit: str
    sign: str = ""

    @property
    def days(self) -> float:
        return self.number * DAYS[self.unit]


def _stated(text: str) -> Stated | None:
    """整整36个月, 不到十年, 二十周年, 20 months; None where no one length is said."""
    plain = messages_text(text)
    found = next(find_lengths(plain, 0, len(plain)), None)
    if found is None:
        match = _ANNIVERSARY.search(plain)
        years = read_number(match[1], 0) if match else None
        return Stated(float(years.value), "年") if years and years.value else None
    if found.high == float("inf"):
        return Stated(found.low, found.unit, ">")
    if re.match(r"不[到足满]|未满|less than|under", plain[found.start :]):
        return Stated(found.high, found.unit, "<")
    middle = (found.low + found.high) / 2
    return Stated(middle, found.unit, "" if found.low == found.high else "≈")


def _after(day: Day, stated: Stated) -> Day:
    months = {"年": 12, "个月": 1}.get(stated.unit)
    if months is None or stated.number != int(stated.number):
        return day + datetime.timedelta(days=round(stated.days))
    index = day.year * 12 + day.month - 1 + int(stated.number) * months
    year, month = divmod(index, 12)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _length_ruler(selection: Selection, words: dict[str, str]) -> Ruler | None:
    sides = [_stated(words[name]) for name in ("text", "other")]
    if sides[0] is None or sides[1] is None:
        return None
    heads = (length_words(words["text"], selection), length_words(words["other"], selection))
    days = (sides[0].days, sides[1].days)
    bars = (Bar(0, days[0], heads[0]), Bar(0, days[1], heads[1]))
    return Ruler(bars, heads, _gap_words(abs(days[0] - days[1]), selection), False)


def messages_text(exact: str) -> str:
    """A length as the checks write it: 21個月 is 21个月."""
    return to_simplified(one_line(exact))


def _value_ruler(selection: Selection, row: dict) -> Ruler | None:
    numbers = selection.whole.observations
    sides = []
    for side in _SIDES:
        here = numbers[
            (numbers["doc_id"] == row[f"{side}doc_id"]) & (numbers["start"] >= row[f"{side}start"])
        ]
        here = here[(here["end"] <= row[f"{side}end"]) & here["value"].notna()]
        if here.empty:
            return None
        sides.append(here.iloc[0].to_dict())
    a, b = sides
    if a["unit"] != b["unit"] or min(a["value"], b["value"]) <= 0:
        return None
    lang = selection.lang
    heads = [
        tight(labels.amount(s["value"], None, None, s["unit"], s["comparator"], lang, s["unit_text"]))
        for s in sides
    ]
    apart = tight(labels.number(abs(a["value"] - b["value"]), a["unit"], lang, a["unit_text"]))
    gap = selection.word(f"差 {apart}", f"{apart} apart") if a["comparator"] == b["comparator"] == "=" else ""
    bars = (Bar(0, float(a["value"]), heads[0]), Bar(0, float(b["value"]), heads[1]))
    return Ruler(bars, (heads[0], heads[1]), gap, False)


_ENGLISH = {"年": "year", "个月": "month", "周": "week", "天": "day"}
_SIGNS = {"": "", "≈": "about ", ">": "over ", "<": "under "}


def length_words(text: str, selection: Selection) -> str:
    """A length as people of the deck's language say it: 整整36个月, 36 months, under 10 years."""
    if selection.lang == "zh":
        return tight(text)
    stated = _stated(text)
    if stated is None:
        return messages.in_english(messages_text(text))
    plural = "" if stated.number == 1 else "s"
    return f"{_SIGNS[stated.sign]}{stated.number:g} {_ENGLISH[stated.unit]}{plural}"


def _gap_words(days: float, selection: Selection) -> str:
    """差 2 个月: in the unit that fits."""
    months = round(days / 30.437)
    if months >= 24 or months == 12:
        years, rest = divmod(months, 12)
        odd = selection.word(f" {rest} 个月", f" {counted(rest, 'month')}") if rest else ""
        return selection.word(f"差 {years} 年{odd}", f"{counted(years, 'year')}{odd} apart")
    if months >= 1 and days >= 27:
        return selection.word(f"差 {months} 个月", f"{counted(months, 'month')} apart")
    count = round(days)
    return selection.word(f"差 {count} 天", f"{counted(count, 'day')} apart")


def times_within(selection: Selection, doc_id: str, start: int, end: int) -> list[dict]:
    """Anchored times inside a stretch, in order."""
    times = selection.whole.times
    inside = times[(times["doc_id"] == doc_id) & (times["start"] >= start) & (times["end"] <= end)]
    return inside[inside["earliest"] != ""].sort_values("start").to_dict("records")
