"""Marks on a slide by the shape grammar: what is known of a date is what is drawn."""

from timeline.exports.deck import claims
from timeline.exports.deck.measure import width
from timeline.exports.deck.pages import Page
from timeline.exports.deck.runs import P, Run
from timeline.exports.printable import one_line
from timeline.exports.selection import Selection
from timeline.layout import Mark

_BAND = 0.2


def draw_mark(page: Page, mark: Mark, corner: tuple[float, float], row: dict, selection: Selection) -> None:
    alt = claims.event_words(selection, row)
    name = one_line(row["name"])[:60]
    x0, y0 = corner
    with page.group(name, alt):
        role = P.accent if mark.conflicting else P.ink3 if mark.lane == "external" else P.data
        box = mark.box._replace(
            x0=mark.box.x0 + x0, x1=mark.box.x1 + x0, y0=mark.box.y0 + y0, y1=mark.box.y1 + y0
        )
        for twin in mark.twins:
            _draw_twin(page, box, twin, x0, role, alt)
        _draw_shape(page, mark, box, role, alt)
        _draw_label(page, mark, corner, alt)


def _draw_twin(page: Page, box, twin, x0: float, role: str, alt: str) -> None:
    """The other reading, dotted at its own date, with a dotted line to it."""
    a, b = twin.x0 + x0, twin.x1 + x0
    page.shape(
        "rect", a, box.y0, b - a, box.y1 - box.y0, line=role, weight=1.25, dash="sysDash", name="另一说",
        alt=alt,
    )  # fmt: skip
    ends = (b, box.x0) if b <= box.x0 else (box.x1, a)
    if ends[1] > ends[0]:
        y = (box.y0 + box.y1) / 2
        page.line(ends[0], y, ends[1], y, role, 1.25, dash="sysDot", name="另一说", alt=alt)


def _draw_shape(page: Page, mark: Mark, box, role: str, alt: str) -> None:
    """The shape grammar: what is known of the date is what is drawn."""
    w, h = box.x1 - box.x0, box.y1 - box.y0
    fill = P.page if mark.hollow else role
    dash = "sysDot" if mark.dotted else ""
    if mark.shape == "dot":
        page.shape(
            "ellipse", box.x0, box.y0, w, h, fill=fill, line=role, weight=1.25, dash=dash, name="日", alt=alt
        )
    elif mark.shape == "bar":
        page.shape(
            "rect", box.x0, box.y0, w, h, fill=fill, line=role, weight=1.25, dash=dash, name="月", alt=alt
        )
    elif mark.shape == "band":
        alpha = 1.0 if mark.hollow else _BAND
        page.shape(
            "rect", box.x0, box.y0, w, h, fill=fill, alpha=alpha, line=role, weight=1, dash=dash, name="期间",
            alt=alt,
        )  # fmt: skip
    elif mark.shape == "fade":
        _draw_fade(page, mark, box, role, alt)
    else:
        _draw_range(page, mark, box, role, alt)
    if mark.ringed:
        _draw_ring(page, mark, box, role, alt)
    if mark.denied:
        _draw_cross(page, box, role, alt)


def _draw_ring(page: Page, mark: Mark, box, role: str, alt: str) -> None:
    """Two documents agree."""
    kind, w, h = "ellipse" if mark.shape == "dot" else "rect", box.x1 - box.x0, box.y1 - box.y0
    page.shape(kind, box.x0 - 3, box.y0 - 3, w + 6, h + 6, line=role, weight=1, name="两处出处一致", alt=alt)


def _draw_cross(page: Page, box, role: str, alt: str) -> None:
    """What is told was denied."""
    x, y, arm = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, 7
    for sign in (1, -1):
        page.line(x - arm, y - sign * arm, x + arm, y + sign * arm, role, 1.75, name="否认", alt=alt)


def _draw_fade(page: Page, mark: Mark, box, role: str, alt: str) -> None:
    w, h = box.x1 - box.x0, box.y1 - box.y0
    if mark.hollow:
        page.shape("rect", box.x0, box.y0, w, h, line=role, weight=1.25, dash="dash", name="约", alt=alt)
        return
    edge = round(min(26 / max(w, 1), 0.5) * 100)
    stops = ((0, 0.06), (edge, 0.65), (100 - edge, 0.65), (100, 0.06))
    page.shape("rect", box.x0, box.y0, w, h, fill=role, gradient=stops, name="约", alt=alt)


def _draw_range(page: Page, mark: Mark, box, role: str, alt: str) -> None:
    y, stop = (box.y0 + box.y1) / 2, max((box.y1 - box.y0) / 2, 5)
    dash = "sysDot" if mark.dotted else ""
    ends = ("head" if mark.opens_left else "") + ("tail" if mark.opens_right else "")
    page.line(
        box.x0, y, box.x1 - (6 if mark.goal else 0), y, role, 2, dash=dash, arrow=ends, name="起止", alt=alt
    )
    if not mark.opens_left:
        page.line(box.x0, y - stop, box.x0, y + stop, role, 1.5, name="起点", alt=alt)
    if mark.goal and not mark.opens_right:
        page.shape(
            "diamond", box.x1 - 6, y - 6, 12, 12, fill=P.page, line=role, weight=1.25, name="目标", alt=alt
        )
    elif not mark.opens_right:
        page.line(box.x1, y - stop, box.x1, y + stop, role, 1.5, name="终点", alt=alt)


def _draw_label(page: Page, mark: Mark, corner: tuple[float, float], alt: str) -> None:
    label = mark.label
    if label is None:
        return
    role = P.ink2 if mark.importance == 1 else P.ink
    runs = [Run(f"{label.sign} ", label.size, True, role=P.accent)] if label.sign else []
    runs.append(Run(label.text, label.size, label.bold, role=role))
    if label.suffix:
        runs.append(Run(f" {label.suffix}", label.size, role=P.ink3))
    w = sum(width(run.text, run.words) for run in runs)
    left = label.side == "left"
    x = corner[0] + (label.box.x1 - w if left else label.box.x0)
    y = corner[1] + (label.box.y0 + label.box.y1) / 2 - (3 if label.side == "over" else 0)
    height = max(24, label.size * 1.5)
    page.text(
        x, y - height / 2, [runs], w=w, leading=height, align="r" if left else "l", name=label.text, alt=alt
    )  # fmt: skip
