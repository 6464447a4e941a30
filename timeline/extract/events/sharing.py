"""Several dated steps in one clause: 2006年在伦敦、2016年在纽约上市 and 2006年和2016年在伦敦和纽约上市 are two listings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.extract.language.clauses import Clause, Placed, read
from timeline.extract.language.predicates import action_of, is_attributive, main_verb
from timeline.extract.language.words import Word
from timeline.extract.who.entities import Cast

_AND = "、和及与并且而"
_LISTED = frozenset({"、", "和", "及", "与", "以及"})
_TIMES = re.compile(r"分别|先后|两次|[二三四五六七八九十\d]+次|两度|[三四五]度")
_BEFORE_DATE = "于在至"
_WHERE = frozenset({"在", "于", "向", "与", "从"})


def read_steps(text: str, start: int, end: int, placed: Sequence[Placed], cast: Cast) -> list[Clause]:
    """The clause text[start:end], or one clause for each of its dates that has a step or a place of its own."""
    whole = read(text, start, end, placed, cast)
    if len(placed) > 1 and _is_list_of_dates(text, placed):
        return _one_each(whole)
    cuts = [place for time in placed[1:] if (place := _cut(text, placed[0].end, time.start))]
    if not cuts or any(time.timex.type != "DATE" for time in placed):
        return [whole]
    edges = [start, *cuts, end]
    parts = []
    for a, b in pairwise(edges):
        inside = [time for time in placed if a <= time.start < b]
        parts.append(read(text, a, b, inside, cast))
    last = parts[-1]
    if last.main is None or is_attributive(last.words, last.verb) or not _is_after_date(last):
        return [whole]
    tail = last.words[last.verb :]
    steps = [part if _has_step(part) else _sharing(part, tail, end) for part in parts[:-1]]
    return [*(step for step in steps if step), last] if all(steps) else [whole]


def with_dates_shared(clauses: list[Clause], text: str) -> list[Clause]:
    """The clauses of a sentence, where a bare list of dates (2006年和2016年，) belongs to the clause after it."""
    result: list[Clause] = []
    for clause in clauses:
        dates = result[-1] if result else None
        bare = dates is not None and all(word.tag in "TXCP" for word in dates.words)
        if (
            dates
            and bare
            and len(dates.times) > 1
            and not clause.times
            and _is_list_of_dates(text, dates.times)
        ):
            words = (*dates.words, *clause.words)
            verb = clause.verb + len(dates.words) if clause.verb >= 0 else -1
            steps = _one_each(replace(clause, start=dates.start, words=words, times=dates.times, verb=verb))
            if len(steps) > 1:
                result[-1:] = steps
                continue
        result.append(clause)
    return result


def _is_list_of_dates(text: str, placed: Sequence[Placed]) -> bool:
    """Whether nothing but 、 or 和 stands between the dates."""
    between = (text[a.end : b.start] for a, b in pairwise(placed))
    return all(time.timex.type == "DATE" for time in placed) and all(
        gap.strip() in _LISTED for gap in between
    )


def _one_each(whole: Clause) -> list[Clause]:
    """One clause for each date of the list that stands before its step, each with its own place: 在|伦敦|和|纽约."""
    words = whole.words
    spots = [index for index, word in enumerate(words) if word.tag == "T"]
    if len(spots) != len(whole.times) or whole.action is None or whole.action.weight < 2:
        return [whole]
    if whole.verb < spots[-1]:
        return [whole]
    before, after = words[: spots[0]], words[spots[-1] + 1 :]
    after = tuple(word for word in after if not _TIMES.fullmatch(word.text))
    places = _places(after, len(spots))
    result = []
    for number, (spot, time) in enumerate(zip(spots, whole.times, strict=True)):
        rest = after if places is None else (*after[: places[0]], places[2][number], *after[places[1] :])
        step = (*before, words[spot], *rest)
        verb = main_verb(step)
        result.append(replace(whole, words=step, times=(time,), verb=verb, action=action_of(step, verb)))
    return result


def _places(words: Sequence[Word], count: int) -> tuple[int, int, list[Word]] | None:
    """(start, end, names) of a list of as many names after 在 or 于 as there are dates; None if there is none."""
    start = next((i + 1 for i, word in enumerate(words) if word.text in ("在", "于")), 0)
    if not start:
        return None
    end = next(
        (i for i in range(start, len(words)) if words[i].tag not in "NQ" and words[i].text not in _AND), 0
    )
    names = [word for word in words[start:end] if word.tag in "NQ"]
    return (start, end, names) if len(names) == count and end - start == 2 * count - 1 else None


def _cut(text: str, first: int, start: int) -> int:
    """Where the part with a date that begins at `start` begins: after 、 or 和; 0 if none does."""
    place = start - 1 if text[start - 1] in _BEFORE_DATE else start
    return place if place - 1 > first and text[place - 1] in _AND else 0


def _is_after_date(part: Clause) -> bool:
    return part.main is not None and bool(part.times) and part.times[0].end <= part.main.start


def _has_step(part: Clause) -> bool:
    return part.action is not None and part.action.weight > 0 and _is_after_date(part)


def _sharing(part: Clause, tail: tuple[Word, ...], end: int) -> Clause | None:
    """The part with the verb that it shares; None if it has no place of its own after its date."""
    words = [word for word in part.words if word.start < part.times[-1].end] if part.times else []
    rest = part.words[len(words) :]
    while rest and (rest[-1].tag in "XC" or rest[-1].text in _AND):
        rest = rest[:-1]
    named = (
        bool(rest) and all(word.tag in "NQMABX" for word in rest) and any(word.tag in "NQ" for word in rest)
    )
    placed = len(rest) > 1 and rest[0].text in _WHERE and all(word.tag != "V" for word in rest)
    if not words or not (named or placed):
        return None  # 2006年在伦敦、…上市; 1992年甲一、1994年乙二相继问世
    shared = (*words, *rest, *tail)
    verb = main_verb(shared)
    return replace(part, end=end, words=shared, verb=verb, action=action_of(shared, verb))
