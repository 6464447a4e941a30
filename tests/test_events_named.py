"""Who did what: the names of events, firms and people. Every firm is invented."""

from __future__ import annotations

import pytest

from tests.fixtures.telling import PEOPLE, mentions_of, told
from timeline import documents
from timeline.extract.who.entities import Cast, find_cast
from timeline.text import view


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("2003年，刚从大学毕业的苏遥在临海县城租下一间80平方米的实验室。", ["苏遥在临海县城租下一间80平方米的实验室"]),
        ("2003年，在外企工作多年的苏遥辞职创办了一家小厂。", ["苏遥辞职创办小厂"]),
        ("2008年12月，苏遥在年终会上说：“活下去就是胜利。”", []),
        ("2008年12月，苏遥在年终会上说：“公司关闭三座工厂。”", ["苏遥在会上说：“公司关闭三座工厂。”"]),
    ],
)  # fmt: skip
def test_a_person_is_named_without_his_past_and_quoted_only_on_a_step(
    sentence: str, names: list[str]
) -> None:
    assert [name for name, _ in told(sentence, PEOPLE)] == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        (
            "总经理苏遥表示，今年资本支出将增加至40亿元，预计明年下半年在越南设立据点。",
            ["远禾机械资本支出将增加至40亿元", "远禾机械预计在越南设立据点"],
        ),
        ("2001年公司成立于临海，最初为一家仅有12人的维修厂。", ["远禾机械成立于临海"]),
        ("耕者播种机今天正式发布，售价1299元，首日卖了2.1万台。", ["耕者播种机正式发布，售价1299元", "耕者播种机首日卖2.1万台"]),
        ("今天，公司宣布完成C轮融资。今天的公司已经不同。", ["远禾机械宣布完成C轮融资"]),
        ("2021年8月31日公司拿到了B轮，1.2亿元，沧屿领投。", ["远禾机械拿到B轮"]),
        ("2022年，首日卖出3万台。", ["远禾机械首日卖出3万台"]),
    ],
)  # fmt: skip
def test_what_was_measured_and_when_does_nothing_itself(sentence: str, names: list[str]) -> None:
    assert [name for name, _ in told(sentence, PEOPLE)] == names


def cast_of(text: str) -> Cast:
    document = documents.read(text.encode(), "text.txt", published="2024")
    return find_cast(document, view(document.text).text)


@pytest.mark.parametrize(
    ("text", "company", "short"),
    [
        ("远禾智慧科技股份有限公司（以下简称“公司”、“远禾智慧”）成立于2012年。", "远禾智慧科技", "远禾智慧"),
        ("2001年，苏遥在铁皮屋里创立了云屿。云屿做单车。", "云屿", ""),
        ("沧禾成立于2001年。沧禾2010年上市。", "沧禾", ""),
        ("和川动力成立于2005年。2010年，和川动力在临海设立研发中心。", "和川动力", ""),
        ("与光科技创立于2011年。与光科技推出新品。2015年，与光科技获得融资。", "与光科技", ""),
        ("沧屿科技成立于2001年。与沧屿科技签约的有三家。与沧屿科技合作。沧屿科技上市。", "沧屿科技", ""),
        ("1960年，民营航空兴起。前八大航空公司陷入困境。八大航空公司合并。", "", ""),
        ("苏遥任总裁。苏遥说，苏遥的团队很好。苏遥宣布退休。", "", ""),
    ],
)
def test_a_company_is_neither_a_person_nor_a_kind(text: str, company: str, short: str) -> None:
    found = cast_of(text)
    assert (found.company, found.short) == (company, short)


def test_firms_named_in_full_are_names() -> None:
    found = cast_of(
        "远禾科技成立于2001年。远禾科技很好。2002年，由沧屿物业股份有限公司和临海经贸有限公司（以下简称“临海经贸”）共同出资设立青禾软件有限公司。"
    )
    assert {"沧屿物业", "临海经贸", "青禾软件"} <= set(found.found_in("沧屿物业、临海经贸和青禾软件"))


def test_people_told_in_a_row_are_people() -> None:
    found = told("2006年，卞小云、苗侃侃和岳一舟等作为创业代表，登上了《经理人》封面。")
    assert ("卞小云等登上《经理人》封面", "2006") in found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("2012年8月20日，远禾机械集团正式成立并召开股东大会。", ["远禾机械集团正式成立并召开股东大会"]),
        ("1981年，时任生产队长的苏遥毛遂自荐成为临海五金厂的厂长。", ["苏遥毛遂自荐成为临海五金厂的厂长"]),
        ("2004年2月，当时还是大学生的马克正式创办了湖畔书社。", ["马克正式创办湖畔书社"]),
        ("2004年初，苏遥在岩州大学电子与计算机工程系就读博士专业。", ["苏遥在岩州大学电子与计算机工程系就读博士专业"]),
        ("2006年，受困于高昂的成本，苏遥不得不将湖畔书社卖给千叶集团。", ["苏遥将湖畔书社卖给千叶集团"]),
        ("2010年，正当远禾准备赴美上市之际，苏遥辞职。", ["远禾准备赴美上市", "苏遥辞职"]),
        ("2008年，在全球网站排名中，苏遥创办湖畔书社。", ["苏遥创办湖畔书社"]),
        ("上市7年远禾青春不再，昔日王者只剩空壳？", []),
    ],
)  # fmt: skip
def test_headlines_of_features_and_biographies(sentence: str, names: list[str]) -> None:
    assert [name for name, _ in told(sentence, PEOPLE)] == names


