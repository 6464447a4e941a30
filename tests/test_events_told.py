"""How other kinds of text tell events: histories, prospectuses, memoirs, features. Every firm is invented."""

from __future__ import annotations

import pytest

from tests.test_mentions import mentions_of
from timeline import documents
from timeline.extract.entities import Cast, find_cast
from timeline.model import Mention
from timeline.text import view
from timeline.unify import unify

STORY = "远禾机械成立于1998年。远禾机械做农机，远禾机械宣布过很多消息。"


def told(sentence: str, before: str = STORY, published: str = "2024-06-30") -> list[tuple[str, str]]:
    """(headline, date) of the events of a sentence that stands after a story about 远禾机械."""
    found = mentions_of(before + sentence, published)
    return [(mention.name, mention.date) for mention in found if mention.start >= len(before)]


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        (
            "公司成立于1998年并于2010年3月在港交所上市。",
            [("远禾机械成立", "1998"), ("远禾机械在港交所上市", "2010-03")],
        ),
        ("2005年8月12日，苏遥任总经理。", [("苏遥任总经理", "2005-08-12")]),
        ("2009年，公司在临海县城开出了自己的第一家门店。", [("远禾机械在临海县城开出第一家门店", "2009")]),
        ("2003年，经过多年的摸索和积累，公司研制出首台插秧机。", [("远禾机械研制出首台插秧机", "2003")]),
        ("2006年5月经省政府批准，远禾机械改名为远禾重工。", [("远禾机械改名为远禾重工", "2006-05")]),
        ("2012年受行业产能过剩影响，公司亏损2.9亿元。", [("远禾机械亏损2.9亿元", "2012")]),
        ("公司发动价格战的日期是2007年7月27日。", [("远禾机械发动价格战", "2007-07-27")]),
        ("2008年2月28日，远禾机械在临海举办10周年庆典。", [("远禾机械在临海举办10周年庆典", "2008-02-28")]),
        ("2001年，通过技改扩建，生产规模从1万台提高到4万台。", [("远禾机械生产规模从1万台提高到4万台", "2001")]),
        ("2005年7月，苏遥辞去总裁职务，交由蔡行之接任。", [("蔡行之接任", "2005-07")]),
        ("2021年，公司仅用14天便研制出检测试剂盒。", [("远禾机械研制出检测试剂盒", "2021")]),
        ("2021年，公司只用了三个月就建成了第二座工厂。", [("远禾机械建成第二座工厂", "2021")]),
        ("2021年，公司用时18个月建成第二工厂。", [("远禾机械建成第二工厂", "2021")]),
        ("2023年，公司营收下降至38亿元，同比下降45%，并裁员约15%。", [("远禾机械裁员约15%", "2023")]),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_step_is_not_the_step(sentence: str, events: list[tuple[str, str]]) -> None:
    found = told(sentence)
    assert [event for event in events if event not in found] == [], found


PEOPLE = STORY + "苏遥是总经理。苏遥说过。苏遥表示。"


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


@pytest.mark.parametrize(
    "sentence",
    [
        "2003年，公司提出了四个要求。",
        "2006年，公司发生了两件大事。",
        "2005年，苏遥仍然担任董事长。",
        "2007年7月27日，正好是远禾机械上市的第二天。",
        "2004年，他们开始意识到自身在运营方面的不足。",
        "2019年5月，总裁苏遥表示。",
        "2019年，可以把门牌号还给房东了。",
    ],
)
def test_lists_states_and_words_alone_are_no_events(sentence: str) -> None:
    assert told(sentence) == []


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


def test_a_denied_rumour_in_english_is_no_fact() -> None:
    text = (
        "Harbor Foods was founded in 2001. In May 2023 Harbor Foods reportedly acquired Lakeside Dairy. "
        "Harbor Foods opened a second plant in May 2022."
    )
    told = {mention.date: mention.modality for mention in mentions_of(text)}
    assert (told["2023-05"], told["2022-05"]) == ("hypothetical", "fact")


