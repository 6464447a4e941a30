"""Where a story stands: what 当时 and 当年 point back to, days that roll on into the next year, months gone by."""

from __future__ import annotations

import pytest

from tests.fixtures.days import read

REFERENCE = "2024-06-15"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody remembers is of the time before it was said
        ("2015年，他创办云鲸。2023年，他接受采访时回忆，当时只有三个人", ["2015", "2023", "2015"]),
        ("2015年，他创办云鲸。公司将于2025年上市。当时没有人看好它", ["2015", "2025", "2015"]),
        ("2015年，他创办云鲸。2019年，公司上市，当时估值一亿", ["2015", "2019", "2019"]),
        # long ago, in a text that is at its own time
        ("公司下个月退市。\n当年，他为公司定下口号", ["2024-07", ""]),
        ("2012年公司成立，当年盈利", ["2012", "2012"]),
        # counted from a step, where the text told of it
        ("2012年，公司成立14年后，总部迁到海城", ["2012", "2012"]),
        ("2012年公司成立。2015年，他结婚。公司成立七年后，总部迁到海城", ["2012", "2015", "2019"]),
        ("影片《春水》上映3天后，票房破亿", [""]),
        ("2012年公司上市。2019年，他回忆道，上市次年，公司亏损", ["2012", "2019", "2013"]),
        ("今年他72岁。他到厂里那年，厂里只有三个人", ["2024", ""]),
        # what became of things later is an aside
        ("2012年，他建厂。这就是后来的云松，2023年排名第三。当年，厂里只有三个人", ["2012", "2023", "2012"]),
        ("2012年，他建厂。3年后，第一台车才会下线。这时他还在读书", ["2012", "2015", "2012"]),
        ("1999年，他买下1958年成立的纱厂。两年后，纱厂更名", ["1999", "1958", "2001"]),
        # of some year, and of a step that is told nowhere
        ("2012年，他离开工厂。有一年冬天，他遇到师傅。某年5月，他进城", ["2012", "", "", ""]),
        ("2012年，他被捕。出狱那年，他62岁", ["2012", ""]),
        # the day that the news told of before, after a year of the firm's past
        (
            "5月27日，云松公司解散。公司于2023年成立。5月27日，员工接到通知",
            ["2024-05-27", "2023", "2024-05-27"],
        ),
        # told by days, a story rolls on
        (
            "2022年11月30日，公司发布新品。2月12日，公司裁员。3月5日，公司上市",
            ["2022-11-30", "2023-02-12", "2023-03-05"],
        ),
        ("2022年11月30日，公司发布新品。此前的2月12日，公司裁员", ["2022-11-30", "2022-02-12"]),
        ("2022年11月30日，公司发布新品。10月12日，公司裁员", ["2022-11-30", "2022-10-12"]),
        ("2023年11月30日，公司发布新品。10月1日，门店开业", ["2023-11-30", "2023-10-01"]),
        ("2023年12月30日，公司发布新品，6月12日曾公布样品", ["2023-12-30", "2023-06-12"]),
        ("2023年12月30日，公司发布新品。6月12日，公司裁员", ["2023-12-30", "2024-06-12"]),
        # English
        ("Costs of last April's deal, of last July and of next March", ["2024-04", "2023-07", "2025-03"]),
        ("The lowest since the 2008 financial crisis, with the 2008 stores", ["2008"]),
    ],
)
def test_where_a_story_stands(text, expected):
    spans = {
        "": "",
        **{f"{year}": f"{year}-01-01..{year}-12-31" for year in range(1958, 2026)},
    }
    months = {
        "2024-07": "2024-07-01..2024-07-31",
        "2024-04": "2024-04-01..2024-04-30",
        "2023-07": "2023-07-01..2023-07-31",
        "2025-03": "2025-03-01..2025-03-31",
    }
    wanted = [(spans | months).get(value, value) for value in expected]
    assert [days for _, days in read(text, REFERENCE)] == wanted


def test_what_will_be_spent_is_counted_from_the_document():
    text = "Second-quarter revenue rises\nCo to spend about $3.4 bln in the next five years"
    assert read(text, REFERENCE)[-1] == ("the next five years", "2024-06-15..2029-06-15")
    text = "In 2010, it pledged $5 bln over the next five years"
    assert read(text, REFERENCE)[-1] == ("the next five years", "2010-01-01..2015-12-31")
