"""The deck's own template: a whole, empty package around theme, master and layouts."""

import io
import zipfile

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

from timeline.exports.deck.master import LAYOUTS, layout_xml, master_xml
from timeline.exports.deck.theme import EMU, FONTS, HEIGHT, NS, WIDTH, fonts_xml, theme_xml

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = "application/vnd.openxmlformats-officedocument.presentationml"
# Empty, but PowerPoint offers to repair a file that has no such parts.
_PROPERTIES = {
    "presProps": f"<p:presentationPr {NS}/>",
    "viewProps": f'<p:viewPr {NS}><p:gridSpacing cx="{9525 * 8}" cy="{9525 * 8}"/></p:viewPr>',
    "tableStyles": f'<a:tblStyleLst {NS} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
}


def new_deck(fonts: str = "office", lang: str = "zh") -> Deck:
    """An empty presentation on our template."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in _package(FONTS.get(fonts, FONTS["office"]), lang).items():
            archive.writestr(name, _HEAD + content)
    buffer.seek(0)
    deck = Presentation(buffer)
    # Notes come with a theme of their own, without a Chinese font: they get ours.
    notes_theme = deck.notes_master.part.part_related_by(RT.THEME)
    assert isinstance(notes_theme, XmlPart)
    notes_theme._element = parse_xml(theme_xml(*FONTS.get(fonts, FONTS["office"])))
    return deck


# ── parts ────────────────────────────────────────────────────────────────────────────────────────


def _package(fonts: tuple[str, str], lang: str) -> dict[str, str]:
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _rels(
            ("officeDocument", "ppt/presentation.xml"), ("extended-properties", "docProps/app.xml"),
            core="docProps/core.xml",
        ),
        "docProps/app.xml": '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Biannian</Application></Properties>",
        "docProps/core.xml": _core(),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"), ("theme", "theme/theme1.xml"),
            *((kind, f"{kind}.xml") for kind in _PROPERTIES),
        ),
        **{f"ppt/{kind}.xml": content for kind, content in _PROPERTIES.items()},
        "ppt/theme/theme1.xml": theme_xml(*fonts),
        "ppt/slideMasters/slideMaster1.xml": master_xml(lang),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in (1, 2, 3)),
            ("theme", "../theme/theme1.xml"),
        ),
    }  # fmt: skip
    for n, (kind, name, type_) in enumerate(LAYOUTS, start=1):
        parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = layout_xml(kind, name, type_, lang)
        parts[f"ppt/slideLayouts/_rels/slideLayout{n}.xml.rels"] = _rels(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        )
    return parts


def _content_types() -> str:
    kinds = {
        "/ppt/presentation.xml": f"{_PARTS}.presentation.main+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{_PARTS}.slideMaster+xml",
        **{f"/ppt/{kind}.xml": f"{_PARTS}.{kind}+xml" for kind in _PROPERTIES},
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        **{f"/ppt/slideLayouts/slideLayout{n}.xml": f"{_PARTS}.slideLayout+xml" for n in (1, 2, 3)},
    }
    overrides = "".join(f'<Override PartName="{part}" ContentType="{kind}"/>' for part, kind in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _rels(*targets: tuple[str, str], core: str = "") -> str:
    rows = [
        f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{to}"/>'
        for n, (kind, to) in enumerate(targets, 1)
    ]
    if core:
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
        rows.append(f'<Relationship Id="rId{len(rows) + 1}" Type="{kind}" Target="{core}"/>')
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(rows)}</Relationships>'


def _core() -> str:
    """Document properties with fixed dates: a deck must not depend on the day it was made."""
    day = "1980-01-01T00:00:00Z"
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title></dc:title><dc:creator>编年 Biannian</dc:creator>'
        "<cp:lastModifiedBy>编年 Biannian</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified></cp:coreProperties>'
    )


def _presentation() -> str:
    levels = "".join(
        f'<a:lvl{n}pPr marL="{(n - 1) * 228600}" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
        f'<a:defRPr sz="1425" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>{fonts_xml()}</a:defRPr></a:lvl{n}pPr>'
        for n in range(1, 10)
    )
    return (
        f'<p:presentation {NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldSz cx="{WIDTH * EMU}" cy="{HEIGHT * EMU}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="zh-CN"/></a:defPPr>{levels}</p:defaultTextStyle></p:presentation>'
    )
