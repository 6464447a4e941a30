"""Year × category in one look: a square where events begin, its area by count; months or days in a short window."""

from collections import Counter
from dataclasses import dataclass

import plotly.graph_objects as go

from timeline import axis, edtf, labels, look
from timeline.charts.canvas import Canvas
from timeline.layout import LANE_ORDER
from timeline.tables import Filters, Timeline, select

NARROW = 520  # the nominal width of a side column
NUMBERED = 3  # events from which a square says how many
_EDGE = 14
_STEP, _HEAD = 24.0, 34  # px: a row, and what stands above the first
_MOST_DAYS, _MOST_MONTHS = 62, 36  # columns of a day, of a month; beyond, of a year


@dataclass(frozen=True)
class _Cells:
    """How many events begin where: in a column of the window, or in a stretch of columns that is all we know.

    Columns are named as an address names them: "2021", "2021-03", "2021-03-15".
    """

    columns: tuple[str, ...]
    squares: Counter[tuple[str, str]]  # (category, column)
    stretches: Counter[tuple[str, str, str]]  # (category, first column, last column)

    @property
    def length(self) -> int:
        """Of a column's name: 4 of a year, 7 of a month, 10 of a day."""
        return len(self.columns[0])

    @property
    def rows(self) -> list[str]:
        return sorted({key[0] for key in [*self.squares, *self.stretches]}, key=_lane_place)


def heat_figure(
    timeline: Timeline, filters: Filters | None = None, *, lang: str = "zh", theme: str = "light",
    width: int = NARROW,
) -> go.Figure:  # fmt: skip
    """Year × category: a square an event-bearing year, its area by count, the number from 3 up.

    A window of up to three years has a column for each month, one of some weeks for each day; what is
    known no sharper than several columns is a pale stretch over them. Clicks give
    `cell:<category>|<column>`, of a stretch `…|<last column>`. An event counts where it begins.
    """
    filters = filters or Filters()
    cells = _counted(select(timeline, filters), filters)
    canvas = Canvas(look.theme(theme))
    texts = {row: labels.category(row, lang) for row in cells.rows}
    gutter = round(max([64.0, *(axis.width_of(text, 12.5) + 14 for text in texts.values())]))
    over = axis.scale(filters.days, width - gutter - _EDGE)
    _heads(canvas, over, cells, lang)
    for index, (row, text) in enumerate(texts.items()):
        y = _HEAD + (index + 0.5) * _STEP
        canvas.text(-gutter, y, text, 12.5, canvas.palette.ink)
        canvas.rule(-4, y + _STEP / 2, over.width, y + _STEP / 2, canvas.palette.rule2)
        _row(canvas, over.width, row, y, cells, lang)
    total = cells.squares.total() + cells.stretches.total()
    words = f"{len(texts)} 类，{total} 件事" if lang == "zh" else f"{len(texts)} categories, {total} events"
    alt = ("按时间和类别计数：" if lang == "zh" else "Events by time and category: ") + words
    height = _HEAD + max(len(texts), 1) * _STEP + 8
    return canvas.figure((-gutter, over.width + _EDGE), height, alt, n_stretches=cells.stretches.total())


def _columns(filters: Filters) -> tuple[str, ...]:
    """The window's days, months or years: the finest that there is room for."""
    first, last = filters.days
    n_days = (last - first).days + 1
    if n_days > _MOST_MONTHS * 31:
        return tuple(f"{year:04d}" for year in range(first.year, last.year + 1))
    length = 10 if n_days <= _MOST_DAYS else 7
    days = (axis.Day.fromordinal(first.toordinal() + n).isoformat() for n in range(n_days))
    return tuple(dict.fromkeys(day[:length] for day in days))


