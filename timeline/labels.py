"""Codes and numbers as people read them, in Chinese and in English.

Dates are labelled by `edtf.label`; everything else that a chart, a page or an export prints goes
through here, so that the screen, the slide and the file say the same words. `lang` is zh or en.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from timeline import edtf

# A no-break space: as narrow as a Latin space in Chinese fonts, and never where a line breaks.
GAP = "\u00a0"

CATEGORY_WORDS = {
    "founding": ("创立", "Founding"),
    "product": ("产品", "Product"),
    "finance": ("财务", "Finance"),
    "strategy": ("战略", "Strategy"),
    "organization": ("组织", "Organization"),
    "marketing": ("营销", "Marketing"),
    "community": ("社群", "Community"),
    "market": ("市场", "Market"),
    "automotive": ("汽车", "Automotive"),
    "policy": ("政策", "Policy"),
    "external": ("外部环境", "External"),
    "other": ("其他", "Other"),
}
STATUS_WORDS = {
    "agreed": ("两处出处一致", "2 sources agree"),
    "single": ("一处出处", "one source"),
    "conflicting": ("互相矛盾", "sources conflict"),
    "undated": ("未能定年", "undated"),
    "doubtful": ("存疑", "doubtful"),
}
STATUS_SIGNS = {"agreed": ("＝", "="), "single": ("·", "·"), "conflicting": ("≠", "≠"),
                "undated": ("？", "?"), "doubtful": ("～", "~")}  # fmt: skip
MODALITY_WORDS = {
    "fact": ("", ""),
    "plan": ("计划", "plan"),
    "forecast": ("预测", "forecast"),
    "hypothetical": ("假设", "hypothetical"),
    "denied": ("否认", "denied"),
}
IMPORTANCE_WORDS = {3: ("里程碑", "milestone"), 2: ("要点", "key point"), 1: ("背景", "background")}
PRECISION_WORDS = {
    "day": ("精确到日", "to the day"),
    "month": ("精确到月", "to the month"),
    "season": ("精确到季节", "to the season"),
    "quarter": ("精确到季度", "to the quarter"),
    "half": ("精确到半年", "to the half-year"),
    "year": ("精确到年", "to the year"),
    "decade": ("精确到年代", "to the decade"),
    "century": ("精确到世纪", "to the century"),
    "range": ("起止", "range"),
    "": ("未能定年", "undated"),
}
CHECK_WORDS = {
    "date": ("日期", "date"),
    "value": ("数值", "value"),
    "duration": ("时长", "duration"),
    "impossible_date": ("不存在的日期", "impossible date"),
    "anachronism": ("时代错误", "anachronism"),
    "wording": ("写法", "wording"),
    "unresolved": ("未能定年", "undated"),
    "unreadable": ("无法读出", "unreadable"),
}
SEVERITY_WORDS = {
    "error": ("互相矛盾", "contradiction"),
    "warning": ("存疑", "doubtful"),
    "note": ("提示", "note"),
}
CHANGE_WORDS = {
    "none": ("", ""),
    "increase": ("增加", "increase"),
    "decrease": ("减少", "decrease"),
    "multiple": ("倍数", "multiple"),
}
# zh word, en word, where the English word stands. Money in English is the ISO code before the number.
UNIT_WORDS = {
    "CNY": ("元", "CNY", "before"), "USD": ("美元", "USD", "before"), "HKD": ("港元", "HKD", "before"),
    "EUR": ("欧元", "EUR", "before"), "JPY": ("日元", "JPY", "before"), "GBP": ("英镑", "GBP", "before"),
    "KRW": ("韩元", "KRW", "before"), "INR": ("印度卢比", "INR", "before"), "TWD": ("新台币", "TWD", "before"),
    "SGD": ("新加坡元", "SGD", "before"), "CHF": ("瑞士法郎", "CHF", "before"), "AUD": ("澳元", "AUD", "before"),
    "CAD": ("加元", "CAD", "before"), "RUB": ("卢布", "RUB", "before"), "THB": ("泰铢", "THB", "before"),
    "percent": ("%", "%", "tight"), "percentage_points": ("个百分点", "pp", "after"),
    "permille": ("‰", "‰", "tight"),
    "degC": ("℃", "°C", "after"), "times": ("倍", "×", "tight"),
    "persons": ("人", "people", "after"), "units": ("台", "units", "after"), "items": ("个", "items", "after"),
    "households": ("户", "households", "after"), "meetings": ("次", "meetings", "after"),
    "occurrences": ("次", "times", "after"), "comments": ("条", "comments", "after"),
    "views": ("次", "views", "after"), "livestreams": ("场", "livestreams", "after"),
    "centres": ("个", "centres", "after"), "stores": ("家", "stores", "after"),
    "companies": ("家", "companies", "after"), "vehicles": ("辆", "vehicles", "after"),
    "shares": ("股", "shares", "after"), "countries": ("个", "countries", "after"),
    "km": ("公里", "km", "after"), "m": ("米", "m", "after"), "cm": ("厘米", "cm", "after"),
    "mm": ("毫米", "mm", "after"), "nm": ("纳米", "nm", "after"), "inch": ("英寸", "in", "after"),
    "m2": ("平方米", "m²", "after"), "km2": ("平方公里", "km²", "after"), "m3": ("立方米", "m³", "after"),
    "mu": ("亩", "mu", "after"), "kg": ("千克", "kg", "after"), "g": ("克", "g", "after"),
    "t": ("吨", "t", "after"), "km/h": ("公里/小时", "km/h", "after"), "kW": ("千瓦", "kW", "after"),
    "kWh": ("千瓦时", "kWh", "after"), "MW": ("兆瓦", "MW", "after"), "mAh": ("毫安时", "mAh", "after"),
    "GB": ("GB", "GB", "after"), "MB": ("MB", "MB", "after"), "TB": ("TB", "TB", "after"),
    "GHz": ("GHz", "GHz", "after"), "MHz": ("MHz", "MHz", "after"), "Hz": ("赫兹", "Hz", "after"),
}  # fmt: skip
_ZH_SCALES = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
_EN_SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
_ISO_MONEY = re.compile(r"[A-Z]{3}")
_SIGLA = "甲乙丙丁戊己庚辛壬癸"
_MAGNITUDES = re.compile(r"^[\s十百千万億亿萬兆KMBkm]*(?=[^\s十百千万億亿萬兆])")


def _word(words: dict, code, lang: str) -> str:
    pair = words.get(code)
    return str(code or "") if pair is None else pair[0 if lang == "zh" else 1]


def category(code: str, lang: str = "zh") -> str:
    """`automotive` → 汽车 / Automotive; an unknown code stays itself."""
    return _word(CATEGORY_WORDS, code, lang)


def status(code: str, lang: str = "zh", n_documents: int = 0, sign: bool = False) -> str:
    """`agreed` → 两处出处一致 / 2 sources agree; with `sign`, ＝ before it; more than two are counted."""
    word = _word(STATUS_WORDS, code, lang)
    if code == "agreed" and n_documents > 2:
        word = f"{n_documents}{GAP}处出处一致" if lang == "zh" else f"{n_documents} sources agree"
    return f"{status_sign(code, lang)} {word}" if sign else word


def status_sign(code: str, lang: str = "zh") -> str:
    """＝ · ≠ ？ ～, as the status is drawn before a name."""
    return _word(STATUS_SIGNS, code, lang)


def modality(code: str, lang: str = "zh") -> str:
    """计划, 预测, 假设, 否认; "" for a fact."""
    return _word(MODALITY_WORDS, code, lang)


def importance(level: int, lang: str = "zh", dots: bool = False) -> str:
    """里程碑, 要点, 背景; with `dots`, ●●○ before it."""
    word = _word(IMPORTANCE_WORDS, int(level), lang)
    return f"{importance_dots(level)} {word}" if dots else word


def importance_dots(level: int) -> str:
    return "●" * int(level) + "○" * (3 - int(level))


def precision(code: str, lang: str = "zh") -> str:
    """`day` → 精确到日 / to the day."""
    return _word(PRECISION_WORDS, code, lang)


def check_kind(code: str, lang: str = "zh") -> str:
    """`impossible_date` → 不存在的日期 / impossible date."""
    return _word(CHECK_WORDS, code, lang)


def severity(code: str, lang: str = "zh") -> str:
    """`error` → 互相矛盾 / contradiction."""
    return _word(SEVERITY_WORDS, code, lang)


def check_sign(kind: str, severity_code: str, lang: str = "zh") -> str:
    """≠ for a contradiction, ？ for what has no date, ～ for a doubt, · for a note."""
    if kind in ("unresolved", "unreadable"):
        return status_sign("undated", lang)
    return {"error": "≠", "warning": "～" if lang == "zh" else "~"}.get(severity_code, "·")


def change(code: str, lang: str = "zh") -> str:
    return _word(CHANGE_WORDS, code, lang)


def measure(code: str, lang: str = "zh") -> str:
    """A measure's name: 营收 / revenue, 营收增长率 / revenue growth; an unknown code reads as words."""
    names, suffixes = _measure_names()
    which = 0 if lang == "zh" else 1
    if code in names:
        return names[code][which]
    base, _, tail = code.rpartition("_")
    if base in names and tail in suffixes:
        return names[base][which] + ("" if lang == "zh" else " ") + suffixes[tail][which]
    return code.replace("_", " ")


