"""The promises of the layout: no overlap, nothing lost, importance first, order stable, fast."""

import datetime
import itertools
import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import axis, edtf
from timeline.drawing import chronicle
from timeline.layout import SCREEN, Box, Item, columns_of, cut, items_of, layout, shape_of
from timeline.layout.columns import of_items
from timeline.model import CATEGORIES
from timeline.tables import Filters, select

from .fixtures.gold_timeline import gold_timeline
from .fixtures.many import many_events

Day = datetime.date
DAYS = st.dates(Day(1998, 1, 1), Day(2032, 12, 31))
WIDTHS = st.sampled_from([320, 480, 640, 880, 1400])
WINDOWS = st.sampled_from(
    [(2005, 2026), (2020, 2026), (2021, 2021), (1950, 2050), (Day(2021, 3, 1), Day(2021, 3, 20))]
)


@st.composite
def items(draw, most=60):
    made = []
    for index in range(draw(st.integers(0, most))):
        first = draw(DAYS)
        length = draw(st.sampled_from([0, 0, 20, 30, 90, 364, 1500, 9000]))
        last = min(first + datetime.timedelta(length), Day(2060, 1, 1))
        date = edtf.from_bounds(first, last)
        if draw(st.integers(0, 9)) == 0 and "/" not in date:
            date += "~"
        ends = draw(
            st.sampled_from([(first, last), (first, last), (first, last), (first, None), (None, last)])
        )
        made.append(
            Item(
                f"e{index}", draw(st.text("事件发布ABCxyz 1，", max_size=40)), date, *ends,
                draw(st.sampled_from(CATEGORIES[:4])), draw(st.integers(1, 3)),
                draw(st.sampled_from(["single", "agreed", "conflicting"])),
                draw(st.sampled_from(["fact", "fact", "plan", "hypothetical", "denied"])),
                draw(st.integers(1, 3)), draw(st.booleans()), draw(st.booleans()),
                draw(st.sampled_from([(), ((Day(2019, 1, 1), Day(2019, 12, 31)),)])),
            )
        )  # fmt: skip
    return made


def boxes(mark) -> list[Box]:
    return [mark.box, *mark.twins, *([mark.label.box] if mark.label else [])]


def assert_apart(made) -> None:
    """No label or mark meets another event's label or mark, nor the label its own mark; all inside."""
    by_row = {}
    for mark in made.marks:
        by_row.setdefault((mark.lane, mark.row), []).append(mark)
        own = mark.label
        if own:
            assert not any(own.box.meets(box) for box in (mark.box, *mark.twins))
        for box in boxes(mark):
            assert box.x0 >= -1e-6
            assert box.x1 <= made.width + 1e-6
            assert box.y0 >= -1e-6
            assert box.y1 <= made.height + 1e-6
    for row in by_row.values():
        for one, other in itertools.combinations(row, 2):
            assert not any(a.meets(b) for a in boxes(one) for b in boxes(other)), (one, other)
            assert not one.hit.meets(other.hit)


@settings(max_examples=120, deadline=None)
@given(items(), WINDOWS, WIDTHS)
def test_nothing_overlaps_and_nothing_is_lost(events, window, width):
    made = layout(events, window, width)
    assert_apart(made)
    drawn = [mark.id for mark in made.marks]
    bundled = [event_id for bundle in made.bundles for event_id in bundle.ids]
    assert len(drawn) + len(bundled) + made.n_before + made.n_after + made.n_undated == len(events)
    assert len({*drawn, *bundled}) == len(drawn) + len(bundled)
    assert sum(lane.n_drawn for lane in made.lanes) == len(drawn)
    assert made.n_total == len(drawn) + len(bundled)


@settings(max_examples=40, deadline=None)
@given(items(), WINDOWS, st.randoms(use_true_random=False))
def test_the_order_in_which_events_come_changes_nothing(events, window, chance):
    shuffled = events[:]
    chance.shuffle(shuffled)
    assert layout(shuffled, window, 880) == layout(events, window, 880)


