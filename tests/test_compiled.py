"""Compiled modules answer as their sources do, and a build of other sources is never used."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import compiled, compiling

HOME = Path(__file__).resolve().parents[1]
TOLD = """
import pathlib, pickle, sys
from timeline.times import find_times, finding
files = sorted(path for folder in ("dossiers", "stories") for path in pathlib.Path("tests", folder).rglob("*.txt"))
told = [find_times(path.read_text("utf-8", "replace"), day) for path in files for day in (None, "2022-06-15")]
sys.stdout.buffer.write(pickle.dumps((finding.__file__, told)))
"""


def _told(switch: str) -> tuple[str, list]:
    """In a process of its own: where a module is from, and the times of the tests' documents."""
    import pickle

    settings = {**os.environ, compiled.SWITCH: switch}
    done = subprocess.run(
        [sys.executable, "-c", TOLD], cwd=HOME, env=settings, capture_output=True, check=True
    )
    return pickle.loads(done.stdout)


def test_compiled_or_not_the_answers_are_the_same(monkeypatch):
    monkeypatch.delenv(compiled.SWITCH, raising=False)
    if compiled.find_build() is None:
        pytest.skip(
            "nothing is compiled of these sources: `make compile` does so where a C compiler is found"
        )
    (source, as_python), (library, as_compiled) = _told("0"), _told("1")
    assert source.endswith(".py")
    assert library.endswith(compiled.SUFFIX)
    assert any(as_python)
    assert as_compiled == as_python


@pytest.fixture
def sources(tmp_path):
    """A small tree, and a build of it."""
    (tmp_path / "requirements-compile.txt").write_text("mypy==1.0\n")
    for folder in compiled.SOURCES:
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        (tmp_path / folder / "some.py").write_text("ONE = 1\n")
    (tmp_path / "builds" / compiled.digest(tmp_path)).mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    "edited", ["requirements-compile.txt", *(f"{one}/some.py" for one in compiled.SOURCES)]
)
def test_a_build_of_other_sources_is_not_found(sources, edited, monkeypatch):
    monkeypatch.delenv(compiled.SWITCH, raising=False)
    assert compiled.find_build(sources, sources / "builds") is not None
    (sources / edited).write_text("ONE = 2\n")
    assert compiled.find_build(sources, sources / "builds") is None


def test_a_switch_turns_it_off(sources, monkeypatch):
    monkeypatch.setenv(compiled.SWITCH, "0")
    assert compiled.find_build(sources, sources / "builds") is None


def test_a_library_that_cannot_be_loaded_is_left_alone(tmp_path):
    (tmp_path / f"broken{compiled.SHARED}{compiled.SUFFIX}").write_bytes(b"no library")
    finders = list(sys.meta_path)
    assert not compiled.use(tmp_path)
    assert sys.meta_path == finders


def test_without_a_compiler_a_sentence_says_so(tmp_path, monkeypatch):
    monkeypatch.delenv(compiled.SWITCH, raising=False)
    monkeypatch.setattr(compiling, "HOME", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert compiling.build().startswith("No C compiler")


def test_what_does_not_compile_leaves_nothing_behind(tmp_path, monkeypatch):
    def fail(made):
        raise RuntimeError("no such header")

    monkeypatch.delenv(compiled.SWITCH, raising=False)
    monkeypatch.setattr(compiling, "HOME", tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: name)
    monkeypatch.setattr(compiling, "_compile", fail)
    monkeypatch.setattr(Path, "is_file", lambda path: True)
    assert "no such header" in compiling.build()
    assert not list(tmp_path.iterdir())
