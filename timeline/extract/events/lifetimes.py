"""Steps that a firm takes once, however they are worded: its founding, its listing, a round of money.

Vocabulary: a *life* is what a mention says of such steps: the firms it names, the exchange, the sums.
Two lives of one step are the same when the firms and the dates agree; the other words do not matter.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.extract.events.marks import BRANCH, Marks
from timeline.extract.who.firm_names import may_be_firm
from timeline.lexicon.exchanges import exchanges_in
from timeline.model import Document, Mention
from timeline.numbers import read_number
from timeline.text import view

_NAME = r"[\u4e00-\u9fffA-Za-z]{2,16}"
_FOUND = "成立|创立|创办|创建|诞生"
_OBJECT = re.compile(rf"(?:{_FOUND})(?:了|起)?({_NAME})")
_SUBJECT = re.compile(
    rf"({_NAME})(?:[（(][^（()）]*[)）])?(?:正式)?(?:于[^，。]{{4,12}}?|在[^，。]{{2,12}}?){{0,2}}(?:注册)?(?:{_FOUND})"
)
# A step that dates something else is not told: 成立的第三年, 成立以来, 上市之后, 成立十周年.
_NOT_TOLD = r"(?![^，。；]{0,12}?(?:的第|年头|周年))(?!之?[后前时初]|以来|伊始|之际|至今|不到|不足|仅|才|已|近|满|约|超过|[\d一二两三四五六七八九十]+[多余]?个?年)"
_FOUNDED = re.compile(rf"(?:{_FOUND}){_NOT_TOLD}")
_LISTED = re.compile(r"(?:上市|挂牌|敲钟|登陆|listed)(?!的|公司|首日|成立|申请|辅导|条件)" + _NOT_TOLD)
_SHARES = re.compile(r"挂牌交易|上市交易|敲钟|发行价|股价|股票|每股|募集资金|证券代码|证券简称|IPO")
_OFFSPRING = re.compile(r"子公司|旗下")  # whose listing is not the firm's that is named
_ORDINAL = re.compile(r"第(?=[\d一二两三四五六七八九十百千万])")
_FIRST = re.compile(r"首[次批度个家座台款辆架艘只]|第一[次批个家座台款辆架艘只]")
_SUM = re.compile(r"[\d一二两三四五六七八九十]")
_MONEY = re.compile(r"\s*(?:元|块|人民币|美元|美金|港元|港币|欧元|日元|英镑|新台币)")
_ROUND = re.compile(r"(?<![A-Za-z])(Pre-?[A-H]\d?|[A-H]\d?\+*|种子|天使)\s*轮", re.I)  # each raised once
_RAISE = frozenset({"fund", "invest", "acquire"})
_LIKELY = re.compile(
    r"成立|[创創][立办辦建]|[诞誕]生|上市|[挂掛]牌|敲[钟鐘]|登[陆陸]|listed|第|首"
)  # in either script
_SELF = re.compile(r"我们|公司|集团|本行|我司")
# Words that say nothing of whose step it is.
_COMMON = re.compile(
    r"公司|集团|我们|股份|有限|正式|首次|第一|成功|成立|创立|创办|上市|挂牌|登陆|交易所|证券|香港|上海|深圳|北京|科创板|创业板|主板|港交所|联交所"
    r"|募集|资金|发行|下线|交付|[年月日于在的了向与和第万亿百千一二三四五六七八九十]"
)
_QUOTED = re.compile(r"“([\u4e00-\u9fff]{3,8})”(?=(?:股票|在|于|正式|成功)?[^“”]{0,14}(?:上市|挂牌))")
_PRONOUNS = re.compile(r"^(?:我们|公司|集团|本公司|自己|这家|一家|的|于|在|了|起来)|(?:我|和|与|前身)$")
WINDOW = 8  # neighbours by date that a mention is compared with
_MONTH, _SEASON = 31, 92  # days: sums are compared only where the dates are this sharp
APART_AT_MOST = 800  # days between two dates of one step, if they disagree


@dataclass(frozen=True, slots=True)
class Life:
    step: str  # found, list, raise, number N to …; "" for anything else
    firms: frozenset[str]
    places: frozenset[str]  # exchanges
    sums: frozenset[float]
    words: frozenset[str]  # the other words of the headline
    told: str  # the evidence
    about: str  # title and publisher: what 公司 and 集团 mean where no firm is named


NO_LIFE = Life("", frozenset(), frozenset(), frozenset(), frozenset(), "", "")


def read_life(mention: Mention, mark: Marks, document: Document) -> Life:
    """The life of a mention, from its headline, its evidence and its document's head."""
    if mention.modality != "fact":
        return NO_LIFE
    evidence = document.text[mention.start : mention.end]
    if not (_LIKELY.search(evidence) or mark.acts & _RAISE):
        return NO_LIFE
    text = view(evidence).text
    step = _step(mark, text)
    if not step:
        return NO_LIFE
    firms = _founded(mention, text) if step == "found" else _named(mention)
    sums = frozenset(_sums(text)) if step.startswith("raise") else frozenset()
    about = _about(document.title, document.publisher)
    places = exchanges_in(text) if step == "list" else frozenset()
    return Life(step, firms, places, sums, mark.words | mark.products, text, about)