def _counted(shown: Timeline, filters: Filters) -> _Cells:
    columns = _columns(filters)
    made = _Cells(columns, Counter(), Counter())
    length = made.length
    cells = (shown.events[name].tolist() for name in ("category", "date", "earliest", "latest"))
    for category, date, earliest, latest in zip(*cells, strict=True):
        first, last = earliest[:length], latest[:length]
        begins = length == 4 or first == last or "/" in date  # a year lies in no one of its months
        if begins and first >= columns[0]:
            made.squares[category, first] += 1
        elif earliest and not begins:
            made.stretches[category, max(first, columns[0]), min(last or columns[-1], columns[-1])] += 1
    return made


def _row(canvas: Canvas, width: float, row: str, y: float, cells: _Cells, lang: str) -> None:
    p, step = canvas.palette, width / len(cells.columns)
    place = {column: n for n, column in enumerate(cells.columns)}
    colour = p.ink3 if row == "external" else p.data
    most = max(cells.squares.values(), default=1)
    largest = max(min(_STEP - 2, step - 1.5, 24), 3)
    for (_, first, last), n in sorted((key, n) for key, n in cells.stretches.items() if key[0] == row):
        x0, x1 = place[first] * step + 1, (place[last] + 1) * step - 1
        canvas.rect(x0, y - 8, x1, y + 8, colour, opacity=0.14)
        canvas.hit(
            x0, y - 12, x1, y + 12, f"cell:{row}|{first}|{last}", _hover(row, f"{first}/{last}", n, lang)
        )
    for column in cells.columns:
        n = cells.squares.get((row, column), 0)
        if n:
            x = (place[column] + 0.5) * step
            _square(canvas, x, y, n, _side(n, most, largest), colour, lang)
            canvas.hit(
                x - step / 2, y - 12, x + step / 2, y + 12, f"cell:{row}|{column}",
                _hover(row, column, n, lang),
            )  # fmt: skip


def _hover(row: str, when: str, n: int, lang: str) -> str:
    when = edtf.label("/".join(dict.fromkeys(when.split("/"))), lang)
    return f"{labels.category(row, lang)}\n{when}: {labels.count(n, lang)}"


def _lane_place(category: str) -> tuple[int, str]:
    return (LANE_ORDER.index(category) if category in LANE_ORDER else len(LANE_ORDER), category)


def _side(n: int, most: int, largest: float) -> float:
    """The square's side: area by count, never too small to see."""
    # Few events: the same small square for one everywhere; many: the fullest cell fills its place.
    scale = max(most, 9)
    least = 9.0 if n < NUMBERED else 14.0  # a number must be read
    return max(largest * (n / scale) ** 0.5, min(least, largest))


def _square(canvas: Canvas, x: float, y: float, n: int, side: float, colour: str, lang: str) -> None:
    words = labels.count(n, lang)
    room = axis.width_of(words, 11)
    x0, y0, whole = round(x - side / 2), round(y - side / 2), max(round(side), 1)
    canvas.rect(x0, y0, x0 + whole, y0 + whole, colour)
    if n >= NUMBERED and room <= side + 1:
        canvas.text(x, y, words, 11, canvas.palette.page, "center")


def _heads(canvas: Canvas, over: axis.Scale, cells: _Cells, lang: str) -> None:
    """Years over their columns; in a short window quarters, months or days under the year's name."""
    p, half = canvas.palette, over.width / len(cells.columns) / 2
    for tick in axis.ticks(over, lang, 11.5):
        if cells.length == 4 and tick.text and tick.major:
            canvas.text(tick.x + half, _HEAD - 16, tick.text[:4], 11.5, p.ink2, "center")
        elif cells.length > 4 and tick.text and not tick.row:
            canvas.text(tick.x, _HEAD - 27, tick.text, 11.5, p.ink if tick.major else p.ink2)
        elif cells.length > 4 and tick.text:
            x, align = (tick.x, "left") if tick.kind == "quarter" else (tick.x + half, "center")
            canvas.text(x, _HEAD - 12, tick.text, 11, p.ink2, align)
