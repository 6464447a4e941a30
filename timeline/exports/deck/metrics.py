"""Slides about numbers: one series a slide with its quotes beside it; and a page of single figures."""

from collections.abc import Sequence
from typing import NamedTuple

from pptx.presentation import Presentation as Deck

from timeline import labels
from timeline.exports.deck import claims
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.graphs import draw_columns
from timeline.exports.deck.growth import Change, arrow_words, basis_words, compare, metric_claim
from timeline.exports.deck.measure import Words, tight, width, wrap
from timeline.exports.deck.pages import Page
from timeline.exports.deck.plots import Box, Plot
from timeline.exports.deck.quotes import Quoted, around
from timeline.exports.deck.runs import P, Run, quoted
from timeline.exports.deck.theme import MARGIN, PAGE
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection
from timeline.series import Point, Series

_CHART = Box(MARGIN, 148, 700, 440)
_QUOTES_X, _QUOTES_W = 832, 384
FIGURES = 6  # single figures on their page


def draw_metric(deck: Deck, selection: Selection, series: Series) -> None:
    """Chart left, quotes right, how the comparison was computed below."""
    page = Page(deck, PAGE, selection.lang)
    change = compare(series)
    page.kicker(
        selection.word("指标", "Metric"),
        tight(series.title(selection.lang, "")),
        _unit_words(selection, series),
    )
    page.title(metric_claim(selection, series, change))
    arrow = change is not None
    plot = draw_columns(page, selection, series, _CHART, 96 if arrow else 46)
    if change is not None:
        _draw_arrow(page, selection, series, change, plot)
    _draw_basis(page, selection, series, change)
    _draw_quotes(page, selection, series)
    rows = [selection.numbers[told] for told in series.observation_ids]
    draw_sources(page, selection, [row["doc_id"] for row in rows])
    page.notes(number_notes(selection, rows, series.about))


def _unit_words(selection: Selection, series: Series) -> str:
    unit = series.unit_words(selection.lang)
    return selection.word("单位：", "unit: ") + unit if unit else ""


def _draw_basis(page: Page, selection: Selection, series: Series, change: Change | None) -> None:
    """Two lines, three smaller ones where so much is to be said."""
    text = basis_words(selection, series, change)
    size, leading, most = 15.0, 23, 2
    if len(wrap(text, 700, Words(size))) > most:
        size, leading, most = 13.5, 19, 3
    spans = wrap(text, 700, Words(size))
    lines = [[Run(text[a:b], size, role=P.ink2)] for a, b in spans[:most]]
    page.text(MARGIN, 596, lines, w=704, leading=leading, name=selection.word("怎样算的", "How computed"))


def _draw_arrow(page: Page, selection: Selection, series: Series, change: Change, plot: Plot) -> None:
    """From above the first bar's number to above the last one's, with what changed in between."""
    count, facts = len(series.points), series.facts
    words = arrow_words(selection, series, change)
    run = Run(tight(words), 17, True, role=P.data)
    tallest = min(plot.height(p.at) for p in facts)
    y = plot.clear(plot.y + 17, max(plot.y + 17, tallest - 62))
    x1, x2 = plot.bar(0, count), plot.bar(len(facts) - 1, count)
    foot = [plot.height(p.at) - 38 for p in (facts[0], facts[-1])]
    w = min(width(run.text, run.words) + 28, 420)
    middle = (x1 + x2) / 2
    with page.group(selection.word("变化", "Change"), words):
        page.line(x1, max(foot[0], y), x1, y, P.ink2, 1.25, name="起点", alt=words)
        page.line(x1, y, x2, y, P.ink2, 1.25, name="连线", alt=words)
        page.line(x2, y, x2, max(foot[1], y + 10), P.ink2, 1.25, arrow="tail", name="终点", alt=words)
        page.shape("roundRect", middle - w / 2, y - 16, w, 32, fill=P.page, line=P.data, weight=1.25, name="变化", alt=words,
                   label=run, adjust='<a:gd name="adj" fmla="val 50000"/>')  # fmt: skip


def _draw_quotes(page: Page, selection: Selection, series: Series) -> None:
    """The sentences that say so: of the first point, the last, then those between. One sentence is quoted once."""
    lang = selection.lang
    chosen, room = [], 440.0
    for told in _sentences(selection, series)[:3]:
        lines = quoted(
            told.quote.text, _QUOTES_W, Words(19, serif=True), told.quote.marks, 4, selection.marks
        )
        room -= len(lines) * 34 + 56
        if room >= 0:
            chosen.append((told, lines))
    y = 158.0
    for told, lines in sorted(chosen, key=lambda pair: pair[0].points[0].days):
        row = _row(selection, told.points[0])
        y = 6 + page.text(
            _QUOTES_X, y, lines, w=_QUOTES_W + 8, leading=34, name=selection.word("引文", "Quote")
        )
        title = selection.document_title(row["doc_id"])
        page.siglum(_QUOTES_X, y + 14, selection.siglum(row["doc_id"]), title)
        when = selection.word("、", ", ").join(tight(p.when(lang)) for p in told.points)
        place = selection.place(row["doc_id"], row["start"], _row(selection, told.points[-1])["end"])
        text = f"{when}{selection.word('，', ', ')}{place}"
        page.line_of(_QUOTES_X + 28, y + 14, Run(text, 15, role=P.ink2), _QUOTES_W - 28, name=when)
        y += 44


def _row(selection: Selection, point: Point) -> dict:
    """The first row that states a point."""
    return selection.numbers[point.observation_ids[0]]


class _Told(NamedTuple):
    """One sentence and the points whose numbers stand in it."""

    quote: Quoted
    points: tuple[Point, ...]


def _sentences(selection: Selection, series: Series) -> list[_Told]:
    """The last point's sentence, the first one's, then those between, each sentence once with all its marks."""
    ends = [series.points[-1], series.points[0], *series.points[-2:0:-1]]
    made: dict[tuple[str, str], _Told] = {}
    for point in ends:
        row = _row(selection, point)
        quote = around(selection, row["doc_id"], row["start"], row["end"], 80)
        key = (row["doc_id"], quote.text)
        if key in made:
            marks = tuple(sorted({*made[key].quote.marks, *quote.marks}))
            points = tuple(sorted((*made[key].points, point), key=lambda p: _row(selection, p)["start"]))
            made[key] = _Told(Quoted(quote.text, marks), points)
        else:
            made[key] = _Told(quote, (point,))
    return list(made.values())


def number_notes(selection: Selection, rows: Sequence[dict], about: str = "") -> list[str]:
    """Every number with its sentence and its place; `about` is whom all of them are of, where that is one."""
    lang = selection.lang
    lines = [selection.statement, ""]
    for row in rows:
        value = labels.amount(
            row["value"], row["low"], row["high"], row["unit"], row["comparator"], lang, row["unit_text"]
        )
        quote = around(selection, row["doc_id"], row["start"], row["end"], 200)
        name = labels.measure(row["property"], lang)
        lines.append(f"{selection.when(row['date'])} {one_line(about or row['about'])} {name} {value}")
        lines += [f"  {selection.quote(quote.text)} {claims.source(selection, row)}", ""]
    return lines
