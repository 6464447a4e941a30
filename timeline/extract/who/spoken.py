"""Who a clause speaks of, when it says so: a pronoun's name, or the nouns before the verb."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from timeline.extract.language.clauses import Clause
from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.undated import undated
from timeline.extract.language.words import Word
from timeline.extract.who.entities import Cast
from timeline.extract.who.pronouns import Told, of_the_two, stands_alone
from timeline.extract.who.whose import (
    ADVERBIAL,
    place_of_described,
)
from timeline.lexicon.actions import ACTIONS, LIGHT
from timeline.lexicon.grammar import (
    CONNECTIVES,
    FILLERS,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    KEPT_ADVERBS,
    wordset,
)

_GETS = wordset("获得 取得 得到 获 受到 遭到 接受 遭 遭受 受 获评 获批")
LONGEST = 12  # characters of a subject that is worth repeating
_BECOMES = wordset("待 等待 有待 成为 是 宣布 成了 变为 改名为 更名为 晋升为 跃居")


def subject_of(clause: Clause, cast: Cast, told: Told) -> str:
    """Who a clause speaks of, when it says so: a pronoun's name, or the nouns before the verb."""
    if clause.verb < 0:
        return _without_verb(clause, cast)
    if is_known(clause.words[-1].text, cast) and is_attributive(clause.words, clause.verb):
        return clause.words[-1].text  # 1940年出生的苏遥，于…
    made = any(word.tag == "N" for word in clause.words[: clause.verb])
    if made and clause.words[-1].tag == "N" and clause.words[clause.verb + 1].text == "的":
        return _head_noun(clause)
    words = [word for word in undated(clause) if word.tag not in "TB"]
    if start := place_of_described(words):
        run = [word.text for word in takewhile(lambda word: word.tag in "NQ", words[start:])]
        while len(run) > 1 and len("".join(run)) > LONGEST:
            run = run[1:]  # whoever it is stands last: 远禾公司大班|苏遥
        return "".join(run)
    limit = clause.words[clause.verb].start
    for position in range(_end_of_role(words, limit), len(words)):
        if words[position].start >= limit:
            break
        said = _told_at(words, position, limit, cast, told)
        if said is not None:
            return said
        if not _only_leads(words, position):
            return _nouns(words, position, limit, cast, told)
    return ""


def _told_at(words: Sequence[Word], position: int, limit: int, cast: Cast, told: Told) -> str | None:
    """The subject where a word before any noun settles it: a pronoun, or what has none; None to read on."""
    word = words[position]
    pronoun = _pronoun(words, position, cast, told)
    if pronoun is not None:
        return pronoun
    if word.text in ("和", "与", "跟", "同") and position == 0:
        return ""  # 和两个同学租下…: whoever was spoken of, with them
    following = words[position + 1].tag if position + 1 < len(words) else ""
    if _says_how(words, position):
        return ""  # 大|举借外债
    if word.text == "同意" or (word.text == "将" and following in ("N", "Q")):
        return ""  # 同意远禾与云帆签约, 将文书捐给远禾: whoever does
    if _only_leads(words, position):
        return None
    if word.text in _BECOMES or (word.text in _GETS and not is_attributive(words, position)):
        return ""
    if following == "N" and word.text in ACTIONS and ACTIONS[word.text].act in LIGHT:
        return ""  # 完成股份制改造: what is done, not who did it
    if word.tag == "P" or (word.tag == "V" and not is_attributive(words, position) and following != "N"):
        return _described(words[position:], limit, cast)
    return None


def _only_leads(words: Sequence[Word], position: int) -> bool:
    """Whether a word before the subject is no part of it: 但, 已经, 成功."""
    word = words[position]
    return (
        word.tag in "XUDC"
        or word.text in CONNECTIVES
        or word.text in KEPT_ADVERBS
        or word.text in FILLERS
        or (word.text in ADVERBIAL and words[position + 1 : position + 2][0].tag in "VDPC")
    )


def _nouns(words: Sequence[Word], start: int, limit: int, cast: Cast, told: Told) -> str:
    """The nouns from a place on, up to what is said of them."""
    parts: list[Word] = []
    for position in range(start, len(words)):
        word = words[position]
        following = words[position + 1] if position + 1 < len(words) else None
        if word.start >= limit or (parts and _ends_the_nouns(words, position)):
            break
        if parts and parts[-1].text == "的" and (pronoun := _pronoun(words, position, cast, told)):
            return pronoun  # 25岁的他
        described = word.tag == "V" and (
            is_attributive(words, position) or (following and following.tag == "N")
        )
        first_of = word.text == "前" and parts and following and following.tag == "M"  # 美国前八大航空公司
        if not (described or first_of) and (word.tag not in "NAMQU" or word.text in ("了", "着", "过")):
            break
        parts.append(word)
    return _short_subject(parts, cast)


def _ends_the_nouns(words: Sequence[Word], position: int) -> bool:
    """Whether what is said of a subject begins: X|获得批准, 远禾|新开10家门店, 客户|多提前拉货."""
    word = words[position]
    return (
        word.text in KEPT_ADVERBS
        or word.text in FILLERS
        or (word.text in _GETS and not is_attributive(words, position))
        or _says_how(words, position)
        or word.text in ("多", "均", "皆", "都", "大多", "各")
    )


