"""What a document says of itself where its format has no field for it: title, byline, script."""

import re
from functools import lru_cache
from operator import ne

from timeline.documents.content import Content
from timeline.text import tidy, to_simplified

HEAD = 1500  # characters in which a byline stands
SAMPLE = 20000
_TITLE_LENGTH = 28
_NAME = r"[^\s|｜丨/／:：,，。;；()（）\[\]【】<>《》]{1,20}(?: ?[·•] ?[^\s|/,，。;；]{1,20})?"
_AUTHOR = re.compile(
    rf"(?:^|[\s|｜丨/／·(（\[【])(?:文|作者|撰文|撰稿|文字|记者|記者|编译|編譯|口述|访谈|訪談|采访|採訪|By|by)[ ]?[|｜丨/／:：][ ]?({_NAME})"
    # By Anna Feld, 4 March 2023
    r"|^[Bb]y ([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})(?=\s*$|\s*[,|/·•—–(][^\n.]{0,40}$| (?:Published|Posted|Updated)\b)",
    re.M,
)
_PUBLISHER = re.compile(
    rf"(?:^|[\s|｜丨/／·(（\[【])(?:出品|来源|來源|出版|出版社|媒体|媒體|公众号|公眾號)[ ]?[|｜丨/／:：][ ]?({_NAME})",
    re.M,
)
_REPORTER = re.compile(r"(?:记者|記者)[ \u3000]?([\u4e00-\u9fff]{2,4})(?=[ \u3000／/）)】\]]|$)", re.M)
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_MARKS = re.compile(r"^[#>*\-\s]+|[*_`]+")


def find_author(content: Content) -> str:
    """The byline: 文|某某, 作者/某某, 记者：某某."""
    head = _head(content)
    match = _AUTHOR.search(head) or _REPORTER.search(head)
    return next(filter(None, match.groups()), "") if match else ""


def find_publisher(content: Content) -> str:
    """Who brought it out: 出品/某某, 来源：某某."""
    match = _PUBLISHER.search(_head(content))
    return match[1] if match else ""


def find_title(content: Content, name: str) -> str:
    """The format's own title, the first heading, a short first line, the start of the text, the name."""
    if content.title:
        return content.title
    front = content.blocks[0] if content.blocks else None
    start = front.end if front and front.kind == "front matter" else 0
    for block in content.blocks[:50]:
        marked = content.text.startswith("#", block.start) or content.blocks[0].kind == "paragraph"
        if block.kind == "heading" and (marked or not content.text[start : block.start].strip()):
            return _clean(tidy(content.text[block.start : min(block.end, block.start + 200)]))[:80]
    lines = [] if content.basis == "date column" or _is_table(content) else _head(content).splitlines()
    for line in lines:
        line = _clean(line)
        if not line or _AUTHOR.search(line) or _PUBLISHER.search(line) or not any(map(str.isalnum, line)):
            continue
        return _shortened(line)
    return name.split("; ")[0].rsplit("/", 1)[-1].rsplit(".", 1)[0]


def _is_table(content: Content) -> bool:
    return bool(content.blocks) and content.blocks[0].kind == "row" and content.blocks[0].start == 0


def _shortened(line: str) -> str:
    """A line as a title: whole if short, else its first clauses, or words."""
    room = _TITLE_LENGTH if _HAN.search(line[:_TITLE_LENGTH]) else 3 * _TITLE_LENGTH
    if len(line) <= room:
        return line.rstrip("。，；;,")
    cut = max(
        line.rfind(mark, 8, room) for mark in ("。！？；，,; " if room > _TITLE_LENGTH else "。！？；，,;")
    )
    return line[:cut] + "…" if cut > 0 else line[:room] + "…"


def _clean(line: str) -> str:
    return " ".join(_MARKS.sub("", line.strip()).split())


def _head(content: Content) -> str:
    """The first characters of the text proper, without what disturbs a reader."""
    first = content.blocks[0] if content.blocks else None
    start = first.end if first and first.kind == "front matter" else 0
    return _tidied(content.text[start : start + HEAD])


@lru_cache(maxsize=4)  # title, author and publisher are read off the same head
def _tidied(text: str) -> str:
    return tidy(text)


def find_script(text: str) -> str:
    """Hans, Hant or Latn, by the characters of the first pages."""
    return _script_of(text[:SAMPLE])


@lru_cache(maxsize=4)
def _script_of(sample: str) -> str:
    han = "".join(_HAN.findall(sample))
    if len(han) * 10 < len(sample.split()) or not han:
        return "Latn"
    changed = sum(map(ne, han, to_simplified(han)))
    return "Hant" if changed * 12 > len(han) else "Hans"


def find_language(content: Content) -> str:
    if content.language and content.language.isalpha():
        return content.language
    return "zh" if find_script(content.text) != "Latn" else "en"