@settings(max_examples=60, deadline=None)
@given(items(), WIDTHS, st.sampled_from([0.8, 1.2, 1.6]), st.sampled_from([1, 2, 6, None]))
def test_a_slide_with_other_sizes_keeps_the_same_promises(events, width, factor, rows):
    assert_apart(layout(events, (2005, 2026), width, style=SCREEN.times(factor), rows=rows, lang="en"))


@settings(max_examples=40, deadline=None)
@given(items(), st.randoms(use_true_random=False))
def test_columns_are_the_items_and_any_part_of_them(events, chance):
    columns = of_items(events)
    assert columns.items() == events
    kept = [place for place in range(len(events)) if chance.random() < 0.5]
    some = [events[place] for place in kept]
    part = columns.part(np.asarray(kept, dtype=int))
    assert part.items() == some
    assert layout(part, (2005, 2026), 880) == layout(some, (2005, 2026), 880)


def test_a_filtered_timeline_is_drawn_alike_from_the_columns_of_the_whole():
    whole, filters = many_events(900), Filters(2010, 2019, categories=("product", "market"), min_importance=2)
    drawn = chronicle.lay_out(whole, filters, columns=columns_of(whole)).made
    alone = select(whole, replace(filters, from_year=1, to_year=9999))
    assert drawn == chronicle.lay_out(alone, Filters(2010, 2019)).made
    assert 0 < drawn.n_total < len(whole.events)


def test_lanes_and_rows_stand_apart():
    made = layout(items_of(gold_timeline()), (2005, 2026), 880)
    tops = [(lane.top, lane.top + lane.height) for lane in made.lanes]
    assert all(a[1] == b[0] for a, b in itertools.pairwise(tops))
    for mark in made.marks:
        lane = next(lane for lane in made.lanes if lane.key == mark.lane)
        assert lane.top <= mark.hit.y0
        assert mark.hit.y1 <= lane.top + lane.height


@pytest.mark.parametrize("width", [640, 880, 990, 1400])
@pytest.mark.parametrize("window", [(2005, 2026), (2010, 2019), (2020, 2026), (2021, 2021)])
def test_every_milestone_of_a_real_chronicle_has_its_label(width, window):
    made = layout(items_of(gold_timeline()), window, width)
    assert_apart(made)
    milestones = [mark for mark in made.marks if mark.importance == 3]
    bundled = {event_id for bundle in made.bundles for event_id in bundle.ids}
    wanted = {i.id for i in items_of(gold_timeline()) if i.importance == 3}
    assert not wanted & bundled
    assert all(mark.label for mark in milestones)


def test_a_chronicle_at_full_range_shows_most_of_its_labels():
    made = layout(items_of(gold_timeline()), (2005, 2026), 880)
    assert sum(bool(mark.label) for mark in made.marks) >= 36
    zoomed = layout(items_of(gold_timeline()), (2020, 2026), 880)
    assert sum(bool(mark.label) for mark in zoomed.marks) >= 40


def event(name="发布", date="2021-03-30", importance=3, **more) -> Item:
    first, last = edtf.bounds(date)
    return Item(more.pop("id", name + date), name, date, first, last, "product", importance, **more)


@pytest.mark.parametrize(
    ("date", "shape"),
    [
        ("2021-03-30", "dot"),
        ("2021-03", "bar"),
        ("2021-33", "band"),
        ("2021-40", "band"),
        ("2021", "band"),
        ("202X", "band"),
        ("2021~", "fade"),
        ("2021-33~", "fade"),
        ("2015/2020", "range"),
        ("2021-01-15/2021-03-30", "band"),
        ("2021-01-15/2021-01-31", "bar"),
        ("2024/..", "range"),
        ("", "dot"),
    ],
)
def test_shape_tells_the_precision(date, shape):
    first, last = edtf.bounds(date) if date else (Day(2021, 1, 1), Day(2021, 1, 1))
    assert shape_of(date, first, last) == shape


