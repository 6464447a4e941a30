"""Rules for words: now, lately, at that time, early days; and words that only look like a time."""

from __future__ import annotations

import re

from timeline.times.numerals import read_number
from timeline.times.readings import Anaphor, Deictic, Founding, Vague
from timeline.times.rule import Matched, Rule

_HAN = ("\u4e00", "\u9fff")


def _han(c: str) -> bool:
    return _HAN[0] <= c <= _HAN[1]


# What 过去 follows when it means "go over": 走过去, 4年过去了, 看得过去.
_LOOKED_AT = ("翻看", "回看", "查看", "观看")
_MOVES = "望走跑开飞冲扑赶送转搬寄发拿递爬挺蒙混瞒熬说看得不年月天日周时刚经转挪挡"


def _past(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    return (
        (text[start - 1 : start] not in tuple(_MOVES) or text[max(0, start - 2) : start] in _LOOKED_AT)
        and after not in ("了", "吧", "式")
        and not (after == "，" and start and _han(text[start - 1]))
    )


_PROSPECTS = re.compile("没有|创造|赢得|拥抱|引领|决定|定义|开创|共创|探索|看见|见证|奔赴")


# 未来 as "prospects": 没有未来, 光明的未来, 赢得未来. 面向未来, 关于未来 and 还是未来 point at a time.
def _future(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 1]
    if before.endswith("的"):
        return text[max(0, start - 3) : start] in ("可见的", "近的", "远的", "见的") or text[
            max(0, start - 4) : start
        ].endswith("预见的")
    if before[-1:] in tuple("有赢创造拥绘见定谱写享启抱负胜战迎筑赌断"):
        return before in ("还有", "所有")
    return not (_PROSPECTS.fullmatch(before) and not _han(after))


def _before_after(text: str, start: int, end: int) -> bool:
    """以前, 以后 on their own, not closing a clause (上市以后)."""
    before = text[start - 1 : start]
    return not _han(before) or before in tuple("从比跟和像到但而们我他你望说是与在或对为至")


# 早期 qualifies a stage of something (早期红利, 早期投资人), or says when.
_STAGED = re.compile(
    "红利|投资|项目|阶段|员工|用户|版本|团队|成员|癌症|肺癌|融资|治疗|教育|筛查|诊断|干预|客户|股东|创业"
)


def _early(text: str, start: int, end: int) -> bool:
    return not _STAGED.match(text, end)


_ENDINGS = re.compile("结束|过去|闭幕|落幕|发布|公布|召开|举行|推出|完成|披露|举办|收官")


_EVENTS = re.compile(
    "(?:离职|上市|去世|毕业|离开|开业|发布|退休|结婚|出发|成立|辞职|收购|破产|倒闭|手术|出生|回国|开幕|疫情|此|在此|之)$"
)


def _lately(text: str, start: int, end: int) -> bool:
    """前不久宣布; but 离职前不久 is counted from what came after it."""
    return not (text.startswith("前", start) and _EVENTS.search(text, max(0, start - 3), start))


def _just(text: str, start: int, end: int) -> bool:
    """刚刚结束的车展 says when; 才刚刚起步 and 刚刚上路的新人 do not."""
    return (
        text[start - 1 : start] not in ("才", "刚")
        and _ENDINGS.match(text, end) is not None
        and "的" in text[end + 2 : end + 4]
    )


def points_back(text: str, start: int, end: int) -> bool:
    """当年, 当天, 当月 point back, unless a verb's own day is meant (提车当天) or they qualify a noun."""
    return text[start - 1 : start] not in tuple("现忆及回想如似起当")


def _same_time(text: str, start: int, end: int) -> bool:
    """…；同期亏损, 于同期完成: the period just told. 较同期, 同期相比 and 同期水平 compare with another."""
    before = text[start - 1 : start] if start else ""
    return (not _han(before) or before in "于在而且") and not text.startswith(
        ("相比", "比", "水平", "的", "数"), end
    )


def _period(m: Matched) -> Anaphor:
    if m.text == "年内":
        return Anaphor("year-inside")
    return Anaphor("period-end" if m["end"] else "period-start" if m["start"] else "period")


def _period_alone(text: str, start: int, end: int) -> bool:
    """期内 and 年内 open a clause; 有效期内, 三年内 and 报告期各期末 are something else."""
    before = text[start - 1 : start] if start else ""
    if text[start] == "期" and before in ("团", "司", "于", "在", "及"):
        return True
    return text[start] not in "期年" or not (_han(before) or before.isalnum())


RULES: tuple[Rule, ...] = (
    Rule("present", r"现如今|当今|如今|现今|现时|现在|目前|当前|当下|眼下|今时今日|时至今日|迄今为止|至今为止|迄今|目前为止|此时此刻|此刻|时下|现阶段|今天|今日", lambda m: Deictic("present"), "如今"),
    Rule("recent", r"最近|近期|近来|日前|近日|不久前|前不久|前些天|前段时间|近段时间|最近一段时间|近一段时间|前一段时间|前一阵子?|这段时间(?:以来)?", lambda m: Deictic("recent"), "最近", _lately),
    Rule("just-now", r"刚刚", lambda m: Deictic("recent"), "刚刚结束的车展", _just),
    Rule("recent-years", r"近年(?:以?来)?|近些年(?:以?来)?|这些年(?:以?来)?|近几年(?:间|里|以?来|之?内)?|最近几年(?:间|里|以?来)?|这几年(?:间|里|以?来)?|过[去往][几数]年(?:间|里|以?来)?|这两年(?:间|里|以?来)?", lambda m: Deictic("years"), "近年来"),
    Rule("past", r"过去|以往|从前|昔日|往昔", lambda m: Vague("the past, unspecified"), "过去", _past),
    Rule("before-now", r"以前", lambda m: Vague("the past, unspecified"), "以前", _before_after),
    Rule("future", r"未来|可预?见的(?:未来|将来)|不久的将来|将来|今后|往后|日后", lambda m: Vague("the future, unspecified"), "未来", _future),
    Rule("after-now", r"以后", lambda m: Vague("the future, unspecified"), "以后", _before_after),
    Rule("some-day", r"终有一天|总有一天|终有一日|有朝一日|某一天|某天", lambda m: Vague("some day"), "终有一天"),
    Rule("early-days", r"最?早期|早年间?|早些年|前些年|很早以前|早前|最早的时候", lambda m: Vague("an early time, unspecified"), "早期", _early),
    Rule("founding-days", r"(?:创业|创办|创立|成立|初创|创建|建立|诞生|创始|草创)(?:的)?(?:初期|之初|伊始|早期|时期)", lambda m: Founding("early"), "创业初期"),
    Rule("anniversary", r"(?P<number>[0-9]{1,3}|[一二三四五六七八九十百两]{1,4})周年(?:纪念日|庆典|庆|之际)?", lambda m: Founding("anniversary", read_number(m["number"])), "十周年"),
    Rule("at-age", r"(?P<number>[1-9][0-9]|[二三四五六七八九]?十[一二三四五六七八九]?)岁(?:时|的时候|的?那一?年|之际)", lambda m: Founding("age", read_number(m["number"])), "31岁时"),
    Rule("at-that-moment", r"此时|这时候?", lambda m: Anaphor("any"), "此时"),
    Rule("reporting-period", r"本?报告期(?:之?内|期?间|中)|报告期(?P<end>末|期末)|报告期(?P<start>初|期初)|回顾期(?:内|间)|期内|年内", _period, "年内", _period_alone),
    Rule("then", r"彼时|那个?时候|当时|那时候?|那会儿", lambda m: Anaphor("any"), "当时"),
    Rule("same-time", r"同期", lambda m: Anaphor("any"), "同期", _same_time),
    Rule("same-year", r"全年度?", lambda m: Anaphor("year"), "全年", lambda text, start, end: text[end : end + 1] not in ("龄", "级", "无", "候")),
    Rule("same-quarter", r"当季度?|同季|该季度?|本财季", lambda m: Anaphor("quarter"), "当季"),
)  # fmt: skip

# 2011年沪银贷字第0321号
FILE_NUMBER = "(?:19|20)[0-9]{2}年[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼深穗杭银信贷保抵质授借企公审验评]{1,5}字第?"
# Words around a time word. The longest match wins, so each of these wins over the time inside it.
NOT_TIMES = (
    "本年度报告", "本半年度报告", "本季度报告", "落九天", "九天揽月", "千里之行", "十年生死", "百年孤独", "已千年", "千年等待", "台上一分钟", "台下十年功", "十年功", "千日养兵", "养兵千日", "用兵一时", "用在一时", "红极一时", "一时半会", "百年人生", "千年古刹",
    "日日顺", "月月舒", "日日新", "周六福珠宝", "周六福集团", "三秋树", "二月花", "六月雪", "六月飞雪", "九月九的酒", "八月桂花", "十月怀胎", "十月围城", "一日不见", "三日不见", "刮目相看", "十年河东", "十年河西",
    "往年", "昨日黄花", "三月不知肉味", "五月花号", "历年同月", "历年同季", "历年同期", "历史同期", "历年同日", "转年增", "转年减",
    "百年老店", "百年难遇", "百年一遇", "百年不遇", "千年一遇", "十年一遇", "五十年一遇", "百年难得", "百年未有", "百年变局", "百年企业", "百年品牌", "百年老字号", "百年名校", "百年基业", "百年树人", "十年树木", "千年古城", "千年古镇", "千年古都", "七年之痒", "十年磨一剑", "十年寒窗",
    "一年又一年", "一天又一天", "日积月累", "年深日久", "长年累月", "常年", "旷日持久", "一日三餐", "一日游", "两日游", "三日游", "半日游", "一日遊",
    "十年如一日", "哪一年", "哪年", "哪一天", "哪天", "哪个月", "哪一季度", "哪个季度", "某年某月", "何年何月", "几月几号", "几月几日", "几年级", "今日资本", "明天系", "明天控股", "春秋航空", "星期六鞋业", "三天打鱼", "两天晒网", "千载难逢", "后天形成", "先天与后天", "星期五餐厅", "六一居士", "六一泥", "眼前一亮", "年夜饭", "体现在", "表现在", "呈现在", "出现在", "实现在", "发现在", "展现在", "再现在", "浮现在",
    "第一时间", "有一天", "有一日", "重现当年", "一分耕耘", "一时间", "一时之间", "一日千里", "一日之计", "一年之计", "一年四季", "三年五载",
    "千年等一回", "百年大计", "百年好合", "万年青", "日久天长", "三天两头", "三十年河东", "三十年河西", "一朝一夕", "朝夕相处",
    "一天到晚", "半天云", "度日如年", "日新月异", "与日俱增", "年年有余", "年复一年", "日复一日", "周而复始", "过年", "拜年",
    "明天过后", "今天天气", "昨日重现", "今日头条", "明日之后", "明日之星", "后天养成", "后天努力", "先天后天", "后天的努力", "春夏秋冬",
    "秋天的童话", "春天的故事", "五月天", "七月流火", "八月未央", "双十协定", "五四运动", "九一八", "七夕青鸟", "618号", "一月三舟",
    "当天地", "同日而语", "不可同日而语", "今日说法", "人民日报", "每日经济新闻", "经济日报", "周末画报", "南方周末", "21世纪经济报道",
    "二十一世纪不动产", "21世纪不动产", "环球时报", "九号公司", "三月三", "1号店", "7天酒店", "七天连锁酒店", "三星", "八点半电台",
    "冬天里的一把火", "过冬", "立春晚会", "现在进行时", "未来科技城", "未来学家", "未来感", "未来可期", "未来科技", "未来已来", "未来汽车", "未来之星",
    "面向未来式", "过去式", "过去分词", "过去完成时", "现在时", "将来时", "中秋月", "月饼", "中秋月饼", "春节联欢晚会", "春晚", "周日月", "年货节",
    "开天辟地", "一劳永逸", "早期用户", "天天向上", "天天快递", "天天基金", "好好学习天天向上", "年年高", "当今人",
)  # fmt: skip
