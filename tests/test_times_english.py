"""English times: chronicles, fiscal years, periods that ended, ranges, and what is counted from the text."""

from __future__ import annotations

import pytest

from tests.fixtures.days import read
from timeline.times import find_times

REFERENCE = "2023-08-15"
CASES = [
    ("It bought a mill last May.\nMarch 12\nIt sold a shop.", [("last May", "2023-05-01..2023-05-31"), ("March 12", "2023-03-12")]),
    ("On Feb 10, 2014 it bought a mill, after a first one last May.\nMarch 12\nIt sold a shop.", [("Feb 10, 2014", "2014-02-10"), ("last May", "2023-05-01..2023-05-31"), ("March 12", "2014-03-12")]),
    ("2003 – Founded in Leeds.", [("2003", "2003-01-01..2003-12-31")]),
    ("Milestones\n2003: listed\n2005 Opened second plant\n2007 Closed it\n", [("2003", "2003-01-01..2003-12-31"), ("2005", "2005-01-01..2005-12-31"), ("2007", "2007-01-01..2007-12-31")]),
    ("大事记\n【一九八九】\n1月3日，投产。\n【1988】\n9月28日，落成。\n", [("一九八九", "1989-01-01..1989-12-31"), ("1月3日", "1989-01-03"), ("1988", "1988-01-01..1988-12-31"), ("9月28日", "1988-09-28")]),
    ("March 2010 — Listed.", [("March 2010", "2010-03-01..2010-03-31")]),
    ("2000 employees joined.", []),
    ("In Q1 2018 sales rose from the year-ago quarter and the same period a year earlier", [("Q1 2018", "2018-01-01..2018-03-31"), ("the year-ago quarter", "2017-01-01..2017-03-31"), ("the same period a year earlier", "2017-01-01..2017-03-31")]),
    ("1837:\nA mill opened.\n1850:\nIt grew.", [("1837", "1837-01-01..1837-12-31"), ("1850", "1850-01-01..1850-12-31")]),
    ("1842 Jerome opened a mill\n1847 He moved", [("1842", "1842-01-01..1842-12-31"), ("1847", "1847-01-01..1847-12-31")]),
    ("Parts\n1750\n1820 元\n1837 | 1850 | 1790\n1850 件", []),
    ("It was sold in 1959-1960. In 2010 and 2015 it grew", [("1959-1960", "1959-01-01..1960-12-31"), ("2010", "2010-01-01..2010-12-31"), ("2015", "2015-01-01..2015-12-31")]),
    ("The mill (est. 1878), founded 2003", [("1878", "1878-01-01..1878-12-31"), ("2003", "2003-01-01..2003-12-31")]),
    ("It began in 1878 as a mill, in Leeds since 1886", [("1878", "1878-01-01..1878-12-31"), ("since 1886", "1886-01-01..2023-08-15")]),
    ("1878: Founded in Leeds\n1890 – Opened the mill\n1790: 45", [("1878", "1878-01-01..1878-12-31"), ("1890", "1890-01-01..1890-12-31")]),
    ("May 3, 1886, the summer of 1890, from 1790 to 1801.", [("May 3, 1886", "1886-05-03"), ("the summer of 1890", "1890-06-01..1890-08-31"), ("1790 to 1801", "1790-01-01..1801-12-31")]),
    ("In 1750 units sold, 1800 mm, from 1800 to 1850 rpm, loss (1850), 1878 parts", []),
    ("In the 1980's it grew, as in the late 1880s; a 1980's car", [("the 1980's", "1980-01-01..1989-12-31"), ("the late 1880s", "1887-01-01..1889-12-31")]),
    ("We sold\n2000 units and\n1900 parts", []),
    ("fiscal 2021 and FY23", [("fiscal 2021", "2021-01-01..2021-12-31"), ("FY23", "2023-01-01..2023-12-31")]),
    ("for the fiscal year ended March 31, 2023", [("fiscal year", "2022-04-01..2023-03-31"), ("March 31, 2023", "2023-03-31")]),
    ("six months ended 30 June 2023", [("six months", "2023-01-01..2023-06-30"), ("30 June 2023", "2023-06-30")]),
    ("the three months ended September 30, 2022", [("three months", "2022-07-01..2022-09-30"), ("September 30, 2022", "2022-09-30")]),
    ("the year ended December 31, 2022", [("year", "2022-01-01..2022-12-31"), ("December 31, 2022", "2022-12-31")]),
    ("Sales in Q1 2023 rose. On May 3, 2023 it listed; 3 in the same quarter of 2022", [("Q1 2023", "2023-01-01..2023-03-31"), ("May 3, 2023", "2023-05-03"), ("the same quarter of 2022", "2022-01-01..2022-03-31")]),
    ("In the three months ended March 31, 2023, 5, against 4 in the same period of 2020", [("three months", "2023-01-01..2023-03-31"), ("March 31, 2023", "2023-03-31"), ("the same period of 2020", "2020-01-01..2020-03-31")]),
    ("the quarter ended June 30, 2023", [("quarter", "2023-04-01..2023-06-30"), ("June 30, 2023", "2023-06-30")]),
    ("Q1 FY2024 revenue", [("Q1 FY2024", "2024-01-01..2024-03-31")]),
    ("the fourth quarter of fiscal 2022", [("the fourth quarter of fiscal 2022", "2022-10-01..2022-12-31")]),
    ("as of December 31, 2022", [("December 31, 2022", "2022-12-31")]),
    ("between 2010 and 2015", [("2010 and 2015", "2010-01-01..2015-12-31")]),
    ("from March 2019 to June 2021", [("March 2019 to June 2021", "2019-03-01..2021-06-30")]),
    ("between May 2019 and June 2021", [("May 2019 and June 2021", "2019-05-01..2021-06-30")]),
    ("January 5, 2019 through March 3, 2020", [("January 5, 2019 through March 3, 2020", "2019-01-05..2020-03-03")]),
    ("March to June 2021", [("March to June 2021", "2021-03-01..2021-06-30")]),
    ("since 2015", [("since 2015", "2015-01-01..2023-08-15")]),
    ("since March 2019", [("since March 2019", "2019-03-01..2023-08-15")]),
    ("early 2019, mid-2019 and late 2019", [("early 2019", "2019-01-01..2019-03-31"), ("mid-2019", "2019-06-01..2019-07-31"), ("late 2019", "2019-10-01..2019-12-31")]),
    ("In 2010 it listed. A decade later it left.", [("2010", "2010-01-01..2010-12-31"), ("A decade later", "2020-01-01..2020-12-31")]),
    ("It listed in 2010; the following year it lost money, and that year ended badly.", [("2010", "2010-01-01..2010-12-31"), ("the following year", "2011-01-01..2011-12-31"), ("that year", "2011-01-01..2011-12-31")]),
    ("It was sold in 2010. Two years earlier it had listed.", [("2010", "2010-01-01..2010-12-31"), ("Two years earlier", "2008-01-01..2008-12-31")]),
    ("On May 6, 2020 it halted trading. That same day it wrote; at that time, May 8-9, 2020 was free", [("May 6, 2020", "2020-05-06"), ("That same day", "2020-05-06"), ("at that time", "2020-05-06"), ("May 8-9, 2020", "2020-05-08..2020-05-09")]),
    ("Earlier this year it paid; later this month, by year-end, year to date", [("Earlier this year", "2023-01-01..2023-08-15"), ("later this month", "2023-08-15..2023-08-31"), ("year-end", "2023-10-01..2023-12-31"), ("year to date", "2023-01-01..2023-08-15")]),
    ("early this year, for the year ended well", [("early this year", "2023-01-01..2023-03-31"), ("year", "")]),
    ("between 1999 and 2003. Two years later it left", [("1999 and 2003", "1999-01-01..2003-12-31"), ("Two years later", "2005-01-01..2005-12-31")]),
    ("a temple founded in 578; around 1918-19; December of 1986", [("578", "0578-01-01..0578-12-31"), ("1918-19", "1918-01-01..1919-12-31"), ("December of 1986", "1986-12-01..1986-12-31")]),
    ("it plans 17 stores this year and to grow for the next 20 years", [("this year", "2023-01-01..2023-12-31"), ("the next 20 years", "2023-08-15..2043-08-15")]),
    ("after a year, for decades; over the years, at the time of its listing, years of experience", [("a year", ""), ("decades", "")]),
    ("4Q 2022, Q4'22 and 1H23", [("4Q 2022", "2022-10-01..2022-12-31"), ("Q4'22", "2022-10-01..2022-12-31"), ("1H23", "2023-01-01..2023-06-30")]),
    ("Shares fell 10% Wednesday as its 2022 forecast and the target for 2024 were cut", [("Wednesday", "2023-08-09"), ("2022", "2022-01-01..2022-12-31"), ("2024", "2024-01-01..2024-12-31")]),
    ("Its 2000 stores, for 1999 dollars, every Wednesday, with Friday Jones", [("every Wednesday", "")]),
    ("Aug 10 (Wire) - Lower sales for the year on Sunday; down by 0942 GMT", [("Aug 10", "2023-08-10"), ("year", "2023-01-01..2023-12-31"), ("Sunday", "2023-08-13"), ("0942 GMT", "2023-08-13")]),
    ("The plant will open on Friday", [("Friday", "2023-08-18")]),
    ("It lost money in its fourth quarter. In the quarter, sales fell; it expects current-quarter growth", [("fourth quarter", "2022-10-01..2022-12-31"), ("quarter", "2022-10-01..2022-12-31"), ("current-quarter", "2023-07-01..2023-09-30")]),
    ("by the end of the year", [("the end of the year", "2023-10-01..2023-12-31")]),
    ("last fiscal year", [("last fiscal year", "2022-01-01..2022-12-31")]),
    ("in the late 1990s and the early 2000s", [("the late 1990s", "1997-01-01..1999-12-31"), ("the early 2000s", "2000-01-01..2003-12-31")]),
    ("late last year and early next year", [("late last year", "2022-10-01..2022-12-31"), ("early next year", "2024-01-01..2024-03-31")]),
    ("in the third quarter", [("the third quarter", "2023-07-01..2023-09-30")]),
    ("over the past decade", [("the past decade", "2013-08-15..2023-08-15")]),
    ("nearly two decades", [("two decades", "")]),
    ("on Jan. 9", [("Jan. 9", "2023-01-09")]),
    ("at year-end 2022", [("year-end 2022", "2022-10-01..2022-12-31")]),
    ("the 12 months to 31 March 2023", [("12 months", "2022-04-01..2023-03-31"), ("31 March 2023", "2023-03-31")]),
    ("In May we may march on. The second plant may open.", [("May", "2023-05-01..2023-05-31")]),
    ("in 1H 2023 and 2H23", [("1H 2023", "2023-01-01..2023-06-30"), ("2H23", "2023-07-01..2023-12-31")]),
    ("at the end of March", [("the end of March", "2023-03-21..2023-03-31")]),
    ("In 2005, it opened; six months later it closed", [("2005", "2005-01-01..2005-12-31"), ("six months later", "")]),
    ("in March 2005 it opened; six months later it closed", [("March 2005", "2005-03-01..2005-03-31"), ("six months later", "2005-09-01..2005-09-30")]),
    ("later that year", [("that year", "")]),
    ("In 1999 it listed. Later that year it sold", [("1999", "1999-01-01..1999-12-31"), ("that year", "1999-01-01..1999-12-31")]),
    ("at the turn of the century", []),
    ("in the first nine months of 2023", [("the first nine months of 2023", "2023-01-01..2023-09-30")]),
    ("from 2019 onwards", [("2019", "2019-01-01..2019-12-31")]),
    ("2019-2021", [("2019-2021", "2019-01-01..2021-12-31")]),
    ("by mid-2025", [("mid-2025", "2025-06-01..2025-07-31")]),
    ("the summer of 2020", [("the summer of 2020", "2020-06-01..2020-08-31")]),
    ("on the 5th of March 2021", [("5th of March 2021", "2021-03-05")]),
    ("In January 2021 we bought it; eighteen months later it was sold.", [("January 2021", "2021-01-01..2021-01-31"), ("eighteen months later", "2022-07-01..2022-07-31")]),
    ("Since April costs fell.", [("Since April", "2023-04-01..2023-08-15")]),
    ("revenue in the first quarter of 2021, compared with the same period of 2020", [("the first quarter of 2021", "2021-01-01..2021-03-31"), ("the same period of 2020", "2020-01-01..2020-03-31")]),
    ("the years ended December 31, 2019 and 2020", [("December 31, 2019", "2019-12-31"), ("2020", "2020-01-01..2020-12-31")]),
    ("Sales: $2.27 billion (1998)", [("1998", "1998-01-01..1998-12-31")]),
    ("Founded: 1985", [("1985", "1985-01-01..1985-12-31")]),
    ("the first half of the match", []),
    ("It listed in March 2019.\nIn November of the same year, it moved.", [("March 2019", "2019-03-01..2019-03-31"), ("November of the same year", "2019-11-01..2019-11-30")]),
    ("In 2006 it listed. The previous year it lost money. That July it moved.", [("2006", "2006-01-01..2006-12-31"), ("The previous year", "2005-01-01..2005-12-31"), ("July", "2006-07-01..2006-07-31")]),
    ("died on Christmas Day 2015. A year later", [("Christmas Day 2015", "2015-12-25"), ("A year later", "2016-01-01..2016-12-31")]),
    ("It has closed routes since last summer. It raised money in October.", [("last summer", "2022-06-01..2022-08-31"), ("October", "2022-10-01..2022-10-31")]),
    ("Rao resigned in June; he had taken over in mid-2021. Second-quarter revenue fell.", [("June", "2023-06-01..2023-06-30"), ("mid-2021", "2021-06-01..2021-07-31"), ("Second-quarter", "2023-04-01..2023-06-30")]),
    ("in the 21st century", [("the 21st century", "2000-01-01..2099-12-31")]),
    ("Founded in the 1800s, rebuilt in the early 1800s, sold in the 1880s", [("the 1800s", "1800-01-01..1899-12-31"), ("the early 1800s", "1800-01-01..1839-12-31"), ("the 1880s", "1880-01-01..1889-12-31")]),
    ("It listed in 1962. By the end of the decade it had 17 mills; throughout the decade it grew.", [("1962", "1962-01-01..1962-12-31"), ("the end of the decade", "1967-01-01..1969-12-31"), ("the decade", "1960-01-01..1969-12-31")]),
    ("It is now the largest, and now employs ten. By now it was late; it was now ready, now that it sold.", [("now", "2023-08-15"), ("now", "2023-08-15")]),
    ("2021 was hard. Given 2022 was worse, while 2020 saw growth, as we enter 2023.", [("2021", "2021-01-01..2021-12-31"), ("2022", "2022-01-01..2022-12-31"), ("2020", "2020-01-01..2020-12-31"), ("2023", "2023-01-01..2023-12-31")]),
    ("Room 2008 was sold, and Model 2020 is new", []),
    ("Established in Oldtown 1844; founded in Old Ford, Kent, 1999; founded in September 1990", [("1844", "1844-01-01..1844-12-31"), ("1999", "1999-01-01..1999-12-31"), ("September 1990", "1990-09-01..1990-09-30")]),
    ("1854 - Opened a mill; 1896 - sold wine; 1903 – listed", [("1854", "1854-01-01..1854-12-31"), ("1896", "1896-01-01..1896-12-31"), ("1903", "1903-01-01..1903-12-31")]),
    ("A solid first half (a third in H1, the rest in H2); so far this fiscal year; the upcoming year", [("first half", "2023-01-01..2023-06-30"), ("H1", "2023-01-01..2023-06-30"), ("H2", "2023-07-01..2023-12-31"), ("so far this fiscal year", "2023-01-01..2023-08-15"), ("the upcoming year", "2024-01-01..2024-12-31")]),
    ("Its first half century; a car that runs on H2 gas, in H2 production; the middle of 2021", [("the middle of 2021", "2021-06-01..2021-07-31")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:20] for text, _ in CASES])
