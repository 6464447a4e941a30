"""How everything looks: colours by role, fonts, sizes. One blue for marks, one red for "look here".

Contrast against the page: every mark at least 3:1, every text at least 4.5:1, in both themes.
Charts, exports and pages take their colours from here and from nowhere else.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by role, as #RRGGBB.

    `ink3` is for context round a quote and never below 11 px, `rule`/`rule2` are decoration,
    `band` is the opacity of a band's fill (its outline is full `data`), `highlighter` is worn by
    the chosen mark and by its quote, `series` are the colours after `data` where one chart needs them.
    """

    name: str
    page: str
    panel: str
    ink: str
    ink2: str
    ink3: str
    rule: str
    rule2: str
    data: str
    accent: str
    highlighter: str
    series: tuple[str, str, str]
    band: float


LIGHT = Palette(
    name="light",
    page="#FCFBF8",
    panel="#F3F1EB",
    ink="#1B1C1E",
    ink2="#56544F",
    ink3="#76736C",
    rule="#DCD8CE",
    rule2="#ECE9E2",
    data="#2A4B7C",
    accent="#A8321A",
    highlighter="#FBE3D6",
    series=("#8A5A00", "#1F6F5C", "#7A3B74"),
    band=0.20,
)
DARK = Palette(
    name="dark",
    page="#15171A",
    panel="#1E2125",
    ink="#E9E6DF",
    ink2="#B1ADA5",
    ink3="#8C8880",
    rule="#33373C",
    rule2="#24272B",
    data="#8DB0E0",
    accent="#F0805F",
    highlighter="#4A2A20",
    series=("#D6A653", "#6FBFA8", "#C792C0"),
    band=0.24,
)
THEMES = {"light": LIGHT, "dark": DARK}

# Named in full everywhere: without a Chinese font by name, browsers draw Japanese glyph forms.
SANS_NAMES = ("Source Sans", "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei")
SERIF_NAMES = ("Noto Serif CJK SC", "Noto Serif SC", "Songti SC", "SimSun")
SANS = ", ".join(f'"{name}"' for name in SANS_NAMES) + ", sans-serif"
SERIF = ", ".join(f'"{name}"' for name in SERIF_NAMES) + ", serif"

# Text sizes on a screen, in px.
PAGE_TITLE, FACT_TITLE, SECTION, BODY, QUOTE, SMALL = 32, 22, 17, 15, 16.5, 13
LABEL = {3: 13.5, 2: 12.5, 1: 11.5}  # chart labels by importance; 3 is bold
TICK, COUNT = 12, 11.5

# Marks by importance, in px: a day's dot (diameter), a month's bar and a band (height).
DOT = {3: 13, 2: 10, 1: 7}
BAR = {3: 12, 2: 10, 1: 6}
BAR_MIN_WIDTH = 7
ROW = 24


def theme(name: str) -> Palette:
    """The palette called "light" or "dark"; anything else is light."""
    return THEMES.get(name, LIGHT)


def rgba(colour: str, opacity: float) -> str:
    """`#RRGGBB` with an opacity, for CSS and for Plotly."""
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
