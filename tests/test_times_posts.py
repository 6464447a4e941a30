"""Dated posts: what is told under a day is told on that day; the document is as of its last post."""

from __future__ import annotations

import pytest

from timeline import read_document
from timeline.model import Timex
from timeline.text import view
from timeline.times import find_in


def told(text: str, published: str | None = None) -> tuple[str, list[Timex]]:
    document = read_document(text.encode(), name="posts.txt", published=published)
    return document.date_published, find_in(document, view(document.text))


def days(times: list[Timex], *words: str) -> list[str]:
    return [f"{time.earliest}" for time in times if time.text in words]


WEIBO = (
    "竹里咖啡\n2023年12月3日 10:20 来自 网页版\n昨天第一百家店开业，感谢大家。\n\n"
    "竹里咖啡\n12月28日 21:05\n今天新品上市，明天起全国供应。\n\n"
    "竹里咖啡\n1月5日 08:30 来自 手机\n昨晚系统宕机，向大家道歉。\n"
)
DIARY = "2011.3.5 周六 阴\n把辞职信交了，下周一去工商局。\n\n2011.9.30 周五 小雨\n账上只剩八万块，三天后要发工资。\n"
CHANGES = (
    "# 更新日志\n\n## [3.1.0] - 2024-03-18\n上周灰度以来崩溃率下降四成。\n\n"
    "## [3.0.0] - 2023-11-02\n今天起停止支持旧协议，请尽快迁移。\n"
)
TICKER = (
    "滚动快讯\n\n2024年7月10日\n09:32 铂瑞新材公告，昨日回购股份。\n13:05 今日两市成交缩量。\n\n"
    "2024年7月11日\n08:15 今日有两只新股申购。\n"
)
ENGLISH = (
    "March 3, 2022\nWe shipped the first beta today and slept.\n\nApril 9, 2022\nYesterday the server died.\n"
)

FORUM = (
    "【讨论】老厂搬迁\n\n楼主 秋水 发表于 2022-8-30 22:14\n上周开始拆烟囱了，明天去拍照。\n\n"
    "2楼 老钳工 发表于 2022-9-3 19:40\n我九八年下岗，那年冬天特别冷。前天路过，大门已封。\n"
)


@pytest.mark.parametrize(
    ("text", "published", "words", "expected"),
    [
        (FORUM, "2022-09-03", ("明天", "前天", "那年冬天"), ["2022-08-31", "1998-12-01", "2022-09-01"]),
        (WEIBO, "2024-01-05", ("昨天", "今天", "明天", "昨晚"), ["2023-12-02", "2023-12-28", "2023-12-29", "2024-01-04"]),
        (DIARY, "2011-09-30", ("下周一", "三天后"), ["2011-03-07", "2011-10-03"]),
        (CHANGES, "2024-03-18", ("上周", "今天"), ["2024-03-11", "2023-11-02"]),
        (TICKER, "2024-07-11", ("昨日", "今日"), ["2024-07-09", "2024-07-10", "2024-07-11"]),
        (ENGLISH, "2022-04-09", ("today", "Yesterday"), ["2022-03-03", "2022-04-08"]),
    ],
    ids=["forum", "posts", "diary", "changes", "ticker", "english"],
)  # fmt: skip
def test_each_post_is_told_on_its_own_day(text, published, words, expected):
    as_of, times = told(text)
    assert as_of == published
    assert days(times, *words) == expected


def test_a_stamp_without_a_year_goes_on_from_the_one_before_and_says_so():
    _, times = told(WEIBO)
    stamp = next(time for time in times if time.text.startswith("1月5日"))
    assert stamp.value == "2024-01-05T08:30"
    assert stamp.anchor.startswith("text 2023-12-28 [")


def test_newest_first_goes_back_over_the_new_year():
    text = "2024年1月2日 09:00\n今天开门营业，祝大家新年好。\n\n12月30日 20:00\n昨天盘点结束，仓库空了。\n"
    assert days(told(text)[1], "昨天") == ["2023-12-29"]


def test_under_the_documents_own_date_posts_keep_theirs():
    assert days(told(WEIBO, "2025-06-01")[1], "昨天") == ["2023-12-02"]


@pytest.mark.parametrize(
    "text",
    [
        "发布时间：2023-05-03 10:20\n更新时间：2023-05-04 11:00\n今天公司宣布完成融资，去年亏损。\n",
        "大事记\n\n2008年11月6日\n公司在厦门成立，注册资本500万元。\n\n2012年3月1日\n现在的总部大楼启用，至今未变。\n",
    ],
    ids=["data of one page", "a chronicle"],
)
def test_what_is_no_collection_of_posts_keeps_one_date(text):
    _, times = told(text, "2024-08-01")
    assert days(times, "今天", "现在") == ["2024-08-01"]


def test_comments_under_an_article_do_not_date_it():
    article = "2024年5月20日 10:00\n" + "公司昨天宣布扩产，投资三亿元。" * 30
    comments = (
        "\n读者甲 2024年6月1日 09:00\n写得很好，支持国产。\n读者乙 2024年7月9日 11:00\n说得对，昨天才看到。\n"
    )
    as_of, times = told(article + comments)
    assert as_of == "2024-05-20"
    assert days(times, "昨天")[-1] == "2024-07-08"
