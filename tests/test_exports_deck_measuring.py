"""How wide words are on a slide, and where they break: real font widths, phrases instead of characters."""

import pytest
from PIL import ImageFont

from timeline.exports.deck.measure import Words, breaks, cut, fit, tight, width, wrap


def test_widths_are_those_of_the_fonts():
    try:
        font = ImageFont.truetype(
            "NotoSansCJK-Regular.ttc", 1000, index=2, layout_engine=ImageFont.Layout.BASIC
        )
    except OSError:
        pytest.skip("the font is not installed")
    for text in ("Timeline", "2021", "年", "W,i", "≠"):
        real = sum(font.getlength(c) for c in text) / 1000 * 20
        assert real <= width(text, Words(20)) <= real * 1.05


@pytest.mark.parametrize(
    "whole", ["2024年", "12,345.6万台", "QH7", "20个月", "3.33亿台", "里程碑", "18%", "iPhone"]
)
def test_lines_never_break_inside(whole):
    text = f"从那时候开始直到{whole}为止一共用了很久"
    start = text.index(whole)
    assert not [i for i in breaks(text) if start < i < start + len(whole)]


@pytest.mark.parametrize("room", [90, 200, 420])
def test_wrapped_lines_fit_and_lose_nothing(room):
    text = "「从2024年3月首台下线，到2026年1月达成50万台交付，只用了20个月」，then some English words follow here。"
    words = Words(20, serif=True)
    spans = wrap(text, room, words)
    assert all(width(text[a:b], words) <= room for a, b in spans)
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")
    assert not [text[a] for a, _ in spans if text[a] in "，。」：；"]


def test_a_word_wider_than_the_line_is_torn():
    words = Words(20)
    spans = wrap("=HYPERLINK" * 50, 120, words)
    assert all(width(("=HYPERLINK" * 50)[a:b], words) <= 120 for a, b in spans)


def test_cut_and_fit():
    assert cut("短", 200, Words(20)) == "短"
    assert cut("很长的一句话，" * 9, 200, Words(20)).endswith("…")
    assert width(cut("很长的一句话，" * 9, 200, Words(20)), Words(20)) <= 200
    assert fit("短句", 500, (34, 26)) == ("短句", 34)


def test_gaps_between_chinese_and_latin_are_left_to_the_program():
    assert (
        tight("2020 年以来的 7 件，3.33\u00a0亿台，model Y 与 iPhone 4")
        == "2020年以来的7件，3.33亿台，model Y与iPhone 4"
    )
