"""Words at the points of a metric's chart: beside them where there is room, else at the end of a thin line."""

from timeline import axis, labels
from timeline.charts.canvas import Canvas
from timeline.drawing.board import Run
from timeline.layout import Box
from timeline.series import Point

EDGE = 18  # px right of the plot that words may use
Line = tuple[float, float, float, float]  # from x, y to x, y
_FARTHER = (10, 28, 44, 60, 76)  # px from a point to words that a line leads to


def name_points(
    canvas: Canvas, placed: list[tuple[Point, Box]], width: float, bottom: float, sigla: dict[str, int],
    lang: str,
) -> int:  # fmt: skip
    """Words for the points, those with most sources first; the same words twice in one spot say nothing.

    How many found no place is said in a corner, and returned.
    """
    taken = [box for _, box in placed]
    lines: list[Line] = []
    named: set[tuple[str, int]] = set()
    unnamed = 0
    for point, box in sorted(placed, key=lambda pair: (-len(pair[0].doc_ids), -pair[0].at)):
        spot = (point.words(lang), round((box.x0 + box.x1) / 120))
        if spot not in named:
            named.add(spot)
            unnamed += not _name_point(canvas, point, box, taken, lines, width, bottom, sigla, lang)
    if unnamed:
        said = f"另有 {unnamed} 点未写数" if lang == "zh" else f"{unnamed} more without words"
        room = axis.width_of(said, 11.5)
        free = all(not Box(width - room, 14, width, 30).meets(other) for other in taken)
        canvas.text(width if free else 0, 22, said, 11.5, canvas.palette.ink2, "right" if free else "left")
    return unnamed


def _name_point(
    canvas: Canvas,
    point: Point,
    box: Box,
    taken: list[Box],
    lines: list[Line],
    width: float,
    bottom: float,
    sigla,
    lang: str,
) -> bool:
    """Value and sigla above the point, else below or beside, else farther off with a thin leader; False where
    nothing is free."""
    words = point.words(lang)
    signs = _sigla(point, sigla, lang)
    room = axis.width_of(words, 12.5, True) + (axis.width_of(f" {signs}", 11.5) if signs else 0)
    middle = (box.x0 + box.x1) / 2
    centred = min(max(middle - room / 2, 0), width + EDGE - room)
    y = (box.y0 + box.y1) / 2
    spots = [
        (centred, box.y0 - 11), (centred, box.y1 + 12),
        (box.x1 + 7, y), (box.x0 - 7 - room, y), (centred, box.y0 - 28),
    ]  # fmt: skip
    near = len(spots)
    columns = (centred, *(x for step in (10, 40, 80) for x in (box.x1 + step, box.x0 - step - room)))
    heights = [at for step in _FARTHER for at in (box.y0 - step, box.y1 + step)]
    spots += [(x, at) for at in heights for x in columns]
    for index, (x, middle_y) in enumerate(spots):
        spot = Box(x, middle_y - 8, x + room, middle_y + 8)
        fits = spot.x0 >= 0 and spot.x1 <= width + EDGE and spot.y0 >= 0 and spot.y1 <= bottom - 1
        ground = Box(spot.x0 - 2, spot.y0, spot.x1 + 2, spot.y1)
        free = not any(ground.meets(other) for other in (box, *taken))
        if fits and free and not any(_cross(line, edge) for line in lines for edge in _diagonals(ground)):
            if index >= near and not _led(canvas, box, ground, taken, lines):
                continue
            taken.append(ground)
            canvas.rect(*ground, canvas.palette.page)
            runs = [Run(words, bold=True), Run(f" {signs}" if signs else "", canvas.palette.ink2)]
            canvas.text(x, middle_y, runs, 12.5, canvas.palette.ink)
            return True
    return False


def _led(canvas: Canvas, box: Box, ground: Box, taken: list[Box], lines: list[Line]) -> bool:
    """A thin line from a point's box to its words, drawn where it crosses nothing else; False where it would."""
    beside = ground.x0 > box.x1 or ground.x1 < box.x0
    x1 = min(max((box.x0 + box.x1) / 2, ground.x0), ground.x1)
    y1 = min(max((box.y0 + box.y1) / 2, ground.y0), ground.y1)
    x0, y0 = min(max(x1, box.x0), box.x1), (box.y0 + box.y1) / 2 if beside else min(max(y1, box.y0), box.y1)
    line = (x0, y0, x1, y1)
    in_the_way = [edge for other in taken if not other.meets(box) for edge in _diagonals(other)]
    if any(_cross(line, other) for other in (*in_the_way, *lines)):
        return False
    lines.append(line)
    canvas.line([(x0, y0), (x1, y1)], canvas.palette.ink3, 1)
    return True


def _diagonals(box: Box) -> tuple[Line, Line]:
    """What passes through a box crosses one of these."""
    return (box.x0, box.y0, box.x1, box.y1), (box.x0, box.y1, box.x1, box.y0)


def _cross(one: Line, other: Line) -> bool:
    """Whether the ends of each lie on both sides of the other."""

    def parted(line: Line, ends: Line) -> bool:
        x0, y0, x1, y1 = line
        first, last = ((x1 - x0) * (ends[n + 1] - y0) - (y1 - y0) * (ends[n] - x0) for n in (0, 2))
        return first * last < 0

    return parted(one, other) and parted(other, one)


def _sigla(point: Point, sigla: dict[str, int], lang: str) -> str:
    """甲, 甲 乙, 丙 ×6."""
    counts: dict[str, int] = {}
    for doc_id in point.doc_ids:
        if doc_id in sigla:
            sign = labels.siglum(sigla[doc_id], lang)
            counts[sign] = counts.get(sign, 0) + 1
    signs = [f"{sign}{labels.GAP}×{n}" if n > 1 else sign for sign, n in counts.items()]
    return " ".join(signs[:3]) + ("…" if len(signs) > 3 else "")
