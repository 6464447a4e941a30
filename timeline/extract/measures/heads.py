"""What the head of a table's row or column says: a unit, a time, a measure, whose numbers they are.

Heads are short and formal, so each is read whole: 2024年第3季, 净利润（归母，百万元）, (+/-)%, 本报告期.
"""

import datetime
import re
from functools import lru_cache
from typing import NamedTuple

from timeline import edtf
from timeline.documents.grids import cell_date
from timeline.extract.measures.measure_words import Found, fitting, is_measure, measures_in
from timeline.lexicon.table_words import GROWTH_HEADS, PERIODS, QUALIFIERS
from timeline.model import Quantity
from timeline.quantities import find_quantities

GROWS = re.compile(GROWTH_HEADS, re.IGNORECASE)
_PERIODS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in PERIODS)
_QUALIFIER = re.compile(
    "|".join(map(re.escape, sorted(QUALIFIERS, key=lambda word: (-len(word), word)))), re.IGNORECASE
)
_BRACKET = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]]")
_NAMED_UNIT = re.compile(r"(?:单位|金额单位|unit)\s*[:：]?\s*([^\s)）;；。|]{1,14})", re.IGNORECASE)
_TAIL_UNIT = re.compile(r"/\s*([^/\d\s]{1,6})$")
_ENGLISH_UNIT = re.compile(
    r"(?:in )?(?P<a>RMB|CNY|US\$|USD|HK\$|HKD|NT\$|TWD|EUR|[$¥€£])?\s*(?:in )?"
    r"(?P<scale>thousands?|millions?|billions?|mn|bn|m|k|'000|’000|000s?)(?: of)?\s*(?P<b>RMB|CNY|US\$|USD|HK\$|HKD|NT\$|TWD|EUR|[$¥€£])?",
    re.IGNORECASE,
)
_ENGLISH_SCALES = {
    "t": "thousand", "k": "thousand", "'": "thousand", "’": "thousand", "0": "thousand", "m": "million",
    "b": "billion",
}  # fmt: skip
_CURRENCY = r"人民币|港币|港元|新台币|台币|美元|美金|欧元|日元|RMB|HK\$|US\$|NT\$|[$¥€£]"
_SCALED = re.compile(rf"(?P<before>{_CURRENCY})?(?P<scale>[十百千万亿]+|百万|千万)(?P<after>.*)")
_REPORTED = re.compile(
    r"(?P<year>(?:19|20)\d\d|\d{2,3}(?=年))\s*(?:年度?|财年)?\s*"
    r"(?:第?(?P<quarter>[一二三四1-4])季|(?P<half>中期|中报|半年|上半年|第二季)|(?:年?前)(?P<months>三)季)?"
)
_ROC = re.compile(r"(?:民国)?(\d{2,3})年(?:度|第?([1-4一二三四])季(?:度)?|(\d{1,2})月(?:份)?)?")
_SHORT_PERIOD = re.compile(
    r"(?:(?:FY|20)?(\d\d)Q([1-4])|([1-4])Q'?(?:20)?(\d\d)|([12])H'?(?:20)?(\d\d)|(?:FY|20)?(\d\d)H([12]))[AEF]?"
)
_TIME_ONLY = re.compile(
    r"年份?|年度|时间|日期|季度|月份|项目|指标|会计项目|科目|[\d年月日季度第一二三四QH上下半中期末/.\s-]+[AEF]?"
)


class Frame(NamedTuple):
    """What holds for all of a table: the reported period (EDTF), and whether years count from 1912."""

    period: str = ""
    taiwanese: bool = False


def frame_of(title: str, head: str, above: str) -> Frame:
    """The frame of a table under a title, its first lines and the lines right above it."""
    whole = f"{title}\n{head}\n{above}"
    taiwanese = bool(re.search(r"新台币|台币|NT\$|民国", whole))
    for text in (above, title, head):
        for match in _REPORTED.finditer(text):
            year = int(match["year"])
            if year < 1000:
                if not taiwanese:
                    continue
                year += 1911
            if match["quarter"] and match["half"] is None:
                return Frame(f"{year}-{32 + _number(match['quarter'])}", taiwanese)
            return Frame(f"{year}-40" if match["half"] else f"{year}", taiwanese)
    return Frame("", taiwanese)