def test_marks_stand_at_their_true_dates():
    made = layout([event(date="2010"), event(date="2016-01-01")], (2005, 2026), 8035)  # 1 px a day
    band, dot = sorted(made.marks, key=lambda mark: mark.box.x0)
    assert (band.box.x0, band.box.x1) == (1826, 1826 + 365)
    assert (dot.box.x0 + dot.box.x1) / 2 == 4017.5


def test_a_range_that_leaves_the_window_says_so():
    (mark,) = layout([event(date="2015/2022")], (2020, 2026), 880).marks
    assert mark.opens_left
    assert not mark.opens_right
    assert mark.box.x0 == 0
    (mark,) = layout([event(date="2024/..")], (2020, 2026), 880).marks
    assert mark.opens_right


def test_a_year_in_a_one_year_window_keeps_its_label():
    events = [event(f"第{n}件大事", "2021", 2) for n in range(4)]
    made = layout(events, (2021, 2021), 880)
    assert_apart(made)
    assert all(mark.label and mark.label.side == "over" for mark in made.marks)


def test_plans_contradictions_and_edits_are_said_in_words():
    plan, other = event(modality="plan"), event("投产", "2012", status="conflicting", edited=True)
    other = other._replace(others=((Day(2014, 1, 1), Day(2014, 12, 31)),))
    marks = {mark.id: mark for mark in layout([plan, other], (2005, 2026), 880).marks}
    assert marks[plan.id].hollow
    assert marks[plan.id].label.words == "发布 计划"
    assert marks[other.id].label.words == "≠投产 ✎"
    (twin,) = marks[other.id].twins
    assert twin.x0 > marks[other.id].box.x1


def test_a_long_title_is_cut_on_one_line():
    text = cut("长" * 10_000, 19 * 12.5, 12.5, False)
    assert text.endswith("…")
    assert axis.width_of(text, 12.5) <= 19 * 12.5
    assert cut("第一行\n第二行", 500, 12, False) == "第一行 第二行"
    (mark,) = layout([event("标题" * 500)], (2005, 2026), 320).marks
    assert mark.label


def test_a_name_is_whole_where_its_row_has_the_room_left_over():
    long = event("星河电器与两家供应商合资建设的第三座电机工厂正式投产", "2010-05-01")
    (alone,) = layout([long], (2005, 2026), 1000).marks
    assert alone.label.text == long.name
    assert alone.hit.x1 == alone.label.box.x1
    near = event("另一件事", "2018-05-01")
    made = layout([long, near], (2005, 2026), 1000, rows=1)
    assert_apart(made)
    beside = {mark.id: mark.label for mark in made.marks}
    assert beside[long.id].text.endswith("…"), "a neighbour's room is the neighbour's"
    assert beside[near.id].text == near.name


def many(n: int) -> list[Item]:
    chance = random.Random(7)
    made = []
    for index in range(n):
        first = Day(2005, 1, 1) + datetime.timedelta(chance.randrange(8000))
        date = first.isoformat() if index % 3 else first.isoformat()[:7]
        made.append(
            Item(f"e{index:06d}", f"第{index}件事情发生了", date, *edtf.bounds(date), chance.choice(CATEGORIES),
                 chance.choice([1, 1, 1, 1, 2, 2, 3]))
        )  # fmt: skip
    return made


@pytest.mark.parametrize("n", [0, 1, 125, 300, 20_000])
def test_any_number_of_events_fits(n):
    made = layout(many(n), (2005, 2026), 880)
    assert_apart(made)
    assert made.n_total == n
    assert len(made.marks) <= 2000
    assert made.height <= 12 * 10 * SCREEN.row
    badges = [bundle for bundle in made.bundles if bundle.box]
    for one, other in itertools.combinations(badges, 2):
        assert one.lane != other.lane or not one.box.meets(other.box)
    assert len({bundle.key for bundle in made.bundles}) == len(made.bundles)


