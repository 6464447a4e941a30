"""Slides about numbers: one series a slide with its quotes beside it; and a page of single figures."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from pptx.presentation import Presentation as Deck

from timeline import edtf, labels
from timeline.exports.deck import claims
from timeline.exports.deck.covers import draw_sources
from timeline.exports.deck.graphs import draw_columns
from timeline.exports.deck.measure import Words, tight, width, wrap
from timeline.exports.deck.pages import Page
from timeline.exports.deck.plots import Box, Plot
from timeline.exports.deck.quotes import Quoted, around
from timeline.exports.deck.runs import P, Run, quoted
from timeline.exports.deck.series import Change, Point, Series, compare
from timeline.exports.deck.theme import MARGIN, PAGE
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection

_CHART = Box(MARGIN, 148, 700, 440)
_QUOTES_X, _QUOTES_W = 832, 384
FIGURES = 6  # single figures on their page


def draw_metric(deck: Deck, selection: Selection, series: Series) -> None:
    """Chart left, quotes right, how the comparison was computed below."""
    page = Page(deck, PAGE, selection.lang)
    change = compare(series)
    page.kicker(selection.word("指标", "Metric"), series.name(selection.lang), _unit_words(selection, series))
    page.title(metric_claim(selection, series, change))
    arrow = change is not None and len(series.points) > 1
    plot = draw_columns(page, selection, series, _CHART, 96 if arrow else 46)
    if change is not None:
        _draw_arrow(page, selection, series, change, plot)
    _draw_basis(page, selection, series, change)
    _draw_quotes(page, selection, series)
    draw_sources(page, selection, [row["doc_id"] for row in series.rows])
    page.notes(number_notes(selection, series.rows))


def _unit_words(selection: Selection, series: Series) -> str:
    unit = labels.unit(series.unit, selection.lang, series.points[0].row["unit_text"])
    return selection.word("单位：", "unit: ") + unit if unit else ""


# ── what it says ─────────────────────────────────────────────────────────────────────────────────


def metric_claim(selection: Selection, series: Series, change: Change | None) -> str:
    """11 年间，中国智能手机出货量约为 9.3 倍; only what the two ends allow to say."""
    lang, word = selection.lang, selection.word
    name = clip(tight(series.name(lang)), 24 if lang == "zh" else 48)
    first, last = series.points[0], series.points[-1]
    ends = (_said(first, lang), _said(last, lang))
    when = (edtf.label(first.date, lang), edtf.label(last.date, lang))
    if change is None:
        return word(
            f"{name}：{when[0]} {ends[0]}，{when[1]} {ends[1]}",
            f"{name}: {ends[0]} ({when[0]}), {ends[1]} ({when[1]})",
        )
    years = round(change.years)
    span = word(f"{years} 年间，" if years >= 2 else "", f" in {years} years" if years >= 2 else "")
    sign = {
        "≈": word("约", "about "),
        ">": word("超过", "more than "),
        "<": word("不到", "less than "),
        "": "",
    }[change.sign]
    if change.ratio is None or not 0.05 < change.ratio < 1.6:
        if change.ratio is not None and change.ratio >= 1.6:
            bound = {">": "以上", "<": "以内"}.get(change.sign, "")
            about = "约" if change.sign == "≈" else ""
            return word(
                f"{span}{name}增至{about} {_times(change.ratio)} 倍{bound}",
                f"{name}: {sign}{_times(change.ratio)}×{span}",
            )
        verb = _verb(change.difference, selection)
        return word(
            f"{span}{name}从{ends[0]}{verb}{ends[1]}", f"{name} {verb} from {ends[0]} to {ends[1]}{span}"
        )
    percent = abs(change.ratio - 1) * 100
    if percent < 0.5:
        return word(f"{span}{name}持平：{ends[1]}", f"{name} unchanged at {ends[1]}{span}")
    grew = change.ratio > 1
    size = _times(percent)
    return word(
        f"{span}{name}{'增长' if grew else '下降'}{sign} {size}%",
        f"{name} {'up' if grew else 'down'} {sign}{size}%{span}",
    )


_BOUNDS = {"≈": ("约", "about "), ">": ("超过", "over "), "<": ("不到", "under "), "≥": ("至少", "at least "),
           "≤": ("至多", "at most ")}  # fmt: skip


def _said(point: Point, lang: str) -> str:
    """A point's value in a sentence: 约 3600 万台, over 10,000 people."""
    plain = tight(replace(point, comparator="=").words(lang))
    return tight(_BOUNDS.get(point.comparator, ("", ""))[lang != "zh"] + plain)


def _verb(difference: float, selection: Selection) -> str:
    if difference > 0:
        return selection.word("升至", "rose")
    return selection.word("降至", "fell") if difference < 0 else selection.word("仍为", "stayed")


def _times(number: float) -> str:
    """Half up, as people round: 9.25 is 9.3."""
    tenths = math.floor(number * 10 + 0.5) / 10
    return f"{math.floor(number + 0.5)}" if number >= 20 else f"{tenths:.1f}".removesuffix(".0")


def _arrow_words(selection: Selection, series: Series, change: Change) -> str:
    sign = f"{change.sign} " if change.sign else ""
    if change.ratio is None:
        points = series.unit in ("percent", "percentage_points")
        size = f"{change.difference:+.4g}".replace("-", "−")
        unit = selection.word("个百分点", " pp") if points else labels.unit(series.unit, selection.lang)
        return f"{sign}{size}{unit}"
    words = (
        f"{sign}×{_times(change.ratio)}" if change.ratio >= 1.6 else f"{sign}{(change.ratio - 1) * 100:+.3g}%"
    )
    if change.yearly is not None:
        words += selection.word("，年均 ", ", CAGR ") + f"{change.yearly * 100:+.3g}%"
    return words.replace("-", "−")


