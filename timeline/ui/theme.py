"""The style sheet: a page of an annotated chronicle, in light and in dark.

宋体 (serif) is the document, 黑体 (sans) is us. Rules hang on our own classes (`bn-…`), on the keys
of containers (`st-key-…`) and on ARIA, never on the framework's generated names.
"""

from functools import lru_cache
from pathlib import Path

from timeline import look

_SHEETS = ("frame.css", "widgets.css", "facts.css", "pages.css", "narrow.css")


def variables(palette: look.Palette) -> str:
    """The palette's roles and the two font lists as CSS variables."""
    roles = {
        name: getattr(palette, name)
        for name in ("page", "panel", "ink", "ink2", "ink3", "rule", "rule2", "data", "accent", "highlighter")
    }
    roles |= {"sans": look.SANS, "serif": look.SERIF, "band": look.rgba(palette.data, palette.band)}
    roles["accent-band"] = look.rgba(palette.accent, palette.band)
    return ":root{" + "".join(f"--bn-{name}:{value};" for name, value in roles.items()) + "}"


@lru_cache(maxsize=1)
def _sheets() -> str:
    folder = Path(__file__).parent / "css"
    return "\n".join((folder / name).read_text("utf-8") for name in _SHEETS)


def css(palette: look.Palette) -> str:
    """The whole style sheet for one palette."""
    return variables(palette) + _sheets()