def test_the_day_on_which_an_english_quotation_was_spoken_dates_nothing() -> None:
    text = (
        "Harbor Foods was founded in 2001. Harbor Foods said on Monday that it had opened a plant in Leeds. "
        "“We acquired three dairies,” its chief Ann Lee said on Tuesday."
    )
    assert [mention.date for mention in mentions_of(text)] == ["2001", "2024-06-24"]


def test_english_says_what_happened_rather_than_when() -> None:
    text = (
        "Harbor Foods was founded in 1991. Harbor Foods makes jam. For example, Harbor Foods introduced a pear jam in 1994. "
        "After the discovery of a new yeast in 1996, Harbor Foods opened a bakery. "
        "Lakeside Dairy, which was acquired by Northwind in 1999, is now the largest dairy."
    )
    names = {mention.name for mention in mentions_of(text)}
    assert {
        "Harbor Foods introduced a pear jam",
        "Harbor Foods opened a bakery",
        "Lakeside Dairy was acquired by Northwind",
    } <= names


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


def of_document(name: str, text: str) -> list[Mention]:
    import dataclasses

    return [dataclasses.replace(mention, doc_id=name) for mention in mentions_of(text)]


def test_the_same_words_about_two_firms_stay_two_events() -> None:
    text = (
        "X成立于2010年。X2015年3月上市。2018年6月，公司完成2亿元A轮融资。2020年，新冠疫情爆发。"
        "2021年8月，全球首发的旗舰产品正式亮相，现场座无虚席，引来数百名记者围观。X2022年推出新一代产品。"
    )
    mentions = of_document("a", text.replace("X", "远禾机械")) + of_document(
        "b", text.replace("X", "沧屿科技")
    )
    shared = {
        event.name for event in unify(mentions, []) if len({mention.doc_id for mention in event.mentions}) > 1
    }
    assert shared == {"新冠疫情爆发"}


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("1996年春，国家总局启动“金农工程”，远禾业务陷入绝境。", [("远禾业务陷入绝境", "1996-21")]),
        ("2002年7月，远禾10周年庆典，同时宣布招聘300名工程师。", [("远禾10周年庆典，宣布招聘300名工程师", "2002-07")]),
        ("1995年1月，成功开发计算机自动计税系统。", [("远禾机械成功开发计算机自动计税系统", "1995-01")]),
        ("2008年，在没有订单的情况下，公司开工建设第二工厂。", [("远禾机械开工建设第二工厂", "2008")]),
        ("2010年4月，公司登上《农机月刊》封面（见2006年第5期）。", [("远禾机械登上《农机月刊》封面", "2010-04")]),
        ("1999年，苏遥赴东南亚考察，再加上认识几位到越南设厂的同行，便决定在越南设厂。", [("苏遥赴东南亚考察", "1999"), ("苏遥决定在越南设厂", "1999")]),
        ("2014年6月，远禾机械上市。湖畔农机获得1.2亿美元B轮融资。", [("湖畔农机获得1.2亿美元B轮融资", "2014-06")]),
        ("1939年成立“岩石铁工所”。", [("远禾机械成立“岩石铁工所”", "1939")]),
    ],
)  # fmt: skip
def test_steps_in_unfamiliar_words_are_found(sentence: str, events: list[tuple[str, str]]) -> None:
    found = told(sentence, PEOPLE)
    assert [event for event in events if event not in found] == [], found


@pytest.mark.parametrize(
    "sentence",
    [
        "苏遥的故事始于2014年。",
        "“要不是10年前看到你们的故事，我已放弃创业。”",
        "2011年年初还没毕业的时候，雨下得很大。",
        "2015年10月，苏遥希望能设立研发中心，吸引更多投资。",
        "2015年，以钢铁、金属制品等传统产业为主。",
        "2015年上半年，有助于提高产业竞争力。",
    ],
)
def test_wishes_conditions_and_descriptions_are_no_events(sentence: str) -> None:
    assert told(sentence, PEOPLE) == []


