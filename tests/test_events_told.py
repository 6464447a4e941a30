"""How other kinds of text tell events: histories, prospectuses, memoirs, features. Every firm is invented."""

from __future__ import annotations

import pytest

from tests.fixtures.telling import PEOPLE, STORY, mentions_of, told
from timeline.model import Mention
from timeline.unify import unify


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
        ("2008年2月28日，远禾机械在临海举办10周年庆典。", [("远禾机械在临海举办10周年庆典", "2008-02-28")]),
        ("2001年，通过技改扩建，生产规模从1万台提高到4万台。", [("远禾机械生产规模从1万台提高到4万台", "2001")]),
        ("2005年7月，苏遥辞去总裁职务，交由蔡行之接任。", [("交由蔡行之接任", "2005-07")]),
        ("2021年，公司仅用14天便研制出检测试剂盒。", [("远禾机械研制出检测试剂盒", "2021")]),
        ("2021年，公司只用了三个月就建成了第二座工厂。", [("远禾机械建成第二座工厂", "2021")]),
        ("2021年，公司用时18个月建成第二工厂。", [("远禾机械建成第二工厂", "2021")]),
        ("2023年，公司营收下降至38亿元，同比下降45%，并裁员约15%。", [("远禾机械裁员约15%", "2023")]),
        ("1984年和1985年，公司先后研制成功插秧机。", [("远禾机械研制成功插秧机", "1984"), ("远禾机械研制成功插秧机", "1985")]),
        ("公司定于2025年3月挂牌。", [("远禾机械将挂牌", "2025-03")]),
        ("新厂投产延到2025年3月。", [("新厂投产延期", "2025-03")]),
        ("远禾机械前身为临海农具厂，成立于1988年9月。", [("临海农具厂成立", "1988-09")]),
        ("其前身是1988年9月成立的临海农具厂。", [("临海农具厂成立", "1988-09")]),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_step_is_not_the_step(sentence: str, events: list[tuple[str, str]]) -> None:
    found = told(sentence)
    assert [event for event in events if event not in found] == [], found


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
        ("2024年5月3日，远禾机械召开股东大会。苏遥被选举为董事会新任董事长。", [("苏遥被选举为董事会新任董事长", "2024-05-03")]),
        ("2014年6月，远禾机械上市。湖畔农机获得1.2亿美元B轮融资。", [("湖畔农机获得1.2亿美元B轮融资", "2014-06")]),
        ("1939年成立“岩石铁工所”。", [("远禾机械成立“岩石铁工所”", "1939")]),
        ("恒裕纱厂创办于1911年，由周慎之集股三十万元。", [("恒裕纱厂创办", "1911")]),
        ("1913年5月，第一批纱锭一万二千枚开车。", [("第一批纱锭一万二千枚开车", "1913-05")]),
        ("1978年，全厂总产值首次过亿元。", [("全厂总产值首次过亿元", "1978")]),
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
        "那时候是1985年，街上几乎看不到汽车。",
    ],
)
def test_wishes_conditions_and_descriptions_are_no_events(sentence: str) -> None:
    assert told(sentence, PEOPLE) == []


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


@pytest.mark.parametrize(
    ("sentence", "importance"),
    [
        ("2012年，远禾机械收购海芯科技。", 3),
        ("2012年，远禾机械完成混合所有制改革。", 2),  # weak as a verb, much as a step
        ("2012年，远禾机械发布新款插秧机。", 2),  # products are put out all the time
        ("2012年，远禾机械发布首款插秧机。", 3),
        ("1983年，苏遥进入临海农机厂当采购员。", 1),  # a person's own way
        ("2012年，远禾机械进入东南亚市场。", 3),
        ("2012年，苏遥卸任远禾机械董事长。", 3),
        ("2012年，海芯科技向远禾机械供货5000台。", 2),
        ("2012年，远禾机械公告称，苏遥辞去董事长职务。", 3),  # what is announced counts
        ("2012年，远禾机械承认财务造假。", 3),
        ("2012年，远禾机械的控制权转至湖畔集团。", 3),
    ],
)
def test_how_much_a_step_matters_to_the_history_of_a_firm(sentence: str, importance: int) -> None:
    found = [m for m in mentions_of(PEOPLE + sentence) if m.start >= len(PEOPLE)]
    assert [m.importance for m in found] == [importance], [m.name for m in found]


