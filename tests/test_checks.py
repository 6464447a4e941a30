"""Each kind of check: what it finds, and what it must leave alone."""

from __future__ import annotations

import datetime
import hashlib
import random

import pytest

from timeline import pipeline
from timeline.checks import CHECKS, describe, find_checks, settle, sides
from timeline.checks.lengths import find_lengths
from timeline.checks.messages import make
from timeline.checks.values import allowed
from timeline.lexicon.findings import FINDINGS
from timeline.model import CHECK_KINDS, Check, Document, Extraction, Problem, Quantity, Span
from timeline.unify import unify


def harvested(
    text: str, published: str = "2024-05-10", name: str = "a.txt", script: str = "Hans"
) -> Extraction:
    doc_id = hashlib.sha256((name + text).encode()).hexdigest()[:12]
    return pipeline.harvest(
        Document(doc_id, name, text, date_published=published, date_basis="manifest", script=script)
    )


def checks(*texts: str, published: str = "2024-05-10") -> list[Check]:
    made = [harvested(text, published, f"{index}.txt") for index, text in enumerate(texts)]
    events = unify([m for e in made for m in e.mentions], [e.document for e in made])
    return find_checks(made, events)


def kinds(*texts: str, published: str = "2024-05-10") -> list[str]:
    return [check.kind for check in checks(*texts, published=published)]


def quoted(text: str, span: Span) -> str:
    return text[span.start : span.end]


# ── impossible days ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("公司于2021年9月31日完成迁址。", "2021年9月31日"),
        ("2023年2月29日，新品发布。", "2023年2月29日"),
        ("二〇二一年九月三十一日，工厂停产。", "二〇二一年九月三十一日"),
        ("合同写的是11月31日交货。", "11月31日"),
        ("2022年13月，产线投产。", "2022年13月"),
        ("2022年第五季度营收增长。", "2022年第五季度"),
        ("签署日期：2021-09-31", "2021-09-31"),
        ("2021年3月30日（周三），公司公告。", "2021年3月30日（周三）"),
        ("2021年3月30日星期三公告。", "2021年3月30日星期三"),
        ("The plant opened on 31 June 2020.", "31 June 2020"),
        ("On Friday, 30 March 2021, the firm listed.", "Friday, 30 March 2021"),
        ("會議定於2018年5月12日（星期五）舉行。", "2018年5月12日（星期五）"),
    ],
)
def test_impossible_days_are_found_where_they_stand(text, place):
    found = [check for check in checks(text) if check.kind == "impossible_date"]
    assert [quoted(text, check.span) for check in found] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "2024年2月29日，公司成立。",  # a leap year
        "2021年3月30日（周二），公司公告。",
        "农历二月三十，老厂长照例请客。",  # the lunar calendar has it
        "日历上没有2月30日，他却在这一天签了字。",  # the text knows
        "版本号2021.13.2已经发布，热线400-2021-0931。",
        "网址 example.com/2021/02/31/a.html",
        "1至12月31日均价上涨。",
        "截至6月30日（周一至周五营业）。",
        "第三季度、第四季度，5个季度连续增长。",
    ],
)
def test_real_days_raise_nothing(text):
    assert "impossible_date" not in kinds(text)


# ── anachronisms ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "text",
    [
        "我们要清醒地看到，20世纪20年代的互联网已经完全不同。",
        "2003年，她在微信公众号上发表了一篇文章。",
        "上世纪七十年代，工厂就开始做电商。",
        "1998年公司开发了一款短视频软件。",
    ],
)
def test_a_thing_before_its_time(text):
    assert kinds(text) == ["anachronism"]


@pytest.mark.parametrize(
    "text",
    [
        "20世纪90年代的互联网还很慢。",
        "2003年，微信还没有诞生。",
        "1987年成立的远川如今是智能手机巨头。",
        "1999年，他预言未来人人都有智能手机和移动支付。",
        "1990年以来，电商改变了零售。",
        "1984年，后来做微信的那个年轻人刚上小学。",
        "他生于1975年，电商业务由他负责。",
        "2012年，公司开通了微信公众号。",
        "1968年，公司开始研究半导体。",
    ],
)
def test_things_in_their_time_raise_nothing(text):
    assert "anachronism" not in kinds(text)


