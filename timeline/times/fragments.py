"""The pieces that rules' patterns are built from: numerals, years, months, days, units.

Patterns use only what both `re` and RE2 read, without look-around and with bounded repetition:
RE2 finds (in linear time, whatever the input), `re` reads the few characters found. Names mark
the groups that a reading needs; `unnamed` drops them where a piece occurs twice in a pattern.
"""

from __future__ import annotations

import re

from timeline.times.tables import ERAS, any_of

HAN_REPUBLIC = "一(?:[零〇○一][零〇○一二三四五六七八九]|二[零〇○一二])"  # 一〇三 to 一二二, digit by digit
# 九二年 is 1992: a count would say 九十二年; 七八年 and 三五年 may be counts of years.
HAN_SHORT = "(?:[〇○零九][零〇○一二三四五六七八九]|五[一二三四七八九]|六[一二三四五六八九]|七[一二三四五六七九]|八[一二三四五六七八]|一[三四五六七八九]|二[一二四五])"
HAN_DIGIT = "[零〇○一二三四五六七八九]"

# 2021, 二〇二一, 两千零四, 二千零四
FULL_YEAR = rf"(?:1[0-9]{{3}}|2[01][0-9]{{2}}|[一二]{HAN_DIGIT}{{3}}|[一二两]千零{HAN_DIGIT}{{1,2}}|[二两]千零一十[一二三四五六七八九]?)"
SHORT_YEAR = rf"(?:['’‘]?[0-9]{{2}}|1[012][0-9]|{HAN_REPUBLIC}|{HAN_DIGIT}{{2}})"  # three digits are years of the Republic
NEAR_YEAR = (
    "(?:大前年|大后年|同一年|今年|去年|前年|明年|后年|本年度?|来年|上一?年度?|下一?年度?|上个年度|下个年度|当年度?|当年|同年|次年|翌年|"
    "第二年|那一?年|该年度?|这一年|前一年|后一年|隔年|转年|现年度|今岁)"
)
ERA_NAME = f"(?:{any_of(ERAS)})"
YEAR = (
    rf"(?:(?P<year>{FULL_YEAR})年度?|(?P<short>{SHORT_YEAR})年度?|(?P<near>{NEAR_YEAR})(?:的?(?P<same>{FULL_YEAR})年)?|[今去前明][(（](?P<same>{FULL_YEAR})[)）]年|"
    rf"(?P<era>{ERA_NAME})(?P<reign>元|[0-9]{{1,3}}|[零〇○一二三四五六七八九十百]{{1,5}})年)"
)
# A year whose two digits cannot be a number of years, or that nothing else follows.
CLEAR_YEAR = rf"(?:(?P<year>{FULL_YEAR})年度?|(?P<short>['’‘][0-9]{{2}}|0[0-9]|{HAN_REPUBLIC}|{HAN_SHORT})年|(?P<short>1[012][0-9]|[89][0-9])年度|(?P<near>{NEAR_YEAR})(?:的?(?P<same>{FULL_YEAR})年)?|[今去前明][(（](?P<same>{FULL_YEAR})[)）]年|(?P<era>{ERA_NAME})(?P<reign>元|[0-9]{{1,3}}|[零〇○一二三四五六七八九十百]{{1,5}})年)"

MONTH_NAME = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
MONTH = rf"(?P<month>{MONTH_NAME})月份?"
NEAR_MONTH = "(?:上上个?月份?|下下个?月份?|上个?月份?|下个?月份?|本月份?|这个?月份?|当月|同月|次月|翌月|该月|那个月|前一个?月|后一个?月|第二个月)"
DAY_NAME = "(?:[12][0-9]|3[01]|0?[1-9]|二?十[一二三四五六七八九]?|三十一?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
DAY = rf"(?P<day>{DAY_NAME})[日号]"
HAN_DAY = "(?:二?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])"
LUNAR_DAY = "(?:初(?:十|[一二三四五六七八九])|十[一二三四五六七八九]|二?十|廿[一二三四五六七八九]?|三十|二十[一二三四五六七八九])"
NEAR_DAY = "(?:大前天|大后天|今天|今日|昨天|昨日|前天|前日|明天|明日|后天|次日|翌日|隔天|隔日|第二[天日]|转天|当天|当日|同日|同一天|即日|本日|那天|那一天|这一天|这天|前一天|后一天)"
NEAR_WEEK = "(?:上上个?|下下个?|上个?|下个?|本|这个?|当|同|次)"
WEEKDAY = "[一二三四五六日天末]"

