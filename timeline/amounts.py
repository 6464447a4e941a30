"""Numbers with their units as people read them: 3600 万台, 100 万亿元 / 36m units, CNY 100tn.

Values are in base units (41万亿元 is 41000000000000 CNY); what is not known stays visible: a bound
keeps its sign, a range both ends. `labels` offers all of these under its own name.
"""

import math
import re
from functools import lru_cache

# A no-break space: as narrow as a Latin space in Chinese fonts, and never where a line breaks.
GAP = "\u00a0"

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
_MAGNITUDES = re.compile(r"^[\s十百千万億亿萬兆KMBkm]*(?=[^\s十百千万億亿萬兆])")


def spaced(words: str) -> str:
    """20个月 → 20 个月, 差2年 → 差 2 年: a gap between a number and the Chinese beside it."""
    return re.sub(r"(?<=\d)(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=\d)", GAP, words)


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
    value: float | None, low: float | None = None, high: float | None = None, unit: str = "",
    comparator: str = "=", lang: str = "zh", unit_text: str = "",
) -> str:  # fmt: skip
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
