"""Every word of the interface, in Chinese and in English: one row, one string.

Names of categories, units, statuses and measures are in `labels`, dates in `edtf`; what a document
says is never translated. `{names}` are filled by `say`; a gap after a number is a no-break space.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

WORDS: dict[str, tuple[str, str]] = {
    # ── the frame ────────────────────────────────────────────────────────────────────────────
    "name": ("编年", "编年 Biannian"),
    "comma": ("，", ", "),
    "stop": ("；", "; "),
    "colon": ("：", ": "),
    "listed": ("、", ", "),
    "quoted": ("「{words}」", "“{words}”"),
    "page.overview": ("总览", "Overview"),
    "page.timeline": ("时间线", "Timeline"),
    "page.metrics": ("指标", "Metrics"),
    "page.sources": ("出处", "Sources"),
    "page.checks": ("核对", "Checks"),
    "page.import": ("导入", "Import"),
    "page.export": ("导出", "Export"),
    "lang.zh.short": ("中", "中"),
    "lang.en.short": ("EN", "EN"),
    "lang.zh.long": ("换成中文界面", "换成中文界面"),
    "lang.en.long": ("English interface", "English interface"),
    "theme.dark": ("深色", "Dark"),
    "theme.light": ("浅色", "Light"),
    "head.collection": ("{name} · {n} 份文档", "{name} · {n} documents"),
    "head.documents": ("{n} 份文档", "{n} documents"),
    "foot.reading": (
        "宋体是原文，黑体是编年的话；底色标出所据的字。每一处都可以回到原文。",
        "Serif words are the document's, sans-serif words are ours; the tint marks the evidence. Everything leads back to its source.",
    ),
    "error.defect": (
        "这一页没能画出来。数据没有变；换一页或换个筛选再试。",
        "This page could not be drawn. Nothing was lost; try another page or other filters.",
    ),
    # ── filters ──────────────────────────────────────────────────────────────────────────────
    "filter.years": ("年份", "Years"),
    "filter.years.all": ("全部", "All"),
    "filter.years.own": ("起止年份", "From and to"),
    "filter.years.span": ("{first}—{last}", "{first}–{last}"),
    "filter.importance": ("要紧程度", "Importance"),
    "filter.importance.1": ("全部事件", "All events"),
    "filter.importance.2": ("要点以上", "Key points"),
    "filter.importance.3": ("里程碑", "Milestones"),
    "filter.category": ("类别", "Category"),
    "filter.document": ("文档", "Document"),
    "filter.status": ("出处一致否", "Agreement"),
    "filter.more": ("更多", "More"),
    "filter.all": ("全部", "all"),
    "filter.chosen": ("{n} 项", "{n} chosen"),
    "filter.search": ("搜索事件、原文", "Search events and quotes"),
    "filter.starred": ("只看星标", "Starred only"),
    "filter.clear": ("清除筛选", "Clear filters"),
    "filter.lanes": ("按什么分行", "One lane for each"),
    "lanes.category": ("类别", "category"),
    "lanes.document": ("文档", "document"),
    "lanes.entity": ("人与机构", "person or firm"),
    # ── empty states ─────────────────────────────────────────────────────────────────────────
    "empty.events": ("这些条件下没有事件", "No events meet these filters"),
    "empty.events.hint": (
        "放宽年份、要紧程度，或清除搜索。",
        "Widen the years, lower the importance, or clear the search.",
    ),
    "empty.collection": ("这个集子里还没有文档", "This collection holds no documents yet"),
    "empty.collection.hint": (
        "把文章、章节或报告放进来，编年会读出其中的日期、事件与数字。",
        "Drop in articles, chapters or reports: dates, events and numbers are read from them.",
    ),
    "empty.metrics": ("没有读出数字", "No numbers here"),
    "empty.metrics.hint": ("换一份文档或放宽年份试试。", "Try another document, or wider years."),
    "empty.checks": ("没有待看之处", "Nothing to check"),
    "empty.checks.hint": (
        "没有互相矛盾、存疑或未能定年之处。",
        "No contradictions, doubts or undated passages.",
    ),
    "empty.fact": ("找不到这件事", "This fact is not here"),
    "empty.fact.hint": (
        "它可能来自别的集子，或随文档删去了。",
        "It may belong to another collection, or its document was removed.",
    ),
    # ── overview ─────────────────────────────────────────────────────────────────────────────
    "overview.title": ("{name}编年", "{name}, year by year"),
    "overview.sentence": (
        "{first}—{last} 年，{events} 件事、{numbers} 个数，来自 {documents} 份文档",
        "{first}–{last}: {events} events and {numbers} numbers from {documents} documents",
    ),
    "overview.story": ("大事", "Milestones"),
    "overview.points": ("要点", "Key points"),
    "overview.all": ("在时间线上看全部 {n} 件", "See all {n} on the timeline"),
    "overview.heat": ("哪一年，说了什么", "What was said of which year"),
    "overview.heat.note": (
        "方块按件数定面积，3 件以上写数；点方块看这些事",
        "A square's area is the number of events, written from 3 up; click one to see them",
    ),
    "overview.coverage": (
        "出处写于何年，说的是何年",
        "When sources were written, and what years they speak of",
    ),
    "overview.coverage.note": (
        "竖线是所说的日子，▲ 是写作日期；越往左离得越远",
        "Ticks are the dates spoken of, ▲ is when it was written",
    ),
    "overview.years": ("每年件数", "Events a year"),
    "overview.conflicts": ("互相矛盾之处", "What contradicts"),
    "overview.conflicts.none": ("没有互相矛盾之处", "Nothing contradicts"),
    "overview.rest": (
        "另有 {doubtful} 处存疑，{undated} 处未能定年",
        "{doubtful} more doubtful, {undated} undated",
    ),
    "overview.rest.where": ("都列在核对页", "All are on the Checks page"),
    # ── timeline ─────────────────────────────────────────────────────────────────────────────
    "timeline.chart": ("时间线图：{n} 件事", "Timeline chart: {n} events"),
    "timeline.list": ("同样的事，按日期列出", "The same events, by date"),
    "timeline.undated": ("未能定年", "Undated"),
    "timeline.badge": (
        "{drawn}/{all}：{all} 件画出 {drawn} 件，放大或看列表可见其余",
        "{drawn}/{all}: {drawn} of {all} drawn; zoom in, or see the list",
    ),
    "timeline.back": ("回到全部年份", "Back to all years"),
    "list.more": ("再往后 {n} 件", "{n} more"),
    "list.earlier": ("往前", "Earlier"),
    "list.part": ("第 {first}—{last} 件，共 {n} 件", "{first}–{last} of {n}"),
    "legend.day": ("日", "day"),
    "legend.month": ("月", "month"),
    "legend.band": ("季、年：在此期间", "quarter, year: somewhere in it"),
    "legend.range": ("持续", "lasting"),
    "legend.about": ("约", "about"),
    "legend.plan": ("空心：计划、预测", "hollow: plan, forecast"),
    "legend.agreed": ("双框：多处一致", "double: sources agree"),
    "legend.conflicting": ("≠ 矛盾，两读都画", "≠ conflict, both drawn"),
    "legend.badge": ("2/7：七件画出两件，放大可见其余", "2/7: two of seven drawn, zoom in for the rest"),
    # ── the drawer ───────────────────────────────────────────────────────────────────────────
    "fact.close": ("关上", "Close"),
    "fact.time": ("时间词", "Time expression"),
    "fact.place": ("第 {start}—{end} 字", "characters {start}–{end}"),
    "fact.page": ("第 {page} 页", "page {page}"),
    "fact.read": ("在原文中看", "See it in the text"),
    "fact.date.written": ("日期原文", "As written"),
    "fact.date.read": ("读作", "Read as"),
    "fact.rule": ("规则", "Rule"),
    "fact.anchor": ("锚点", "Anchor"),
    "fact.anchor.none": ("原文写全，不需锚点", "Complete as written"),
    "fact.value.written": ("数值原文", "As written"),
    "fact.value.read": ("读作", "Read as"),
    "fact.value.about": ("说的是", "Of"),
    "fact.value.date": ("日期", "Date"),
    "fact.modality": ("语气", "Modality"),
    "fact.entities": ("人与机构", "People and firms"),
    "fact.sources": ("出处", "Sources"),
    "fact.same": ("（同文 {n} 次）", "({n} times in it)"),
    "fact.times": ("说到 {n} 次：第 {places} 字起", "told {n} times, from characters {places}"),
    "fact.reads": ("读作 {date}", "read as {date}"),
    "fact.numbers": ("句中的数", "Numbers in it"),
    "fact.cite": ("引用", "Citation"),
    "fact.cite.copy": ("复制引用", "Copy citation"),
    "fact.link.copy": ("复制链接", "Copy link"),
    "fact.copied": ("已复制", "Copied"),
    "fact.edit": ("更正", "Correct"),
    "fact.star": ("加星", "Star"),
    "fact.unstar": ("去星", "Unstar"),
    "fact.starred": ("★ 星标", "★ starred"),
    "fact.edited": ("✎ 已更正", "✎ corrected"),
    "fact.changed": ("{what}：{before} → {after}", "{what}: {before} → {after}"),
    "fact.beside": ("各处并排看", "All sources side by side"),
    "fact.event": ("同句的事", "Event told here"),
    "fact.onchart": ("在时间线上看", "See it on the timeline"),
    "cite.event": (
        "{who}：「{quote}」，《{title}》{published}。编年 #{id}",
        "{who}: “{quote}”, {title}{published}. Biannian #{id}",
    ),
    "cite.unsigned": ("佚名", "Anonymous"),
    # ── metrics ──────────────────────────────────────────────────────────────────────────────
    "metrics.sentence": (
        "{n} 个数里，{repeated} 项说了不止一次；数值照原文，边界与约数按形状画",
        "{n} numbers, {repeated} measures told more than once; values as written, bounds and estimates drawn by shape",
    ),
    "metrics.table": ("同样的数，列成表", "The same numbers as a table"),
    "metrics.slope": ("从头一次说到，到末一次说到", "From the first telling to the last"),
    "metrics.slope.note": ("起点 = 1，对数刻度", "start = 1, log scale"),
    "metrics.measure": ("项目", "Measure"),
    "metrics.date": ("日期", "Date"),
    "metrics.read": ("读作", "Read as"),
    "metrics.written": ("原文", "As written"),
    "metrics.source": ("出处", "Source"),
    # ── export ───────────────────────────────────────────────────────────────────────────────
    "export.sentence": (
        "{n} 件事，带着筛选、出处与引文",
        "{n} events with their filters, sources and quotes",
    ),
    # ── corrections by hand ──────────────────────────────────────────────────────────────────
    "hand.name": ("标题", "Headline"),
    "hand.date": ("日期", "Date"),
    "hand.date.help": (
        "2021、2021-03、2021-03-30、2021-33（一季度）或 2019/2023",
        "2021, 2021-03, 2021-03-30, 2021-33 (first quarter) or 2019/2023",
    ),
    "hand.save": ("存下更正", "Save corrections"),
    "hand.merge": ("与另一件事并作一件", "Join with another event"),
    "hand.merge.choose": ("选一件事", "Choose an event"),
    "hand.merge.do": ("合并", "Join"),
    "hand.split": ("把这些说法拆作另一件事", "Make these tellings an event of their own"),
    "hand.split.choose": ("选要拆出的引文", "Choose quotes"),
    "hand.split.do": ("拆分", "Split"),
    "hand.hide": ("从时间线上隐去", "Hide from the timeline"),
    "hand.what.name": ("标题", "Headline"),
    "hand.what.date": ("日期", "Date"),
    "hand.what.category": ("类别", "Category"),
    "hand.what.importance": ("要紧程度", "Importance"),
    "hand.told.star": ("星标", "Star"),
    "hand.told.hide": ("隐去", "Hidden"),
    "hand.told.merge": ("与另一件事合并", "Joined with another event"),
    "hand.told.split": ("拆出几处说法", "Tellings split off"),
    "hand.told.add": ("手工加入", "Added by hand"),
    "hand.told.settle": ("判断", "Check settled"),
    # ── sources ──────────────────────────────────────────────────────────────────────────────
    "sources.sentence": (
        "{documents} 份文档，{chars} 字，标出 {times} 处时间、{numbers} 个数、{events} 处说事",
        "{documents} documents, {chars} characters: {times} times, {numbers} numbers and {events} tellings marked",
    ),
    "sources.documents": ("文档", "Documents"),
    "sources.counts": (
        "{times} 处时间 · {numbers} 个数 · {events} 处说事",
        "{times} times · {numbers} numbers · {events} tellings",
    ),
    "sources.chars": ("{n} 字", "{n} characters"),
    "sources.marks": ("标出", "Marked"),
    "marks.time": ("时间", "times"),
    "marks.number": ("数", "numbers"),
    "marks.event": ("说事", "tellings"),
    "marks.check": ("待看", "to check"),
    "sources.previous": ("上一处", "Previous"),
    "sources.next": ("下一处", "Next"),
    "sources.part": ("第 {part} 段，共 {parts} 段", "part {part} of {parts}"),
    "sources.jump": ("跳到", "Go to"),
    "sources.beside": ("一件事，几处说法", "One event, several tellings"),
    "sources.beside.back": ("回到全文", "Back to the text"),
    "sources.basis": ("日期据：{basis}", "dated by: {basis}"),
    "sources.undated": ("写作日期不明", "date unknown"),
    "sources.facts": ("格式", "Format"),
    # ── checks ───────────────────────────────────────────────────────────────────────────────
    "checks.sentence": (
        "{n} 处待看：{errors} 处互相矛盾，{doubts} 处存疑，{undated} 处未能定年",
        "{n} to look at: {errors} contradictions, {doubts} doubtful, {undated} undated",
    ),
    "checks.settled": ("已判 {n} 处", "{n} settled"),
    "checks.kind": ("种类", "Kind"),
    "checks.severity": ("轻重", "Severity"),
    "checks.one": ("一说", "One says"),
    "checks.other": ("一说", "Another says"),
    "checks.passage": ("原文", "The passage"),
    "checks.settle": ("什么能定夺", "What would settle it"),
    "checks.drawn": ("时间线怎样画", "How the timeline draws it"),
    "checks.drawn.both": (
        "两说并存，都照原文画；不取平均，不选一说。",
        "Both readings stand as written; nothing is averaged, neither is chosen.",
    ),
    "checks.drawn.one": ("照原文画；这里只作提示。", "Drawn as written; this is a note beside it."),
    "checks.drawn.none": ("不上时间轴，列在这里。", "Not on the axis; listed here."),
    "checks.mark": ("记下判断", "Mark as settled"),
    "checks.unmark": ("重新打开", "Open again"),
    "checks.add": ("加一份文档", "Add a document"),
    "checks.kept": (
        "判断另存，不改原文；可撤销，导出时注明",
        "Kept apart from the text; can be undone, noted in exports",
    ),
    "checks.is_settled": ("已判", "settled"),
    "checks.settle.date": (
        "更早的、或当事人自己的文件；两份文档各自根据什么写下这个日期。",
        "An earlier document, or one by those involved; what each source had its date from.",
    ),
    "checks.settle.value": (
        "数字的口径、截止日与出处；官方公告或财报。",
        "What exactly was counted, up to which day; an official filing.",
    ),
    "checks.settle.duration": ("起点与终点各是哪一天。", "On which day it began and ended."),
    "checks.settle.impossible_date": (
        "原件或另一版本里的这个日期。",
        "The same date in the original or another edition.",
    ),
    "checks.settle.anachronism": (
        "原件里的年份，或另一份说到此事的文档。",
        "The year in the original, or another document that tells of it.",
    ),
    "checks.settle.wording": ("这句话的原件或录音。", "The original of the words."),
    "checks.settle.unresolved": (
        "文档的写作日期，或点明年份的另一处。",
        "The document's own date, or a passage that names the year.",
    ),
    "checks.settle.unreadable": ("一份完好的文件。", "An undamaged copy of the file."),
    "checks.event": ("看这件事", "See the event"),
    "checks.more": ("还有 {n} 处", "{n} more"),
}


def say(key: str, lang: str = "zh", **values: object) -> str:
    """The interface string `key` in `lang`, its `{names}` filled."""
    words = WORDS[key][0 if lang == "zh" else 1]
    return words.format(**values) if values else words


@lru_cache(maxsize=4)
def speaker(lang: str) -> Callable[..., str]:
    """`say` in one language: speaker("en")("page.checks") → Checks."""

    def spoken(key: str, **values: object) -> str:
        return say(key, lang, **values)

    return spoken
