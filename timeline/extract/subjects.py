"""Who a clause speaks of when it does not say so: the subject carried through a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.extract.clauses import Clause, is_attributive
from timeline.extract.entities import Cast
from timeline.extract.names import Told, undated
from timeline.lexicon.grammar import FIRST_PERSON, FIRST_PERSON_PLURAL, THIRD_PERSON

LONGEST = 10  # characters of a subject that is worth repeating


def find_subjects(clauses: Sequence[Clause], cast: Cast, told: Told, text: str) -> tuple[list[Told], Told]:
    """What each clause may leave unsaid, and what is still in mind after the sentence."""
    said = [subject_of(clause, cast, told) for clause in clauses]
    carried = told.subject if _begins_headless(clauses) else ""
    result: list[Told] = []
    for index, clause in enumerate(clauses):
        carried = said[index] or carried
        told = remembered(told, cast.found_in(text[clause.start : clause.end]), cast)
        later = next((name for name in said[index + 1 :] if name), "")
        subject = carried
        if (
            not said[index]
            and cast.company
            and later.startswith(cast.company)
            and (clause.times or not carried)
        ):
            subject = later
        result.append(replace(told, subject=subject))
    ours = (
        carried == cast.author
        or (bool(cast.company) and carried.startswith(cast.company))
        or carried in cast.people
    )
    return result, replace(told, subject=carried if ours else "")


def remembered(told: Told, names: Sequence[str], cast: Cast) -> Told:
    """With the last person named, for the next 他."""
    person = next(
        (name for name in reversed(names) if name in cast.people or name == cast.author), told.person
    )
    return replace(told, person=person)


def _begins_headless(clauses: Sequence[Clause]) -> bool:
    """Whether a sentence starts without a subject of its own."""
    for clause in clauses:
        words = [word for word in undated(clause) if word.tag not in "XUCDB"]
        if words:
            return words[0].tag in "VPT" or words[0].text in THIRD_PERSON
    return True


def subject_of(clause: Clause, cast: Cast, told: Told) -> str:
    """Who a clause speaks of, when it says so: a pronoun's name, or the nouns before the verb."""
    if clause.verb < 0:
        return ""
    words = [word for word in undated(clause) if word.tag not in "TB"]
    limit = clause.words[clause.verb].start
    parts: list[str] = []
    nouns = False
    for position, word in enumerate(words):
        if word.start >= limit:
            break
        if not parts:
            if word.text in FIRST_PERSON_PLURAL:
                return cast.company
            if word.text in FIRST_PERSON:
                return cast.author
            if word.text in ("他", "她"):
                return told.person
            if word.tag in "XUDC":
                continue
            if word.tag in "PV":
                return ""
        if word.tag == "V" and (
            is_attributive(words, position)
            or (words[position + 1 : position + 2] and words[position + 1].tag == "N")
        ):
            parts.append(word.text)
            continue
        if word.tag not in "NAMQU" or word.text in ("了", "着", "过"):
            break
        nouns = nouns or word.tag in "NQ"
        parts.append(word.text)
    name = "".join(parts).strip("的")
    if len(name) > LONGEST and "的" in name:
        name = name.rsplit("的", 1)[0]
    return name if nouns and 2 <= len(name) <= LONGEST + 2 else ""
