"""Series of stated numbers: what is grouped, what is kept, how change is named."""

import dataclasses

import pytest

from timeline import tables
from timeline.series import find_series, find_slopes

from .fixtures.gold_timeline import gold_timeline


def observed(*rows):
    """A timeline with just these observations: (property, value, low, high, comparator, date, change)."""
    made = []
    for index, (name, value, low, high, comparator, year, change) in enumerate(rows):
        days = (f"{year}-01-01", f"{year}-12-31") if year else ("", "")
        made.append(
            (f"o{index}", "", "d1", index, index + 1, "x", "", "", "x", "星河科技", name, value, low, high,
             "persons", "人", comparator, change, str(year or ""), *days, "test")
        )  # fmt: skip
    return dataclasses.replace(gold_timeline(), observations=tables.frame("observations", made))


def test_a_series_is_one_property_of_one_subject_in_one_unit():
    found = find_series(
        observed(
            ("headcount", 300, None, 300, "<", 2016, "none"),
            ("headcount", 10_000, 10_000, None, ">", 2022, "none"),
            ("stores", 5, None, None, "=", 2022, "none"),
        )
    )
    assert [(s.property, len(s.points)) for s in found] == [("headcount", 2), ("stores", 1)]
    assert [p.words().replace("\u00a0", " ") for p in found[0].points] == ["< 300 人", "> 1 万人"]


def test_changes_and_undated_numbers_are_no_points():
    found = find_series(
        observed(
            ("headcount", 10, None, None, "=", 2020, "multiple"),
            ("headcount", 500, None, None, "=", None, "none"),
            ("headcount", None, None, None, "=", 2020, "none"),
        )
    )
    assert found == ()


def test_the_same_statement_twice_is_one_point_with_two_places():
    row = ("headcount", 500, None, None, "=", 2020, "none")
    (series,) = find_series(observed(row, row))
    (point,) = series.points
    assert point.observation_ids == ("o0", "o1")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((300, None, 300, "<"), (10_000, 10_000, None, ">"), "> 33 倍"),
        ((100, None, None, "="), (260, None, None, "="), "2.6 倍"),
        ((100, None, None, "≈"), (260, None, None, "="), "≈ 2.6 倍"),
        ((None, 100, 200, "="), (300, None, None, "="), "≈ 2 倍"),
        ((100, None, None, "="), (400, 400, None, "≥"), "≥ 4 倍"),
        ((100, 100, None, ">"), (400, 400, None, ">"), "≈ 4 倍"),
        ((100, None, None, "="), (50, None, 50, "<"), "< 0.5 倍"),
    ],
)
def test_a_ratio_is_no_surer_than_its_two_numbers(first, last, words):
    (slope,) = find_slopes(
        find_series(observed(("headcount", *first, 2016, "none"), ("headcount", *last, 2022, "none")))
    )
    assert slope.words().replace("\u00a0", " ") == words


def test_no_slope_without_change_or_between_things_that_cannot_be_compared():
    same = observed(
        ("headcount", 9, None, None, "=", 2016, "none"), ("headcount", 9, None, None, "=", 2020, "none")
    )
    wild = observed(
        ("headcount", 9, None, None, "=", 2016, "none"), ("headcount", 5e8, None, None, "=", 2020, "none")
    )
    zero = observed(
        ("headcount", 0, None, None, "=", 2016, "none"), ("headcount", 5, None, None, "=", 2020, "none")
    )
    assert [find_slopes(find_series(t)) for t in (same, wild, zero)] == [(), (), ()]


def test_series_with_most_dates_come_first_and_order_is_stable():
    timeline = gold_timeline()
    keys = [series.key for series in find_series(timeline)]
    shuffled = dataclasses.replace(
        timeline, observations=timeline.observations.sample(frac=1, random_state=3).reset_index(drop=True)
    )
    assert [series.key for series in find_series(shuffled)] == keys
    dates = [series.n_dates for series in find_series(timeline)]
    assert dates == sorted(dates, reverse=True)