def _number(text: str) -> int:
    return "一二三四".find(text) + 1 or int(text)


def date_in(head: str, frame: Frame) -> str:
    """The date that a head tells by itself or in words of the report (本报告期); "" for none."""
    bare = _bare(head)
    if date := cell_date(bare) or _short_period(bare) or _ended(head):
        return date
    if frame.taiwanese and (match := _ROC.match(bare)) and 1 <= int(match[1]) <= 200:
        year = int(match[1]) + 1911
        part = f"-{32 + _number(match[2])}" if match[2] else f"-{int(match[3]):02d}" if match[3] else ""
        return f"{year}{part}"
    if match := re.match(r"((?:19|20)\d\d)[/.-](\d{1,2})(?![\d])", bare):
        return f"{match[1]}-{int(match[2]):02d}" if 1 <= int(match[2]) <= 12 else ""
    name = next((name for name, pattern in _PERIODS if pattern.match(bare)), "")
    return _of_period(name, frame.period) if name and frame.period else ""


def _short_period(text: str) -> str:
    match = _SHORT_PERIOD.fullmatch(text.strip())
    if not match:
        return ""
    year = match[1] or match[4] or match[6] or match[7]
    if match[2] or match[3]:
        return f"20{year}-{32 + int(match[2] or match[3])}"
    return f"20{year}-{39 + int(match[5] or match[8])}"


def _of_period(name: str, period: str) -> str:
    """The EDTF date that 年初至报告期末, 上年同期 … mean in a report on `period`."""
    earliest, latest = edtf.bounds(period)
    if earliest is None or latest is None:
        return ""
    year = earliest.year
    if name == "this":
        return period
    if name == "same last year":
        return f"{year - 1}{period[4:]}"
    if name == "end":
        return f"{latest.year}-{latest.month:02d}-{latest.day:02d}"
    if name == "end of last year":
        return f"{year - 1}-12-31"
    return str(year) if latest.month == 12 else f"{year}-01/{latest.year}-{latest.month:02d}"


def measure_in(head: str, quantity: Quantity) -> str:
    """The measure that a head names, the last one that fits (智能手机出货量); "" for none."""
    found = _measures(_bare(head)) or _measures(head)
    return fitting(found[-1], quantity).property if found else ""


def names_measure(head: str) -> bool:
    """Whether a head says what is measured, more than how much that grew."""
    return any(found.property != "growth" for found in _measures(_bare(head)))


def without_unit(head: str) -> str:
    """A head without what stands in its brackets."""
    return _bare(head)


def owner_in(head: str) -> str:
    """Whom a head names beside its measure: 储能柜 in 储能柜销量, all of it where it names no measure."""
    bare = _bare(head)
    if is_time(bare):
        return ""
    found = _measures(bare)
    owner = bare[: found[-1].start] if found else bare
    rest = _QUALIFIER.sub("", re.sub(r"[\W\d_]+", "", owner))
    if not rest or is_measure(rest) or GROWS.search(owner) or any(p.search(owner) for _, p in _PERIODS):
        return ""
    return owner.strip(" 的-—–·:：") if len(owner) <= 24 else ""


def label_of(head: str) -> str:
    """A head's own words as the name of a measure that the lexicon does not know."""
    bare = _bare(head).strip()
    return "" if is_time(bare) or any(pattern.fullmatch(bare) for _, pattern in _PERIODS) else bare


def is_time(text: str) -> bool:
    """Whether a head says nothing but a time, or only heads the column of heads."""
    text = text.strip()
    return not text or bool(_TIME_ONLY.fullmatch(text)) or bool(cell_date(text) or _short_period(text))


def _measures(text: str) -> list[Found]:
    return [found for found in measures_in(text, 0, len(text)) if found.end - found.start > 1]