def test_a_thing_that_is_only_named_is_no_event_nor_a_predecessors_founding_the_firms() -> None:
    assert told("2018年3月，一场持续三年的诉讼。") == []
    for was in ("的前身是", "前身为", "位于远州，前身系"):
        names = [name for name, _ in told(f"远禾机械{was}1988年9月成立的临海农具厂。")]
        assert names == ["临海农具厂成立"]


# ── within an episode ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("episode", "event"),
    [
        (
            "2012年，苏遥带团队去德国参展。他在展台上写下了第一份订单。",
            ("苏遥在展台上写下第一份订单", "2012"),
        ),
        ("2016年，苏遥在年会上讲了二十分钟。这段话引起了很多用户的共鸣。", ("引起很多用户的共鸣", "2016")),
        ("2018年，我提出在村里直播。但是同事们表达了反对意见。", ("同事们表达反对意见", "2018")),
        (
            "2020年春节前，苏遥忙着准备用户大会。最终有9位农户被选为代表，参加了这次大会。",
            ("9位农户被选为代表", "2019-12-26/2020-01-24"),
        ),
        ("2011年，远禾机械在临海召开动员大会。公司的出海战略就此开始了。", ("出海战略开始", "2011")),
        ("2012年，苏遥去德国参展。后来他也去看了三天。", ("苏遥去看了三天", "2012")),
    ],
)
def test_an_episode_lends_its_date_to_what_somebody_did_and_what_came_of_it(episode, event) -> None:
    found = told(episode, PEOPLE)
    assert any(event[0] in name and event[1] == date for name, date in found), found


@pytest.mark.parametrize(
    "aside",
    [
        "他说，他买了两大箱零件。",  # talk
        "大家计算了一下。",  # a moment's doing
        "我们得出了这样的看法。",  # a thought
        "他很快就释然了。",  # a feeling
        "我们已经进入智能时代。",  # how the world stands
        "当用户不只是用户，他们就成了公司的一部分。",  # a generic truth
        "如果写下了目标，就要做到。",  # a hypothesis
        "市场口碑决定长期销量。",
        "32岁那年，苏遥借钱办起了远禾机械。",  # of another year
    ],
)
def test_what_was_only_thought_said_or_true_anyhow_is_no_event_of_an_episode(aside: str) -> None:
    assert [name for name, _ in told("2012年，苏遥带团队去德国参展。" + aside, PEOPLE)][1:] == []


def test_an_episode_ends_where_its_date_is_far() -> None:
    between = "做农机的人都知道，土地是慢的，庄稼也是慢的。" * 20
    found = told("2012年，苏遥带团队去德国参展。" + between + "他在展台上写下了第一份订单。", PEOPLE)
    assert [name for name, _ in found][1:] == []


def test_what_a_step_put_an_end_to_went_on_until_then() -> None:
    found = told("2024年10月，远禾机械以3万台的销量，结束了湖畔农机连续9个月的销量冠军。")
    assert ("湖畔农机连续9个月的销量冠军", "2024-01/2024-09") in found


def test_a_change_that_holds_on_the_documents_date_is_told_of_it() -> None:
    assert [date for _, date in told("迄今为止，远禾机械只出现了一次产品召回。")] == ["2024-06-30"]
    assert told("今天，很多公司一开发产品就着急做推广。") == []


def test_to_enter_a_stage_is_no_new_field() -> None:
    found = [m for m in mentions_of(STORY + "2012年，远禾机械的谈判进入尾声。") if m.start > len(STORY)]
    assert [m.importance for m in found] in ([], [1])


def test_years_counted_from_a_step_date_what_comes_next_not_the_step() -> None:
    found = told("远禾机械2010年3月在深圳上市。上市5年后，公司收购海芯科技。")
    assert [date for name, date in found if "上市" in name] == ["2010-03"]
    assert ("远禾机械收购海芯科技", "2015") in found
