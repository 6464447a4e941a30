"""The day of publication, read off a text that nothing else dates."""

from __future__ import annotations

import pytest

from timeline import read_document

# (text, EDTF): datelines of agencies and companies, titles, signatures; a planned year never counts.
CASES = [
    ("青禾机器人完成B轮融资\n【2024年5月20日，苏州】青禾机器人今日宣布完成B轮融资，将于2026年投产二期。", "2024-05-20"),
    ("青禾机器人完成B轮融资\n（2024年5月20日 苏州）青禾机器人今日宣布完成融资。公司2015年成立。", "2024-05-20"),
    ("苏州，2024年5月20日——青禾机器人今日宣布完成融资，公司2015年成立。", "2024-05-20"),
    ("新华社北京2024年5月20日电 青禾机器人宣布完成融资。", "2024-05-20"),
    ("新华社北京5月20日电（记者 甲）青禾机器人2024年4月签约额增长两成。去年亏损。", "2024-05-20"),
    ("中新社香港12月30日电 公司2023年11月完成收购，将于2026年投产。", "2023-12-30"),
    ("SHENZHEN, May 20, 2024 /PRNewswire/ -- Halcyon Bio, founded in 2012, today said it will open a plant in 2026.", "2024-05-20"),
    ("LONDON--(BUSINESS WIRE)-- Halcyon Bio said on May 20, 2024 that it closed the deal.", "2024-05-20"),
    ("HONG KONG, 3 June 2023 – Halcyon announced results. It expects the plant to open in 2026.", "2023-06-03"),
    ("Halcyon Raises $40M\nBoston, Mass., Jan. 9, 2023 (GLOBE NEWSWIRE) -- Halcyon said it expects to break even in 2025.", "2023-01-09"),
    ("青禾机器人投资者关系活动记录表（2024-05-20）\n问：产能如何？答：2023年翻倍。", "2024-05-20"),
    ("2024年5月20日投资者关系活动记录表\n问：产能如何？答：2023年翻倍。", "2024-05-20"),
    ("公司简介\n青禾成立于2015年，2021年上市，将于2026年投产二期，预计2028年达产。", "2021"),
    ("Annual report\nWe were founded in 2001. In 2022 revenue was $3m. Our senior notes due 2028 bear interest. The lease expires in 2031.", "2022"),
    ("致员工信\n各位同事：公司2020年扭亏。\n\n董事长 甲某\n中華民國一一三年五月二十日", "2024-05-20"),
    ("Dear all,\nWe closed the year 2023 well.\n\nHangzhou, May 20, 2024", "2024-05-20"),
    ("本文…\n完成收购。\n香港，二零二四年十一月二十七日", "2024-11-27"),
    ("致股东\n公司2023年增长。\n2024年4月于苏州", "2024-04"),
    ("某公司2024—2026年股东回报规划\n公司于2023年8月修订章程。", "2023-08"),
    ("（中央社記者甲台北10日電）公司今天表示，2023年3月營收創高。（編輯：乙）1120410", "2023-04-10"),
    ("发布于 2021-03-30\n公司去年上市。", "2021-03-30"),
    ("本报讯（记者 甲）2024年5月20日，青禾机器人宣布完成融资，计划2027年上市。", "2024-05-20"),
    ("Company profile: It was founded in 1998 and listed in 2010. By 2030 it plans to be carbon neutral.", "2010"),
    ("大事记\n【2010年3月2日】公司成立\n【2012年5月6日】A轮融资\n【2021年7月8日】上市\n", "2021-07-08"),
    ("新海网杭州11月12日电 海鲸网公布成交额。公司2014年9月19日上市，2015年首次盈利。", ""),
    ("新海财经讯 8月29日消息，海鲸网昨日发布2024年半年度报告，上半年营收18.7亿元。", "2024-08-29"),
    ("裕丰堂1896年开张，2003年重组。2012年至今，收入翻番。今年5月新厂落成。", ""),
    ("我家的豆腐坊\n二〇〇三年成立公司，隔年三月第一家门市开幕，十周年时开到四十家。", "2013"),
    ("青禾机器人\n股票代码：0000\n（1994年9月5日上市）\n总部：苏州\n2018年，公司入选名录。\n公司2015年建成二厂。", "2018"),
    ("7月10日，青禾机器人发布上个月的经营情况，2020年6月营收12亿元，累计1至6月62亿元。", "2020-07-10"),
    ("“我们计划在2015年成为国内第一，在2025年销量突破1000万辆。”\n——林岚在2007年8月9日的大会上说", "2007-08-09"),
    ("3月20日晚间，青禾机器人披露2019年年报，营收12亿元。", "2020-03-20"),
    ("8月27日，青禾机器人发布2023年半年报，营收12亿元。", "2023-08-27"),
    ("青禾機器人今(5)日公布財報，2024年4月30日已決議配息，較去年同期增加", "2024-05-05"),
    ("青禾機器人今（29）日公布營收，去年同期虧損", ""),
    ("2月29日，青禾机器人公布2018年年报，营收12亿元。", "2018"),
    ("2020年新春年会演讲\n各位同事：2019年过去了。\n2020年1月", "2020-01"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published"), CASES, ids=[text[:14] for text, _ in CASES])
def test_the_day_is_read_off_the_text(text, published):
    assert read_document(text.encode(), name="text.txt").date_published == published
