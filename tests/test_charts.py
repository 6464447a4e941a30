"""Figures: what is clickable, what is written, how heavy they are, in both themes and languages."""

import dataclasses
import datetime
import itertools
import json

import plotly.graph_objects as go
import pytest

from timeline import charts, look, tables
from timeline.charts.canvas import Canvas, escape
from timeline.drawing import chronicle
from timeline.series import find_series
from timeline.slopes import find_slopes
from timeline.tables import Filters

from .fixtures.gold_timeline import gold_timeline
from .test_layout import many

HOSTILE = '<b onmouseover="x()">名</b> <a href="javascript:1">&amp;'


def figures(lang="zh", theme="light", timeline=None):
    """Every chart of the registry, drawn once."""
    timeline = timeline or gold_timeline()
    series = find_series(timeline)
    check = next(row for row in timeline.checks.to_dict("records") if row["kind"] == "date")
    arguments = {
        "metric": (series[0],),
        "slope": (find_slopes(series),),
        "ruler": (timeline, check),
    }
    return {
        name: make(*arguments.get(name, (timeline, Filters())), lang=lang, theme=theme)
        for name, make in charts.CHARTS.items()
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_chart_names_its_fonts_and_has_words_for_those_who_cannot_see_it(lang, theme):
    page = look.theme(theme).page
    for name, figure in figures(lang, theme).items():
        assert figure.layout.font.family == look.SANS, name
        assert figure.layout.paper_bgcolor == page, name
        assert charts.alt(figure), name
        assert figure.layout.height > 0, name
        assert figure.layout.xaxis.visible is False, name
        for trace in figure.data:
            if trace.type == "scatter" and trace.mode == "text":
                assert trace.textfont.family == look.SANS, name


def test_plotly_knows_everything_that_a_chart_says():
    for figure in figures().values():
        go.Figure(figure.to_dict())  # made without its checks, which take longer than the rest


def test_no_chart_pales_what_was_not_clicked():
    for name, figure in figures().items():
        for trace in figure.data:
            if trace.type == "bar" or trace.mode == "markers":
                assert trace.unselected.marker.opacity == 1, name


def hits(figure) -> list[str]:
    return [key for trace in figure.data if trace.name == "hits" for key in trace.customdata]


def test_every_drawn_event_can_be_clicked_exactly_once():
    timeline = gold_timeline()
    figure = charts.timeline_figure(timeline)
    keys = hits(figure)
    events = [key for key in keys if ":" not in key]
    assert len(events) == len(set(events)) == charts.facts(figure)["n_drawn"]
    assert set(events) <= set(timeline.events["event_id"])
    assert {key.split(":")[0] for key in keys if ":" in key} == {"lane", "year", "window"}


def test_a_month_in_a_window_of_a_month_keeps_its_name():
    marks = chronicle.lay_out(gold_timeline(), Filters().within("2021-03", "2021-03")).made.marks
    bars = [mark for mark in marks if mark.shape == "bar"]
    assert bars
    assert all(mark.label for mark in bars)


def test_the_axis_leads_from_years_to_quarters_to_months_to_days():
    def named(*window):
        chosen = Filters().within(*window)
        made = chronicle.lay_out(gold_timeline(), chosen).made.ticks
        keys = hits(charts.timeline_figure(gold_timeline(), chosen))
        ways = {key.removeprefix("window:") for key in keys if key.startswith("window:")}
        return {tick.kind for tick in made if tick.text}, ways

    kinds, ways = named("2018", "2022")
    assert kinds == {"year", "quarter"}
    assert {"2021-01-01|2021-12-31", "2021-04-01|2021-06-30"} <= ways
    kinds, ways = named("2021-04", "2021-06")
    assert kinds == {"year", "month"}
    assert "2021-04-01|2021-04-30" in ways
    kinds, ways = named("2021-04", "2021-04")
    assert kinds == {"month", "day"}
    assert {"2021-04-01|2021-04-30", "2021-04-18|2021-04-18"} <= ways
    kinds, ways = named("2021-04-18", "2021-04-18")
    assert (kinds, ways) == ({"month", "day"}, {"2021-04-18|2021-04-18"}), "a click on it leads back"


def test_what_is_hit_is_drawn_last_and_nothing_else_answers():
    figure = charts.timeline_figure(gold_timeline())
    assert figure.data[-1].name == "hits"
    assert all(trace.customdata is None for trace in figure.data[:-1])


def test_clicks_of_the_overview_lead_to_years_and_documents():
    timeline = gold_timeline()
    cells = hits(charts.heat_figure(timeline))
    assert all(key.startswith("cell:") and key.split("|")[1].isdigit() for key in cells)
    assert hits(charts.coverage_figure(timeline)) == [f"document:{i}" for i in timeline.documents["doc_id"]]


def test_a_short_window_counts_by_month_or_day_and_a_year_in_none_of_its_months():
    timeline = gold_timeline()

    def cells(*window):
        chosen = Filters().within(*window)
        return chosen, [key.split("|")[1:] for key in hits(charts.heat_figure(timeline, chosen))]

    for window, length in ((("2020", "2022"), 7), (("2021-03", "2021-03"), 10)):
        chosen, drawn = cells(*window)
        assert {len(end) for ends in drawn for end in ends} == {length}
        first, last = (day.isoformat()[:length] for day in chosen.days)
        assert all(first <= end <= last for ends in drawn for end in ends)
    _, drawn = cells("2020", "2022")
    assert ["2021-03"] in drawn, "known to the day"
    assert ["2020-01", "2020-12"] in drawn, "known to the year"


def test_quotes_are_not_in_figures():
    timeline = gold_timeline()
    text = charts.timeline_figure(timeline).to_json()
    for exact in timeline.mentions["exact"]:
        if len(exact) > 30:
            assert json.dumps(exact, ensure_ascii=False)[1:-1] not in text


def test_filters_choose_what_is_drawn_and_the_strip_keeps_the_rest():
    figure = charts.timeline_figure(gold_timeline(), Filters(from_year=2020, categories=("automotive",)))
    meta = charts.facts(figure)
    assert meta["n_total"] == 13
    assert "lane:automotive" in hits(figure)
    assert "lane:product" not in hits(figure)
    whole = charts.timeline_figure(gold_timeline(), Filters(from_year=2020))
    assert {key for key in hits(whole) if key.startswith("year:")} >= {"year:2010", "year:2021"}


def test_the_strip_shows_the_years_that_are_told_of():
    old, new = ((1966, 2), (1973, 3), (2006, 1)), ((1966, 1), (2006, 1), (2020, 3))
    assert chronicle.strip_years(old, Filters(1966, 2006)) == (1966, 2006), "no empty years after the last"
    assert chronicle.strip_years(old, Filters(2006, 2010)) == (1966, 2010), "a window hides nothing"
    assert chronicle.strip_years(new, Filters()) == (2005, 2026)
    assert chronicle.strip_years((), Filters()) == (2005, 2026)


def test_the_chosen_event_wears_the_highlighter():
    timeline = gold_timeline()
    chosen = timeline.events["event_id"].iloc[1]
    text = charts.timeline_figure(timeline, selected=chosen).to_json()
    assert look.LIGHT.highlighter in text
    assert look.LIGHT.highlighter not in charts.timeline_figure(timeline).to_json()


def test_words_of_documents_are_never_markup():
    timeline = gold_timeline()
    events = timeline.events.copy()
    events["name"] = HOSTILE
    documents = timeline.documents.copy()
    documents["title"] = HOSTILE
    hostile = dataclasses.replace(timeline, events=events, documents=documents)
    for name, figure in figures(timeline=hostile).items():
        for trace in figure.data:
            for words in [*(trace.text or ()), *(trace.hovertext or ())]:
                assert "<a" not in words, name
                assert "onmouseover" not in words or "&lt;b" in words, name
    assert escape("<i>&") == "&lt;i&gt;&amp;"


def crowd(n: int):
    """A timeline of n invented events in one document."""
    timeline = gold_timeline()
    rows = [
        (
            i.id,
            i.name,
            i.date,
            str(i.earliest),
            str(i.latest),
            "day",
            i.lane,
            "",
            i.importance,
            "single",
            1,
            1,
        )
        for i in many(n)
    ]
    return dataclasses.replace(timeline, events=tables.frame("events", rows))


@pytest.mark.parametrize(
    ("n", "most"), [(0, 20_000), (1, 20_000), (125, 60_000), (2000, 300_000), (20_000, 500_000)]
)
def test_figures_stay_light(n, most):
    figure = charts.timeline_figure(crowd(n))
    assert len(figure.to_json().encode()) < most
    assert charts.facts(figure)["n_total"] == n


def test_badges_can_be_opened():
    keys = [key for key in hits(charts.timeline_figure(crowd(2000))) if key.startswith("bundle:")]
    lane, first, last = keys[0].removeprefix("bundle:").split("|")
    assert lane in tables.COLUMNS["events"] or lane
    assert first <= last
    assert len(keys) == len(set(keys))


def test_no_events_is_a_figure_too():
    for name in ("timeline", "heat", "coverage", "strip"):
        assert charts.CHARTS[name](crowd(0), Filters()).layout.height > 0
    assert charts.slope_figure(()).layout.height > 0


def test_a_metric_chart_starts_at_zero_or_says_that_it_is_logarithmic():
    series = next(s for s in find_series(gold_timeline()) if s.property == "gdp")
    plain, log = charts.metric_figure(series), charts.metric_figure(series, log=True)
    assert "0" in words_of(plain)
    assert "对数刻度" in words_of(log)
    assert "log scale" in words_of(charts.metric_figure(series, log=True, lang="en"))
    assert len([w for w in words_of(plain) if w.endswith(("亿", "万")) or w == "0"]) <= 4


def words_of(figure) -> list[str]:
    return [words for trace in figure.data if trace.type == "scatter" for words in trace.text or ()]


def test_values_are_written_with_their_bounds_and_sources():
    timeline = gold_timeline()
    sigla = {doc_id: index for index, doc_id in enumerate(timeline.documents["doc_id"])}
    series = next(s for s in find_series(timeline) if s.property == "phone_rd_headcount")
    text = " ".join(words_of(charts.metric_figure(series, sigla=sigla))).replace("\u00a0", " ")
    assert "&lt; 300 人" in text
    assert "&gt; 1 万人" in text
    assert "甲" in text


@pytest.mark.parametrize(("lang", "words"), [("zh", "计划或预期"), ("en", "planned or expected")])
def test_a_plan_is_hollow_and_says_so(lang, words):
    series = next(s for s in find_series(gold_timeline()) if s.property == "phone_rd_headcount")
    plan = series.points[-1]._replace(comparator="=", value=2e4, ahead=True)
    fact = plan._replace(ahead=False)
    figures = [
        charts.metric_figure(dataclasses.replace(series, points=(*series.points, point)), lang=lang)
        for point in (plan, fact)
    ]
    page = look.theme("light").page
    hollow = [
        [
            t
            for t in one.data
            if t.type == "scatter" and t.mode == "markers" and t.marker.color == page and t.marker.line.width
        ]
        for one in figures
    ]
    assert [len(traces) for traces in hollow] == [1, 0]
    assert [charts.facts(one)["n_ahead"] for one in figures] == [1, 0]
    for one, said in zip(figures, (True, False), strict=True):
        assert (words in charts.alt(one)) == said
        assert any(words in hover for hover in one.data[-1].hovertext) == said


def test_points_outside_the_years_are_counted():
    series = next(s for s in find_series(gold_timeline()) if s.property == "gdp")
    assert charts.facts(charts.metric_figure(series, Filters(from_year=2015)))["n_outside"] == 1


@pytest.mark.parametrize("n", [2, 4, 39])
def test_of_points_at_one_place_each_is_named_or_counted(n):
    series = next(s for s in find_series(gold_timeline()) if s.property == "gdp")
    last = series.points[-1]._replace(comparator="=")
    points = [last._replace(value=1e14 + 1e12 * i, observation_ids=(f"o{i}",)) for i in range(n)]
    figure = charts.metric_figure(dataclasses.replace(series, points=tuple(points)), lang="en")
    unnamed, words = charts.facts(figure)["n_unnamed"], words_of(figure)
    assert sum("CNY" in word for word in words) == n - unnamed
    assert (f"{unnamed} more without words" in words) == (unnamed > 0) == (n > 10)


def meet(one, other) -> bool:
    """Whether two lines have a place in common that is an end of neither."""
    (a, b), (c, d) = ([complex(x, y) for x, y in line] for line in (one, other))
    turn = ((b - a).conjugate() * (d - c)).imag
    along = [((c - a).conjugate() * way).imag / turn for way in (d - c, b - a)] if turn else [0]
    return all(0.001 < part < 0.999 for part in along)


def test_thin_lines_to_words_never_cross(monkeypatch):
    lines = []
    draw = Canvas.line
    monkeypatch.setattr(
        Canvas,
        "line",
        lambda self, points, *style: lines.append((points, style)) or draw(self, points, *style),
    )
    series = next(s for s in find_series(gold_timeline()) if s.property == "gdp")
    last = series.points[-1]._replace(comparator="=")
    points = []
    for n in range(30):
        day = datetime.date(2010 + n * 7 % 13, 1 + n * 5 % 12, 1 + n * 11 % 28)
        points.append(
            last._replace(
                value=1e13 * (1 + n * 17 % 23), earliest=day, latest=day, observation_ids=(f"o{n}",)
            )
        )
    charts.metric_figure(dataclasses.replace(series, points=tuple(points)))
    led = [points for points, style in lines if style[0] == look.LIGHT.ink3]
    assert len(led) > 3
    assert not any(meet(one, other) for one, other in itertools.combinations(led, 2))


def test_a_ruler_names_the_gap_between_a_stated_length_and_its_ends():
    timeline = gold_timeline()
    check = next(row for row in timeline.checks.to_dict("records") if row["kind"] == "duration")
    text = timeline.text(check["doc_id"])
    check["end"] = text.index("月", text.index("2026年1", check["start"])) + 1  # both dates on one side
    words = " ".join(words_of(charts.ruler_figure(timeline, check))).replace("\u00a0", " ")
    assert "22 个月" in words
    assert "差 2 个月" in words
    english = " ".join(words_of(charts.ruler_figure(timeline, check, lang="en")))
    assert "2 months apart" in english


def test_no_ruler_where_nothing_can_be_measured():
    timeline = gold_timeline()
    wording = next(row for row in timeline.checks.to_dict("records") if row["kind"] == "wording")
    assert charts.ruler_figure(timeline, wording) is None
