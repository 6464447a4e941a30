"""Headlines: a clause as an editor would print it, in at most 24 characters.

The clause loses its date, its connectives and fillers; its pronoun becomes the name it stands for;
and where it is still too long it loses, in this order, prepositional phrases, attributes, what is
coordinated, and its tail.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from timeline.extract.clauses import Clause, is_attributive
from timeline.extract.entities import Cast
from timeline.extract.words import Word
from timeline.lexicon.grammar import (
    CAUSATIVES,
    CONNECTIVES,
    FILLERS,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    KEPT_ADVERBS,
    SUBORDINATE,
    THIRD_PERSON,
    TIME_AFTER,
    TIME_BEFORE,
    wordset,
)

LIMIT = 24
_ENDINGS = wordset(
    "时 后 之后 的时候 时候 之时 以后 之前 前 的 了 之际 期间 呢 吗 起来 来说 来看 的话 以来 也 又 并 而 且 和 与 及"
)
_ARTICLES = re.compile(r"一[个款家场位次项支条系列种件部份名篇座只番股道则]$|一系列$")
_ANNIVERSARY = re.compile(r"周年|年华诞|岁生日")


@dataclass(frozen=True, slots=True)
class Told:
    """Who a clause may leave unsaid: the subject carried over, the last person, the last company."""

    subject: str = ""
    person: str = ""
    company: str = ""


def headline(clause: Clause, cast: Cast, told: Told, following: Clause | None = None) -> str:
    """The headline of a clause; `following` is what it announces after a colon or a comma."""
    words = _told(clause, cast, told)
    if following:
        words = _announcing(words, clause.main) + _told(following, cast, told)
    if words and told.subject and _headless(words) and not words[0].text.startswith(told.subject):
        words = [Word(-1, -1, told.subject, "N"), *words]
    return _joined(_shortened(words, clause.main))


def _told(clause: Clause, cast: Cast, told: Told) -> list[Word]:
    """The clause's words, lean and with its pronouns resolved."""
    words = _without_lead(_pivot(undated(clause)))
    return _lean(_resolved(words, cast, told), clause.main)


def _pivot(words: list[Word]) -> list[Word]:
    """正是这些考问指引我们确立… → 我们确立…: whoever was led to act is the subject."""
    for index, word in enumerate(words[:8]):
        following = words[index + 1] if index + 1 < len(words) else None
        if (
            word.text in CAUSATIVES
            and following
            and following.tag in "RN"
            and (following.text in FIRST_PERSON_PLURAL or following.text in FIRST_PERSON)
        ):
            return words[index + 1 :]
    return words


def _announcing(words: list[Word], verb: Word | None) -> list[Word]:
    """宣布：…, 说了一句话：…, 迎来最重大的决定：… → up to the verb, which 决定 may replace."""
    if words and words[-1].text in ("决定", "决策"):
        subject = [word for word in words if verb is None or word.start < verb.start]
        return [*subject, words[-1]._replace(text="决定", tag="V")]
    return [word for word in words if verb is None or word.start <= verb.start]


def undated(clause: Clause) -> list[Word]:
    """The words without the dates, what belongs to them, and brackets; durations told of stay."""
    kept: list[Word] = []
    after_time = False
    for index, word in enumerate(clause.words):
        if word.tag == "B":
            continue
        if word.tag == "T" and not _is_told(clause, index):
            while kept and (kept[-1].text in TIME_BEFORE or (kept[-1].text == "的" and word.tag == "T")):
                kept.pop()
            after_time = True
            continue
        if after_time and (word.text in TIME_AFTER or word.text in "的，,、"):
            continue
        after_time = False
        kept.append(word._replace(text=re.sub(r"\s+", "", word.text)) if word.tag == "T" else word)
    return kept


def _is_told(clause: Clause, index: int) -> bool:
    """Whether a time word is what the clause is about: 走了两年, 成立十周年."""
    word = clause.words[index]
    if _ANNIVERSARY.search(word.text) or (index and clause.words[index - 1].text == "连续"):
        return True
    if clause.action and clause.action.act in ("sale", "unveil", "list", "deliver", "rolloff"):
        return False
    if clause.verb < 0 or index <= clause.verb:
        return False
    return any(time.start == word.start and time.timex.type == "DURATION" for time in clause.times)


def _without_lead(words: list[Word]) -> list[Word]:
    start = 0
    while start < len(words):
        word = words[start]
        following = words[start + 1] if start + 1 < len(words) else None
        leads = (
            word.tag in "XU"
            or word.text in CONNECTIVES
            or (word.text in FILLERS and word.text not in KEPT_ADVERBS)
        )
        if word.text == "就" and following and following.text == "是":
            start += 2
            continue
        if not leads:
            break
        start += 1
    words = words[start:]
    while words and (words[-1].tag == "X" or words[-1].text in _ENDINGS):
        words = words[:-1]
    return words