@lru_cache(maxsize=1)
def _measure_names() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Names by property, and of what is added to a property, from the lexicon."""
    from timeline.lexicon import measures

    names = {row.property: (row.zh, row.en) for row in (*measures.UNSAID, *measures.MEASURES)}
    return names, measures.SUFFIXES


def siglum(index: int, lang: str = "zh") -> str:
    """A document's sign by its 0-based place: 甲…癸 / A–J, then numbers from 11."""
    if index < len(_SIGLA):
        return _SIGLA[index] if lang == "zh" else chr(ord("A") + index)
    return str(index + 1)


def unit(code: str, lang: str = "zh", unit_text: str = "") -> str:
    """A unit's word: CNY → 元 / CNY. In Chinese a counting unit keeps the writer's own measure word.

    `CNY_per_person` and `CNY/person` read 元/人.
    """
    if not code:
        return _written_unit(unit_text) if lang == "zh" else ""
    parts = re.split(r"_per_|/", code)
    if code not in UNIT_WORDS and len(parts) == 2:
        each = _EACH.get(parts[1]) if lang == "en" else None
        return f"{unit(parts[0], lang)}/{each or unit(parts[1], lang)}"
    if lang == "zh" and code in _COUNTED and _written_unit(unit_text):
        return _written_unit(unit_text)
    word = UNIT_WORDS.get(code) or UNIT_WORDS.get(f"{code}s") or _lexicon_units().get(code)
    return word[0 if lang == "zh" else 1] if word else code.replace("_", " ")


