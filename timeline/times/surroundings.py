"""What stands around an expression: whether it can be a time there at all.

Each function sees (text, start, end) of a place.
"""

from __future__ import annotations

import re

_ANNOUNCED = "公布|宣布|表示|透露|披露|发布|公告|召开|举行"
_TOLD = re.compile(
    f"{_ANNOUNCED}|电|讯|报道|晚间|上午|下午|凌晨|称，|说，|介绍|指出|证实|说明|强调|出席|回应|推出|举办|启用|揭牌|签约|开幕|登场|宣告|决议"
)
_TIMED = re.compile("分|[日号].")

_BEFORE_ALONE = frozenset('，。、；：:,. \n（(“"在于到至从自是与和及约了今晚日午天电讯月截')

_AFTER_ALONE = frozenset("本的在到至起前后我你他她整开正召举发公上下晚早中凌将有是就才以已和与会许左")


_CLOCKED = frozenset("到至在从于自约\n。")  # 到一点; but 快了一点, 和一点盐
# 从两点来看, 在三点上达成一致: points of an argument
_ARGUED = re.compile(
    "来[看说讲]|[上看说]|出发|入手|着手|分析|建议|意见|要求|原因|因素|理由|考虑|共识|不同|点滴"
)
_DATED_AS = re.compile("(?:日|时间|日期)[仍定改订均]{0,2}[为在]$")
_DAY_BEFORE = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日[^。！？；\n]{0,30}$")  # 10月4日复工，7日全员到齐
_IN_MONTH = re.compile(r"[0-9]{1,2}月[0-9]{1,2}日[^\n]{0,60}$")  # 9月12日停牌。在13日悄悄换帅
_OF_DAYS = re.compile("[均线内游年龄化移无不]|以[内上下]|之[内间]|左右的")  # 跌破5日均线, 于5日内


def alone(text: str, start: int, end: int) -> bool:
    """A bare 8点 or 29日 is a time only where nothing is glued to it; 8点30分 and 29日晚 are times anywhere."""
    if _TIMED.search(text[start:end]):
        return True
    if text.startswith("本", end) and not text.startswith(("本公司", "本报", "本次", "本刊", "本行"), end):
        return False  # 12日本…
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if ":" in text[start:end] and (
        before in "\n【" or text[max(0, start - 3) : start].strip().endswith("时间")
    ):
        return True  # 09:32 opens a line of a ticker
    if text[end - 1] == "点" and (
        _ARGUED.match(text, end) or (text[start:end] == "一点" and before not in _CLOCKED)
    ):
        return False
    if (
        text[end - 1] in "日号"
        and before in ("，", ",", "、")
        and _DAY_BEFORE.search(text, max(0, start - 40), start)
    ):
        return True
    if text[end - 1] == "日" and before and before in "在于到至从自":
        in_month = _IN_MONTH.search(text, max(0, start - 70), start)
        return in_month is not None and _OF_DAYS.match(text, end) is None
    if text[end - 1] == "日" and (
        text.endswith("记者", 0, start) or _DATED_AS.search(text, max(0, start - 6), start)
    ):
        return True  # 记者12日从公司获悉, 交割日仍为17日
    if text[end - 1] == "日" and _TOLD.match(text, end):
        return True  # 台中18日电, 某公司12日公布
    if text[start:end].lower().replace(".", "").endswith(("am", "pm")):
        return True
    return (not before or before in _BEFORE_ALONE) and (
        not after or not "\u4e00" <= after <= "\u9fff" or after in _AFTER_ALONE
    )


