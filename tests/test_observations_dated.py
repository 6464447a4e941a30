"""Of when a number is: its own time, the time told before, the period of a report, the day of the document."""

from __future__ import annotations

from tests.fixtures.observed import observe


def test_a_time_that_compares_or_is_to_come_is_not_carried_on():
    found = observe(
        "2023年，星澜集团营收80亿元。到2030年，星澜集团的目标是营收500亿元。星澜集团有员工3000人。"
    )
    assert [one.date for one in found] == ["2023", "2030", "2023"]


def test_a_state_told_without_a_time_holds_when_it_was_written():
    (state,) = observe("星澜集团设立三大研发中心。", published="2024-05-06")
    assert (state.quantity.unit, state.date) == ("centres", "2024-05-06")


def test_a_sum_since_a_year_runs_to_the_document():
    (one,) = observe("从2015年开始，星澜集团一共开出400家门店。", published="2024-05-06")
    assert (one.date, one.earliest.year, one.latest.year) == ("2015-01-01/2024-05-06", 2015, 2024)


def test_a_time_in_a_bracket_dates_the_number_beside_it():
    usual, lately = observe("星澜集团毛利率保持在7%左右（2023年为12%）。", published="2024-05-06")
    assert (usual.date, lately.date) == ("", "2023")
    assert observe("星澜集团营收80亿元（2023年）。")[0].date == "2023"


def test_a_number_told_twice_has_one_time():
    found = observe(
        "星澜集团用户达到8000万，这很不容易。\n\n2024年3月，星澜集团交付5万台。\n\n# 尾声\n\n5万台交付的背后是信任。",
        "a.md",
    )
    assert [(one.property, one.date) for one in found if one.quantity.unit == "units"] == [
        ("deliveries", "2024-03")
    ] * 2


def test_the_narrative_does_not_reach_below_a_heading():
    found = observe("# 历史\n\n2010年，星澜集团营收80亿元。\n\n# 现状\n\n星澜集团营收500亿元。", "history.md")
    assert [one.date for one in found] == ["2010", ""]


def test_a_dated_heading_holds_for_all_that_stands_under_it():
    text = (
        "Northwind Pumps\n\nFull Year 2023 Highlights\n\nRevenue was RMB3.8 billion.\n\nOrders came from many places.\n\n"
        "Net profit was RMB210 million, compared to RMB190 million in 2022.\n"
    )
    dates = {observation.quantity.text: observation.date for observation in observe(text)}
    assert dates["RMB3.8 billion"] == dates["RMB210 million"] == "2023"
    assert dates["RMB190 million"] == "2022"


def test_a_compared_time_dates_the_number_it_stands_before_and_no_other():
    found = observe("截至2020年3月31日，星澜集团现金储备为24亿元，较2019年底的10.56亿元增加13.44亿元。")
    assert [one.date[:7] for one in found] == ["2020-03", "2019-36", "2020-03"]
    (first, growth, last) = observe("2024年，星澜集团收入由2023年的1.22亿元增加5.7%至1.29亿元。")
    assert (first.date, growth.date, last.date) == ("2023", "2024", "2024")


def test_what_a_report_tells_without_a_time_is_of_its_period():
    report = "---\ntitle: Halden Robotics Announces Third Quarter 2018 Results\ndate: 2018-11-20\n---\n\nTotal revenues were $337 million.\n"
    assert [one.date for one in observe(report, "release.txt", published="2018-11-20")] == ["2018-35"]


def test_half_years_and_pairs_have_their_own_times():
    found = observe(
        "截至2025年6月30日止六个月，星澜集团营收7.03亿元，同比增长33.8%。", published="2025-09-01"
    )
    assert {(one.earliest.month, one.latest.month) for one in found} == {(1, 6)}
    found = observe("星澜集团营收从2022年的4.18亿元升至2024年的11.54亿元，门店数量从170家增至451家。")
    assert [one.date for one in found] == ["2022", "2024", "2022", "2024"]


