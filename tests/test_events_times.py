"""Which time dates which step, and which is said to be a plan, a rumour or a failure. Every firm is invented."""

from __future__ import annotations

import pytest

from tests.fixtures.telling import PEOPLE, STORY, mentions_of, told


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        # by when something is planned: its own time, not that of the sentence before
        (
            "2015年，公司上市。公司承诺在2028年前投入50亿元研发。",
            [("远禾机械上市", "2015"), ("远禾机械承诺投入50亿元研发", "2027")],
        ),
        ("公司力争2028年底前实现营收100亿元。", [("远禾机械力争实现营收100亿元", "2028")]),
        ("2015年，公司宣布将在2018年前关闭三座工厂。", [("远禾机械宣布将关闭三座工厂", "2015")]),
        ("2010年以前，公司在临海建成第一工厂。", []),
        # what is announced, and the day that is announced for it
        (
            "2013年3月5日，公司宣布，将于2014年6月在越南建成新厂。",
            [("远禾机械宣布将在越南建成新厂", "2013-03-05"), ("远禾机械将在越南建成新厂", "2014-06")],
        ),
        # a stretch that begins where the story is
        ("2000年3月，公司迁往临海。一年内，远禾机械成功上市。", [("远禾机械迁往临海", "2000-03"), ("远禾机械成功上市", "2000-03")]),
        ("2015年3月6日，云帆控股公告，旗下公司以7亿元收购湖畔农机。", [("云帆控股公告旗下公司以7亿元收购湖畔农机", "2015-03-06")]),
        # two dates that share a verb, or have one each
        ("公司2006年于伦敦、2016年于纽约上市。", [("远禾机械于伦敦上市", "2006"), ("远禾机械于纽约上市", "2016")]),
        ("公司于2010年在沧州和2015年在临海设立分公司。", [("远禾机械在沧州设立分公司", "2010"), ("远禾机械在临海设立分公司", "2015")]),
        ("公司2010年营收3亿元、2015年营收9亿元。", [("远禾机械营收3亿元", "2010"), ("远禾机械营收9亿元", "2015")]),
        ("公司于2010年、2015年两次获得国家级奖项。", [("远禾机械获得国家级奖项", "2010"), ("远禾机械获得国家级奖项", "2015")]),
    ],
)  # fmt: skip
def test_each_time_dates_its_own_step(sentence: str, events: list[tuple[str, str]]) -> None:
    assert told(sentence) == events


@pytest.mark.parametrize(
    ("sentence", "modality"),
    [
        ("据传，2023年远禾机械裁员3000人。", "hypothetical"),
        ("2023年网传远禾机械被海芯收购。", "hypothetical"),
        ("2024年1月，有消息称远禾机械已递交上市申请。", "hypothetical"),
        ("2022年，远禾机械未能完成C轮融资。", "denied"),
        ("2021年网传远禾机械破产的消息不实。", "denied"),
        ("2023年，远禾机械计划在越南建设第二座工厂。", "plan"),
        ("2023年，公司资产负债率接近或超过100%。", "fact"),
        ("1928年，造车的计划被苏遥提上日程，公司进军汽车。", "fact"),
    ],
)
def test_hearsay_and_failure_are_no_facts(sentence: str, modality: str) -> None:
    found = mentions_of(STORY + sentence)
    told = {mention.modality for mention in found if mention.start >= len(STORY)}
    assert told == {modality}


def test_what_is_being_prepared_is_a_plan_and_an_inferred_date_makes_none() -> None:
    prepared = mentions_of(PEOPLE + "2010年，正当远禾准备赴美上市之际，苏遥辞职。", "2024-06-30")
    assert [m.modality for m in prepared if "准备" in m.name] == ["plan"]
    undated = mentions_of(PEOPLE + "2012年3月12日，远禾上市。同年8月20日，远禾集团正式成立。", "")
    assert {m.modality for m in undated} == {"fact"}


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("公司先后于2010年和2015年在上海和香港上市。", [("远禾机械在上海上市", "2010"), ("远禾机械在香港上市", "2015")]),
        ("远禾机械2003年、2007年和2012年三次获得国家科技进步奖。", [("远禾机械获得国家科技进步奖", "2003"), ("远禾机械获得国家科技进步奖", "2007"), ("远禾机械获得国家科技进步奖", "2012")]),
        ("2011年和2013年，公司两次增资。", [("远禾机械增资", "2011"), ("远禾机械增资", "2013")]),
        ("2009年，公司收购了2005年成立的湖畔农机。", [("湖畔农机成立", "2005"), ("远禾机械收购湖畔农机", "2009")]),
        ("2018年，远禾收购创立于1987年的岩石重工。", [("岩石重工创立", "1987"), ("远禾收购岩石重工", "2018")]),
        ("2016年，公司关闭了2001年投产的老厂。公司收购了2005年成立的湖畔农机。", [("老厂投产", "2001"), ("湖畔农机成立", "2005"), ("远禾机械关闭老厂", "2016"), ("远禾机械收购湖畔农机", "2016")]),
        ("2010年和2015年的收入分别为3亿元和5亿元。", []),
    ],
)  # fmt: skip
def test_each_date_of_a_list_has_its_event_and_an_attribute_its_own(
    sentence: str, events: list[tuple[str, str]]
) -> None:
    assert sorted(told(sentence), key=lambda event: event[1]) == events


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("到1991年，该厂工业生产总值由1984年的150万元增长到800万元。", "1991"),
        ("1940年出生的苏遥，于1958年顺利考入岩州大学。", "1958"),
        ("1988年4月，当第一批“优秀企业家”评选出来的时候，社会对这个称谓还十分陌生。", "1988-04"),
    ],
)  # fmt: skip
def test_what_was_before_only_compares(sentence: str, events: str) -> None:
    assert events in {date for _, date in told(sentence, PEOPLE)}
    assert "1984" not in {date for _, date in told(sentence, PEOPLE)}


def test_where_a_thing_comes_from_does_not_date_what_follows() -> None:
    found = told("1986年，远禾机械签约建厂，技术主要来自1970年代中期。建厂以后，苏遥出任董事长。", PEOPLE)
    assert ("苏遥出任董事长", "1986") in found, found


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("一、起步：从拖拉机到插秧机（1998–2002）\n2002年，远禾机械上市。", [("远禾机械上市", "2002")]),
        ("2024年7月10日，远禾机械发布上个月的经营情况。", [("远禾机械发布经营情况", "2024-07-10")]),
        ("2020年9月15日，正是临海县120天期限的截止日。", []),
        ("“远禾机械计划在2026年成为全国第一大农机企业，在2030年销量突破1000万台。”", [("远禾机械计划成为全国第一大农机企业", "2026"), ("远禾机械销量突破1000万台", "2030")]),
        ("远禾机械股份有限公司系于2012年10月9日由临海县远禾农业机械制造有限公司整体变更设立而来。", [("远禾机械整体变更设立", "2012-10-09")]),
        ("从1999年的第103位到2002年的全国首富，苏遥只用了三年。", []),
    ],
)  # fmt: skip
def test_what_dates_and_what_names_a_step(sentence: str, events: list[tuple[str, str]]) -> None:
    assert told("\n" + sentence, PEOPLE) == events


def test_a_clause_with_a_day_that_nothing_resolves_takes_no_other() -> None:
    # the founder's words are of no known day
    text = STORY + "2007年8月9日，远禾机械开业。就在上个月，站在新起点的远禾机械发布了高端品牌。"
    found = mentions_of(text, "")
    assert [mention.date for mention in found if "品牌" in mention.name] in ([], ["2007-07?"]), found
