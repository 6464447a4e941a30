"""Marks by the shape grammar: position tells the lane, shape the precision, red says "look here"."""

from timeline import look
from timeline.drawing.board import CLEAR, Board
from timeline.layout import Box, Mark
from timeline.layout.marks import down


def colour_of(mark: Mark, p: look.Palette) -> str:
    return p.accent if mark.conflicting else p.ink3 if mark.lane == "external" else p.data


def draw_mark(board: Board, mark: Mark, top: float) -> None:
    """One mark by the shape grammar; `top` is where the first lane begins."""
    colour = colour_of(mark, board.palette)
    box = down(mark.box, top)
    for twin in mark.twins:
        _twin(board, box, down(twin, top), colour)
    {"dot": _dot, "bar": _bar, "band": _band, "range": _range, "fade": _fade}[mark.shape](
        board, mark, box, colour
    )
    if mark.ringed:
        _ring(board, mark, box, colour)
    if mark.denied:
        board.dot((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 11, colour, colour, 1.8, "x-thin")


def _dot(board: Board, mark: Mark, box: Box, colour: str) -> None:
    fill = board.palette.page if mark.hollow else colour
    size = box.x1 - box.x0
    board.dot((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, size, fill, colour, 1.3 if mark.hollow else 0)


def _bar(board: Board, mark: Mark, box: Box, colour: str) -> None:
    _filled(board, mark, box, colour, 1.0)


def _band(board: Board, mark: Mark, box: Box, colour: str) -> None:
    _filled(board, mark, box, colour, board.palette.band)


def _filled(board: Board, mark: Mark, box: Box, colour: str, opacity: float) -> None:
    if mark.dotted:
        board.rect(*box, board.palette.page)
        board.outline(box, colour, 1.2)
    elif mark.hollow:
        board.rect(*box, board.palette.page, colour, 1.2)
    else:
        board.rect(*box, colour, colour, 1, opacity)


def _range(board: Board, mark: Mark, box: Box, colour: str) -> None:
    y = (box.y0 + box.y1) / 2
    stop = max((box.y1 - box.y0) / 2, 3)
    right = box.x1 - (5 if mark.goal else 0)
    board.line(
        [(box.x0, y), (right, y)], colour, 1.5 if mark.hollow else 2, "dot" if mark.dotted else "solid"
    )
    if mark.opens_left:
        board.dot(box.x0 + 3, y, 8, colour, symbol="triangle-left")
    else:
        board.line([(box.x0 + 0.5, y - stop), (box.x0 + 0.5, y + stop)], colour, 1.5)
    if mark.opens_right:
        board.dot(box.x1 - 3, y, 8, colour, symbol="triangle-right")
    elif mark.goal:
        board.dot(box.x1, y, 9, board.palette.page, colour, 1.4, "diamond")
    else:
        board.line([(box.x1 - 0.5, y - stop), (box.x1 - 0.5, y + stop)], colour, 1.5)


def _fade(board: Board, mark: Mark, box: Box, colour: str) -> None:
    if mark.hollow:
        board.outline(box, colour, 1.2, "dash")
    else:
        board.fade(*box, colour)


def _ring(board: Board, mark: Mark, box: Box, colour: str) -> None:
    if mark.shape == "dot":
        board.dot((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, box.x1 - box.x0 + 6, CLEAR, colour, 1.2)
    else:
        grown = Box(max(box.x0 - 3, 0), box.y0 - 3, box.x1 + 3, box.y1 + 3)
        board.rect(*grown, line=colour, width=1)


def _twin(board: Board, box: Box, twin: Box, colour: str) -> None:
    """The other reading, dotted at its own date, and a dotted line to it."""
    board.outline(twin, colour, 1.2)
    y = (box.y0 + box.y1) / 2
    ends = (twin.x1, box.x0) if twin.x1 <= box.x0 else (box.x1, twin.x0)
    if ends[1] > ends[0]:
        board.line([(ends[0], y), (ends[1], y)], colour, 1.2, "dot")
