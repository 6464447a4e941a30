"""Words → a headline of 24 characters: of all that may go, what costs least goes."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from timeline.extract.headlines.parts import Part, first_step, parts_of
from timeline.extract.headlines.wellformed import fault, hanging, not_closed, trimmed
from timeline.extract.language.words import Word, joined, length

LIMIT = 24  # characters of a headline
WIDEST = 30  # characters of a headline that would be cut in two at LIMIT
SHORT = 14  # characters of a headline to which a figure may be added
_QUOTED = range(14, 6, -1)  # characters of a quotation in a headline that is too long, the most first
_DEAREST = 9.0  # what is lost may not cost more
_MOST_PARTS = 8  # of which every choice is weighed
_FAR = 60  # words; what lies beyond is in no headline
_LEGAL_FORM = re.compile(r"(?:股份)?有限(?:责任)?公司(?=[”」』])")
_NO_CENTS = re.compile(r"\.0+(?!\d)")


def shortened(words: list[Word], verb: Word | None) -> list[Word]:
    """The cheapest choice of what to leave out that fits and may be printed; else the beginning, with an ellipsis."""
    words = trimmed(words)
    if length(words) <= LIMIT:
        return words
    words = first_step(words[:_FAR], verb)
    if verb is not None and verb not in words:
        verb = next((word for word in reversed(words) if word.tag == "V"), verb)
    fits = [
        (LIMIT, longest) for longest in _QUOTED if longest == _QUOTED[0] or any(w.tag == "Q" for w in words)
    ]
    for limit, longest in (*fits, (WIDEST, _QUOTED[0])):
        short = [_in_short(word, longest) for word in words]
        for left in _choices(short, parts_of(short, verb)):
            if length(left) <= limit and not fault(left):
                return left
    return _quoted(words)


def _choices(words: list[Word], parts: list[Part]) -> Iterator[list[Word]]:
    """What every choice of parts leaves, the cheapest first."""
    parts = sorted(parts, key=lambda part: part.cost)[:_MOST_PARTS]
    every = [chosen for count in range(len(parts) + 1) for chosen in combinations(parts, count)]
    priced = sorted((_price(chosen), index) for index, chosen in enumerate(every))
    found = (trimmed(_without(words, every[index])) for cost, index in priced if cost <= _DEAREST)
    yield from (left for left in found if left and not _stranded(left))


def _stranded(words: Sequence[Word]) -> bool:
    """Whether a preposition has lost what it led to: 跟|一同, 从|在…."""
    return any(
        word.tag == "P" and after.tag in "PD" and after.start > word.end for word, after in pairwise(words)
    )


def _price(parts: Sequence[Part]) -> float:
    """What parts cost together: one that lies within another costs nothing more."""
    return sum(
        part.cost
        for part in parts
        if not any(o != part and o.start <= part.start and part.end <= o.end for o in parts)
    )


def _without(words: Sequence[Word], parts: Sequence[Part]) -> list[Word]:
    """The words without parts, and what stands instead of them."""
    gone = {index for part in parts for index in range(part.start, part.end)}
    instead = {part.start: part.instead for part in parts if part.instead}
    left: list[Word] = []
    for index, word in enumerate(words):
        if index in instead and left and left[-1].text != instead[index]:
            left.append(Word(word.start, word.start, instead[index], "U"))
        if index not in gone:
            left.append(word)
    return left


def _in_short(word: Word, longest: int) -> Word:
    """「远景电子股份有限公司」 → 「远景电子」; 1,000.00万元 → 1,000万元."""
    if word.tag == "Q":
        text = _LEGAL_FORM.sub("", word.text)
        more = 0 if text[0] == "《" or longest < _QUOTED[0] else 6
        return word._replace(text=f"{text[: longest - 2]}…{text[-1]}" if len(text) > longest + more else text)
    plain = _NO_CENTS.sub("", word.text).replace("元人民币", "元")
    return word._replace(text=plain) if word.tag == "M" else word


def _quoted(words: list[Word]) -> list[Word]:
    """The beginning of a clause that nothing can be taken from: 远禾当选为临海市农机工业协会第五届…."""
    while words and length(words) >= LIMIT:
        last, room = words[-1], LIMIT - length(words[:-1]) - 2
        if last.tag == "Q" and room >= 5 and joined([last])[0] in "“「":
            return [*words[:-1], last._replace(text=f"{last.text[:room]}…{last.text[-1]}")]
        words = words[:-1]
    while words and (hanging(words) or not_closed(joined(words))):
        words = words[:-1]
    return [*words[:-1], words[-1]._replace(text=f"{words[-1].text}…")] if words else []
