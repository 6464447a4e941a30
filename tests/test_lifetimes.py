"""What a firm does once is one event, however its documents word it; what it does twice stays two."""

from __future__ import annotations

import hashlib

import pytest

from timeline import pipeline
from timeline.model import Document, Event
from timeline.unify import unify

FOUNDED = "远川电器成立于2012年5月。"


def events(*texts: str, title: str = "") -> list[Event]:
    made = []
    for index, text in enumerate(texts):
        doc_id = hashlib.sha256(f"{index}{text}".encode()).hexdigest()[:12]
        made.append(
            pipeline.harvest(
                Document(
                    doc_id, f"{index}.txt", text, title=title, date_published="2024", date_basis="manifest"
                )
            )
        )
    return unify([m for e in made for m in e.mentions], [e.document for e in made])


def joined(*texts: str, title: str = "") -> list[Event]:
    return [event for event in events(*texts, title=title) if len({m.doc_id for m in event.mentions}) > 1]


@pytest.mark.parametrize(
    ("left", "right", "date"),
    [
        (
            "2011年4月，我和老同学在宁波一间仓库里创办了远川电器。",
            "远川电器股份有限公司于2011年4月2日在浙江省宁波市注册成立。",
            "2011-04-02",
        ),
        (
            "2019年7月11日，远川电器在香港联交所上市。",
            "2019年7月11日，远川电器正式挂牌，发行价每股9.8港元。",
            "2019-07-11",
        ),
        (
            "2017年6月，山岚资本投资远川电器两亿元，完成A轮融资。",
            "2017年6月，山岚资本以2亿元领投远川电器的A轮融资。",
            "2017-06",
        ),
        (
            "1994年1月6日，岩州青石镇湖酒股份有限公司股票在上海证券交易所挂牌交易。",
            "1994年1月6日，“岩州湖酒”在上海证券交易所挂牌上市。",
            "1994-01-06",
        ),
        (
            "2010年9月28日，远川电器开始挂牌交易。",
            "2010年9月28日，远川电器在纽约证券交易所上市，融资1.65亿美元。",
            "2010-09-28",
        ),
        (
            "2012年，远川电器的销售收入突破百亿元，达到100.18亿元。",
            "2012年，远川电器的销售收入首次突破100亿元。",
            "2012",
        ),
    ],
)
def test_one_step_in_two_wordings_is_one_event(left, right, date):
    together = joined(left, right)
    assert [event.date for event in together] == [date]
    assert together[0].status == "agreed"
    assert together[0].reasons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2017年11月，第一百万辆云岫单车下线。", "第一百万辆云岫单车于2018年2月下线。"),
        ("2016年，穗丰首次向越南出口杂交稻种。", "2014年3月，穗丰向越南出口了第一批杂交稻种。"),
        ("2021年6月18日，沧屿储能在科创板上市。", "2021年7月18日，沧屿储能登陆科创板，募集资金19亿元。"),
    ],
)
def test_one_step_with_two_dates_is_one_conflicting_event(left, right):
    together = joined(left, right)
    assert [event.status for event in together] == ["conflicting"]
    assert len({mention.date for mention in together[0].mentions}) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2019年7月，远川电器在香港联交所上市。", "2021年7月，远川电器在上海证券交易所科创板上市。"),
        ("2011年，远川电器在宁波成立。", "2011年，远川电器成立了全资子公司青禾贸易。"),
        ("2011年4月，远川电器在宁波成立。", "2011年4月，青禾科技在杭州成立。"),
        ("2017年6月，山岚资本投资远川电器2亿元。", "2017年6月，山岚资本投资晨溪电器3亿元。"),
        ("2017年6月，第100万台远川咖啡机下线。", "2018年6月，第200万台远川咖啡机下线。"),
        ("2016年，穗丰首次向越南出口杂交稻种。", "2018年，穗丰首次向巴西出口玉米种子。"),
        ("2020年8月5日，青禾在科创板上市。", "2022年是青禾登陆科创板的第三年。"),
        ("2006年7月，青禾微电子在杭州成立。", "2007年，青禾微电子成立的第二年，公司发布了第一款芯片。"),
    ],
)
def test_two_steps_stay_two_events(left, right):
    assert not joined(left, right)


def test_the_order_of_documents_does_not_show():
    texts = [
        "2019年7月11日，远川电器在香港联交所上市。", "2019年7月11日，远川电器正式挂牌，发行价每股9.8港元。",
        "远川电器于2019年7月在香港上市。",
    ]  # fmt: skip
    sources = [
        pipeline.harvest(Document(f"{index:012d}", f"{index}.txt", text, date_published="2024"))
        for index, text in enumerate(texts)
    ]
    results = {
        tuple(
            event.event_id
            for event in unify([m for e in order for m in e.mentions], [e.document for e in order])
        )
        for order in (sources, sources[::-1], [sources[1], sources[2], sources[0]])
    }
    assert len(results) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "2019年6月，远川电器在上海上市，募集资金12亿元。",
            "2019年7月，远川电器成功在上海证券交易所科创板挂牌上市。",
        ),
        ("2019年6月18日，远川电器登陆上海证券交易所。", "2019年7月18日，远川电器正式在上海上市。"),
        ("2019年6月，远川电器更名为远川集团。", "2019年8月，远川电器正式更名为远川集团。"),
        ("2019年6月，远川电器总部迁往上海。", "2019年8月，远川电器将总部迁至上海。"),
        ("2019年6月，远川电器完成B轮融资。", "2019年8月，远川电器完成B轮融资，金额5亿元。"),
        ("2019年6月，远川电器从新三板摘牌。", "2019年8月，远川电器从新三板退市。"),
    ],
)
def test_one_step_told_with_two_dates_is_one_event_that_they_disagree_about(left, right):
    (event,) = joined(FOUNDED + left, FOUNDED + right)[-1:]
    assert event.status == "conflicting"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2018年6月，远川电器在上海上市。", "2019年12月，远川电器在香港上市。"),
        ("2019年6月，远川电器的子公司远川物业在上海上市。", "2019年7月，远川电器在上海上市。"),
        ("2019年6月，远川电器宣布收购青禾农机。", "2019年8月，远川电器完成收购青禾农机。"),
        ("2019年6月，远川电器完成A轮融资。", "2019年8月，远川电器完成B轮融资。"),
        ("2019年6月，远川电器参加上海车展。", "2019年7月，远川电器参加上海车展。"),
    ],
)
def test_steps_that_are_taken_again_or_in_stages_stay_apart(left, right):
    assert not [event for event in joined(FOUNDED + left, FOUNDED + right) if event.date > "2013"]
