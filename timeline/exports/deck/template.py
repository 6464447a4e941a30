"""The deck's own template: theme, master and three layouts, written from the palette.

16:9 at 1280 × 720 px (13.333 × 7.5 in). Theme fonts: the major one is the serif (quoted words and
page titles), the minor one the sans (everything of ours), so that one change in the theme changes
the deck. Layouts: cover, page (kicker, title, footer, number), blank.
"""

from __future__ import annotations

import io
import zipfile

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

from timeline import look

EMU = 9525  # per px
WIDTH, HEIGHT, MARGIN = 1280, 720, 64
FONTS = {  # (major: serif, minor: sans)
    "office": ("SimSun", "Microsoft YaHei"),
    "noto": ("Noto Serif CJK SC", "Noto Sans CJK SC"),
}
COVER, PAGE, BLANK = 0, 1, 2
KICKER, FOOTER, NUMBER = 10, 11, 12  # placeholder indexes

_P = look.LIGHT
# Roles as theme colours: changing the theme's colours changes the deck.
SCHEME = {
    _P.ink: "tx1", _P.page: "bg1", _P.ink2: "tx2", _P.panel: "bg2",
    _P.data: "accent1", _P.accent: "accent2",
    _P.series[0]: "accent3", _P.series[1]: "accent4", _P.series[2]: "accent5", _P.ink3: "accent6",
}  # fmt: skip
_NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = "application/vnd.openxmlformats-officedocument.presentationml"
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
# Empty, but PowerPoint offers to repair a file that has no such parts.
_PROPERTIES = {
    "presProps": f"<p:presentationPr {_NS}/>",
    "viewProps": f'<p:viewPr {_NS}><p:gridSpacing cx="{9525 * 8}" cy="{9525 * 8}"/></p:viewPr>',
    "tableStyles": f'<a:tblStyleLst {_NS} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>',
}
_LAYOUTS = (
    ("cover", "封面 Cover", "title"),
    ("page", "内容页 Page", "titleOnly"),
    ("blank", "空白 Blank", "blank"),
)


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
    notes_theme._element = parse_xml(_theme(*FONTS.get(fonts, FONTS["office"])))
    return deck


def colour(role: str, alpha: float = 1.0) -> str:
    """A fill's colour element: a theme colour where the theme has it, else RGB."""
    inner = f'<a:alpha val="{round(alpha * 100000)}"/>' if alpha < 1 else ""
    if role in SCHEME:
        return f'<a:schemeClr val="{SCHEME[role]}">{inner}</a:schemeClr>'
    return f'<a:srgbClr val="{role.lstrip("#")}">{inner}</a:srgbClr>'


def fonts_xml(serif: bool = False) -> str:
    """Latin, East Asian and complex script, each named (PowerPoint sets them apart)."""
    kind = "mj" if serif else "mn"
    return f'<a:latin typeface="+{kind}-lt"/><a:ea typeface="+{kind}-ea"/><a:cs typeface="+{kind}-cs"/>'


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
        "ppt/theme/theme1.xml": _theme(*fonts),
        "ppt/slideMasters/slideMaster1.xml": _master(lang),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _rels(
            *(("slideLayout", f"../slideLayouts/slideLayout{n}.xml") for n in (1, 2, 3)),
            ("theme", "../theme/theme1.xml"),
        ),
    }  # fmt: skip
    for n, (kind, name, type_) in enumerate(_LAYOUTS, start=1):
        parts[f"ppt/slideLayouts/slideLayout{n}.xml"] = _layout(kind, name, type_, lang)
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
        f'<p:presentation {_NS} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldSz cx="{WIDTH * EMU}" cy="{HEIGHT * EMU}"/><p:notesSz cx="6858000" cy="9144000"/>'
        f'<p:defaultTextStyle><a:defPPr><a:defRPr lang="zh-CN"/></a:defPPr>{levels}</p:defaultTextStyle></p:presentation>'
    )


def _theme(major: str, minor: str) -> str:
    slots = ("dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
    colours = (_P.ink, _P.page, _P.ink2, _P.panel, _P.data, _P.accent, *_P.series, _P.ink3)
    named = dict(zip(slots, colours, strict=True)) | {"hlink": _P.data, "folHlink": _P.ink2}
    scheme = "".join(f'<a:{slot}><a:srgbClr val="{value[1:]}"/></a:{slot}>' for slot, value in named.items())
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}<a:prstDash val="solid"/></a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    extra = {"rule": _P.rule, "rule 2": _P.rule2, "highlighter": _P.highlighter}
    custom = "".join(
        f'<a:custClr name="{n}"><a:srgbClr val="{v[1:]}"/></a:custClr>' for n, v in extra.items()
    )
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Biannian"><a:themeElements>'
        f'<a:clrScheme name="Biannian">{scheme}</a:clrScheme><a:fontScheme name="Biannian">'
        f"<a:majorFont>{_theme_font(major)}</a:majorFont><a:minorFont>{_theme_font(minor)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Biannian"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        f"</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/><a:custClrLst>{custom}</a:custClrLst></a:theme>"
    )


def _theme_font(name: str) -> str:
    slots = "".join(f'<a:{slot} typeface="{name}"/>' for slot in ("latin", "ea", "cs"))
    return slots + f'<a:font script="Hans" typeface="{name}"/><a:font script="Hant" typeface="{name}"/>'


