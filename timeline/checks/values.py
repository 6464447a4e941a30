"""One measure of one thing at one date, with two values that cannot both be right.

Two numbers are held against each other only where everything else agrees: whose number, what it
measures, the unit, the period, the basis (a month or all so far, plan or result, fiscal or calendar
year) and the words beside the measure (海外收入 is not 收入). Rounded numbers stand for all that
round to them, bounds (超, 约, 不到) for what they allow.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline import edtf
from timeline.checks.firms import one_firm, own_names
from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.extract.who.firm_names import same_firm
from timeline.lexicon.holding_kinds import SINGLE
from timeline.lexicon.measures import MEASURES
from timeline.lexicon.unsaid import SUFFIXES, UNSAID
from timeline.model import Check, Event, Observation, Quantity, Span

_BASES = (
    ("so far", re.compile(r"累计|累積|总计|历史|至今|迄今|装机|cumulative|in total|to date|installed")),
    ("month", re.compile(r"单月|当月|每月|月均|月产|月销|\d月|monthly")),
    ("day", re.compile(r"单日|当天|当日|每天|每日|日均|首日|首周|daily")),
    ("quarter", re.compile(r"季度|单季|[Qq][1-4]|quarter")),
    ("half", re.compile(r"上半年|下半年|半年|first half|second half")),
    ("fiscal", re.compile(r"财年|财政年度|会计年度|年止|fiscal|FY\d")),
    ("plan", re.compile(r"计划|预计|目标|将|拟|预期|有望|争取|力争|不超过|规划|指引|设计|测算|如果|假如|的话|才能|即可|就能|plan|expect|target|forecast|up to|would")),
    ("restated", re.compile(r"重述|追溯|调整前|调整后|更正|修订|口径调整|restated|as adjusted|revised")),
    ("part", re.compile(r"首期|一期|二期|其中|分别|同比|环比|增长|增加|增幅|下降|减少|平均|人均|单价|均价|占|每|另|其余|还有|新增")),
    ("abroad", re.compile(r"海外|国内|境外|境内|外销|内销|出口|国际|中国区|线上|线下|自营|直营|加盟|overseas|domestic|export")),
)  # fmt: skip
_RESTATED = re.compile(
    r"\s?[（(][^（()）]{0,8}(?:追溯|重述|调整|更正|修订|restated|adjusted)"
)  # 10.2亿元（经追溯调整）
_IMPLIED = {"quarter": frozenset({"quarter", "half"})}  # what the date itself says
_GROUP = re.compile(r"公司|集团|本行|全行|[Gg]roup|[Cc]ompany")
_GOVERNING = {"fiscal", "plan", "restated"}  # said once, they hold for the rest of the sentence
_INCOMPARABLE = {"part", "plan"}
_FILLER = re.compile(
    r"在全国|新车|总量|数量|总额|公司|集团|我们|本公司|企业|全年|年度|当年|当期|报告期|期内|期间|年末|年底|截至|实现|完成|达到|达成|突破|超过|接近|大约|约|近|超|达|共|总|合计"
    r"|累计|已|已经|为|是|有|的|了|在|于|到|至|从|就|也|又|则|仅|只|个|卖|以|由|其|这|那|各类|各种|产品|数目?|拥有|开设|设有|经营|运营|\W|\d|年|月|日|初|底|末"
)
_LABELS = {row[1]: row[2] for row in UNSAID} | {measure.property: measure.zh for measure in MEASURES}
_HELD_AGAINST = re.compile(r"(?:compared (?:to|with)|versus|as against)\s$")
_AFTER = 4  # characters after a number that tell its basis (3万台以上, 9.4亿元)
_MANY = 12  # figures of one measure and date: more is a table, whose rows differ in ways not read here


class Figure(NamedTuple):
    observation: Observation
    reading: Reading
    firms: frozenset[str]  # "" stands for a firm that is not named
    basis: frozenset[str]
    of_group: bool  # its clause says 公司, 集团: the whole, where a brand has the firm's name
    words: frozenset[str]  # what stands beside the measure, character by character
    low: float
    high: float


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind value."""
    groups: dict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for reading in readings:
        own = own_names(reading)
        for o in reading.observations:
            if (
                o.property.removesuffix("_rank") in SINGLE
                and o.change == "none"
                and o.earliest
                and o.latest
                and _one_period(o.date)
                and not _is_compared(reading, o)
            ):
                unit = o.quantity.unit or o.quantity.unit_text
                groups[o.property, unit, o.date].append(figure_of(reading, o, own))
    for key in sorted(groups):
        if len(groups[key]) <= _MANY:
            yield from _disagreeing(groups[key])


