"""Which firm a document is about, known from its title and its lead. Every firm is invented."""

from __future__ import annotations

import pytest

from timeline import pipeline
from timeline.extract.english.names import find_names
from timeline.extract.who.entities import Cast, find_cast
from timeline.extract.who.reporter import company_of
from timeline.text import view


def _cast_of(title: str, text: str) -> tuple[Cast, str]:
    """The cast of a document, and whose report it is."""
    content = f"---\ntitle: {title}\ndate: 2025-12-01\n---\n{text}" if title else text
    document = pipeline.read_document(content.encode(), name="one.txt")
    clean = view(document.text).text
    cast = find_cast(document, clean)
    return cast, company_of(document, cast, clean)


OF_ITS_TITLE = [
    (
        "云岫咖破万店 平价的逆袭与隐忧",
        "2025年11月全球门店数量突破10000家。公司单店投资约12万元，品牌主打下沉市场，公司全年新开门店5000家。",
        "云岫咖",
    ),
    (
        "主打山野风味的遇见栗面，在最爱清淡的海边做到IPO了？",
        "公司为山野风味餐饮品牌，第二次递交上市申请。公司收入由4亿元增至8亿元，品牌门店达到360家。公司主打山野风味小吃。",
        "遇见栗面",
    ),
    (
        "岚立光拟再砸60亿元 启动2处厂房兴建工程",
        "岚立光持续扩厂，今天再公告发包2处自有土地的委建厂房工程。岚立光近年积极买地，2处自有土地的厂房明年完工。",
        "岚立光",
    ),
]


@pytest.mark.parametrize(("title", "text", "company"), OF_ITS_TITLE)
def test_the_firm_that_acts_in_a_title_is_the_document_s(title: str, text: str, company: str) -> None:
    assert _cast_of(title, text)[0].company == company


OF_ITS_LEAD = [
    (
        "6月29日，岚幸茶饮正式从纳斯达克退市，闹剧终于画上句点。岚幸夸大净收入。岚幸茶饮逐条否认了报告。"
        "6月23日，纳斯达克的摘牌通知送达，岚幸茶饮宣布撤回听证，纳斯达克的退市通知随后送达。",
        "岚幸茶饮",
    ),
    (
        "岚积电昨公布10月营收达3674亿元，创新高。岚积电日前指出，客户需求强劲。岚积电预估全年营收年增三成。",
        "岚积电",
    ),
]


@pytest.mark.parametrize(("text", "company"), OF_ITS_LEAD)
def test_the_firm_that_acts_in_a_lead_is_the_document_s(text: str, company: str) -> None:
    assert _cast_of("", text)[0].company == company


NOBODY_S = [
    "据云海交易所披露，上周共有3家公司递表。",
    "岚联社10月8日讯 截至发稿，本周共有3家公司递交上市申请，两家公司通过聆讯。",
    "全球智能手机出货量公布，今年首季跌3%。全球智能手机市场仍然低迷。",
]


@pytest.mark.parametrize("text", NOBODY_S)
def test_who_only_reports_is_not_the_firm_of_a_document(text: str) -> None:
    cast, reporter = _cast_of("", text)
    assert (cast.company, reporter) == ("", "")


def test_a_title_s_code_of_shares_names_the_firm() -> None:
    text = "岚川思壮科技股份有限公司于2010年上市。经营活动产生的现金流净额为2亿元，上年经营活动产生的现金流净额为1亿元。"
    assert _cast_of("岚川思壮（002999）2023年年报解读", text)[0].company == "岚川思壮"


def test_a_title_s_group_owns_the_numbers() -> None:
    text = "岚雪集团是规模最大的茶饮企业，岚雪推出新品。2024年岚雪集团门店达4万家，岚雪公司宣布回购，岚雪集团收入200亿元。"
    assert _cast_of("岚雪集团首次覆盖", text)[1] == "岚雪集团"


def test_what_another_firm_is_called_is_no_short_name() -> None:
    text = (
        "云岫山公告，公司收购云岫山集团持有的临川远禾药业股份有限公司（简称“远禾药业”）46%股权。"
        "云岫山股份有限公司构建产业链。远禾药业成立于1993年。云岫山完善产业链。"
    )
    cast, owner = _cast_of("云岫山公告，公司与控股股东云岫山集团签订协议…", text)
    assert (cast.company, cast.short, owner) == ("云岫山", "", "云岫山")


