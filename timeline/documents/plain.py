"""Plain text and Markdown: kept as it is; front matter read, blocks found."""

import re
import tomllib

import yaml

from timeline.documents.blocks import find_blocks
from timeline.documents.content import Content
from timeline.documents.dates import to_edtf
from timeline.documents.encodings import decode
from timeline.model import Block

MAX_FRONT_MATTER = 65536  # characters
_FRONT_MATTER = re.compile(r"(---|\+\+\+)[ \t]*\r?\n(.*?)^(?:\1|\.\.\.)[ \t]*\r?$", re.S | re.M)
_HEADER_LINE = re.compile(
    r"[ \t#*]*([A-Za-z_\u4e00-\u9fff]{2,14})\**[ \t]*[:：]\**[ \t]*(\S[^\r\n]{0,200})(?:\r\n|\r|\n|\Z)"
)
_MAX_HEADER_LINES = 12
_DATE_KEYS = (
    "date", "published", "date_published", "datepublished", "pubdate", "publishdate", "publish_date", "created",
    "日期", "发布日期", "發布日期", "发布时间", "發布時間", "发表时间", "时间", "時間", "出版日期",
)  # fmt: skip
_AUTHOR_KEYS = ("author", "authors", "by", "作者", "记者", "記者", "撰文")
_PUBLISHER_KEYS = (
    "publisher", "source", "site", "publication", "来源", "來源", "出处", "出處", "媒体", "媒體", "出版社",
)  # fmt: skip
_TITLE_KEYS = ("title", "headline", "标题", "標題", "题目", "題目")
_KNOWN = frozenset(
    (*_DATE_KEYS, *_AUTHOR_KEYS, *_PUBLISHER_KEYS, *_TITLE_KEYS, "url", "链接", "編輯", "编辑")
)


def read_plain(data: bytes, name: str = "") -> Content:
    """Text as it is, and Markdown with or without YAML front matter."""
    decoded = decode(data)
    text = decoded.text
    end, told = front_matter(text)
    blocks = ((Block(0, end, "front matter"),) if end else ()) + find_blocks(text, end)
    published = next((value for key in _DATE_KEYS if (value := to_edtf(told.get(key)))), "")
    basis = "front matter" if published else ""
    if not published and (mail := _first_mail(text, blocks)):
        published, basis = mail.date, "mail header"
    return Content(
        text, decoded.encoding, blocks, decoded.problems, title=_word(told, _TITLE_KEYS),
        author=_word(told, _AUTHOR_KEYS), publisher=_word(told, _PUBLISHER_KEYS), published=published,
        basis=basis,
    )  # fmt: skip


def _first_mail(text: str, blocks: tuple[Block, ...]) -> Block | None:
    """The mail that a saved thread begins with."""
    mail = next((block for block in blocks if block.kind == "mail"), None)
    return mail if mail and mail.date and not text[: mail.start].strip() else None


def front_matter(text: str) -> tuple[int, dict]:
    """Where the front matter ends (0: there is none), and what it says, keys in lower case.

    YAML between lines of ---, TOML between lines of +++, or a few known `key: value` lines.
    """
    match = _FRONT_MATTER.match(text, 0, MAX_FRONT_MATTER) if text.startswith(("---", "+++")) else None
    if not match:
        return _header_lines(text)
    try:
        found = tomllib.loads(match[2]) if match[1] == "+++" else _load(match[2])
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError, TypeError):
        found = _by_line(match[2])
    if not isinstance(found, dict):
        return 0, {}
    return match.end(), {str(key).lower(): value for key, value in found.items()}


def _header_lines(text: str) -> tuple[int, dict]:
    """标题：…, 作者：…, 日期：… one below the other at the very top: at least two that are known."""
    told: dict[str, str] = {}
    position = len(text) - len(text.lstrip())
    for _ in range(_MAX_HEADER_LINES):
        match = _HEADER_LINE.match(text, position)
        if not match or match[1].lower() not in _KNOWN:
            break
        told.setdefault(match[1].lower(), match[2].strip())
        position = match.end()
    return (position, told) if len(told) >= 2 else (0, {})


class _Loader(yaml.SafeLoader):
    """Safe YAML without aliases: a bomb is made of them, front matter is not."""

    def compose_node(self, parent, index):
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases are not read")
        return super().compose_node(parent, index)


def _timestamp(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> str:
    return node.value  # as written: YAML would move the day to UTC


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _timestamp)


def _load(source: str) -> object:
    return yaml.load(source, _Loader)  # a SafeLoader


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