def test_people_told_in_a_row_are_people() -> None:
    found = told("2006年，卞小云、苗侃侃和岳一舟等作为创业代表，登上了《经理人》封面。")
    assert ("卞小云等登上《经理人》封面", "2006") in found


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("SHENZHEN, June 5 /Newswire/ -- Harbor Tea, Inc. (Nasdaq: HRBR) announced today the closing of its purchase of Oak Street Foods, a maker of snacks in the far north.", ("Harbor Tea announced the closing of its purchase", "2024-06-30")),
        ("In 2006, two private equity groups, Sand Capital and the Ridge Group, purchased the company for $6 billion.", ("Sand Capital and the Ridge Group purchased Harbor Tea", "2006")),
        ("In 1994, Harbor Tea acquired the Treasure Mills chain. It also acquired Oak Street Foods.", ("Harbor Tea acquired Oak Street Foods", "1994")),
        ("In 1996, sales were $1.24 billion and the company opened its 450th shop.", ("Harbor Tea opened its 450th shop", "1996")),
        ("In 1984, Harbor Tea was first publicly traded.", ("Harbor Tea was first publicly traded", "1984")),
    ],
)  # fmt: skip
def test_english_releases_and_histories(sentence: str, events: tuple[str, str]) -> None:
    before = "Harbor Tea was founded in 1990. Harbor Tea sells tea. Harbor Tea has shops.\n"
    found = [(mention.name, mention.date) for mention in mentions_of(before + sentence, "2024-06-30")]
    assert events in found


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


def test_what_is_being_prepared_is_a_plan_and_an_inferred_date_makes_none() -> None:
    prepared = mentions_of(PEOPLE + "2010年，正当远禾准备赴美上市之际，苏遥辞职。", "2024-06-30")
    assert [m.modality for m in prepared if "准备" in m.name] == ["plan"]
    undated = mentions_of(PEOPLE + "2012年3月12日，远禾上市。同年8月20日，远禾集团正式成立。", "")
    assert {m.modality for m in undated} == {"fact"}


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("国务院一纸《关于改革农业机械审评审批制度的若干意见》于2015年悄然发布。", [("国务院一纸《关于改革农业机械审评审…》悄然发布", "2015")]),
        ("2013年又新开了10余家门店。", [("远禾机械新开10余家门店", "2013")]),
        ("2020年3月，湖畔科学以49亿美元的价格，收购了Forty Seven公司。", [("湖畔科学收购Forty Seven公司", "2020-03")]),
        ("2015年，远禾机械与岩石重工达成一项总额2亿美元的自动驾驶系统技术合作。", [("远禾机械与岩石重工达成自动驾驶系统技术合作", "2015")]),
        ("转折发生在2018年4月。岩州交易所推出“18A”上市规则。", [("岩州交易所推出“18A”上市规则", "2018-04")]),
        ("2008年，金融危机爆发。有鉴于此，苏遥也决定引入外部投资者。", [("苏遥决定引入外部投资者", "2008")]),
    ],
)  # fmt: skip
def test_news_of_firms_and_offices(sentence: str, events: list[tuple[str, str]]) -> None:
    found = told(sentence, PEOPLE)
    assert [event for event in events if event not in found] == [], found


@pytest.mark.parametrize(
    "sentence",
    [
        "据称苏遥让助理在一个月内四次给对方打电话。",
        "2007年苏遥辞职，在此之前国内没有云的概念。",
        "2020年3月，远禾机械收购湖畔农机，后者是一家研究插秧机的企业。",
    ],
)
def test_what_lies_elsewhere_or_only_describes_is_left_out(sentence: str) -> None:
    assert not [
        name for name, _ in told(sentence, PEOPLE) if "电话" in name or "概念" in name or "研究" in name
    ]


