"""The deck's master and its layouts: cover, page (kicker, title, footer, number), blank."""

from timeline import look
from timeline.exports.deck.theme import EMU, FOOTER, KICKER, NS, NUMBER, fonts_xml

_P = look.LIGHT
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)
LAYOUTS = (
    ("cover", "封面 Cover", "title"),
    ("page", "内容页 Page", "titleOnly"),
    ("blank", "空白 Blank", "blank"),
)


def master_xml(lang: str) -> str:
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
        _placeholder(2, "Title", 'type="title"', (64, 82, 1152, 48), style(34, True, True), lang)
        + _placeholder(3, "Text", 'type="body" idx="1"', (64, 150, 1152, 480), style(19, False, False), lang)
        + _placeholder(4, "Footer", 'type="ftr" sz="quarter" idx="3"', (64, 672, 1040, 24), style(13.5, False, False, "tx2"), lang)
        + _placeholder(5, "Number", 'type="sldNum" sz="quarter" idx="4"', (1176, 672, 40, 24), style(13.5, False, False, "tx2"), lang, "r")
    )  # fmt: skip
    layouts = "".join(f'<p:sldLayoutId id="{2147483648 + n}" r:id="rId{n}"/>' for n in (1, 2, 3))
    mapping = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"'
    return (
        f"<p:sldMaster {NS}><p:cSld>{_background()}<p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld><p:clrMap {mapping}/>"
        f'<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/><p:txStyles>'
        f"<p:titleStyle>{level(1, style(34, True, True))}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _background() -> str:
    return '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'


def _placeholder(
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


def layout_xml(kind: str, name: str, type_: str, lang: str) -> str:
    rule = _static(
        20, "页脚线", (64, 660, 1152, 1), f'<a:solidFill><a:srgbClr val="{_P.rule[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    )  # fmt: skip
    shapes = rule + _wordmark(21, (1139, 674, 40, 22), 16)
    if kind == "cover":
        shapes += _wordmark(22, (64, 54, 60, 32), 22.5)
        shapes += _placeholder(
            2, "Title", 'type="title"', (64, 236, 1152, 96), _run(66, "tx1", True, True, 150), lang
        )
        shapes += _placeholder(
            3, "Subtitle", f'type="body" sz="quarter" idx="{KICKER}"', (64, 338, 1152, 38), _run(22, "tx2"),
            lang,
        )  # fmt: skip
    elif kind == "page":
        shapes += _placeholder(
            2, "Kicker", f'type="body" sz="quarter" idx="{KICKER}"', (64, 52, 1152, 26), _run(16, "tx2"), lang
        )
        shapes += _placeholder(
            3, "Title", 'type="title"', (64, 82, 1152, 48), _run(34, "tx1", True, True), lang
        )
    shapes += _placeholder(
        4, "Footer", f'type="ftr" sz="quarter" idx="{FOOTER}"', (64, 672, 1040, 24), _run(13.5, "tx2"), lang
    )
    shapes += _placeholder(
        5, "Number", f'type="sldNum" sz="quarter" idx="{NUMBER}"', (1180, 672, 36, 24), _run(13.5, "tx2"),
        lang, "r",
    )  # fmt: skip
    return (
        f'<p:sldLayout {NS} type="{type_}" preserve="1" userDrawn="1"><p:cSld name="{name}"><p:spTree>{_GROUP}{shapes}</p:spTree></p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )
