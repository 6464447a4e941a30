"""The timeline as a Plotly figure."""

import plotly.graph_objects as go

from timeline import look
from timeline.charts.canvas import Canvas
from timeline.drawing import chronicle
from timeline.layout import Columns
from timeline.tables import Filters, Timeline

WIDTH = 960  # the narrowest that the page shows it at; below, the page scrolls it


def timeline_figure(
    timeline: Timeline, filters: Filters | None = None, *, lang: str = "zh", theme: str = "light",
    by: str = "category", selected: str = "", width: int = WIDTH, columns: Columns | None = None,
) -> go.Figure:  # fmt: skip
    """The chart of the Timeline page. `timeline` is the whole one; `filters` choose what is drawn.

    Clicks give `customdata`: an event_id; `lane:<key>` for a lane's name; `bundle:<lane>|<day>|<day>`
    for a badge; `year:<year>` for a bar of the strip; `window:<day>|<day>` for a stretch of the axis. `by` is category, document or entity;
    `selected` an event_id to highlight; `width` the narrowest the chart will be shown at; `columns`
    are `columns_of(timeline, by)`, for who has them already.
    `charts.facts(figure)` holds `alt` and the counts n_drawn, n_total, n_badges, n_before, n_after.
    """
    laid = chronicle.lay_out(timeline, filters or Filters(), lang, by, width, columns)
    canvas = Canvas(look.theme(theme))
    chronicle.draw(canvas, laid, selected, zooms=True)
    made = laid.made
    return canvas.figure(
        (-laid.gutter, made.width + chronicle.EDGE), laid.height, laid.alt,
        n_drawn=len(made.marks), n_total=made.n_total, n_before=made.n_before, n_after=made.n_after,
        n_badges=sum(bundle.box is not None for bundle in made.bundles),
    )  # fmt: skip
