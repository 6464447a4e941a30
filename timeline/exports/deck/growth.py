"""What a metric's slide says: the claim in its title, the words on its arrow, how they were computed.

Everything is computed from the two ends of what was reached (`series.facts`), and is only as sure as
they are. Plans are named, never compared.
"""

import math
from dataclasses import dataclass
from itertools import pairwise

from timeline import edtf, labels
from timeline.exports.deck.claims import fits
from timeline.exports.deck.measure import tight
from timeline.exports.printable import clip, one_line
from timeline.exports.selection import Selection
from timeline.series import Point, Series
from timeline.slopes import ratio_sign

_FOLD = 1.6  # from here on a growth is told as so many times, below as a percentage
_FALL = 0.05
_UNEVEN = 1.5  # times the shortest distance between two bars
_BOUNDS = {"≈": ("约", "about "), ">": ("超过", "over "), "<": ("不到", "under "), "≥": ("至少", "at least "),
           "≤": ("至多", "at most ")}  # fmt: skip
_SURE = {"≈": ("约", "about "), ">": ("超过", "more than "), "<": ("不到", "less than "), "": ("", "")}
_SIGNS = {"=": "", "≥": ">", "≤": "<"}
_FALLEN = {">": "<", "<": ">"}  # the less is left, the more was lost


# ── comparing the two ends ───────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Change:
    """From the first point to the last: how many times, how much, how sure; a yearly rate where it makes sense."""

    sign: str  # "" (exact), ≈, > or <
    ratio: float | None
    difference: float
    yearly: float | None  # compound annual growth, as a fraction
    years: float


def compare(series: Series) -> Change | None:
    """The two ends compared; None where their bounds allow no honest comparison."""
    first, last = series.facts[0], series.facts[-1]
    known = ratio_sign(first.comparator, last.comparator)
    sign = _SIGNS.get(known, known)
    grew = last.at > first.at
    if sign is None or (sign == ">" and not grew) or (sign == "<" and last.at >= first.at):
        return None  # "at most 5 to about 1" may be a fall or a rise
    years = ((last.days[0] - first.days[0]).days + (last.days[1] - first.days[1]).days) / 2 / 365.2425
    plain = series.unit not in ("percent", "percentage_points", "permille", "degC", "rank")
    ratio = last.at / first.at if plain and first.at > 0 and last.at > 0 else None
    yearly = ratio ** (1 / years) - 1 if ratio and years >= 1.9 and sign in ("", "≈") else None
    return Change(sign, ratio, last.at - first.at, yearly, years)


# ── what the slide says ──────────────────────────────────────────────────────────────────────────


def metric_claim(selection: Selection, series: Series, change: Change | None) -> str:
    """4 年间，星河营收增至 14.2 倍，达 34 亿元; only what the two ends allow to say."""
    first, last = (_said(point, selection.lang) for point in (series.facts[0], series.facts[-1]))
    if change is None:
        when = [edtf.label(point.date, selection.lang) for point in (series.facts[0], series.facts[-1])]
        name = _whose(selection, series)
        return selection.word(
            f"{name}：{when[0]} {first}，{when[1]} {last}", f"{name}: {first} ({when[0]}), {last} ({when[1]})"
        )
    return (
        _chinese(series, change, first, last)
        if selection.lang == "zh"
        else _without_end(_english(series, change, first, last))
    )


def _without_end(claim: str) -> str:
    """Where a line has no room for it, what was reached stands on the chart alone."""
    return claim if fits(claim) else claim.rpartition(", to ")[0] or claim


def _whose(selection: Selection, series: Series) -> str:
    name = series.title("zh", "") if selection.lang == "zh" else _english_name(series)
    return clip(tight(name), 24 if selection.lang == "zh" else 48)


def _english_name(series: Series) -> str:
    """星河 R&D headcount: whose, then what, as a subject."""
    measure = labels.measure(series.property, "en")
    return f"{series.about} {measure}" if series.about and series.about not in measure else measure


