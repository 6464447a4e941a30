"""Tables → Plotly figures. `CHARTS` lists them all; each takes `lang` and `theme`.

Show them with `st.plotly_chart(figure, theme=None, on_select="rerun", selection_mode="points")`;
a click comes back as `customdata`. `alt(figure)` is the sentence for those who cannot see it.
"""

import plotly.graph_objects as go

from timeline.charts.chronicle import WIDTH, timeline_figure
from timeline.charts.heat import heat_figure
from timeline.charts.metrics import metric_figure
from timeline.charts.overview import coverage_figure, strip_figure
from timeline.charts.ruler import ruler_figure
from timeline.charts.slopes import slope_figure

__all__ = [
    "CHARTS", "WIDTH", "alt", "coverage_figure", "facts", "heat_figure", "metric_figure", "ruler_figure",
    "slope_figure", "strip_figure", "timeline_figure",
]  # fmt: skip

CHARTS = {
    "timeline": timeline_figure,
    "heat": heat_figure,
    "coverage": coverage_figure,
    "strip": strip_figure,
    "metric": metric_figure,
    "slope": slope_figure,
    "ruler": ruler_figure,
}


def alt(figure: go.Figure) -> str:
    """What the figure shows, in one sentence."""
    return facts(figure).get("alt", "")


def facts(figure: go.Figure) -> dict:
    """What is known of a figure besides what is drawn: `alt`, and how much of what is in it."""
    return figure.layout.meta[0] if figure.layout.meta else {}
