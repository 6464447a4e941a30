"""Headlines: a clause as an editor would print it, in at most 24 characters.

The clause loses its date, its connectives and fillers; its pronoun becomes the name it stands for;
and where it is still too long it loses, in this order, prepositional phrases, attributes, what is
coordinated, and its tail.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.clauses import Clause
from timeline.extract.entities import Cast
from timeline.extract.words import Word
from timeline.lexicon.grammar import (
    CONNECTIVES,
    FILLERS,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    KEPT_ADVERBS,
    THIRD_PERSON,
    TIME_AFTER,
    TIME_BEFORE,
)

LIMIT = 24


def headline(clause: Clause, cast: Cast, subject: str = "") -> str:
    """The headline of a clause; `subject` is who the sentence speaks of when the clause does not say."""
    words = undated(clause)
    words = _without_lead(words)
    words, resolved = _resolved(words, cast, subject)
    verb = clause.main
    words = _lean(words, verb)
    if words and not resolved and subject and _headless(words):
        words = [Word(-1, -1, subject, "N"), *words]
    words = _shortened(words, verb)
    return _joined(words)


def undated(clause: Clause) -> list[Word]:
    """The words without the dates and what belongs to them, and without brackets."""
    words = list(clause.words)
    kept: list[Word] = []
    skip = False
    for index, word in enumerate(words):
        if word.tag == "B":
            continue
        if word.tag == "T":
            complement = (
                clause.verb >= 0
                and index > clause.verb
                and any(p.start == word.start and p.timex.type == "DURATION" for p in clause.times)
            )
            if complement:
                kept.append(word)
                continue
            while kept and kept[-1].text in TIME_BEFORE:
                kept.pop()
            skip = True
            continue
        if skip and (word.text in TIME_AFTER or word.text in "的，,、") and word.text != "上市":
            continue
        skip = False
        kept.append(word)
    return kept


def _without_lead(words: list[Word]) -> list[Word]:
    while words and (words[0].tag in "XU" or words[0].text in CONNECTIVES or words[0].text in FILLERS):
        words = words[1:]
    while words and (
        words[-1].tag == "X"
        or words[-1].text
        in (
            "时",
            "后",
            "之后",
            "的时候",
            "时候",
            "之时",
            "以后",
            "之前",
            "的",
            "了",
            "之际",
            "期间",
            "呢",
            "吗",
        )
    ):
        words = words[:-1]
    return words


def _resolved(words: list[Word], cast: Cast, subject: str) -> tuple[list[Word], bool]:
    """A pronoun at the head becomes the name it stands for, or goes."""
    if not words:
        return words, False
    head, rest = words[0], words[1:]
    text = head.text
    possessive = rest[:1] and rest[0].text == "的"
    if text in FIRST_PERSON_PLURAL:
        name = cast.company
    elif text in FIRST_PERSON:
        name = cast.author
    elif text in THIRD_PERSON:
        name = subject
    else:
        return words, False
    if rest and rest[0].text in ("自己", "本人"):
        rest = rest[1:]
    if not name:
        return (rest[1:] if possessive else rest), True
    if possessive:
        rest = rest[1:]
    return [head._replace(text=name, tag="N"), *rest], True


def _lean(words: list[Word], verb: Word | None) -> list[Word]:
    """Without fillers, aspect particles and the article 一个."""
    kept: list[Word] = []
    for index, word in enumerate(words):
        before = kept[-1] if kept else None
        following = words[index + 1] if index + 1 < len(words) else None
        if (
            word.text in FILLERS
            and word.text not in KEPT_ADVERBS
            and word.tag in "DCRUPAV"
            and word is not verb
        ):
            if (
                word.text in ("了", "着", "过")
                and following
                and following.tag in "MT"
                and not following.text.startswith("一")
            ):
                kept.append(word)
            continue
        if word.text in ("我们", "我", "咱们") and before:
            continue
        if (
            word.tag == "M"
            and word.text.startswith("一")
            and len(word.text) == 2
            and following
            and following.tag in "NAVQDPU"
            and before
        ):
            continue
        kept.append(word)
    return kept


def _headless(words: Sequence[Word]) -> bool:
    return words[0].tag in "VPDA" or words[0].text in ("将", "把", "被")


def _length(words: Sequence[Word]) -> int:
    return len(_joined(words))


def _shortened(words: list[Word], verb: Word | None) -> list[Word]:
    for shorten in (_without_phrases, _without_attributes, _without_coordination):
        if _length(words) <= LIMIT:
            break
        words = shorten(words, verb)
    while words and _length(words) > LIMIT:
        words = words[:-1]
    while (words and words[-1].tag in "UPCDXRF") or (words and words[-1].text in ("一", "为", "将")):
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
                and w.text not in ("被", "把", "给")
                and (verb is None or w.start < verb.start)
            ),
            None,
        )
        if start is None:
            break
        end = start + 1
        while end < len(words) and words[end].tag not in "V" and words[end] is not verb:
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
            and words[start - 1].tag in "NAMFQDR"
            and words[start - 1] is not verb
            and words[start - 1].text != "的"
        ):
            start -= 1
        if start == position or (start == 0):
            words = words[:position] + words[position + 1 :]
        else:
            words = words[:start] + words[position + 1 :]
    return words


def _without_coordination(words: list[Word], verb: Word | None) -> list[Word]:
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
            and word.text[:1].isalnum()
        ):
            parts.append(" ")
        parts.append(word.text.strip())
    text = "".join(parts).strip("，,、：:。；; *—-")
    return text
