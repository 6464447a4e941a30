"""The name of what a number measures: a measure with what a growth, a share or a rank adds to it.

A share, a multiple or a rank may say something of another measure (营收增长35%, 销量第一), and then the
property gets a suffix: revenue_growth, sales_volume_rank.
"""

import re
from typing import NamedTuple

from timeline.extract.measures.measure_words import KINDS, Found, code_of, kind_of
from timeline.lexicon.table_words import GROWTH_HEADS
from timeline.lexicon.unsaid import UNSAID
from timeline.model import Change, Quantity

_UNSAID = {row.unit: row.property for row in UNSAID}


class Measured(NamedTuple):
    """A reading of one quantity; `quantity` may have gained a unit (三四千 near 价格 is money)."""

    property: str
    base: str  # without suffix
    change: Change
    quantity: Quantity
    rule: str
    word: Found | None = None  # the measure word, where it stands in the quantity's own clause
    thing: str = ""  # what a price belongs to, where it is named after the number


def measured_as(
    base: str, change: Change, quantity: Quantity, rule: str, word: Found | None = None
) -> Measured:
    """A reading: the measure `base`, with the suffix that the change and the unit ask for."""
    return Measured(_suffixed(base, change, quantity), base, change, quantity, rule, word)


def renamed(measured: Measured, base: str) -> Measured:
    """The same reading of another measure: 产销分别 gives its second number to the sales."""
    return measured_as(base, measured.change, measured.quantity, measured.rule)


def name_of(base: str, quantity: Quantity, head: str) -> Measured:
    """The reading of a number under the heads of a table: 营收同比 is revenue_growth."""
    grows = kind_of(quantity) == "share" and re.search(GROWTH_HEADS, head, re.IGNORECASE)
    if not grows or base == "growth":
        return measured_as(base, "none", quantity, "table")
    change: Change = "decrease" if (quantity.value or 0) < 0 else "increase"
    suffix = "change" if KINDS.get(base) == {"share"} else "growth"
    return Measured(f"{base}_{suffix}", base, change, quantity, "table")


def _suffixed(base: str, change: Change, quantity: Quantity) -> str:
    kind = kind_of(quantity)
    if kind == "rank":
        return base if base == "rank" else f"{base}_rank"
    if kind == "multiple":
        suffix = {"increase": "growth", "decrease": "decline"}.get(change, "multiple")
        return base if base in ("multiple", "growth") else f"{base}_{suffix}"
    if kind != "share":
        return base
    if change in ("increase", "decrease"):
        if quantity.unit in ("percentage_points", "basis_points") or base == "share":
            return f"{base}_change"
        rises = change == "increase" or (quantity.value or 0) < 0  # 同比-3.5% is a growth below zero
        return base if base == "growth" else f"{base}_{'growth' if rises else 'decline'}"
    return (
        f"{base}_share" if base in KINDS and KINDS[base] != {"share"} and "score" not in KINDS[base] else base
    )


def unsaid(quantity: Quantity) -> str:
    """The property of a number that no word measures: what its unit says."""
    code, kind = code_of(quantity), kind_of(quantity)
    if kind == "money" and quantity.unit.endswith("_per_share"):
        return "share_price"
    if quantity.unit.endswith("_per_year") and kind not in ("money", "share"):
        return "capacity"  # 10万吨/年
    if code in _UNSAID:
        return _UNSAID[code]
    return code if kind == "count" else _UNSAID.get(kind, "number")