def _chinese(series: Series, change: Change, first: str, last: str) -> str:
    name = clip(tight(series.title("zh", "")), 24)
    span = f"{change.years:.0f} 年间，" if round(change.years) >= 2 else _between(series, "zh")
    reached = f"，达 {last}" if last[0].isdigit() else f"，{last}"
    if change.ratio is not None and change.ratio >= _FOLD:
        return f"{span}{name}增至{_fold(change)}{reached}"
    if change.ratio is None or change.ratio < _FALL:
        verb = "升至" if change.difference > 0 else "降至"
        return f"{span}{name}从 {first} {verb} {last}"
    if abs(change.ratio - 1) < 0.005:
        return f"{span}{name}持平：{last}"
    verb, (about, percent) = "增长" if change.ratio > 1 else "下降", _percent(change, "zh")
    return f"{span}{name}{verb}{about} {percent}%{reached if change.ratio > 1 else f'，降到 {last}'}"


def _fold(change: Change) -> str:
    """33 倍以上: how many times, never more than is known."""
    bound = {">": "以上", "<": "以内"}.get(change.sign, "")
    return f"{'约' * (change.sign == '≈')} {times(change.ratio or 0, change.sign)} 倍{bound}"


def _percent(change: Change, lang: str) -> tuple[str, str]:
    """How sure, and by how many percent it grew or fell: from over 42 to 9 is more than 78 % lost."""
    ratio = change.ratio or 0
    sign = change.sign if ratio > 1 else _FALLEN.get(change.sign, change.sign)
    return _SURE[sign][lang != "zh"], times(abs(ratio - 1) * 100, sign)


def _english(series: Series, change: Change, first: str, last: str) -> str:
    name = clip(tight(_english_name(series)), 48)
    span = f" in {change.years:.0f} years" if round(change.years) >= 2 else _between(series, "en")
    if change.ratio is not None and change.ratio >= _FOLD:
        return f"{name} grew {_SURE[change.sign][1]}{times(change.ratio, change.sign)}-fold{span}, to {last}"
    if change.ratio is None or change.ratio < _FALL:
        return f"{name} {'rose' if change.difference > 0 else 'fell'} from {first} to {last}{span}"
    if abs(change.ratio - 1) < 0.005:
        return f"{name} unchanged at {last}{span}"
    verb, (about, percent) = "rose" if change.ratio > 1 else "fell", _percent(change, "en")
    return f"{name} {verb} {about}{percent}%{span}, to {last}"


def _between(series: Series, lang: str) -> str:
    """Under two years the dates themselves are said."""
    first, last = (edtf.label(point.date, lang) for point in (series.facts[0], series.facts[-1]))
    return f"{first}到 {last}，" if lang == "zh" else f" from {first} to {last}"


def _said(point: Point, lang: str) -> str:
    """A point's value in a sentence: 约 3600 万台, over 10,000 people."""
    plain = tight(point._replace(comparator="=").words(lang))
    return tight(_BOUNDS.get(point.comparator, ("", ""))[lang != "zh"] + plain)


def times(number: float, sign: str = "") -> str:
    """Half up, as people round: 9.25 is 9.3, 33.3 is 33; of a bound (> or <) to its own side."""
    places = 0 if number >= 20 else 1
    shift = {">": 0.0, "<": 1 - 1e-9}.get(sign, 0.5)  # nothing over 33.6 is over 34
    return f"{math.floor(round(number * 10**places, 6) + shift) / 10**places:.{places}f}".removesuffix(".0")


