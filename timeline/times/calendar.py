"""Rules for places on the calendar: years, months, days, quarters, weeks, clock times."""

from __future__ import annotations

from timeline.times import fragments as f
from timeline.times.dates import (
    DOCUMENT,
    changed,
    read_bare_clock,
    read_dated,
    read_fiscal,
    read_fiscal_quarter,
    read_last_weekday,
    read_near_season,
    read_numeric,
    read_ordinal,
    read_point,
    read_slashed,
    read_split_year,
    read_timestamp,
    read_year,
)
from timeline.times.decades import read_century, read_decade, read_decades, read_republic_decade
from timeline.times.english_surroundings import bare_year
from timeline.times.neighbours import (
    compared,
    no_count,
    no_rate,
    no_rule_of_law,
    no_school_year,
    o_clock,
    of_a_season,
    of_no_rule,
    of_the_middle,
    that_weekday,
)
from timeline.times.numerals import read_number
from timeline.times.readings import Point, Shift
from timeline.times.rule import Rule
from timeline.times.surroundings import (
    VERSION,
    alone,
    no_dotted_version,
    no_longer_number,
    no_season,
    no_version,
    of_a_day,
    of_accounts,
    opens_clause,
    slashed_day,
    stands_alone,
    told_that_day,
    whole_cell,
)

_EARLIER = "(?:早些|晚些|稍早|稍晚)(?:的?时候|时)?"
SIDE = "(?P<side>以来|起|(?:或|及|和)?(?:其)?(?:之|以)?[前后]|期间|前后|前夕|左右|间|之间|内|之内)"
_SIDE = f"{SIDE}?"


_YMD = rf"{f.YEAR}[的 ]?{f.MONTH}[的 ]?{f.DAY}"
_TAIL = rf"(?:{f.TIME_AFTER_DATE})?"
_DAY_SIDE = "(?P<side>以来|[之以][前后]|前后)?"
_DATE_SIDE = (
    "(?P<side>以来|起|起|(?:或|及|和)?(?:其)?(?:之|以)[前后]|[前后]|前夕|期间|前后|左右|及其?以[前后])?"
)

_CLOCK_SIDE = "(?:[之以]?[前后]|左右|许)"


