"""Plotly as a drawing board: rectangles, lines, dots and words in px, in as few traces as possible.

One unit of either axis is one px at the nominal width; y runs downwards. A wider container only
adds air, since words keep their size. What can be clicked is a transparent bar with an id in
`customdata`, drawn last; nothing else reacts. A rectangle that can be clicked is that bar.
"""

from collections import defaultdict

import plotly.graph_objects as go

from timeline import look
from timeline.drawing.board import CLEAR, Board, Words, crisp, runs_of

_CLEAR = "rgba(0,0,0,0)"


def escape(text: str) -> str:
    """Words from documents never become markup of Plotly's."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _paint(colour: str, opacity: float = 1.0) -> str:
    return _CLEAR if colour == CLEAR else colour if opacity == 1 else look.rgba(colour, opacity)


def _markup(words: Words) -> str:
    """Runs as Plotly's own markup."""
    parts = []
    for run in runs_of(words):
        part = escape(run.text)
        css = [f"color:{run.colour}"] if run.colour else []
        css += [f"font-size:{run.size}px"] if run.size else []
        part = f'<span style="{";".join(css)}">{part}</span>' if css else part
        parts.append(f"<b>{part}</b>" if run.bold else part)
    return "".join(parts)


def _short(value: float) -> float | int:
    rounded = round(float(value), 1)
    return int(rounded) if rounded == int(rounded) else rounded


class Canvas(Board):
    """Collects shapes by style; `figure` turns them into traces, in the order they were first used."""

    def __init__(self, palette: look.Palette) -> None:
        super().__init__(palette)
        self._shapes: dict[tuple, list[tuple]] = defaultdict(list)
        self._below: dict[tuple, list[str]] = defaultdict(list)
        self._hits: list[tuple] = []

    def rect(self, x0, y0, x1, y1, fill=CLEAR, line=CLEAR, width=0.0, opacity=1.0) -> None:
        if width:
            x0, y0, x1, y1 = crisp(x0), crisp(y0), max(crisp(x1), crisp(x0) + 1), crisp(y1)
        style = ("rect", _paint(fill, opacity), _paint(line), width)
        self._shapes[style].append((x0, (y0 + y1) / 2, x1 - x0, y1 - y0))

    def line(self, points, colour, width=1.0, dash="solid") -> None:
        self._shapes["line", colour, width, dash].extend([*points, (None, None)])

    def rule(self, x0, y0, x1, y1, colour, width=1.0) -> None:
        # A path shape below the traces: Plotly draws all its bars below all its lines.
        if x0 == x1:
            x0 = x1 = crisp(x0)
        else:
            y0 = y1 = crisp(y0)
        self._below[colour, width].append(f"M{_short(x0)},{_short(y0)}L{_short(x1)},{_short(y1)}")

    def dot(self, x, y, size, fill, line=CLEAR, width=0.0, symbol="circle", opacity=1.0) -> None:
        self._shapes["dot", _paint(fill, opacity), _paint(line), width, symbol].append((x, y, size))

    def text(self, x, y, words, size, colour, align="left", bold=False) -> None:
        run, *more = runs_of(words)
        if not more and not run.size:  # plain words are drawn faster than Plotly's markup is read
            colour, bold, words = run.colour or colour, bold or run.bold, run.text
        self._shapes["text", colour, bool(bold)].append((x, y, _markup(words), size, align))

    def hit(self, x0, y0, x1, y1, key, hover="") -> None:
        title, _, rest = hover.partition("\n")
        lines = [f"<b>{escape(title)}</b>", *map(escape, rest.split("\n"))] if rest else [escape(title)]
        self._hits.append((x0, (y0 + y1) / 2, x1 - x0, y1 - y0, key, "<br>".join(lines)))

    def _clickable(self) -> list[str]:
        """The colours of the places to click; what is painted here is no shape of its own any more."""
        places = {hit[:4]: index for index, hit in enumerate(self._hits)}
        paints = [_CLEAR] * len(self._hits)
        for style, rows in self._shapes.items():
            if style[0] == "rect" and not style[3]:
                seen = {row for row in rows if row in places and paints[places[row]] == _CLEAR}
                for row in seen:
                    paints[places[row]] = style[1]
                self._shapes[style] = [row for row in rows if row not in seen]
        return paints

    # ── figure ───────────────────────────────────────────────────────────────────────────────

    def figure(self, x_range: tuple[float, float], height: float, alt: str = "", **facts: int) -> go.Figure:
        """The figure, `height` px high, without axes of Plotly's own. `alt` and `facts` stand in `layout.meta`.

        A page hands Plotly every new figure twice. `datarevision` says that the second is the first; a
        template, or a `meta` that is no list, would be taken for a change, and all would be drawn again.
        """
        makers = {"rect": _bars, "line": _lines, "dot": _dots, "text": _texts}
        paints = self._clickable()
        traces = [makers[style[0]](style, rows) for style, rows in self._shapes.items() if rows]
        if self._hits:
            traces.append(_hit_bars(self._hits, paints))
        layout = {
            **_STANDING,
            **self._paper(),
            "height": round(height),
            "xaxis": {**_HIDDEN, "range": [_short(v) for v in x_range]},
            "yaxis": {**_HIDDEN, "range": [_short(height), 0]},
            "shapes": [_rule(style, paths) for style, paths in self._below.items()],
            "dragmode": "pan" if self._hits else False,  # as a page makes it; both axes stand still
            "meta": [{"alt": alt, **facts}],
        }
        figure = go.Figure(
            _validate=False, data=traces, layout=layout
        )  # all is ours; a test checks every chart
        figure.layout.template = None
        return figure

    def _paper(self) -> dict:
        """What the palette says of the layout."""
        p = self.palette
        font = {"family": look.SANS, "size": look.SMALL, "color": p.ink}
        hover = {"bgcolor": p.panel, "bordercolor": p.rule, "font": font, "align": "left"}
        return {"font": font, "paper_bgcolor": p.page, "plot_bgcolor": p.page, "hoverlabel": hover}


