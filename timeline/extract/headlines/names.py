"""Headlines: a clause as an editor would print it, in 24 characters where that leaves it whole.

The clause loses its date, its connectives and fillers; its pronoun becomes the name it stands for;
and where it is still too long it loses, in this order, prepositional phrases, attributes, what is
coordinated, and its tail. `timeline.extract.headlines.shortening` does the last part.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.events.remarks import announcing, chored, last_noun, pivot
from timeline.extract.headlines.lean import lean, without_lead
from timeline.extract.headlines.shortening import LIMIT, shortened
from timeline.extract.headlines.turning import of_its_name, turned
from timeline.extract.headlines.wellformed import fault, phrase, starts_badly, trimmed
from timeline.extract.language.clauses import Clause
from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.undated import undated
from timeline.extract.language.words import Word, joined
from timeline.extract.who.entities import Cast
from timeline.extract.who.pronouns import Told, resolved
from timeline.extract.who.whose import place_of_described, unsaid_owner
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import MENTAL, wordset

_JUDGES = frozenset({"是", "认为", "表示", "说"})
_KINDS = ("企业", "公司", "厂商", "制造商", "巨头", "龙头", "品牌", "供应商", "运营商", "开发商", "服务商")
_LEGAL = wordset("股份 有限 有限公司 责任 有限责任公司 股份有限公司")


def headline(
    clause: Clause, cast: Cast, told: Told, following: Clause | None = None, topic: Clause | None = None
) -> str:
    """The headline of a clause.

    `following` is what it announces after a colon or a comma; `topic` the nouns of a clause before
    it that are its subject (几句寒暄，被做成了视频).
    """
    words = _built(clause, cast, told, following, topic)
    if not words or (not following and _lost(words, clause)):
        return ""
    words = _plainly_named(words, cast)
    carrier = _carrier(words, clause.main)
    short = trimmed(shortened(words, carrier))
    return "" if not short or fault(short) else joined(short)


def _built(
    clause: Clause, cast: Cast, told: Told, following: Clause | None, topic: Clause | None
) -> list[Word]:
    """The words of a headline, however long, its subject before them."""
    words = _undescribed(_told(clause, cast, told), clause, cast)
    words = of_its_name(words, clause) if words else words
    owner = unsaid_owner(words, clause, cast, told) if words and not topic else ""
    if topic:
        words = [*last_noun(_told(topic, cast, told)), *words]
    elif owner and words[-1].text != owner:
        owner = f"{owner}前身" if joined(words).endswith(f"名为{owner}") else owner
        words = [Word(-1, -1, owner, "N"), *words]
    if not following:
        return _nobody_dropped(words, clause)
    said = _told(following, cast, told)
    return announcing(words, clause) + ([] if said and said[0].tag != "Q" and phrase(said) else said)


def _nobody_dropped(words: list[Word], clause: Clause) -> list[Word]:
    """他借钱办起公司 → 借钱办起公司: where nobody is known, what was done stands alone; so it does after 这段话."""
    if len(words) > 3 and words[0].text[:1] in "这那" and words[1] == clause.main:
        return words[1:]
    alone = (
        clause.action is not None
        and len(words) > 3
        and words[1].tag in "VP"
        and words[1].text not in MENTAL | _JUDGES
    )
    return words[1:] if alone and words[0].text in ("他", "她") else words


def _lost(words: Sequence[Word], clause: Clause) -> bool:
    """Whether a headline would be without the verb of its clause, and without any other: 第103位富豪."""
    if (
        not words
        or clause.main is None
        or clause.main in words
        or any(w.text == clause.main.text for w in words)
    ):
        return False
    acts = any(w.tag == "V" and not is_attributive(words, i) for i, w in enumerate(words))
    return (
        not acts
        and words[-1].text not in ACTIONS
        and not any(w.tag in "TPD" or "周年" in w.text for w in words)
    )


def _carrier(words: Sequence[Word], verb: Word | None) -> Word | None:
    """The verb whose phrases a headline may lose: 提供 in 开始在上海向公众提供…."""
    place = next((index for index, word in enumerate(words) if word == verb), -1)
    if place < 0 or verb is None or verb.text not in ("开始", "着手", "继续", "尝试", "准备"):
        return verb
    if place + 1 == len(words) or words[place + 1].tag != "P":
        return verb
    return next((word for word in words[place + 1 :] if word.tag == "V"), verb)


def _undescribed(words: list[Word], clause: Clause, cast: Cast) -> list[Word]:
    """刚从大学毕业的陈小云租下… → 陈小云租下…: without what a clause says of its subject before it names it."""
    for index, (before, word) in enumerate(pairwise(clause.words)):
        if clause.main is None or word.start >= clause.main.start or before.tag in "XQ":
            break
        acts = any(w.tag in "VP" or w.text == "时任" for w in clause.words[:index])
        known = cast.is_ours(word.text) and (acts or word.text in cast.people)
        if before.text == "的" and word.tag in "NQ" and (known or _is_a_role(clause.words[:index])):
            return [kept for kept in words if kept.start >= word.start]
    return words[place_of_described(words) :]


def _is_a_role(words: Sequence[Word]) -> bool:
    """Whether words say what somebody was at the time: 当时还是大学生的…, 年仅19岁的…, 时任厂长的…."""
    return any(
        word.text in ("作为", "当时", "时任", "年仅", "身为", "曾是", "原为", "刚刚") for word in words[:2]
    )


def _plainly_named(words: list[Word], cast: Cast) -> list[Word]:
    """动力电池企业远景发布… → 远景发布…; 远景有限公司 → 远景."""
    place = next((index for index, word in enumerate(words) if cast.is_company(word.text)), -1)
    if place < 0 or not all(word.tag in "NAMQX" for word in words[:place]):
        return words  # 改制为远景有限公司: the legal form is the news
    after = place + 1
    while after < len(words) and words[after].text in _LEGAL:
        after += 1
    legal = after > place + 1 and words[after - 1].text.endswith("公司")
    before = words[:place]
    kind = bool(before) and before[-1].text.endswith(_KINDS)
    return ([] if kind else before) + [words[place]] + words[after if legal else place + 1 :]


def supplemented(name: str, clause: Clause, cast: Cast, told: Told) -> str:
    """The headline with a figure from the next clause, where both fit; else as it was."""
    words = [word for word in _told(clause, cast, told) if word.text not in ("是", "为")]
    addition = joined(words)
    together = f"{name}，{addition}"
    told_of = bool(words) and any(word.tag == "V" for word in words) and not fault(words)
    told_of = told_of or (bool(words) and words[-1].tag == "M")
    plain = (
        told_of
        and re.search(r"\d", addition)
        and len(addition) >= 5
        and not re.search(r"[“”《》：:？！]", addition)
    )
    return together if plain and len(together) <= LIMIT and not starts_badly(addition) else name


def _told(clause: Clause, cast: Cast, told: Told) -> list[Word]:
    """The clause's words, lean and with its pronouns resolved."""
    words = turned(chored(without_lead(pivot(undated(clause)), clause)), clause)
    return lean(resolved(words, cast, told), clause.main)