def test_told_as_past_after_the_document_was_written():
    text = "2024年8月3日，远川电器在深圳成功上市，募集资金12亿元。"
    assert "anachronism" in kinds(text, published="2024-05-10")
    assert "anachronism" not in kinds(text, published="2024-08-03")


# ── durations ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("从2015年3月立项，到2017年1月下线，远川只用了18个月。", "18个月"),
        ("从2015年3月立项到2019年5月量产，我们用了整整三年。", "整整三年"),
        ("从2021年1月15日开工到2021年3月30日封顶，历时100天。", "100天"),
        ("從2015年3月立項，到2017年1月下線，遠川只用了18個月。", "18個月"),
        ("远川成立于2010年。2019年，公司庆祝成立十周年。", "十周年"),
        ("远川成立于2010年3月。成立不到五年的远川，2019年已经是行业第一。", "不到五年"),
    ],
)
def test_lengths_that_do_not_fit_their_ends(text, length):
    found = [check for check in checks(text) if check.kind == "duration"]
    assert len(found) == 1
    assert found[0].severity == "error"
    assert length in quoted(text, found[0].other)


@pytest.mark.parametrize(
    "text",
    [
        "从2015年3月立项，到2017年1月下线，远川用了22个月。",
        "从2015年3月立项，到2017年1月下线，远川用了近两年。",
        "从2015年3月立项，到2017年1月下线，远川用了不到两年。",
        "从2015年到2017年，远川用了三年。",  # three calendar years
        "从2015年到2017年，远川用了两年。",
        "从2021年1月15日到2021年3月30日，历时75天。",  # both ends counted
        "从2021年1月15日开始，经过75天85场拜访，我们在2021年3月30日公告。",
        "远川成立于2010年。2020年，公司成立十周年。",
        "远川成立于2010年。2021年，公司成立十一年，举办了第三届用户节。",
        "远川成立于2010年。2019年是新中国成立七十周年。",
        "远川成立于2010年。公司旗下的研究院成立五年来，2022年发表论文百篇。",
        "远川成立于2010年。“云山”系列2022年迎来五周年。",
        "远川成立于2010年，如今已经成立14年。",
        "从2015年的3个人到2017年的200人，远川用了十间办公室。",
    ],
)
def test_lengths_that_fit_raise_nothing(text):
    assert "duration" not in kinds(text)


def test_a_range_that_ends_before_it_starts():
    assert "duration" in kinds("该项目从2023年5月到2022年3月由远川承建。")
    assert "duration" not in kinds("从2023年的第一名到2022年的第三名，名次一路变化。")


def test_one_end_reached_in_two_lengths():
    found = checks("远川用了20个月达成30万台交付。", "距首款车型发布仅过去23个月，远川达成30万台交付。")
    assert [check.kind for check in found] == ["duration"]
    assert "20个月" in found[0].message
    assert "23个月" in found[0].message
    assert kinds("远川用了20个月达成30万台交付。", "用了不到两年，远川达成30万台交付。") == []
    assert kinds("远川用了20个月达成30万台交付。", "远川用了31个月达成50万台交付。") == []


# ── dates ────────────────────────────────────────────────────────────────────────────────────────