@lru_cache(maxsize=1)
def _lexicon_units() -> dict[str, tuple[str, str]]:
    """The words of the units that documents may use, beyond those set by hand above."""
    from timeline.lexicon.currencies import CURRENCIES
    from timeline.lexicon.units import UNITS

    return {currency.code: (currency.zh, currency.code) for currency in CURRENCIES} | {
        row.code: (row.zh, row.en) for row in UNITS
    }


_EACH = {"persons": "person", "person": "person", "units": "unit", "unit": "unit", "items": "item"}
_COUNTED = {"units", "items", "persons", "occurrences", "meetings", "views", "vehicles", "stores",
            "companies", "centres", "comments", "households", "livestreams", "countries"}  # fmt: skip


def _written_unit(unit_text: str) -> str:
    word = _MAGNITUDES.sub("", (unit_text or "").strip())
    return word if re.search(r"[\u3400-\u9fff]", word) and len(word) <= 3 else ""


def plain(value: float, lang: str = "zh", digits: int | None = None) -> str:
    """A number without its unit: 3600万 as `3600 万` / `36m`; the gap is a no-break space.

    No commas in Chinese below 1 万; in English commas below a million. At most four decimals
    (`digits` sets fewer), zeros at the end dropped, so that 12345 stays 1.2345 万.
    """
    value = float(value)
    if math.isnan(value) or math.isinf(value):
        return ""
    number, scale = _scaled(value, lang, digits)
    return number + (f"{GAP}{scale}" if scale and lang == "zh" else scale)


def _scaled(value: float, lang: str, digits: int | None, size: float | None = None) -> tuple[str, str]:
    """The number's digits and its 万 / 亿 / m / bn, chosen by `size` (the value's own by default)."""
    size = abs(value) if size is None else size
    for scale, word in _ZH_SCALES if lang == "zh" else _EN_SCALES:
        # Round before choosing, so that 9999.99996 万 becomes 1 亿 and not 10000 万.
        if round(size / scale, 4) >= 1:
            return _digits(value / scale, 4 if digits is None else digits, lang), word
    return _digits(value, 4 if digits is None else digits, lang), ""


def _digits(value: float, places: int, lang: str) -> str:
    text = f"{value:,.{places}f}" if lang == "en" else f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.replace("-", "−")


def _with_unit(number: str, scale: str, code: str, lang: str, unit_text: str) -> str:
    word = unit(code, lang, unit_text)
    if code == "rank":
        return f"第{GAP}{number}{scale}{GAP}位" if lang == "zh" else f"No. {number}{scale}"
    if lang == "zh":
        tight = bool(word) and not scale and word[0] in "%‰℃"
        tail = f"{scale}{word}"
        return number + ("" if tight or not tail else GAP) + tail
    number += scale
    first = re.split(r"_per_|/", code)[0]
    place = (
        UNIT_WORDS[first][2] if first in UNIT_WORDS else "before" if _ISO_MONEY.fullmatch(first) else "after"
    )
    if not word:
        return number
    if place == "before":
        money, _, rest = word.partition("/")
        return f"{money}{GAP}{number}" + (f"/{rest}" if rest else "")
    return f"{number}{word}" if place == "tight" else f"{number}{GAP}{word}"


def number(value: float, unit: str = "", lang: str = "zh", unit_text: str = "") -> str:
    """A value in base units with its unit: 3600 万台, 100 万亿元, 14% / 36m units, CNY 100tn, 14%."""
    if value is None or math.isnan(float(value)):
        return ""
    digits, scale = _scaled(float(value), lang, None)
    return _with_unit(digits, scale, unit, lang, unit_text)