_ACCOUNTS = re.compile(
    r"营收|收入|溢利|盈利|亏损|销售|毛利|EPS|每股|获利|净利|毛利|税[前后]|业绩|财报|合并|出货|订单|稼动|产能|淡季|旺季|可望|将[比较达]|季增|年增|底|初|末|与|及|和第|至第|持平|增长|成长|下滑|衰退|转[盈亏]"
)
_OF_SUMS = re.compile(r"[，,]?[^。；，,\n《]{0,12}(?:营收|收入|净利|毛利|利润|销售额|亏损|每股盈余)")
_REPORTING = re.compile(
    r"营[收运]|净利|[毛获]利|[季年][增减]|财[报测]|盈余|EPS|每股|出货|稼动|库存|业外|产能|法说|[淡旺]季|同比|环比|指数|产值|投资|景气|经济成长|GDP"
)
_AROUND = 120  # characters: as far as one may be from the words of accounts that are about it
_SHOW = re.compile(r"[》」]|节目|综艺|剧|动画|动漫|番剧|影集|真人秀")
_SHOW_AROUND = re.compile("节目|综艺|[喜网连短]剧|剧集|番剧|开播|热播|豆瓣|收视|观众|主演|导演|嘉宾")
_SHOWN = re.compile(r"[《「]|节目|综艺|剧|播|豆瓣|收视|口碑|评分|观众|主演|导演|嘉宾")


def no_show(text: str, start: int, end: int) -> bool:
    """前三季销量 is of quarters, 前三季收视率 of seasons of a show."""
    return not (_SHOW.search(text, max(0, start - 10), start) or _SHOWN.match(text, end))


def of_accounts(text: str, start: int, end: int) -> bool:
    """第三季营收, 第3季，公司净利… is a quarter; 第三季开播 a season of a show."""
    if not no_show(text, start, end):
        return False
    if _ACCOUNTS.match(text, end) or _OF_SUMS.match(text, end):
        return True
    around = max(0, start - _AROUND), end + _AROUND
    return bool(_REPORTING.search(text, *around)) and not _SHOW_AROUND.search(text, *around)


def no_number_of_list(text: str, start: int, end: int) -> bool:
    """7、8月 and 二、三季度 within a sentence; 1、2月15日开业 opens an entry of a list."""
    opens = not start or text[start - 1] in "\n 　（(" or text[end : end + 1].isdigit()
    opens = opens and "年" not in text[start:end]
    return not opens and text[end : end + 1] not in tuple("一二三四五六七八九十")


_LIFE = "出生|生人|毕业|入学|考上|考入|参加工作|进厂|下海|入行|入职|退伍|参军|结婚"
_BEGAN = re.compile(_LIFE)
_GOES = re.compile(f"{_LIFE}|，|,|他|她|我|的时候|时，|夏|冬|春|秋|底|初|起|开始|前后|左右|公司")


def short_year(text: str, start: int, end: int) -> bool:
    """98年出生, 在95年开业, ，98年他下海; 98年历史 and 走过98年 are counts."""
    if _BEGAN.match(text, end):
        return True
    before = text[start - 1 : start] if start else "\n"
    if before in "在于从自":
        return not text.startswith(("内", "间", "里", "的"), end)
    return before in "\n，。；、（(“" and _GOES.match(text, end) is not None


def no_season(text: str, start: int, end: int) -> bool:
    """较前季, 上季 and 下季 are quarters; 上季军, 本季节 and 这季综艺 are not."""
    return text[end : end + 1] not in tuple("节军刊风赛候中后") and no_show(text, start, end)


VERSION = re.compile(r"(?:[Vv]ersion|[Rr]elease|[Bb]uild|[Vv]er\.|版本号?)为?[:：]? ?$")


def no_dotted_version(text: str, start: int, end: int) -> bool:
    """2023.1.1 is a day, and a version after that word."""
    return "." not in text[start:end] or not VERSION.search(text, max(0, start - 10), start)


def opens_clause(text: str, start: int, end: int) -> bool:
    """是年冬天 opens a clause; 都是年轻人 and 这是年度最佳 do not."""
    before = text[start - 1 : start] if start else ""
    return not "\u4e00" <= before <= "\u9fff" and text[end : end + 1] not in tuple("轻度薪夜终会级报味货")


def in_brackets(text: str, start: int, end: int) -> bool:
    """某某(1844—1916): a life; 1200—1500 without brackets are numbers."""
    opened, closed = text[start - 1 : start], text[end : end + 1]
    return opened in ("(", "（", "，", ",") and closed in (")", "）") and start > 1


def no_longer_number(text: str, start: int, end: int) -> bool:
    """日期:107/06/15; but no part of a longer number."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not ((before.isascii() and before.isalnum()) or before in ("/", "-", ".", "_")) and not (
        (after.isascii() and after.isalnum()) or after in ("/", "-")
    )


def stands_alone(text: str, start: int, end: int) -> bool:
    """No more letters, digits or marks of a number on either side."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not any(c and c.isascii() and (c.isalnum() or c in "-_/.:#") for c in (before, after))


