"""One milestone, once: what is joined, what stays apart, and that the order of the input never shows."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from tests.fixtures.telling import mentions_of
from timeline import edtf
from timeline.extract.events.marks import read_marks
from timeline.extract.events.sameness import at_odds
from timeline.model import Document, Event, Mention, Timex
from timeline.unify import unify


def told(doc: str, name: str, when: str, place: int = 0, **fields: object) -> Mention:
    earliest, latest = edtf.bounds(when)
    assert earliest
    assert latest
    timex = Timex(place, place + 4, "时间", "DATE", when, earliest, latest, doc_id=doc)
    entities = tuple(n for n in ("华岳", "H7", "K9", "晨溪", "许岚") if n in name)
    mention = Mention(doc, place, place + 20, timex, when, earliest, latest, name, "product", entities)
    return replace(mention, **fields)


def events(*mentions: Mention, texts: dict[str, str] | None = None) -> list[Event]:
    names = sorted({mention.doc_id for mention in mentions})
    return unify(mentions, [Document(name, name, (texts or {}).get(name, "")) for name in names])


def joined(*mentions: Mention, texts: dict[str, str] | None = None) -> bool:
    return len(events(*mentions, texts=texts)) == 1


def test_one_move_told_in_other_words_and_with_other_precision_is_one_event() -> None:
    (event,) = events(
        told("a", "华岳宣布造车", "2021-03"),
        told("b", "华岳决定正式进军智能电动汽车市场", "2021-03-30"),
        told("c", "华岳公告进军电动汽车行业", "2021-03-21/2021-03-31"),
    )
    assert (event.status, event.date) == ("agreed", "2021-03-30")
    assert event.reasons


def test_scripts_and_repetition_do_not_multiply_events() -> None:
    assert joined(
        told("a", "华岳在深交所上市", "2018"),
        told("b", "华岳在深交所上市", "2018-07-09"),
        told("b", "华岳上市", "2018", 50),
    )


def test_different_milestones_of_one_thing_stay_apart() -> None:
    apart = [
        told("a", "华岳H7发布", "2024-03"),
        told("b", "首台华岳H7下线", "2024-03", 10),
        told("c", "华岳H7开始交付", "2024-03", 20),
        told("c", "华岳H7上市", "2024-03-28", 60),
    ]
    assert len(events(*apart)) == 4


def test_numbered_issues_of_one_kind_stay_apart_and_a_number_in_the_firm_s_name_is_none() -> None:
    third, fifth = "晨溪第二工厂完成债券发行第3期", "晨溪第二工厂完成债券发行第15期"
    for firm in (("晨溪第二工厂",), ("晨溪第二工厂", "晨溪")):
        told_of = partial(told, entities=firm)
        assert not joined(told_of("a", third, "2024-05"), told_of("b", fifth, "2024"))
        assert joined(told_of("a", third, "2024-05"), told_of("b", third, "2024"))


def test_to_some_may_is_summer_but_february_is_not() -> None:
    (event,) = events(told("a", "华岳在青州成立", "2016-05"), told("b", "华岳成立", "2016-22"))
    assert event.status == "agreed"
    (event,) = events(told("a", "华岳在青州成立", "2016-02"), told("b", "华岳成立", "2016-22"))
    assert event.status == "conflicting"


def test_a_purchase_of_a_year_is_that_of_the_firm_that_it_names() -> None:
    mill, mine = "In 2014 Huayue acquired a mill in Lanxi", "In June 2014 Huayue acquired a mine in Gulin"
    assert not joined(
        told("c", mill[8:], "2014", end=len(mill), entities=("Huayue",)),
        told("d", mine[13:], "2014-06", end=len(mine), entities=("Huayue",)),
        texts={"c": mill, "d": mine},
    )


def test_built_is_not_delivered_and_half_is_not_whole() -> None:
    assert not joined(told("a", "华岳生产50万台汽车", "2025-12"), told("b", "华岳达成50万台交付", "2025-12"))
    assert not joined(told("a", "华岳达成20万台交付", "2025-12"), told("b", "华岳达成50万台交付", "2025-12"))
    assert not joined(told("a", "华岳H7销量夺冠", "2025"), told("b", "华岳K9销量夺冠", "2025"))


def test_an_announcement_is_not_its_investment_plan() -> None:
    assert not joined(
        told("a", "华岳宣布造车", "2021-03"), told("b", "华岳预计投入100亿美元", "2021-03", modality="plan")
    )


def test_a_milestone_with_two_dates_is_one_event_in_conflict() -> None:
    (event,) = events(
        told("a", "华岳达成50万台交付", "2025-12-02"), told("b", "华岳汽车达成50万台交付", "2026-01")
    )
    assert event.status == "conflicting"
    assert {mention.date for mention in event.mentions} == {"2025-12-02", "2026-01"}
    assert "two dates" in event.reasons[0]


def test_a_founding_with_two_years_is_in_conflict_but_a_subsidiary_s_is_another() -> None:
    (event,) = events(told("a", "华岳成立", "2010"), told("b", "华岳成立", "2011"))
    assert event.status == "conflicting"
    assert not joined(told("a", "华岳成立", "2010"), told("b", "华岳成立餐饮子公司", "2011"))


def test_yearly_figures_are_not_one_event() -> None:
    assert not joined(told("a", "华岳净利润增长20%", "2022"), told("b", "华岳净利润增长20%", "2023"))


def test_a_saying_is_recognised_by_its_words() -> None:
    texts = {
        "a": "2020年，许岚提出三条原则：技术为本、口味为先、顾客至上。",
        "b": "许岚在演讲中说：技术为本、口味为先、顾客至上",
    }
    first = told("a", "许岚提出三条原则", "2020", end=len(texts["a"]))
    second = told("b", "许岚在演讲中说：技术为本", "2020", end=len(texts["b"]))
    (event,) = events(first, second, texts=texts)
    assert event.status == "agreed"


def test_a_listing_told_in_two_languages_is_one_event() -> None:
    abroad = told("b", "Huayue was listed on the STAR Market in Shanghai", "2021-06-18", importance=3)
    (event,) = events(told("a", "华岳在科创板上市", "2021-06-18", importance=3), abroad)
    assert (event.status, event.name) == ("agreed", "华岳在科创板上市")


def test_a_founding_told_in_two_languages_with_only_a_year_joins_where_the_names_sound_alike() -> None:
    chinese = told("a", "华岳在青州成立", "1986-03", category="founding")
    assert joined(chinese, told("b", "Huayue Motors was founded in Qingzhou", "1986", category="founding"))
    assert not joined(chinese, told("b", "Harbor Motors was founded in Leeds", "1986", category="founding"))
    (event,) = events(
        chinese, told("b", "Huayue Motors was founded in Qingzhou", "1988", category="founding")
    )
    assert event.status == "conflicting"


def test_who_takes_control_of_a_firm_is_one_step_however_it_is_told() -> None:
    change = told("a", "控股股东变更为晨溪集团", "2018-03")
    assert joined(change, told("b", "晨溪集团以45亿元入主华岳", "2018-21"))
    assert not joined(change, told("b", "许岚入主华岳", "2018-03"))


def test_a_denial_does_not_join_the_fact() -> None:
    assert not joined(
        told("a", "华岳收购晨溪", "2023-05"), told("b", "华岳收购晨溪", "2023-05", modality="denied")
    )


def test_every_mention_is_in_exactly_one_event_whatever_the_order() -> None:
    rng = random.Random(7)
    names = [
        "华岳宣布造车",
        "华岳H7发布",
        "华岳达成50万台交付",
        "华岳关闭4家工厂",
        "许岚出任华岳总裁",
        "华岳收购晨溪",
    ]
    mentions = []
    for index in range(300):
        day = date(2015, 1, 1) + timedelta(days=rng.randrange(3000))
        when = rng.choice([day.isoformat(), f"{day:%Y-%m}", f"{day:%Y}"])
        mentions.append(told(f"doc{index % 40}", rng.choice(names), when, index * 30))
    found = events(*mentions)
    shuffled = mentions[:]
    rng.shuffle(shuffled)
    assert events(*shuffled) == found
    assert sorted(m.start for e in found for m in e.mentions) == sorted(m.start for m in mentions)
    assert len({event.event_id for event in found}) == len(found)


def test_work_grows_with_the_number_of_mentions_not_with_its_square() -> None:
    from timeline.unify import WINDOW, _candidates, _rarity

    mentions = [told(f"doc{i}", "华岳达成50万台交付", "2025-12", i) for i in range(400)]
    marks = [read_marks(mention, "") for mention in mentions]
    assert sum(1 for _ in _candidates(mentions, marks, _rarity(marks))) <= len(mentions) * WINDOW * 2


def test_the_gold_s_pairs_are_joined_and_no_others() -> None:
    from tests.test_mentions import _found, gold, seeds

    mentions = seeds()
    found = unify([m for told in mentions.values() for m in told], [])
    event_of = {id(m): event.event_id for event in found for m in event.mentions}
    matched: dict[str, set[str]] = {}
    for event in gold("events"):
        near = [
            m
            for path, told in mentions.items()
            if path.endswith(event["seed"])
            for m in told
            if _found(event, m)
        ]
        matched[event["id"]] = {event_of[id(m)] for m in near}
    pairs = {
        tuple(sorted((e["id"], other))) for e in gold("events") for other in e["same_as"] if other in matched
    }
    missed = [pair for pair in pairs if not matched[pair[0]] & matched[pair[1]]]
    assert len(missed) <= 0.1 * len(pairs), missed


def test_a_purchase_is_one_step_whether_the_firm_or_its_founder_is_named() -> None:
    assert joined(told("a", "远禾机械收购西岭晨光农机", "2003"), told("b", "苏遥收购晨光农机", "2003"))
    assert not joined(told("a", "远禾机械收购西岭晨光农机", "2003"), told("b", "苏遥收购晨光农机", "2005"))
    assert not joined(told("a", "远禾机械收购西岭晨光农机", "2003"), told("b", "苏遥收购湖畔农机", "2003"))


def test_rounded_figures_agree_and_those_of_other_kinds_do_not_contradict() -> None:
    assert joined(
        told("a", "华岳以12.35亿元收购晨溪", "2007-04"),
        told("b", "华岳斥资12亿元买下晨溪", "2007"),
    )
    assert joined(
        told("a", "华岳收购晨溪股权，作价12亿元", "2007-04"),
        told("b", "华岳收购晨溪55%股权", "2007-04-03"),
    )
    assert not joined(
        told("a", "华岳交付50万台", "2024", category="market"),
        told("b", "华岳交付52万台", "2024-11", category="market"),
    )


def test_who_comes_and_goes_is_one_event_unless_the_offices_differ() -> None:
    assert joined(told("a", "许岚出任首席执行官", "2012-09"), told("b", "许岚接任", "2012"))
    assert joined(told("a", "许岚辞去首席执行官职务", "2012-09"), told("b", "许岚卸任CEO", "2012"))
    assert not joined(told("a", "许岚出任董事长", "2012-09"), told("b", "许岚出任厂长", "2012"))
    assert not joined(told("a", "许岚上任", "1987"), told("b", "许岚晋升为厂长助理", "1987"))


def test_a_name_that_one_document_tells_is_a_name_in_the_others() -> None:
    both = told("a", "青柚优选全面停止运营", "2023-06"), told("b", "青柚优选关停", "2023")
    assert joined(replace(both[0], entities=("青柚",)), both[1])


def test_what_a_step_put_an_end_to_is_not_the_step():
    text = "YL7又在10月以33662辆的销量，结束了湖畔model T在纯电SUV品类连续9个月的销量连冠。"
    step, ended = mentions_of(text, "2025-12-05")
    assert (step.date, ended.date) == ("2025-10", "2025-01/2025-09")
    marks = read_marks(step, ""), read_marks(ended, "")
    assert at_odds(step, ended, *marks)
    assert not at_odds(step, replace(ended, earliest=step.earliest, latest=step.latest), *marks)
