"""Observations: what each number of an invented report measures, of whom, when, and how it changes."""

from __future__ import annotations

import pytest

from tests.fixtures.growth import calls
from tests.fixtures.observed import observe
from timeline import labels, quantities
from timeline.extract.measures.observations import find_observations
from timeline.model import Document, Observation
from timeline.text import view

REPORT = """岚图里程科技有限公司2023年年度报告

2023年，岚图里程实现营业收入152.6亿元，同比增长38.4%；归母净利润9.82亿元；综合毛利率为21.3%，较上年提升3.2个百分点。研发投入达18.5亿元。
截至2023年12月31日，岚图里程员工总数为6,842人，其中研发人员2,310人，占比33.8%。
2023年6月，岚图里程完成C轮融资，募集资金15亿美元，投后估值超过90亿美元。
岚图里程在全国拥有312家直营门店，覆盖108个城市。岚图里程现有用户约120万。
据行业数据，2023年中国新能源汽车销量949.5万辆，渗透率达到31.6%。
岚图里程计划2026年投入200亿元，销量目标为40万辆，力争进入新能源汽车销量前五。
2021年至2023年，岚图里程研发投入分别为6.1亿元、11.9亿元和18.5亿元。
岚图里程的动力电池成本下降了80%，门店从1家增长到260家。799元的充电盒卖出3万个，四分之一的员工来自海外。
"""


# words | about | property | date | change
TOLD = """
152.6亿元 | 岚图里程 | revenue | 2023 | none
38.4% | 岚图里程 | revenue_growth | 2023 | increase
9.82亿元 | 岚图里程 | net_profit | 2023 | none
21.3% | 岚图里程 | gross_margin | 2023 | none
3.2个百分点 | 岚图里程 | gross_margin_change | 2023 | increase
18.5亿元 | 岚图里程 | rd_spending | 2023 | none
6,842人 | 岚图里程 | headcount | 2023-12-31 | none
2,310人 | 岚图里程 | rd_headcount | 2023-12-31 | none
33.8% | 岚图里程 | share_of_total | 2023-12-31 | none
15亿美元 | 岚图里程 | financing | 2023-06 | none
超过90亿美元 | 岚图里程 | valuation | 2023-06 | none
312家 | 岚图里程 | stores | 2023-06 | none
108个 | 岚图里程 | cities | 2023-06 | none
约120万 | 岚图里程 | users | 2024-11-20 | none
949.5万辆 | 中国新能源汽车 | sales_volume | 2023 | none
31.6% | 中国新能源汽车 | penetration | 2023 | none
200亿元 | 岚图里程 | investment | 2026 | none
40万辆 | 岚图里程 | sales_volume | 2026 | none
前五 | 新能源汽车 | sales_volume_rank | 2026 | none
6.1亿元 | 岚图里程 | rd_spending | 2021 | none
11.9亿元 | 岚图里程 | rd_spending | 2022 | none
80% | 岚图里程 | battery_cost_decline | | decrease
1家 | 岚图里程 | stores | | none
260家 | 岚图里程 | stores | | none
799元 | 充电盒 | price | | none
"""


@pytest.fixture(scope="module")
def report() -> list[Observation]:
    return observe(REPORT)


@pytest.mark.parametrize("line", TOLD.strip().splitlines())
def test_a_report_is_read_as_an_analyst_would(report, line):
    words, about, name, date, change = (cell.strip() for cell in line.split("|"))
    told = [found for found in report if found.quantity.text == words]
    assert told, [found.quantity.text for found in report]
    assert (told[0].property, told[0].change) == (name, change)
    assert told[0].about.removesuffix("科技有限公司") == about
    if date:
        assert told[0].date == date


def test_a_fraction_of_something_is_a_share_in_percent(report):
    (share,) = [found for found in report if found.quantity.text == "四分之一"]
    assert (share.quantity.value, share.quantity.unit) == (25, "percent")


def test_every_observation_quotes_its_document(report):
    assert all(REPORT[found.quantity.start : found.quantity.end] == found.quantity.text for found in report)
    assert all(found.rule for found in report)
    assert [found.quantity.start for found in report] == sorted(found.quantity.start for found in report)


