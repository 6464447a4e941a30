"""Native charts: editable in PowerPoint, with a data sheet that says where every number comes from.

The plot's place inside the chart is set by us, so that an arrow drawn over it ends at its bars.
"""

import math
from collections.abc import Sequence

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu

from timeline.exports.deck.measure import measure, tight
from timeline.exports.deck.pages import Page
from timeline.exports.deck.plots import Box, Plot, design
from timeline.exports.deck.sheets import workbook
from timeline.exports.deck.theme import EMU
from timeline.exports.printable import clip
from timeline.exports.selection import Selection
from timeline.series import Series

_SCALES = {"zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")), "en": ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))}


def draw_columns(page: Page, selection: Selection, series: Series, box: Box, headroom: float) -> Plot:
    """A column chart of the series; `headroom` px above the tallest bar stay free for labels and an arrow."""
    lang = selection.lang
    factor, word = _scale(series, lang)
    values = [p.at / factor for p in series.points]
    inner = Box(box.x + 64, box.y + 6, box.w - 74, box.h - 44)
    step, top = _axis(values, inner.h, headroom)
    unit = tight(series.unit_words(lang))
    head = f"{tight(series.title(lang, ''))}" + (
        f"（{word}{unit}）" if lang == "zh" else f" ({word} {unit})"
    ).replace("( ", "(")
    names = _names(series, lang, inner.w / len(values))
    chart = _add_chart(page, box, names, values, head, _alt(selection, series))
    chart.part.chart_workbook.update_from_xlsx_blob(workbook(selection, series, names, values, head))
    design(chart, series, values, (step, top), word, lang, inner, box)
    return Plot(inner.x, inner.y, inner.w, inner.h, top * factor, step * factor)


def _names(series: Series, lang: str, room: float) -> list[str]:
    """What stands under the bars: dates in words, in figures where a bar's width is too small for words."""
    words = [tight(p.when(lang)) for p in series.points]
    return (
        words
        if max(measure(w, 13.5) for w in words) <= room - 4
        else [p.briefly(lang) for p in series.points]
    )


def _scale(series: Series, lang: str) -> tuple[float, str]:
    """The factor of the largest number: the axis counts in 万, 亿 (or m, bn)."""
    largest = max(abs(p.at) for p in series.points)
    return next(((size, word) for size, word in _SCALES[lang] if largest >= size), (1.0, ""))


def _axis(values: Sequence[float], height: float, headroom: float) -> tuple[float, float]:
    """A round step with at most four ticks over the tallest bar, and the axis's end with its headroom."""
    tallest = max(max(values), 0.0) or 1.0
    raw = tallest / 3.5
    power = 10 ** math.floor(math.log10(raw))
    step = next(power * n for n in (1, 2, 2.5, 5, 10) if power * n >= raw * 0.999)
    return step, tallest * height / max(height - headroom, height / 2)


def _add_chart(page: Page, box: Box, names: Sequence[str], values: Sequence[float], head: str, alt: str):
    chart_data = CategoryChartData()
    chart_data.categories = [n or "—" for n in names]
    chart_data.add_series(head, [v if math.isfinite(v) else None for v in values])
    frame = page.slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, *(Emu(round(v * EMU)) for v in box), chart_data
    )
    properties = frame._element._nvXxPr.cNvPr
    properties.set("name", head)
    properties.set("descr", alt)
    return frame.chart


def _alt(selection: Selection, series: Series) -> str:
    lang = selection.lang
    told = selection.word("；", "; ").join(f"{p.when(lang)} {p.words(lang)}" for p in series.points)
    return clip(
        tight(selection.word("柱状图：", "Column chart: ") + f"{series.title(lang, '')}。{told}"), 900
    )
