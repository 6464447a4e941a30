"""The clean view: what is undone, what stays, and that every span leads back to its characters."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import characters, contents, editing, folding, noise
from timeline.quantities import find_quantities
from timeline.text import clauses, find_quote, fold, quote, sentences, to_simplified, view
from timeline.times import find_times

# What is damaged, and how a reader would write it.
UNDONE = {
    "a wrap inside a date": ("公司于20\n12年\n10月推出首款产品", "公司于2012年10月推出首款产品"),
    "a wrap before a unit": ("营收达到\n30\n亿元，同比增长5.\n3\n%。", "营收达到\n30亿元，同比增长5.3%。"),
    "Windows line ends": ("营收30\r\n亿元", "营收30亿元"),
    "punctuation moved to the next line": ("他说“好”\n，然后走了\n。", "他说“好”，然后走了。"),
    "a bracket open at the line's end": ("全年营收（未经\n审计）增长", "全年营收（未经审计）增长"),
    "full width": ("２０２３年５月，增长１２．５％，ＧＤＰ", "2023年5月，增长12.5%，GDP"),
    "zero-width and bidi characters": ("20\u200b23\u2060年\u202a5\u202c月\ufeff", "2023年5月"),
    "blanks inside": ("2023 年 5 月 8 日，共 30 万台", "2023年5月8日，共30万台"),
    "odd blanks": ("2023\u00a0年\u30005\u2009月", "2023年5月"),
    "letters set apart": ("发 布 会 于 二 〇 二 三 年", "发布会于二〇二三年"),
    "Traditional characters": ("電動車臺灣發佈會，裏程碑", "电动车台湾发布会，里程碑"),
    "glosses": ("發(fā)布結(jié)束，公關(guān)團隊", "发布结束，公关团队"),
    "glosses without a tone": ("我們(men)來了(le)", "我们来了"),
    "a gloss across a wrap": ("結(ji\né)束", "结束"),
    "entities": ("2021&nbsp;年&#51;月，A&amp;B", "2021年3月，A&B"),
    "tags": ("<b>2021</b>年<span class='x'>3</span>月", "2021年3月"),
    "tags that end a line": ("成立<br>上市<p>退市</p>", "成立\n上市\n退市\n"),
    "Markdown": ("**1999元**的[官网](https://a.example/2021/02)![图](x.png)", "1999元的官网"),
    "notes' marks": ("增长20%[3]，利润[^1]", "增长20%，利润"),
    "compatibility look-alikes": ("2021\uf98e3\u2f49", "2021年3月"),
    "addresses": ("见https://a.example/2019/05/x.html。", "见 。"),
}
# What looks damaged and is not.
KEPT = [
    "通信(ICT)与芯片(SoC)",
    "某某(moumou)发言",
    "营收\n目录\n第一章 起步",
    "2012年\n3月 成立\n5月 融资",
    "a<b且c>d",
    "项目\n营业收入\n123,456\n100,234\n23.2%\n净利润\n12,345\n10,023\n23.2%",
    "图1：公司历年营收（单位：亿元）\n数据来源：公司年报\n2019年，公司营收突破100亿元。",
    "记者：公司是哪年成立的？\n林某：2012年\n记者：首款产品呢？\n林某：2015年9月发布，卖了120万台",
    "AT&T与R&D",
    "3*4*5",
    "收入\t100\t200\n成本\t50\t80",
    "电话138****1234",
]


@pytest.mark.parametrize(("damaged", "clean"), UNDONE.values(), ids=UNDONE.keys())
def test_damage_is_undone(damaged, clean):
    assert view(damaged).text == clean


@pytest.mark.parametrize("text", KEPT)
def test_what_is_no_damage_stays(text):
    assert view(text).text == text


@pytest.mark.parametrize(("damaged", "clean"), UNDONE.values(), ids=UNDONE.keys())
def test_every_stretch_of_a_view_leads_back(damaged, clean):
    shown = view(damaged)
    for start in range(len(shown.text)):
        for end in range(start + 1, min(len(shown.text), start + 8) + 1):
            first, last = shown.locate(start, end)
            assert 0 <= first < last <= len(damaged)
            if damaged[first].isalnum():  # what a span starts with is kept
                assert shown.find(first) == start


def test_an_entity_is_inside_its_span():
    shown = view("共&#51;&#48;台")
    start = shown.text.index("30台")
    assert "共&#51;&#48;台"[slice(*shown.locate(start, start + 3))] == "&#51;&#48;台"


# ── wraps, headings, paragraphs ──────────────────────────────────────────────────────────────────

STORY = (
    "星禾科技成立于2012年10月6日，注册资本500万元，创始团队只有八个人，办公室设在一间旧厂房里。"
    "2015年9月，公司发布首款手机，售价1999元，首年售出120万台，占当地市场的3.5%。"
    "三年后，星禾在香港上市，募集资金约41亿港元，市值一度超过500亿港元；去年下半年，员工已达1800人。"
    "截至2021年3月31日，公司累计交付33662辆汽车，营收同比增长12%，研发投入占比从2%提高到14%。"
    "管理层说：“我们用十几年时间证明了一件事，质量才是唯一的捷径。”此后的两年里，它又开设了368家门店。"
)
BOOK = f"起步\n{STORY}\n转折“与”选择\n{STORY[: STORY.index('三年后')]}\n再次出发\n{STORY}"


def _cut(text: str, width: int) -> str:
    """Every line cut after `width` characters, as a program does it."""
    return "\n".join(
        line[start : start + width] for line in text.split("\n") for start in range(0, len(line), width)
    )


def _set(text: str, width: int) -> str:
    """Every line set `width` columns wide, numbers and Latin words whole, punctuation hung out."""
    lines = []
    for line in text.split("\n"):
        current, columns = "", 0
        for word in _words(line):
            size = sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in word)
            if current and columns + size > width and word not in "，。；：”":
                lines.append(current)
                current, columns = "", 0
            current, columns = current + word, columns + size
        lines.append(current)
    return "\n".join(lines)


def _words(line: str) -> list[str]:
    words: list[str] = []
    for char in line:
        if (
            words
            and char.isascii()
            and char.isalnum()
            and words[-1][-1].isascii()
            and words[-1][-1] not in "，"
        ):
            words[-1] += char
        else:
            words.append(char)
    return words


def _values(text: str) -> tuple[list[str], list[tuple]]:
    times = [time.value for time in find_times(text, "2022")]
    return times, [(one.value, one.low, one.high, one.unit) for one in find_quantities(text)]


@pytest.mark.parametrize("wrap", [_cut, _set])
@given(width=st.integers(12, 120))
@settings(max_examples=40, deadline=None)
def test_wrapping_changes_no_value(wrap, width):
    assert _values(wrap(STORY, width)) == _values(STORY)


@pytest.mark.parametrize("wrap", [_cut, _set])
@pytest.mark.parametrize("width", [20, 30, 40, 60, 80])
def test_headings_and_paragraphs_stay_apart_in_a_wrapped_text(wrap, width):
    lines = view(wrap(BOOK, width)).text.split("\n")
    for heading in ("起步", "转折“与”选择", "再次出发"):
        assert heading in lines


def test_a_short_text_is_not_taken_for_a_wrapped_one():
    text = "文|某某\n刚刚结束的车展，星禾没有到场。\n星禾\n它还实现了季度盈利\n评论(0)"
    assert view(text).text == text


def test_a_list_is_no_paragraph():
    text = "2011年8月 发布首款手机\n2012年9月 发布第二款机\n2013年5月 完成新融资额"
    assert view(text).text == text


def test_pieces_of_a_printed_line_are_put_together():
    text = (
        "很多公司都把用户看作所有业务最重要的考量因素，这一点并不难\n理解。一位前辈说过一句流传甚广的话，“顾客就是上\n帝”\n，"
        "许多企业把它贴在墙上，但是真正做到的企业从来就没有几\n家，因为说起来简单，做起来却很不容易，需要长年累月的努力\n。"
    )
    assert "\n" not in view(text).text


def test_a_page_s_end_inside_a_sentence_is_dropped():
    text = ""
    for number, word in enumerate("一二三四五六"):
        text += f"星禾科技在第{word}年里开设了许多门店，员工人数也有了很大的增\n长，管理层认为第{word}次扩张是正确的选择，并且决定继续扩大规\n"
        text += f"{40 + number}\n\f星禾科技年度报告\n模，为此投入了更多的资金，也招聘了更多的人。\n"
    clean = view(text).text
    assert clean.count("继续扩大规模，为此") == 5  # the first head is the document's own title
    assert "44" not in clean


@given(st.text(alphabet="公司于2012年10月6日发布，。\n“”（）一 ab", max_size=120), st.integers(0, 119))
@settings(max_examples=300, deadline=None)
def test_find_and_locate_agree_on_any_text(text, position):
    shown = view(text)
    assert len(shown.text) <= len(text)
    if position < len(shown.text):
        start, end = shown.locate(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert shown.find(start) == position


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_folding_keeps_the_length(text):
    assert len(fold(text)) == len(text)
    assert len(to_simplified(text)) == len(text)


def test_a_long_text_is_folded_as_its_lines_are():
    lines = [
        "營收達到３．５億元．",
        "公司瞭解市場，藉口沈默",
        "公司了解市场，著名品牌",
        "乾隆年間的乾貨\x0b",
        "⾔⽅\u3000𠮷２０１２年",
        "於二〇一二年回覆，計畫於潛設廠",
        "什麼是么麼，不可貲計",
    ] * 60
    assert fold("\n".join(lines)) == "\n".join(fold(line) for line in lines)


@pytest.mark.parametrize(
    "damaged", [*(damaged for damaged, _ in UNDONE.values()), "共&#51;&#48;台，12&nbsp;人"]
)
def test_many_stretches_are_located_as_each_is(damaged):
    shown = view(damaged)
    size = len(shown.text)
    spans = [(start, end) for start in range(size) for end in range(start + 1, min(size, start + 5) + 1)]
    assert shown.locate_all(spans) == [shown.locate(*span) for span in spans]


def test_a_text_that_is_read_by_pieces_has_the_view_of_one_that_is_not(monkeypatch):
    damaged = [
        *UNDONE, "\n \t\n", "> > 引文\n>  \n> 五\f\n- 3 -\n（一\n二）", "甲\n\n\n乙\n", "<a\nb\nc>公司&amp;\n&lt;"
    ]  # fmt: skip
    text = "\n  \n" + "\n".join(UNDONE.get(one, [one])[0] for one in damaged) + "\r\n\r\n完"
    for wrapped in (text * 3, "\n".join(text[at : at + 19] for at in range(0, len(text), 19)) * 2):
        whole = view(wrapped)
        for size in (1, 7, 40):
            with monkeypatch.context() as patched:
                for module in (characters, contents, editing, folding, noise):
                    patched.setattr(module, "PIECE", size)
                assert view(wrapped) == whole


def test_a_lone_surrogate_costs_nothing():
    assert view("營收\ud83030億").source == "營收\ud83030億"


@given(st.integers(0, 60))
@settings(max_examples=20, deadline=None)
def test_a_paragraph_in_front_moves_every_span_by_its_length(repeats):
    front = "某年某月，写在前面的话。" * repeats + "\n\n"
    before, after = find_quantities(STORY), find_quantities(front + STORY)[-len(find_quantities(STORY)) :]
    moved = [(one.start + len(front), one.end + len(front), one.value) for one in before]
    assert [(one.start, one.end, one.value) for one in after] == moved
    times = [(time.start + len(front), time.end + len(front)) for time in find_times(STORY, "2022")]
    assert [(t.start, t.end) for t in find_times(front + STORY, "2022") if t.start >= len(front)] == times


# ── sentences, clauses, quotes ───────────────────────────────────────────────────────────────────

SENTENCES = {
    "一句。两句！三句？": ["一句。", "两句！", "三句？"],
    "他说：“好的。”然后走了。": ["他说：“好的。”", "然后走了。"],
    "“能不能便宜？”他问道。": ["“能不能便宜？”他问道。"],
    "有意见、有建议……这些都要听。": ["有意见、有建议……", "这些都要听。"],
    "等等……，还有。": ["等等……，还有。"],
    "增长3.5%；下降2.1%。": ["增长3.5%；", "下降2.1%。"],
    "01.\n小标题\n正文。": ["01.", "小标题", "正文。"],
    "It grew 3.5 percent. Then it fell. Mr. Lin left.": [
        "It grew 3.5 percent.",
        "Then it fell.",
        "Mr. Lin left.",
    ],
    "（见附录。）下一句。": ["（见附录。）", "下一句。"],
    "什么叫质量？！这就是。": ["什么叫质量？！", "这就是。"],
    "Oho! Inc. opened. Oho! said so! It grew.": ["Oho! Inc. opened.", "Oho! said so!", "It grew."],
}


@pytest.mark.parametrize(("text", "wanted"), SENTENCES.items())
def test_sentences(text, wanted):
    assert [text[start:end] for start, end in sentences(text)] == wanted


def test_clauses_part_at_commas_but_not_inside_numbers():
    text = "2021年，营收1,999万元,增长2%：12:30开始——结束、再来"
    parts = [text[start:end] for start, end in clauses(text, 0, len(text))]
    assert parts == ["2021年，", "营收1,999万元,", "增长2%：", "12:30开始——", "结束、再来"]


@given(st.text(alphabet="一二。！？”“…；\n ab.X", max_size=80))
@settings(max_examples=300, deadline=None)
def test_sentences_cover_everything_in_order(text):
    spans = list(sentences(text))
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans).split() == "".join(text.split()).split() or (
        "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    )


def test_a_quote_is_found_again_after_the_text_moved():
    wanted = quote(STORY, *(at := (STORY.index("1999元"), STORY.index("1999元") + 5)))
    moved = "又一段，也说1999元。" + STORY
    assert find_quote(moved, wanted) == (at[0] + len(moved) - len(STORY), at[1] + len(moved) - len(STORY))
