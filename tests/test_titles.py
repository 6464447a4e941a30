"""Titles of events as an analyst would print them: whole, of the right subject, nothing left hanging. All is invented."""

from __future__ import annotations

import pytest

from tests.fixtures.telling import mentions_of
from timeline.extract.headlines.wellformed import english_fault

HARBOR = "Harbor Lane Works was founded in 1998. Harbor Lane Works makes boats. "


def english_titles(sentence: str, before: str = HARBOR) -> list[str]:
    found = mentions_of(before + sentence, "2024-06-30")
    return [mention.name for mention in found if mention.start >= len(before)]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # cut before what is said, or with a tail that only reports
        (
            "Harbor Lane Works, Inc. today announced that Ann Maria Bergqvist has been appointed Chief Financial Officer, effective March 16, 2024.",
            "Ann Maria Bergqvist has been appointed Chief Financial Officer",
        ),
        ("Harbor Lane Works said it expects to build 40 ferries for its northern customers in 2025.", "Harbor Lane Works expects to build 40 ferries"),
        ('"Harbor Lane Works opened two more shipyards in 2023," Linden Research said.', "Harbor Lane Works opened two more shipyards"),
        ("Harbor Lane Works was on track in 2023 to generate about 3.5 million crowns of annual savings from the closure of yards.", "Harbor Lane Works was on track to generate about 3.5 million crowns"),
        ("Cash flow was negative $5.7 million in 2023, bringing cash flow for the trailing twelve months to $94.7 million.", "Cash flow was negative $5.7 million"),
        # who acts: whoever the sentence says, in the number that the name has
        ("In 2006 they were ranked 39th among boat builders.", "Harbor Lane Works was ranked 39th among boat builders"),
        ("The Tidewater chain opened its first shop in 1999 and went public in 2003.", "The Tidewater chain went public"),
        ("I first moved to the harbor in 2000.", "The author first moved to the harbor"),
        ("Changes in the tax law in 2017 resulted in a $375 million charge in its books, leading to a $326.5 million net loss from a net income.", "Changes in the tax law resulted in a $375 million charge"),
        ("Harbor Lane Works made a profit of $2.86 a share for 2018.", "Harbor Lane Works made a profit of $2.86 a share"),
        ("Founded in Ulm in 1894 by Ann Lee, the Linden company was first known for its oars.", "The Linden company was founded in Ulm by Ann Lee"),
        ("In 1994 Harbor Lane Works sells its sail, rope, and packaging unit.", "Harbor Lane Works sells its sail, rope, and packaging unit"),
        ("In 1985, Harbor Lane Works acquired Aerospace and Strategic Metals Group in Newport Beach, California for 415 million from Sprat.", "Harbor Lane Works acquired Aerospace and Strategic Metals Group"),
        ("Another famous northern boat builder, Ann Lee, bought the yard in 1990.", "Ann Lee bought the yard"),
        ("Sprat Ferries, based in Linden, Vermont, was launched in 1973.", "Sprat Ferries was launched"),
        ("It was in 2003 that the yard was founded as Special Ropes.", "The yard was founded as Special Ropes"),
        # no lead, and no second sentence
        ("Following this news, Harbor Lane Works sold its two northern yards on May 9, 2020.", "Harbor Lane Works sold its two northern yards"),
        ("That July 2011 they announced a contract worth up to $250 million.", "Harbor Lane Works announced a contract worth up to $250 million"),
        ("Harbor Lane Works was listed in a June 2013 IPO. In 2014, the company opened a yard.", "Harbor Lane Works was listed in an IPO"),
        ("In 2010 Harbor Lane Works launched a boat called Sprat, which it will abandon in 2026.", "Harbor Lane Works will abandon Sprat"),
    ],
)  # fmt: skip
def test_an_english_title_is_whole(sentence: str, title: str) -> None:
    assert title in english_titles(sentence)


SPRAT = "Sprat Ferries\n\nSprat Ferries makes rafts. Ann Lee founded Sprat Ferries in 1960. By 1970 the carrier filed for bankruptcy.\n"


def test_a_heading_s_firm_is_the_firm_of_its_passage() -> None:
    text = f"Boat Builders\n\n{HARBOR}Harbor Lane Works builds rafts.\n\n{SPRAT}"
    assert [mention.name for mention in mentions_of(text, "2024-06-30")] == [
        "Harbor Lane Works was founded",
        "Ann Lee founded Sprat Ferries",
        "Sprat Ferries filed for bankruptcy",
    ]


def test_a_word_that_opens_sentences_is_no_company() -> None:
    text = "Sales rose in 2019. Earlier the yard closed in 2001. Earlier this month, the board named a chief. Earlier in 2023 a rival was sold."
    assert [name for name in english_titles(text, "") if "Earlier" in name] == []


