"""Two sides of a disagreement on one scale: days on a calendar, or lengths and amounts from 0."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import NamedTuple

from timeline import axis, labels
from timeline.checks import messages
from timeline.exports.deck.measure import measure, tight, width
from timeline.exports.deck.pages import Page
from timeline.exports.deck.runs import P, Run
from timeline.exports.deck.theme import MARGIN
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection, counted

_SIDES = ("", "other_")
_BAR_X, _BAR_W = 194, 1008
_LENGTH = re.compile(
    r"(?:约|近|大约|不到|超过|仅)?(\d{1,3}(?:\.\d+)?)(年|个月|天|周|个季度)(?:多|左右|以上|前|后|间|内)?"
)
_DAYS = {"年": 365.2425, "个季度": 91.31, "个月": 30.437, "周": 7.0, "天": 1.0}
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


def ruler_of(selection: Selection, row: dict) -> Ruler | None:
    """Both sides on one scale, as far as the tables give them; None where they do not."""
    if row["kind"] == "date":
        return _date_ruler(selection, row)
    if row["kind"] == "value":
        return _value_ruler(selection, row)
    finding, words = messages._read(row["kind"], row["message"])
    if finding and finding.code == "ends":
        return _span_ruler(selection, row, words)
    return _length_ruler(selection, row)


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
    _, words = messages._read(row["kind"], row["message"])
    gap = words.get("gap", "")
    return selection.word(f"差{gap}", f"{messages._english(gap)} apart") if gap else ""


def _side_dates(selection: Selection, row: dict, side: str) -> tuple[Day, Day, str] | None:
    """The days of one side: of the mention that stands there, else of the first time inside."""
    doc_id, start, end = row[f"{side}doc_id"], row[f"{side}start"], row[f"{side}end"]
    mentions = selection.whole.mentions
    here = mentions[(mentions["doc_id"] == doc_id) & (mentions["start"] <= start) & (mentions["end"] >= end)]
    here = here[(here["earliest"] != "") & (here["latest"] != "")]
    events = [e for e in row.get("event_id", "").split("; ") if e]
    told = here[here["event_id"].isin(events)] if events else here
    told = told.loc[(told["end"] - told["start"]).sort_values(kind="stable").index]  # the tightest first
    for found in (*told.to_dict("records")[:1], *times_within(selection, doc_id, start, end)[:1]):
        if found["earliest"] and found["latest"]:
            date = found.get("date") or found.get("value", "")
            return Day.fromisoformat(found["earliest"]), Day.fromisoformat(found["latest"]), date
    return None


def _span_ruler(selection: Selection, row: dict, words: dict[str, str]) -> Ruler | None:
    """From the first date to the last, and from the first as long as the text says."""
    times = times_within(selection, row["doc_id"], row["start"], row["end"])
    stated = _LENGTH.fullmatch(words.get("text", ""))
    if len(times) < 2 or not stated:
        return None
    first, last = (Day.fromisoformat(times[i]["earliest"]) for i in (0, -1))
    if last <= first:
        return None
    until = _after(first, float(stated[1]), stated[2])
    heads = (length_words(words["length"], selection), length_words(words["text"], selection))
    bars = (
        Bar(first.toordinal(), last.toordinal(), heads[0]), Bar(first.toordinal(), until.toordinal(), heads[1])
    )  # fmt: skip
    return Ruler(bars, heads, _gap_words(abs(last.toordinal() - until.toordinal()), selection), True)


def _after(day: Day, number: float, unit: str) -> Day:
    months = {"年": 12, "个季度": 3, "个月": 1}.get(unit)
    if months is None or number != int(number):
        return day + datetime.timedelta(days=round(number * _DAYS[unit]))
    index = day.year * 12 + day.month - 1 + int(number) * months
    year, month = divmod(index, 12)
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _length_ruler(selection: Selection, row: dict) -> Ruler | None:
    found = [_LENGTH.fullmatch(messages_text(row[f"{side}exact"])) for side in _SIDES]
    if not all(found):
        return None
    heads = tuple(length_words(m.group(), selection) for m in found if m)
    ends = [float(m[1]) * _DAYS[m[2]] for m in found if m]
    bars = (Bar(0, ends[0], heads[0]), Bar(0, ends[1], heads[1]))
    return Ruler(bars, (heads[0], heads[1]), _gap_words(abs(ends[0] - ends[1]), selection), False)


def messages_text(exact: str) -> str:
    """A length as the checks write it: 21個月 is 21个月."""
    from timeline.text import to_simplified

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


def length_words(text: str, selection: Selection) -> str:
    return tight(text if selection.lang == "zh" else messages._english(messages_text(text)))


def _gap_words(days: float, selection: Selection) -> str:
    """差 2 个月: in the unit that fits."""
    months = round(days / 30.437)
    if months >= 24:
        years, rest = divmod(months, 12)
        odd = selection.word(f" {rest} 个月", f" {counted(rest, 'month')}") if rest else ""
        return selection.word(f"差 {years} 年{odd}", f"{counted(years, 'year')}{odd} apart")
    if months >= 1 and days >= 27:
        return selection.word(f"差 {months} 个月", f"{counted(months, 'month')} apart")
    count = round(days)
    return selection.word(f"差 {count} 天", f"{counted(count, 'day')} apart")


def draw_ruler(page: Page, selection: Selection, ruler: Ruler, y: float) -> float:
    """The axis and both bars under it, the gap named; where it ends."""
    first = min(b.start for b in ruler.bars)
    last = max(b.end for b in ruler.bars)
    over = _scale(first, last) if ruler.dated else None
    alt = f"{ruler.bars[0].words} / {ruler.bars[1].words} {ruler.gap}"

    def x(value: float) -> float:
        if over is not None:
            return _BAR_X + (value - over.first) * over.per_day
        return _BAR_X + value / (last or 1) * _BAR_W * 0.92

    with page.group(selection.word("比例尺", "Ruler"), alt):
        if over is not None:
            _draw_ticks(page, over, y, selection.lang)
        top = y + 56 if over is not None else y + 4
        names = (selection.word("一说", "One side"), selection.word("另一说", "The other"))
        for n, bar in enumerate(ruler.bars):
            middle = top + 12 + n * 38
            role = P.accent if n else P.data
            w = max(x(bar.end) - x(bar.start), 6)
            page.line_of(MARGIN, middle, Run(names[n], 16, role=P.ink2), 120, name=names[n])
            page.shape("rect", x(bar.start), middle - 12, w, 24, fill=role, alpha=0.15, line=role, weight=1, dash="dash" if n else "",
                       name=bar.words, alt=f"{names[n]}: {bar.words}")  # fmt: skip
        _draw_gap(page, ruler, x, top, alt)
        for n, bar in enumerate(ruler.bars):
            left, right = x(bar.start), max(x(bar.end), x(bar.start) + 6)
            _draw_bar_words(page, bar.words, left, right, top + 12 + n * 38)
    return top + 38 + 24 + (26 if ruler.gap else 0)


def _scale(first: float, last: float) -> axis.Scale:
    """Whole months round both sides, with a little air."""
    air = max((last - first) * 0.04, 20)
    begin = Day.fromordinal(max(1, round(first - air))).replace(day=1)
    end = Day.fromordinal(round(last + air))
    end = end.replace(day=calendar.monthrange(end.year, end.month)[1])
    return axis.scale((begin, end), _BAR_W)


def _draw_ticks(page: Page, over: axis.Scale, y: float, lang: str) -> None:
    page.line(_BAR_X, y + 40, _BAR_X + _BAR_W, y + 40, P.ink2, 1.25, name="Axis")
    ticks = axis.ticks(over, lang, 15, measure)
    two = any(tick.row for tick in ticks)
    for tick in ticks:
        page.line(
            _BAR_X + tick.x,
            y + 40 - (9 if tick.major else 5),
            _BAR_X + tick.x,
            y + 40,
            P.ink2,
            1,
            name=tick.text or "tick",
        )
        if tick.text and tick.x < _BAR_W - 12:
            run = Run(tick.text, 15, tick.major, role=P.ink if tick.major else P.ink2)
            page.line_of(
                _BAR_X + tick.x + 3, y + (2 if two and not tick.row else 22), run, 110, name=tick.text
            )


def _draw_bar_words(page: Page, words: str, x1: float, x2: float, y: float) -> None:
    """Inside the bar where they fit, else right of it, else left."""
    run = Run(words, 16, True)
    need = width(words, run.words) + 12
    if need <= x2 - x1:
        page.line_of(x1 + 10, y, run, need, name=words)
    elif x2 + 8 + need <= 1216:
        page.shape("rect", x2 + 4, y - 12, need, 24, fill=P.page, name=words, alt=words)
        page.line_of(x2 + 8, y, run, need, name=words)
    else:
        page.shape("rect", x1 - 8 - need, y - 12, need, 24, fill=P.page, name=words, alt=words)
        page.line_of(x1 - 8 - need, y, run, need - 4, align="r", name=words)


def _draw_gap(page: Page, ruler: Ruler, x, top: float, alt: str) -> None:
    """A red line over what the two do not share, and its name."""
    if not ruler.gap:
        return
    a, b = ruler.bars
    if ruler.dated and a.start != b.start:
        left, right = (x(min(a.end, b.end)), x(max(a.start, b.start)))
    else:
        left, right = sorted((x(a.end), x(b.end)))
    if right <= left:
        return
    y = top + 12 + 38
    page.line(left, y, right, y, P.accent, 2, name=ruler.gap, alt=alt)
    run = Run(tight(ruler.gap), 16, True, role=P.accent)
    need = width(run.text, run.words) + 4
    middle = (left + right) / 2
    start = min(max(middle - need / 2, MARGIN), 1216 - need)
    page.line_of(start, y + 26, run, need, name=ruler.gap)


def times_within(selection: Selection, doc_id: str, start: int, end: int) -> list[dict]:
    """Anchored times inside a stretch, in order."""
    times = selection.whole.times
    inside = times[(times["doc_id"] == doc_id) & (times["start"] >= start) & (times["end"] <= end)]
    return inside[inside["earliest"] != ""].sort_values("start").to_dict("records")
