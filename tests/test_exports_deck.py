"""The deck: native, editable, true to scale, nothing overflows, every word with its fonts and its source."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import openpyxl
import openxml_audit as audit
import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Emu

from tests.fixtures import made_timelines
from tests.fixtures.gold_timeline import gold_timeline
from tests.fixtures.told import made_series
from timeline.errors import UserError
from timeline.exports import EXPORTS
from timeline.exports.deck import choosing, claims, gathering, growth, quotes
from timeline.exports.deck.measure import Words, width
from timeline.exports.selection import Selection
from timeline.layout import items_of
from timeline.tables import Filters

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
PX = 9525
MADE = {
    "gold": gold_timeline,
    "few": made_timelines.few,
    "many": made_timelines.many,
    "hostile": made_timelines.hostile,
}
_decks: dict[tuple[str, str], bytes] = {}


def deck_bytes(name: str, lang: str) -> bytes:
    if (name, lang) not in _decks:
        _decks[name, lang] = EXPORTS["pptx"](MADE[name](), Filters(), lang)
    return _decks[name, lang]


@pytest.fixture(params=[(n, lang) for n in MADE for lang in ("zh", "en")], ids="-".join)
def deck(request):
    return Presentation(io.BytesIO(deck_bytes(*request.param)))


@pytest.fixture
def gold_deck():
    return Presentation(io.BytesIO(deck_bytes("gold", "zh")))


def shapes_of(shapes):
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from shapes_of(shape.shapes)


def all_shapes(deck):
    return [(slide, shape) for slide in deck.slides for shape in shapes_of(slide.shapes)]


def charts(deck):
    return [shape.chart for _, shape in all_shapes(deck) if shape.has_chart]


# ── every deck ───────────────────────────────────────────────────────────────────────────────────


def test_slides_are_sixteen_by_nine_and_begin_with_a_title(deck):
    assert abs(deck.slide_width / deck.slide_height - 16 / 9) < 0.001
    assert 4 <= len(deck.slides) <= 16
    assert all(slide.shapes.title.text_frame.text for slide in deck.slides)


def test_every_run_names_its_fonts_and_its_language(deck):
    for slide in deck.slides:
        parts = [slide.element, slide.notes_slide.element]
        parts += [shape.chart._chartSpace for shape in shapes_of(slide.shapes) if shape.has_chart]
        for run in (r for part in parts for r in part.iter(f"{A}r")):
            properties = run.find(f"{A}rPr")
            assert properties.get("lang") in ("zh-CN", "en-US")
            assert all(properties.find(f"{A}{slot}") is not None for slot in ("latin", "ea", "cs"))


def test_every_shape_has_a_name_and_an_alternative_text(deck):
    for _, shape in all_shapes(deck):
        properties = shape._element._nvXxPr.cNvPr
        assert properties.get("descr"), shape.name
        assert properties.get("name")


def test_nothing_leaves_the_slide(deck):
    for slide, shape in all_shapes(deck):
        if shape.is_placeholder and shape._element.spPr.find(f"{A}xfrm") is None:
            continue  # its place is the layout's
        right, bottom = shape.left + shape.width, shape.top + shape.height
        where = f"slide {deck.slides.index(slide) + 1}: {shape.name[:40]}"
        assert shape.left >= -PX, where
        assert shape.top >= -PX, where
        assert right <= deck.slide_width + PX, where
        assert bottom <= deck.slide_height + PX, where


def test_no_line_is_wider_than_its_box(deck):
    """With the widths of the fonts that the theme names."""
    for slide, shape in all_shapes(deck):
        if not shape.has_text_frame or not shape.text_frame.text.strip():
            continue
        room = shape.width / PX
        for line in _lines(shape._element):
            wide = sum(width(text, words) for text, words in line)
            where = f"slide {deck.slides.index(slide) + 1}: {''.join(t for t, _ in line)[:40]}"
            assert wide <= room + 2, where


def _lines(element):
    """The lines of a shape as (text, how it is set), broken where the deck breaks them."""
    for paragraph in element.iter(f"{A}p"):
        line: list[tuple[str, Words]] = []
        for child in paragraph:
            if child.tag == f"{A}br":
                yield line
                line = []
            elif child.tag == f"{A}r":
                properties = child.find(f"{A}rPr")
                serif = properties.find(f"{A}ea").get("typeface").startswith("+mj")
                size = int(properties.get("sz")) / 75
                line.append((child.find(f"{A}t").text or "", Words(size, properties.get("b") == "1", serif)))
        yield line


def test_text_boxes_do_not_overlap(deck):
    for slide in deck.slides:
        boxes = [s for s in shapes_of(slide.shapes) if s._element.tag.endswith("}sp") and _is_text_box(s)]
        frames = [
            (s.left, s.top + s.height // 5, s.left + _used(s), s.top + s.height * 4 // 5, s.text_frame.text)
            for s in boxes
        ]
        for n, a in enumerate(frames):
            for b in frames[n + 1 :]:
                apart = a[2] <= b[0] + PX or b[2] <= a[0] + PX or a[3] <= b[1] or b[3] <= a[1]
                assert apart, f"slide {deck.slides.index(slide) + 1}: {a[4][:30]} / {b[4][:30]}"


def _is_text_box(shape) -> bool:
    element = shape._element
    return element.find(".//{*}cNvSpPr").get("txBox") == "1" and element.find(f".//{A}pPr").get("algn") != "r"


def _used(shape) -> int:
    return round(max((sum(width(t, w) for t, w in line) for line in _lines(shape._element)), default=0) * PX)


def test_notes_and_footers_lead_to_the_sources(deck):
    for slide in list(deck.slides)[1:]:
        assert slide.has_notes_slide
        notes = slide.notes_slide.notes_text_frame.text
        assert "字" in notes or "character" in notes or "sha256" in notes
        names = {shape.name for shape in slide.shapes}
        assert any("页脚" in name for name in names)
        assert any("页码" in name for name in names)


def test_package_is_whole(deck):
    """No dangling relationship, one date for all members, no part of somebody else's template."""
    buffer = io.BytesIO()
    deck.save(buffer)
    with zipfile.ZipFile(buffer) as archive:
        assert archive.testzip() is None
        # Without these PowerPoint offers to repair the file.
        assert {"ppt/presProps.xml", "ppt/viewProps.xml", "ppt/tableStyles.xml"} <= set(archive.namelist())
        assert not [n for n in archive.namelist() if "printerSettings" in n or "thumbnail" in n]


