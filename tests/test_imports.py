"""Imports go one way, heavy libraries stay where they belong, and the map of the modules is whole."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
# Left to right, as data flows; modules of one place may import each other.
FLOW = (
    {"errors", "model", "lexicon", "edtf", "ids", "progress", "compiled", "compiling"},
    {
        "text",
        "characters",
        "editing",
        "folding",
        "noise",
        "contents",
        "lines",
        "widths",
        "wraps",
        "numbers",
        "labels",
        "amounts",
        "look",
    },
    {"documents"},
    {"times", "quantities"},
    {"extract"},
    {"unify", "checks"},
    {"tables"},
    {"store", "edits", "drafts", "edited"},
    {"pipeline", "harvesting", "parts", "workers"},
    {"scale", "library"},
    {"axis", "layout", "series", "slopes", "subjects", "things", "plans"},
    {"drawing"},
    {"charts"},
    {"exports"},
    {"ui", "words"},
    {"__main__"},
)
PLACE = {name: index for index, names in enumerate(FLOW) for name in names}
ONLY = {
    "streamlit": {"ui"},
    "plotly": {"charts"},
    "dateparser": {"times", "documents"},
}
PANDAS_FROM = PLACE["tables"]


def _modules() -> list[Path]:
    return sorted((HOME / "timeline").rglob("*.py"))


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names} | {node.module}
    return names


def _part(path: Path) -> str:
    inside = path.relative_to(HOME / "timeline").parts
    return inside[0].removesuffix(".py")


def _parts(names: set[str]) -> set[str]:
    return {name.split(".")[1] for name in names if name.startswith("timeline.")} & set(PLACE)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(HOME)))
def test_imports_go_one_way(path):
    part = _part(path)
    if part == "__init__":
        return
    assert part in PLACE, f"give {part} its place in the flow"
    later = {name for name in _parts(_imports(path)) if PLACE[name] > PLACE[part]}
    assert not later, f"{part} comes before {later}"


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(HOME)))
def test_heavy_libraries_stay_where_they_belong(path):
    roots = {name.split(".")[0] for name in _imports(path)}
    for library, homes in ONLY.items():
        assert library not in roots or _part(path) in homes, library
    if "pandas" in roots:
        assert PLACE[_part(path)] >= PANDAS_FROM


@pytest.mark.parametrize("path", sorted((HOME / "pages").glob("*.py")), ids=lambda path: path.name)
def test_pages_import_only_what_draws(path):
    parts = {name.split(".")[1] for name in _imports(path) if name.startswith("timeline.")} & set(PLACE)
    assert parts <= {"ui", "words", "charts", "exports", "tables"}


def test_nobody_imports_a_page():
    for path in _modules():
        assert not any(name.split(".")[0] in ("pages", "app") for name in _imports(path)), path


def test_the_map_names_every_module_and_no_other():
    page = (HOME / "docs" / "modules.md").read_text("utf-8")
    named, folder = set(), ""
    for line in page.splitlines():
        if line.startswith("## "):
            folder = line[3:]
        elif found := re.match(r"\| `(\w+\.py)` \| \S", line):
            named.add(folder + found[1])
    modules = {path.relative_to(HOME).as_posix() for path in _modules() if path.name != "__init__.py"}
    assert named == modules, "run: python -m docs.modules"


def test_the_architecture_names_every_part_and_no_other():
    page = (HOME / "docs" / "architecture.md").read_text("utf-8")
    named = set(re.findall(r"`([\w/]+(?:\.py|/))`", page))
    homes = [HOME, *(path for path in (HOME / "timeline").rglob("*") if path.is_dir()), HOME / "timeline"]
    assert not [name for name in named if not any((home / name).exists() for home in homes)]
    parts = {_part(path) for path in _modules()} - {"__init__"}
    assert parts <= {name.split("/")[0].removesuffix(".py") for name in named}
