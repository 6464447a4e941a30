"""The deck's theme, written from the palette: colours, fonts, sizes, placeholders' numbers.

16:9 at 1280 × 720 px (13.333 × 7.5 in). The major font is the serif (quoted words and page titles), the
minor one the sans (everything of ours), so that one change in the theme changes the deck.
"""

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
NS = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)


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


def quote_fonts_xml(serif: bool = False) -> str:
    """For quotation marks of English beside Chinese words: fonts of both kinds of scripts draw them a full em wide."""
    name = "Georgia" if serif else "Arial"
    return "".join(f'<a:{slot} typeface="{name}"/>' for slot in ("latin", "ea", "cs"))


def theme_xml(major: str, minor: str) -> str:
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
