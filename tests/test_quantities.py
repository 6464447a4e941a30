"""Quantities: spans, values, units, ranges, bounds; and what is none."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fixtures.growth import calls, is_straight
from timeline.model import Document, Timex
from timeline.quantities import find_in, find_quantities
from timeline.text import view

NEGATIVES = Path(__file__).parent / "fixtures" / "no_quantities.txt"

# text | what is found in it: its words, value, unit
ONE = """
营收达到152.6亿元。 | 152.6亿元 | 15260000000 | CNY
首期投入3亿元人民币 | 3亿元人民币 | 300000000 | CNY
人民币50元 | 人民币50元 | 50 | CNY
售价为HK$1,299。 | HK$1,299 | 1299 | HKD
共融资 US$350 million。 | US$350 million | 350000000 | USD
净利润五千万港元 | 五千万港元 | 50000000 | HKD
补助4760億日圓 | 4760億日圓 | 476000000000 | JPY
只要五元三毛 | 五元三毛 | 5.3 | CNY
两美元又三美分 | 两美元又三美分 | 2.03 | USD
获客成本45元/人 | 45元/人 | 45 | CNY_per_person
电费0.6元/度 | 0.6元/度 | 0.6 | CNY_per_kWh
毛利率为21.3% | 21.3% | 21.3 | percent
百分之十五的用户 | 百分之十五 | 15 | percent
千分之一 | 千分之一 | 0.1 | percent
占了三成半 | 三成半 | 35 | percent
打八五折 | 八五折 | 85 | percent
提高3个百分点 | 3个百分点 | 3 | percentage_points
四分之一 | 四分之一 | 0.25 |
增长两倍 | 两倍 | 2 | times
翻了一番 | 翻了一番 | 2 | times
翻两番 | 翻两番 | 4 | times
交付12.4万辆 | 12.4万辆 | 124000 | units
累计５０万臺 | ５０万臺 | 500000 | units
员工6,842人 | 6,842人 | 6842 | persons
9位专家 | 9位 | 9 | persons
拥有5亿用户 | 5亿 | 500000000 | persons
用户高达11.74亿 | 11.74亿 | 1174000000 | persons
三场直播 | 三场 | 3 | livestreams
两次正式的董事会 | 两次 | 2 | meetings
评论区有四万条祝贺 | 四万条 | 40000 | comments
设立三大研发中心 | 三大 | 3 | centres
开了420座充电站 | 420座 | 420 | charging_stations
108个城市 | 108个 | 108 | cities
312家门店 | 312家 | 312 | stores
3万个零部件 | 3万个 | 30000 | items
续航702公里 | 702公里 | 702 | km
时速120km/h | 120km/h | 120 | km_per_h
电池105kWh | 105kWh | 105 | kWh
屏幕98英寸 | 98英寸 | 98 | inch
零下二十度的清晨 | 零下二十度 | -20 | degree
共六千字节 | 六千字节 | 6 | kB
一吨半 | 一吨半 | 1.5 | t
买一打啤酒 | 一打 | 12 | items
只卖三块五，不贵 | 三块五 | 3.5 | CNY
这碗面12块8毛 | 12块8毛 | 12.8 | CNY
等于负九 | 负九 | -9 |
共四百 欧元 | 四百 欧元 | 400 | EUR
重3英石 | 3英石 | 3 | stone
卖三毛钱一个 | 三毛钱 | 0.3 | CNY
a dividend of 7.65p per share | 7.65p | 0.0765 | GBP
EPS of 3.5 pence | 3.5 pence | 0.035 | GBP
US$3.5 cents | US$3.5 cents | 0.035 | USD
each share earned 1.5 euro cents | 1.5 euro cents | 0.015 | EUR
a cash flow of negative $5.7 million | negative $5.7 million | -5700000 | USD
Rs 1,200 crore | Rs 1,200 crore | 12000000000 | INR
3.2m customers | 3.2m customers | 3200000 | persons
the margin rose 6% pts | 6% pts | 6 | percentage_points
同比+6.9pct | 6.9pct | 6.9 | percentage_points
sales rose 5 pct | 5 pct | 5 | percent
销量排名第三 | 第三 | 3 | rank
-22.2% | -22.2% | -22.2 | percent
1.2 million vehicles | 1.2 million vehicles | 1200000 | units
"""


@pytest.mark.parametrize("line", ONE.strip().splitlines())
def test_one_quantity(line):
    text, words, value, unit = (cell.strip() for cell in line.split("|"))
    (found,) = find_quantities(text)
    assert (found.text, found.value, found.unit) == (words, float(value), unit)
    assert text[found.start : found.end] == words


# text | words | value | low | high | comparator | unit
BOUNDS = """
价格30~40元 | 30~40元 | - | 30 | 40 | = | CNY
每类只有两到三个选择 | 两到三个 | - | 2 | 3 | = | items
售价在十到二十万元 | 十到二十万元 | - | 100000 | 200000 | = | CNY
便宜三至五成 | 三至五成 | - | 30 | 50 | = | percent
215,900–299,900元 | 215,900–299,900元 | - | 215900 | 299900 | = | CNY
投入30到40万元 | 30到40万元 | - | 300000 | 400000 | = | CNY
26.98万—35.98万元 | 26.98万—35.98万元 | - | 269800 | 359800 | = | CNY
57%至59% | 57%至59% | - | 57 | 59 | = | percent
261億至269億美元 | 261億至269億美元 | - | 26100000000 | 26900000000 | = | USD
占比超过18% | 超过18% | 18 | 18 | - | > | percent
超1000亿元储备 | 超1000亿元 | 100000000000 | 100000000000 | - | > | CNY
突破50万台 | 50万台 | 500000 | 500000 | - | > | units
逾8,000名工程师 | 逾8,000名 | 8000 | 8000 | - | > | persons
不到300人 | 不到300人 | 300 | - | 300 | < | persons
不超过14% | 不超过14% | 14 | - | 14 | ≤ | percent
80%以上 | 80%以上 | 80 | 80 | - | ≥ | percent
至少还有50%的空间 | 50% | 50 | 50 | - | ≥ | percent
约3600万台 | 约3600万台 | 36000000 | - | - | ≈ | units
12%左右 | 12%左右 | 12 | - | - | ≈ | percent
大约是900万美元 | 900万美元 | 9000000 | - | - | ≈ | USD
200多位 | 200多位 | 200 | 200 | 299 | > | persons
数十亿元 | 数十亿元 | - | 2000000000 | 9000000000 | ≈ | CNY
数以千万计的用户 | 数以千万计 | - | 10000000 | 90000000 | ≈ | persons
上千万用户 | 上千万 | 10000000 | 10000000 | - | ≥ | persons
翻了一番还多 | 翻了一番还多 | 2 | 2 | - | > | times
约半数的人 | 约半数 | 50 | - | - | ≈ | percent
排进全球前五。 | 前五 | 5 | - | 5 | ≤ | rank
"""


@pytest.mark.parametrize("line", BOUNDS.strip().splitlines())
def test_bounds_and_ranges(line):
    text, words, *numbers, comparator, unit = (cell.strip() for cell in line.split("|"))
    (found,) = find_quantities(text)
    wanted = tuple(None if number == "-" else float(number) for number in numbers)
    assert (found.text, found.comparator, found.unit) == (words, comparator, unit)
    assert (found.value, found.low, found.high) == wanted


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("从900万美元做到4亿美元", ["900万美元", "4亿美元"]),
        ("从10%到20%", ["10%", "20%"]),
        ("2折,2.5折，２折", ["2折", "2.5折", "２折"]),
        ("4人民币 5美元", ["4人民币", "5美元"]),
        ("12月2日交付3万台，此时距发布仅21个月", ["3万台"]),
        ("二百三十三，五百七十七，一千六点五。", ["二百三十三", "五百七十七", "一千六点五"]),
        ("分别为100，200，300台", ["100", "200", "300台"]),
    ],
)
def test_several_quantities(text, words):
    assert [found.text for found in find_quantities(text)] == words


def test_a_quantity_broken_over_lines_keeps_the_line_break_in_its_text():
    text = (
        "截至年底，我们已经组建起超过1200\n人的团队，人均产值达到3.1\n万元。今天的公司和当年已经完全不同了。"
    )
    assert [(found.text, found.value) for found in find_quantities(text)] == [
        ("超过1200\n人", 1200),
        ("3.1\n万元", 31000),
    ]


def test_yuan_is_that_of_taiwan_where_the_text_says_so():
    (_, found) = find_quantities("單季營收新台幣1,253億元，每股盈餘12.54元")
    assert (found.text, found.unit) == ("12.54元", "TWD")


def test_no_quantity_overlaps_a_time():
    text = "2021年卖出300万台，其中618当天卖出5万台"
    times = [Timex(0, 5, "2021年", "DATE", "2021"), Timex(15, 18, "618", "DATE", "2021-06-18")]
    found = find_in(Document("d", "d.txt", text), view(text), times)
    assert [quantity.text for quantity in found] == ["300万台", "5万台"]
    assert {quantity.doc_id for quantity in found} == {"d"}


@pytest.mark.parametrize("line", NEGATIVES.read_text("utf-8").splitlines())
def test_no_quantity_at_all(line):
    assert find_quantities(line) == []


def test_the_negative_corpus_is_large():
    assert len(set(NEGATIVES.read_text("utf-8").splitlines())) >= 100


PIECES = [*"0123456789一二三四五六七八九十百千万亿零两半几数多余点分之又成折打%.,-~—+^eE/$¥第前约近超上过翻番倍台人个名位元年月日的了，。 \n（）",
          "百分之", "美元", "人民币", "US$", "million", "km", "以上", "左右", "不到", "用户", "３", "．", "，", "數", "萬", "臺"]  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_anything_can_be_read_and_nothing_overlaps(seed):
    choose = random.Random(seed)
    for _ in range(300):
        text = "".join(choose.choices(PIECES, k=choose.randint(1, 25)))
        last = 0
        for found in find_quantities(text):
            assert text[found.start : found.end] == found.text
            assert last <= found.start < found.end
            assert found.low is None or found.high is None or found.low <= found.high
            last = found.end


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "一",
        "十",
        "1,",
        "1.",
        "万",
        "1 ",
        "1-",
        "三四",
        "约",
        "第",
        "$",
        "百分之",
        "1e",
        "占1%的",
        "１，",
    ],
)
def test_work_grows_with_the_length_alone(piece):
    def run(length: int) -> None:
        find_quantities(piece * (length // len(piece)))

    run(8_000)  # all tables are loaded
    assert calls(lambda: run(8_000)) < 6.5 * calls(lambda: run(1_600)) + 1_000
    assert is_straight(run, (800, 8_000))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("销量增长一倍", 1, "times"),
        ("净利润由-0.8亿元增至0.3亿元", -80_000_000, "CNY"),
        ("每股盈利12.1港仙", 0.121, "HKD"),
        ("千分之3‰", 3, "permille"),
        ("profit of 97.0 million pounds", 97_000_000, "GBP"),
        ("shipped 376,000 new cars", 376_000, "units"),
        ("台股公司稅後純益45億元，年增6%", 4_500_000_000, "TWD"),
    ],
)
def test_words_of_reports(text, value, unit):
    first = find_quantities(text)[0] if "千分" not in text else find_quantities(text[3:])[0]
    assert (first.value, first.unit) == (pytest.approx(value), unit)


def test_a_list_has_the_unit_of_its_last_number():
    assert [(q.value, q.unit) for q in find_quantities("销量为11.5万/3.2万/1.9万辆")] == [
        (115_000, "units"), (32_000, "units"), (19_000, "units"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["分列第1-3位", "车型某某9X上市"])
def test_places_and_models_are_no_amounts(text):
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "value", "low", "high"),
    [
        ("合併營收九八九九億元", 989_900_000_000, None, None),
        ("資本支出三八○億美元", 38_000_000_000, None, None),
        ("毛利率介於百分之五十九至百分之六十一", None, 59, 61),
        ("卖了三四千元", None, 3000, 4000),
    ],
)
def test_numerals_as_newspapers_set_them(text, value, low, high):
    (found,) = find_quantities(text)
    assert (found.value, found.low, found.high) == (value, low, high)


def test_a_small_comma_groups_digits():
    (found,) = find_quantities("日均客流量為42﹐600人次")
    assert (found.value, found.unit) == (42_600, "persons")


def test_a_bare_c_is_a_hundredth_of_the_currency_told_last():
    found = find_quantities("A dividend of A$0.40, up from 59.8c per share; a 1080p film of the shares.")
    assert [(one.value, one.unit) for one in found] == [(0.4, "AUD"), (0.598, "AUD")]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("嶺東科技在台股掛牌，市值一度站上2.7兆元。", "TWD"),
        ("嶺東科技去年營收逼近1兆元，員工有5萬人。", "TWD"),
        ("嶺東減資後資本額為9.91億元，股價連拉漲停板，成交價30元。", "TWD"),
        (
            "嶺東向陸資買下一座廠，人民幣貸款另計。台股投資人看好，去年新台幣、台幣兌美元都強，營收12億元。",
            "TWD",
        ),
        (
            "嶺東稅後純益12億元，年減6%，每股盈餘1元。轉投資的海角營收人民幣3億元，獲利人民幣1億元；新台幣升值，損失2億元。",
            "TWD",
        ),
        ("岭东科技去年营收12亿元，市值逼近1万亿元。", "CNY"),
        ("雲帆科技在上海成立，A輪融資2億元，毛利率五成，去年獲利。", "CNY"),
        ("雲帆股價漲到61港元，計劃未來3年投資10億元建廠。", "CNY"),
        ("海角餐飲中期營業額為18.2億港元，股東應佔溢利1.19億元。", "HKD"),
        ("海角餐饮在香港开店，营收为人民币18亿元，股价5港元，溢利2亿元。", "CNY"),
    ],
)
def test_what_a_yuan_is_where_the_text_comes_from(text, unit):
    bare = [
        found.unit for found in find_quantities(text) if found.text.endswith("元") and "港" not in found.text
    ]
    assert bare[-1] == unit


def test_digits_grouped_by_spaces_are_one_number_where_a_unit_follows() -> None:
    found = find_quantities("注册资本11 500.00万元，持股9\u2009647\u2009651股。")
    assert [(one.value, one.unit) for one in found] == [(115000000.0, "CNY"), (9647651.0, "shares")]
    assert [one.value for one in find_quantities("2019年 500万元\n1 500万元")] == [5e6, 1, 5e6]
