"""What a check says, in both languages: one row, one finding.

code | kind | severity | Chinese | English | what settles it (Chinese) | what settles it (English)

Words in {braces} are filled in; the Chinese sentence must let them be read back from it, since the
English one is made from a stored Chinese message.
"""

from typing import NamedTuple, cast

from timeline.model import Severity


class Finding(NamedTuple):
    code: str
    kind: str
    severity: Severity
    zh: str
    en: str
    settle_zh: str
    settle_en: str


_ROWS = """
no-such-day|impossible_date|error|“{text}”不存在：那个月只有{days}天。|“{text}” does not exist: that month has only {days} days.|对照原件，或当天的公告、报道。|The original, or an announcement or report of the day.
no-such-month|impossible_date|error|“{text}”不存在：一年只有12个月。|“{text}” does not exist: a year has 12 months.|对照原件。|The original.
no-such-quarter|impossible_date|error|“{text}”不存在：一年只有4个季度。|“{text}” does not exist: a year has 4 quarters.|对照原件或财报。|The original, or the financial report.
wrong-weekday|impossible_date|error|“{text}”对不上：那一天是{weekday}。|“{text}” does not fit: that day was a {weekday}.|日期与星期总有一个写错；以公告或通知上的为准。|Either the date or the weekday is wrong; an announcement or notice settles it.
wrong-weekday-in-year|impossible_date|warning|“{text}”对不上：若在{year}年，那一天是{weekday}。|“{text}” does not fit: in {year} that day was a {weekday}.|先确认年份，再看日期与星期哪个写错。|First the year, then which of date and weekday is wrong.
before-invention|anachronism|error|“{text}”里的“{word}”大约{year}年才出现。|“{text}”: “{word}” appeared only about {year}.|多半是年代写错（例如世纪写错）；对照原件或同一作者的其他文章。|Most likely the period is wrong (the century, for example); the original, or other texts of the author.
after-publication|anachronism|warning|“{text}”比文档自己的日期（{published}）还晚，却写成已经发生。|“{text}” is later than the document itself ({published}), yet told as past.|确认文档的发布日期和这个日期。|The document's date of publication, and this date.
ends|duration|error|从“{first}”到“{last}”是{length}，文中却说“{text}”。|From “{first}” to “{last}” is {length}; the text says “{text}”.|起点、终点、时长三者必有一误：查起点和终点当天的公告。|One of start, end and length is wrong: announcements of the two days settle it.
reversed|duration|error|“{first}”到“{last}”：终点早于起点。|“{first}” to “{last}”: it ends before it starts.|对照原件。|The original.
later|duration|warning|“{first}”之后“{text}”不会是“{last}”：两者相隔{length}。|“{text}” after “{first}” is not “{last}”: they are {length} apart.|确认起点，以及是按年头还是按足年计算。|The starting point, and whether calendar or full years are counted.
anniversary|duration|error|“{first}”到“{last}”是{length}，与“{text}”不合。|“{first}” to “{last}” is {length}, which does not fit “{text}”.|工商登记的成立日期，或周年活动的公告。|The registered date of founding, or the announcement of the anniversary.
two-lengths|duration|warning|说的是同一件事（{word}），时长却有“{text}”与“{other}”两种。|The same matter ({word}) took “{text}” in one place and “{other}” in another.|看两处的起点是否相同，再查终点当天的公告。|Whether both count from the same start; then an announcement of the end.
two-ages|duration|note|同样说“{word}”，一处是“{text}”，一处是“{other}”。|The same “{word}”: “{text}” in one place, “{other}” in another.|确认两处各以哪一年为准。|The year that each is counted to.
late-frame|duration|note|“{text}”推算是{year}年，同一句给出的却是“{last}”的情况。|“{text}” comes to {year}; what the sentence gives is of “{last}”.|有明写年份的数字归该年；推算的年份只作背景。|Figures belong to the year that is written out; the counted one is background.
shared-year|duration|note|“{first}”按年份数是{length}，文中称“{text}”：{year}年同属前后两段。|“{first}” is {length} by calendar years, called “{text}”: {year} belongs to both periods.|说明以哪一天分界；不影响其他日期。|The day that divides the two periods; no other date depends on it.
two-dates|date|error|“{name}”有两个日期：“{text}”与“{other}”，相差{gap}。|“{name}” has two dates: “{text}” and “{other}”, {gap} apart.|当天的公告、财报或主办方记录；时间线上两个日期都保留。|An announcement, a report or a record of the day; the timeline keeps both dates.
not-the-first|date|warning|“{text}”（{later}）说是第一次，另一处更早（{earlier}）已有“{other}”。|“{text}” ({later}) is called the first time; “{other}” is earlier ({earlier}).|两处日期中哪个写错，或两处所指是否同一件事。|Which of the dates is wrong, or whether both mean the same thing.
listed-before-founded|date|warning|{name}先上市（“{other}”）、后成立（“{text}”）：次序不可能。|{name} is listed (“{other}”) before it is founded (“{text}”).|工商登记的成立日期与上市公告；也可能是改制、重组后重新设立。|The registered date of founding and the listing announcement; or the firm was set up anew.
done-before-founded|date|note|{name}的第一个产品或第一家店（“{other}”）早于成立（“{text}”）。|The first product or store of {name} (“{other}”) is older than its founding (“{text}”).|看是否由前身或创始团队做出；再查工商登记的成立日期。|Whether it was by a predecessor or the founding team; the registered date of founding.
left-before-joined|date|warning|{name}：先离开（“{other}”）、后加入（“{text}”）：次序不可能，除非曾经重返。|{name}: leaving (“{other}”) comes before joining (“{text}”), unless somebody came back.|任职、离职公告；或确认是否两次任职。|The announcements of both; or whether there were two terms.
two-values|value|error|{about}的{measure}（{date}）有两种说法：“{text}”与“{other}”。|{about}, {measure} ({date}): both “{text}” and “{other}”.|看统计口径（范围、币种、时点）是否一致；再以财报或公告为准。|Whether both count the same thing (scope, currency, day); then the financial report.
two-amounts|value|error|“{name}”有两个数：“{text}”与“{other}”。|“{name}” has two amounts: “{text}” and “{other}”.|当天的公告；也可能两处所说的不是同一部分（例如分几次到账）。|An announcement of the day; or the two count different parts (money paid in instalments).
growth|value|warning|{about}的{measure}从“{first}”到“{last}”是{actual}，文中却说“{text}”。|{about}, {measure}: “{first}” to “{last}” is {actual}; the text says “{text}”.|看增长率是否同一口径（可比、汇率、重述）；再以财报为准。|Whether the growth counts the same thing (like for like, currency, restated); then the financial report.
sum|value|warning|各项（{other}）相加是{sum}，文中的总数却是“{text}”。|The parts ({other}) make {sum}; the text says “{text}”.|看是否漏了一项或有重叠；再以原始报表为准。|Whether a part is missing or counted twice; then the original statement.
shares|value|warning|各部分的占比（{other}）相加是{sum}，超过了100%。|The shares ({other}) make {sum}: more than 100%.|看各部分是否有重叠，占比是否以同一总数为底。|Whether parts overlap, and whether all are shares of one total.
two-gaps|value|note|同一段差距，一处说“{text}”，一处说“{other}”。|The same gap is “{text}” in one place, “{other}” in another.|看两处比较的对象是否相同。|Whether both compare with the same group.
two-wordings|wording|note|同一句话有两种写法：“{text}”与“{other}”。|One sentence is quoted in two ways: “{text}” and “{other}”.|原话以录音、视频或原帖为准。|The recording, the video or the original post.
no-document-date|unresolved|warning|文档没有日期，{count}处时间因此无法定年，例如“{text}”。|The document has no date, so {count} times could not be dated, “{text}” for example.|补上文档的发布日期即可。|The date of publication of the document.
not-dated|unresolved|note|{count}处时间无法定年，例如“{text}”：{reason}。|Not dated, {count} in all, “{text}” for example: {reason}.|看上下文，或在编辑中补上日期。|The context; or add the date by hand.
unread|unreadable|warning|{count}处读不出来。|{count} places could not be read.|换一份完好的原件，或换一种格式。|A sound copy of the original, or another format.
lost-bytes|unreadable|warning|{count}处读不出来：没有一种编码认得这些字节。|{count} places could not be read: no encoding knows their bytes.|换一份完好的原件，或换一种格式。|A sound copy of the original, or another format.
page-without-text|unreadable|warning|第{page}页没有文字层，读不出来。|Page {page} has no text layer and could not be read.|先对这一页做文字识别，或找一份有文字的原件。|Text recognition of the page, or an original with text.
unread-chart|unreadable|warning|第{page}页有图表读不出来。|A chart on page {page} could not be read.|图表的原始数据。|The numbers behind the chart.
"""