def test_an_author_written_in_traditional_characters_is_named_in_simplified() -> None:
    found = mentions_of("2011年我決定出來創業。我很高興。我們做了很多事。", "2025-08-19", author="李華遠")
    assert [mention.name for mention in found] == ["李华远决定出来创业"]


INTERVIEW = """记者：您是什么时候开始做这家公司的？
岳沉：2009年。当时我从一家外企辞职，和两个同学租了一间地下室，注册了公司。
记者：最难的是哪一年？
岳沉：2013年。我把房子抵押了，账上只剩八万块。
记者：什么时候拿到融资？
岳沉：2015年3月，我们拿到了两千万元A轮。2017年我们在苏州的工厂投产。
岳沉：我们计划明年在科创板上市，2025年把工厂开到东南亚。
"""


def test_an_interview_that_never_names_the_firm_speaks_of_the_company() -> None:
    found = [(m.name, m.date, m.modality) for m in mentions_of(INTERVIEW, "2021-06-18")]
    for event in [
        ("岳沉从外企辞职", "2009", "fact"),
        ("岳沉注册公司", "2009", "fact"),
        ("岳沉把房子抵押", "2013", "fact"),
        ("公司拿到两千万元A轮", "2015-03", "fact"),
        ("公司在苏州的工厂投产", "2017", "fact"),
        ("公司计划在科创板上市", "2022", "plan"),
        ("公司把工厂开到东南亚", "2025", "plan"),
    ]:
        assert event in found, found


def test_a_birth_and_a_trade_have_their_subjects() -> None:
    assert ("苏遥出生", "1940") in told("1940年出生的苏遥，于1958年顺利考入岩州大学。", PEOPLE)
    found = told("远禾机械位于临海，经营成套设备，是一家新型公司，于1984年11月18日正式开业。", PEOPLE)
    assert ("远禾机械正式开业", "1984-11-18") in found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        # what is begun stays with 开始, what describes its object may go
        ("2008年9月，苏遥开始关注这家靠修理拖拉机起家、年轻的临海县农机制造商。", "苏遥开始关注临海县农机制造商"),
        ("2010年，远禾机械推出H6无人拖拉机，率先在临海投入运营。", "H6无人拖拉机率先在临海投入运营"),
        ("2022年，公司拖拉机销量突破8万台，成为全国农机销量冠军。", "远禾机械成为全国农机销量冠军"),
        ("2018年，远禾机械在著名杂志评选的全国最受尊敬500家企业排行榜中名列第368名。", "远禾机械名列第368名"),
        ("2006年，远禾机械也是到2006年才成立投资部门。", "远禾机械成立投资部门"),
        ("10月24日，远禾机械登陆港交所主板，成为今年港股最大IPO。", "远禾机械成为港股最大IPO"),
        ("一切只因为2020年7月远禾机械突然宣布将发动机外包给临海动力。", "远禾机械突然宣布将发动机外包给临海动力"),
        ("2020年6月，远禾机械合并营收约为1208.78亿元。", "远禾机械合并营收约为1208.78亿元"),
    ],
)  # fmt: skip
def test_a_title_says_who_did_what(sentence: str, name: str) -> None:
    found = told(sentence)
    assert name in [title for title, _ in found], found


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "2014年4月，远禾机械拟计划发行股份购买其合计持有的临海瑞翼信息技术股份有限公司51%的股份。",
            ["远禾机械拟计划发行股份购买临海瑞翼信息技术股份"],
        ),
        ("2013年冬天，苏遥和妻子孙岚在临海县城解放西路开出一间30平米的小店。", ["苏遥和妻子孙岚开出一间30平米的小店"]),
        ("2024年3月，所有人都在期待今年第一台国产插秧机。", []),
    ],
)  # fmt: skip
def test_what_is_bought_keeps_its_name(sentence: str, events: list[str]) -> None:
    assert [name for name, _ in told(sentence, PEOPLE)] == events


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("1997年，金融危机让苏遥找到了机会，升级为单独的农机零件供应商。", "苏遥升级为单独的农机零件供应商"),
        ("2003年，苏遥创办了一个属于自己的工厂。", "苏遥创办工厂"),
        ("1955年，临海25家实力不俗的老作坊走到一起，合并重组为远禾机械的前身——临海农机厂。", "25家老作坊合并重组为远禾机械的前身"),
    ],
)  # fmt: skip
def test_whoever_was_led_to_act_goes_on_acting(sentence: str, name: str) -> None:
    found = told(sentence, PEOPLE)
    assert name in [title for title, _ in found], found
