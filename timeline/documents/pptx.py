"""PowerPoint decks: slide by slide, in reading order; tables and the numbers behind charts as rows, notes after them."""

import io
from collections.abc import Iterable, Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from timeline.documents.content import Content, Pen
from timeline.documents.number_formats import shown
from timeline.documents.office import open_package, with_properties
from timeline.errors import UnreadableError
from timeline.model import Block, Problem

_FURNITURE = (PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE)


def read_pptx(data: bytes, name: str = "") -> Content:
    """A deck. Block.page is the slide; slide numbers, footers and pictures are left out."""
    with open_package(data) as archive:
        pen, problems = Pen(), []
        try:
            for number, slide in enumerate(Presentation(io.BytesIO(data)).slides, start=1):
                start = pen.position
                problems += _write_slide(slide, pen, number)
                if pen.position > start:
                    pen.blocks.append(Block(start, pen.position - 1, "page", 0, "", number))
        except Exception as error:  # a damaged part fails anywhere in the library
            raise UnreadableError("The deck is damaged.", "Save it again, or as PDF.") from error
        return with_properties(Content(pen.text, "utf-8", tuple(pen.blocks), tuple(problems)), archive)


def _write_slide(slide: Any, pen: Pen, number: int) -> Iterator[Problem]:
    """Write a slide; yields what of it cannot be read."""
    title = slide.shapes.title
    if title is not None:
        pen.add(" ".join(title.text_frame.text.split()), "heading", level=1, page=number)
    for shape in _shapes(slide.shapes):
        if title is not None and shape.shape_id == title.shape_id:
            continue
        if shape.has_text_frame:
            _write_text(shape.text_frame.text, pen, number)
        elif shape.has_table:
            pen.add_table([[_cell(cell) for cell in row.cells] for row in shape.table.rows], number)
        elif shape.has_chart:
            if not (grids := _numbers(shape.chart)):
                yield Problem(pen.position, pen.position, f"a chart on page {number} cannot be read")
            for grid in grids:
                pen.add_table(grid, number)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        _write_text(slide.notes_slide.notes_text_frame.text, pen, number)


def _shapes(shapes: Iterable[Any]) -> Iterator[Any]:
    """From top to bottom, from left to right; what is grouped stays together."""
    for shape in sorted(shapes, key=lambda shape: (shape.top or 0, shape.left or 0)):
        if shape.shape_type is not None and hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)
        elif not (shape.is_placeholder and shape.placeholder_format.type in _FURNITURE):
            yield shape


def _write_text(text: str, pen: Pen, number: int) -> None:
    for line in text.replace("\v", "\n").split("\n"):
        pen.add(line, "paragraph", page=number)


def _cell(cell: Any) -> str:
    return "" if cell.is_spanned else cell.text.replace("\v", " ")


def _numbers(chart: Any) -> list[list[list[str]]]:
    """The numbers of each plot of a chart; none where the library does not know its kind."""
    try:
        return [_series(plot) for plot in chart.plots]
    except Exception:  # the rest of the slide is read
        return []


def _series(plot: Any) -> list[list[str]]:
    """A chart's numbers: categories as heads, a row a series."""
    rows = [["", *map(str, plot.categories)]]
    for series in plot.series:
        form = next(iter(series._element.xpath(".//c:val//c:formatCode/text()")), "")
        rows.append([series.name, *("" if value is None else shown(value, form) for value in series.values)])
    return rows
