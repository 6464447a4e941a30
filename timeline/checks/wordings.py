"""The same sentence quoted in different words, inside one document and across documents.

Vocabulary: a *saying* is a stretch that claims to be somebody's words or a slogan (in quotation
marks, after 说：, emphasised) or a heading; its `core` is its content without punctuation and
without the small words that people change without noticing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.model import Check, Event, Span
from timeline.text import fold

SHORTEST, LONGEST = 7, 80  # characters of a core that is compared
SIMILAR = 80  # percent
GRAM = 4
COMMON = 40  # a piece that so many sayings share says nothing

_SAYING = re.compile(
    r"“(?P<a>[^“”]{5,120})”|「(?P<b>[^「」\n]{5,120})」|『(?P<c>[^『』\n]{5,120})』|\"(?P<d>[^\"\n]{5,120})\""
    r"|\*\*(?P<e>[^*\n]{5,80})\*\*"
    r"|(?:说|说道|表示|一句话|口号|名言|强调|坦言|写道|宣布|承诺|理念|信条|准则|铁律|宗旨|使命|愿景|标语|格言|八个字|是)[:：]\s*(?P<f>[^“”「」\"\n。！？!?；]{5,60})"
)
_LINE = re.compile(r"^[ \t#*]*([^\n。！？!?；;“”<>|=]{7,30}?)[ \t]*$", re.MULTILINE)
_SMALL = re.compile(r"[\W_和与及跟的地得了着啊呀吧呢嘛哦]+")
# Quoted names of awards, programmes, reports are no sayings.
_NAME = re.compile(
    r"(?:企业|奖|称号|工程|计划|项目|中心|大会|论坛|公司|基地|平台|系统|报告|标准|体系|行动|活动|产品|版|展|赛|榜|单位|品牌|协议|合同"
    r"|办法|条例|规定|通知|意见|方案|指南|白皮书|年会|峰会|大学|学院|研究院|实验室|银行|基金|集团)$"
)
_PUNCTUATED = re.compile(r"[，、,！!？?\s]")
_SPOKEN = re.compile(r"[我你您他她它们咱就是要不能会有没让做把被最都只可必敢永相信别为]")
_NUMERAL = re.compile(r"[\d一二三四五六七八九十百千两]+")
_SERIES = re.compile(r"[\d一二三四五六七八九十]+[年月日届期版代号季章节次名位]")


class Saying(NamedTuple):
    document: int  # index of its reading
    start: int
    end: int
    core: str
    quoted: bool  # its place counts in the view; that of a bare line counts in the document's text


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind wording: one for each variant of a saying, beside its most frequent form."""
    sayings = [saying for index, reading in enumerate(readings) for saying in _quoted(index, reading.text)]
    pieces = {piece for saying in sayings for piece in _pieces(saying.core)}
    # The view joins lines, headings among them; bare lines are read from the text itself.
    plain = [fold(reading.document.text) for reading in readings]
    for index, text in enumerate(plain):
        sayings += (line for line in _lines(index, text) if not pieces.isdisjoint(_pieces(line.core)))
    said_in: dict[int, list[Saying]] = defaultdict(list)
    for saying in sayings:
        said_in[saying.document].append(saying)
    pairs: list[tuple[str, str]] = []
    homes: dict[str, int] = {}  # the document in which a wording was found
    for left, right in _alike(sayings):
        wordings = _variant(left, right)
        pairs += [wordings] if all(wordings) else []
        for core in wordings:
            homes.setdefault(core, min(s.document for s in (left, right) if core in s.core))
    for usual, variant in _settled(pairs, sayings):
        first, second = (_first(core, said_in[homes[core]], readings, plain) for core in (usual, variant))
        left, right = sorted((first, second))
        texts = [readings[document].document.text[span.start : span.end] for document, span in (left, right)]
        yield make("two-wordings", left[1], right[1], text=texts[0], other=texts[1])


def _quoted(document: int, text: str) -> Iterator[Saying]:
    for match in _SAYING.finditer(text):
        start, end = match.span(match.lastgroup or 0)
        if "\n\n" not in match[0] and _says_something(text[start:end].strip()):
            yield from _saying(document, text, start, end, quoted=True)


