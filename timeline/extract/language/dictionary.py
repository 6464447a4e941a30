"""The dictionary of Chinese words: what is a word, of which kind, and the likeliest row of them."""

import re
from functools import lru_cache
from math import log
from sys import intern

from timeline.lexicon.actions import ACTIONS, CONCEPTS
from timeline.lexicon.grammar import (
    CONNECTIVES,
    DENIED,
    FILLERS,
    FIRST_PERSON_PLURAL,
    FORECASTS,
    HABITS,
    MENTAL,
    NEGATIONS,
    NOUNS,
    OPINIONS,
    PLANS,
    RUMOURS,
    SUBORDINATE,
    TIME_BEFORE,
)

# What the dictionary has words of, and what stands between.
_BLOCK = re.compile(r"([\u4e00-\u9fd5a-zA-Z0-9+#&._%-]+)")
_MARK = re.compile(r"\r\n|.", re.S)
_CERTAIN = 100_000  # a frequency that no chance neighbour (造|车上) outweighs
# Words of ours that the segmenter must know.
_LEXICON = frozenset().union(
    ACTIONS, CONCEPTS, TIME_BEFORE, SUBORDINATE, CONNECTIVES, FILLERS, OPINIONS, FIRST_PERSON_PLURAL, PLANS,
    FORECASTS, HABITS, MENTAL, NOUNS, DENIED, NEGATIONS, RUMOURS,
    ("纽交所", "港交所", "上交所", "深交所", "北交所", "联交所", "证交所", "台交所", "新交所", "伦交所"),
)  # fmt: skip


@lru_cache(maxsize=1)
def _dictionary() -> tuple[dict[str, float | None], float, dict[str, str]]:
    """(the logarithm of each word's share, None for what only begins words; an unknown character's; tags).

    A second, once a process. The dictionary is read here, not through the segmenter's own cache: that is a file in a folder
    which everybody may write to.
    """
    import jieba

    segmenter, tags = jieba.Tokenizer(), {}
    known: dict[str, int] = {}
    with segmenter.get_dict_file() as rows:
        for row in rows:
            word, count, tag = row.decode("utf-8").split()
            tags[word] = intern(tag)
            known[word] = int(count)
    for word in tags:
        for size in range(1, len(word)):
            known.setdefault(word[:size], 0)
    segmenter.FREQ = known
    segmenter.total = sum(known.values())
    segmenter.initialized = True
    for word in sorted(_LEXICON):
        if len(word) > 1:
            segmenter.add_word(word, _CERTAIN if word in CONCEPTS else None)
    whole = log(segmenter.total)
    shares = {count: log(count) - whole if count else None for count in set(segmenter.FREQ.values())}
    return {word: shares[count] for word, count in segmenter.FREQ.items()}, -whole, tags


def tag_of(word: str) -> str:
    """The dictionary's tag of a word: n, nr, ns, v, d …; "" if it does not know it."""
    return _dictionary()[2].get(word, "")


def plain_words(text: str) -> list[str]:
    """The dictionary's words of a stretch of Chinese."""
    if _BLOCK.fullmatch(text):
        return _likeliest(text)
    words: list[str] = []
    for piece in _BLOCK.split(text):
        if _BLOCK.match(piece):
            words += _likeliest(piece)
        else:
            words += _MARK.findall(piece)
    return words


def _likeliest(text: str) -> list[str]:
    """The row of words with the greatest product of shares; Latin letters and digits stay together."""
    weights, missing, _ = _dictionary()
    size = len(text)
    scores, ends = [0.0] * (size + 1), [0] * size
    for start in range(size - 1, -1, -1):
        best, best_end = missing + scores[start + 1], 0
        for end in range(start + 1, size + 1):
            word = text[start:end]
            if word not in weights:
                break
            weight = weights[word]
            if weight is not None and (not best_end or weight + scores[end] >= best):
                best, best_end = weight + scores[end], end
        scores[start], ends[start] = best, best_end or start + 1
    words, start, letters = [], 0, False
    while start < size:
        word = text[start : ends[start]]
        start = ends[start]
        if len(word) == 1 and word.isascii() and word.isalnum():
            if letters:
                words[-1] += word
            else:
                words.append(word)
            letters = True
        else:
            words.append(word)
            letters = False
    return words