def _bare(text: str) -> str:
    """A head without brackets (units, remarks) and without what follows a colon."""
    return re.sub(r"[:：].*$", "", _BRACKET.sub("", text)).strip()


def unit_in(head: str, *, caption: bool = False) -> Quantity | None:
    """What one of the numbers under a head is: 亿元 is 100000000 CNY, % is 1 percent; None for no unit."""
    tried = [match[1] for match in _NAMED_UNIT.finditer(head)]
    if currency := re.search(_CURRENCY, _bare(head)):
        tried += [f"{currency[0]}{match[1].strip('$')}" for match in _BRACKET.finditer(head)]
    for match in _BRACKET.finditer(head):
        tried += re.split(r"[,，;；、]", match[1])
    tried += [match[1] for match in _TAIL_UNIT.finditer(head)]
    if not caption and len(head) <= 14:
        tried += [head, "%"] if head.rstrip().endswith("%") else [head]
    if caption or len(head) <= 40:
        tried += [match[0] for match in _ENGLISH_UNIT.finditer(head) if match["a"] or match["b"]]
    for words in tried:
        if unit := _unit(words.strip().lstrip("单位:：")):
            return unit
    scales = [match[1].strip() for match in _BRACKET.finditer(head)]
    return next((scale for words in scales if (scale := _scale(words))), None)


_SCALES = {"十万": 1e5, "百万": 1e6, "千万": 1e7, "十亿": 1e9, "万": 1e4, "亿": 1e8, "千": 1e3, "百": 1e2}
_ENDED = re.compile(
    r"(?:(?P<length>three|six|nine|twelve|3|6|9|12) months|quarter|half|year)s? (?:period )?end(?:ed|ing) (?P<end>[A-Z][a-z]+\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]+,? \d{4})",
    re.IGNORECASE,
)
_MONTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}


def _ended(head: str) -> str:
    """Three months ended September 30, 2023 → 2023-35."""
    match = _ENDED.search(head)
    last = edtf.bounds(cell_date(match["end"]))[1] if match and cell_date(match["end"]) else None
    if not match or not last:
        return ""
    words = match[0].lower()
    months = _MONTHS.get(
        (match["length"] or "").lower(), 3 if "quarter" in words else 6 if "half" in words else 12
    )
    first, after = divmod(last.year * 12 + last.month - months, 12)
    return edtf.from_bounds(datetime.date(first, after + 1, 1), last)


@lru_cache(maxsize=1024)
def _scale(words: str) -> Quantity | None:
    """What one under a head is that tells how many, not of what: (million), （万）."""
    english = _ENGLISH_UNIT.fullmatch(words)
    size = _SCALES.get(words)
    if english and not english["a"] and not english["b"]:
        scale = _ENGLISH_SCALES[english["scale"][0].lower()]
        size = {"thousand": 1e3, "million": 1e6, "billion": 1e9}[scale]
    return Quantity(0, len(words), words, size, rule="scale") if size else None


@lru_cache(maxsize=1024)
def _unit(words: str) -> Quantity | None:
    """What one of a unit is: 亿元 is 100000000 CNY, % is 1 percent, US$ million is 1000000 USD."""
    if not words or re.search(r"\d", words.replace("000", "")):
        return None
    words = words.replace("仟", "千").replace("佰", "百")
    english = _ENGLISH_UNIT.fullmatch(words)
    scaled = _SCALED.fullmatch(words)
    texts = []
    if english and (english["a"] or english["b"]):
        texts.append(f"{english['a'] or english['b']} 1 {_ENGLISH_SCALES[english['scale'][0].lower()]}")
    elif scaled:
        currency = scaled["before"] or ""
        texts.append(
            f"{currency}1{scaled['scale']}{scaled['after']}"
            if scaled["after"]
            else f"1{scaled['scale']}{currency}"
        )
    for text in (*texts, f"1{words}", f"{words} 1"):
        found = find_quantities(text)
        if (
            len(found) == 1
            and found[0].unit
            and found[0].value
            and found[0].end - found[0].start >= len(text) - 1
        ):
            return found[0]
    return None
