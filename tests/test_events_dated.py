"""Where the date of an event stands apart from what happened: labels, brackets, headings, a sentence before."""

from __future__ import annotations

import pytest

from tests.fixtures.telling import mentions_of
from timeline import documents
from timeline.text import view
from timeline.times.published import infer_published

PROFILE = "湖畔农机股份有限公司\n公司名称：湖畔农机股份有限公司\n{}\n注册资本：3亿元\n"


def told(text: str, **given: str) -> list[tuple[str, str]]:
    return [(mention.date, mention.name) for mention in mentions_of(text, **given)]


@pytest.mark.parametrize(
    "line",
    [
        "成立日期：1999-12-26",
        "成立时间\t1999年12月26日",
        "【成立日期】1999年12月26日",
        "成立 | 1999-12-26",
        "設立：1999/12/26",
    ],
)
def test_a_label_says_what_happened_on_its_date(line: str) -> None:
    assert told(PROFILE.format(line)) == [("1999-12-26", "湖畔农机股份有限公司成立")]


def test_the_label_of_the_page_is_no_event() -> None:
    assert told(PROFILE.format("发布时间：2021-03-05\n更新日期：2022年4月1日\n签署日期：2020-01-02")) == []


def test_what_goes_on_sale_is_not_listed() -> None:
    assert told("月光手机\n上市时间：2020年3月\n屏幕尺寸：6英寸\n") == []


def test_a_bracket_dates_what_it_says_and_nothing_else() -> None:
    text = "湖畔农机（1994年9月5日上市）是一家生产水泵的公司，旗下青石工厂（投产于2003年）位于岩州。"
    assert told(text) == [("1994-09-05", "湖畔农机上市"), ("2003", "青石工厂投产")]


def test_a_date_alone_in_its_line_dates_the_lines_under_it() -> None:
    text = "湖畔农机大事记\n2004年\n湖畔农机在香港上市。\n2008年3月\n收购远禾水泵厂。\n公司总部迁至岩州。"
    assert [(date, name[-4:]) for date, name in told(text)] == [
        ("2004", "香港上市"),
        ("2008-03", "禾水泵厂"),
        ("2008-03", "迁至岩州"),
    ]


def test_one_date_alone_is_the_day_of_publication() -> None:
    text = "湖畔农机换帅\n2008年3月5日\n湖畔农机在香港上市的传闻不断。分析人士看好农机市场。"
    assert told(text) == []


def test_a_date_and_a_place_set_the_scene_for_the_next_sentence_only() -> None:
    text = "回望2018年6月11日，岩州证券交易所。湖畔农机敲钟上市。公司产品远销各地。"
    assert [(date, name) for date, name in told(text)] == [("2018-06-11", "湖畔农机敲钟上市")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖畔农机计划在2015年成为全国第一，在2025年销量突破1000万台。", ["plan", "plan"]),
        ("湖畔农机预计2025年收入达到10亿元，2030年突破100亿元。", ["forecast", "forecast"]),
        ("湖畔农机2010年计划赴港上市，2011年登陆港交所。", ["plan", "fact"]),
        ("湖畔农机计划2015年上市，最终2017年登陆港交所。", ["plan", "fact"]),
        ("2016年，湖畔农机立下目标，在2025年销量突破1000万台。", ["plan"]),
        ("湖畔农机的获客成本会越来越高，比如在2003年获客成本是30元/人。", ["fact"]),
        ("湖畔农机完全按照计划进行，2015年建成了三座工厂。", ["fact"]),
        ("湖畔农机2022年销量突破10万台，整体进展超过预期。", ["fact"]),
        ("2022年，湖畔农机净利润10亿元，好于市场预期。", ["fact"]),
    ],
)
def test_a_plan_goes_on_over_a_comma_until_something_came_of_it(text: str, expected: list[str]) -> None:
    assert [mention.modality for mention in mentions_of(text, published="")] == expected


def test_today_is_the_day_on_which_a_step_is_taken() -> None:
    assert told("湖畔农机社长林某今天辞职。", published="2016-08-12")[0][0] == "2016-08-12"
    assert told("今天的湖畔农机，辞职的人很少。", published="2016-08-12") == []


def test_what_is_to_come_lends_its_date_to_no_step_already_taken() -> None:
    text = "湖畔农机（600123）今天宣布收购远禾水泵。湖畔农机明天将召开董事会。湖畔农机取得了远禾水泵66%股权。"
    assert {date for date, name in told(text, published="2016-08-12") if "取得" in name} == {"2016-08-12"}


ENGLISH = (
    "Harbor Tools Ltd is a maker of saws. Harbor Tools grew.\n\n{}\n\nHarbor Tools employs many people.\n"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Founded: 1999\nIPO date: May 2004", [("1999", "was founded"), ("2004-05", "went public")]),
        (
            "Milestones\n1999: founded in Boston\n- 2004: listed on NYSE\n2001 Merger with Delta",
            [("1999", "founded in Boston"), ("2004", "listed on NYSE"), ("2001", "Merger with Delta")],
        ),
        (
            "Feb 2013\nHarbor Tools agrees to buy Delta Pumps.\nMay 2014\nIt buys back shares for $4 million.",
            [("2013-02", "agrees to buy Delta Pumps"), ("2014-05", "buys back shares for $4 million")],
        ),
        ("The acquisition of Delta Pumps closed on May 3, 2019.", [("2019-05-03", "closed")]),
    ],
)
def test_chronicles_and_profiles_in_english(lines: str, expected: list[tuple[str, str]]) -> None:
    found = told(ENGLISH.format(lines), published="2023-10-10")
    assert len(found) == len(expected)
    assert all(
        date == when and name.endswith(end) for (date, name), (when, end) in zip(found, expected, strict=True)
    )