# ── the gold deck ────────────────────────────────────────────────────────────────────────────────


def test_theme_is_our_own(gold_deck):
    theme = next(
        part for part in gold_deck.part.package.iter_parts() if part.partname.endswith("/theme/theme1.xml")
    ).blob.decode()
    assert 'name="Biannian"' in theme
    assert theme.count("Noto Serif CJK SC") >= 3
    assert "2A4B7C" in theme
    assert {layout.name.split()[-1] for layout in gold_deck.slide_layouts} == {"Cover", "Page", "Blank"}


def test_fonts_can_be_those_that_office_ships():
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](made_timelines.few(), Filters(), "zh", fonts="office")))
    theme = next(
        p for p in deck.part.package.iter_parts() if p.partname.endswith("/theme/theme1.xml")
    ).blob.decode()
    assert "Microsoft YaHei" in theme
    assert "Noto" not in theme


def test_marks_stand_true_to_scale(gold_deck):
    """A day's place on the axis is proportional to the days passed."""
    slide = gold_deck.slides[1]
    items = {i.name: i for i in items_of(gold_timeline())}
    axis = next(s for s in slide.shapes if s.name == "时间轴")
    lines = [s for s in axis.shapes if s._element.tag.endswith("}cxnSp")]
    ticks = {s.name: s.left for s in lines if s.name in ("2010", "2015", "2020", "2025")}
    per_day = (ticks["2025"] - ticks["2010"]) / (date(2025, 1, 1) - date(2010, 1, 1)).days
    groups = [s for s in slide.shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP and s.name in items]
    assert len(groups) >= 12
    checked = 0
    for group in groups:
        item = items[group.name]
        for mark in group.shapes:
            if mark.name == "期间" and item.earliest and item.latest:
                expected = ticks["2010"] + (item.earliest - date(2010, 1, 1)).days * per_day
                assert abs(mark.left - expected) < 3 * PX, group.name
                checked += 1
    assert checked >= 8


