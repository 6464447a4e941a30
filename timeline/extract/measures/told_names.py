"""Names that clauses of numbers begin with: 零川|以70327辆居第二, 云岫汽车|的9月交付量, “小北鹿”|以43亿元….

A name stands between two edges: it begins where a clause, an item or a quotation does, and ends before
a mark, a number, a measure, or a word that no name goes on with. The segmenter never saw most of them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from timeline.extract.language.name_shapes import HAN, PROPER, may_be_a_name, without_kind
from timeline.extract.language.words import plain_words, tag_of
from timeline.extract.measures.measure_words import is_measure, measures_in
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import CONNECTIVES, FILLERS, SUBORDINATE, THIRD_PERSON, wordset
from timeline.lexicon.naming import COMPANY_ENDINGS, GENERIC_NOUNS
from timeline.lexicon.owning import CROWD, EMPTY, LOOSE, NO_HEADS, OTHERS

LONGEST = 8  # characters of a name
_STRETCH = re.compile(rf"(?:(?<=\d)(?:年度?|月|日|季度?)|(?<![\d.%A-Za-z一-鿿]))({HAN}{{2,}})")
_LEADS = wordset("其中 而 但 由 在 向 对 与 和 给 被 让 是 此外 曾经 同时 包括 随后")
_OF = re.compile("的")
_ENDED = re.compile(rf"{HAN}{{2,6}}?(?:{COMPANY_ENDINGS})(?!{HAN}{{0,2}}[们类])")
_QUOTED = re.compile(
    rf"(?<![匹位只个名家的])[“「『]({HAN}{{2,6}})[”」』](?=[以的于在达实获年，,（(\d]|{HAN}{{0,4}}\d)"
)
_KINDS = ("公司", "集团", "品牌", "企业")  # what stands right after a firm's name
_TURNS = frozenset("pdcu")  # tags of words that no name goes on with, even of one character
_NO_NAMES = (
    EMPTY
    | LOOSE
    | CROWD
    | OTHERS
    | NO_HEADS
    | CONNECTIVES
    | FILLERS
    | SUBORDINATE
    | THIRD_PERSON
    | GENERIC_NOUNS
)
_NO_FIRST = frozenset("万亿兆元其该这那每各本占较比同环按据以如从当至近约超达仅共总净单首最更再又也均则将已")
_NO_PARTS = frozenset("vdrcpm")  # tags of words of which no name is made
_LINKS = frozenset("在从于和与及对向由")
_SINGLE_VERBS = frozenset("为达有是获超占年系")
_GROWS = re.compile(r"^[年季月同环](?:增|减|比)|[增减]$")
_OFTEN = 2


def told_names(stretches: Sequence[str]) -> set[str]:
    """The names of whom these sentences, each with a number, tell. Linear time."""
    runs = [run for stretch in stretches for run in _runs(stretch)]
    quoted = {name for stretch in stretches for name in _QUOTED.findall(stretch) if _may_be(name)}
    starts = Counter(run[:size] for run in runs for size in range(2, len(run[:LONGEST]) + 1))
    ends: Counter[str] = Counter()
    for run in runs:
        often = [size for size in range(2, len(run[:LONGEST]) + 1) if starts[run[:size]] >= _OFTEN]
        ended = _ENDED.match(run)
        if often or ended:
            ends.update(_begun(run, frozenset([*often, ended.end()] if ended else often)))
    found = {name for name, count in ends.items() if _is_told(name, count)} | quoted
    return found - set(_beginnings(sorted(found), starts, ends))


def _runs(text: str) -> Iterator[str]:
    """What stands where a name may begin: after what is no Chinese, after 其中, 在, 与 and a 的."""
    for match in _STRETCH.finditer(text):
        stretch = match[1]
        first = plain_words(stretch[:LONGEST])[0]
        start = len(first) if first in _LEADS or first in EMPTY else 0
        places = [start, *(lead.end() for lead in _OF.finditer(stretch, start))]
        for place in places:
            if place + 1 < len(stretch):
                yield without_kind(stretch[place : place + LONGEST + 6])[: LONGEST + 4]


@lru_cache(maxsize=4096)
def _begun(run: str, sizes: frozenset[int]) -> tuple[str, ...]:
    """The beginnings of a run, of these lengths, after which no name goes on."""
    words = plain_words(run)
    found, end = [], 0
    for word, following in zip(words, [*words[1:], ""], strict=True):
        end += len(word)
        if len(word) > 1 and (tag_of(word)[:1] in _NO_PARTS or word in ACTIONS):
            break
        if end in sizes and _ends_before(following, run[end:]):
            found.append(run[:end])
        if following in _LINKS:
            break  # 茶川|在中国
    return tuple(found)


def _ends_before(word: str, rest: str) -> bool:
    """Whether a name may end before this word of the run."""
    tag = tag_of(word)[:1]
    return (
        not word
        or rest.startswith(_KINDS)
        or tag in _TURNS
        or is_measure(word)
        or word in EMPTY
        or (len(word) > 1 and tag in "vt")
        or word in _SINGLE_VERBS
    )


def _is_told(name: str, count: int) -> bool:
    if not _may_be(name):
        return False
    if _ENDED.fullmatch(name):
        return True
    return count >= _OFTEN and _is_odd(name)


def _may_be(name: str) -> bool:
    return (
        may_be_a_name(name)
        and name not in _NO_NAMES
        and name[0] not in _NO_FIRST
        and name[-1] not in "母子分总"
        and not _GROWS.search(name)
        and not any(found.end - found.start > 1 for found in measures_in(name, 0, len(name)))
    )


def _is_odd(name: str) -> bool:
    """Whether a name is no phrase of common words: a character of it stands alone, or a word of it is a name."""
    if tag := tag_of(name):
        return tag in PROPER
    words = plain_words(name)
    return any(len(word) == 1 or not tag_of(word) or tag_of(word) in PROPER for word in words)


def _beginnings(names: Sequence[str], starts: Counter[str], ends: Counter[str]) -> Iterator[str]:
    """The names, of all in order, that are nothing but the beginning of the next (英川 of 英川达)."""
    for name, longer in pairwise(names):
        if longer.startswith(name) and starts[name] == starts[longer] and ends[longer] >= ends[name]:
            yield name