def test_a_period_that_is_only_compared_with_dates_nothing():
    found = observe(
        "In 2023 Halden Robotics made revenue of $51 million, an increase of 3% from the same period of 2022."
    )
    assert [one.date for one in found] == ["2023", "2023"]
    found = observe("Halden's revenue rose from 2.5 billion yuan in 2007 to 13.5 billion yuan in 2016.")
    assert [(one.quantity.value, one.date) for one in found] == [(2.5e9, "2007"), (13.5e9, "2016")]


def test_a_pair_of_which_one_has_no_time_gives_the_next_pair_none():
    found = observe(
        "星澜集团付费用户从去年同期720万降至370万，远航付费用户从100万降至70万。", published="2025-12-12"
    )
    assert [one.quantity.value for one in found] == [7_200_000, 3_700_000, 1_000_000, 700_000]


def test_this_quarter_is_the_one_that_a_report_is_on():
    found = observe(
        "---\ntitle: 星澜集团2023年第三季度财报\ndate: 2023-11-20\n---\n\n本季度毛利为1.97亿元，较上季度和上年同期均下降8%。\n\n毛利率为86%。",
        published="2023-11-20",
    )
    assert [one.date for one in found] == ["2023-35", "2023-35", "2023-35"]


def test_what_is_compared_does_not_carry_the_story_on():
    found = observe(
        "Halden Robotics reported its results for the first half of 2023 today. Operating margin was 13.2%, compared with 12.9% in the "
        "first half of 2022. Profit before tax rose 8% to £285m from £264m a year earlier. Net debt fell.",
        published="2023-07-28",
    )
    assert [one.date for one in found] == ["2023-40", "2022-40", "2023-40", "2023-40", "2022-40"]


def test_the_first_nine_months_are_those_of_the_year_told():
    found = observe(
        "2023年前三季度星澜集团营收5亿元。前9个月净利润为1亿元，付费用户从去年同期720万降至370万。",
        published="2023-12-12",
    )
    assert found[1].date == "2023-01/2023-09"
    assert found[2].date.startswith("2022")


def test_a_list_as_long_as_the_one_before_has_its_times():
    found = observe(
        "2021-2023年，星澜集团收入分别为36亿、42亿、57亿元。净利润率分别为21.4%、22.8%、20.2%。截至2023年，星澜集团在甲、乙、丙三地分别拥有827、2098、1628家门店。"
    )
    assert [one.date for one in found if one.property == "net_margin"] == ["2021", "2022", "2023"]
    stores = [one for one in found if one.property == "stores"]
    assert [(one.quantity.value, one.date) for one in stores] == [
        (827, "2023"),
        (2098, "2023"),
        (1628, "2023"),
    ]


def test_twelve_months_ended_are_a_period_and_carry_nothing_on():
    report = (
        "---\ntitle: Halden Robotics Announces Third Quarter 2018 Results\ndate: 2018-11-20\n---\n\n"
        "GMV in the twelve-month period ended September 30, 2018 was $344 million.\n\nTotal revenues were $33 million.\n"
    )
    found = observe(report, "release.txt", published="2018-11-20")
    assert [one.date for one in found] == ["2017-10/2018-09", "2018-35"]


def test_an_interim_report_of_hong_kong():
    found = observe(
        "---\ntitle: 星澜集团中期业绩\ndate: 2022-11-25\n---\n\n截至二零二二年九月三十日止六个月，本集团之总营业额减少18.6%至港币3,398百万元"
        "（截至二零二一年九月三十日止六个月：港币4,172百万元）。本集团之毛利率为28.7%。董事会建议派发中期股息每普通股港币10.0仙。\n\n"
        "纺织业务之收入减少15.2%至港币2,577百万元。\n",
        published="2022-11-25",
    )
    told = [(one.property, one.about.removesuffix("集团"), one.quantity.value, one.date) for one in found]
    now = "2022-04/2022-09"
    assert told == [
        ("revenue_decline", "星澜", 18.6, now),
        ("revenue", "星澜", 3_398_000_000, now),
        ("revenue", "星澜", 4_172_000_000, "2021-04/2021-09"),
        ("gross_margin", "星澜", 28.7, now),
        ("dividend", "星澜", 0.1, now),
        ("revenue_decline", "纺织业务", 15.2, now),
        ("revenue", "纺织业务", 2_577_000_000, now),
    ]