def test_a_report_that_never_names_its_company_says_the_company() -> None:
    text = (
        "On April 4, 2014, the Company completed the IPO in which the Company issued 4,000,000 shares of common stock. "
        "On October 9, 2013, the Company acquired Quillon, a leading provider of mobile platforms.\n"
        "In July 2006, we completed a private placement of $25.0 million."
    )
    found = [(mention.name, mention.date) for mention in mentions_of(text, "2014-06-30")]
    assert found == [
        ("The Company completed the IPO", "2014-04-04"),
        ("The Company acquired Quillon", "2013-10-09"),
        ("The company completed a private placement of $25.0 million", "2006-07"),
    ]


def test_an_author_written_in_traditional_characters_is_named_in_simplified() -> None:
    found = mentions_of("2011年我決定出來創業。我很高興。我們做了很多事。", "2025-08-19", author="李華遠")
    assert [mention.name for mention in found] == ["李华远决定出来创业"]


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


ENTRIES = """1、临泉鞋店——卞云，1853年开设。原为鞋坊徒工。
2、岩宝斋——石氏，岩州人，1672年开设。前身是“松竹居”，1894年改为“岩宝斋”。
"""


def test_an_entry_of_a_list_of_firms_speaks_of_its_own() -> None:
    found = [(mention.name, mention.date) for mention in mentions_of(ENTRIES, "2010-06-30")]
    assert ("临泉鞋店开设", "1853") in found
    assert ("岩宝斋开设", "1672") in found


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("1992年甲岩1001（首款）、1994年丙湖S1、1995年丁河GH337相继问世。", [("甲岩1001问世", "1992"), ("丙湖S1问世", "1994"), ("丁河GH337问世", "1995")]),
        ("湖水软件是一家为商家提供软件的公司，成立于2014年9月26日。湖水软件做软件。", [("湖水软件成立", "2014-09-26")]),
        ("2021年12月，“远道”开始在临海和岩州向公众提供自动驾驶插秧机试用服务。", [("“远道”开始向公众提供自动驾驶插秧机试用服务", "2021-12")]),
        ("2021年5月，公司与岩州市规划和国土资源管理局签订土地出让合约。", [("远禾机械签订土地出让合约", "2021-05")]),
        ("2023年2月9日，远禾上市，这使远禾市值达到26亿美元。", [("远禾市值达到26亿美元", "2023-02-09")]),
        ("远禾售出10万台播种机，其中8万台是2022年卖的。", [("远禾卖8万台", "2022")]),
        ("1999年，国家尚未发放牌照。湖畔农机建成首条生产线。", [("湖畔农机建成首条生产线", "1999")]),
        ("瑞岩祥始创于清同治元年（1862年）。", [("瑞岩祥始创", "1862")]),
        ("2021年10月18日，三款远禾自主打造的播种机，正式进入海外市场。", [("三款播种机正式进入海外市场", "2021-10-18")]),
    ],
)  # fmt: skip
def test_lists_of_firms_and_product_histories(sentence: str, events: list[tuple[str, str]]) -> None:
    found = told(sentence)
    assert [event for event in events if event not in found] == [], found


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


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("1958年5月5日，“湖东牌”插秧机的试制成功，揭开了农机工业的新篇章。", [("“湖东牌”插秧机试制成功", "1958-05-05")]),
        ("现年55岁的苏遥，于1992年创办了湖畔集团。", [("苏遥创办湖畔集团", "1992")]),
        ("2012年，苏遥开发出一款农机调度工具nong.im，2013年上线。", [("nong.im上线", "2013")]),
        ("1987年，临海县意外获得了“可突破当时专卖制度”的机会。", []),
        ("2008年，金融危机爆发。目前，苏遥、卞云等41人被刑拘。", [("苏遥、卞云等41人被刑拘", "2024-06-30")]),
    ],
)  # fmt: skip
def test_steps_told_as_nouns_and_subjects_before_a_comma(
    sentence: str, events: list[tuple[str, str]]
) -> None:
    found = told(sentence, PEOPLE)
    assert [event for event in events if event not in found] == [], found


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
    "sentence",
    [
        "2002年，为后续跨界造船奠定基础。",
        "1995年，凭借低成本制造和技术创新。",
        "1995年，遍地是倒腾电子元件的贸易商。",
        "2016年，他手机里存著2016年的照片。",
        "2020年3月，这在业内排得上融资规模的前十。",
    ],
)
def test_what_something_was_good_for_is_no_event(sentence: str) -> None:
    assert told(sentence) == []