ABOUT = "远川电器总部在宁波。远川电器生产咖啡机。"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2017年11月，远川电器第一百万台咖啡机下线。", "2018年2月，远川电器第100万台咖啡机下线。"),
        ("2019年7月11日，远川电器在香港联交所上市。", "2019年8月11日，远川电器登陆港交所。"),
        ("2014年8月，远川电器首台M1咖啡机下线。", "2014年10月，远川电器的第一台M1下线。"),
        ("远川电器成立于2010年3月。", "远川电器成立于2011年3月。"),
    ],
)
def test_one_milestone_with_two_dates(left, right):
    found = [check for check in checks(ABOUT + left, ABOUT + right) if check.kind == "date"]
    assert len(found) == 1
    assert found[0].span.doc_id != found[0].other.doc_id


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2017年11月，远川电器第100万台咖啡机下线。", "2018年11月，远川电器第200万台咖啡机下线。"),
        ("2017年11月，远川电器第100万台咖啡机下线。", "2017年，远川电器第100万台咖啡机下线。"),
        ("2019年7月11日，远川电器在香港联交所上市。", "2021年8月11日，远川电器在科创板上市。"),
        ("远川电器成立于2010年3月。", "远川电器的研究院成立于2015年3月。"),
        ("2014年8月，远川电器首台M1下线。", "2016年8月，远川电器首台M2下线。"),
        ("2020年8月5日，远川电器在科创板上市。", "2022年是远川电器登陆科创板的第三年。"),
        ("远川电器计划于2018年在越南建厂。", "2019年，远川电器越南工厂投产。"),
    ],
)
def test_two_milestones_raise_no_date(left, right):
    assert "date" not in kinds(ABOUT + left, ABOUT + right)


def test_a_first_that_was_decided_before():
    text = (
        "到了2021年年初，造船第一次成为管理层必须认真讨论的话题。"
        "2020年年初，我们要在短时间内做出是否造船的重大决定，同样痛苦。"
    )
    found = [check for check in checks(text) if check.kind == "date"]
    assert len(found) == 1
    assert "第一次" in found[0].message
    assert "date" not in kinds(
        "到了2021年年初，造船第一次成为管理层讨论的话题。2020年，公司还没有讨论过造船。"
    )


def test_a_gathering_told_of_two_years():
    left = "2020年春节前，我们准备了一顿年夜饭，最终有9位用户被选为代表参加。"
    right = "2021年2月7日，公司邀请9位用户吃了一顿“年夜饭”。"
    found = [check for check in checks(left, right) if check.kind == "date"]
    assert [check.severity for check in found] == ["warning"]


# ── wordings ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("他说：“慢一点，才喝得到真味道。”", "包装上印着“慢一点，才能喝到真味道”。"),
        ("墙上写着「車子要自己騎得動，才敢叫別人騎」。", "他常说：“车子要自己骑得动，才好叫别人骑。”"),
        ("他只说了一句话：宁可少卖一季，不可错种一粒。", "“宁可少卖一季，不可错卖一粒。”这是他的原话。"),
    ],
)
def test_one_sentence_in_two_wordings(left, right):
    found = checks(left, right)
    assert [check.kind for check in found] == ["wording"]
    assert found[0].span.doc_id != found[0].other.doc_id


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("口号是“技术为本、品质为纲、服务为先”。", "口号是“技术为本，品质为纲和服务为先”。"),  # punctuation
        ("他说：“慢一点，才喝得到真味道。”", "他说“慢一点，才喝得到真味道”，又说不急。"),
        ("他说：“慢一点，才喝得到真味道。”", "“慢一点”是他的口头禅。"),  # a part is no variant
        ("获得“国家级专精特新小巨人企业”称号。", "获得“省级专精特新小巨人企业”称号。"),
        ("发布了“2021年度可持续发展报告”。", "发布了“2022年度可持续发展报告”。"),
        (
            "给用户高性能、高颜值、高性价比的产品。",
            "建立起高品质、高颜值、高性价比的口碑。",
        ),  # nobody is quoted
        ("他说：「让世界听见好声音。」", "他说：“让世界听见好声音。”"),
    ],
)
def test_what_is_no_second_wording(left, right):
    assert "wording" not in kinds(left, right)


# ── values ───────────────────────────────────────────────────────────────────────────────────────

REVENUE = "远川电器成立于2010年。远川电器总部在宁波。2022年，远川电器实现营收{}。"


