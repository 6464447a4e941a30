"""How something was read: names of where a date comes from, of why a time stands nowhere.

The extractor names these in English words.
"""

BASES: dict[str, str] = {
    "manifest": "清单", "given": "手工给出", "front matter": "文首标注", "inferred": "由正文推断", "signature": "落款",
    "dateline": "电头", "mail header": "邮件头", "file properties": "文件属性", "published": "页面标注", "meta": "文件里的元数据",
    "date column": "日期列", "file name": "文件名", "unknown": "不明",
}  # fmt: skip
REASONS: dict[str, str] = {
    "a length that nothing places": "只有时长，没有起点", "the future, unspecified": "泛指未来",
    "the past, unspecified": "泛指过去", "an early time, unspecified": "泛指早先", "a vague length": "长短不定",
    "some year": "泛指某年", "the year of something that has no date": "所指之事没有日期",
    "nothing before it says when": "前文没有说是何时", "the text is asked": "要看前后文",
    "the document's date is not known well enough": "文档的写作日期不够明确", "no day before it": "前文没有日子可承",
    "some day": "泛指某天", "the day of something that has no date": "所指之事没有日期",
    "its end would come before its beginning": "算出的终点早于起点", "the end comes before the beginning": "终点早于起点",
    "no such day": "没有这一天", "beyond the calendar": "超出历法", "before the common era": "公元前",
    "the document has no date": "文档没有写作日期", "the document's day is not known": "不知文档写于哪一天",
    "the document's month is not known": "不知文档写于哪个月", "the document's quarter is not known": "不知文档写于哪个季度",
    "the document does not say what it reports on": "文档没有说报告的是哪一期", "no month": "没有月份",
    "no single year before it": "前文没有说是哪一年", "no month before it": "前文没有月份可承", "no year before it": "前文没有年份可承", "no year is told": "没有说是哪一年",
    "no year before it, and the document has no date": "前文没有年份可承，文档也没有写作日期",
    "no quarter is named before it": "前文没有说是哪个季度", "no single year is named before it": "前文没有说是哪一年",
    "the day it is counted from is not known": "不知从哪一天算起", "the month it is counted from is not known": "不知从哪个月算起",
    "counted from something that is not dated": "起算的事没有日期", "nothing before it says from when": "前文没有说从何时算起",
    "nothing says from when": "没有说从何时算起", "nothing says when it began": "没有说何时开始",
    "counted from an event of its own": "从另一件事算起", "nothing says of what": "没有说是什么的",
    "a vague number of years": "年数不定", "nothing says which": "没有说是哪一个",
    "no founding date before it": "前文没有成立的日期",
    "open on one side": "一端不定", "no part of a fiscal year": "不是财年的一段", "long ago, of no year": "年代久远，不知哪一年",
    "no birth is told": "没有说出生的日期", "no lunar month": "没有这个农历月",
    "the lunar calendar is known from 1900 to 2100": "农历只查得到 1900 至 2100 年",
}  # fmt: skip

# The units of an ISO 8601 duration; T stands before those of the clock.
DURATIONS = {
    "Y": ("年", "year"), "M": ("个月", "month"), "W": ("周", "week"), "D": ("天", "day"),
    "TH": ("小时", "hour"), "TM": ("分钟", "minute"), "TS": ("秒", "second"),
}  # fmt: skip

ABOUT = r"大?约|circa|ca?\.|about|around"  # before a date typed by hand
