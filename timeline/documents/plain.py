"""Plain text and Markdown: kept as it is; front matter read, blocks found."""

from __future__ import annotations

import re

import yaml

from timeline.documents.blocks import find_blocks
from timeline.documents.content import Content
from timeline.documents.dates import to_edtf
from timeline.documents.encodings import decode
from timeline.model import Block

MAX_FRONT_MATTER = 65536  # characters
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_DATE_KEYS = (
    "date",
    "published",
    "date_published",
    "datepublished",
    "pubdate",
    "publishdate",
    "created",
    "日期",
    "发布日期",
)
_AUTHOR_KEYS = ("author", "authors", "by", "作者")
_PUBLISHER_KEYS = ("publisher", "source", "site", "publication", "来源")
_TITLE_KEYS = ("title", "headline", "标题")


def read_plain(data: bytes, name: str = "") -> Content:
    """Text as it is, and Markdown with or without YAML front matter."""
    decoded = decode(data)
    text = decoded.text
    end, told = front_matter(text)
    blocks = (Block(0, end, "front matter"),) if end else ()
    published = next((value for key in _DATE_KEYS if (value := to_edtf(told.get(key)))), "")
    return Content(
        text,
        decoded.encoding,
        blocks + find_blocks(text, end),
        decoded.problems,
        title=_word(told, _TITLE_KEYS),
        author=_word(told, _AUTHOR_KEYS),
        publisher=_word(told, _PUBLISHER_KEYS),
        published=published,
        basis="front matter" if published else "",
    )


def front_matter(text: str) -> tuple[int, dict]:
    """Where the YAML front matter ends (0: there is none), and what it says, keys in lower case."""
    match = _FRONT_MATTER.match(text, 0, MAX_FRONT_MATTER) if text.startswith("---") else None
    if not match:
        return 0, {}
    try:
        found = _load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError):
        found = _by_line(match[1])
    if not isinstance(found, dict):
        return 0, {}
    return match.end(), {str(key).lower(): value for key, value in found.items()}


class _Loader(yaml.SafeLoader):
    """Safe YAML without aliases: a bomb is made of them, front matter is not."""

    def compose_node(self, parent, index):  # type: ignore[override]
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def _timestamp(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return node.value  # as written: YAML would move the day to UTC


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)


def _load(source: str) -> object:
    return yaml.load(source, _Loader)  # noqa: S506: a SafeLoader


def _by_line(source: str) -> dict[str, str]:
    """`key: value` lines of front matter that is no valid YAML."""
    pairs = re.findall(r"^(\w{1,40}):[ \t]*(\S.*?)[ \t\r]*$", source, re.M)
    return {key: value.strip("\"'") for key, value in pairs[:100]}


def _word(told: dict, keys: tuple[str, ...]) -> str:
    for key in keys:
        value = told.get(key)
        if isinstance(value, list):
            value = "、".join(str(item) for item in value[:5] if isinstance(item, str | int))
        if isinstance(value, dict):
            value = value.get("name", "")
        if isinstance(value, str | int) and str(value).strip():
            return " ".join(str(value).split())[:300]
    return ""