def test_two_values_of_one_measure():
    found = checks(REVENUE.format("12.6亿元"), REVENUE.format("11.8亿元"))
    assert [check.kind for check in found] == ["value"]
    assert found[0].severity == "error"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("12.6亿元", "约13亿元"),
        ("12.6亿元", "超过12亿元"),
        ("12.58亿元", "12.6亿元"),
        ("12.6亿元", "126000万元"),
        ("12.6亿元", "1.8亿美元"),  # another currency
    ],
)
def test_rounded_bounded_and_converted_values_agree(left, right):
    assert "value" not in kinds(REVENUE.format(left), REVENUE.format(right))


@pytest.mark.parametrize(
    "other",
    [
        "2022年，远川电器海外营收5.1亿元。",
        "远川电器计划2022年实现营收15亿元。",
        "2022财年，远川电器实现营收14.2亿元。",
        "2022年，远川电器营收增长2.1亿元。",
        "2022年，远川电器咖啡机业务营收5.1亿元。",
        "2022年，山岚科技实现营收9亿元。",
        "2022年上半年，远川电器实现营收5亿元。",
        "2021年，远川电器实现营收9亿元。",
    ],
)
def test_another_scope_is_no_contradiction(other):
    told = "远川电器成立于2010年。远川电器总部在宁波。"
    assert "value" not in kinds(REVENUE.format("12.6亿元"), told + other)


def test_what_a_written_number_stands_for():
    def stands_for(text: str, value: float, comparator="=") -> tuple[float, float]:
        return allowed(Quantity(0, len(text), text, value, comparator=comparator))

    assert stands_for("12.6亿", 12.6e8) == pytest.approx((12.55e8, 12.65e8))
    assert stands_for("1874人", 1874) == pytest.approx((1873.5, 1874.5))
    low, high = stands_for("超过50万", 500_000, ">")
    assert low <= 500_000 < high < 1_000_000


# ── what is left open ────────────────────────────────────────────────────────────────────────────


def test_a_document_without_a_date_is_one_check():
    text = "去年我们搬了家。今年三月公司上市，上个月股价翻倍，未来还会更好，过去的事不提了。"
    found = checks(text, published="")
    assert [check.kind for check in found] == ["unresolved"]
    assert quoted(text, found[0].span) == "去年"


def test_vague_times_are_no_checks():
    assert kinds("过去我们没有经验，未来会更好，近来也忙，早年吃过亏。", published="") == []


def test_what_could_not_be_read_is_told_once_for_each_reason():
    problems = (Problem(0, 2, "broken bytes"), Problem(5, 6, "broken bytes"), Problem(8, 9, "an image"))
    document = Document("d" * 12, "a.txt", "远川电器在宁波。很好", problems=problems)
    found = find_checks([Extraction(document, (), (), (), ())], [])
    assert [(check.kind, check.span.start) for check in found] == [("unreadable", 0), ("unreadable", 8)]


# ── all kinds ────────────────────────────────────────────────────────────────────────────────────


def test_every_kind_has_a_finder_and_every_finding_a_kind():
    assert {finding.kind for finding in FINDINGS.values()} == set(CHECK_KINDS)
    assert set(CHECKS) >= {"date", "value", "duration", "wording"}


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_stored_message_can_be_said_in_english(code):
    words = {
        "text": "2021年3月30日，说“是”的", "other": "第二处", "first": "2021年", "last": "2022年3月", "length": "22个月",
        "gap": "约2年", "name": "远川上市", "word": "互联网", "year": "2021", "weekday": "星期二", "days": "30", "date": "2022年",
        "count": 3, "reason": "文档没有日期", "about": "远川", "measure": "营收", "published": "2021年3月", "later": "2021年一季度",
        "earlier": "2020年年初", "actual": "+50.0%", "sum": "296.9亿元",
    }  # fmt: skip
    check = make(code, Span("d", 0, 1), Span("d", 2, 3), **words)
    finding = FINDINGS[code]
    english = describe(check, "en")
    assert describe(check, "zh") == check.message
    assert english != check.message
    assert "{" not in english
    if "{weekday}" in finding.en:
        assert "Tuesday" in english
    if "{length}" in finding.en:
        assert "22 months" in english
    if "{gap}" in finding.en:
        assert "about 2 years" in english
    if "{date}" in finding.en:
        assert "(2022)" in english
    assert settle(check, "en") == finding.settle_en
    assert check.settle == finding.settle_zh