def _resolved(words: list[Word], cast: Cast, told: Told) -> list[Word]:
    """Pronouns become the names they stand for, or go."""
    result: list[Word] = []
    index = 0
    while index < len(words):
        word = words[index]
        following = words[index + 1] if index + 1 < len(words) else None
        pronoun = _stands_for(word.text, cast, told)
        if pronoun is None:
            result.append(word)
            index += 1
            continue
        if following and following.text in ("自己", "本人", "自身"):
            index += 1
            following = words[index + 1] if index + 1 < len(words) else None
        if not result:
            if pronoun:
                result.append(word._replace(text=pronoun, tag="N"))
            if following and following.text == "的":
                index += 1
        elif following and following.text == "的":
            index += 1  # 启动了我们的计划 → 启动计划
        elif pronoun and result[-1].tag in "PC":
            result.append(word._replace(text=pronoun, tag="N"))
        elif result[-1].tag in "PC" and not pronoun:
            result.pop()
        elif pronoun and following is None:
            result.append(word._replace(text=pronoun, tag="N"))
        index += 1
    return result


def _stands_for(text: str, cast: Cast, told: Told) -> str | None:
    """The name behind a pronoun; "" if unknown; None if the word is no pronoun."""
    if text in FIRST_PERSON_PLURAL:
        return cast.company
    if text in FIRST_PERSON:
        return cast.author
    if text in ("他", "她"):
        return told.person
    if text in THIRD_PERSON:
        return (
            told.company if text not in ("这", "那", "此", "该") else ("" if text in ("这", "那") else None)
        )
    return None


def _lean(words: list[Word], verb: Word | None) -> list[Word]:
    """Without fillers, aspect particles and the article 一个."""
    kept: list[Word] = []
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else None
        if word.text == "在" and following and following.tag == "V":
            continue
        if word.text in ("了", "着") and following is None and verb is not None and len(words) <= 3:
            kept.append(word)
            continue
        if (
            word is not verb
            and word.text in FILLERS
            and word.text not in KEPT_ADVERBS
            and word.tag in "DCRUPAVN"
        ):
            counted = (
                word.text in ("了", "过")
                and following
                and following.tag in "MT"
                and not _ARTICLES.search(following.text)
            )
            if counted and following.tag == "T":
                kept.append(word)
            continue
        if (
            _ARTICLES.search(word.text)
            and word.tag == "M"
            and kept
            and following
            and following.tag in "NAVQPDF"
        ):
            continue
        if word.tag == "M" and word.text in ("一个个", "一些", "一种", "这一", "一系列"):
            continue
        kept.append(word)
    return kept


def _headless(words: Sequence[Word]) -> bool:
    """Whether the subject is missing: the words begin with what a subject would do."""
    return words[0].tag in "VPD" or words[0].text in KEPT_ADVERBS


def _length(words: Sequence[Word]) -> int:
    return len(_joined(words))


def _shortened(words: list[Word], verb: Word | None) -> list[Word]:
    for shorten in (_without_phrases, _without_attributes, _without_coordination):
        if _length(words) <= LIMIT:
            break
        words = shorten(words, verb)
    while words and _length(words) > LIMIT:
        words = words[:-1]
    while words and (
        words[-1].tag in "UPCDXR"
        or words[-1].text in _ENDINGS
        or words[-1].text in ("一", "为", "将", "对", "不")
    ):
        words = words[:-1]
    return words


def _without_phrases(words: list[Word], verb: Word | None) -> list[Word]:
    """Without prepositional phrases before the verb, the first first, while too long."""
    while _length(words) > LIMIT:
        start = next(
            (
                i
                for i, w in enumerate(words)
                if w.tag == "P"
                and w.text not in ("被", "把", "给", "将")
                and (verb is None or 0 <= w.start < verb.start)
            ),
            None,
        )
        if start is None:
            break
        end = start + 1
        while (
            end < len(words) and words[end] != verb and (words[end].tag != "V" or is_attributive(words, end))
        ):
            end += 1
        if end >= len(words):
            break
        words = words[:start] + words[end:]
    return words


def _without_attributes(words: list[Word], verb: Word | None) -> list[Word]:
    """Without X的 before a noun, the last first, while too long."""
    while _length(words) > LIMIT:
        position = next((i for i in range(len(words) - 1, 0, -1) if words[i].text == "的"), None)
        if position is None:
            break
        start = position
        while (
            start > 0
            and words[start - 1].tag in "NAMFQDRVT"
            and words[start - 1] != verb
            and words[start - 1].text != "的"
        ):
            start -= 1
        if start in (0, position):
            words = words[:position] + words[position + 1 :]
        else:
            words = words[:start] + words[position + 1 :]
    return words


def _without_coordination(words: list[Word], verb: Word | None) -> list[Word]:
    """Only the first of coordinated parts after the verb."""
    for index, word in enumerate(words):
        if (
            index > 2
            and (word.text in ("、", "和", "及", "以及", "与", "并", "而") or word.tag == "X")
            and (verb is None or word.start > verb.start)
        ):
            return words[:index]
    return words


def _joined(words: Sequence[Word]) -> str:
    parts: list[str] = []
    for word in words:
        if (
            parts
            and parts[-1][-1:].isascii()
            and parts[-1][-1:].isalnum()
            and word.text[:1].isascii()
            and word.text[:1].isalpha()
        ):
            parts.append(" ")
        parts.append(word.text.strip())
    return "".join(parts).strip("，,、：:。；; *—-的")


def starts_badly(name: str) -> bool:
    """Whether a headline begins with what no headline begins with."""
    return not name or any(
        name.startswith(word)
        for word in ("我们", "我", "当时", "因为", "他们", "它们", "这", "那", *SUBORDINATE)
        if len(word) > 1 or name[0] in "我这那"
    )