RULES: tuple[Rule, ...] = (
    Rule("timestamp", r"[12][0-9]{3}-[01][0-9]-[0-3][0-9][T ][0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?(?:Z|[+-][0-2][0-9]:?[0-5][0-9])?",
         read_timestamp, "2021-02-08T03:08:19+00:00"),
    Rule("year-month-day", rf"{_YMD}{_TAIL}{_DATE_SIDE}", read_point, "2021年3月30日"),
    Rule("numeric-date", rf"(?P<year>[12][0-9]{{3}})(?:[-–/.](?P<month>0?[1-9]|1[0-2])[-–/.](?P<day>[12][0-9]|3[01]|0?[1-9])日?){_TAIL}{_DATE_SIDE}",
         read_numeric, "2021-03-30", no_dotted_version),
    Rule("day-first-date", r"(?P<day>[12][0-9]|3[01]|0?[1-9])[-/.](?P<month>1[0-2]|0?[1-9]|[12][0-9]|3[01])[-/.](?P<year>[12][0-9]{3}|[0-9]{2})",
         read_numeric, "13.5.2015"),
    Rule("compact-date", r"(?P<year>19[0-9]{2}|20[0-9]{2})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])", read_numeric, "20210912", stands_alone),
    Rule("this-day-in-year", rf"(?P<near>{f.NEAR_YEAR})的?(?:今天|今日|此时|这个时候|这一天)", lambda m: Point(year=read_year(m), month=Shift(DOCUMENT, 0), day=Shift(DOCUMENT, 0)), "去年的今天"),
    Rule("this-day-years-ago", r"(?P<number>[1-9][0-9]?|[一二两三四五六七八九十]{1,3})年前的?(?:今天|今日|这一天|这个时候)", lambda m: Point(year=Shift(DOCUMENT, -read_number(m["number"])), month=Shift(DOCUMENT, 0), day=Shift(DOCUMENT, 0)), "五年前的今天"),
    Rule("republic-date", r"(?P<short>1[0-4][0-9]|[6-9][0-9])/(?P<month>0[1-9]|1[0-2])/(?P<day>[12][0-9]|3[01]|0[1-9])|(?P<year>20[0-9]{2})[(（]1[0-4][0-9][)）]/(?P<month>0[1-9]|1[0-2])/(?P<day>[12][0-9]|3[01]|0[1-9])", read_point, "107/06/15", no_longer_number),
    Rule("month-slash-day", r"(?P<month>1[0-2]|0?[1-9])/(?P<day>[12][0-9]|3[01]|0?[1-9])(?P<side>起|[之以]?前)?", read_slashed, "12/1", slashed_day),
    Rule("near-hour", r"(?P<nearhour>上一?个|下一?个|这一?个|本)(?:小时|钟头|分钟)", lambda m: Point(day=Shift(DOCUMENT, 0), clock="TXX"), "上个小时"),
    Rule("numeric-month", r"(?P<year>19[0-9]{2}|20[0-9]{2})[/.](?P<month>0[1-9]|1[0-2]|[1-9])", read_numeric, "2021/03",
         lambda text, start, end: (text[end : end + 1] not in "./-%万亿千百元个名台辆吨公家倍" or end == len(text)) and not VERSION.search(text, max(0, start - 9), start)),
    Rule("iso-month", r"(?P<year>19[0-9]{2}|20[0-9]{2})-(?P<month>0[1-9]|1[0-2])", read_numeric, "2021-03", whole_cell),
    Rule("year-month", rf"{f.YEAR}[的 ]?{f.MONTH}{_SIDE}", read_point, "2021年3月"),
    Rule("year-month-part", rf"{f.YEAR}的?{f.MONTH}的?(?P<part>{f.PART_OF_MONTH}){_SIDE}", read_point, "2021年3月底"),
    Rule("month-day", rf"{f.MONTH}{f.DAY}{_TAIL}{_DATE_SIDE}", read_point, "12月2日"),
    Rule("month-bare-day", rf"(?:{f.YEAR}的?)?(?P<month>{f.MONTH_NAME})月(?:(?P<bareday>[12][0-9]|3[01]|[1-9])|(?P<bareday>{f.HAN_DAY})(?:的?(?P<daypart>{f.DAY_PART})(?:{f.CLOCK})?)?(?P<side>[之以][前后]|[前后]|前后|前夕)?)", read_dated, "8月15", of_a_day),
    Rule("month-part", rf"(?:[春夏秋冬][季天]的?)?{f.MONTH}的?(?P<part>{f.PART_OF_MONTH}){_SIDE}", read_point, "3月底"),
    Rule("month", rf"{f.MONTH}{_SIDE}", read_point, "10月", no_rate),
    Rule("near-month", rf"(?P<nearmonth>{f.NEAR_MONTH})(?:的?(?P<part>{f.PART_OF_MONTH}|上半|下半))?{_SIDE}", read_point, "上个月底", of_no_rule),
    Rule("next-to-month", r"(?P<nearmonth>前月)", read_point, "较前月增长", compared),
    Rule("near-month-day", rf"(?P<nearmonth>{f.NEAR_MONTH})的?{f.DAY}{_TAIL}{_DATE_SIDE}", read_point, "上月12日"),
    Rule("day-of-month", rf"{f.DAY}{_TAIL}{_DATE_SIDE}", read_point, "29日", alone),
    Rule("year", rf"{f.CLEAR_YEAR}{_SIDE}", read_point, "2010年"),
    Rule("bare-year-in-words", rf"(?P<year>(?:一[七八九]|二[零〇○]){f.HAN_DIGIT}{{2}})", read_point, "一九八九 – 成立", bare_year),
    Rule("part-told", rf"(?:(?P<near>今年|本年度?|明年|去年)|(?P<nearmonth>本月|这个月|上个?月|下个?月)|(?P<nearweek>本|上|下)周)的?(?P<side>{_EARLIER})", read_point, "今年早些时候"),
    Rule("same-period", rf"{f.YEAR}的?(?:同期|同季度?|同月|同日|同一天|同一时期|同一季度)", lambda m: Point(year=read_year(m), part="同期"), "去年同期"),
    Rule("that-very-year", rf"(?P<near>是年)(?:的?(?:(?P<season>{f.SEASON})|(?P<part>年?底|年?初|岁末)|{f.MONTH}(?:{f.DAY})?))?", read_point, "是年冬天", opens_clause),
    Rule("whole-year", rf"{f.YEAR}的?(?:全年|整年|一整年)", read_point, "2021年全年"),
    Rule("year-part", rf"{f.YEAR}的?(?P<part>{f.PART_OF_YEAR}){_SIDE}", read_point, "2021年年初"),
    Rule("mid-year", rf"(?:(?P<year>{f.FULL_YEAR})年|(?P<near>[今去明前后]年))(?P<part>中){_SIDE}", read_point, "去年中量产", of_the_middle),
    Rule("year-quarter", rf"(?:{f.YEAR})的?[,， ]?(?P<quarterly>{f.QUARTER})(?:的?(?P<within>初|末|底)|中)?{_SIDE}", read_point, "2023年第三季度"),
    Rule("short-quarter", r"(?P<year>20[0-9]{2})[ ./-]?(?:(?P<quarterly>[Qq][1-4])|(?P<half>[Hh][12]))|(?P<short>[0-9]{2})(?:(?P<quarterly>[Qq][1-4])|(?P<half>[Hh][12]))|(?:(?P<quarterly>[1-4][Qq])|(?P<half>[12][Hh])) ?(?P<year>20[0-9]{2})|(?:(?P<quarterly>[1-4][Qq])|(?P<half>[12][Hh]))(?P<short>[0-9]{2})|(?P<quarterly>[Qq][1-4]) ?['’](?P<short>[0-9]{2})", read_point, "2023Q3", no_version),
    Rule("year-half", rf"(?:{f.YEAR})的?(?P<half>{f.HALF}|半年[度报])(?:的?(?P<within>初|末|底))?{_SIDE}", read_point, "2023年上半年"),
    Rule("year-season", rf"(?:{f.YEAR})的?(?P<season>{f.SEASON}){_SIDE}", read_point, "2023年夏天"),
    Rule("bare-year-season", r"(?P<year>20[0-9]{2}) ?(?:(?P<season>[春夏秋冬]季)|(?P<half>[上下]半年)|(?P<quarterly>第?[一二三四1-4]季度))", read_point, "2024秋季"),
    Rule("half", rf"(?P<half>上半年|下半年|上个半年|下个半年)(?:的?(?P<within>初|末|底))?{_SIDE}", read_point, "上半年", no_school_year),
    Rule("quarter", rf"(?P<quarterly>第?[一二三四1-4]季度|[Qq][1-4]|首季度?)(?:的?(?P<within>初|末|底)|中)?{_SIDE}", read_point, "三季度"),
    Rule("fiscal-quarter", r"(?:(?P<fiscal2>20[0-9]{2})财政?年度?的?)?第?(?P<quarterly>[一二三四1-4])财季", read_fiscal_quarter, "第四财季"),
    Rule("bare-quarter", r"第(?P<quarterly>[一二三四1-4])季", read_point, "第三季营收", of_accounts),
    Rule("near-quarter", rf"(?P<part>上一?个?季度|下一?个?季度|本季度?|这个?季度)(?P<within>初|末|底)?{_SIDE}", read_point, "上个季度"),
    Rule("next-to-quarter", r"(?P<part>[前上下次](?:一个?)?季)(?P<within>初|末|底)?", read_point, "较前季", no_season),
    Rule("season", r"(?P<season>春季|夏季|秋季|冬季|春天|夏天|秋天|冬天)|(?P<now>[今去])(?P<season>[春夏秋冬])", read_near_season, "夏天", of_a_season),
    Rule("part-of-year", rf"(?P<part>年初|年中|年底|年末|年终|岁末|年关){_SIDE}", read_point, "年底"),
    Rule("part-of-month", rf"(?P<part>上旬|中旬|下旬|上中旬|中下旬|月初|月底|月末|上半月|下半月){_SIDE}", read_point, "下旬"),
    Rule("near-day", rf"(?P<nearday>{f.NEAR_DAY})(?:[(（]{f.unnamed(f.DAY)}[)）])?(?:{_TAIL}{_DAY_SIDE}|的?{_EARLIER})", read_point, "昨天晚上"),
    Rule("dated-near-day", rf"(?P<nearday>[今昨前明])(?:天|日)? ?[(（]{f.unnamed(f.DAY_NAME)}[日号]?[)）] ?(?:日|天)?{_TAIL}", read_point, "昨（12）日"),
    Rule("short-near-day", r"(?P<nearday>[昨今])", read_point, "昨公布", told_that_day),
    Rule("today-part", rf"(?P<nearday>[今昨明当])(?P<daypart>晚|早|晨|夜|天)(?:{f.CLOCK})?", read_point, "昨晚8点"),
    Rule("near-weekday", rf"(?P<nearweek>{f.NEAR_WEEK})(?:星期|礼拜|周)(?P<weekday>{f.WEEKDAY}){_TAIL}{_DAY_SIDE}", read_point, "上周五"),
    Rule("near-weekday-number", rf"(?P<nearweek>{f.NEAR_WEEK})(?:星期|礼拜|周)(?P<weekday>[1-6])", read_point, "本周4", no_count),
    Rule("near-week-weekday", rf"(?P<nearweek>{f.NEAR_WEEK})(?:星期|礼拜|周)的(?:星期|礼拜|周)(?P<weekday>{f.WEEKDAY}){_TAIL}", read_point, "上周的星期三"),
    Rule("near-week", rf"(?P<nearweek>上上个?|下下个?|上一?个?|下一?个?|本|这个?|当|同|次)(?:星期|礼拜|周){_SIDE}", read_point, "上周"),
    Rule("weekday", rf"(?:星期|礼拜|周)(?P<weekday>{f.WEEKDAY}){_TAIL}{_DAY_SIDE}", read_point, "周三", that_weekday),
    Rule("half-week", r"(?P<part>上半周|下半周)", read_point, "下半周"),
    Rule("slashed-fiscal-year", r"(?P<first>20[0-9]{2})(?:[/-](?P<last>(?:20)?[0-9]{2})(?:财政?年度?|学年度?|会计年度|赛季)|/(?P<last>(?:20)?[0-9]{2})年度)", read_split_year, "2016/17财年"),
    Rule("ordinal-in-year", rf"(?:{f.YEAR})的?(?P<kind>第|前|首|头|最后|最後|后)(?P<count>[0-9]{{1,3}}|[一二两三四五六七八九十百]{{1,4}})个?(?P<unit>周末|周|星期|月|天|日)", read_ordinal, "2021年的第二周"),
    Rule("ordinal-in-month", rf"(?:(?:{f.YEAR}的?)?{f.MONTH}|(?P<nearmonth>{f.NEAR_MONTH}))的?(?P<kind>第|前|首|头|最后|后)(?P<count>[0-9]{{1,2}}|[一二两三四五六七八九十]{{1,3}})?个?(?P<unit>周末|周|星期|天|日)", read_ordinal, "十月的第一周"),
    Rule("nth-weekday", rf"(?:{f.YEAR}的?)?{f.MONTH}的?(?P<kind>第|最后)(?P<count>[一二三四五1-5])?一?个?(?:星期|礼拜|周)(?P<weekday>[一二三四五六日天])", read_last_weekday, "四月的最后一个星期一"),
    Rule("week-number", r"第(?P<count>[0-9]{1,2}|[一二三四五]?十[一二三四五六七八九]?)周(?P<unit>)(?P<kind>)", lambda m: Point(nth=(read_number(m["count"]), "week", 1)), "第12周"),
    Rule("decade", r"(?P<century>(?:[12][0-9]|二?十[一二三四五六七八九]?|上个?|本)世纪)?的?(?P<decade>(?:1[0-9]|20)?[0-9]0|[一二三四五六七八九][十〇零])年代(?P<tail>初期?|早期|前期|中期?|中后期|后期|末期?|晚期|以来)?", read_decade, "20世纪90年代"),
    Rule("republic-decade", r"民国(?P<decade>[二三四五六七八九]?十|[1-9]0)年代(?P<tail>初期?|末期?)?", read_republic_decade, "民国六十年代"),
    Rule("decades", r"(?P<century>(?:[12][0-9]|二?十[一二三四五六七八九]?|上个?|本)世纪)?的?(?P<first>[二三四五六七八1-9]|[一二三四五六七八][十〇零]|(?:1[0-9]|20)?[0-9]0)(?:年代)?(?P<early>初期?|中期?|后期|末期?)?[、到至—~-]?(?P<last>[一二三四五六七八九][十〇零]|(?:1[0-9]|20)?[0-9]0)年代(?P<tail>初期?|早期|前期|中期?|中后期|后期|末期?|晚期)?", read_decades, "上世纪七八十年代"),
    Rule("century", r"(?P<century>(?:[1-9]|[12][0-9]|二?十[一二三四五六七八九]?|上个?|本)世纪)(?P<tail>初期?|前半叶|上半叶|前期|中叶|中期|下半叶|后半叶|后期|末期?)?", read_century, "21世纪初"),
    Rule("fiscal-year", rf"(?:FY ?(?P<fiscal>20[0-9]{{2}}|[0-9]{{2}})|(?P<fiscal2>20[0-9]{{2}}|二[零〇]{f.HAN_DIGIT}{{2}})(?:财政?年度?|会计年度)|(?P<fiscal2>[0-4][0-9])财年)(?:[ 的]?(?P<quarterly>{f.QUARTER})|(?P<half>{f.HALF})|的?(?P<within>初|末|底))?", lambda m: changed(m, year=read_fiscal(m), fiscal=True), "FY2024"),
    Rule("near-fiscal-year", rf"(?P<by>本|上|下|上一?个?|下一?个?|前一)(?:财年|(?:财政|财务|会计)年度)(?:的?(?P<quarterly>{f.QUARTER})|(?P<half>{f.HALF})|的?(?P<within>初|末|底))?", lambda m: changed(m, year=Shift(DOCUMENT, {"本": 0, "上": -1, "前": -1, "下": 1}[m["by"][0]]), fiscal=True), "上一财年", no_rule_of_law),
    Rule("clock", rf"(?P<daypart>{f.DAY_PART})的?{f.CLOCK}(?:{_CLOCK_SIDE})?", read_bare_clock, "晚上9:30", o_clock),
    Rule("day-part", r"(?P<daypart>凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|深夜|午夜|半夜)", read_bare_clock, "下午"),
    Rule("bare-clock", rf"{f.CLOCK}(?:{_CLOCK_SIDE})?", read_bare_clock, "15时20分", alone),
)  # fmt: skip