@lru_cache(maxsize=256)  # the mentions of a document come one after another only by chance
def _about(title: str, publisher: str) -> str:
    return view(f"{title} {publisher}").text


def _step(mark: Marks, text: str) -> str:
    if "found" in mark.acts and _FOUNDED.search(text) and not BRANCH.search(text):
        return "found"
    if _LISTED.search(text) and (exchanges_in(text) or _SHARES.search(text)):
        return "" if _OFFSPRING.search(text) else "list"
    act = min(mark.acts, default="")
    if act and (nth := _nth(text)):
        return f"number {nth:g} to {act}"
    if act and _FIRST.search(text):
        return f"first to {act}"
    if not mark.acts & _RAISE:
        return ""
    rounds = {found.upper() for found in _ROUND.findall(text)}
    return f"raise round {min(rounds)}" if len(rounds) == 1 else "raise"


def _nth(text: str) -> float:
    """The N of an Nth piece, of a hundred or more; 0 if none is told."""
    for match in _ORDINAL.finditer(text):
        number = read_number(text, match.end())
        if number and number.value and number.value >= 100 and number.comparator == "=":
            return float(number.value)
    return 0.0


def _named(mention: Mention) -> frozenset[str]:
    """The firms that a mention names, the one that its headline puts in quotation marks among them."""
    quoted = {match[1] for match in _QUOTED.finditer(mention.name)}
    return frozenset(name for name in {*mention.entities, *quoted} if may_be_firm(name))


def _founded(mention: Mention, text: str) -> frozenset[str]:
    """The firms that a founding names: its object or subject, else the names of the headline."""
    found = {match[1] for pattern in (_OBJECT, _SUBJECT) for match in pattern.finditer(text)}
    named = {name for name in found if not _PRONOUNS.search(name) and not name.startswith("的")}
    inside = {
        entity
        for entity in mention.entities
        if any(entity in name or name.split("的")[0] in entity for name in named)
    }
    return frozenset(
        inside
        or named
        or (entity for entity in mention.entities if entity in mention.name and may_be_firm(entity))
    )


def _sums(text: str) -> list[float]:
    """Sums of money of a million or more."""
    sums, position = [], 0
    while match := _SUM.search(text, position):
        number = read_number(text, match.start())
        position = max(match.end(), number.end if number else 0)
        if number and number.value and number.value >= 10**6 and _MONEY.match(text, number.end):
            sums.append(float(number.value))
    return sums