def test_sentence(text, expected):
    assert read(text, REFERENCE) == expected


def test_a_fiscal_year_ends_where_the_document_says_and_names_the_place():
    text = "Our fiscal year ends on June 30. In fiscal 2021 we grew."
    time = find_times(text, REFERENCE)[-1]
    assert (time.value, time.anchor) == ("2020-07/2021-06", "text XXXX-06 [4:28]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Acme said on Monday it would buy a rival", [("Monday", "2023-08-14")]),
        ("Acme announced on Friday that it had grown, she said Tuesday", [("Friday", "2023-08-11"), ("Tuesday", "2023-08-15")]),
        ("It reported Wednesday record sales; the bank told a paper on Sunday", [("Wednesday", "2023-08-09"), ("Sunday", "2023-08-13")]),
        ("A report by Friday Jones, Super Tuesday and Black Friday", []),
        # the story goes on from what was told
        ("In 2010 it listed, he said on Sunday. The following year it lost money. Three years later it left.", [("2010", "2010-01-01..2010-12-31"), ("Sunday", "2023-08-13"), ("The following year", "2011-01-01..2011-12-31"), ("Three years later", "2014-01-01..2014-12-31")]),
        ("In 2010 it listed, she said on Sunday. In March it lost money.", [("2010", "2010-01-01..2010-12-31"), ("Sunday", "2023-08-13"), ("March", "2010-03-01..2010-03-31")]),
        ("Acme said on Monday it had closed a plant. The same day, shares fell.", [("Monday", "2023-08-14"), ("The same day", "2023-08-14")]),
    ],
)  # fmt: skip
def test_the_day_on_which_it_was_said(text, expected):
    assert read(text, REFERENCE) == expected