def _says_how(words: Sequence[Word], position: int) -> bool:
    """Whether an adjective is an adverb before its verb: 远禾|新|开10家门店, 远禾|积极|公告."""
    word, following = words[position], words[position + 1 : position + 2]
    adverb = len(word.text) == 1 or word.text in ADVERBIAL
    return word.tag == "A" and adverb and bool(following) and following[0].tag == "V"


def _without_verb(clause: Clause, cast: Cast) -> str:
    """Who a clause only names, describes, or names a price of: 现年55岁的苏遥，于…."""
    first = next((word for word in undated(clause) if word.tag not in "XUDC"), None)
    if first and first.text in FIRST_PERSON | FIRST_PERSON_PLURAL:
        return cast.author if first.text in FIRST_PERSON else cast.we
    if first and cast.is_ours(first.text):
        follows = clause.words[clause.words.index(first) + 1 :][:1]
        return f"{first.text}等" if follows and follows[0].text == "、" else first.text
    last = next((word.text for word in reversed(clause.words) if word.tag != "X"), "")
    if last in cast.people:
        return last  # 现年55岁的苏遥，于…
    told_of = (word.text for word in clause.words if word.text in cast.people)
    return _before_a_price(clause) or (next(told_of, "") if first and first.tag in "NAM" else "")


def _counted_head(parts: Sequence[Word]) -> str:
    """临海25家实力不俗的作坊 → 25家作坊: what describes is no owner."""
    last = max((i for i, word in enumerate(parts) if word.text == "的"), default=0)
    count = next((word.text for word in parts[:last] if word.tag == "M"), "")
    described = last and parts[last - 1].tag in "AV" and count
    return count + "".join(word.text for word in parts[last + 1 :]) if described else ""


def is_known(name: str, cast: Cast) -> bool:
    return name in cast.people or cast.is_ours(name)


def _head_noun(clause: Clause) -> str:
    """三款远禾自主打造的播种机, told before a comma → 三款播种机."""
    words = [word for word in undated(clause) if word.tag not in "TBX"]
    last = max((i for i, word in enumerate(words) if word.text == "的"), default=-1)
    count = words[0].text if words and words[0].tag == "M" else ""
    name = count + "".join(word.text for word in words[last + 1 :])
    return name if len(count) + 2 <= len(name) <= LONGEST else ""


def _before_a_price(clause: Clause) -> str:
    """Who pays: 远禾农机以4亿元的价格，收购…."""
    words = [word for word in undated(clause) if word.tag not in "XTB"]
    end = next((i for i, word in enumerate(words) if word.text in ("以", "耗资", "斥资")), 0)
    name = "".join(word.text for word in words[:end])
    return name if 2 <= len(name) <= LONGEST and all(word.tag in "NAQ" for word in words[:end]) else ""


def _described(words: Sequence[Word], limit: int, cast: Cast) -> str:
    """Who is described first, before the verb: 刚从大学毕业的|陈小云|在…租下一间办公室."""
    for before, word in pairwise(words):
        if word.start >= limit:
            break
        if before.text == "的" and cast.is_ours(word.text):
            return word.text
    return ""


def _end_of_role(words: Sequence[Word], limit: int) -> int:
    """作为国内最早的一批厂商的云帆…: the subject stands after the role."""
    first = next((i for i, word in enumerate(words) if word.tag not in "XUDC"), -1)
    if first < 0 or words[first].text != "作为":
        return 0
    return max((i + 1 for i, word in enumerate(words) if word.text == "的" and word.start < limit), default=0)


def _pronoun(words: Sequence[Word], position: int, cast: Cast, told: Told) -> str | None:
    word = words[position]
    if word.text in FIRST_PERSON_PLURAL and stands_alone(words, position):
        return (told.company or word.text) if word.text in ("公司", "集团") else cast.we
    if word.text in FIRST_PERSON:
        return cast.author
    if word.text in ("他", "她"):
        return told.person
    return of_the_two(word.text, told)


def _short_subject(parts: Sequence[Word], cast: Cast) -> str:
    """The nouns as a subject that may be repeated; a person without his title, a product by its name."""
    if not any(word.tag in "NQ" for word in parts) or parts[-1].text in ("方面", "层面", "领域", "情况"):
        return ""  # 毛利率方面，…
    name = "".join(word.text for word in parts).strip("的")
    if not any(word.text == "、" for word in parts):
        for known in (word.text for word in reversed(parts)):
            if known in cast.people:
                return known
    listed = next((i for i, word in enumerate(parts) if word.text == "、"), 0)
    if len(name) > LONGEST and listed and parts[listed - 1].text in cast.people:
        return f"{parts[listed - 1].text}等"
    if len(name) > LONGEST:
        quoted = next((word.text for word in parts if word.tag == "Q"), "")
        product = next((word.text for word in parts if word.text in cast.products), "")
        owner = name.rsplit("的", 1)[0]
        ours = cast.company if cast.is_company(name) and len(owner) > LONGEST else ""
        owner = _counted_head(parts) or owner
        name = quoted or product or ours or owner
    elif "的" in name and len(name) > 8:
        owner, _, thing = name.rpartition("的")
        name = owner if thing in ("成功", "发展", "增长", "表现", "规模", "扩张") else name
    return name if 2 <= len(name) <= LONGEST else ""