def test_milestones_are_on_the_overview(gold_deck):
    milestones = {i.name for i in items_of(gold_timeline()) if i.importance == 3}
    drawn = {shape.name for shape in gold_deck.slides[1].shapes}
    assert milestones <= drawn
    assert len([s for s in gold_deck.slides[1].shapes if s.shape_type == MSO_SHAPE_TYPE.GROUP]) <= 18 + 2


def test_charts_are_native_with_a_right_sheet(gold_deck):
    made = charts(gold_deck)
    assert made
    for chart in made:
        drawn = list(chart.plots[0].series[0].values)
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert [row[1] for row in rows] == pytest.approx(drawn)
        assert [row[0] for row in rows] == list(chart.plots[0].categories)
        assert sheet["B1"].value == chart.plots[0].series[0].name
        assert all(row[5] and row[6] for row in rows)  # as written, source
        assert chart.value_axis.minimum_scale == 0


def test_a_title_that_begins_with_an_equals_sign_is_no_formula():
    deck = Presentation(io.BytesIO(deck_bytes("hostile", "zh")))
    for chart in charts(deck):
        book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
        assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_disagreements_show_both_sides(gold_deck):
    slide = next(s for s in gold_deck.slides if "互相矛盾" in s.placeholders[10].text_frame.text)
    texts = [shape.text_frame.text for shape in shapes_of(slide.shapes) if shape.has_text_frame]
    assert texts.count("一说") >= 2
    assert "另一说" in texts
    highlights = slide.element.findall(f".//{A}highlight")
    assert len(highlights) >= 2


# ── options ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("wanted", [3, 5, 9, 30])
def test_number_of_slides_is_kept(wanted):
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](gold_timeline(), Filters(), "zh", slides=wanted)))
    assert len(deck.slides) <= wanted
    assert len(deck.slides) == wanted or wanted == 30


@pytest.mark.parametrize("options", [{"slides": 2}, {"slides": "x"}, {"fonts": "comic"}, {"split": "moon"}])
def test_impossible_options_are_told(options):
    with pytest.raises(UserError):
        EXPORTS["pptx"](made_timelines.few(), Filters(), "zh", **options)


def test_pages_by_category():
    deck = Presentation(
        io.BytesIO(EXPORTS["pptx"](gold_timeline(), Filters(), "zh", split="category", slides=20))
    )
    kickers = [s.placeholders[10].text_frame.text for s in list(deck.slides)[2:6]]
    assert any("战略" in kicker for kicker in kickers)


def test_phases_do_not_repeat_an_event():
    selection = Selection.of(made_timelines.many(), Filters())
    deck = Presentation(io.BytesIO(deck_bytes("many", "zh")))
    names = {row["name"] for row in selection.rows("events")}
    phases = [s for s in deck.slides if "阶段" in s.placeholders[10].text_frame.text]
    assert len(phases) >= 3
    drawn = [shape.name for slide in phases for shape in slide.shapes if shape.name in names]
    assert len(drawn) == len(set(drawn))


# ── series and what they say ─────────────────────────────────────────────────────────────────────


def _series(values):
    """(date, value, comparator) as the series of a chart."""
    return made_series("shipments", "星河", "units", values)


@pytest.mark.parametrize(
    ("first", "last", "sign"),
    [
        ("=", "=", ""),
        ("≈", "=", "≈"),
        ("<", ">", ">"),
        ("=", ">", ">"),
        (">", "=", None),
        (">", ">", None),
        ("<", "<", None),
    ],
)
def test_how_sure_a_comparison_is(first, last, sign):
    change = growth.compare(_series([("2016", 100, first), ("2022", 400, last)]))
    assert (change.sign if change else None) == sign