def test_the_day_on_which_it_was_said_is_not_known_without_the_document_s():
    assert read("Acme said on Monday it would buy a rival", None) == [("Monday", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # parts of the year
        ("Sales in the second half of the year, a stronger second half and second-half profit", [("the second half of the year", "2023-07-01..2023-12-31"), ("second half", "2023-07-01..2023-12-31"), ("second-half", "2023-07-01..2023-12-31")]),
        ("The first six months of this year, the first three months of the year", [("The first six months of this year", "2023-01-01..2023-06-30"), ("the first three months of the year", "2023-01-01..2023-03-31")]),
        ("For the rest of the year, in the remainder of this month", [("the rest of the year", "2023-08-15..2023-12-31"), ("the remainder of this month", "2023-08-15..2023-08-31")]),
        ("In calendar year 2022, for '04, by '98", [("2022", "2022-01-01..2022-12-31"), ("'04", "2004-01-01..2004-12-31"), ("'98", "1998-01-01..1998-12-31")]),
        # days and weeks
        ("It will list in the coming week, the day after tomorrow", [("the coming week", "2023-08-21..2023-08-27"), ("the day after tomorrow", "2023-08-17")]),
        ("Shares have risen in the last month; since mid-March", [("the last month", "2023-07-15..2023-08-15"), ("since mid-March", "2023-03-11..2023-08-15")]),
        ("Shares rose in the session Wednesday after a placement the night before. By Friday's close", [("Wednesday", "2023-08-09"), ("the night before", "2023-08-08"), ("Friday", "2023-08-11")]),
        ("But March helped; in April and May, as May sales rose. May Foods and March Capital may march on", [("March", "2023-03-01..2023-03-31"), ("April", "2023-04-01..2023-04-30"), ("May", "2023-05-01..2023-05-31"), ("May", "2023-05-01..2023-05-31")]),
        ("The offer is slated to expire Friday. In 2021 it lost money; ten stores are closing in December; it began 2021 by growing", [("Friday", "2023-08-18"), ("2021", "2021-01-01..2021-12-31"), ("December", "2023-12-01..2023-12-31"), ("2021", "2021-01-01..2021-12-31")]),
        ("More stores closed forever in late December. It planned that in March, and expects more in November", [("late December", "2022-12-21..2022-12-31"), ("March", "2022-03-01..2022-03-31"), ("November", "2023-11-01..2023-11-30")]),
        # what is only compared with does not lead on
        ("Revenue was $5m, compared with $4m in the fourth quarter of 2020. For the third quarter, it expects $6m", [("the fourth quarter of 2020", "2020-10-01..2020-12-31"), ("the third quarter", "2023-07-01..2023-09-30")]),
        ("It had reported $4m of sales in the fourth quarter of 2020. It settled in mid-April", [("the fourth quarter of 2020", "2020-10-01..2020-12-31"), ("mid-April", "2023-04-11..2023-04-20")]),
        ("In 2015 it had more than 20 stores. The following year it closed", [("2015", "2015-01-01..2015-12-31"), ("The following year", "2016-01-01..2016-12-31")]),
        ("It said Monday it will list after aborting that in March 2008\n\nSales rose in June", [("Monday", "2023-08-14"), ("March 2008", "2008-03-01..2008-03-31"), ("June", "2023-06-01..2023-06-30")]),
        ("First-quarter sales rose. In the second quarter it expects more; in the quarter, costs fell", [("First-quarter", "2023-01-01..2023-03-31"), ("the second quarter", "2023-04-01..2023-06-30"), ("quarter", "2023-04-01..2023-06-30")]),
        # a fiscal quarter is the months up to the day that is told of it
        ("Its fiscal second quarter ended April 30 was slow", [("second quarter", "2023-02-01..2023-04-30"), ("April 30", "2023-04-30")]),
        ("In the three months ended April 30, its fiscal second quarter, sales rose", [("three months", "2023-02-01..2023-04-30"), ("April 30", "2023-04-30"), ("second quarter", "2023-02-01..2023-04-30")]),
        ("It expects to close the deal in early 2024 and to cut costs by year-end", [("early 2024", "2024-01-01..2024-03-31"), ("year-end", "2023-10-01..2023-12-31")]),
        ("It opened in early 2019 and by year-end had ten stores", [("early 2019", "2019-01-01..2019-03-31"), ("year-end", "2019-10-01..2019-12-31")]),
        ("Founded: 2001\nIPO date: 2004\nYear of merger: 2011\nRooms: 2012", [("2001", "2001-01-01..2001-12-31"), ("2004", "2004-01-01..2004-12-31"), ("2011", "2011-01-01..2011-12-31")]),
        # a year earlier: the same months
        ("It earned $5m in the three months ended June 30, up from $4m a year earlier", [("three months", "2023-04-01..2023-06-30"), ("June 30", "2023-06-30"), ("a year earlier", "2022-04-01..2022-06-30")]),
        ("In March 2023 sales rose 3% from a year ago. In March 2010 it listed. A year earlier it opened", [("March 2023", "2023-03-01..2023-03-31"), ("a year ago", "2022-03-01..2022-03-31"), ("March 2010", "2010-03-01..2010-03-31"), ("A year earlier", "2009-01-01..2009-12-31")]),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)  # fmt: skip
def test_market_news(text, expected):
    assert read(text, REFERENCE) == expected