_EDGES = frozenset('\n\t|,"')


def whole_cell(text: str, start: int, end: int) -> bool:
    """2010-12 is a month as a cell of a table or a label; elsewhere it may be the years 2010 to 2012."""
    before, after = text[max(0, start - 2) : start].rstrip(" "), text[end : end + 2].lstrip(" ")
    return (not before or before[-1] in _EDGES) and (not after or after[0] in _EDGES or after[0] in "：:")


_HAN = "一二三四五六七八九十"
_BARE_DAY = re.compile(rf"月(?P<day>[0-9]{{1,2}}|[{_HAN}]{{1,3}})(?P<rest>.*)")
_MARK = r"$|[\s，。；：）！？”’」》),:.;!?]"
_NO_NUMBER = rf"(?![0-9两几数{_HAN}](?![{_HAN}]{{0,2}}月))"  # 三、四家, 三至五家; but 五月一至五月三
_AFTER_DAY = re.compile(
    rf"{_MARK}|[、和与及到至]{_NO_NUMBER}|[那这][天日]|当[天日晚]|[是在的过就也都已才又我他她你它]|公司|正式|举行|召开|开业|开张|开幕|上市|成立|放假"
    r"|庙会|节|中秋|端午|重阳|国庆|劳动|元宵|龙抬头|赏月"
)
_ONE = re.compile(f"[是在的过就也都已才又]|[到至](?![{_HAN}]{{1,2}}月)")  # 5月一到, 一在…二在


def of_a_day(text: str, start: int, end: int) -> bool:
    """8月15， and 八月十五是中秋 are days; 8月15家, 5月一家 and 3月三至五家 a month, and a number."""
    if not (bare := _BARE_DAY.search(text, start, end)):
        return False
    day, rest = bare["day"], bare["rest"]
    if rest:
        return len(day) > 1 or len(rest) > 1  # 5月一早, 三晚
    if day.isdigit():
        return text[end : end + 1] in tuple(" \n，。；）)、：:") or end == len(text)
    return bool(_AFTER_DAY.match(text, end)) and not (day == "一" and _ONE.match(text, end))


_SYSTEM = re.compile(r"(?:[Ww]indows|[Aa]ndroid|[Bb]uild|[Vv]ersion|版本|系统)(?: ?[0-9]{1,2})? ?$")


def no_version(text: str, start: int, end: int) -> bool:
    """2Q23; but Windows 11 23H2."""
    return not _SYSTEM.search(text, max(0, start - 16), start)


_SAID = re.compile(f"{_ANNOUNCED}|指出|证实|开盘|收盘|出席|说明")


def told_that_day(text: str, start: int, end: int) -> bool:
    """昨公布营收, 今宣布: the day of a headline. 至今表示 is none, nor 今开盘: before a price."""
    if text[end + 2 : end + 3] in (":", "：", "价"):
        return False
    return _SAID.match(text, end) is not None and text[start - 1 : start] not in tuple("至迄如当而现于")


def slashed_day(text: str, start: int, end: int) -> bool:
    """12/1 between marks, 9/18起; but not 1/2 or 3/15 alone, which are as likely fractions."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    month, _, day = text[start:end].rstrip("起之以前").partition("/")
    told = text[end - 1] in "起前"
    marks = " \n，。；）)、：:后至" if int(month) >= int(day) or len(month) + len(day) == 4 else ""
    return (not before or before in " \n，。；（(、：:于在自至从") and (
        told or (after in marks if after else "\n" in marks)
    )


_FRACTION = re.compile("([1-7])/([234568]|10)(?![0-9])")


def slashed_span(text: str, start: int, end: int) -> bool:
    """7/1至7/15; but 1/4-1/2 are as likely fractions."""
    numbers = [(int(low), int(high)) for low, high in _FRACTION.findall(text[start:end])]
    return stands_alone(text, start, end) and not (
        len(numbers) == 2 and all(low < high for low, high in numbers)
    )