def _is_compared(reading: Reading, o: Observation) -> bool:
    """Whether a number is what another is held against: of a time before, told or not: $5 million, compared to|$4 million."""
    here = reading.place(o.quantity.start)
    return _HELD_AGAINST.search(reading.text, max(0, here - 24), here) is not None


def _one_period(date: str) -> bool:
    """A year, a month, a day …; of what is approximate only 年初 and 年底, which are written so."""
    if "/" in date or not edtf.is_edtf(date):
        return False
    return not edtf.is_approximate(date) or edtf.precision(date) == "quarter"


def figure_of(reading: Reading, o: Observation, own: frozenset[str]) -> Figure:
    start, end = reading.place(o.quantity.start), reading.place(o.quantity.end - 1) + 1
    first, last = reading.clause(start)
    before, after = reading.text[first:start], reading.text[end : min(last, end + _AFTER)]
    # A list that was dealt out gave each number a time or an owner of its own.
    near = before.replace("分别", "") if "each" in o.rule else before
    whole = reading.text[reading.sentence(start)[0] : start]
    basis = frozenset(
        name for name, pattern in _BASES if pattern.search(whole if name in _GOVERNING else near + after)
    )
    if _RESTATED.match(reading.text, end):
        basis |= {"restated"}
    firms = firms_of(o, own)
    rest = near
    for name in sorted(firms, key=len, reverse=True):
        rest = rest.replace(name, "")
    rest = _FILLER.sub("", _measure_words(o.property).sub("", rest))
    basis -= _IMPLIED.get(edtf.precision(o.date), frozenset()) if edtf.is_edtf(o.date) else frozenset()
    of_group = bool(_GROUP.search(before))
    return Figure(o, reading, firms, basis, of_group, frozenset(rest), *allowed(o.quantity))


def firms_of(o: Observation, own: frozenset[str]) -> frozenset[str]:
    """Whose number it is, in all the names that the document has for its own firm."""
    ours = not o.about or any(same_firm(o.about, name) for name in own)
    return own if ours else frozenset({o.about})


def label_of(name: str) -> str:
    """The Chinese label of a measure: 销量排名 of sales_volume_rank."""
    base = name.removesuffix("_rank")
    return _LABELS.get(base, base) + (SUFFIXES["rank"][0] if base != name else "")


@cache
def _measure_words(name: str) -> re.Pattern[str]:
    words = next((measure.words.split() for measure in MEASURES if measure.property == name), [])
    return re.compile(
        "|".join(re.escape(word.replace("_", " ")) for word in sorted(words, key=len, reverse=True)) or "(?!)"
    )


def allowed(quantity: Quantity) -> tuple[float, float]:
    """The least and most that a number as written stands for: 12.6亿 is 12.55 to 12.65亿."""
    if quantity.value is None:
        low = quantity.low if quantity.low is not None else float("-inf")
        high = quantity.high if quantity.high is not None else float("inf")
        return low, high
    value, step = quantity.value, _step(quantity)
    if quantity.unit == "rank":  # 前五: any of them
        return 1 if quantity.comparator == "≤" else value, value
    if quantity.comparator in (">", "≥"):
        # “超50万” is said of a number not much above.
        return value - step / 2, value + max(abs(value) * 0.2, step)
    if quantity.comparator in ("<", "≤"):
        return value - max(abs(value) * 0.2, step), value + step / 2
    if quantity.comparator == "≈":
        return value - max(abs(value) * 0.1, step), value + max(abs(value) * 0.1, step)
    return value - step / 2, value + step / 2