DAY_PART = "(?:凌晨|清晨|清早|一早|大清早|早上|早晨|早间|上午|中午|正午|午间|下午|午后|傍晚|黄昏|盘前|盘后|盘中|早盘|午盘|尾盘|晚上|晚间|夜间|夜里|夜晚|当晚|深夜|半夜|午夜|零点|早|晚|夜|晨)"
HOUR = "(?:[01]?[0-9]|2[0-4]|二?十[一二三四]?|十[一二三四五六七八九]|[零一二两三四五六七八九])"
MINUTE = "(?:[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|零?[一二三四五六七八九])"
CLOCK = (
    rf"(?P<hour>{HOUR})(?:[:：](?P<minute>[0-5][0-9])(?:[:：](?P<second>[0-5][0-9]))?(?:分| ?[aApP]\.?[mM]\.?)?| ?[aApP]\.?[mM]\.?|"
    rf"[点时](?:(?P<quarter>半|整|钟|一刻|三刻)|(?P<minutes>{MINUTE})分?(?:(?P<seconds>{MINUTE})秒)?)?)"
)
TIME_OF_DAY = rf"(?:(?P<daypart>{DAY_PART})的?(?:{CLOCK})?|{CLOCK})"
TIME_AFTER_DATE = rf"(?:[ ,，的]?(?:\(?（?(?:星期|礼拜|周){WEEKDAY}\)?）?)?{TIME_OF_DAY})"

QUARTER = "(?:第?[一二三四1-4]季度?|[Qq][1-4]|[1-4][Qq]|首季度?|头季|末季)"
HALF = "(?:上半年|下半年|前半年|后半年|[Hh][12]|[12][Hh])"
SEASON = (
    "(?:春季|夏季|秋季|冬季|春天|夏天|秋天|冬天|[初早仲晚暮]春|[初盛仲]夏|[初金深晚]秋|[初隆寒]冬|[春夏秋冬])"
)
PART_OF_YEAR = "(?:年初|年中|年底|年末|年终|岁末|岁初|年关|初|中期|底|末|开年|年头|年尾)"
PART_OF_MONTH = "(?:上旬|中旬|下旬|上中旬|中下旬|月初|月中|月底|月末|初|中|底|末|上半月|下半月)"

# Amounts: 12, 1.5, 15~20, 十二, 三四, 几, 十几, 20多, 数十
ARABIC = r"(?:[0-9]{1,3}(?:\.[0-9]{1,2})?|[1-9][0-9]00)"  # 2010 is a year, 1500 may count them
HAN_NUMBER = "[一二两三四五六七八九十百千零]{1,7}"
_DASH = "[~～\\-—–至到]"
_EITHER = "[2-8]、[3-9]|[一二三四五六七八]、[二两三四五六七八九]"  # 3、4年前
AMOUNT = rf"(?:{ARABIC}(?:{_DASH}{ARABIC})?[多余来]?|{_EITHER}|{HAN_NUMBER}(?:{_DASH}{HAN_NUMBER})?[多余来几]?|几十|几百|好几十|好几|几|数十|数百|数|若干|半|大半|四分之[一三])"
UNIT = (
    "(?:年|个(?:多)?(?:年头|月|季度|星期|礼拜|小时|钟头|世纪|工作日|交易日|财年|财季)|多?个(?:月|季度|星期|小时|世纪)|"
    "小时|周|星期|天|昼夜|分钟|刻钟|秒钟?|世纪|载|季度|工作日|交易日|个春秋)"
)
_NAME = re.compile(r"\?P<\w+>")


def unnamed(pattern: str) -> str:
    """`pattern` with its named groups made anonymous."""
    return _NAME.sub("?:", pattern)
