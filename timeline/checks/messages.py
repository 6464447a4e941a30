"""A check's sentence: filled in in Chinese when it is found, said in English when it is shown.

The table of checks stores one message, in Chinese. `describe` reads the parameters back from it
with the same template that made it, and fills in the template of the other language.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from timeline import edtf
from timeline.lexicon.findings import FINDINGS, TERMS, Finding
from timeline.lexicon.measures import MEASURES
from timeline.lexicon.unsaid import SUFFIXES, UNSAID
from timeline.model import Check, Severity, Span

LONGEST = 40  # characters of a quotation inside a message
_LENGTH = re.compile(r"(约|至少)?(\d{1,3})(年|个月|天|周|个季度)")
_UNITS = {"年": "year", "个月": "month", "天": "day", "周": "week", "个季度": "quarter"}
_DATE = re.compile(
    r"(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?(一季度|二季度|三季度|四季度|上半年|下半年|年初|年底)?"
)
_PARTS = {"一季度": "33", "二季度": "34", "三季度": "35", "四季度": "36", "上半年": "40", "下半年": "41"}
_PARTS |= {"年初": "33~", "年底": "36~"}
_QUOTED = {"text", "other", "first", "last", "word", "name", "about"}  # a document's own words
_TERMS = TERMS | {row[2]: row[3] for row in UNSAID} | {measure.zh: measure.en for measure in MEASURES}
_TERMS |= {f"{one.zh}{SUFFIXES['rank'][0]}": f"{one.en} {SUFFIXES['rank'][1]}" for one in MEASURES}
_WRAP = re.compile(r"(?<=[^\x00-\x7f])[ \t]*\r?\n[ \t]*(?=[^\x00-\x7f])|[\u200b\ufeff]")


def make(
    code: str,
    span: Span,
    other: Span | None = None,
    /,
    *,
    event_ids: tuple[str, ...] = (),
    severity: Severity | None = None,
    **words: object,
) -> Check:
    """A check whose message is `code`'s template filled with `words` (quotations are shortened)."""
    finding = FINDINGS[code]
    filled = {name: shorten(str(word)) for name, word in words.items()}
    return Check(
        finding.kind, severity or finding.severity, finding.zh.format(**filled),
        span, other, finding.settle_zh, event_ids,
    )  # fmt: skip


def shorten(words: str) -> str:
    """Words of a document as they stand in a sentence: on one line, not too long."""
    plain = " ".join(_WRAP.sub("", words).split()).replace("“", "‘").replace("”", "’")
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def describe(row: Mapping | Check, lang: str = "zh") -> str:
    """The message of a check (a record, or a row of the table) in `lang`: zh or en."""
    message = _field(row, "message")
    if lang == "zh":
        return message
    finding, words = words_of(_field(row, "kind"), message)
    if finding is None:
        return message
    return finding.en.format(
        **{name: word if name in _QUOTED else in_english(word) for name, word in words.items()}
    )


def settle(row: Mapping | Check, lang: str = "zh") -> str:
    """What would settle a check (a record, or a row of the table), in `lang`."""
    finding, _ = words_of(_field(row, "kind"), _field(row, "message"))
    if finding is None:
        return ""
    return finding.settle_zh if lang == "zh" else finding.settle_en


def _field(row: Mapping | Check, name: str) -> str:
    return getattr(row, name) if isinstance(row, Check) else str(row[name])


@lru_cache(maxsize=4096)
def words_of(kind: str, message: str) -> tuple[Finding | None, dict[str, str]]:
    """(what was found, the words filled into its message) of a stored message; (None, {}) for another's."""
    for finding in FINDINGS.values():
        if finding.kind == kind and (match := _pattern(finding.code).fullmatch(message)):
            return finding, match.groupdict()
    return None, {}


@cache
def _pattern(code: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", FINDINGS[code].zh)
    return re.compile(
        "".join(f"(?P<{piece}>.*?)" if index % 2 else re.escape(piece) for index, piece in enumerate(pieces)),
        re.DOTALL,
    )


def in_english(word: str) -> str:
    """A word filled into a message, in English: weekdays, lengths, dates; anything else stays as it is."""
    if word in _TERMS:
        return _TERMS[word]
    if match := _LENGTH.fullmatch(word):
        about, number, unit = match.groups()
        plural = "" if number == "1" else "s"
        bound = {"约": "about ", "至少": "at least "}.get(about or "", "")
        return f"{bound}{number} {_UNITS[unit]}{plural}"
    if match := _DATE.fullmatch(word):
        year, month, day, part = match.groups()
        value = year + (f"-{int(month):02d}" if month else "") + (f"-{int(day):02d}" if day else "")
        value += f"-{_PARTS[part]}" if part else ""
        return edtf.label(value, "en") if edtf.is_edtf(value) else word
    return word
