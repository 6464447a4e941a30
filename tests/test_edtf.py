"""EDTF strings: bounds, precision, labels, and the way back from bounds."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import edtf

TABLE = [
    # value, earliest, latest, precision, zh, en
    ("2021-03-30", "2021-03-30", "2021-03-30", "day", "2021年3月30日", "30 Mar 2021"),
    ("2021-03", "2021-03-01", "2021-03-31", "month", "2021年3月", "Mar 2021"),
    ("2024-02", "2024-02-01", "2024-02-29", "month", "2024年2月", "Feb 2024"),
    ("2021-33", "2021-01-01", "2021-03-31", "quarter", "2021年一季度", "Q1 2021"),
    ("2021-33~", "2021-01-01", "2021-03-31", "quarter", "2021年年初", "early 2021"),
    ("2021-36~", "2021-10-01", "2021-12-31", "quarter", "2021年年底", "late 2021"),
    ("2021-36?", "2021-10-01", "2021-12-31", "quarter", "约2021年四季度", "c. Q4 2021"),
    ("2024-40", "2024-01-01", "2024-06-30", "half", "2024年上半年", "H1 2024"),
    ("2021-24", "2021-12-01", "2022-02-28", "season", "2021年冬", "winter 2021"),
    ("2010", "2010-01-01", "2010-12-31", "year", "2010年", "2010"),
    ("2010~", "2010-01-01", "2010-12-31", "year", "约2010年", "c. 2010"),
    ("198X", "1980-01-01", "1989-12-31", "decade", "1980年代", "1980s"),
    ("20XX", "2000-01-01", "2099-12-31", "century", "21世纪", "21st century"),
    ("2010/2015", "2010-01-01", "2015-12-31", "range", "2010—2015年", "2010–2015"),
    ("2010~/2015", "2010-01-01", "2015-12-31", "range", "约2010—2015年", "c. 2010–2015"),
    ("2025-12-02/2025-12-31", "2025-12-02", "2025-12-31", "range", "2025年12月2日—31日", "2–31 Dec 2025"),
    ("2025-03/2025-05", "2025-03-01", "2025-05-31", "range", "2025年3月—5月", "Mar–May 2025"),
    (
        "2025-12-02/2026-01",
        "2025-12-02",
        "2026-01-31",
        "range",
        "2025年12月2日—2026年1月",
        "2 Dec 2025–Jan 2026",
    ),
    ("2024/..", "2024-01-01", None, "range", "2024年以来", "since 2024"),
    ("../2024", None, "2024-12-31", "range", "到2024年", "until 2024"),
    ("2021-02-07T20", "2021-02-07", "2021-02-07", "day", "2021年2月7日", "7 Feb 2021"),
]


@pytest.mark.parametrize(("value", "earliest", "latest", "precision", "zh", "en"), TABLE)
def test_what_a_value_means(value, earliest, latest, precision, zh, en):
    days = tuple(day.isoformat() if day else None for day in edtf.bounds(value))
    assert days == (earliest, latest)
    assert edtf.precision(value) == precision
    assert (edtf.label(value, "zh"), edtf.label(value, "en")) == (zh, en)


@pytest.mark.parametrize(
    "value", ["2021-13", "2021-02-30", "21年", "2021-3", "abc", "2021-03-30-01", "2021/x"]
)
def test_what_is_no_edtf(value):
    assert not edtf.is_edtf(value)


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@given(DAYS, st.integers(0, 6000))
def test_bounds_survive_the_way_there_and_back(first, length):
    last = min(first + timedelta(days=length), date(2100, 12, 31))
    assert edtf.bounds(edtf.from_bounds(first, last)) == (first, last)


@pytest.mark.parametrize(
    "value", ["2010", "2021-03", "2021-33", "2024-40", "199X", "2010/2015", "2021-03-30", "2024/.."]
)
def test_from_bounds_gives_the_shortest_string(value):
    assert edtf.from_bounds(*edtf.bounds(value)) == value