_HIDDEN = {"visible": False, "fixedrange": True}
_STANDING = {
    "datarevision": 1,
    "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
    "barmode": "overlay",
    "showlegend": False,
    "hovermode": "closest",
    "clickmode": "event+select",
}


def _rule(style: tuple, paths: list[str]) -> dict:
    colour, width = style
    line = {"color": colour, "width": width}
    return {"type": "path", "path": "".join(paths), "layer": "below", "line": line}


# Without these Plotly pales every other point at each click.
_STEADY = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
_BAR = {"type": "bar", **_STEADY, "orientation": "h", "hoverinfo": "skip"}
_SCATTER = {"type": "scatter", "hoverinfo": "skip", "cliponaxis": False}

# Traces are plain dicts: the figure checks them once, where objects would be checked twice.


def _bars(style: tuple, rows: list[tuple]) -> dict:
    _, fill, line, width = style
    return {
        **_BAR,
        "base": [_short(row[0]) for row in rows],
        "y": [_short(row[1]) for row in rows],
        "x": [_short(row[2]) for row in rows],
        "width": [_short(row[3]) for row in rows],
        "marker": {"color": fill, "line": {"color": line, "width": width}},
    }


def _lines(style: tuple, rows: list[tuple]) -> dict:
    _, colour, width, dash = style
    return {
        **_SCATTER,
        "mode": "lines",
        "x": [None if row[0] is None else _short(row[0]) for row in rows],
        "y": [None if row[1] is None else _short(row[1]) for row in rows],
        "line": {"color": colour, "width": width, "dash": dash},
    }


def _dots(style: tuple, rows: list[tuple]) -> dict:
    _, fill, line, width, symbol = style
    sizes = [_short(row[2]) for row in rows]
    return {
        **_SCATTER,
        **_STEADY,
        "mode": "markers",
        "x": [_short(row[0]) for row in rows],
        "y": [_short(row[1]) for row in rows],
        "marker": {
            "size": sizes[0] if len(set(sizes)) == 1 else sizes,
            "symbol": symbol,
            "color": fill,
            "opacity": 1,
            "line": {"color": line, "width": width},
        },
    }


_ANCHOR = {"left": "middle right", "right": "middle left", "center": "middle center"}


def _texts(style: tuple, rows: list[tuple]) -> dict:
    _, colour, bold = style
    sizes = [row[3] for row in rows]
    anchors = [_ANCHOR[row[4]] for row in rows]
    return {
        **_SCATTER,
        "mode": "text",
        "x": [_short(row[0]) for row in rows],
        "y": [_short(row[1]) for row in rows],
        "text": [row[2] for row in rows],
        "textposition": anchors[0] if len(set(anchors)) == 1 else anchors,
        "textfont": {
            "family": look.SANS,
            "size": sizes[0] if len(set(sizes)) == 1 else sizes,
            "color": colour,
            "weight": "bold" if bold else "normal",
        },
        "selected": {"textfont": {"color": colour}},
        "unselected": {"textfont": {"color": colour}},
    }


def _hit_bars(hits: list[tuple], paints: list[str]) -> dict:
    return {
        **_BAR,
        "name": "hits",
        "base": [_short(hit[0]) for hit in hits],
        "y": [_short(hit[1]) for hit in hits],
        "x": [_short(hit[2]) for hit in hits],
        "width": [_short(hit[3]) for hit in hits],
        "customdata": [hit[4] for hit in hits],
        "hovertext": [hit[5] for hit in hits],
        "hoverinfo": "text",
        "marker": {"color": paints if len(set(paints)) > 1 else paints[0], "line": {"width": 0}},
    }