# ── growth and sums ──────────────────────────────────────────────────────────────────────────────

GROWTH = [
    ("远川营收由2022年的80亿元增长35%至120亿元。", "35%"),
    ("2022年，远川营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，同比增长35%。", "35%"),
    ("2022年，远川净利润10.2亿元。远川扩建工厂。\n2023年，远川净利润6.1亿元，同比下降20%。", "20%"),
    ("截至2023年底，远川现金储备为24亿元，较2022年底的10亿元增加18亿元。", "18亿元"),
    (
        "Yuanchuan Motors revenue rose 35 percent to $120 million in 2023 from $80 million in 2022.",
        "35 percent",
    ),
]


@pytest.mark.parametrize(("text", "place"), GROWTH)
def test_growth_that_does_not_fit_its_two_values(text, place):
    found = [check for check in checks(text) if check.kind == "value"]
    assert [quoted(text, check.span) for check in found] == [place]
    assert found[0].other is not None


@pytest.mark.parametrize(
    "text",
    [
        "远川营收由2022年的80亿元增长50%至120亿元。",
        "2022年，远川营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，按可比口径增长35%。",
        "2022年，远川营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，三年复合增长35%。",
        "2022年，远川海外营收80亿元。远川扩建工厂。\n2023年，远川营收120亿元，同比增长35%。",
        "2022年，远川营收约80亿元。远川扩建工厂。\n2023年，远川营收超过120亿元，同比增长45%。",
        "2023年三季度，远川营收30亿元，环比增长5%。2022年三季度，远川营收20亿元。",
        "2022年，远川销量10万辆。远川扩建工厂。\n2023年，远川销量12万辆，同比增长24%。",  # 9.5 to 12.5
    ],
)
def test_growth_of_something_else_or_within_rounding_is_left_alone(text):
    assert "value" not in kinds(text)


def test_growth_is_held_against_the_value_of_another_document():
    first, second = (
        "2022年，远川销量为20.0万辆。远川扩产。",
        "2023年，远川销量为30.0万辆，同比增长80%。远川称需求旺盛。",
    )
    (found,) = [check for check in checks(first, second) if check.kind == "value"]
    assert "+50.0%" in found.message
    assert quoted(second, found.span) == "80%"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("远川首季投入10.6亿元，第二季投入9.3亿元，合计投入29.9亿元。", "29.9亿元"),
        ("远川2023年销量100万辆，其中轿车60万辆、客车30万辆、货车25万辆。", "100万辆"),
    ],
)
def test_sums_that_their_parts_do_not_make(text, place):
    assert [quoted(text, check.span) for check in checks(text) if check.kind == "value"] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "远川首季投入10.6亿元，第二季投入9.3亿元，合计投入19.9亿元。",
        "远川首季投入约10亿元，第二季投入约9亿元，合计投入20亿元。",
        "远川2023年销量100万辆，其中轿车60万辆、客车30万辆。",
        "远川2023年销量100万辆，其中轿车60万辆，出口50万辆。",
    ],
)
def test_sums_that_fit_or_leave_parts_out(text):
    assert "value" not in kinds(text)


def test_the_group_is_no_brand_of_the_same_name():
    text = "2024年，公司实现营收48亿元。远川在三地建厂。\n2024年，远川营收26亿元，溪谷营收19亿元。"
    assert "value" not in kinds(text)


def test_order_of_documents_does_not_show():
    texts = [
        "从2015年3月立项，到2017年1月下线，远川只用了18个月。", "他说：“慢一点，才喝得到真味道。”",
        "包装上印着“慢一点，才能喝到真味道”。", REVENUE.format("12.6亿元"), REVENUE.format("11.8亿元"), "2021年9月31日开业。",
    ]  # fmt: skip
    made = [harvested(text, name=f"{index}.txt") for index, text in enumerate(texts)]
    events = unify([m for e in made for m in e.mentions], [e.document for e in made])
    straight = find_checks(made, events)
    assert len(straight) >= 4
    shuffler = random.Random(7)
    for _ in range(3):
        shuffler.shuffle(made)
        shuffler.shuffle(events)
        assert find_checks(made, events) == straight


