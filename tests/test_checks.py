"""What holds for all checks, what is left open, and one sentence in two wordings."""

from __future__ import annotations

import random

import pytest

from tests.fixtures.checked import checks, harvested, kinds, quoted
from timeline.checks import CHECKS, describe, find_checks, settle
from timeline.checks.messages import make
from timeline.lexicon.findings import FINDINGS
from timeline.model import CHECK_KINDS, Document, Extraction, Problem, Span
from timeline.unify import unify


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("他说：“慢一点，才喝得到真味道。”", "包装上印着“慢一点，才能喝到真味道”。"),
        ("墙上写着「車子要自己騎得動，才敢叫別人騎」。", "他常说：“车子要自己骑得动，才好叫别人骑。”"),
        ("他只说了一句话：宁可少卖一季，不可错种一粒。", "“宁可少卖一季，不可错卖一粒。”这是他的原话。"),
    ],
)
def test_one_sentence_in_two_wordings(left, right):
    found = checks(left, right)
    assert [check.kind for check in found] == ["wording"]
    assert found[0].span.doc_id != found[0].other.doc_id


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("口号是“技术为本、品质为纲、服务为先”。", "口号是“技术为本，品质为纲和服务为先”。"),  # punctuation
        ("他说：“慢一点，才喝得到真味道。”", "他说“慢一点，才喝得到真味道”，又说不急。"),
        ("他说：“慢一点，才喝得到真味道。”", "“慢一点”是他的口头禅。"),  # a part is no variant
        ("获得“国家级专精特新小巨人企业”称号。", "获得“省级专精特新小巨人企业”称号。"),
        ("发布了“2021年度可持续发展报告”。", "发布了“2022年度可持续发展报告”。"),
        (
            "给用户高性能、高颜值、高性价比的产品。",
            "建立起高品质、高颜值、高性价比的口碑。",
        ),  # nobody is quoted
        ("他说：「让世界听见好声音。」", "他说：“让世界听见好声音。”"),
    ],
)
def test_what_is_no_second_wording(left, right):
    assert "wording" not in kinds(left, right)


REVENUE = "远川电器成立于2010年。远川电器总部在宁波。2022年，远川电器实现营收{}。"


def test_a_document_without_a_date_is_one_check():
    text = "去年我们搬了家。今年三月公司上市，上个月股价翻倍，未来还会更好，过去的事不提了。"
    found = checks(text, published="")
    assert [check.kind for check in found] == ["unresolved"]
    assert quoted(text, found[0].span) == "去年"


def test_vague_times_are_no_checks():
    assert kinds("过去我们没有经验，未来会更好，近来也忙，早年吃过亏。", published="") == []


def test_what_could_not_be_read_is_told_once_for_each_reason():
    lost = "bytes that no encoding reads"
    problems = (Problem(0, 2, lost), Problem(5, 6, lost), Problem(8, 9, "page 3 has no text layer"))
    document = Document("d" * 12, "a.txt", "远川电器在宁波。很好", problems=problems)
    found = find_checks([Extraction(document, (), (), (), ())], [])
    assert [(check.kind, check.span.start) for check in found] == [("unreadable", 0), ("unreadable", 8)]
    assert [check.message for check in found] == [
        "2处读不出来：没有一种编码认得这些字节。",
        "第3页没有文字层，读不出来。",
    ]
    assert describe(found[1], "en") == "Page 3 has no text layer and could not be read."


def test_every_kind_has_a_finder_and_every_finding_a_kind():
    assert {finding.kind for finding in FINDINGS.values()} == set(CHECK_KINDS)
    assert set(CHECKS) >= {"date", "value", "duration", "wording"}


@pytest.mark.parametrize("code", sorted(FINDINGS))
def test_a_stored_message_can_be_said_in_english(code):
    words = {
        "text": "2021年3月30日，说“是”的", "other": "第二处", "first": "2021年", "last": "2022年3月", "length": "22个月",
        "gap": "约2年", "name": "远川上市", "word": "互联网", "year": "2021", "weekday": "星期二", "days": "30", "date": "2022年",
        "count": 3, "reason": "文档没有日期", "about": "远川", "measure": "营收", "published": "2021年3月", "later": "2021年一季度",
        "earlier": "2020年年初", "actual": "+50.0%", "sum": "296.9亿元", "page": "3",
    }  # fmt: skip
    check = make(code, Span("d", 0, 1), Span("d", 2, 3), **words)
    finding = FINDINGS[code]
    english = describe(check, "en")
    assert describe(check, "zh") == check.message
    assert english != check.message
    assert "{" not in english
    if "{weekday}" in finding.en:
        assert "Tuesday" in english
    if "{length}" in finding.en:
        assert "22 months" in english
    if "{gap}" in finding.en:
        assert "about 2 years" in english
    if "{date}" in finding.en:
        assert "(2022)" in english
    assert settle(check, "en") == finding.settle_en
    assert check.settle == finding.settle_zh


def test_order_of_documents_does_not_show():
    texts = [
        "从2015年3月立项，到2017年1月下线，远川只用了18个月。", "他说：“慢一点，才喝得到真味道。”",
        "包装上印着“慢一点，才能喝到真味道”。", REVENUE.format("12.6亿元"), REVENUE.format("11.8亿元"), "2021年9月31日开业。",
    ]  # fmt: skip
    made = [harvested(text, name=f"{index}.txt") for index, text in enumerate(texts)]
    events = unify([m for e in made for m in e.mentions], [e.document for e in made])
    straight = find_checks(made, events)
    assert len(straight) >= 4
    shuffler = random.Random(7)
    for _ in range(3):
        shuffler.shuffle(made)
        shuffler.shuffle(events)
        assert find_checks(made, events) == straight


def test_no_documents_no_checks():
    assert find_checks([], []) == []