def test_a_step_in_an_attribute_does_not_weigh() -> None:
    found = mentions_of(STORY + "2018年，团队把讲话放到远禾机械上市时的纪录片。", "2024-06-30")
    assert [mention.importance for mention in found if "纪录片" in mention.name] in ([], [1], [2])


def test_where_a_thing_comes_from_does_not_date_what_follows() -> None:
    found = told("1986年，远禾机械签约建厂，技术主要来自1970年代中期。建厂以后，苏遥出任董事长。", PEOPLE)
    assert ("苏遥出任董事长", "1986") in found, found


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Just two years later, in 2005, Harbor Lane Works launched its first boat.", "Harbor Lane Works launched its first boat"),
        (
            "Harbor Lane Works became the first company to produce electric boats in Norway in 2008 when it launched a ferry.",
            "Harbor Lane Works became the first company to produce electric boats",
        ),
        ("Harbor Lane Works sold 911 electric boats in 2022, an increase of 184 percent over the year before, it said.", "Harbor Lane Works sold 911 electric boats"),
        (
            "Walter Benning's Linden Holdings made a decisive $230 million investment in Harbor Lane Works in 2008, signaling confidence.",
            "Linden Holdings made a decisive $230 million investment",
        ),
    ],
)  # fmt: skip
def test_an_english_title_ends_where_a_phrase_ends(sentence: str, name: str) -> None:
    text = f"Harbor Lane Works was founded in 1998. {sentence}"
    names = [mention.name for mention in mentions_of(text, "2024-06-30")]
    assert any(one == name or (one.startswith(name) and len(one) < 75) for one in names), names
    assert not any(one.endswith(("$230", "the first company", "an increase")) for one in names), names


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("一、起步：从拖拉机到插秧机（1998–2002）\n2002年，远禾机械上市。", [("远禾机械上市", "2002")]),
        ("2024年7月10日，远禾机械发布上个月的经营情况。", [("远禾机械发布经营情况", "2024-07-10")]),
        ("2020年9月15日，正是临海县120天期限的截止日。", []),
        ("“远禾机械计划在2026年成为全国第一大农机企业，在2030年销量突破1000万台。”", [("远禾机械计划成为全国第一大农机企业", "2026"), ("远禾机械销量突破1000万台", "2030")]),
        ("远禾机械股份有限公司系于2012年10月9日由临海县远禾农业机械制造有限公司整体变更设立而来。", [("远禾机械整体变更设立", "2012-10-09")]),
        ("在1997年东南亚金融风暴中远禾机械成功地崛起。", [("远禾机械成功地崛起", "1997")]),
        ("从1999年的第103位到2002年的全国首富，苏遥只用了三年。", []),
    ],
)  # fmt: skip
def test_what_dates_and_what_names_a_step(sentence: str, events: list[tuple[str, str]]) -> None:
    assert told("\n" + sentence, PEOPLE) == events


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


def test_a_clause_with_a_day_that_nothing_resolves_takes_no_other() -> None:
    # the founder's words are of no known day
    text = STORY + "2007年8月9日，远禾机械开业。就在上个月，站在新起点的远禾机械发布了高端品牌。"
    found = mentions_of(text, "")
    assert [mention.date for mention in found if "品牌" in mention.name] in ([], ["2007-07"]), found


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
