"""Every word of the interface stands in one table, in both languages, and nowhere else."""

from __future__ import annotations

import ast
import io
import re
import string
import zipfile
from pathlib import Path

import pytest

from timeline import labels, pipeline
from timeline.errors import UserError
from timeline.times import RULES
from timeline.ui import readings
from timeline.words import PARTS, WORDS, say
from timeline.words.readings import REASONS

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


def test_no_part_says_what_another_says():
    """Of two rows with one key, one would never be seen."""
    assert sum(map(len, PARTS)) == len(WORDS)


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


# ── what cannot be read is refused in the reader's language ──────────────────────────────────────


def _zip(*names: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return packed.getvalue()


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_LOCKED = _OLE + "EncryptedPackage".encode("utf-16-le")
_REFUSED = {
    "empty": b"", "blank": b" \n\n ", "noise": bytes(range(256)) * 9, "old office": _OLE, "locked": _LOCKED,
    "rtf": b"{\\rtf1", "png": b"\x89PNG", "jpeg": b"\xff\xd8\xff", "rar": b"Rar!", "7z": b"7z\xbc\xaf", "gzip": b"\x1f\x8b",
    "elf": b"\x7fELF", "sqlite": b"SQLite format 3", "parquet": b"PAR1", "torn": b"PK\x03\x04torn",
    "xlsx": _zip("xl/workbook.xml"), "pptx": _zip("ppt/presentation.xml"), "xlsb": _zip("xl/workbook.bin"), "odt": _zip("content.xml"),
    "pdf": b"%PDF-1.7 torn", "epub": _zip("META-INF/container.xml"),
}  # fmt: skip


@pytest.mark.parametrize("kind", _REFUSED)
def test_what_cannot_be_read_is_refused_in_one_chinese_sentence_with_a_hint(kind):
    with pytest.raises(UserError) as refused:
        pipeline.read_document(_REFUSED[kind], name=kind)
    said = readings.trouble(str(refused.value), "zh")
    assert not re.search(r"[a-z]{3,} [a-z]{2,}", said), said
    assert len(re.findall(r"。", said)) == 2, said


def test_an_office_file_with_a_password_is_no_old_office_file():
    with pytest.raises(UserError, match="password"):
        pipeline.read_document(_LOCKED, name="年报.docx")


def test_one_thing_has_no_plural():
    said = say("overview.sentence", "en", span="2005–2026", events=1, numbers=12, documents=1)
    assert said == "2005–2026: 1 event and 12 numbers from 1 document"


# ── how something was read is said in Chinese too ────────────────────────────────────────────────


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_every_rule_of_times_has_a_chinese_name(name):
    assert CHINESE.search(labels.rule(name, "zh")), "name it in lexicon/rules.py"


def _called_with(folder: str, *functions: str) -> set[str]:
    """The sentences (two words or more) that calls of these functions say."""
    calls = [
        node
        for path in sorted((ROOT / "timeline" / folder).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in functions
    ]
    given = {getattr(arg, "value", None) for call in calls for arg in call.args}
    return {one for one in given if isinstance(one, str) and " " in one}


def test_every_reason_why_a_time_stands_nowhere_is_said_in_chinese():
    reasons = _called_with("times", "unresolved", "Missing", "Vague", "without_place")
    assert "the document has no date" in reasons
    assert reasons <= set(REASONS)


def test_how_a_document_was_read_is_said_in_chinese():
    text = "2021年，砚山仪器营收达到3亿元，同比增长12%。员工超过3000人，其中研发占40%。\n\n用户有500万。\n\n三年来累计售出20万台。"
    one = pipeline.harvest(pipeline.read_document(text.encode(), name="年报.md", published="2024-03"))
    rules = {told.rule for told in (*one.times, *one.mentions, *one.observations)}
    assert len(rules) > 6
    assert not [rule for rule in rules if re.search("[a-z]{3}", labels.rule(rule, "zh"))]
    assert readings.basis(one.document.date_basis, "zh") == "手工给出"