def test_yearly_growth_is_compound():
    change = growth.compare(_series([("2010", 100, "="), ("2020", 200, "=")]))
    assert change is not None
    assert change.ratio == 2
    assert change.yearly == pytest.approx(2 ** (1 / 10) - 1, rel=1e-3)


def test_a_fall_under_bounds_is_not_claimed():
    assert growth.compare(_series([("2018", 5, "≤"), ("2020", 1, "≈")])) is None


def test_values_that_disagree_for_one_time_make_no_series():
    selection = Selection.of(gold_timeline(), Filters())
    for found in gathering.find_series(selection):
        dates = [point.date for point in found.points]
        assert len(dates) == len(set(dates))
        for earlier, later in zip(found.points, found.points[1:], strict=False):
            assert earlier.days[1] < later.days[0]


def test_claims_come_from_the_rows():
    items = [i for i in items_of(gold_timeline()) if i.importance == 3]
    selection = Selection.of(gold_timeline(), Filters())
    title = claims.of_timeline(selection, items)
    recent = [i for i in items if i.earliest and i.earliest.year >= 2020]
    cars = [i for i in recent if i.lane == "automotive"]
    assert title == f"2020 年以来的 {len(recent)} 件里程碑，{len(cars)} 件是汽车"
    moved = [i._replace(earliest=date(2020, 5, 1), latest=date(2020, 5, 1)) for i in cars[:3]]
    until_2020 = [i for i in items if i.earliest and i.earliest.year < 2020] + moved
    assert "2020 年以来" not in claims.of_timeline(selection, until_2020), "a last year is no stretch"


def test_the_overview_spreads_equals_over_time():
    chosen = choosing.choose(items_of(made_timelines.many()), Filters(), "zh")
    assert chosen is not None
    years = [item.earliest.year for item in chosen.items if item.earliest]
    assert max(years) - min(years) >= 12
    assert all(mark.label for mark in chosen.made.marks)


def test_quotes_hold_their_evidence():
    selection = Selection.of(gold_timeline(), Filters())
    for row in selection.rows("observations"):
        quote = quotes.around(selection, row["doc_id"], row["start"], row["end"])
        (a, b), *_ = quote.marks
        assert quote.text[a:b].replace(" ", "") == "".join(row["exact"].split())
        assert "\n" not in quote.text


def test_template_uses_px_of_a_1280_slide(gold_deck):
    assert gold_deck.slide_width == Emu(1280 * PX)


@pytest.mark.parametrize("count", [1, 5, 6, 15, 40])
def test_sources_page_says_how_to_read_however_many_documents(count):
    few = made_timelines.few()
    rows = [few.documents.assign(doc_id=f"d{n:011d}", title=f"文档{n}") for n in range(count - 1)]
    made = replace(few, documents=pd.concat([few.documents, *rows], ignore_index=True))
    deck = Presentation(io.BytesIO(EXPORTS["pptx"](made, Filters(), "zh")))
    last = [shape.text_frame.text for shape in shapes_of(deck.slides[-1].shapes) if shape.has_text_frame]
    assert "怎样读这些页" in last
    assert f"出处：{count}份文档" in last


def test_ids_are_unique_on_a_slide(deck):
    for slide in deck.slides:
        ids = [element.get("id") for element in slide.element.iter("{*}cNvPr")]
        assert len(ids) == len(set(ids))


def test_notes_have_our_fonts(gold_deck):
    themes = [p.blob.decode() for p in gold_deck.part.package.iter_parts() if "/theme/" in p.partname]
    assert len(themes) == 2
    assert all("Noto Sans CJK SC" in theme for theme in themes)


def test_a_deck_survives_being_opened_and_saved(gold_deck):
    again = io.BytesIO()
    gold_deck.save(again)
    reopened = Presentation(io.BytesIO(again.getvalue()))
    assert len(reopened.slides) == len(gold_deck.slides)
    assert len(charts(reopened)) == len(charts(gold_deck))


def test_every_element_stands_where_the_schema_wants_it(tmp_path, deck):
    path = tmp_path / "deck.pptx"
    deck.save(path)
    assert audit.validate_pptx(path).is_valid