def test_of_a_hundred_thousand_events_no_more_is_drawn_than_there_is_room_for():
    rows = of_items(many(100_000))
    assert layout(rows, (2005, 2026), 880).n_total == 100_000
    for window in [(2005, 2026), (2010, 2019)]:
        made = layout(rows, window, 1320)
        assert len(made.marks) + len(made.bundles) < 600
        assert made.height < 2 * 950, "two screens"


def test_a_year_of_many_lanes_is_counted_by_months():
    made = layout(many(20_000), (2021, 2021), 1320)
    assert {bundle.earliest.month for bundle in made.bundles} == set(range(1, 13))


def test_badges_hold_events_of_their_own_days():
    events = {item.id: item for item in many(5000)}
    for bundle in layout(events.values(), (2010, 2012), 880).bundles:
        for event_id in bundle.ids:
            item = events[event_id]
            assert item.earliest <= bundle.latest
            assert item.latest >= bundle.earliest


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [300, 880, 1400])
@pytest.mark.parametrize(
    "window",
    [(2005, 2026), (1900, 2026), (1000, 2026), (2020, 2026), (2021, 2021), (2020, 2021),
     (Day(2021, 3, 1), Day(2021, 4, 10)), (Day(2021, 3, 1), Day(2021, 3, 1))],
)  # fmt: skip
def test_tick_texts_never_touch_and_name_a_year(window, width, lang):
    over = axis.scale(window, width)
    made = axis.ticks(over, lang)
    for row in (0, 1):
        shown = [tick for tick in made if tick.text and tick.row == row]
        texts = sorted((tick.x, tick.x + 4 + axis.width_of(tick.text, 12, tick.major)) for tick in shown)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(texts))
    assert any(len(tick.text) >= 4 for tick in made)
    assert all(0 <= tick.x <= width for tick in made)


def test_ticks_grow_finer_while_zooming():
    kinds = [
        {tick.kind for tick in axis.ticks(axis.scale(window, 880))}
        for window in [(2005, 2026), (2020, 2026), (2021, 2021), (Day(2021, 3, 1), Day(2021, 4, 10))]
    ]
    assert kinds == [{"year"}, {"year", "quarter"}, {"year", "month"}, {"month", "day"}]


@pytest.mark.parametrize("by", ["category", "document", "entity"])
def test_every_event_stands_in_exactly_one_lane(by):
    timeline = gold_timeline()
    found = items_of(timeline, by)
    assert [item.id for item in found] == timeline.events["event_id"].tolist()
    made = layout(found, (2000, 2045), 880, order=())
    assert made.n_total == len(timeline.events)
    assert len(made.lanes) <= 14


def test_more_lanes_than_fit_are_joined():
    events = [event(id=f"e{n}")._replace(lane=f"lane {n}") for n in range(40)]
    made = layout(events, (2005, 2026), 880, max_lanes=10)
    assert len(made.lanes) == 10
    assert made.lanes[-1].key == "other"
    assert made.n_total == 40


def test_a_name_cannot_turn_its_line_around_or_break_a_file():
    (mark,) = layout([event("正\u202e常\x00的\nname \ud800")], (2005, 2026), 880).marks
    for words in (mark.name, mark.label.text):
        assert not set(words) & set("\u202e\x00\n\ud800")


def test_all_years_are_named_or_every_fifth_and_months_by_name_in_english():
    named = [tick.text for tick in axis.ticks(axis.scale((2005, 2026), 700), "en", 12)]
    assert named[:6] == ["2005", "", "", "", "", "2010"], "no years at uneven distances"
    wide = axis.ticks(axis.scale((2005, 2026), 820), "en", 12)
    assert all(tick.text for tick in wide)
    for width in (200, 400, 700):
        months = [t.text for t in axis.ticks(axis.scale((2020, 2021), width), "en", 12) if t.kind == "month"]
        assert months[0] == "Jan"
        assert not any(text.isdigit() for text in months)
