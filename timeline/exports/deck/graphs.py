"""Native charts: editable in PowerPoint, with a data sheet that says where every number comes from.

The plot's place inside the chart is set by us, so that an arrow drawn over it ends at its bars.
"""

from __future__ import annotations

import datetime
import io
import math
import zipfile
from collections.abc import Sequence
from typing import NamedTuple

import xlsxwriter
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml import parse_xml
from pptx.util import Emu

from timeline import edtf, labels
from timeline.exports.deck.measure import measure, tight
from timeline.exports.deck.pages import P, Page
from timeline.exports.deck.series import Point, Series
from timeline.exports.deck.template import EMU, colour, fonts_xml
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection

_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_SCALES = {"zh": ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")), "en": ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))}
_WHEN = datetime.datetime(1980, 1, 1)


class Box(NamedTuple):
    """A chart's frame on the slide, px."""

    x: float
    y: float
    w: float
    h: float


class Plot(NamedTuple):
    """The inner plot on the slide, px; the value at its top and between two ticks."""

    x: float
    y: float
    w: float
    h: float
    top: float
    step: float

    def bar(self, index: int, count: int) -> float:
        """The middle of a bar."""
        return self.x + (index + 0.5) * self.w / count

    def height(self, value: float) -> float:
        """Where a value stands."""
        return self.y + self.h * (1 - value / self.top)

    def clear(self, above: float, below: float) -> float:
        """A height between `above` and `below` that keeps farthest from every gridline."""
        ticks = [self.height(n * self.step) for n in range(int(self.top / self.step) + 1)]
        places = [above + n * (below - above) / 12 for n in range(13)]
        return max(places, key=lambda y: (round(min(abs(y - t) for t in ticks)), -y))


def draw_columns(page: Page, selection: Selection, series: Series, box: Box, headroom: float) -> Plot:
    """A column chart of the series; `headroom` px above the tallest bar stay free for labels and an arrow."""
    lang = selection.lang
    factor, word = _scale(series, lang)
    values = [p.value / factor for p in series.points]
    inner = Box(box.x + 64, box.y + 6, box.w - 74, box.h - 44)
    step, top = _axis(values, inner.h, headroom)
    unit = tight(labels.unit(series.unit, lang, series.points[0].row["unit_text"]))
    head = f"{tight(series.name(lang))}" + (
        f"（{word}{unit}）" if lang == "zh" else f" ({word} {unit})"
    ).replace("( ", "(")
    names = [tight(edtf.label(p.date, lang)) for p in series.points]
    chart = _add_chart(page, box, names, values, head, _alt(selection, series))
    chart.part.chart_workbook.update_from_xlsx_blob(_workbook(selection, series, names, values, head))
    _design(chart, series, values, (step, top), word, lang, inner, box)
    return Plot(inner.x, inner.y, inner.w, inner.h, top * factor, step * factor)


def _scale(series: Series, lang: str) -> tuple[float, str]:
    """The factor of the largest number: the axis counts in 万, 亿 (or m, bn)."""
    largest = max(abs(p.value) for p in series.points)
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
    told = selection.word("；", "; ").join(
        f"{edtf.label(p.date, lang)} {p.words(lang)}" for p in series.points
    )
    return clip(tight(selection.word("柱状图：", "Column chart: ") + f"{series.name(lang)}。{told}"), 900)


# ── the sheet behind the chart ───────────────────────────────────────────────────────────────────


def _workbook(
    selection: Selection, series: Series, names: Sequence[str], values: Sequence[float], head: str
) -> bytes:
    """Sheet1 as PowerPoint expects it (A: times, B: values), then what the numbers are and who says so."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties({"created": _WHEN})
    sheet = book.add_worksheet("Sheet1")
    word = selection.word
    heads = (word("时间", "Time"), head, word("原值", "Value"), word("单位", "Unit"), word("比较", "Comparator"),
             word("原文", "As written"), word("出处", "Source"))  # fmt: skip
    for column, text in enumerate(heads):
        sheet.write_string(0, column, text)
    for n, (point, name, value) in enumerate(zip(series.points, names, values, strict=True), start=1):
        row = point.row
        sheet.write_string(n, 0, name)
        sheet.write_number(n, 1, value)
        sheet.write_number(n, 2, point.value)
        source = f"{selection.document_title(row['doc_id'])}，{selection.place(row['doc_id'], row['start'], row['end'])}"
        for column, text in enumerate((series.unit, point.comparator, row["text"], source), start=3):
            sheet.write_string(n, column, clip(one_line(text), 500))
    sheet.set_column(0, 6, 16)
    book.close()
    return buffer.getvalue()


# ── looks ────────────────────────────────────────────────────────────────────────────────────────


def _design(
    chart, series: Series, values, axis: tuple[float, float], word: str, lang: str, inner: Box, box: Box
) -> None:
    space = chart._chartSpace
    plot_area = space.chart.plotArea
    for old in plot_area.findall(f"{{{_ns('c')}}}layout"):
        plot_area.remove(old)
    plot_area.insert(0, parse_xml(_layout(inner, box)))
    for element in space.iter(f"{{{_ns('c')}}}axId", f"{{{_ns('c')}}}crossAx"):
        element.set("val", element.get("val").lstrip("-"))  # the schema knows no negative ids
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Emu(15 * EMU)
    space.get_or_add_txPr()
    _set_fonts(space, lang)
    bars = chart.plots[0]
    bars.gap_width = 146 if len(values) < 6 else 70
    bars.vary_by_categories = False
    _style_axes(chart, axis, word, lang)
    _paint(chart, series, lang, inner.w / len(values))


def _ns(prefix: str) -> str:
    return {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
            "a": "http://schemas.openxmlformats.org/drawingml/2006/main"}[prefix]  # fmt: skip


def _layout(inner: Box, box: Box) -> str:
    parts = {
        "x": (inner.x - box.x) / box.w,
        "y": (inner.y - box.y) / box.h,
        "w": inner.w / box.w,
        "h": inner.h / box.h,
    }
    numbers = "".join(f'<c:{k} val="{v:.5f}"/>' for k, v in parts.items())
    return (
        f'<c:layout {_C}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{numbers}</c:manualLayout></c:layout>"
    )


def _text_xml(size: float, role: str, bold: bool, lang: str, tag: str = "c:txPr") -> str:
    return (
        f'<{tag} {_C}><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 75)}" b="{int(bold)}">'
        f"<a:solidFill>{colour(role)}</a:solidFill>{fonts_xml()}</a:defRPr></a:pPr>"
        f'<a:endParaRPr lang="{"zh-CN" if lang == "zh" else "en-US"}"/></a:p></{tag}>'
    )


def _set_fonts(space, lang: str) -> None:
    old = space.find(f"{{{_ns('c')}}}txPr")
    new = parse_xml(_text_xml(16, P.ink2, False, lang))
    space.replace(old, new)


def _replace_text(element, size: float, role: str, bold: bool, lang: str) -> None:
    """An axis's text properties, in the place that the schema gives them (before c:crossAx)."""
    for old in element.findall(f"{{{_ns('c')}}}txPr"):
        element.remove(old)
    cross = element.find(f"{{{_ns('c')}}}crossAx")
    cross.addprevious(parse_xml(_text_xml(size, role, bold, lang)))


def _style_axes(chart, axis: tuple[float, float], word: str, lang: str) -> None:
    step, top = axis
    value, category = chart.value_axis, chart.category_axis
    value.minimum_scale, value.maximum_scale, value.major_unit = 0, top, step
    value.has_major_gridlines = True
    value.major_gridlines.format.line.color.rgb = _rgb(P.rule)
    value.major_gridlines.format.line.width = Emu(EMU)
    value.format.line.fill.background()
    value.tick_labels.number_format = f'[=0]0;#,##0.####"{word}"' if word else "#,##0.####"
    value.tick_labels.number_format_is_linked = False
    category.format.line.color.rgb = _rgb(P.ink2)
    category.format.line.width = Emu(round(1.5 * EMU))
    category.has_major_gridlines = False
    from pptx.enum.chart import XL_TICK_MARK

    value.major_tick_mark = category.major_tick_mark = XL_TICK_MARK.NONE
    _replace_text(value._element, 15, P.ink2, False, lang)
    _replace_text(category._element, 18 if len(chart.plots[0].categories) < 7 else 15, P.ink2, False, lang)


def _rgb(role: str):
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(role[1:])


def _paint(chart, series: Series, lang: str, room: float) -> None:
    """Bars by how sure they are: full, fading (about), pale with a dashed outline (at most)."""
    element = chart.plots[0].series[0]._element
    for old in element.findall(f"{{{_ns('c')}}}invertIfNegative"):
        element.remove(old)
    own = parse_xml(f"<c:spPr {_C}><a:solidFill>{colour(P.data)}</a:solidFill></c:spPr>")
    tx = element.find(f"{{{_ns('c')}}}tx")
    tx.addnext(own)
    inverted = parse_xml(f'<c:invertIfNegative {_C} val="0"/>')
    own.addnext(inverted)
    last = inverted
    for n, point in enumerate(series.points):
        if paint := _bar_paint(point):
            made = parse_xml(
                f'<c:dPt {_C}><c:idx val="{n}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{paint}</c:dPt>'
            )
            last.addnext(made)
            last = made
    last.addnext(parse_xml(_labels(series, lang, room)))


def _bar_paint(point: Point) -> str:
    if point.comparator == "≈":
        stops = f'<a:gs pos="0">{colour(P.data, 0.08)}</a:gs><a:gs pos="45000">{colour(P.data, 0.8)}</a:gs><a:gs pos="100000">{colour(P.data)}</a:gs>'
        return f'<c:spPr><a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill></c:spPr>'
    if point.comparator in ("<", "≤"):
        return (
            f'<c:spPr><a:solidFill>{colour(P.data, 0.2)}</a:solidFill><a:ln w="{EMU}"><a:solidFill>{colour(P.data)}</a:solidFill>'
            '<a:prstDash val="dash"/></a:ln></c:spPr>'
        )
    return ""


def _label_texts(series: Series, lang: str, room: float) -> tuple[list[str], float]:
    """The bars' words in the largest size at which neighbours keep apart; without the unit if they must."""
    full = [tight(p.words(lang)) for p in series.points]
    bare = [
        tight(f"{'' if p.comparator == '=' else p.comparator}{labels.plain(p.value, lang)}")
        for p in series.points
    ]
    for texts, sizes in ((full, (20, 18, 16, 14)), (bare, (16, 15, 14, 13))):
        for size in sizes:
            if max(measure(text, size, True) for text in texts) <= room - 4:
                return texts, size
    return bare, 12


def _labels(series: Series, lang: str, room: float) -> str:
    """Every bar's value as people read it: > 1万人, ≈ 3600万台."""
    texts, size = _label_texts(series, lang, room)
    locale = "zh-CN" if lang == "zh" else "en-US"
    made = ""
    for n, words in enumerate(texts):
        text = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        run = (
            f'<a:r><a:rPr lang="{locale}" sz="{round(size * 75)}" b="1"><a:solidFill>{colour(P.ink)}</a:solidFill>{fonts_xml()}</a:rPr>'
            f"<a:t>{text}</a:t></a:r>"
        )
        made += (
            f'<c:dLbl><c:idx val="{n}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>{run}</a:p></c:rich></c:tx>'
            '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
            '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>'
        )
    shared = _text_xml(size, P.ink, True, lang).replace(f" {_C}", "")
    return (
        f"<c:dLbls {_C}>{made}<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{shared}"
        '<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def fixed(blob: bytes) -> bytes:
    """A zip with one date for every member."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(blob)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(name))
    return made.getvalue()
