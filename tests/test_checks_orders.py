"""What cannot come before what: listed before founded, left before joined."""

from __future__ import annotations

import pytest

from tests.fixtures.checked import checks, quoted

LISTED = "云帆科技成立于2015年。云帆科技2012年在港交所上市。"


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (LISTED, "2015年", "云帆科技2012年在港交所上市"),
        (
            "云帆科技于2015年8月成立。2012年3月，云帆科技在纳斯达克上市。",
            "2015年8月",
            "2012年3月，云帆科技在纳斯达克上市",
        ),
        ("雲帆科技成立於2015年。雲帆科技2012年在港交所上市。", "2015年", "雲帆科技2012年在港交所上市"),
        (
            "2018年5月，王岚加入云帆科技。2015年3月，王岚离开云帆科技。",
            "2018年5月，王岚加入云帆科技",
            "2015年3月，王岚离开云帆科技",
        ),
    ],
)
def test_an_order_that_cannot_be_is_found_with_both_sides(text, first, second):
    found = [check for check in checks(text) if "次序" in check.message]
    assert [(quoted(text, c.span), quoted(text, c.other)) for c in found] == [(first, second)]


def test_the_two_sides_may_stand_in_two_documents():
    found = checks("云帆科技成立于2015年。", "云帆科技2012年在港交所上市。")
    assert [check.severity for check in found if "次序" in check.message] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "云帆科技成立于2010年。云帆科技2012年在港交所上市。",
        "云帆科技成立于2012年。云帆科技2012年在港交所上市。",  # in one year both can be
        "云帆科技成立于2015年。2012年，远江股份在港交所上市。",  # another firm
        "云帆科技成立于2015年。远江股份2012年在港交所上市，后更名为云帆科技。",
        "云帆科技经重组成立于2015年。云帆科技2012年在港交所上市。",  # founded anew
        "云帆科技成立于2015年。云帆科技2012年曾计划在港交所上市。",
        "云帆科技的子公司成立于2015年。云帆科技2012年在港交所上市。",
        "云帆科技成立于2015年。云帆科技2012年在港交所上市。云帆科技成立于2008年。",  # which founding, is another check
        "2012年5月，王岚加入云帆科技。2015年3月，王岚离开云帆科技。",
        "2018年5月，王岚重新加入云帆科技。2015年3月，王岚离开云帆科技。",
        "2018年5月，王岚加入云帆科技。2015年3月，王岚离开远江股份。",
        "2018年5月，王岚加入云帆科技。2015年3月，李峰离开云帆科技。",
        "2010年，王岚加入云帆科技。2015年3月，王岚离开云帆科技。2018年5月，王岚加入云帆科技。",
    ],
)
def test_an_order_that_can_be_raises_nothing(text):
    assert not [check for check in checks(text) if "次序" in check.message]