def test_a_step_told_as_a_noun_counts_as_the_step() -> None:
    text = "湖畔农机2006年底完成对远禾水泵的收购后，林某出任副总裁。湖畔农机2001年5月举行主厂房奠基仪式。"
    found = {mention.date[:4]: mention for mention in mentions_of(text) if "林某" not in mention.name}
    assert found["2006"].category == "strategy"
    assert found["2001"].importance == 2


def test_the_founding_of_a_firm_and_its_head_count_most() -> None:
    text = (
        "1984年10月，青石技术发展公司成立。1987年，苏某晋升为技术科科长。2012年6月，苏某卸任青石集团董事长。"
    )
    found = {mention.date[:4]: mention.importance for mention in mentions_of(text)}
    assert found["1984"] == 3
    assert found["1987"] == 1
    assert found["2012"] == 2


def test_a_firm_is_not_called_by_what_is_done_to_it() -> None:
    text = "1987年，曹某推动工厂转型，成立湖畔农机有限公司。1993年，公司在香港上市。"
    names = dict(told(text))
    assert "成立湖畔农机" not in names["1993"]
    assert names["1987"].startswith(("曹某", "湖畔农机", "成立"))


def test_a_count_that_goes_on_until_now_spans_the_years_and_lends_no_date() -> None:
    text = "从1983年第一次捐款至今，曹某累计捐款已达160亿元。曹某还创办了湖畔大学。"
    found = told(text, published="2025-10-16")
    assert found
    assert {date for date, _ in found} & {"1983"} == set()


def test_since_a_founding_tells_of_the_founding() -> None:
    text = "展览展示了从1993年湖畔农机成立以来取得的成绩。"
    assert [date for date, _ in told(text, published="2019-04-23")] == ["1993"]


def test_what_somebody_does_for_a_living_is_no_event() -> None:
    text = "1939年成立湖畔铁工所，从事钢筋及零件制造，总部位于岩州。2002年，林某加入远禾水泵，负责海外投资和采购。"
    assert len(told(text)) == 2


@pytest.mark.parametrize(
    "tail",
    [
        "# 湖畔航空\n\n| 公司類型 | 上市公司 |\n|---|---|\n| 成立 | 1989年4月7日 |\n| 員工 | 900人 |\n",
        "湖畔航空飞遍各地。\n" * 9 + "2004年3月5日\n湖畔航空首航。\n2008年6月7日\n湖畔航空上市。",
    ],
)
def test_the_dates_of_a_profile_or_a_chronicle_sign_nothing(tail: str) -> None:
    document = documents.read(tail.encode(), "text.md")
    found = infer_published(document, view(tail))
    assert found is not None
    assert found[1] == "inferred"


@pytest.mark.parametrize(
    ("text", "date", "end"),
    [
        ("2020年4月，湖畔农机自曝在2019年二季度至四季度虚增销售额22亿元。", "2020-04", "22亿元"),
        ("1988年9月，湖畔海运庆祝成立20周年，董事长林某宣布建立湖畔航空。", "1988-09", "湖畔航空"),
    ],
)
def test_what_is_made_known_is_of_the_day_it_was_told(text: str, date: str, end: str) -> None:
    assert (date, end) in [(when, name[-len(end) :]) for when, name in told(text)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("2025年3月5日，湖畔农机召开2024年第二次临时股东大会。", ("2025-03-05", "湖畔农机召开第二次临时股东大会")),
        ("2024年3月，湖畔农机获得2023年度质量奖。", ("2024-03", "湖畔农机获得质量奖")),
        ("大事记\n【一九八九】\n1月3日，湖畔农机新厂房落成。\n【1988】\n9月28日，湖畔农机注册成立。", ("1989-01-03", "湖畔农机新厂房落成")),
    ],
)  # fmt: skip
def test_the_year_in_a_name_dates_nothing_and_one_that_heads_a_list_does(
    text: str, event: tuple[str, str]
) -> None:
    assert event in told(text)


def test_what_only_leads_to_the_next_clause_is_no_event() -> None:
    text = "6月23日，湖畔农机因未提交年度报告，收到退市通知。时间来到1964年左右，岩州建成了第一座水泵厂。"
    names = " ".join(name for _, name in told(text, published="2020-06-29"))
    assert "未提交" not in names
    assert "来到" not in names


def test_what_an_english_sentence_adds_after_a_comma_or_and() -> None:
    text = (
        "Harbor Tools has owned Delta Pumps since 2010, when it acquired the company from Ford. "
        "In 2004 Harbor Tools bought Ohio Saws and sold its pump unit."
    )
    found = told(text, published="2023-10-10")
    assert [date for date, _ in found] == ["2010", "2004", "2004"]
    assert "acquired" in found[0][1]
    assert "sold" in found[2][1]