def _draw_basis(page: Page, selection: Selection, series: Series, change: Change | None) -> None:
    """How the picture is to be read and how the comparison was computed."""
    lang, word = selection.lang, selection.word
    first, last = series.points[0], series.points[-1]
    parts = [word("纵轴从 0 起", "The axis starts at 0")]
    signs = {p.comparator for p in series.points}
    if "≈" in signs:
        parts.append(word("「约」字的柱顶渐隐", "bars that fade are approximate"))
    if signs & {"<", "≤"}:
        parts.append(word("浅柱是上限", "pale bars are upper bounds"))
    if signs & {">", "≥"}:
        parts.append(word("「>」「≥」是下限", "> and ≥ are lower bounds"))
    if change is not None and change.ratio is not None:
        a, b = (tight(labels.plain(p.value, lang, 4)) for p in (last, first))
        sign = change.sign or ("=" if _exactly(change.ratio) else "≈")
        parts.append(
            word("倍数", "ratio")
            + f" {a} ÷ {b} {sign} {change.ratio:.4g}".replace(" ", "" if lang == "zh" else " ")
        )
    if change is not None and change.yearly is not None:
        parts.append(word(f"年均按 {change.years:.3g} 年复利算", f"CAGR over {change.years:.3g} years"))
    text = tight("；".join(parts) + "。" if lang == "zh" else "; ".join(parts) + ".")
    words = Words(15)
    lines = [[Run(text[a:b], 15, role=P.ink2)] for a, b in wrap(text, 700, words)[:2]]
    page.text(MARGIN, 596, lines, w=704, leading=23, name=word("怎样算的", "How computed"))


def _exactly(ratio: float) -> bool:
    return abs(ratio * 1000 - round(ratio * 1000)) < 1e-9


# ── how it looks ─────────────────────────────────────────────────────────────────────────────────


def _draw_arrow(page: Page, selection: Selection, series: Series, change: Change, plot: Plot) -> None:
    """From above the first bar's number to above the last one's, with what changed in between."""
    count = len(series.points)
    words = _arrow_words(selection, series, change)
    run = Run(tight(words), 17, True, role=P.data)
    tallest = min(plot.height(p.value) for p in series.points)
    y = plot.clear(plot.y + 17, max(plot.y + 17, tallest - 62))
    x1, x2 = plot.bar(0, count), plot.bar(count - 1, count)
    foot = [plot.height(p.value) - 38 for p in (series.points[0], series.points[-1])]
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
        lines = quoted(told.quote.text, _QUOTES_W, Words(19, serif=True), told.quote.marks, 4)
        room -= len(lines) * 34 + 56
        if room >= 0:
            chosen.append((told, lines))
    y = 158.0
    for told, lines in sorted(chosen, key=lambda pair: pair[0].points[0].days):
        row = told.points[0].row
        y = 6 + page.text(
            _QUOTES_X, y, lines, w=_QUOTES_W + 8, leading=34, name=selection.word("引文", "Quote")
        )
        title = selection.document_title(row["doc_id"])
        page.siglum(_QUOTES_X, y + 14, selection.siglum(row["doc_id"]), title)
        when = selection.word("、", ", ").join(tight(edtf.label(p.date, lang)) for p in told.points)
        place = selection.place(row["doc_id"], row["start"], told.points[-1].row["end"])
        text = f"{when}{selection.word('，', ', ')}{place}"
        page.line_of(_QUOTES_X + 28, y + 14, Run(text, 15, role=P.ink2), _QUOTES_W - 28, name=when)
        y += 44


class _Told(NamedTuple):
    """One sentence and the points whose numbers stand in it."""

    quote: Quoted
    points: tuple[Point, ...]


def _sentences(selection: Selection, series: Series) -> list[_Told]:
    """The last point's sentence, the first one's, then those between, each sentence once with all its marks."""
    ends = [series.points[-1], series.points[0], *series.points[-2:0:-1]]
    made: dict[tuple[str, str], _Told] = {}
    for point in ends:
        row = point.row
        quote = around(selection, row["doc_id"], row["start"], row["end"], 80)
        key = (row["doc_id"], quote.text)
        if key in made:
            marks = tuple(sorted({*made[key].quote.marks, *quote.marks}))
            points = tuple(sorted((*made[key].points, point), key=lambda p: p.row["start"]))
            made[key] = _Told(Quoted(quote.text, marks), points)
        else:
            made[key] = _Told(quote, (point,))
    return list(made.values())


def number_notes(selection: Selection, rows: Sequence[dict]) -> list[str]:
    """Every number with its sentence and its place."""
    lang = selection.lang
    lines = [selection.statement, ""]
    for row in rows:
        value = labels.amount(
            row["value"], row["low"], row["high"], row["unit"], row["comparator"], lang, row["unit_text"]
        )
        quote = around(selection, row["doc_id"], row["start"], row["end"], 200)
        name = labels.measure(row["property"], lang)
        lines.append(f"{selection.when(row['date'])} {one_line(row['about'])} {name} {value}")
        lines += [f"  「{quote.text}」 {claims.source(selection, row)}", ""]
    return lines
