"""What each column of the tables holds, in both languages: for the screen and for the data package."""

_ROWS = """
doc_id|文档编号|document|First 12 hex digits of the sha256 of the document's bytes
path|文件|file|File the document was read from (several joined by "; ")
title|标题|title|Title of the document
author|作者|author|Author of the document
publisher|出版者|publisher|Publisher of the document
date_published|发布日期|published|Date the document was published (EDTF), empty if unknown
date_basis|日期依据|date basis|How the date of publication was found
script|文字|script|Hans, Hant or Latn
language|语言|language|Language of the document (ISO 639-1)
encoding|编码|encoding|Character encoding the document was read with
media_type|格式|format|Media type of the document
n_chars|字数|characters|Length of the text in Unicode characters
sha256|校验值|sha256|sha256 of the document's bytes
start|起|start|First character, 0-based, in the document's text
end|止|end|Character after the last one
text|原文|as written|The expression as written
type|类型|type|TIMEX3 type: DATE, TIME, DURATION or SET
value|值|value|Normalised value: EDTF or ISO 8601 for times, base units for numbers
earliest|最早|earliest|First day that the date allows (ISO 8601)
latest|最晚|latest|Last day that the date allows (ISO 8601)
anchor|锚点|anchor|What a relative time was resolved against
rule|规则|rule|The rule that made the value
mention_id|提及编号|mention|Id of one telling of an event
event_id|事件编号|event|Id of the event
exact|引文|quote|The exact words of the document
prefix|前文|before|The 32 characters before the quote
suffix|后文|after|The 32 characters after the quote
time_start|时间起|time start|First character of the time expression
time_end|时间止|time end|Character after the time expression
time_text|时间原文|time as written|The time expression as written
date|日期|date|Date of the event or observation (EDTF)
precision|精度|precision|day, month, quarter, half, year, decade or range
name|事件|event|Headline
category|类别|category|founding, product, finance, strategy, organization, marketing, community, market, automotive, policy, external or other
entities|人与物|entities|Companies, people, products, places, joined by "; "
importance|重要性|importance|3 milestone, 2 key point, 1 background
modality|语气|modality|fact, plan, forecast, hypothetical or denied
status|状态|status|single, agreed (two or more documents) or conflicting
n_mentions|提及数|mentions|How many times the event is told
n_documents|文档数|documents|How many documents tell it
observation_id|数值编号|observation|Id of the observation
about|对象|about|Whose number it is
property|指标|measure|What the number measures
low|下限|low|Lower end of a range or bound
high|上限|high|Upper end of a range or bound
unit|单位|unit|Unit code; ISO 4217 for money
unit_text|单位原文|unit as written|The unit as written
comparator|比较|comparator|=, ≈, ≥, ≤, > or <
change|变化|change|none, increase, decrease or multiple
check_id|核对编号|check|Id of the check
kind|种类|kind|date, value, duration, impossible_date, anachronism, wording, unresolved or unreadable
severity|轻重|severity|error, warning or note
message|说明|message|What does not add up, in one sentence
other_doc_id|另一文档|other document|Document of the other side
other_start|另一起|other start|First character of the other side
other_end|另一止|other end|Character after the other side
other_exact|另一引文|other quote|The exact words of the other side
"""

DESCRIPTIONS: dict[str, dict[str, str]] = {
    name: {"zh": zh, "label": label, "en": text}
    for name, zh, label, text in (row.split("|") for row in _ROWS.strip().splitlines())
}


def label(column: str, lang: str) -> str:
    """A column's name for people."""
    return DESCRIPTIONS[column]["zh" if lang == "zh" else "label"]