def test_traditional_script_gives_the_same_properties_and_names():
    found = observe(
        "晶曜半導體公布2024年第三季財報，晶曜半導體單季合併營收新台幣1,253億元，毛利率57.8%。\n晶曜半導體目前員工約7.6萬人。"
    )
    assert [(one.quantity.text, one.quantity.unit, one.property) for one in found] == [
        ("新台幣1,253億元", "TWD", "revenue"),
        ("57.8%", "percent", "gross_margin"),
        ("約7.6萬人", "persons", "headcount"),
    ]
    assert {one.about for one in found} == {"晶曜半导体"}


def test_english_text():
    found = observe(
        "In 2023 Halden Robotics shipped 1.2 million units and employed about 9,400 people. "
        "Net income rose to $612 million in 2023. Halden Robotics' market share in Europe was nearly 14 percent. "
        "In March 2024, Halden Robotics raised US$350 million at a valuation of more than $6 billion."
    )
    assert [(one.quantity.text, one.property) for one in found] == [
        ("1.2 million units", "shipments"),
        ("about 9,400 people", "headcount"),
        ("$612 million", "net_profit"),
        ("nearly 14 percent", "market_share"),
        ("US$350 million", "financing"),
        ("more than $6 billion", "valuation"),
    ]
    assert {one.about for one in found} == {"Halden Robotics"}
    assert found[-1].date == "2024-03"


# A level is none, a change says which way.
CHANGES = """
营收增长35% | revenue_growth | increase
营收增长到300亿元 | revenue | none
营收从900万美元做到4亿美元 | revenue | none
销量同比大幅下滑12% | sales_volume_decline | decrease
毛利率降至19% | gross_margin | none
毛利率下降2个百分点 | gross_margin_change | decrease
用户规模翻了一番 | users_multiple | multiple
获客成本翻了约10倍 | customer_acquisition_cost_multiple | multiple
产量比去年增加了两倍 | production_growth | increase
35%的增长来自海外 | share_change | increase
"""


@pytest.mark.parametrize("line", CHANGES.strip().splitlines())
def test_change_or_level(line):
    text, name, change = (cell.strip() for cell in line.split("|"))
    found = observe(f"星澜集团{text}。")
    assert {(one.property, one.change) for one in found} == {(name, change)}


NOT_TOLD = """
这是一个伟大的时代
我们总结了三条经验
他提出了五个问题
核心是八个字
两位同事一起出发
三项支撑要求
三个大坑要避免
公司有三大策略
7×24小时服务
第一款产品发布了
客服热线400-820-8888
入选世界500强
系统升级至3.2.1版
我百分之百相信他
一半是海水
走了两步路
他是第三位发言的人
"""


@pytest.mark.parametrize("text", NOT_TOLD.strip().splitlines())
def test_what_measures_nothing_is_no_observation(text):
    assert observe(f"{text}。") == []


