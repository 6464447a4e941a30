"""EPUB: the parts in reading order; each part is a page of the document."""

import posixpath
import zipfile
from urllib.parse import unquote

from lxml import etree  # ty: ignore[missing-module-member]

from timeline.documents.content import Content, Pen
from timeline.documents.dates import to_edtf
from timeline.documents.encodings import decode
from timeline.documents.html import parse_tree, write_html
from timeline.documents.office import open_package, parse_xml
from timeline.documents.places import read_entry
from timeline.errors import UnreadableError

_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "")


def read_epub(data: bytes, name: str = "") -> Content:
    """An e-book. Block.page counts its parts in reading order."""
    with open_package(data) as archive:
        package, folder = _package(archive)
        pen = Pen()
        for number, path in enumerate(_spine(package, folder), start=1):
            if (source := _entry(archive, path)) is not None:
                tree = parse_tree(decode(source).text)
                if tree.body is not None:
                    write_html(tree.body, pen, number)
    told = _metadata(package)
    published = to_edtf(told.get("date", ""))
    return Content(
        pen.text, "utf-8", tuple(pen.blocks), title=told.get("title", ""), author=told.get("creator", ""),
        publisher=told.get("publisher", ""), published=published, basis="meta" if published else "",
        language=told.get("language", "")[:2].lower(),
    )  # fmt: skip


def _package(archive: zipfile.ZipFile) -> tuple[etree._Element, str]:
    container = _entry(archive, "META-INF/container.xml")
    root = parse_xml(container) if container is not None else None
    paths = [] if root is None else [element.get("full-path") for element in root.iter("{*}rootfile")]
    path = next((path for path in paths if path), "")
    source = _entry(archive, path)
    if source is None:
        raise UnreadableError("The EPUB is damaged: its table of parts is missing.", "Download it again.")
    return parse_xml(source), posixpath.dirname(path)


def _spine(package: etree._Element, folder: str) -> list[str]:
    """The parts' paths in reading order, the navigation left out."""
    items = {item.get("id"): item for item in package.iter("{*}item")}
    paths = []
    for reference in package.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is None or "nav" in (item.get("properties") or "").split():
            continue
        if (item.get("media-type") or "") in _PAGES:
            paths.append(posixpath.normpath(posixpath.join(folder, unquote(item.get("href") or ""))))
    return paths


def _entry(archive: zipfile.ZipFile, path: str) -> bytes | None:
    try:
        return read_entry(archive, archive.getinfo(path))
    except KeyError:
        return None


def _metadata(package: etree._Element) -> dict[str, str]:
    told: dict[str, str] = {}
    for element in package.iter("{http://purl.org/dc/elements/1.1/}*"):
        local = etree.QName(element).localname
        words = " ".join("".join(element.itertext()).split())[:300]
        if words and not (
            local == "date" and any("modification" in value for value in element.attrib.values())
        ):
            told.setdefault(local, words)
    return told