def _finding(row: str) -> Finding:
    code, kind, severity, zh, en, settle_zh, settle_en = row.split("|")
    return Finding(code, kind, cast(Severity, severity), zh, en, settle_zh, settle_en)


FINDINGS = {finding.code: finding for finding in map(_finding, _ROWS.strip().splitlines())}

# Words that are filled into messages: Chinese | English.
_TERMS = """
星期一|Monday
星期二|Tuesday
星期三|Wednesday
星期四|Thursday
星期五|Friday
星期六|Saturday
星期日|Sunday
文档没有日期|the document has no date
文档的日期不够精确|the document's date is not precise enough
前文没有年份|no year is told before it
前文没有可以推算的时间|nothing before it says when
前文没有提到季度|no quarter is named before it
前文没有成立的时间|no founding date before it
前文没有可以推算的月日|no month or day is told before it
农历表只到1900至2100年|the lunar calendar is known from 1900 to 2100
起算的时间不明|what it is counted from is not known
没有说是哪一年|some year
所指的事没有说是哪一年|the year of something that has no date
"""
TERMS: dict[str, str] = dict(row.split("|") for row in _TERMS.strip().splitlines())  # ty: ignore[no-matching-overload]
WEEKDAYS = tuple(TERMS)[:7]

# Why a time has no date, as its rule says it (a piece of the reason) → the words above.
_CAUSES = """
document has no date|文档没有日期
the document's|文档的日期不够精确
no year|前文没有年份
no quarter|前文没有提到季度
no founding|前文没有成立的时间
no month|前文没有可以推算的月日
no day|前文没有可以推算的月日
lunar calendar|农历表只到1900至2100年
nothing before|前文没有可以推算的时间
"""
CAUSES = tuple(tuple(row.split("|")) for row in _CAUSES.strip().splitlines())
UNKNOWN_CAUSE = "起算的时间不明"

# Why a stretch could not be read, as its reader says it (a pattern) → the finding that says so.
UNREADABLE = {
    r"bytes that no encoding reads": "lost-bytes",
    r"page (\d+) has no text layer": "page-without-text",
    r"a chart on page (\d+) cannot be read": "unread-chart",
}
UNKNOWN_UNREADABLE = "unread"