def arrow_words(selection: Selection, series: Series, change: Change) -> str:
    """33 倍以上, +12%, +3 个百分点, 2.6 倍，年均 +9.1%: what stands on the arrow."""
    lang = selection.lang
    if change.ratio is None:
        points = series.unit in ("percent", "percentage_points")
        unit = selection.word("个百分点", " pp") if points else labels.unit(series.unit, lang)
        sign = change.sign if change.difference > 0 else _FALLEN.get(change.sign, change.sign)
        about, size = _SURE[sign][lang != "zh"], f"{abs(change.difference):.4g}"
        return about + _signed(change.difference, size) + unit
    if change.ratio >= _FOLD:
        words = (
            _fold(change).strip()
            if lang == "zh"
            else f"{_SURE[change.sign][1]}{times(change.ratio, change.sign)}×"
        )
    else:
        about, percent = _percent(change, lang)
        words = about + _signed(change.ratio - 1, f"{percent}%")
    if change.yearly is not None:
        words += selection.word("，年均 ", ", CAGR ") + _signed(
            change.yearly, f"{times(abs(change.yearly) * 100)}%"
        )
    return words


def _signed(number: float, size: str) -> str:
    return ("+" if number > 0 else "−" if number < 0 else "±") + size


def basis_words(selection: Selection, series: Series, change: Change | None) -> str:
    """How the picture is to be read and how the comparison was computed, in one sentence."""
    lang, word = selection.lang, selection.word
    parts = [word("纵轴从 0 起", "the axis starts at 0"), *_signs(selection, series)]
    if _uneven(series):
        parts.append(word("横轴只列有数的时间，间隔不等", "only times with a number, unevenly apart"))
    if any(point.ahead for point in series.points):
        parts.append(word("空心柱是计划或预期，不参与比较", "E and hollow: plans or forecasts, not compared"))
    parts = [tight(part) for part in parts]
    if change is not None and change.ratio is not None:
        a, b = (tight(labels.plain(p.at, lang, 4)) for p in (series.facts[-1], series.facts[0]))
        sign = change.sign or ("=" if _exactly(change.ratio) else "≈")
        parts.append(word("倍数：", "ratio ") + f"{a} ÷ {b} {sign} {change.ratio:.4g}")
    if change is not None and change.yearly is not None:
        parts.append(
            tight(word(f"年均按 {change.years:.3g} 年复利算", f"CAGR over {change.years:.3g} years"))
        )
    parts += [tight(_otherwise(selection, selection.numbers[told])) for told in series.aside[:1]]
    text = word("；", "; ").join(parts) + word("。", ".")
    return text[:1].upper() + text[1:]


def _uneven(series: Series) -> bool:
    """Whether some bars lie much farther apart in time than others."""
    days = [point.days[0].toordinal() for point in series.points]
    gaps = [b - a for a, b in pairwise(days)]
    return len(gaps) > 1 and max(gaps) > _UNEVEN * min(gaps)


def _signs(selection: Selection, series: Series) -> list[str]:
    """What the drawn bounds mean, only those that are drawn."""
    drawn = [sign for sign in ("≈", "<", "≤", ">", "≥") if any(p.comparator == sign for p in series.points)]
    made = [selection.word("「约」字的柱顶渐隐", "bars that fade are approximate")] if "≈" in drawn else []
    made += [selection.word("浅柱是上限", "pale bars are upper bounds")] if {"<", "≤"} & {*drawn} else []
    lower = [sign for sign in drawn if sign in ">≥"]
    if lower:
        are = "is a lower bound" if len(lower) == 1 else "are lower bounds"
        made.append(
            selection.word("".join(f"「{s}」" for s in lower) + "是下限", f"{' and '.join(lower)} {are}")
        )
    return made


def _otherwise(selection: Selection, row: dict) -> str:
    """另有出处：2021年 13.1 亿元（丙）."""
    value = labels.amount(
        row["value"], row["low"], row["high"], row["unit"], row["comparator"], selection.lang,
        row["unit_text"],
    )  # fmt: skip
    when, sign = selection.when(row["date"]), selection.siglum(row["doc_id"])
    return selection.word(
        f"另有出处：{when} {one_line(value)}（{sign}）", f"another source: {value} in {when} ({sign})"
    )


def _exactly(ratio: float) -> bool:
    return abs(ratio * 1000 - round(ratio * 1000)) < 1e-9