@pytest.mark.parametrize("piece", ["占1%的", "营收增长3%", "5亿用户", "2020年1元，"])
def test_work_grows_with_the_length_alone(piece):
    def work(length: int) -> int:
        text = piece * (length // len(piece))
        document, clean = Document("d", "d.txt", text, script="Hans"), view(text)
        found = quantities.find_in(document, clean, ())
        return calls(lambda: find_observations(document, clean, (), found))

    work(100)  # the segmenter's dictionary is loaded
    assert 0 < work(4_000) < 6.5 * work(800)


# What 分别 deals out, what a bracket or a list says of whom; | words | about | property | change
DEALT = """
10月，汽车产销分别完成3.5万辆和3.2万辆，同比分别增长12.1%和8.8%。 | 3.2万辆 | 汽车 | sales_volume | none
10月，汽车产销分别完成3.5万辆和3.2万辆，同比分别增长12.1%和8.8%。 | 8.8% | 汽车 | sales_volume_growth | increase
销量方面，星澜、云岫、澄川分别以37万辆、35万辆、29万辆领先。 | 35万辆 | 云岫 | sales_volume | none
营收前三名为海川银行(251亿元)、江岚银行(161亿元)。 | 161亿元 | 江岚银行 | revenue | none
海川银行不良贷款率较上年末下降0.07个百分点至1.29%。 | 1.29% | 海川银行 | npl_ratio | none
海川银行净利息收入和净手续费收入分别为4.4亿元、1.2亿元。 | 1.2亿元 | 海川银行 | fee_income | none
海川银行一级资本充足率、资本充足率分别较上年末下滑1.11、1.20个百分点。 | 1.11 | 海川银行 | tier1_ratio_change | decrease
星澜集团营收同比-3.5%。 | -3.5% | 星澜集团 | revenue_growth | decrease
星澜集团利润减少3亿元或44%。 | 44% | 星澜集团 | profit_decline | decrease
星澜集团营收增速放缓至2.9%。 | 2.9% | 星澜集团 | revenue_growth | increase
新能源汽车销量占新车总销量的51.6%。 | 51.6% | 新能源汽车 | sales_volume_share | none
星澜集团平均售价在40万元上下，最高是60多万。 | 60多万 | 星澜集团 | average_price | none
"""


@pytest.mark.parametrize("line", DEALT.strip().splitlines())
def test_lists_brackets_and_rates(line):
    text, words, about, name, change = (cell.strip() for cell in line.split("|"))
    (told,) = [found for found in observe(text) if found.quantity.text == words]
    assert (told.about, told.property, told.change) == (about, name, change)


def test_english_releases():
    found = observe(
        "Halden Robotics reported 2018 results. Average monthly active users were 231.7 million in 2018, an increase of 226% from "
        "71.1 million in 2017. Halden Robotics made 30.2 million units and delivered 30.1 million units in 2018, up 11.6 percent and "
        "12 percent, respectively. Operating profit was 274 million pounds in 2018, and 376,000 new cars were sold."
    )
    told = {one.quantity.text: (one.property, one.quantity.unit, one.date) for one in found}
    assert told["231.7 million"] == ("monthly_active_users", "persons", "2018")
    assert told["226%"][0] == "monthly_active_users_growth"
    assert told["71.1 million"] == ("monthly_active_users", "persons", "2017")
    assert told["12 percent"][0] == "deliveries_growth"
    assert told["274 million pounds"][:2] == ("operating_profit", "GBP")
    assert told["376,000 new cars"][:2] == ("sales_volume", "units")


def test_a_report_is_on_the_firm_of_its_title():
    (one,) = observe(
        "---\ntitle: 澜星(中国)上半年扭亏为盈\ndate: 2021-08-24\n---\n\n毛利7.38亿元。\n",
        published="2021-08-24",
    )
    assert one.about == "澜星"


def test_a_firm_with_the_code_of_its_shares_owns_the_numbers_beside_it():
    found = observe(
        "星澜（9871）表示，上月交付量达28,067辆。远航汽车（2019）公布，2月交付26,421辆。",
        published="2026-03-01",
    )
    assert [one.about for one in found] == ["星澜", "远航汽车"]
    found = observe(
        "星澜集团前三季度营收77亿元，较上年同期下降1%。净利润5亿元，较上年同期下降3%。成本3亿元，较上年同期增长2%。"
    )
    assert {one.about.removesuffix("集团") for one in found} == {"星澜"}


def test_what_comes_from_a_part_of_the_firm_is_the_parts():
    found = observe("2023年，星澜集团营收50亿元。来自海外业务的营收为12亿元，较上年增长3%；毛利5亿元。")
    assert [one.about for one in found] == ["星澜集团", "海外业务", "海外业务", "海外业务"]


def test_a_round_is_of_the_firm_that_got_it():
    (one,) = observe("2018年8月7日，星澜集团领投医疗互联网公司远岫健康7500万美元B轮融资。")
    assert one.about == "远岫健康"


def test_english_parts_of_a_firm():
    found = observe(
        "Halden Robotics had 41.7 million users in 2013, of which 18.2 million users in North America, and sales fell 18% in the Overseas segment."
    )
    assert [one.about for one in found] == ["Halden Robotics", "North America", "Overseas"]


def test_a_part_of_the_firm_right_before_the_measure_owns_the_number():
    found = observe(
        "2024年第三季度星澜集团营收20亿元。增值服务总收入为12亿元，海外收入为5亿元，占总收入比重提升至20%。第三季度增值服务收入占比达60%。"
        "东部地区钢材产量450万吨。\n星澜集团主营业务收入19亿元。"
    )
    assert [(one.property, one.about) for one in found] == [
        ("revenue", "星澜集团"),
        ("revenue", "增值服务"),
        ("revenue", "海外"),
        ("revenue_share", "海外"),
        ("revenue_share", "增值服务"),
        ("production", "东部地区钢材"),
        ("revenue", "星澜集团"),
    ]


def test_english_numbers_go_on_in_the_next_clause():
    found = observe(
        "Active customers of Halden Robotics grew 13% year-over-year, to 41.7 million, comprising 18.2 million in North America."
    )
    assert [(one.property, one.quantity.unit) for one in found] == [
        ("active_customers_growth", "percent"),
        ("active_customers", "persons"),
        ("active_customers", "persons"),
    ]


def test_a_report_is_on_the_firm_before_its_quarter():
    text = "---\ntitle: 星澜音乐24Q3业绩点评\ndate: 2024-11-14\n---\n\n24Q3总收入70.2亿元,yoy+6.8%,销售及市场推广开支为2.2亿元。\n"
    found = observe(text, published="2024-11-14")
    assert [(one.property, one.about, one.date) for one in found] == [
        ("revenue", "星澜音乐", "2024-35"),
        ("revenue_growth", "星澜音乐", "2024-35"),
        ("marketing_spending", "星澜音乐", "2024-35"),
    ]


# Whose a number is: the holder, the giver, the one who is apposed; never the sum, the day, the deed.
OWNED = """
五岫是最早领投云帆科技的机构，IPO前持股5.54%。 | 5.54% | 五岫 | stake
云帆科技股价一度涨超三成，收盘市值为534亿港元。 | 534亿港元 | 云帆科技 | market_cap
云帆科技A轮的另一领投方高岫，总计投资7轮、合计6725万美元，浮盈约1.6亿美元。 | 6725万美元 | 高岫 | investment
2008年，波伦夏投给云帆科技2.3亿美元时，大家都不看好。 | 2.3亿美元 | 波伦夏 | amount
2016年云帆科技对台湾税赋贡献达360亿元。 | 360亿元 | 云帆科技 | tax
云帆科技股本从129.1亿元降至51.6亿元。 | 129.1亿元 | 云帆科技 | share_capital
全国电减资后资本额为9.91亿元。 | 9.91亿元 | 全国电 | share_capital
从60亿元到350亿元的个人财富，陈一舟只用了一年。陈一舟说，钱不重要。陈一舟是云帆科技的创始人。 | 350亿元 | 陈一舟 | wealth
云帆科技上半年经调后亏损2.49亿元。 | 2.49亿元 | 云帆科技 | loss
云帆科技有1万名工程技术人员和13万名训练有素的操作工。 | 13万名 | 云帆科技 | headcount
"""


@pytest.mark.parametrize("line", OWNED.strip().splitlines())
def test_an_owner_is_somebody_and_not_a_deed_or_a_sum(line):
    text, words, about, name = (cell.strip() for cell in line.split("|"))
    told = observe(f"{text}云帆科技成立于2001年。云帆科技总部在宁波，云帆科技董事长是陈一舟。")
    assert [(o.about, o.property) for o in told if o.quantity.text == words] == [(about, name)]


def test_how_long_a_ranking_is_measures_nothing_and_a_jump_is_a_growth():
    told = observe("2018年，云帆科技在杂志评选的全球最大500家公司排行榜中名列第368名。")
    assert [o.quantity.text for o in told] == ["第368名"]
    (_, first, _hybrids, second) = observe(
        "Halden sold 911,140 electric cars in 2022, an increase of 184 percent, and 946,239 hybrids, a jump of 247 percent."
    )
    assert (first.property, second.property) == ("sales_volume_growth", "sales_volume_growth")


def test_what_a_project_makes_in_a_year_is_its_capacity():
    (told,) = observe("海角电力常州年产5GW组件项目完成验收。海角电力很高兴，海角电力还会再来。")
    assert (told.property, told.about) == ("capacity", "海角电力常州")


PROFITS = """
归属于上市公司股东的净利润4.4亿元 | net_profit | 云岫科技
扣除非经常性损益后的净利润4.4亿元 | adjusted_net_profit | 云岫科技
归属于母公司所有者的扣除非经常性损益的净利润4.4亿元 | adjusted_net_profit | 云岫科技
净利润扭亏为盈至4.4亿元 | net_profit | 云岫科技
由亏损1亿元扭亏为盈至4.4亿元 | profit | 云岫科技
平均每宗交易额为4.4亿元 | gmv | 云岫科技
银行贷款为4.4亿元 | debt | 云岫科技
公司权益持有人应占溢利4.4亿元 | net_profit | 云岫科技
收益跌至4.4亿元 | revenue | 云岫科技
投资收益4.4亿元 | investment_income | 云岫科技
拟派末期息每股4.4元 | dividend | 云岫科技
净利润每股4.4元 | eps | 云岫科技
基本每股收益预计盈利4.4元/股 | eps | 云岫科技
"""


@pytest.mark.parametrize("line", PROFITS.strip().splitlines())
def test_whose_part_of_a_profit_it_is_belongs_to_the_measure(line):
    words, name, about = line.split(" | ")
    told = observe(f"2023年，云岫科技营收10亿元，{words}。")[-1]
    assert (told.property, told.about) == (name, about)


ENGLISH = """
Revenue surged by an impressive 63% to $9 million. | revenue_growth | increase
The company grew its revenue by 12.5% in 2009. | revenue_growth | increase
Revenue was $9 million. This is a 24.1% decrease. | revenue_decline | decrease
Halden ranked No. 5 on the list in 2009. | rank | none
The No. 2 spot belongs to Halden. | rank | none
Halden's headcount reached 42,600. | headcount | none
Halden sold 3.5 million Zephs in 2010. | sales_volume | none
"""


@pytest.mark.parametrize("line", ENGLISH.strip().splitlines())
def test_what_english_says_between_a_verb_and_its_number(line):
    text, name, change = line.split(" | ")
    told = [o for o in observe(text) if not o.quantity.text.startswith("$")][-1]
    assert (told.property, told.change) == (name, change)


def test_the_number_of_a_plant_is_no_rank():
    assert observe("Halden opened plant No. 5 in 2009, as note No. 3 says.") == []


def test_a_part_of_a_firm_by_its_trade():
    text = "In 2022, Halden's net revenue was $9 million. In asset management, net revenue was $3 million. Halden's advisory revenue, which rose by 5% to $2 million, helped."
    parts = {one.quantity.text: one.about for one in observe(text)}
    assert parts == {
        "$9 million": "Halden",
        "$3 million": "asset management",
        "5%": "advisory",
        "$2 million": "advisory",
    }


def test_so_much_a_share_beside_so_much_in_all():
    text = "In 2016, Halden posted net earnings of $201 million, or $1.15 per diluted share, versus $180 million, or $1 per diluted share."
    assert [one.property for one in observe(text)] == ["net_profit", "eps", "net_profit", "eps"]


def test_a_part_of_what_the_sentence_before_told():
    told = observe("2023年，云岫集团同店销售下跌31.5%。其中东部市场下跌32.3%，西部市场下跌23.7%。")
    assert [one.property for one in told] == ["same_store_sales_decline"] * 3


def test_a_few_are_told_where_they_are_a_limit():
    (told,) = observe("星澜集团每个品类只提供两到三个选择，这里有两三个例子。")
    assert (told.quantity.low, told.quantity.high) == (2, 3)


def test_a_rate_that_no_lexicon_knows_is_named_by_the_text_and_not_by_what_was_told_before():
    found = observe("星澜集团毛利率为30%，中标率仅有4.7%，同比下降10.1个百分点。")
    assert [one.property for one in found] == ["gross_margin", "中标率", "中标率_change"]
    assert labels.measure("中标率_change") == "中标率变动"


def test_so_much_a_year_is_what_a_plant_can_make():
    (one,) = observe("2007年，星澜化工建成10万吨/年的磷酸工程。")
    assert (one.property, one.quantity.unit) == ("capacity", "t_per_year")


def test_a_large_number_without_a_unit_is_what_it_was_compared_with():
    found = observe("平均月活跃用户（MAU）数为1.2亿，较去年同期的1.5亿下滑20%。", published="2023-11-20")
    assert [one.property for one in found] == [
        "monthly_active_users",
        "monthly_active_users",
        "monthly_active_users_decline",
    ]