def life_pairs(mentions: Sequence[Mention], lives: Sequence[Life]) -> Iterator[tuple[int, int]]:
    """Pairs of mentions worth comparing: neighbours by date among those of one step (exchange, sum)."""
    blocks: dict[tuple[str, object], list[int]] = defaultdict(list)
    for index, life in enumerate(lives):
        day = mentions[index].earliest if mentions[index].earliest == mentions[index].latest else None
        step, _, which = life.step.partition(" round ")
        sums = life.sums | {which} if which else life.sums
        keys = {"raise": sums, "list": {*life.places, day} - {None}, "": ()}.get(step, ("",))
        for key in keys:
            blocks[step, key].append(index)
    pairs = set()
    for block in blocks.values():
        block.sort(key=lambda index: (mentions[index].earliest, mentions[index].latest, index))
        for place, left in enumerate(block):
            pairs.update(
                (min(left, right), max(left, right)) for right in block[place + 1 : place + 1 + WINDOW]
            )
    yield from sorted(pairs)


def same_step(left: Mention, right: Mention, a: Life, b: Life) -> tuple[float, str]:
    """How surely two mentions of different documents tell one step of one firm (0: not), and why."""
    raised = "raise" in (a.step, b.step) and a.step.startswith("raise") and b.step.startswith("raise")
    if not a.step or (a.step != b.step and not raised) or left.doc_id == right.doc_id:
        return 0.0, ""
    overlap = left.earliest <= right.latest and right.earliest <= left.latest
    if raised:
        days = sorted((m.latest - m.earliest).days for m in (left, right))
        sharp = days[0] <= _MONTH and days[1] <= _SEASON  # 年底, said of a day in December
        sums = a.sums & b.sums
        return (6.5, f"one sum in one month: {min(sums):g}") if sums and overlap and sharp else (0.0, "")
    if a.step.startswith("first") and not _alike(a, b):
        return 0.0, ""
    if not _one_firm(a, b) or (a.step == "list" and not _one_place(left, right, a, b)):
        return 0.0, ""
    gap = max((right.earliest - left.latest).days, (left.earliest - right.latest).days)
    if overlap:
        return 7.0, f"a firm does this once: {a.step}"
    if gap <= APART_AT_MOST:
        return 5.0, f"a firm does this once, told with two dates: {a.step}"
    return 0.0, ""


def _one_place(left: Mention, right: Mention, a: Life, b: Life) -> bool:
    """One exchange; where one of them names none, one day."""
    if a.places and b.places:
        return bool(a.places & b.places)
    return left.earliest == left.latest == right.earliest == right.latest


def _alike(a: Life, b: Life) -> bool:
    """A first of one thing: most of the other words are the same."""
    shared = a.words & b.words
    return len(shared) >= 2 and len(shared) >= 0.6 * min(len(a.words), len(b.words))


def names_one_firm(a: Life, b: Life) -> bool:
    """Whether both name the firm that was founded or listed."""
    return a.step in ("found", "list") and bool(a.firms and b.firms) and _one_firm(a, b)


def _one_firm(a: Life, b: Life) -> bool:
    if a.firms and b.firms:
        return any(
            _short_for(left, right) or _short_for(right, left) for left in a.firms for right in b.firms
        )
    if not a.firms and not b.firms:
        subject = _subject(a.told)
        return bool(subject) and subject == _subject(b.told)
    told, other = (a, b) if a.firms else (b, a)
    return any(firm in other.about or firm in other.told for firm in told.firms)


def _short_for(short: str, name: str) -> bool:
    """Whether a name is the other in short: 云帆 of 云帆科技, 岩州湖酒 of 岩州青石镇湖酒."""
    if short in name:
        return True
    if len(short) < 4 or short[:2] != name[:2] or short[-2:] != name[-2:]:
        return False
    rest = iter(name)
    return all(character in rest for character in short)


def _subject(text: str) -> str:
    """How the first stretch of Chinese begins, where a short text names its subject; "" for 公司, 我们."""
    if _SELF.search(text):
        return ""
    first = re.search(r"[\u4e00-\u9fff]{2,}", _COMMON.sub(" ", text))
    return first[0][:3] if first else ""
