"""What is an event, when it was, and how an editor would print it: over invented companies and the gold."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.fixtures.growth import calls, is_straight
from tests.fixtures.telling import find, mentions_of
from timeline import documents
from timeline.extract.events.mentions import find_mentions
from timeline.model import Document, Mention
from timeline.text import view
from timeline.times import find_in

HERE = Path(__file__).parent
STORIES = sorted((HERE / "stories").glob("*.*"))


@cache
def story(name: str) -> tuple[Document, tuple[Mention, ...]]:
    document = documents.read((HERE / "stories" / name).read_bytes(), name)
    return document, tuple(find(document))


# (headline, date, modality): what each story must tell, in words that may be printed.
TOLD = {
    "bike_magazine.txt": [
        ("蓝骑士单车正式上线", "2015-09-07", "fact"),
        ("蓝骑士估值突破10亿美元", "2017-03", "fact"),
        ("供应商凤凰自行车起诉蓝骑士拖欠货款6800万元", "2018-08", "fact"),
    ],
    "dairy_annual_report.md": [
        ("青禾乳业前身青禾牧场成立", "1998-04", "fact"),
        ("青禾乳业完成股份制改造", "2006", "fact"),
        ("青禾乳业在深圳证券交易所中小板上市", "2011-09-08", "fact"),
        ("青禾乳业收购新西兰南岛牧场51%股权", "2015", "fact"),
        ("低温酸奶“晨酪”上市", "2020-11", "fact"),
        ("竞争对手白云乳业在港交所上市", "2022-10", "fact"),
        ("青禾乳业原拟发行可转债", "2022", "denied"),
        ("青禾乳业计划投资12亿元建设第三座工厂", "2023", "plan"),
    ],
    "airline_interview.txt": [
        ("韩磊在南方航空做机务", "2008", "fact"),
        ("第一架ERJ145交付", "2012-06", "fact"),
        ("云雀航空首航贵阳到黎平的航线", "2012-07", "fact"),
        ("云雀航空扭亏为盈，净利润3000万元", "2021", "fact"),
        ("云雀航空开通国际航线", "2023", "hypothetical"),
    ],
    "vacuum_chronicle.txt": [
        ("天枢智能成立", "2015-03", "fact"),
        ("首款扫地机器人X1发布", "2016-11", "fact"),
        ("天枢智能员工突破500人", "2018", "fact"),
        ("天枢智能登陆科创板", "2020-07-22", "fact"),
        ("天枢智能建成东莞智能工厂", "2024", "plan"),
    ],
    "wafer_news.txt": [
        ("晨光半导体股票上市", "2010", "fact"),
        ("晨光半导体并购日商东洋电子旗下晶圆厂", "2014", "fact"),
        ("晨光半导体跻身全球前八大代工厂", "2014", "fact"),
        ("晨光半导体将于高雄兴建12吋晶圆厂", "2023-08-14", "plan"),
    ],
    "chip_filing.txt": [
        ("Cobalt Systems completed its initial public offering", "2012-10", "fact"),
        ("Cobalt Systems' board authorized the repurchase", "2018-05-04", "fact"),
        ("Cobalt Systems announced a restructuring plan", "2023-01", "fact"),
        ("Orion Power filed for bankruptcy", "2022-06", "fact"),
        ("Cobalt Systems' automotive revenue reached $700 million", "2022", "fact"),
        ("Cobalt Systems expects to begin volume production", "2026", "plan"),
    ],
    "bank_annual_report.txt": [
        ("海川银行成立", "1996-08", "fact"),
        ("海川银行更名为“海川银行”", "2007", "fact"),
        ("海川银行在香港联合交易所主板挂牌上市", "2014-11-18", "fact"),
        ("海川银行登陆上海证券交易所", "2019-06-18", "fact"),
        ("海川银行实现营业收入312.5亿元", "2023", "fact"),
        ("董事会聘任陈立群先生为行长", "2023-03", "fact"),
        ("国家金融监督管理总局海川监管局罚款320万元", "2023-11-22", "fact"),
        ("海川银行获批在新加坡设立分行", "2023-12", "fact"),
        ("海川银行计划新增科技贷款200亿元", "2024", "plan"),
    ],
    "brewery_blog.txt": [
        ("郑远山砍掉七成的品种", "1997", "fact"),
        ("青阳县啤酒厂改制为白鹿啤酒有限公司", "2001", "fact"),
        ("白鹿净利润下滑23%", "2014", "fact"),
        ("白鹿啤酒关闭4家工厂", "2016", "fact"),
        ("“鹿鸣”销量突破20万吨", "2021", "fact"),
        ("上海工厂停产47天", "2022-03", "fact"),
        ("沈乔召回涉事批次的产品", "2022-10", "fact"),
        ("白鹿啤酒计划把海外收入占比提高到15%", "2027", "plan"),
    ],
    "chipmaker_news.txt": [
        ("晶曜半导体正式发布首款5纳米车规级芯片“天衡T5”", "2024-05-18", "fact"),
        ("晶曜半导体成立", "2015-03", "fact"),
        ("“天衡T1”量产出货", "2019-10", "fact"),
        ("晶曜收购德国视觉算法公司Visionary", "2021", "fact"),
        ("美国商务部将晶曜半导体列入实体清单", "2022-12", "fact"),
        ("晶曜半导体宣布裁员8%", "2023-02", "fact"),
        ("第二座12英寸晶圆厂预计投产", "2026-36~", "plan"),
        ("中国车规芯片市场规模将超过2000亿元", "2030", "forecast"),
    ],
    "noodle_house_memoir.txt": [
        ("永和面馆在台北开第一家旗舰店", "2006", "fact"),
        ("永和面馆改名为「永和食集」", "2009-03", "fact"),
        ("许雅雯担任总经理", "2017", "fact"),
        ("永和食集在台湾证券交易所挂牌上市", "2022-12-12", "fact"),
        ("永和面馆计划进军日本市场", "2025", "plan"),
    ],
    "logistics_chronicle.txt": [
        ("恒泽物流完成2.5亿元B轮融资", "2011-03-15", "fact"),
        ("恒泽物流在上海证券交易所主板上市", "2017-01", "fact"),
        ("恒泽物流收购快捷达同城配送业务", "2018", "fact"),
        ("王海峰接替创始人方恒泽出任首席执行官", "2021-06", "fact"),
        ("恒泽物流净亏损1.8亿元", "2022", "fact"),
    ],
    "robot_results_news.txt": [
        ("锐科机器人实现营业收入18.7亿元", "2024-40", "fact"),
        ("锐科机器人成立", "2014", "fact"),
        ("锐科机器人获得国投创新领投的8亿元D轮融资", "2021", "fact"),
        ("锐科机器人在科创板上市，发行价36.5元", "2023-03-22", "fact"),
    ],
    "furniture_news.txt": [
        ("木森家居由林木森与弟弟林木春在丰原创立", "1984", "fact"),
        ("木森关闭东莞两座厂房", "2008", "fact"),
        ("木森家居股票在证交所挂牌上市，承销价68元", "2019-11", "fact"),
    ],
    "hotel_news.txt": [
        ("Meridian was founded by Rosalind Tan", "1989", "fact"),
        ("Meridian listed on the Singapore Exchange", "1996-05", "fact"),
        ("Meridian Hotels Group will open 30 hotels", "2027", "plan"),
    ],
    "pharma_feature.txt": [
        ("何柏年在苏州创办康临药业", "2002", "fact"),
        ("红杉中国投资1.2亿元", "2010-36~", "fact"),
        ("康临药业主动撤回3个品种的注册申请", "2015-07-22", "fact"),
        ("康临药业在新加坡设立国际总部", "2022-05", "fact"),
        ("康临药业拟赴港二次上市", "2023", "plan"),
    ],
    "biotech_profile.txt": [
        ("Northwind Therapeutics was founded by Dr. Alan Mercer", "2011", "fact"),
        ("Northwind raised $12 million in a Series A round", "2013-06", "fact"),
        ("Northwind moved its headquarters from Palo Alto to Boston", "2015", "fact"),
        ("Northwind went public on the Nasdaq", "2021-04-22", "fact"),
        ("Northwind denied a report that it was in talks", "2024-02-02", "denied"),
        ("Northwind plans to open a manufacturing plant in Singapore", "2026", "plan"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(TOLD))
def test_a_story_s_milestones_are_told_with_their_dates(name: str) -> None:
    _, found = story(name)
    told = {(mention.name, mention.date, mention.modality) for mention in found}
    assert [wanted for wanted in TOLD[name] if wanted not in told] == []


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_headlines_can_be_printed(path: Path) -> None:
    document, found = story(path.name)
    limit = 30 if document.language != "en" else 60
    for mention in found:
        name = mention.name
        assert 4 <= len(name) <= limit, name
        assert not re.search(r"\d{4}年|\d+月\d+日|^(我们|我|他|她|公司|当时|因为|于是|但)", name), name
        assert all(name.count(a) == name.count(b) for a, b in ("“”", "《》", "「」", "（）")), name
        assert "\n" not in name
        assert name == name.strip("，。、；： ")


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_evidence_is_quoted_and_dates_are_sane(path: Path) -> None:
    document, found = story(path.name)
    keys = [(m.start, m.end, m.timex.start, m.timex.end, m.date) for m in found]
    assert len(set(keys)) == len(keys)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(document.text)
        assert mention.earliest <= mention.latest
        assert mention.timex.anchored
        assert mention.importance in (1, 2, 3)


@pytest.mark.parametrize(
    "sentence",
    [
        "做餐饮的人，永远不要忘记第一碗面的味道。",
        "2023年，企业必须尊重用户。",
        "如今很多公司一开发产品就着急做推广。",
        "我认为，2023年的竞争归根到底是品牌的竞争。",
        "2022年，我们到底要用什么心态来做银行？",
        "几年前，我们的团队和一家家电厂商聊过合作。",
    ],
)
def test_opinions_rules_and_vague_pasts_are_no_events(sentence: str) -> None:
    assert mentions_of("华岳公司成立于2001年。" + sentence)[1:] == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("2019年3月，我们启动了一项覆盖全国的门店改造计划。", "华岳启动覆盖全国的门店改造计划"),
        ("2019年，正是这些问题促使我们关闭了12家门店。", "华岳关闭12家门店"),
        ("2019年，我们做出了一个决定：退出海外市场。", "华岳决定退出海外市场"),
        ("2019年，华岳花时间最多的事就是改造门店。", "华岳改造门店"),
        ("最近推送的结算系统，已经覆盖全部门店。", "华岳公司推送结算系统"),
        ("华岳的前身是1985年建成投产的青山食品厂。", "青山食品厂建成投产"),
    ],
)
def test_clauses_become_sentences(sentence: str, name: str) -> None:
    found = mentions_of("华岳公司成立于2001年。华岳公司做食品，华岳公司宣布过很多消息。" + sentence)
    assert name in [mention.name for mention in found]


def test_a_start_is_dated_by_the_time_that_has_passed_since() -> None:
    text = "华岳公司做汽车，华岳公司在青山。2024年12月2日，华岳公司交付第10万台车，此时距华岳首款车型发布仅过去21个月。"
    found = {mention.name: mention for mention in mentions_of(text, "2024-12-20")}
    launch = next(mention for name, mention in found.items() if "发布" in name)
    assert launch.earliest <= date(2023, 3, 15) <= launch.latest


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("2019年，华岳公司当时的负责人叫停了海外项目。", "2019"),
        ("到2024年12月，2024年的客户培训即将收官，华岳公司培训了10000人。", "2024-12"),
        ("2020年华岳公司承诺不涨价。如今4年过去了，华岳公司已站稳6000元价位。", "2024-12-20"),
    ],
)
def test_a_time_that_only_describes_does_not_date_the_step(sentence: str, when: str) -> None:
    found = mentions_of("华岳公司成立于2001年，华岳公司做食品。" + sentence, "2024-12-20")
    assert found[-1].date == when


def test_what_befalls_another_company_is_external_and_users_are_a_market() -> None:
    text = (
        "华岳公司成立于2001年，华岳公司做食品。晨溪公司是另一家，晨溪的门店更多，晨溪很便宜。"
        "2015年，晨溪濒临破产。2019年，华岳公司有超过5亿用户。2020年，华岳公司募集资金3亿元。"
    )
    told = {mention.date: mention.category for mention in mentions_of(text)}
    assert (told["2015"], told["2019"], told["2020"]) == ("external", "market", "finance")


def test_by_means_of_is_no_approval() -> None:
    text = "华岳公司成立于2001年，华岳公司做食品。2020年，华岳公司通过电话向各地售出5万盒点心。2021年6月，华岳公司通过港交所聆讯。"
    told = {mention.date: mention.category for mention in mentions_of(text)}
    assert (told["2020"], told["2021-06"]) == ("market", "policy")


def test_from_a_year_on_is_a_span() -> None:
    found = mentions_of("华岳公司成立于2001年。华岳公司从2015年开始一面开拓、一面补课。", "2022")
    span = next(mention for mention in found if "补课" in mention.name)
    assert (span.earliest, span.latest) == (date(2015, 1, 1), date(2022, 12, 31))


def test_company_means_the_company_last_spoken_of() -> None:
    text = (
        "华岳公司成立于2001年，华岳公司做食品。晨溪公司是另一家，晨溪的门店更多，晨溪很便宜，我们都喜欢晨溪。"
        "晨溪毛利率很低。在20世纪90年代，公司濒临破产。"
    )
    found = [mention.name for mention in mentions_of(text)]
    assert "晨溪濒临破产" in found


def test_what_did_not_happen_is_no_fact() -> None:
    text = (
        "华岳公司成立于2001年。2023年5月19日，华岳公司否认收购海芯。如果2024年销量下滑，华岳公司将关闭工厂。"
    )
    modalities = {mention.modality for mention in mentions_of(text)[1:]}
    assert modalities <= {"denied", "hypothetical"}


def test_order_and_speed_do_not_depend_on_repetition() -> None:
    text = "华岳公司成立于2001年3月，2009年7月在深交所上市。" * 300
    document = documents.read(text.encode(), "long.txt", published="2024")
    found = find(document)
    assert len(found) == 600


@pytest.mark.parametrize(
    "text",
    [
        "2019年3月，" + "我们发布产品，" * 8000,
        "2019年" * 8000,
        "“" * 20000,
        "（" * 20000,
        "2019年，公司上市。" * 3000,
    ],
    ids=["clauses", "dates", "quotes", "brackets", "sentences"],
)
def test_work_grows_with_the_length_alone(text: str) -> None:
    def work(size: int) -> Callable[[], object]:
        document = Document("x", "x.txt", text[:size], date_published="2024", language="zh")
        clean = view(document.text)
        times = find_in(document, clean)
        return lambda: find_mentions(document, clean, times)

    work(100)()  # the segmenter's dictionary is loaded
    assert 0 < calls(work(10_000)) < 6.5 * calls(work(2_000)) + 1_000
    assert is_straight(lambda size: work(size)(), (2_000, 20_000))


def gold(kind: str) -> list[dict]:
    return [
        json.loads(line)
        for line in (HERE / "gold" / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    ]


@cache
def seeds() -> dict[str, tuple[Mention, ...]]:
    from timeline.pipeline import harvest, with_anniversaries

    sources = [source for source in documents.walk([HERE.parent / "seeds"]) if hasattr(source, "load")]
    read = [harvest(documents.read(source.load(), source.path, **dict(source.told))) for source in sources]
    return {one.document.path: one.mentions for one in with_anniversaries(read)}


def _found(event: dict, mention: Mention) -> bool:
    overlap = min(event["end"], mention.end) - max(event["start"], mention.start)
    first, last = date.fromisoformat(event["date_earliest"]), date.fromisoformat(event["date_latest"])
    return overlap > 0 and mention.earliest <= last and first <= mention.latest


def test_a_line_all_in_brackets_stops_nothing() -> None:
    notice = "时间:2022年9月23日\n【20:01 云帆:关于持股5%以上股东所持股份被动减持的预披露】\n2022年9月，云帆股份收到裁定书。"
    assert [mention.name for mention in mentions_of(notice)] == ["云帆股份收到裁定书"]


def test_the_gold_is_found_and_little_else() -> None:
    events = gold("events")
    mentions = {
        name: found for name, found in seeds().items() if any(e["seed"] == Path(name).name for e in events)
    }

    def share(wanted: list[dict]) -> float:
        return sum(
            any(_found(e, m) for name in mentions for m in mentions[name] if Path(name).name == e["seed"])
            for e in wanted
        ) / len(wanted)

    told = [(Path(name).name, m) for name, found in mentions.items() for m in found]
    precise = sum(any(_found(e, m) for e in events if e["seed"] == name) for name, m in told) / len(told)
    assert share([e for e in events if e["importance"] >= 2]) >= 0.95
    assert share(events) >= 0.90
    assert precise >= 0.90