def test_no_documents_no_checks():
    assert find_checks([], []) == []


def test_lengths_as_written():
    def read(text: str) -> list[tuple[float, float, str]]:
        return [(x.low, x.high, x.unit) for x in find_lengths(text, 0, len(text))]

    assert read("20个月") == [(20, 20, "个月")]
    assert read("五六年") == [(5, 6, "年")]
    assert read("十多年") == [(10, 20, "年")]
    assert read("两年半") == [(2.5, 2.5, "年")]
    assert read("三年零六个月") == [(3.5, 3.5, "年")]
    assert read("2019年") == []
    assert read("80年代") == []
    assert read("周五和周三") == []
    assert read("thirty months") == [(30, 30, "个月")]


def test_days_between():
    from timeline.checks.lengths import apart

    day = datetime.date
    assert apart((day(2021, 1, 15),) * 2, (day(2021, 3, 30),) * 2) == (74, 75)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (1, "1天"),
        (30, "30天"),
        (31, "1个月"),
        (365, "1年"),
        (380, "1年"),
        (641, "21个月"),
        (731, "2年"),
        (1090, "2年"),
    ],
)
def test_what_is_at_least_true_is_rounded_down(days, words):
    """March 2014 and 2016 are at least 21 months apart, not at least two years."""
    assert sides._whole(days) == words


@pytest.mark.parametrize(
    "later",
    [
        "早在2003年3月，云杉科技刚进入医疗行业就成立了影像研究部。",
        "2005年，云杉科技成立了杭州办公室。",
        "2006年，云杉科技在上海成立客户服务队。",
    ],
)
def test_what_a_firm_founds_inside_itself_is_no_second_founding_of_it(later):
    first = "1995年，林岚在苏州创立云杉科技有限公司。云杉科技从事电池制造。"
    assert not [check for check in checks(first, later) if check.kind == "date"]
    again = "云杉科技成立于2003年3月。云杉科技从事电池制造。"
    assert [check for check in checks(first, again) if check.kind == "date"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "澄江重工二号工厂于2019年3月投产。澄江重工扩产。",
            "2019年8月，澄江重工二号工厂正式投产。澄江重工称顺利。",
        ),
        (
            "澄江重工大事记。澄江重工成立于1998年5月，总部在澄江市。",
            "澄江重工简介。2001年9月，澄江重工正式成立。",
        ),
    ],
)
def test_a_firms_steps_told_in_two_short_texts(first, second):
    assert "date" in kinds(first, second)


@pytest.mark.parametrize(
    ("first", "second", "disagree"),
    [
        ("2023年，北屿航空客座率为81.2%。北屿航空扩张。", "北屿航空2023年客座率达到78.2%。", True),
        ("2022年，北屿航空净利润2.1亿元。", "追溯调整后，北屿航空2022年净利润为1.9亿元。", False),
        ("2022年，澄江重工营收150.2亿元。", "澄江重工2022年营收（经重述）为151.7亿元。", False),
    ],
)
def test_rates_are_compared_and_restated_values_are_not(first, second, disagree):
    assert ("value" in kinds(first, second)) == disagree


def test_a_firm_is_never_called_by_the_word_before_a_date():
    (check,) = (
        one
        for one in checks(
            "截至2023年12月31日，澄江重工员工总数为5,236人。",
            "截至2023年12月31日，澄江重工员工总数为6,523人。",
        )
        if one.kind == "value"
    )
    assert "澄江重工" in check.message


@pytest.mark.parametrize(("told", "differ"), [("创业30多年", False), ("创业20年", True)])
def test_a_life_told_in_round_numbers_agrees_with_itself(told, differ):
    found = checks(f"我{told}，见过无数这样的人。我问过自己，创业30年了，还愿不愿意再来一次？")
    assert bool([one for one in found if one.kind == "duration"]) == differ
