"""Dates of one milestone that cannot both be true, days that cannot be, things before their time."""

from __future__ import annotations

import pytest

from tests.fixtures.checked import checks, kinds, quoted


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
        # in which market whoever is bought into is listed
        ("2014年3月，远川电器收购在香港上市的北田影业。", "2014年5月，远川电器入股在香港上市的南桥百货。"),
    ],
)
def test_two_milestones_raise_no_date(left, right):
    assert "date" not in kinds(ABOUT + left, ABOUT + right)


def test_two_numbered_firsts_are_two():
    text = ABOUT + "2007年，第一台国产的286咖啡机正式推出。2009年，第一台国产386咖啡机推出。"
    assert "date" not in kinds(text)
    assert "date" in kinds(text.replace("386", "286"))


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
