"""Words and numbers on the screen, on a slide and in a file: both languages, every code."""

import pytest

from timeline import labels, look, model

GAP = labels.GAP


@pytest.mark.parametrize(
    ("value", "unit", "zh", "en"),
    [
        (36_000_000, "units", "3600 万台", "36m units"),
        (333_000_000, "", "3.33 亿", "333m"),
        (1e14, "CNY", "100 万亿元", "CNY 100tn"),
        (1999, "CNY", "1999 元", "CNY 1,999"),
        (10_000, "persons", "1 万人", "10,000 people"),
        (12_345, "", "1.2345 万", "12,345"),
        (14, "percent", "14%", "14%"),
        (0.5, "percent", "0.5%", "0.5%"),
        (3, "rank", "第 3 位", "No. 3"),
        (35, "CNY_per_person", "35 元/人", "CNY 35/person"),
        (99_999_999.6, "CNY", "1 亿元", "CNY 100m"),
        (-20, "degC", "−20℃", "−20 °C"),
        (0, "", "0", "0"),
        (7, "gizmos_nobody_knows", "7 gizmos nobody knows", "7 gizmos nobody knows"),
    ],
)
def test_numbers_read_the_way_each_language_counts(value, unit, zh, en):
    assert labels.number(value, unit, "zh").replace(GAP, " ") == zh
    assert labels.number(value, unit, "en").replace(GAP, " ") == en


@pytest.mark.parametrize(
    ("quantity", "zh", "en"),
    [
        ((10_000, None, None, "persons", ">"), "> 1 万人", "> 10,000 people"),
        ((300, None, 300, "persons", "<"), "< 300 人", "< 300 people"),
        ((36_000_000, None, None, "units", "≈"), "≈ 3600 万台", "≈ 36m units"),
        ((None, 30, 40, "CNY", "="), "30–40 元", "CNY 30–40"),
        ((None, 2e11, 9e11, "CNY", "≈"), "≈ 2000–9000 亿元", "≈ CNY 200–900bn"),
        ((None, 4000, None, "CNY", "="), "≥ 4000 元", "≥ CNY 4,000"),
        ((float("nan"), float("nan"), 40, "CNY", "="), "≤ 40 元", "≤ CNY 40"),
        ((None, None, None, "CNY", "="), "", ""),
    ],
)
def test_bounds_and_ranges_keep_what_is_not_known(quantity, zh, en):
    value, low, high, unit, comparator = quantity
    assert labels.amount(value, low, high, unit, comparator, "zh").replace(GAP, " ") == zh
    assert labels.amount(value, low, high, unit, comparator, "en").replace(GAP, " ") == en


def test_a_counting_unit_keeps_the_writers_measure_word_in_chinese_only():
    assert labels.number(500_000, "units", "zh", "万辆") == f"50{GAP}万辆"
    assert labels.number(500_000, "units", "en", "万辆") == f"500,000{GAP}units"


def test_sigla_run_from_the_ten_stems_into_numbers():
    assert [labels.siglum(i) for i in (0, 9, 10)] == ["甲", "癸", "11"]
    assert [labels.siglum(i, "en") for i in (0, 9, 10)] == ["A", "J", "11"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_code_has_a_word(lang):
    for code in model.CATEGORIES:
        assert labels.category(code, lang) != code or lang == "en"
    for kind in model.CHECK_KINDS:
        assert "_" not in labels.check_kind(kind, lang)
    for words in (labels.STATUS_WORDS, labels.MODALITY_WORDS, labels.PRECISION_WORDS):
        assert all(len(pair) == 2 for pair in words.values())
    assert labels.category("a code of tomorrow", lang) == "a code of tomorrow"


@pytest.mark.parametrize(
    ("date", "zh", "en"),
    [
        ("2021-03-30", "3月30日", "30 Mar"),
        ("2021-33", "一季度", "Q1"),
        ("2010", "年内", "within the year"),
        ("2010~", "约此年", "about then"),
        ("2010/2015", "至 2015年", "to 2015"),
        ("2022-02-01/2022-03-02", "2月1日—3月2日", "1 Feb–2 Mar"),
        ("2024/..", "以来", "since"),
        ("201X", "2010年代", "2010s"),
        ("", "未能定年", "undated"),
    ],
)
def test_under_a_year_the_date_does_not_repeat_the_year(date, zh, en):
    assert (labels.within_year(date, "zh"), labels.within_year(date, "en")) == (zh, en)


def test_the_sentence_under_a_title():
    assert labels.summary(("2005", "2026"), 69, 3, 3, 0, 1).replace(GAP, " ") == (
        "2005—2026 年，69 件事，来自 3 份文档；其中 3 件互相矛盾，1 件在 2026 年之后"
    )
    assert labels.summary(("2005", "2026"), 69, 3, 3, lang="en") == (
        "2005–2026: 69 events from 3 documents; 3 conflict"
    )
    assert labels.summary(("2020", "2020"), 1, 1, lang="en") == "2020: 1 event from 1 document"


def _luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [look.LIGHT, look.DARK], ids=lambda p: p.name)
def test_text_and_marks_stand_out_from_the_page(palette):
    for colour in (palette.ink, palette.ink2, palette.ink3, palette.accent, palette.data):
        assert _contrast(colour, palette.page) >= 4.5
    for colour in (palette.ink, palette.ink2, palette.accent):
        assert _contrast(colour, palette.panel) >= 4.5
    for colour in palette.series:
        assert _contrast(colour, palette.page) >= 3
    assert _contrast(palette.ink, palette.highlighter) >= 7


@pytest.mark.parametrize(
    ("text", "end", "said"),
    [
        ("临江更新座舱玩法，新增28万车主", 11, "临江更新座舱玩法，新增…"),
        ("临江更新座舱玩法，新增28万车主", 14, "临江更新座舱玩法，新增28万…"),
        ("第二工厂完成新一轮融资第1050期", 13, "第二工厂完成新一轮融资…"),
        ("Linjiang became the first company to produce", 40, "Linjiang became the first company to…"),
        ("ABCDEFGHIJKLMNOP", 5, "ABCDE…"),
    ],
)
def test_a_name_is_cut_beside_a_number_and_never_in_it(text, end, said):
    assert labels.shortened(text, end) == said


def test_the_sign_of_a_list_item_is_no_word_of_it():
    assert labels.unlisted("- 2014 年：建成第二工厂") == "2014 年：建成第二工厂"
    assert labels.unlisted("-5% 的降幅") == "-5% 的降幅"


@pytest.mark.parametrize(
    ("date", "basis", "zh", "en"),
    [
        ("2022-06-08", "manifest", "2022年6月8日", "8 Jun 2022"),
        ("2022-06-08", "inferred", "不早于2022年6月8日（推断）", "not before 8 Jun 2022 (inferred)"),
        ("2022-06?", "inferred", "不早于2022年6月（推断）", "not before Jun 2022 (inferred)"),
        ("2025-12-02/2025-12-31", "inferred", "2025年12月2日—31日（推断）", "2–31 Dec 2025 (inferred)"),
        ("", "unknown", "", ""),
    ],
)
def test_an_inferred_date_of_a_document_reads_as_such(date, basis, zh, en):
    assert (labels.published(date, basis), labels.published(date, basis, "en")) == (zh, en)
