"""The step that English words tell: its action, and whether it was taken, planned or denied."""

import re
from collections.abc import Sequence
from itertools import pairwise

from timeline.lexicon import english as lexicon
from timeline.lexicon.actions import Action
from timeline.lexicon.english import ENGLISH_ACTIONS
from timeline.lexicon.grammar import wordset
from timeline.model import Modality

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*|\d[\d,.]*")
ACTS = "|".join(sorted({"was", "is", "has", "had", "will", "went", *ENGLISH_ACTIONS}))
DOES = re.compile(rf"(?:{ACTS}|[a-z]{{2,}}ed)\b")
# After these a word in -ed tells what something is like, not what was done.
_LIKE = wordset(
    "the a an of to by its their his her our in on at for with and or as from very so more most be"
)
_STRONG = lexicon.IRREGULAR_PAST | lexicon.STATES


def words_of(text: str) -> list[str]:
    """Words and numbers, in small letters."""
    return [word.lower() for word in WORD.findall(text)]


def find_action(words: Sequence[str], *, present: bool = False) -> Action | None:
    """The weightiest step that the words (in small letters) name; in the present tense too, as chronicles tell."""
    text = " ".join(words)
    for phrase, verb in lexicon.ENGLISH_PHRASES.items():
        if phrase in text:
            return ENGLISH_ACTIONS[verb]
    # plans to open, will acquire: the lexicon has the verbs as they are told of the past
    coming = {
        stem + past
        for before, word in pairwise(("", *words))
        if present or before in ("to", "will")
        for stem in (word, word.removesuffix("s"))
        for past in ("d", "ed")
    }
    found = [ENGLISH_ACTIONS[word] for word in (*words, *sorted(coming)) if word in ENGLISH_ACTIONS]
    return max(found, key=lambda action: action.weight) if found else None


def find_deed(words: Sequence[str]) -> str:
    """The first past tense of a clause (its words in small letters) that says what was done; "" if none does."""
    for before, word in pairwise(("", *words)):
        if before in _LIKE or not (word in _STRONG or (word.endswith("ed") and len(word) > 4)):
            continue
        if word not in lexicon.STATES:
            return word
        if word not in ("was", "were", "had", "been"):
            return ""
    return ""


def find_modality(body: str) -> Modality:
    """Whether a clause tells what happened, what is planned, expected, denied or supposed."""
    words = words_of(re.sub(r"\bMay\b", " ", body))  # the month
    known = set(words)
    if known & lexicon.HYPOTHETICAL:
        return "hypothetical"
    if known & lexicon.DENIED:
        return "denied"
    if known & lexicon.FORECASTS:
        return "forecast"
    planned = known & lexicon.PLANS
    if planned == {"plan"} and "plan to" not in " ".join(words):
        return "fact"  # announced a restructuring plan
    return "plan" if planned else "fact"