@pytest.mark.parametrize(
    "title",
    [
        "Ann Bergqvist has been",
        "Sprat Ferries and Linden are preparing",
        "The tax law disappointed owners by not raising",
        "Sales are seen to grow between 1 percent",
        "If the yard counts 31 boats",
        "Which it will abandon",
        "Harbor Lane Works became the first company",
        "Harbor Lane Works raised funds from",
        "Harbor Lane Works was listed. In 2014 it grew",
        "“Harbor Lane Works sold boats",
        "The chief of the northern yard",
    ],
)
def test_what_no_english_title_may_be(title: str) -> None:
    assert english_fault(title)


@pytest.mark.parametrize(
    "title",
    [
        "Harbor Lane Works was listed",
        "J. Kenneth Linden III was named president",
        "Harbor Lane Works opened its first yard",
        "Revenue rose 8% to $601.4 million",
        "Acquisitions continued",
    ],
)
def test_what_may_be_printed_is_left_alone(title: str) -> None:
    assert english_fault(title) == ""


STORY = "远禾机械成立于1998年。远禾机械做农机，远禾机械宣布过很多消息。苏遥是总经理。苏遥说过。苏遥表示。\n"


def titles(sentence: str, before: str = STORY, published: str = "2024-06-30") -> list[str]:
    found = mentions_of(before + sentence, published)
    return [mention.name for mention in found if mention.start >= len(before)]


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        # the subject is told before, or whose figure it is
        ("2010年，彼时刚刚完成改制的禾岫率先将目光投向海外，选择来到越南建设首家工厂。", "禾岫选择来到越南建设首家工厂"),
        ("2021年，远禾机械经调整净亏损为3.97亿元，2022年收窄至1.85亿元。", "远禾机械经调整净亏损收窄至1.85亿元"),
        ("資本額從初期的13.7億元，2022年高達259億元。", "资本额高达259亿元"),
        ("2019年全财年收入67.3亿元。", "远禾机械全财年收入67.3亿元"),
        # who acts is no measure, no reporter, no firm where only a person can
        ("2021年10月15日，记者在远禾机械的工厂里了解到，2021年出口保持增长。", "远禾机械出口保持增长"),
        ("有传禾岫银行已于2022年通过上市聆讯。", "禾岫银行通过上市聆讯"),
        ("2008年金融危機，不少公司倒閉。", "不少公司倒闭"),
        # what is said stays whole: the object, the verb, the bound
        ("苏清和于1936年9月12日出生于临海县。", "苏清和出生于临海县"),
        ("远禾机械在2004年和2005年的业绩不断攀登新高。", "远禾机械业绩攀登新高"),
        ("远禾机械与鼎岫资本于2017年筹建规模为30亿元人民币的农业机械专项投资基金。", "远禾机械与鼎岫资本筹建农业机械专项投资基金"),
        ("2000年，苏遥邀请我担任远禾机械董事。", "苏遥邀请我担任远禾机械董事"),
        ("远禾机械的股价从2008年的8港元上涨到2009年9月28日收盘价的61.85港元。", "远禾机械的股价上涨到收盘价的61.85港元"),
        ("毛利率方面，第四季有所優化，2022年毛利率略微上升。", "远禾机械毛利率略微上升"),
        ("2022年，临海县暂无公司通过聆讯。", "临海县暂无公司通过聆讯"),
        ("2012年，苏遥长期从事公司史研究。", "苏遥长期从事公司史研究"),
        ("宏岫食品廠成立於1986年，後於2007年更名為宏岫食品廠。", "宏岫食品厂前身更名为宏岫食品厂"),
        # how often is no subject; 企业 with a figure is the firm; what was opened is renamed, not its founder
        ("远禾机械曾于2021年3月、2021年10月，3次向临海交易所递交上市申请。", "远禾机械3次向临海交易所递交上市申请"),
        ("2012年，企业年产值突破百亿元大关。", "远禾机械年产值突破百亿元大关"),
        ("1840年，袁岫开设“禾德源”药号，后改名为“禾济堂”。", "“禾德源”改名为“禾济堂”"),
        # a long quotation is shortened, and no more than needed
        ("1953年2月，三家私营酿酒作坊全部合并到“临海省专卖事业管理局仁禾岫酒厂”。", "三家私营酿酒作坊合并到“临海省专卖事业管理局…”"),
        ("2002年8月，禾岫资本收购临海川讯70%股份及收购额外15.7%股份的选择权。", "禾岫资本收购临海川讯70%股份"),
        ("2021年6月，远禾集团等七家重整企业经审核与调查的负债共计1578.34亿元。", "远禾集团等七家重整企业负债共计1578.34亿元"),
        ("1989年，“临海科学院计算技术研究所新技术发展公司”正式更名为“临海禾岫计算机集团公司”。", "“临海科学院计…”正式更名为“临海禾岫计算…”"),
        # of all that may go the cheapest goes: the form before the partner, the kind before the name, no thing's only mark
        ("2018年底，临海县经济建设投资有限公司与云岫航空集团有限公司签订中禾航空有限公司股权收购协议。", "临海县经济建设投资签订中禾航空股权收购协议"),
        ("2006年底，远禾机械与通用电气金融航空服务公司GEFAS签署协议。", "远禾机械与GEFAS签署协议"),
        ("1999年，远禾机械成为临海县第一家在卢森堡证券交易所上市的农机公司。", "远禾机械成为临海县第一家在卢森堡证券交易所上市的农机公司"),
        ("2000年3月13日，临海三川物业股份有限公司和临海金岫经贸有限公司共同出资设立临海金禾软件有限公司。", "临海三川物业等出资设立临海金禾软件有限公司"),
        # a negation keeps its verb, a judgement whom it is on, a stretch what it describes
        ("2012年4月，远禾机械没能在香港上市。", "远禾机械没能在香港上市"),
        ("2010年4月9日，临海县人民法院宣布了对他的判决。", "临海县人民法院宣布对苏遥的判决"),
        ("去年，苏遥把他苦心经营了四年多的工厂卖给了云岫集团。", "苏遥把苦心经营的工厂卖给云岫集团"),
        # a phrase is no title; what the date described is
        ("2009年迈入第30年的禾岫实业。", "禾岫实业迈入第30年"),
        ("2012年完成改制的禾岫业绩抢眼。", "禾岫业绩抢眼"),
    ],
)  # fmt: skip
def test_a_title_is_whole_and_of_the_right_subject(sentence: str, title: str) -> None:
    assert title in titles(sentence), titles(sentence)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the firm that stands alone at the head of an entry is what the entry is about
        ("1、远禾机械。远禾机械做农机，远禾机械宣布过消息。\n2、临川岫讯。成立于2000年3月7日，主要做广告。\n以上临川岫讯与远禾机械都在临海。", "临川岫讯成立"),
        ("远禾机械做农机。远禾机械宣布过消息。\n（2）荣岫烧坊：\n2001年1月在临海注册成立。\n后来荣岫烧坊还在。", "荣岫烧坊在临海注册成立"),
        # what stands at the head of an entry and is no name owns nothing
        (STORY + "2、主营业务。\n2001年收购临川铁厂。", "远禾机械收购临川铁厂"),
        # a sentence without a subject goes on about whom its paragraph named last
        ("岫川配件厂在临海。1980年岫川配件厂扩建。产品种类逐渐增加。1993年登陆临海证券交易所。", "岫川配件厂登陆临海证券交易所"),
        # a name that no dictionary has is whole, also where it begins with a conjunction or is described
        ("和岫洋行是老商行。1954年，和岫洋行收购临川商行。和岫洋行宣布过消息。和岫洋行成立于1900年。", "和岫洋行收购临川商行"),
        ("1990年，刚满30岁的陆廷岫辞职，接手了一家亏损的小厂。陆廷岫千方百计找到专家。在陆廷岫理念的引导下，厂子好了。", "陆廷岫接手亏损的小厂"),
        ("1990年，身兼议员的远川洋行大班艾伦凯瑟岫提出立法管制。", "远川洋行大班艾伦凯瑟岫提出立法管制"),
        # how something is done is no part of who does it
        (STORY + "远禾机械近年积极买地，2020年1月22日公告完成新厂营建工程。", "远禾机械公告完成新厂营建工程"),
    ],
)  # fmt: skip
def test_a_passage_has_its_own_firm(text: str, title: str) -> None:
    found = [mention.name for mention in mentions_of(text, "2024-06-30")]
    assert title in found, found


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # who somebody is, where the text tells it in full only once
        ("远禾集团创始人许辉煌先生因病与世长辞。许辉煌1953年出生在临海。1997年，他坚持不裁员。", "许辉煌坚持不裁员"),
        ("遠禾集團創始人許輝煌先生因病與世長辭。80年代又轉行做拉鏈，1985年創辦了遠禾公司。", "许辉煌创办远禾公司"),
        ("游和岭，2006年临海大学毕业生，2007年开始创业。2008年他在老街新开了一家店。", "游和岭在老街新开店"),
        ("人群里走来一位小伙，他就是打拼七年的袁岫。2008年，他买了一间店面。", "袁岫买店面"),
        ("近日，远禾集团发布公告，2022年2月，宣布曾望洪先生辞去公司董事长职务。远禾集团很稳。", "远禾宣布曾望洪先生辞去远禾董事长职务"),
        # what the firm is called: not what is done to it, nor where somebody worked
        ("此外，集团在2020年完成了对临川机电的收购，更名临海市禾岫汽车有限公司。禾岫汽车很忙。禾岫汽车很大。禾岫汽车说过。禾岫汽车集团很大。", "禾岫汽车完成对临川机电的收购"),
        ("展望第四季，罗美岫表示，目前需求稳定，滑鼠产品应可成长，滑鼠产品市场不变。整体来看，预计2022年营收略减。滑鼠产品毛利率不低。", "预计营收略减"),
        ("他来自岭口镇。岭口的人不少，岭口公社不大。1977年，大家来到福建。岭口的工厂不多。1978年创办了一家工厂。岭口品牌不少，岭口产品也多。", "创办工厂"),
        # whose figure it is, in a text that is about no firm by its shape
        ("1949年，远禾县工业产值仅有2106万元；1978年，工业产值为51036万元，占社会总产值的39.2%。", "工业产值占社会总产值的39.2%"),
        ("临川云仓已经3年没拿到新融资了，2017年2月A轮融资3亿美元。", "临川云仓A轮融资3亿美元"),
        # whoever decides, and who is named after what the date says of it
        ("远禾机械成立于1998年。远禾机械宣布过。远禾机械董事会于2023年1月8日通过了议案，同意云岫与禾川签署增资协议。", "远禾机械董事会同意云岫与禾川签署增资协议"),
        # who is one of several; whoever comes from afar; what was sold, and renamed; 算起 tells no step
        ("2017年，乡亲韩播岭先生不远万里，专程将契约文书捐赠给远禾酒厂。", "韩播岭将契约文书捐赠给远禾酒厂"),
        ("1941年，苏秉衡把“远禾烧坊”卖给林永，更名为“恒禾烧坊”。", "“远禾烧坊”更名为“恒禾烧坊”"),
        # a person whom an age or a name told once presents; what only a firm can become; nobody known
        ("而当时年仅22岁的王岫就已投身快递。公司不多。1993年，王岫在临海注册了一家快递公司。王岫公司的车很多，王岫公司很大。", "王岫在临海注册快递公司"),
        ("他叫张士岭,远禾创业集团创始人。1978年,他卖掉了三台机器。", "张士岭卖掉三台机器"),
        ("1987年，他承包了临海县校办企业经销部。", "承包临海县校办企业经销部"),
        # a dateline acts not; who does it together, who was named second; a name with 其 in it
        ("云海社北京5月10日电（记者王一）云岫集团2023年5月9日在港交所上市。", "云岫集团在港交所上市"),
        ("云海时报e公司讯，5月9日，云岫集团与远禾集团签署协议。2024年3月，双方成立合资公司。", "云岫集团与远禾集团成立合资公司"),
        ("2020年8月，云岫宣布收购临川速运，后者于2023年完成退市。", "临川速运完成退市"),
        ("1983年初，秦其岚被任命为临海电声厂副厂长。", "秦其岚被任命为临海电声厂副厂长"),
        ("2000年，56岁的临海大学教授冯裕岭退休后，四处借了200多万元。教授冯裕岭说过。", "冯裕岭四处借200多万元"),
        ("远禾机械成立于1998年。远禾机械宣布过。2009年完工投产的临海友华，员工很多。", "临海友华完工投产"),
    ],
)  # fmt: skip
def test_whose_an_event_is(text: str, title: str) -> None:
    found = [mention.name for mention in mentions_of(text, "2024-06-30")]
    assert title in found, found


def test_a_title_names_the_firm_whose_story_it_tells() -> None:
    text = "多次拒绝投资的顺禾，在2013年接受了入股。顺禾前身是临海市华岫恒业国际运输有限公司（以下简称华岫运输）。华岫运输的车很多，华岫运输说过。2015年，公司在临海上市。顺禾速运很大。"
    found = [mention.name for mention in mentions_of(text, "2024-06-30", title="顺禾IPO案例")]
    assert "顺禾在临海上市" in found, found


@pytest.mark.parametrize(
    "sentence",
    [
        "1936年9月12日，苏遥出生于。",
        "公司于2月6日晚间公告显示。",
        "2021年，记者在工厂里了解到，远禾机械上市。",
        "据悉，预期最快2022年12月才会有结果。",
        "2021年底，受市场影响。",
        "新中国成立后的第一个元旦。",
        "上世纪原本是一片甘蔗田的临海园区。",
    ],
)
def test_no_title_hangs(sentence: str) -> None:
    for title in titles(sentence):
        assert not title.endswith(
            ("于", "显示", "了解到", "有", "影响", "的", "和", "在", "第一个", "园区")
        ), title
