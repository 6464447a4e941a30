"""The shape grammar in miniature, for lists: precision, modality and agreement as one small picture."""

from base64 import b64encode

from timeline import edtf, look
from timeline.ui.markup import Markup, tag

WIDTH, HEIGHT = 26, 18
_MIDDLE = HEIGHT / 2


def glyph(row: dict, palette: look.Palette, modality: str = "fact") -> Markup:
    """The mark that the chart draws for an event's row. Decoration: the words beside it say the same."""
    return image(
        shape(row["date"], int(row["importance"]), row["status"], modality, row["category"], palette)
    )


def image(svg: str) -> Markup:
    """A drawing of ours in a page, where SVG itself would be left out."""
    source = "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
    return tag("img", src=source, alt="", width=WIDTH, height=HEIGHT)


def shape(
    date: str, importance: int, status: str, modality: str, category: str, palette: look.Palette
) -> str:
    """SVG of one mark, WIDTH × HEIGHT px."""
    colour = palette.ink3 if category == "external" else palette.data
    if status == "conflicting":
        colour = palette.accent
    precision = edtf.precision(date) if date else ""
    if precision == "day":
        drawn = _dot(look.DOT[importance], colour, modality, status)
    elif precision == "range":
        drawn = _range(colour, modality)
    elif precision:
        drawn = _band(
            precision == "month", edtf.is_approximate(date), importance, colour, modality, status, palette
        )
    else:
        drawn = f'<text x="9" y="13" font-size="13" fill="{palette.ink2}">?</text>'
    if modality == "denied":
        drawn += f'<path d="M7 3L19 15M19 3L7 15" stroke="{palette.ink}" stroke-width="1.2"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">{drawn}</svg>'


def badge(n: int, palette: look.Palette) -> str:
    """SVG of a badge that holds `n` events."""
    box = f'<rect x="1" y="2" width="24" height="14" fill="{palette.data}" fill-opacity="0.24"/>'
    number = f'<text x="13" y="13" font-size="11" text-anchor="middle" font-family="sans-serif" fill="{palette.ink}">{n}</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">{box}{number}</svg>'


def _paint(colour: str, modality: str, opacity: float = 1.0) -> str:
    if modality in ("plan", "forecast"):
        return f'fill="none" stroke="{colour}"'
    if modality in ("hypothetical", "denied"):
        return f'fill="none" stroke="{colour}" stroke-dasharray="2 2"'
    return f'fill="{colour}" fill-opacity="{opacity}" stroke="{colour}"'


def _dot(size: float, colour: str, modality: str, status: str) -> str:
    paint, radius = _paint(colour, modality), size / 2
    ring = (
        f'<circle cx="13" cy="{_MIDDLE}" r="{min(8, radius + 2.5)}" fill="none" stroke="{colour}"/>'
        if status == "agreed"
        else ""
    )
    return f'<circle cx="13" cy="{_MIDDLE}" r="{radius - 0.5}" {paint}/>{ring}'


def _range(colour: str, modality: str) -> str:
    dash = ' stroke-dasharray="3 2"' if modality in ("plan", "forecast", "hypothetical") else ""
    return (
        f'<path d="M2.5 {_MIDDLE}H23.5" stroke="{colour}" stroke-width="2"{dash}/>'
        f'<path d="M2 5V13M24 5V13" stroke="{colour}" stroke-width="1.6"/>'
    )


def _band(
    month: bool, about: bool, importance: int, colour: str, modality: str, status: str, palette: look.Palette
) -> str:
    height = look.BAR[importance]
    width = 9 if month else 22
    left, top = 13 - width / 2, _MIDDLE - height / 2
    if about and modality == "fact":
        stops = "".join(
            f'<stop offset="{at}" stop-color="{colour}" stop-opacity="{opacity}"/>'
            for at, opacity in ((0, 0.06), (0.3, 0.65), (0.7, 0.65), (1, 0.06))
        )
        fade = f'<defs><linearGradient id="f">{stops}</linearGradient></defs>'
        return f'{fade}<rect x="2" y="{top}" width="22" height="{height}" fill="url(#f)"/>'
    paint = _paint(colour, modality, 1.0 if month else palette.band)
    ring = (
        f'<rect x="{left - 2}" y="{top - 2}" width="{width + 4}" height="{height + 4}" fill="none" stroke="{colour}"/>'
        if status == "agreed"
        else ""
    )
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" {paint}/>{ring}'
