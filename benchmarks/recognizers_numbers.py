"""Value recall of `find_quantities` on Recognizers' Chinese number, percent, currency, dimension cases.

Usage: python -m benchmarks.recognizers_numbers FOLDER [--misses]

FOLDER holds number-numbermodel.json, number-percentmodel.json, numberwithunit-currencymodel.json and
numberwithunit-dimensionmodel.json. A gold number counts as found when a quantity that overlaps it
has its value; money must have its ISO code as well. Cases without a number count as precision only.
"""

import argparse
import json
import math
from pathlib import Path

from timeline.model import Quantity
from timeline.quantities import find_quantities

FILES = {
    "number": "number-numbermodel.json",
    "percent": "number-percentmodel.json",
    "currency": "numberwithunit-currencymodel.json",
    "dimension": "numberwithunit-dimensionmodel.json",
}


def matches(quantity: Quantity, gold: dict, start: int, end: int) -> bool:
    """Whether a quantity says what the gold says, at an overlapping place."""
    if quantity.start >= end or quantity.end <= start or quantity.value is None:
        return False
    resolution = gold["Resolution"]
    wanted = float(str(resolution["value"]).rstrip("%").replace(",", ""))
    if not math.isclose(quantity.value, wanted, rel_tol=1e-9):
        return False
    currency = resolution.get("isoCurrency")
    return not currency or quantity.unit == currency


def score(cases: list[dict]) -> tuple[int, int, list[tuple[str, str, list[Quantity]]]]:
    """(found, wanted, misses) over the cases; a gold entry without a value is left out."""
    found = wanted = 0
    misses = []
    for case in cases:
        quantities = find_quantities(case["Input"])
        for gold in case["Results"]:
            if (gold.get("Resolution") or {}).get("value") is None:
                continue
            start = gold.get("Start", case["Input"].find(gold["Text"]))
            end = gold.get("End", start + len(gold["Text"]) - 1) + 1
            wanted += 1
            if any(matches(quantity, gold, start, end) for quantity in quantities):
                found += 1
            else:
                misses.append((case["Input"], f"{gold['Text']} = {gold['Resolution']['value']}", quantities))
    return found, wanted, misses


def main() -> None:
    parser = argparse.ArgumentParser(description="Value recall on Recognizers' number cases")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true", help="show every miss")
    arguments = parser.parse_args()
    for name, file in FILES.items():
        cases = json.loads((arguments.folder / file).read_text(encoding="utf-8-sig"))
        found, wanted, misses = score(cases)
        print(f"{name:10} {found}/{wanted} = {found / wanted:.3f}")
        if arguments.misses:
            for text, gold, quantities in misses:
                print(f"    {text!r}: {gold}; found {[(q.text, q.value, q.unit) for q in quantities]}")


if __name__ == "__main__":
    main()