def _master(lang: str) -> str:
    def style(size: float, serif: bool, bold: bool, role: str = "tx1") -> str:
        return (
            f'<a:defRPr sz="{round(size * 75)}" b="{int(bold)}" kern="1200"><a:solidFill><a:schemeClr val="{role}"/></a:solidFill>'
            f"{fonts_xml(serif)}</a:defRPr>"
        )

    def level(n: int, inner: str) -> str:
        return (
            f'<a:lvl{n}pPr marL="{(n - 1) * 228600}" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" '
            f'hangingPunct="1"><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>{inner}</a:lvl{n}pPr>'
        )

    body = "".join(level(n, style(19 if n < 3 else 16, False, False)) for n in range(1, 10))
    other = "".join(level(n, style(19, False, False)) for n in range(1, 10))
    shapes = (
        placeholder(2, "Title", 'type="title"', (64, 82, 1152, 48), style(34, True, True), lang)
        + placeholder(3, "Text", 'type="body" idx="1"', (64, 150, 1152, 480), style(19, False, False), lang)
        + placeholder(4, "Footer", 'type="ftr" sz="quarter" idx="3"', (64, 672, 1040, 24), style(13.5, False, False, "tx2"), lang)
        + placeholder(5, "Number", 'type="sldNum" sz="quarter" idx="4"', (1176, 672, 40, 24), style(13.5, False, False, "tx2"), lang, "r")
    )  # fmt: skip
    layouts = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in (1, 2, 3))
    mapping = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
    return (
        f"<p:sldMaster {_NS}><p:cSld>{_background()}<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld><p:clrMap {mapping}/>"
        f'<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{level(1, style(34, True, True))}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _background() -> str:
    return '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def placeholder(
    id_: int, name: str, ph: str, box: tuple[int, int, int, int], run: str, lang: str, align: str = "l"
) -> str:
    """A placeholder of the master or of a layout: box in px, one level of text."""
    x, y, w, h = (round(v * EMU) for v in box)
    hints = {"Title": "标题", "Kicker": "栏目", "Footer": "来源", "Subtitle": "副标题", "Text": "正文"}
    field = "sldNum" in ph
    hint = hints.get(name, name) if lang == "zh" else name
    locale = "zh-CN" if lang == "zh" else "en-US"
    body = (
        f'<a:fld id="{{7C1A7F0E-3B52-4C4B-9C0A-000000000001}}" type="slidenum"><a:rPr lang="{locale}"/><a:t>‹#›</a:t></a:fld>'
        if field
        else f'<a:r><a:rPr lang="{locale}"/><a:t>{hint}</a:t></a:r>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph {ph}/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr>'
        f'<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/>{run}</a:lvl1pPr></a:lstStyle><a:p>{body}</a:p></p:txBody></p:sp>'
    )


def _run(size: float, role: str, serif: bool = False, bold: bool = False, spacing: int = 0) -> str:
    space = f' spc="{spacing}"' if spacing else ""
    return (
        f'<a:defRPr sz="{round(size * 75)}" b="{int(bold)}"{space}><a:solidFill><a:schemeClr val="{role}"/></a:solidFill>'
        f"{fonts_xml(serif)}</a:defRPr>"
    )


def _static(id_: int, name: str, box: tuple[int, int, int, int], geometry: str, text: str = "") -> str:
    x, y, w, h = (round(v * EMU) for v in box)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id_}" name="{name}" descr="{name}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{w}" cy="{h}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{geometry}</p:spPr>'
        f'<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/><a:p>{text}</a:p></p:txBody></p:sp>'
    )


def _wordmark(id_: int, box: tuple[int, int, int, int], size: float) -> str:
    run = (
        f'<a:r><a:rPr lang="zh-CN" sz="{round(size * 75)}" b="1" spc="75"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        f"{fonts_xml(True)}</a:rPr><a:t>编年</a:t></a:r>"
    )
    return _static(id_, "编年", box, "<a:noFill/><a:ln><a:noFill/></a:ln>", run)


def _layout(kind: str, name: str, type_: str, lang: str) -> str:
    rule = _static(
        20, "页脚线", (64, 660, 1152, 1), f'<a:solidFill><a:srgbClr val="{_P.rule[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    )  # fmt: skip
    shapes = rule + _wordmark(21, (1139, 674, 40, 22), 16)
    if kind == "cover":
        shapes += _wordmark(22, (64, 54, 60, 32), 22.5)
        shapes += placeholder(
            2, "Title", 'type="title"', (64, 236, 1152, 96), _run(66, "tx1", True, True, 150), lang
        )
        shapes += placeholder(
            3,
            "Subtitle",
            f'type="body" sz="quarter" idx="{KICKER}"',
            (64, 338, 1152, 38),
            _run(22, "tx2"),
            lang,
        )
    elif kind == "page":
        shapes += placeholder(
            2, "Kicker", f'type="body" sz="quarter" idx="{KICKER}"', (64, 52, 1152, 26), _run(16, "tx2"), lang
        )
        shapes += placeholder(
            3, "Title", 'type="title"', (64, 82, 1152, 48), _run(34, "tx1", True, True), lang
        )
    shapes += placeholder(
        4, "Footer", f'type="ftr" sz="quarter" idx="{FOOTER}"', (64, 672, 1040, 24), _run(13.5, "tx2"), lang
    )
    shapes += placeholder(
        5,
        "Number",
        f'type="sldNum" sz="quarter" idx="{NUMBER}"',
        (1180, 672, 36, 24),
        _run(13.5, "tx2"),
        lang,
        "r",
    )
    return (
        f'<p:sldLayout {_NS} type="{type_}" preserve="1" userDrawn="1"><p:cSld name="{name}"><p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
