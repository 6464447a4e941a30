"""What `find_times` finds in a sentence, and which days it makes of it."""

from __future__ import annotations

import datetime
import itertools
import random
import re
from pathlib import Path

import pytest

from tests.fixtures.days import days, read
from timeline import edtf
from timeline.model import Block, Document, Timex
from timeline.text import view
from timeline.times import RULES, find_in, find_times
from timeline.times.handbook import CONTEXT, REFERENCE, example, to_markdown

HERE = Path(__file__).parent
Day = datetime.date


def shape(times: list[Timex]) -> list[tuple[str, str, str]]:
    return [(time.type, time.value, days(time)) for time in times]


# (text, reference, every expression in it with its days)
CASES = [
    # complete in themselves
    ("公司于2021年3月30日公告", None, [("2021年3月30日", "2021-03-30")]),
    ("一九八六年七月和二〇一八年", None, [("一九八六年七月", "1986-07-01..1986-07-31"), ("二〇一八年", "2018-01-01..2018-12-31")]),
    ("民国九十八年", None, [("民国九十八年", "2009-01-01..2009-12-31")]),
    ("发布日期：2021/3/5，更新于2021.03.06", None, [("2021/3/5", "2021-03-05"), ("2021.03.06", "2021-03-06")]),
    ("'15年与21年3月", None, [("'15年", "2015-01-01..2015-12-31"), ("21年3月", "2021-03-01..2021-03-31")]),
    ("2024年一季度、2024年上半年", None, [("2024年一季度", "2024-01-01..2024-03-31"), ("2024年上半年", "2024-01-01..2024-06-30")]),
    ("20世纪90年代到本世纪初", None, [("20世纪90年代", "1990-01-01..1999-12-31"), ("本世纪初", "2000-01-01..2009-12-31")]),
    ("上世纪八十年代末", None, [("上世纪八十年代末", "1987-01-01..1989-12-31")]),
    ("FY2024与2022财年", None, [("FY2024", "2024-01-01..2024-12-31"), ("2022财年", "2022-01-01..2022-12-31")]),
    ("“十四五”期间", None, [("“十四五”期间", "2021-01-01..2025-12-31")]),
    ("国庆70周年阅兵", None, [("国庆70周年", "2019-10-01")]),
    ("2021年年初、2021年底、2021年年中", None, [("2021年年初", "2021-01-01..2021-03-31"), ("2021年底", "2021-10-01..2021-12-31"), ("2021年年中", "2021-06-01..2021-07-31")]),
    ("2021年3月底及4月上旬", None, [("2021年3月底", "2021-03-21..2021-03-31"), ("4月上旬", "2021-04-01..2021-04-10")]),
    ("2024年国庆假期、2025年十一假期", None, [("2024年国庆假期", "2024-10-01..2024-10-07"), ("2025年十一假期", "2025-10-01..2025-10-08")]),
    ("2023年营收10亿元，全年盈利；全年无休、全年龄", None, [("2023年", "2023-01-01..2023-12-31"), ("全年", "2023-01-01..2023-12-31")]),
    ("2020年5月1日开业，此前团队准备了近两个月", None, [("2020年5月1日", "2020-05-01"), ("近两个月", "2020-03-01..2020-05-01")]),
    ("每年这个时候，在可见的未来", None, [("每年这个时候", ""), ("可见的未来", "")]),
    # words that begin with the last character of a date
    ("2021年中国市场与三年内部审计", None, [("2021年", "2021-01-01..2021-12-31"), ("三年", "")]),
    # holidays, the lunar calendar
    ("2022年春节后", None, [("2022年春节后", "2022-02-01..2022-03-02")]),
    ("2020年春节前", None, [("2020年春节前", "2019-12-26..2020-01-24")]),
    ("2006年春节前开业，当年盈利，次年扩建", None, [("2006年春节前", "2005-12-30..2006-01-28"), ("当年", "2006-01-01..2006-12-31"), ("次年", "2007-01-01..2007-12-31")]),
    ("2023年中秋与2023年国庆假期", None, [("2023年中秋", "2023-09-29"), ("2023年国庆假期", "2023-10-01..2023-10-07")]),
    ("2024年腊月二十三、2022年除夕", None, [("2024年腊月二十三", "2025-01-22"), ("2022年除夕", "2022-01-31")]),
    ("2020年双十一和2021年618大促", None, [("2020年双十一", "2020-11-11"), ("2021年618", "2021-06-18")]),
    # ranges
    ("2010—2020年", None, [("2010—2020年", "2010-01-01..2020-12-31")]),
    ("2019年3月至2021年6月", None, [("2019年3月至2021年6月", "2019-03-01..2021-06-30")]),
    ("2018-2020年间", None, [("2018-2020年间", "2018-01-01..2020-12-31")]),
    ("2021年6月6日至8日", None, [("2021年6月6日至8日", "2021-06-06..2021-06-08")]),
    ("2023年前三季度", None, [("2023年前三季度", "2023-01-01..2023-09-30")]),
    ("从2024年3月第一台下线，到2026年1月", None, [("2024年3月", "2024-03-01..2024-03-31"), ("2026年1月", "2026-01-01..2026-01-31")]),
    ("2019年11月至2020年2月", None, [("2019年11月至2020年2月", "2019-11-01..2020-02-29")]),
    # before, after, since
    ("2015年以前", None, [("2015年以前", "..2014-12-31")]),
    ("2018年之后", None, [("2018年之后", "2019-01-01..")]),
    ("2018年以来", "2022", [("2018年以来", "2018-01-01..2022-12-31")]),
    ("2002年5月至今", "2021-06-14", [("2002年5月至今", "2002-05-01..2021-06-14")]),
    # deictic
    ("去年、前年和明年", "2022", [("去年", "2021-01-01..2021-12-31"), ("前年", "2020-01-01..2020-12-31"), ("明年", "2023-01-01..2023-12-31")]),
    ("今年2021年会有新版本", "2021-02-08", [("今年2021年", "2021-01-01..2021-12-31")]),
    ("今年初", "2026-01-15/2026-01-31", [("今年初", "2026-01-01..2026-01-31")]),
    ("昨天晚上", "2021-02-08", [("昨天晚上", "2021-02-07")]),
    ("本周二与上周五", "2021-06-16", [("本周二", "2021-06-15"), ("上周五", "2021-06-11")]),
    ("上个月，上个季度", "2021-06-16", [("上个月", "2021-05-01..2021-05-31"), ("上个季度", "2021-01-01..2021-03-31")]),
    ("如今，目前", "2026-01-15/2026-01-31", [("如今", "2026-01-15..2026-01-31"), ("目前", "2026-01-15..2026-01-31")]),
    ("近年来", "2022", [("近年来", "2019-01-01..2022-12-31")]),
    ("最近", "2026-01", [("最近", "2025-11-01..2026-01-31")]),
    ("近三年", "2017-03-22", [("近三年", "2014-03-22..2017-03-22")]),
    ("过去10年间，未来三年", "2022", [("过去10年间", "2012-01-01..2022-12-31"), ("未来三年", "2022-01-01..2025-12-31")]),
    ("过去一年半里", "2026-01", [("过去一年半里", "2024-07-01..2026-01-31")]),
    ("12年前、10多年前、几年前", "2022", [("12年前", "2010-01-01..2010-12-31"), ("10多年前", "2003-01-01..2012-12-31"), ("几年前", "2013-01-01..2020-12-31")]),
    ("当15~20年后行业进入成熟期", "2022", [("15~20年后", "2037-01-01..2042-12-31")]),
    ("12月2日发布", "2026-01-20", [("12月2日", "2025-12-02")]),
    ("1月15日发布", "2026-01-20", [("1月15日", "2026-01-15")]),
    # relative to the text
    ("2010年，产值41万亿元；11年后，翻了一番", None, [("2010年", "2010-01-01..2010-12-31"), ("11年后", "2021-01-01..2021-12-31")]),
    ("2012年上市，次年亏损，同年12月退市", None, [("2012年", "2012-01-01..2012-12-31"), ("次年", "2013-01-01..2013-12-31"), ("同年12月", "2013-12-01..2013-12-31")]),
    ("2014年5月开业，当年年底扩建，三个月后完工", None, [("2014年5月", "2014-05-01..2014-05-31"), ("当年年底", "2014-10-01..2014-12-31"), ("三个月后", "2015-01-01..2015-03-31")]),
    ("2000年入学，五年后毕业，一年半后创业", None, [("2000年", "2000-01-01..2000-12-31"), ("五年后", "2005-01-01..2005-12-31"), ("一年半后", "2006-07-01..2007-06-30")]),
    ("2016年发布新品，当时内部有争论", "2022", [("2016年", "2016-01-01..2016-12-31"), ("当时", "2016-01-01..2016-12-31")]),
    ("8月16日开播，当天成交2亿元，次日加播", "2020-12-01", [("8月16日", "2020-08-16"), ("当天", "2020-08-16"), ("次日", "2020-08-17")]),
    ("2017年年底，当季利润不错", "2022", [("2017年年底", "2017-10-01..2017-12-31"), ("当季", "2017-10-01..2017-12-31")]),
    ("今年前三季度营收28亿元，较去年同期增长31%，截至9月30日有5200人", "2025-11-20", [("今年前三季度", "2025-01-01..2025-09-30"), ("去年同期", "2024-01-01..2024-09-30"), ("9月30日", "2025-09-30")]),
    ("2018年3月上线，一年后有2万客户，两年后超过10万", None, [("2018年3月", "2018-03-01..2018-03-31"), ("一年后", "2019-01-01..2019-12-31"), ("两年后", "2020-01-01..2020-12-31")]),
    ("4月8日他写道：“明天起不上班了。”第二天他递了辞呈", "2023-12-20", [("4月8日", "2023-04-08"), ("明天", "2023-12-21"), ("第二天", "2023-04-09")]),
    ("公司成立于民国八十七年，九十一年上柜", None, [("民国八十七年", "1998-01-01..1998-12-31"), ("九十一年", "2002-01-01..2002-12-31")]),
    ("凌云科技昨（12）日公布，今（2024）年第一季", "2024-03-13", [("昨（12）日", "2024-03-12"), ("今（2024）年第一季", "2024-01-01..2024-03-31")]),
    ("2016年二季度裁员，此后连续六个季度亏损", "2023", [("2016年二季度", "2016-04-01..2016-06-30"), ("六个季度", "2016-07-01..2017-12-31")]),
    ("前天，也就是周六，办了聚会；股价创下十年来新高", "2021-11-15", [("前天", "2021-11-13"), ("周六", "2021-11-13"), ("十年来", "2011-11-15..2021-11-15")]),
    ("预计今年底前完工", "2024-03-13", [("今年底前", "..2024-12-31")]),
    # lengths
    ("从2021年1月15日开始，经过75天拜访", "2022", [("2021年1月15日", "2021-01-15"), ("75天", "2021-01-15..2021-03-30")]),
    ("从2024年3月下线，到2026年1月交付，只用了20个月", None, [("2024年3月", "2024-03-01..2024-03-31"), ("2026年1月", "2026-01-01..2026-01-31"), ("20个月", "2024-03-01..2026-01-31")]),
    ("云桥公司创办才12年", "2022", [("12年", "2010-01-01..2022-12-31")]),
    ("车型上市28天", "2025-07-29", [("28天", "2025-07-01..2025-07-29")]),
    ("上市六个月，连续五个月拿下第一", "2026-01", [("六个月", "2025-07-01..2026-01-31"), ("五个月", "2025-08-01..2025-12-31")]),
    ("短短4年时间", "2022", [("4年时间", "")]),
    ("2021年年底收到方案。于是进行了近一个月的讨论", "2022", [("2021年年底", "2021-10-01..2021-12-31"), ("近一个月", "2021-10-01..2022-01-31")]),
    ("2021年3月宣布，预计10年内投入100亿美元", "2022", [("2021年3月", "2021-03-01..2021-03-31"), ("10年内", "2021-03-01..2031-03-31")]),
    ("12月2日交付第50万台，此时距首款车型发布仅过去21个月", "2025-12", [("12月2日", "2025-12-02"), ("此时", "2025-12-02"), ("21个月", "2024-03-01..2025-12-02")]),
    # founding
    ("云桥诞生于2010年。在创业初期，前5年增长最快，新10年要稳", "2022", [("2010年", "2010-01-01..2010-12-31"), ("创业初期", "2010-01-01..2012-12-31"), ("前5年", "2010-01-01..2015-12-31"), ("新10年", "2020-01-01..2030-12-31")]),
    ("2020年，云桥成立十周年", None, [("2020年", "2020-01-01..2020-12-31"), ("十周年", "2020-01-01..2020-12-31")]),
    # sets and vague times
    ("每周一至周五9:00-18:00，7×24小时值守，天天低价", None, [("每周一至周五9:00-18:00", ""), ("7×24小时", ""), ("天天", "")]),
    ("每年的618、双十一", "2022", [("每年", ""), ("618", ""), ("双十一", "")]),
    ("早期与未来，终有一天", "2022", [("早期", ""), ("未来", ""), ("终有一天", "")]),
    # English in the same records
    ("In Q3 2023 sales rose; on March 30, 2021 it went public; three years later it left.", None, [("Q3 2023", "2023-07-01..2023-09-30"), ("March 30, 2021", "2021-03-30"), ("three years later", "2024-01-01..2024-12-31")]),
    ("for the six months ended 30 June; in early March 2024; on Monday; H1 2024; March this year", "2024-08-12", [("six months", "2024-01-01..2024-06-30"), ("30 June", "2024-06-30"), ("early March 2024", "2024-03-01..2024-03-10"), ("Monday", "2024-08-12"), ("H1 2024", "2024-01-01..2024-06-30"), ("March this year", "2024-03-01..2024-03-31")]),
    ("3Q23、2023H1、今明两年", "2024-06-20", [("3Q23", "2023-07-01..2023-09-30"), ("2023H1", "2023-01-01..2023-06-30"), ("今明两年", "2024-01-01..2025-12-31")]),
    ("Since 2015, in the 1990s, last year", "2022-06-15", [("Since 2015", "2015-01-01..2022-06-15"), ("the 1990s", "1990-01-01..1999-12-31"), ("last year", "2021-01-01..2021-12-31")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reference", "expected"), CASES, ids=[case[0][:16] for case in CASES])
def test_sentence(text, reference, expected):
    assert read(text, reference) == expected


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_every_rule_reads_its_own_example(rule):
    time = example(rule)
    assert time is not None
    assert time.rule == rule.name
    assert time.text in CONTEXT + rule.example


def test_rule_names_are_words_and_unique():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert all(name == name.lower() and name.replace("-", "").isalpha() for name in names)


def test_the_page_of_rules_is_current():
    page = HERE.parent / "docs" / "times.md"
    assert page.read_text(encoding="utf-8") == to_markdown(), "python -m timeline.times > docs/times.md"


# ── what is no time ─────────────────────────────────────────────────────────


def _lines() -> list[str]:
    lines = (HERE / "fixtures" / "not_times.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def test_nothing_is_found_where_there_is_no_time():
    lines = _lines()
    assert len(lines) >= 300
    assert {line: read(line, REFERENCE) for line in lines if find_times(line, REFERENCE)} == {}


def test_nothing_is_found_where_such_lines_stand_together():
    assert read("".join(_lines()[:200]), REFERENCE) == []


# ── nothing is made up ──────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "去年",
        "昨天",
        "12月2日",
        "如今",
        "近三年",
        "未来三年",
        "三季度",
        "春节",
        "次年",
        "当天",
        "周三",
        "创业初期",
    ],
)
def test_without_a_date_to_count_from_it_says_so(text):
    (time,) = find_times(text)
    assert (time.earliest, time.latest) == (None, None)
    assert time.anchor.startswith("unresolved: ")


@pytest.mark.parametrize("text", ["2月30日", "2019年2月29日", "2021年2月30日至3月1日"])
def test_a_day_that_does_not_exist_is_unresolved(text):
    (time,) = find_times(text, "2020-03-22")
    assert time.earliest is None
    assert time.anchor == "unresolved: no such day"


def test_each_resolved_time_says_what_it_was_resolved_against():
    times = find_times("2010年成立，次年上市，去年退市。", "2022")
    assert [time.anchor for time in times] == ["", "text 2010 [0:5]", "document 2022"]


def test_the_anchor_points_into_the_stored_text():
    text = "公\u200b司于20\n10年成立，次年上市。"
    founded, following = find_times(text, "2022")
    assert text[founded.start : founded.end] == "20\n10年"
    assert following.anchor == f"text 2010 [{founded.start}:{founded.end}]"


def test_values_are_edtf_and_hold_their_days():
    text = "".join(text + "。\n\n" for text, _, _ in CASES)
    for time in find_times(text, "2022-06-15"):
        if time.type in ("DATE", "TIME") and time.value and time.earliest:
            earliest, latest = edtf.bounds(time.value)
            assert earliest is None or earliest <= time.latest if time.latest else True
            if not time.value.endswith("~"):
                assert earliest is None or earliest <= time.earliest
                assert latest is None or time.latest is None or time.latest <= latest
        if time.earliest and time.latest:
            assert time.earliest <= time.latest


def test_a_reference_may_be_a_date_a_string_or_an_interval():
    assert read("现在", "2022") == [("现在", "2022-01-01..2022-12-31")]
    assert find_times("现在", Day(2022, 6, 15)) == find_times("现在", "2022-06-15")
    assert read("现在", "2026-01-15/2026-01-31") == [("现在", "2026-01-15..2026-01-31")]
    assert read("昨天", "2021-02-08T03:08:19+00:00") == [("昨天", "2021-02-07")]
    with pytest.raises(ValueError, match="reference"):
        find_times("现在", "2022/..")


# ── damage ──────────────────────────────────────────────────────────────────

PROSE = (
    "云桥科技诞生于2010年，五年后在香港上市。2016年至2018年间投入5.1亿元，当年年底裁员。"
    "过去10年间营收翻番，12月2日发布新品，近年来每周更新。创业初期只有7人，未来三年将扩张，20世纪90年代的老厂已停产。"
)


def test_wrapping_at_any_width_changes_no_value():
    expected = shape(find_times(PROSE, "2022"))
    assert len(expected) == 11
    for width in range(7, 60):
        wrapped = "\n".join(PROSE[at : at + width] for at in range(0, len(PROSE), width))
        assert shape(find_times(wrapped, "2022")) == expected, width


def test_a_paragraph_before_it_only_moves_it():
    before = "这一段没有时间，只讲产品和用户。\n\n"
    moved = [
        time._replace(start=time.start - len(before), end=time.end - len(before), anchor="")
        for time in find_times(before + PROSE, "2022")
    ]
    assert moved == [time._replace(anchor="") for time in find_times(PROSE, "2022")]


@pytest.mark.parametrize(
    "damaged",
    [
        "２０２１年３月３０日",
        "2021 年 3 月 30 日",
        "2021年3\n月30日",
        "2021\u200b年3月30\u200b日",
    ],
)
def test_damage_inside_an_expression(damaged):
    (time,) = find_times(damaged)
    assert (time.value, time.text) == ("2021-03-30", damaged)


def test_traditional_characters_and_glosses():
    text = "與國慶以來不同，這21個月很短暫，剛剛結(jié)束的車展，現(xiàn)在都沒走完。2022年春節後"
    assert read(text, "2025-12") == [
        ("國慶以來", "2025-10-01..2025-12-31"),
        ("這21個月", "2024-03-01..2025-12-31"),
        ("剛剛", "2025-10-01..2025-12-31"),
        ("現(xiàn)在", "2025-12-01..2025-12-31"),
        ("2022年春節後", "2022-02-01..2022-03-02"),
    ]


def test_anything_may_be_asked():
    for text in ("", " ", "\n\n", "\ud800年", "年月日", "2021" * 50, "第" * 30, "\U0001f600明年"):
        assert isinstance(find_times(text, "2022"), list)


def test_any_order_of_words_keeps_the_promises():
    """Days in order, values that are EDTF, spans apart and true, whatever stands beside what."""
    dice = random.Random(20220615)
    examples = [rule.example for rule in RULES]
    joints = [
        "，",
        "。",
        "后",
        "前",
        "至",
        "到",
        "的",
        "",
        "\n",
        "“",
        "成立",
        "从",
        "距",
        "连续",
        "又过了",
        "3",
        "一",
    ]
    references = [None, "2022", "2021-02-08", "2026-01-15/2026-01-31", "0001", "9999-12-31", "2024-02-29"]
    for _ in range(400):
        text = "".join(dice.choice(examples) + dice.choice(joints) for _ in range(dice.randint(1, 8)))
        text = re.sub(r"\d", lambda _: dice.choice("0123456789"), text) if dice.random() < 0.3 else text
        times = find_times(text, dice.choice(references))
        for time in times:
            assert text[time.start : time.end] == time.text
            assert not (time.earliest and time.latest) or time.earliest <= time.latest
            assert time.type not in ("DATE", "TIME") or not time.earliest or edtf.is_edtf(time.value)
        assert all(one.end <= other.start for one, other in itertools.pairwise(times))


# ── documents ───────────────────────────────────────────────────────────────


def _document(text: str, **fields) -> Document:
    return Document("0123456789ab", "note.txt", text, **fields)


def _find(document: Document) -> list[Timex]:
    return find_in(document, view(document.text))


def test_a_document_gives_its_date_and_its_id():
    (time,) = _find(_document("去年上市。", date_published="2022-05-01"))
    assert (time.value, time.doc_id, time.span) == ("2021", "0123456789ab", ("0123456789ab", 0, 2))


def test_a_quoted_mail_is_told_at_its_own_date():
    text = "昨天开会。\n\n> 昨天签约。\n\n昨天回款。"
    start = text.index(">")
    blocks = (Block(start, text.index("\n", start), "mail", date="2020-03-02"),)
    times = _find(_document(text, date_published="2022-05-11", blocks=blocks))
    assert [days(time) for time in times] == ["2022-05-10", "2020-03-01", "2022-05-10"]


def test_a_column_says_the_year_of_its_cells():
    text = "三季度 12 三季度 15"
    blocks = (Block(0, 6, "row", date="2020"), Block(7, len(text), "row", date="2021"))
    times = _find(_document(text, date_published="2022-05-11", blocks=blocks))
    assert [time.value for time in times] == ["2020-35", "2021-35"]


def test_an_open_end_closes_with_the_document():
    (time,) = _find(_document("2018年之后", date_published="2022-05-11"))
    assert days(time) == "2019-01-01..2022-05-11"
    (time,) = _find(_document("2031年之后", date_published="2022-05-11"))
    assert time.earliest == Day(2032, 1, 1)
    assert time.latest is not None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("云杉成立于2011年。8年后的6月18日，公司上市", "8年后的6月18日", "2019-06-18"),
        ("云杉2018年上市，两年后的春天，创始人辞职", "两年后的春天", "2020-21"),
    ],
)
def test_a_count_of_years_and_the_day_in_that_year_are_one_date(text, words, value):
    assert (words, value) in [(time.text, time.value) for time in find_times(text)]
