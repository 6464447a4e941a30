"""HTML that can't be forged: every word is escaped unless this module made it.

Documents, file names and people's edits are untrusted. Pages build their HTML from `tag`, never
from strings with brackets in them.
"""

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

_COUNTED = re.compile(r"(\d[\d.]*[\u4e00-\u9fff])")
VOID = {"br", "hr", "img", "input", "wbr"}
Words = str | Markup | None | Iterable["Words"]


def join(*parts: Words) -> Markup:
    """The parts one after another, escaped where they are plain text; None is nothing."""
    made = []
    for part in parts:
        if part is None:
            continue
        if isinstance(part, str):
            made.append(escape(part))
        else:
            made.append(join(*part))
    return Markup("".join(made))


def tag(_name: str, *parts: Words, **attributes: object) -> Markup:
    """`tag("a", "text", href="…", class_="x", data_go=True)`: an element; None and False are left out."""
    written = []
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        key = key.rstrip("_").replace("_", "-")
        written.append(key if value is True else f'{key}="{escape(str(value))}"')
    opening = " ".join([_name, *written])
    if _name in VOID:
        return Markup(f"<{opening}>")
    return Markup(f"<{opening}>{join(*parts)}</{_name}>")


def div(class_: str, *parts: Words, **attributes: object) -> Markup:
    return tag("div", *parts, class_=class_, **attributes)


def span(class_: str, *parts: Words, **attributes: object) -> Markup:
    return tag("span", *parts, class_=class_, **attributes)


def unbroken(words: str) -> Markup:
    """The words; no line ends between a number and the sign after it (9月, 30天)."""
    return join(*(span("bn-whole", part) if n % 2 else part for n, part in enumerate(_COUNTED.split(words))))


def go(href: str, *parts: Words, **attributes: object) -> Markup:
    """A link inside the app: a real address, opened without reloading the page."""
    return tag("a", *parts, href=href, data_go=True, **attributes)