def test_a_half_year_that_ends_with_a_month():
    found = observe(
        "截至2024年9月止半年度，星澜表行营业额按年升2.6%至18亿元，营收成长公司共608家。",
        published="2024-11-28",
    )
    assert {one.date for one in found} == {"2024-04/2024-09"}
    assert [one.change for one in found] == ["increase", "none", "none"]


def test_six_months_right_after_their_last_day_are_the_half_year():
    told = observe("日前，海角电力公布截至2015年6月30日6个月之中期业绩显示，收入增至2.83亿元，净利2.42亿元。")
    assert [(o.property, o.date) for o in told] == [
        ("revenue", "2015-40"),
        ("net_profit", "2015-40"),
    ]


def test_the_quarter_of_the_year_before_is_of_the_quarter_told():
    text = "Revenue for the third quarter of 2015 fell to $6 million, from $7 million in the prior-year quarter. Net income was $5 million, compared with $4 million last year."
    assert [one.date for one in observe(text, published="2015-11-01")] == [
        "2015-35",
        "2014-35",
        "2015-35",
        "2014-35",
    ]


def test_a_year_that_a_growth_counts_from_is_not_when_it_is():
    (_, since) = observe("In 2011, Halden's revenue was $20 million, up 2.2 percent from 2010.")
    assert (since.property, since.date) == ("revenue_growth", "2011")


def test_a_time_right_after_its_number_is_its_own():
    told = observe("Halden, sold by Olvane in 2008, posted revenue of $5 billion in 2010.")
    assert told[-1].date == "2010"


def test_the_same_months_of_another_year_are_those_of_the_report():
    text = "星澜集团公布截至2019年9月30日止6个月业绩，收入跌24.9%（2018年为增长21.4%），利润跌15.7%至3亿元，低于2018年同期的4亿元，毛利率20%。"
    dates = {one.quantity.text: one.date for one in observe(text, published="2019-11-27")}
    assert dates["15.7%"] == dates["20%"] == "2019-04/2019-09"
    assert dates["4亿元"] == "2018-04/2018-09"


def test_a_report_frames_its_quarter_its_year_to_date_and_the_prior_year():
    report = (
        "---\ntitle: Halden Pumps Reports Third Quarter 2023 Results\ndate: 2023-11-02\n---\n\n"
        "Net income was $21 million, or 52 cents a share, compared with $18 million, or 44 cents a share, a year earlier. "
        "Operating expenses were $40 million and $38 million in the third quarter of 2023 and 2022, respectively.\n\n"
        "Year-to-date sales were $610 million. Capital spending was $12 million in the quarter.\n"
    )
    found = observe(report, "release.txt", published="2023-11-02")
    quarters = ["2023-35", "2023-35", "2022-35", "2022-35", "2023-35", "2022-35"]
    assert [one.date for one in found] == [*quarters, "2023-01/2023-09", "2023-35"]
    assert [one.property for one in found[:4]] == ["net_profit", "eps", "net_profit", "eps"]


def test_a_fourth_quarter_closes_its_fiscal_year():
    report = (
        "---\ntitle: Halden Stores fourth-quarter results\ndate: 2017-02-24\n---\n\n"
        "For the fourth quarter ended January 28, Halden Stores posted net earnings of $201 million, versus $180 million in the "
        "year-earlier period.\n\nFor the full fiscal year, net earnings were $354 million.\n\nNet sales were $14.5 billion.\n"
    )
    found = observe(report, "release.txt", published="2017-02-24")
    assert [one.date for one in found] == ["2016-11/2017-01", "2015-11/2016-01", *["2016-02/2017-01"] * 2]