def _step(quantity: Quantity) -> float:
    """The value of the last digit as written: 12.6亿 → 0.1亿, 86万 → 1万, 300万 → 10万."""
    match = re.search(r"\d[\d,]*(?:\.(\d+))?", quantity.text)
    if not match or not quantity.value:
        return abs(quantity.value or 0) * 0.1
    digits = match[0].replace(",", "")
    written = float(digits)
    scale = abs(quantity.value) / written if written else 1.0
    if match[1]:
        return scale * 10 ** -len(match[1])
    zeros = len(digits) - len(digits.rstrip("0"))
    return scale * 10 ** min(zeros, max(len(digits) - 2, 0))


def written_like(quantity: Quantity, value: float) -> str:
    """Another value in the way a number was written: 296.9 beside 196.9亿元 is 296.9亿元."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", quantity.text)
    written = float(match[0].replace(",", "")) if match else 0.0
    if not match or not written or not quantity.value:
        return f"{value:,.6g}"
    return f"{value * written / abs(quantity.value):,.6g}{quantity.text[match.end() :]}"


def _disagreeing(figures: Sequence[Figure]) -> Iterator[Check]:
    """For each figure the first earlier one that it contradicts; the same two values are reported once."""
    shown: set[tuple[float, ...]] = set()
    for index, second in enumerate(figures):
        for first in figures[:index]:
            values = tuple(sorted((first.low, first.high, second.low, second.high)))
            if alike(first, second) and (first.high < second.low or second.high < first.low):
                if values not in shown:
                    yield _check(first, second)
                shown.add(values)
                break


def alike(a: Figure, b: Figure) -> bool:
    """Whether two figures are told of the same thing: firm, basis, and the words beside the measure."""
    if a.basis != b.basis or a.basis & _INCOMPARABLE or not one_firm(a.firms, b.firms):
        return False
    if a.reading is b.reading and not re.search(r"[。！？!?\n]", _between(a, b)):
        return False  # numbers side by side in one sentence are told as different ones
    if a.reading is b.reading and a.of_group != b.of_group:
        return False  # 公司实现收入48亿元 beside the brand of the same name
    foreign = _is_latin(a) or _is_latin(b)
    shared, every = len(a.words & b.words), len(a.words | b.words)
    if a.observation.quantity.unit == "rank":
        return a.words == b.words  # 全国第一 is not 全球第一, nor first among some
    return foreign or every <= 1 or shared >= 0.5 * every


def _is_latin(figure: Figure) -> bool:
    """Whether a figure is told in English, whose words cannot be held against Chinese ones."""
    told = figure.reading.document.script == "Latn"
    return told or (bool(figure.words) and all(map(str.isascii, figure.words)))


def _between(a: Figure, b: Figure) -> str:
    start, end = sorted((a.observation.quantity.start, b.observation.quantity.start))
    return a.reading.document.text[start:end]


def _check(first: Figure, second: Figure) -> Check:
    a, b = first.observation, second.observation
    spans = [Span(o.doc_id, o.quantity.start, o.quantity.end) for o in (a, b)]
    exact = a.quantity.comparator == b.quantity.comparator == "="
    return make(
        "two-values", *spans, severity="error" if exact and a.quantity.unit != "rank" else "warning",
        about=max(first.firms | second.firms, key=lambda name: (not name.isascii(), len(name), name)),
        date=edtf.label(a.date), measure=label_of(a.property),
        text=first.reading.document.text[spans[0].start : spans[0].end],
        other=second.reading.document.text[spans[1].start : spans[1].end],
    )  # fmt: skip
