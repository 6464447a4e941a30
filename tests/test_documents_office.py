"""Workbooks and decks: numbers as they are shown, tables under their heads, slides as pages."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

import timeline
from tests import samples
from timeline import documents
from timeline.documents.number_formats import shown
from timeline.errors import UnreadableError
from timeline.model import Document

FIGURES = {
    "经营": [
        ["青桐科技主要财务数据"],
        [],
        [None, "指标", "2021年", "2022年"],
        [None, "营业收入", 12.5, 20],
        [None, "毛利率", 0.125, 0.31],
        [],
        ["注：以上为合并口径。"],
    ],
    "大事": [
        ["日期", "事件"],
        [datetime.datetime(2021, 3, 30), "青桐科技在香港上市。"],
        [datetime.datetime(2022, 6, 1), "青桐科技发布新款电动车。"],
    ],
}


def read(data: bytes, name: str = "a") -> Document:
    return documents.read(data, name)


def lines(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


@pytest.mark.parametrize(
    ("value", "form", "words"),
    [
        (0.125, "0.0%", "12.5%"), (1234567.891, "#,##0.00", "1,234,567.89"), (12, "General", "12"), (0.1 + 0.2, "", "0.3"),
        (3.5, '0.0"亿元"', "3.5亿元"), (2059, "[$¥-804]#,##0", "¥2,059"), (1234567, "#,##0,", "1,235"),
        (-3, "0;[Red]-0", "-3"), (5, '"第"0"名"', "第5名"), (4.25, "# ?/?", "4.25"), (12, "0.00E+00", "12"), (7, "_(0_)", "7"),
        (20, "0元", "20元"), (2.5e15, "", "2500000000000000"),
    ],
)  # fmt: skip
def test_a_number_is_read_as_it_is_shown(value, form, words):
    assert shown(value, form) == words


def test_tables_of_a_sheet_stand_under_their_titles_and_heads():
    document = read(samples.xlsx(FIGURES, {"D5": "0%"}))
    assert lines(document, "heading") == ["经营", "大事"]
    assert lines(document, "paragraph") == ["青桐科技主要财务数据", "注：以上为合并口径。"]
    assert "毛利率\t0.125\t31%" in lines(document, "row")
    dated = {document.text[b.start : b.end]: b.date for b in document.blocks if b.kind == "cell"}
    assert (dated["12.5"], dated["20"]) == ("2021", "2022")
    assert (document.date_published, document.date_basis) == ("2022-06-01", "date column")


def test_a_dated_row_of_a_workbook_becomes_an_event_on_its_day(tmp_path):
    (tmp_path / "大事.xlsx").write_bytes(samples.xlsx({"大事": FIGURES["大事"]}))
    built = timeline.build([str(tmp_path)])
    assert set(built.events["date"]) == {"2021-03-30", "2022-06-01"}


def test_slides_are_pages_and_their_furniture_is_left_out():
    document = read(samples.pptx([("青桐科技", "成立于2012年。"), ("上市", "2021年在香港上市。")]))
    assert document.text == "青桐科技\n成立于2012年。\n上市\n2021年在香港上市。\n"
    pages = [(b.page, document.text[b.start : b.end]) for b in document.blocks if b.kind == "page"]
    assert pages == [(1, "青桐科技\n成立于2012年。"), (2, "上市\n2021年在香港上市。")]


def with_a_chart() -> bytes:
    """A deck of one slide with a table, a chart and notes."""
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "业绩"
    table = slide.shapes.add_table(2, 2, 0, Inches(2), Inches(4), Inches(1)).table
    for (row, column), words in {(0, 0): "指标", (0, 1): "2021年", (1, 0): "门店", (1, 1): "88家"}.items():
        table.cell(row, column).text = words
    chart = CategoryChartData(number_format="0%")
    chart.categories = ["2020年", "2021年"]
    chart.add_series("毛利率", (0.2, 0.25))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, Inches(4), Inches(4), Inches(2), chart)
    slide.notes_slide.notes_text_frame.text = "2022年将扩张。"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def changed(package: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """A package with other parts."""
    source = zipfile.ZipFile(io.BytesIO(package))
    return samples.zipped({name: change(name, source.read(name)) for name in source.namelist()})


def test_tables_charts_and_notes_of_a_slide_are_read():
    document = read(with_a_chart())
    assert document.text.splitlines() == [
        "业绩", "指标\t2021年", "门店\t88家", "\t2020年\t2021年", "毛利率\t20%\t25%", "2022年将扩张。",
    ]  # fmt: skip
    dated = {document.text[b.start : b.end]: b.date for b in document.blocks if b.kind == "cell"}
    assert dated == {"88家": "2021", "20%": "2020", "25%": "2021"}


def test_a_chart_of_an_unknown_kind_is_told_and_the_rest_is_read():
    def surface(_: str, part: bytes) -> bytes:
        return part.replace(b"c:barChart>", b"c:surfaceChart>")

    document = read(changed(with_a_chart(), surface))
    assert document.text.splitlines() == ["业绩", "指标\t2021年", "门店\t88家", "2022年将扩张。"]
    assert [problem.reason for problem in document.problems] == ["a chart on page 1 cannot be read"]


@pytest.mark.parametrize("made", [samples.xlsx({"甲": [["成立于2012年。"]]}), samples.pptx([("甲", "乙")])])
def test_a_damaged_part_is_told_in_one_sentence(made):
    def torn(name: str, part: bytes) -> bytes:
        return b"<a" if name.endswith(("workbook.xml", "presentation.xml")) else part

    with pytest.raises(UnreadableError, match="damaged"):
        read(changed(made, torn))