def test_a_firm_is_named_after_its_kind() -> None:
    text = "9月23日，海东企业屿辰集团在云海交易所递交上市申请，仅用3年便实现了蜕变。两年前，屿辰集团与多家品牌合并。"
    assert _cast_of("零食第一股呼之欲出", text)[0].company == "屿辰"


def test_a_longer_name_that_the_text_keeps_to_is_kept() -> None:
    text = "云岫实业集团决定提前上市，近日送件。云岫实业集团总裁昨日表示，云岫实业将在明年挂牌。云岫实业去年生产机床。"
    assert _cast_of("云岫实业集团决定提前上市", text)[0].company == "云岫实业"


def test_a_latin_name_is_called_by_its_words_and_not_by_letters_of_them() -> None:
    text = (
        "Harbour Holdings Ltd makes maps. Harbour is growing, and shipping more. "
        "In 2019 Harbour was leading the market, opening shops and hiring. Harbour is still doing well."
    )
    cast, told = _cast_of("", text)
    assert {cast.company, cast.short} == {"Harbour Holdings", "Harbour"}
    assert told == "Harbour"


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            "ASHFORD, Ohio, Nov 12, 2020 (GLOBE NEWSWIRE) -- Halden Mills Inc opened a plant. Halden Mills hired 90.",
            "Halden Mills",
        ),
        ("Oct 25 (Reuters) - Halden Mills Inc lowered its forecast on Thursday.", "Halden Mills"),
        ("Given the ups and downs, few remain.\nGiven time, more will go.", ""),
        ("Interview with Mira Castell\nWe opened a shop in 2010. Interview by Jon Arden.", ""),
        (
            "Two rivals\nHalden opened in 1999. Halden raised $2 million. Corvin opened in 2001. Corvin raised $3 million.",
            "",
        ),
        (
            "A merger\nFirst Arden Bank merged in 1929. First Arden Bank was founded in 1852.",
            "First Arden Bank",
        ),
    ],
)
def test_the_firm_of_an_english_text(text: str, firm: str) -> None:
    document = pipeline.read_document(f"{text}\n".encode(), name="note.txt")
    assert find_names(document, document.text).company == firm


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        (
            "2003年，临川铝业集团公司成立。2005年临川铝业上市。同年，临川铝业集团公司扩产。",
            "临川铝业",
        ),  # never 临川铝
        (
            "蘇雲齋的公私合營之路\n到了1950年9月，蘇雲齋又陷入絕境，王仁川先生與蘇雲齋相識。公私合營以後，蘇雲齋的管理權易主，蘇雲齋轉成國有企業。",
            "苏云斋",
        ),  # a shop, though 苏 is a surname
        # a city before a name, what ends a group's name, a kind of works, an era: none is cut off, none is a firm
        (
            "上海云岫音响公司成立于1984年。上海云岫音响公司做音响。1986年，上海云岫音响公司发行股票。1990年，上海云岫音响公司上市。",
            "上海云岫音响",
        ),
        (
            "大型铝企云力集团投资1亿元建厂。云力集团首席执行官张士岭表示，市场庞大。云力集团成立于1986年。",
            "云力",
        ),
        (
            "难忘的岁月\n云桥通用机械厂始建于1958年。记者找到了原机械厂的工人，机械厂的人都老了。1997年，机械厂停产。",
            "云桥通用机械厂",
        ),
        ("改革开放后，企业纷纷转型。改革开放四十年，企业获奖。改革开放的春风吹来。2001年，企业改制。", ""),
        # whom an announcement calls 公司
        (
            "财联社5月10日讯，云岫科技（300999.SZ）公告称，公司拟收购远禾药业51%股权。2023年6月，远禾药业完成增资。远禾药业很大。",
            "云岫科技",
        ),
        ("立法局议员提出管制。1891年，立法局议员成立商会。立法局议员宣布休会。", ""),
        ("2009年，二手平台“转禾”上线。转禾宣布完成融资。去年转禾推出新品。转禾估值达十亿元。", "转禾"),
    ],
)
def test_no_office_is_a_firm_and_no_name_is_cut(text: str, firm: str) -> None:
    assert _cast_of("", text)[0].company == firm
