"""How something was read, in the reader's language: rules, anchors, and where a date comes from.

The extractor names these in English words; a name that is not in the tables is shown as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline import labels
from timeline.amounts import spaced
from timeline.ui.markup import Markup, go, join
from timeline.words.readings import BASES, DURATIONS, REASONS
from timeline.words.troubles import TROUBLES

if TYPE_CHECKING:
    import pandas as pd

    from timeline.ui.views import View

_TEXT = re.compile(
    r"^(?P<what>.*?) ?(?P<value>[\dX~?/.-]+) \[(?:(?P<doc>[0-9a-f]{12}):)?(?P<start>\d+):(?P<end>\d+)\]$"
)


def basis(name: str, lang: str) -> str:
    """`front matter` → 文首标注 / front matter."""
    return BASES.get(name, name) if lang == "zh" else name


def anchor(view: View, doc_id: str, words: str) -> str | Markup:
    """What a time was resolved against; a place in the text is a link to it."""
    if not words:
        return view.say("fact.anchor.none")
    kind, _, rest = words.partition(" ")
    if kind == "unresolved:":
        reason = REASONS.get(rest, rest) if view.lang == "zh" else rest
        return view.say("fact.anchor.unresolved", reason=reason)
    if kind == "document":  # with a question mark where its date is only inferred
        basis = labels.INFERRED if rest.endswith("?") else ""
        return view.say("fact.anchor.document", date=labels.published(rest, basis, view.lang))
    found = _TEXT.match(words)
    if found is None:
        return words
    place = found["start"], found["end"]
    there = view.to("sources", read=found["doc"] or doc_id, at="-".join(place), fact=view.address.fact)
    what = found["what"] if found["what"] != "text" else view.say("fact.anchor.text")
    return join(
        what, " ", view.date(found["value"]), " ",
        go(there, view.say("fact.place", start=place[0], end=place[1]), class_="bn-link"),
    )  # fmt: skip


def duration(value: str, lang: str) -> str:
    """An ISO 8601 duration in words, P1Y6M → 1 年 6 个月; "" for what is none."""
    if not re.fullmatch(r"P(?=.)([\d.]+[YMWD])*(T([\d.]+[HMS])+)?", value):
        return ""
    date, _, clock = value[1:].partition("T")
    found = [(n, unit) for n, unit in re.findall(r"([\d.]+)([A-Z])", date)]
    found += [(n, f"T{unit}") for n, unit in re.findall(r"([\d.]+)([A-Z])", clock)]
    if lang == "zh":
        return " ".join(f"{n} {DURATIONS[unit][0]}" for n, unit in found)
    return " ".join(f"{n} {DURATIONS[unit][1]}{'' if n == '1' else 's'}" for n, unit in found)


_HOOKS = str.maketrans("“”", "「」")


def finding(row: dict, lang: str) -> str:
    """A check's sentence; our own Chinese takes hooks for quotation marks."""
    from timeline.checks import describe

    return describe(row, lang).translate(_HOOKS) if lang == "zh" else describe(row, lang)


def said(row: dict, which: str, lang: str) -> tuple[str, str]:
    """(what one side of a check says, how it says it: stated, counted from its ends, or just said).

    The side is the prefix of its columns, "" or other_. ("", "") where the check's sentence names nothing of it.
    """
    from timeline.checks import messages
    from timeline.text import to_simplified

    finding, words = messages.words_of(row["kind"], row["message"])
    code, how = finding.code if finding else "", ""
    if code in ("two-dates", "two-values", "two-lengths"):
        word = words["other" if which else "text"]
    elif code in ("ends", "anniversary") and row["other_doc_id"]:
        states = {side: words["text"] in to_simplified(str(row[f"{side}exact"])) for side in ("", "other_")}
        if sum(states.values()) != 1:
            return "", ""
        how = "stated" if states[which] else "counted"
        word = words["text" if states[which] else "length"]
    else:
        return "", ""
    if lang != "zh":
        return messages.in_english(word), how
    return word if code == "two-dates" else spaced(word), how


OPEN = ("unresolved", "unreadable")  # kinds of checks: what was left without a date


def check_counts(view: View, checks: pd.DataFrame, severities: tuple[str, ...]) -> str:
    """How many checks of each severity, and how many times without a date: 3 处存疑，1 处未能定年."""
    undated = checks["kind"].isin(OPEN)
    counts = {level: int(((checks["severity"] == level) & ~undated).sum()) for level in severities}
    counts["open"] = int(undated.sum())
    said = [view.say(f"checks.count.{name}", n=n) for name, n in counts.items() if n]
    return view.say("comma").join(said)


def settling(row: dict, lang: str) -> str:
    """What would settle a check, "" where it does not say."""
    from timeline.checks import settle

    return settle(row, lang)


def trouble(message: str, lang: str) -> str:
    """What stood in the way, sentence by sentence."""
    if lang == "zh":
        for english, chinese in TROUBLES.items():
            message = re.sub(english + r"\s*", chinese, message)
    return message
