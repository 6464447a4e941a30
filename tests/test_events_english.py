"""How English texts tell events. Every firm is invented."""

from __future__ import annotations

import pytest

from tests.fixtures.telling import mentions_of
from timeline.extract.english.headlines import english_headline
from timeline.extract.english.names import EnglishNames


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


@pytest.mark.parametrize(
    ("sentence", "events"),
    [
        ("SHENZHEN, June 5 /Newswire/ -- Harbor Tea, Inc. (Nasdaq: HRBR) announced today the closing of its purchase of Oak Street Foods, a maker of snacks in the far north.", ("Harbor Tea announced the closing of its purchase of Oak Street Foods", "2024-06-30")),
        ("In 2006, two private equity groups, Sand Capital and the Ridge Group, purchased the company for $6 billion.", ("Sand Capital and the Ridge Group purchased Harbor Tea", "2006")),
        ("In 1994, Harbor Tea acquired the Treasure Mills chain. It also acquired Oak Street Foods.", ("Harbor Tea acquired Oak Street Foods", "1994")),
        ("In 1948 the government nationalised Harbor Tea.", ("The government nationalised Harbor Tea", "1948")),
        ("In January 2020 hackers stole data of 300,000 customers.", ("Hackers stole data of 300,000 customers", "2020-01")),
        ("In 1996, sales were $1.24 billion and the company opened its 450th shop.", ("Harbor Tea opened its 450th shop", "1996")),
        ("In 1984, Harbor Tea was first publicly traded.", ("Harbor Tea was first publicly traded", "1984")),
    ],
)  # fmt: skip
def test_english_releases_and_histories(sentence: str, events: tuple[str, str]) -> None:
    before = "Harbor Tea was founded in 1990. Harbor Tea sells tea. Harbor Tea has shops.\n"
    found = [(mention.name, mention.date) for mention in mentions_of(before + sentence, "2024-06-30")]
    assert events in found


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


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Harbor Tea was incorporated in Leeds in 2001, and by January 2003 had opened its first shops in York.", ("2003-01", "Harbor Tea had opened its first shops in York")),
        ("Founded on May 4, 1991, Harbor Tea initially concentrated on selling leaves.", ("1991-05-04", "Harbor Tea was founded")),
        ("To pay for its growth, Harbor Tea issued 50 million shares in 2004.", ("2004", "Harbor Tea issued 50 million shares")),
        ("In 2009, Harbor Tea bought 20 per cent of the biscuit maker Fisher & Lane at the height of the crisis.", ("2009", "Harbor Tea bought 20 per cent of the biscuit maker Fisher & Lane")),
        ("Harbor Tea is understood to have started production of biscuits in 2012.", ("2012", "Harbor Tea started production of biscuits")),
        ("On 13 July 2020, Harbor Tea named Ann Lee as the new chair after Bob Gray was removed by shareholders.", ("2020-07-13", "Harbor Tea named Ann Lee as the new chair")),
        ("Harbor Tea made a debut after a 1994 Hong Kong IPO that raised $30 million.", ("1994", "A Hong Kong IPO that raised $30 million")),
        ("On May 15, 2021, Harbor Tea received a notice from its landlord.", ("2021-05-15", "Harbor Tea received a notice from its landlord")),
        ("Harbor Tea divided more than 60,000 workers into more than 1,000 teams in 2005.", ("2005", "Harbor Tea divided more than 60,000 workers into more than 1,000 teams")),
        ("Harbor Tea sold tea in tins, continuing its rapid growth—by October 2018, Harbor Tea had opened 130 shops.", ("2018-10", "Harbor Tea had opened 130 shops")),
        ("On May 1, 1984, Harbor Tea, which was formed by a merger four years ago, was renamed; in March, it opened a mill.", ("1984-03", "Harbor Tea opened a mill")),
        ("• 1954: Ann Lee and Bob Gray establish Harbor Tea.\n• 1967: Harbor Tea was sold.", ("1954", "Ann Lee and Bob Gray establish Harbor Tea")),
        ("• 1954: Harbor Tea opens a mill; Linden merges with Molo Foods.\n• 1967: Harbor Tea was sold.", ("1954", "Linden merges with Molo Foods")),
        ("• 1954: Harbor Tea opens a mill.\n• 1967: Linden ponders a sale of Harbor Tea.", ("1967", "Linden ponders a sale of Harbor Tea")),
        ("In May 2004, Bath-backed online tea firm Linden Tea opened a mill.", ("2004-05", "Linden Tea opened a mill")),
        ("In May 2004, the retailer Linden Tea opened a mill.", ("2004-05", "Linden Tea opened a mill")),
        ("In May 2004, Linden Tea (now Linden Foods, since 2008) was listed.", ("2004-05", "Linden Tea was listed")),
    ],
)  # fmt: skip
def test_an_english_clause_tells_what_was_done_and_by_whom(sentence: str, event: tuple[str, str]) -> None:
    text = f"Harbor Tea sells tea. Harbor Tea has shops.\n{sentence}\nNASDAQ tells shareholders of Harbor Tea news."
    assert event in [(mention.date, mention.name) for mention in mentions_of(text, "")]


@pytest.mark.parametrize(
    ("sentence", "importance"),
    [
        ("Harbor Tea was launched in 1990.", 3),
        ("In 1997, Harbor Tea debuted on the Nasdaq.", 3),
        ("In 1999, Harbor Tea acquired Molo Foods.", 3),
        ("In 1999, Harbor Tea acquired a 12% stake in Molo Foods.", 2),
        ("In 2001, Harbor Tea established a subsidiary in Oslo.", 2),
        ("In 2003, Harbor Tea named Ann Lee as its chief executive.", 3),
        ("In 2003, Harbor Tea named Ann Lee as its head of sales.", 2),
        ("In 2005, Harbor Tea launched a new mint tea.", 2),
        ("In 2006, Harbor Tea launched an advertising campaign.", 1),
        ("In 2007, mainland China purchased 70,000 tonnes of tea.", 1),
        ("In 2009, Harbor Tea was sold to Molo Foods.", 3),
    ],
)  # fmt: skip
def test_what_turns_the_history_of_a_firm_matters_most(sentence: str, importance: int) -> None:
    text = f"Harbor Tea sells tea. Harbor Tea has shops.\n{sentence}\nNASDAQ tells shareholders of Harbor Tea news."
    assert [mention.importance for mention in mentions_of(text, "")] == [importance]


def test_a_clause_that_makes_no_headline_is_quoted_as_far_as_there_is_room() -> None:
    clause = (
        "Harbor Tea, the largest of the sellers of the leaves of the hills of the north of the country of the five valleys "
        "of the old kings of the lakes of the moon, opened"
    )
    title = english_headline(clause, EnglishNames("Harbor Tea", (), ()), "")
    assert title == "Harbor Tea, the largest of the sellers of the leaves of the…"


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
