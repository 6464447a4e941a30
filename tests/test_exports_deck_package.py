"""The file behind a deck: what makes PowerPoint offer to repair one, and what a chart is drawn from."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree

import openpyxl
import pytest
from pptx import Presentation

from tests.test_exports_deck import MADE, charts, deck_bytes

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@pytest.fixture(params=[(name, lang) for name in MADE for lang in ("zh", "en")], ids="-".join)
def package(request):
    with zipfile.ZipFile(io.BytesIO(deck_bytes(*request.param))) as archive:
        yield archive


def _target(base: str, target: str) -> str:
    return (
        target.removeprefix("/")
        if target.startswith("/")
        else posixpath.normpath(posixpath.join(base, target))
    )


def test_every_part_is_typed_related_and_there_once(package):
    names = package.namelist()
    assert names[0] == "[Content_Types].xml"
    assert len(names) == len(set(names))
    types = ElementTree.fromstring(package.read(names[0]))
    typed = {e.get("PartName", "").removeprefix("/") for e in types} | {
        "." + e.get("Extension", "") for e in types
    }
    related = set()
    for name in (n for n in names if n.endswith(".rels")):
        base, rows = posixpath.dirname(posixpath.dirname(name)), ElementTree.fromstring(package.read(name))
        assert not [r for r in rows if r.get("TargetMode") == "External"], name
        related |= {_target(base, r.get("Target", "")) for r in rows}
        ids = [r.get("Id") for r in rows]
        part = posixpath.join(base, posixpath.basename(name).removesuffix(".rels"))
        used = (
            set(re.findall(rb'r:(?:id|embed|link)="([^"]+)"', package.read(part))) if part in names else set()
        )
        assert {u.decode() for u in used} <= set(ids), part
        assert len(ids) == len(set(ids)), name
    assert related <= set(names), related - set(names)
    assert not [n for n in names[1:] if not n.endswith(".rels") and n not in related]
    assert not [n for n in names[1:] if n not in typed and "." + n.rsplit(".", 1)[-1] not in typed]


def test_shapes_have_a_size_and_text_no_character_that_xml_forbids(package):
    for name in (n for n in package.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)):
        root = ElementTree.fromstring(package.read(name))
        for shape in root.iter(f"{P}sp"):
            extent = shape.find("./{*}spPr/{*}xfrm/{*}ext")
            assert extent is None or (int(extent.get("cx", 0)) > 0 and int(extent.get("cy", 0)) > 0), name
        for line in root.iter(f"{P}cxnSp"):
            extent = line.find("./{*}spPr/{*}xfrm/{*}ext")
            assert extent is not None
            assert int(extent.get("cx", 0)) + int(extent.get("cy", 0)) > 0, name
        assert all(len(e.get("descr", "")) <= 1000 for e in root.iter("{*}cNvPr"))
        assert not re.search("[\u202a-\u202e\ufffe]", "".join(root.itertext()))


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["gold", "many", "hostile"])
def test_a_chart_is_drawn_from_its_sheet(name, lang):
    made = charts(Presentation(io.BytesIO(deck_bytes(name, lang))))
    assert made
    for chart in made:
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]
        rows = list(sheet.iter_rows(min_row=2, values_only=True))
        assert [row[1] for row in rows] == list(chart.plots[0].series[0].values)
        assert [row[0] for row in rows] == list(chart.plots[0].categories)
        last = len(rows) + 1
        places = [e.text for e in chart._chartSpace.iter("{*}f")]
        assert places == ["Sheet1!$B$1", f"Sheet1!$A$2:$A${last}", f"Sheet1!$B$2:$B${last}"]