def _lines(document: int, text: str) -> Iterator[Saying]:
    for match in _LINE.finditer(text):
        yield from _saying(document, text, *match.span(1), quoted=False)


def _saying(document: int, text: str, start: int, end: int, *, quoted: bool) -> Iterator[Saying]:
    core = _core(text[start:end])
    if SHORTEST <= len(core) <= LONGEST:
        yield Saying(document, start, end, core, quoted)


def _core(words: str) -> str:
    return _SMALL.sub("", words).casefold()


def _pieces(core: str) -> Iterator[str]:
    return (core[at : at + GRAM] for at in range(len(core) - GRAM + 1))


def _says_something(words: str) -> bool:
    return bool(_PUNCTUATED.search(words) or (_SPOKEN.search(words) and not _NAME.search(words)))


def _alike(sayings: Sequence[Saying]) -> Iterator[tuple[Saying, Saying]]:
    """Pairs that share a piece of four characters, one pair for each two cores."""
    homes: dict[str, dict[str, Saying]] = defaultdict(dict)
    for saying in sayings:
        for piece in _pieces(saying.core):
            known = homes[piece]
            if saying.core not in known or saying.quoted > known[saying.core].quoted:
                known[saying.core] = saying
    seen: set[tuple[str, str]] = set()
    for piece in sorted(homes):
        group = sorted(homes[piece].values(), key=lambda s: (s.core, s[:3]))
        if len(group) > COMMON:
            continue
        for index, left in enumerate(group):
            for right in group[index + 1 :]:
                key = (left.core, right.core)
                if key not in seen and (left.quoted or right.quoted):
                    seen.add(key)
                    yield left, right


def _variant(left: Saying, right: Saying) -> tuple[str, str]:
    """The two wordings where both tell the same sentence differently, else ("", "")."""
    short, long = sorted((left, right), key=lambda s: (len(s.core), s.core))
    if short.core in long.core or len(long.core) > 1.6 * len(short.core):
        return "", ""
    a, b = short.core, long.core
    if len(a) < 0.85 * len(b):  # a piece of the longer one may be the variant
        found = fuzz.partial_ratio_alignment(a, b, score_cutoff=SIMILAR)
        if found is None or found.src_end - found.src_start < len(a):
            return "", ""
        b = b[found.dest_start : found.dest_end]
    distance = Levenshtein.distance(a, b)
    if a[0] != b[0] or a[-1] != b[-1] or not 0 < distance <= max(1, len(a) // 5) or _counts(a, b):
        return "", ""
    return a, b


def _counts(a: str, b: str) -> bool:
    """Do they differ in a running number only (第3届, 2021年报)?"""
    return _NUMERAL.sub("0", a) == _NUMERAL.sub("0", b) and bool(_SERIES.search(a))


def _settled(pairs: Sequence[tuple[str, str]], sayings: Sequence[Saying]) -> Iterator[tuple[str, str]]:
    """Each group of variants as (usual form, variant) pairs."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for a, b in pairs:
        neighbours[a].add(b)
        neighbours[b].add(a)
    told = Counter(saying.core for saying in sayings)
    done: set[str] = set()
    for core in sorted(neighbours, key=lambda c: (-told[c], c)):
        for other in sorted(neighbours[core] - done):
            yield core, other
        done |= {core}


def _first(
    core: str, sayings: Sequence[Saying], readings: Sequence[Reading], plain: Sequence[str]
) -> tuple[int, Span]:
    """Where these words are first said in a document: its index and the place, cut to the words."""
    saying = min((saying for saying in sayings if core in saying.core), key=lambda saying: saying.start)
    reading, start = readings[saying.document], saying.start
    text = reading.text if saying.quoted else plain[saying.document]
    places = [at for at in range(start, saying.end) if _core(text[at])]
    at = saying.core.index(core)
    first, last = places[at], places[at + len(core) - 1] + 1
    span = reading.locate(first, last) if saying.quoted else Span(reading.doc_id, first, last)
    return saying.document, span
