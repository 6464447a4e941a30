"""Nothing about the seeds' content is written in code or lexicons: it is read from the documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

HOME = Path(__file__).resolve().parents[1]
# Words of the world at large that the gold also lists.
WORLD = {"中国", "美国", "国产手机", "互联网", "电商行业", "智能手机", "新能源汽车", "东北", "iPhone"}


def _names() -> set[str]:
    names: set[str] = set()
    for line in (HOME / "tests" / "gold" / "events.jsonl").read_text("utf-8").splitlines():
        if line.strip():
            names |= set(json.loads(line)["entities"])
    return {name for name in names if len(name) > 1} - WORLD


@pytest.mark.parametrize(
    "path",
    [
        path
        for folder in ("timeline", "pages")
        for path in sorted((HOME / folder).rglob("*"))
        if path.suffix in {".py", ".csv", ".json", ".toml"}
    ],
    ids=lambda path: str(path.relative_to(HOME)),
)
def test_no_name_from_the_seeds_stands_in_code(path):
    text = path.read_text("utf-8")
    assert not [name for name in _names() if name in text]