def amount(
    value: float | None,
    low: float | None = None,
    high: float | None = None,
    unit: str = "",
    comparator: str = "=",
    lang: str = "zh",
    unit_text: str = "",
) -> str:
    """A quantity as it is known: > 1 万人, ≈ 3600 万台, 30–40 元, ≥ 4000 元.

    None and NaN mean "not stated". A range takes the scale of its upper end (2000–9000 亿元);
    a bound without a value is printed from the end that it states.
    """
    value, low, high = (_known(x) for x in (value, low, high))
    sign = "" if comparator in ("=", "", None) else f"{comparator}{GAP}"
    if value is None and low is not None and high is not None and low != high:
        size = max(abs(low), abs(high))
        first, _ = _scaled(low, lang, None, size)
        last, scale = _scaled(high, lang, None, size)
        sign = sign if comparator == "≈" else ""
        return sign + _with_unit(f"{first}–{last}", scale, unit, lang, unit_text)
    if value is None:
        value = low if low is not None else high
        if value is None:
            return ""
        if not sign and low != high:
            sign = f"{'≥' if low is not None else '≤'}{GAP}"
    return sign + number(value, unit, lang, unit_text)


def _known(value: float | None) -> float | None:
    return None if value is None or math.isnan(float(value)) else float(value)


def tick(value: float, lang: str = "zh") -> str:
    """An axis value: 5000 万 / 50m."""
    return plain(value, lang)


def count(n: int, lang: str = "zh") -> str:
    """A count of things, never shortened: 20000 / 20,000."""
    return f"{n:,}" if lang == "en" else str(n)


def within_year(date: str, lang: str = "zh") -> str:
    """What stands under the year in a list: 3月30日, 一季度, 年内, 至 2015年 / 30 Mar, Q1, within the year."""
    if not date:
        return status("undated", lang)
    kind = edtf.precision(date)
    if kind == "range":
        first, last = date.split("/", 1)
        if last in ("", ".."):
            return "以来" if lang == "zh" else "since"
        if first in ("", ".."):
            return edtf.label(date, lang)
        start = "" if edtf.precision(first) == "year" else within_year(first, lang)
        if last[:4] == first[:4] and start:
            return (
                f"{start}—{within_year(last, lang)}" if lang == "zh" else f"{start}–{within_year(last, lang)}"
            )
        end = edtf.label(last, lang)
        return (f"{start}至 {end}" if lang == "zh" else f"{start} to {end}").strip()
    text = edtf.label(date, lang)
    if kind == "year":
        if edtf.is_approximate(date):
            return "约此年" if lang == "zh" else "about then"
        return "年内" if lang == "zh" else "within the year"
    if kind in ("decade", "century"):
        return text
    year = date[:4]
    about = ("约" if lang == "zh" else "c. ") if text.startswith(("约", "c. ")) else ""
    text = text.removeprefix(about)
    if lang == "zh":
        return about + text.removeprefix(f"{year}年")
    return about + text.removesuffix(year).strip()


def summary(
    first_year: int,
    last_year: int,
    n_events: int,
    n_documents: int,
    n_conflicting: int = 0,
    n_before: int = 0,
    n_after: int = 0,
    lang: str = "zh",
) -> str:
    """The sentence under a title: 2005—2026 年，69 件事，来自 3 份文档；其中 3 件互相矛盾，1 件在 2026 年之后."""
    if lang == "zh":
        years = f"{first_year}" if first_year == last_year else f"{first_year}—{last_year}"
        head = f"{years}{GAP}年，{n_events}{GAP}件事，来自{GAP}{n_documents}{GAP}份文档"
        rest = [f"其中{GAP}{n_conflicting}{GAP}件互相矛盾"] if n_conflicting else []
        rest += [f"{n_before}{GAP}件在{GAP}{first_year}{GAP}年之前"] if n_before else []
        rest += [f"{n_after}{GAP}件在{GAP}{last_year}{GAP}年之后"] if n_after else []
        return head + ("；" + "，".join(rest) if rest else "")
    years = f"{first_year}" if first_year == last_year else f"{first_year}–{last_year}"
    head = f"{years}: {_plural(n_events, 'event')} from {_plural(n_documents, 'document')}"
    rest = [f"{count(n_conflicting, 'en')} conflict"] if n_conflicting else []
    rest += [f"{count(n_before, 'en')} before {first_year}"] if n_before else []
    rest += [f"{count(n_after, 'en')} after {last_year}"] if n_after else []
    return head + ("; " + ", ".join(rest) if rest else "")


def _plural(n: int, noun: str) -> str:
    return f"{count(n, 'en')} {noun}" + ("" if n == 1 else "s")
