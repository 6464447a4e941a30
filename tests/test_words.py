"""Every word of the interface stands in one table, in both languages, and nowhere else."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from timeline.words import WORDS, say

ROOT = Path(__file__).resolve().parents[1]
SOURCES = [
    ROOT / "app.py",
    *sorted((ROOT / "pages").glob("*.py")),
    *sorted((ROOT / "timeline/ui").glob("*.py")),
]
CHINESE = re.compile(r"[\u3400-\u9fff]")
SPOKEN_AS_IS = {
    "name",
    "wordmark",
    "lang.zh.short",
    "lang.zh.long",
}  # a name, and a language's name for itself


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _strings(path: Path) -> list[ast.Constant]:
    """The string constants of a module that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    found = [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [node for node in found if id(node) not in documentation]


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same_thing(key):
    zh, en = WORDS[key]
    assert zh.strip()
    assert en.strip()
    assert _fields(zh) == _fields(en), "a translation must use the same values"
    if key not in SPOKEN_AS_IS:
        assert not CHINESE.search(en), f"untranslated: {en}"
        assert "，" not in en


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_no_words_outside_the_table(path):
    """A Chinese literal in a page would never be seen in English."""
    stray = [(node.lineno, node.value) for node in _strings(path) if CHINESE.search(node.value)]
    assert not stray, f"{path.name} has interface words of its own: {stray}"


def _asked() -> tuple[set[str], list[re.Pattern[str]]]:
    """Keys that the code asks for, whole or as f-strings."""
    keys: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                keys.add(node.value)
            elif isinstance(node, ast.JoinedStr) and "." in str(getattr(node.values[0], "value", "")):
                parts = [
                    re.escape(v.value) if isinstance(v, ast.Constant) else r"[\w.-]+" for v in node.values
                ]
                patterns.append(re.compile("".join(parts)))
    return keys, patterns


def test_no_word_is_left_over():
    keys, patterns = _asked()
    idle = [key for key in WORDS if key not in keys and not any(p.fullmatch(key) for p in patterns)]
    assert not idle, f"nobody says: {idle}"


def test_every_word_asked_for_is_there():
    asked = {
        node.args[0].value
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and (getattr(node.func, "attr", "") == "say" or getattr(node.func, "id", "") == "say")
    }
    assert asked
    assert asked <= set(WORDS)


def test_values_are_filled_in():
    assert say("filter.chosen", "zh", n=3) == "3 项"
    assert say("filter.chosen", "en", n=3) == "3 chosen"
