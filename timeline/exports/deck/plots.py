"""A chart's place and its looks: where the plot stands, how sure a bar is, what is written over it."""

from typing import NamedTuple

from pptx.oxml import parse_xml
from pptx.util import Emu

from timeline import labels
from timeline.exports.deck.measure import measure, tight
from timeline.exports.deck.runs import P
from timeline.exports.deck.theme import EMU, colour, fonts_xml
from timeline.series import Point, Series

_C = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


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


def design(
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
    _style_axes(chart, axis, word, lang, inner.w / len(values))
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


def _style_axes(chart, axis: tuple[float, float], word: str, lang: str, room: float) -> None:
    """`room` is the width of one category, px: its name stays on one line, or the plot would shrink."""
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
    names = [str(name) for name in chart.plots[0].categories]
    sizes = (18, 16.5, 15, 13.5, 12)
    size = next((s for s in sizes if max(measure(n, s) for n in names) <= room - 4), sizes[-1])
    _replace_text(category._element, size, P.ink2, False, lang)


def _rgb(role: str):
    from pptx.dml.color import RGBColor

    return RGBColor.from_string(role[1:])


def _paint(chart, series: Series, lang: str, room: float) -> None:
    """Bars by how sure they are: full, fading (about), pale with a dashed outline (at most), hollow (expected)."""
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
    if point.ahead:
        return f'<c:spPr><a:noFill/><a:ln w="{round(1.5 * EMU)}"><a:solidFill>{colour(P.data)}</a:solidFill></a:ln></c:spPr>'
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
        tight(f"{'' if p.comparator == '=' else p.comparator}{labels.plain(p.at, lang)}")
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
