"""The page of what contradicts, is doubtful, or was left open."""

WORDS: dict[str, tuple[str, str]] = {
    "checks.sentence": ("{n} 处待看：{counts}", "{n} to look at: {counts}"),
    "checks.none": ("都看过了", "All settled"),
    "checks.count.error": ("{n} 处互相矛盾", "{n} contradicting"),
    "checks.count.warning": ("{n} 处存疑", "{n} doubtful"),
    "checks.count.note": ("{n} 处提示", "{n} to note"),
    "checks.count.open": ("{n} 处未能定年", "{n} undated"),
    "checks.settled": ("已判 {n} 处", "{n} settled"),
    "checks.kind": ("种类", "Kind"),
    "checks.severity": ("轻重", "Severity"),
    "checks.one": ("一说", "One says"),
    "checks.other": ("一说", "Another says"),
    "checks.counted": ("由两端日期算出", "computed from both dates"),
    "checks.stated": ("原文写明", "as stated"),
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
    "checks.event.other": ("看另一件", "See the other"),
    "empty.checks": ("没有待看之处", "Nothing to check"),
    "empty.checks.hint": (
        "没有互相矛盾、存疑或未能定年之处。",
        "No contradictions, doubts or undated passages.",
    ),
}
