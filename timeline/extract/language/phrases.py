"""Phrases that a headline can do without: where, by whom, with whom, for what."""

from collections.abc import Sequence

from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.words import Word, length

LIMIT = 24  # characters of a headline


def without_partner(words: list[Word], verb: Word | None) -> list[Word]:
    """远禾与…签订合约 → 远禾签订合约: with whom, when nothing else can go."""
    return without_phrases(words, verb, kept=())


def without_agent(words: list[Word], verb: Word | None) -> list[Word]:
    """远禾机械股份有限公司由…有限公司整体变更设立 → 远禾机械整体变更设立."""
    start = next((i for i, word in enumerate(words) if word.text == "由"), 0)
    end = next((i for i, word in enumerate(words) if i > start and word.tag == "V"), 0)
    return (
        words[:start] + words[end:]
        if start and end and words[start - 1].start >= 0 and words[start - 1].tag in "NQ"
        else words
    )


def without_phrases(
    words: list[Word], verb: Word | None, kept: Sequence[str] = ("与", "和", "同")
) -> list[Word]:
    """Without prepositional phrases before the verb, the first first, while too long."""
    while length(words) > LIMIT:
        start = next(
            (
                i
                for i, w in enumerate(words)
                if w.tag == "P"
                and w.text not in ("被", "把", "给", "将", "由", *kept)
                and (verb is None or 0 <= w.start < verb.start)
            ),
            None,
        )
        if start is None:
            break
        end = start + 1
        because = words[start].text in ("因", "因为", "由于", "为")
        and_so = next((i for i in range(start, len(words)) if words[i].text == "而"), -1)
        if because and and_so > start and (verb is None or words[and_so].start < verb.start):
            words = words[:start] + words[and_so + 1 :]
            continue
        place = _end_of_place(words, start, verb)
        if place:
            words = words[:start] + words[place:]
            continue
        while (
            end < len(words)
            and words[end] != verb
            and (words[end].tag != "P" or (words[end].text == "与" and words[end - 1].tag == "N"))
            and (because or words[end].tag != "V" or is_attributive(words, end) or _joins(words, end))
        ):
            end += 1
        if (
            [word.tag for word in words[end : end + 1]] == ["V"]
            and words[end] != verb
            and words[end + 2 : end + 3] == [verb]
            and words[end + 1].tag == "N"
        ):
            end += 2  # 在临海县解放西路开出…: a verb in a name
        if end >= len(words):
            break
        words = words[:start] + words[end:]
    return words


def _end_of_place(words: Sequence[Word], start: int, verb: Word | None) -> int:
    """Where 在杂志评选的榜单|中 ends, before the main verb; 0 if it is no such phrase."""
    if words[start].text != "在" or verb is None:
        return 0
    ends = (
        i for i in range(start + 1, len(words)) if words[i].start < verb.start and words[i].text in "中里上内"
    )
    return next((i + 1 for i in ends if words[i].tag == "F"), 0)


def _joins(words: Sequence[Word], index: int) -> bool:
    """Whether a verb is one noun of a row: 与市|规划|和|国土局签订…."""
    return [word.text for word in words[index + 1 : index + 2]] in (["和"], ["及"], ["与"])
