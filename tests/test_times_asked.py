"""What is seen for a whole text at once is never less than what each expression would see for itself."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline import times
from timeline.times import ages
from timeline.times.cues import Cues
from timeline.times.periods import _DEFINING, _FISCAL_ENDS
from timeline.times.settled import by_document, complete

HERE = Path(__file__).parent
TEXTS = sorted(path for folder in ("stories", "dossiers") for path in (HERE / folder).rglob("*.txt"))
WORDS = (
    "2019年营收10亿元，较2010年增长，3月扩建。2018年筹备，早在2001年就有想法，4月开工。从2002年3月起经营，经过75天。"
    "2017年5月3日，店长说：“我们这家新店昨天刚开业，人很多。”9月又开一家。成立于1999年。头两年亏损。此时距2015年9月相差三年。"
    "他坐了五年，用了两个月，还剩 三个月。2005年以来，2006年启动。六个月 ended 30 June 2015。"
    "In 2016 it grew, compared with sales of 5 in 2013, and by March it had moved. In 2011, less than costs of 6 by 2014, in May."
)
# Whatever a length may be counted by, bare and with 了: a verb that ages learn, the places must learn too.
VERBS = sorted(
    {
        word
        for pattern in (ages._AGE, ages._PASSED, ages._WORKED)
        for word in re.findall("[\u4e00-\u9fff]+", pattern.pattern)
    }
)
LENGTHS = "".join(f"这家店{word}三年。那家店{word}了三年。" for word in VERBS)


@pytest.mark.parametrize(
    "text", [WORDS * 3, LENGTHS, *TEXTS], ids=lambda text: getattr(text, "stem", "words")
)
def test_what_stands_beside_is_never_overlooked(text, monkeypatch):
    text = text if isinstance(text, str) else text.read_text("utf-8")
    at_once = times.find_times(text, "2022-06-15")
    monkeypatch.setattr(times, "_FEW", 10**9)  # each expression looks for itself
    assert times.find_times(text, "2022-06-15") == at_once


def test_rare_words_are_found_wherever_they_stand():
    text = (
        "财年截至3月。会计年度和财政年度。Year ended, year end, YEAR. 3月31日止年度。“报告期”指2020年。" * 2
    )
    cues = Cues(text)
    for name, word, _ in (*_FISCAL_ENDS, ("report", _DEFINING, None)):
        places = {match.start() for match in word.finditer(text)}
        assert places, name
        assert places <= set(cues.places(name)), name


@pytest.mark.parametrize(
    ("words", "alone", "of_2022", "of_2023"),
    [
        ("2021年3月", "2021-03", "2021-03", "2021-03"),
        ("去年", "", "2021", "2022"),
        ("今天", "", "2022-06-15", "2023-06-15"),
        ("2022年底", "2022-36~", "2022-36~", "2022-36~"),
    ],
)
def test_each_document_has_its_own_today(words, alone, of_2022, of_2023):
    found = [
        times.find_times(f"{words}开业。", day) for day in (None, "2022-06-15", "2023-06-15", "2022-06-15")
    ]
    assert [one[0].value for one in found] == [alone, of_2022, of_2023, of_2022]


def test_what_the_text_decides_is_not_remembered_of_another_text():
    assert complete("次年") is None
    assert by_document("次年", times.read_reference("2022")) is None
    report, plain = "公司财政年度截至3月31日止年度。本财年营收10亿元。", "本财年营收10亿元。"
    told = [
        next(one for one in times.find_times(text, "2023-05-01") if one.text == "本财年")
        for text in (plain, report, plain)
    ]
    assert told[0].earliest == told[2].earliest
    assert told[0].earliest != told[1].earliest
