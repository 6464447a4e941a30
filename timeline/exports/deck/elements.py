"""Pieces of DrawingML that every shape is made of: names, frames, outlines, groups."""

from xml.sax.saxutils import quoteattr

from pptx.oxml import parse_xml

from timeline.exports.deck.theme import EMU, NS, colour
from timeline.exports.printable import clip, printable


def attribute(text: str) -> str:
    """A name or an alternative text as a quoted attribute: one line, never empty."""
    return quoteattr(clip(printable(text).replace("\n", " ").strip(), 500) or "—")


def frame(x: float, y: float, w: float, h: float, flips: str = "") -> str:
    """Place and size, px, as an a:xfrm."""
    return (
        f'<a:xfrm{flips}><a:off x="{round(x * EMU)}" y="{round(y * EMU)}"/>'
        f'<a:ext cx="{max(round(w * EMU), 0)}" cy="{max(round(h * EMU), 0)}"/></a:xfrm>'
    )


def outline(role: str, weight: float, dash: str = "", end: str = "") -> str:
    """An a:ln of a palette colour, `weight` px wide; none without a colour."""
    if not role:
        return "<a:ln><a:noFill/></a:ln>"
    pattern = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{round(weight * EMU)}"><a:solidFill>{colour(role)}</a:solidFill>{pattern}{end}</a:ln>'


def parse(xml: str):
    """One element from its XML."""
    return parse_xml(xml)


_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def fit_group(group) -> None:
    """A group's frame is what its members span; its inner coordinates are the slide's."""
    boxes = []
    for xfrm in group.iter(f"{_A}xfrm"):
        off, ext = xfrm.find(f"{_A}off"), xfrm.find(f"{_A}ext")
        x, y = int(off.get("x")), int(off.get("y"))
        boxes.append((x, y, x + int(ext.get("cx")), y + int(ext.get("cy"))))
    x0, y0 = min(b[0] for b in boxes), min(b[1] for b in boxes)
    x1, y1 = max(b[2] for b in boxes), max(b[3] for b in boxes)
    properties = group.find("{http://schemas.openxmlformats.org/presentationml/2006/main}grpSpPr")
    frames = "".join(
        f'<a:{tag} {names[0]}="{first}" {names[1]}="{second}"/>'
        for tag, names, first, second in (
            ("off", ("x", "y"), x0, y0),
            ("ext", ("cx", "cy"), x1 - x0, y1 - y0),
            ("chOff", ("x", "y"), x0, y0),
            ("chExt", ("cx", "cy"), x1 - x0, y1 - y0),
        )
    )
    properties.append(parse(f"<a:xfrm {NS}>{frames}</a:xfrm>"))
