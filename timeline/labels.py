"""Codes and numbers as people read them, in Chinese and in English.

Dates are labelled by `edtf.label`; everything else that a chart, a page or an export prints goes
through here, so that the screen, the slide and the file say the same words. `lang` is zh or en.
"""

import re
from functools import lru_cache

from timeline import edtf
from timeline.amounts import GAP, amount, count, number, plain, tick, unit
from timeline.lexicon.rules import RULES

__all__ = ["GAP", "amount", "category", "change", "check_kind", "check_sign", "count", "importance",
           "importance_dots", "measure", "modality", "number", "plain", "precision", "published", "rule", "severity",
           "shortened", "siglum", "status", "status_sign", "summary", "tick", "unit", "unlisted", "within_year"]  # fmt: skip

INFERRED = "inferred"  # of a document's date: read off what its text tells

CATEGORY_WORDS = {
    "founding": ("创立", "Founding"), "product": ("产品", "Product"), "finance": ("财务", "Finance"),
    "strategy": ("战略", "Strategy"), "organization": ("组织", "Organization"),
    "marketing": ("营销", "Marketing"), "community": ("社群", "Community"), "market": ("市场", "Market"),
    "automotive": ("汽车", "Automotive"), "policy": ("政策", "Policy"), "external": ("外部环境", "External"),
    "other": ("其他", "Other"),
}  # fmt: skip
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
    "day": ("精确到日", "to the day"), "month": ("精确到月", "to the month"),
    "season": ("精确到季节", "to the season"), "quarter": ("精确到季度", "to the quarter"),
    "half": ("精确到半年", "to the half-year"), "year": ("精确到年", "to the year"),
    "decade": ("精确到年代", "to the decade"), "century": ("精确到世纪", "to the century"),
    "range": ("起止", "range"), "": ("未能定年", "undated"),
}  # fmt: skip
CHECK_WORDS = {
    "date": ("日期", "date"), "value": ("数值", "value"), "duration": ("时长", "duration"),
    "impossible_date": ("不存在的日期", "impossible date"), "anachronism": ("时代错误", "anachronism"),
    "wording": ("写法", "wording"), "unresolved": ("未能定年", "undated"),
    "unreadable": ("无法读出", "unreadable"),
}  # fmt: skip
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
_SIGLA = "甲乙丙丁戊己庚辛壬癸"


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


def rule(name: str, lang: str = "zh") -> str:
    """How something was read: `year-month` → 年月 / year month; several are parted by semicolons."""
    if lang == "zh":
        return "；".join(RULES.get(part.strip(), part.strip()) for part in name.split(";")) if name else ""
    return name.replace("-", " ")


def published(date: str, basis: str, lang: str = "zh", *, brief: bool = False) -> str:
    """When a document was written: 2022年3月; if only inferred 不早于2022年3月（推断）, `brief` without its end; "" if unknown.

    Inferred is the latest that a text tells as past: it was written then or later.
    """
    if not date or not edtf.is_edtf(date):
        return ""
    if basis != INFERRED:
        return edtf.label(date, lang)
    words = edtf.label(date.removesuffix("?"), lang)
    if "/" not in date:
        words = f"不早于{words}" if lang == "zh" else f"not before {words}"
    return words if brief else f"{words}（推断）" if lang == "zh" else f"{words} (inferred)"


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
    if base and tail in suffixes:  # the text itself may have named the base: 中标率_change
        of = names[base][which] if base in names else base.replace("_", " ")
        return of + ("" if lang == "zh" else " ") + suffixes[tail][which]
    return code.replace("_", " ")


@lru_cache(maxsize=1)
def _measure_names() -> tuple[dict[str, tuple[str, str]], dict[str, tuple[str, str]]]:
    """Names by property, and of what is added to a property, from the lexicon."""
    from timeline.lexicon.measures import MEASURES
    from timeline.lexicon.unsaid import SUFFIXES, UNSAID

    names = {row.property: (row.zh, row.en) for row in (*UNSAID, *MEASURES)}
    return names, SUFFIXES


def siglum(index: int, lang: str = "zh") -> str:
    """A document's sign by its 0-based place: 甲…癸 / A–J, then numbers from 11."""
    if index < len(_SIGLA):
        return _SIGLA[index] if lang == "zh" else chr(ord("A") + index)
    return str(index + 1)


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
    window: tuple[str, str], n_events: int, n_documents: int, n_conflicting: int = 0, n_before: int = 0,
    n_after: int = 0, lang: str = "zh",
) -> str:  # fmt: skip
    """The sentence under a title: 2005—2026 年，69 件事，来自 3 份文档；其中 3 件互相矛盾，1 件在 2026 年之后.

    `window` is two years ("2005", "2026") or two months ("2021-03", "2021-04"), both included.
    """
    if "-" in window[0]:
        span = edtf.label("/".join(dict.fromkeys(window)), lang)
        first, last = (edtf.label(end, lang) for end in window)
    else:
        first, last = (end.lstrip("0") for end in window)
        span = ("—" if lang == "zh" else "–").join(dict.fromkeys((first, last)))
        if lang == "zh":
            span, first, last = span + GAP + "年", f"{GAP}{first}{GAP}年", f"{GAP}{last}{GAP}年"
    if lang == "zh":
        head = f"{span}，{n_events}{GAP}件事，来自{GAP}{n_documents}{GAP}份文档"
        rest = [f"其中{GAP}{n_conflicting}{GAP}件互相矛盾"] if n_conflicting else []
        rest += [f"{n_before}{GAP}件在{first}之前"] if n_before else []
        rest += [f"{n_after}{GAP}件在{last}之后"] if n_after else []
        return head + ("；" + "，".join(rest) if rest else "")
    head = f"{span}: {_plural(n_events, 'event')} from {_plural(n_documents, 'document')}"
    rest = [f"{count(n_conflicting, 'en')} conflict"] if n_conflicting else []
    rest += [f"{count(n_before, 'en')} before {first}"] if n_before else []
    rest += [f"{count(n_after, 'en')} after {last}"] if n_after else []
    return head + ("; " + ", ".join(rest) if rest else "")


def _plural(n: int, noun: str) -> str:
    return f"{count(n, 'en')} {noun}" + ("" if n == 1 else "s")


_BULLET = re.compile(r"\s*[-–—•·*●▪]\s+")


def unlisted(text: str) -> str:
    """The text without the sign of a list item before it."""
    bullet = _BULLET.match(text)
    return text[bullet.end() :] if bullet else text


_WHOLE = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z%+]|[.,:/'’-](?=[0-9A-Za-z]))*[十百千万亿%]*")
_LONGEST_WORD = 24


def shortened(text: str, end: int) -> str:
    """At most the first `end` characters, and …; no number is torn from its 万, no Latin word in two."""
    begin = max(0, end - _LONGEST_WORD)
    for whole in _WHOLE.finditer(text, begin, end + _LONGEST_WORD):
        if whole.start() < end < whole.end():
            end = whole.start() if whole.start() > max(begin, end // 2) else end
            break
    return text[:end].rstrip(" \u00a0，,、；;（(：:“「第") + "…"
