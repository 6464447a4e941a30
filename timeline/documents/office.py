"""What all Office Open XML packages have alike: XML parts in a zip, and core properties."""

import io
import zipfile

from lxml import etree  # ty: ignore[missing-module-member]

from timeline.documents.content import Content
from timeline.documents.dates import to_edtf
from timeline.documents.places import bad_archive, open_archive, read_entry
from timeline.errors import UnreadableError

_TEMPLATE_DATES = ("2013-12-23", "2013-01-27")  # what well-known libraries stamp on every file they make
_PROGRAMS = frozenset(
    ("python-docx", "openpyxl", "xlsxwriter", "microsoft office user", "administrator", "user", "admin")
)


def open_package(data: bytes) -> zipfile.ZipFile:
    """The package, if it may be unpacked. UnreadableError where it is damaged, or a zip bomb."""
    archive = open_archive(io.BytesIO(data))
    if problem := bad_archive(archive):
        raise UnreadableError(problem)
    return archive


def parse_xml(source: bytes) -> etree._Element:
    """XML without entities, network or unbounded depth. UnreadableError where it is not XML."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise UnreadableError("The file is damaged: a part of it is no XML.", "Save it again.")
    return root


def read_part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    """A part's XML; None where it is missing or damaged."""
    try:
        return parse_xml(read_entry(archive, archive.getinfo(name)))
    except (KeyError, UnreadableError):
        return None


def local_name(element: etree._Element) -> str:
    """A tag without its namespace."""
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def with_properties(content: Content, archive: zipfile.ZipFile) -> Content:
    """The content with title, author and (weak) date of the package's core properties."""
    core = read_part(archive, "docProps/core.xml")
    told = {
        local_name(part): " ".join((part.text or "").split())[:300] for part in (() if core is None else core)
    }
    author = told.get("creator", "")
    dates = (to_edtf(told.get(name, "")) for name in ("created", "modified"))
    published = next((date for date in dates if date and date not in _TEMPLATE_DATES), "")
    return content._replace(
        title=told.get("title", ""),
        author="" if author.lower() in _PROGRAMS else author,
        published=content.published or published,
        basis=content.basis or ("file properties" if published else ""),
    )