def test_a_fiscal_year_of_hong_kong_has_its_own_halves_and_year_before():
    found = observe(
        "星澜控股公布，截至2024年3月31日止年度，营业额25.6亿元，股东应占溢利3.1亿元，上年度为2.8亿元。每股盈利0.31元。\n"
        "年内，星澜控股新开12间门店。下半年营业额13亿元。\n",
        published="2024-06-29",
    )
    year = "2023-04/2024-03"
    assert [one.date for one in found] == [year, year, "2022-04/2023-03", year, year, "2023-10/2024-03"]


def test_a_year_in_a_bracket_has_the_months_of_the_number_before_it():
    found = observe(
        "截至2024年6月30日止六个月，星澜控股股东应占溢利为1.2亿港元（2023年：1.1亿港元）。",
        published="2024-08-29",
    )
    assert [one.date for one in found] == ["2024-40", "2023-40"]


def test_a_number_in_another_currency_does_not_part_two_that_are_compared():
    found = observe(
        "2023年第三季度，星澜集团营收9亿元（约合1.2亿美元），与去年同期的10亿元相比下滑10%，与上一季度的12亿元相比下滑25%。",
        published="2023-11-20",
    )
    assert [(one.property, one.date) for one in found] == [
        ("revenue", "2023-35"),
        ("revenue", "2023-35"),
        ("revenue", "2022-35"),
        ("revenue_decline", "2023-35"),
        ("revenue", "2023-34"),
        ("revenue_decline", "2023-35"),
    ]


def test_two_pairs_of_a_sentence_have_the_same_two_times():
    found = observe("采购占比从2023财年的55%降至2025财年的27%，采购额从400万元升至770万元。")
    assert [one.date for one in found] == ["2023", "2025"] * 2


def test_a_state_in_a_report_holds_at_the_end_of_its_period():
    text = "---\ntitle: 星澜银行2025中报透视\ndate: 2025-09-01\n---\n\n- 星澜银行资产总计52亿元\n\n- 星澜银行净利润3亿元\n"
    assert [one.date for one in observe(text, "a.md")] == ["2025-06-30", "2025-40"]


def test_a_list_has_a_time_an_owner_each_though_no_word_says_so():
    found = observe("预计星澜集团25-27年净利润为10.2、11.1、12.2亿元，增速为8%/9%/10%。")
    assert [one.date for one in found] == ["2025", "2026", "2027"] * 2
    found = observe("星澜集团、远江控股净利润为5亿元、3亿元。")
    assert [one.about for one in found] == ["星澜集团", "远江控股"]


def test_the_years_of_a_range_and_the_quarter_after_it_are_dealt_to_a_list():
    found = observe(
        "2022年至2024年及2025年一季度，星澜集团营收分别为4亿元、5亿元、6亿元及1亿元。前两年，毛利率为21%和22%。"
    )
    assert [one.date for one in found] == ["2022", "2023", "2024", "2025-33", "2022", "2023"]


def test_a_pair_has_the_two_ends_of_a_range_or_the_time_that_it_is_compared_with():
    found = observe("2022年至2024年，星澜集团营收从8.05亿元增至8.24亿元。")
    assert [one.date for one in found] == ["2022", "2024"]
    found = observe("星澜集团2024年营收比2023年增长7%，从1.5亿元（2000万美元）增加到1.6亿元。")
    assert [one.date for one in found] == ["2024", "2023", "2023", "2024"]


def test_a_closing_date_holds_beyond_a_semicolon():
    found = observe("截至2024年12月31日，星澜集团有员工3000人；门店500家。", published="2025-03-20")
    assert [one.date for one in found] == ["2024-12-31"] * 2
