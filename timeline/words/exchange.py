"""Documents in, files out: the pages Import and Export, and the specimen of a new collection."""

from __future__ import annotations

WORDS: dict[str, tuple[str, str]] = {
    # ── import ──────────────────────────────────────────────────────────────────────────────────
    "import.sentence": ("集子里有 {n} 份文档", "{n} documents in the collection"),
    "import.sentence.skipped": ("{n} 份没能读出", "{n} could not be read"),
    "import.drop": ("放入文档", "Bring in documents"),
    "import.formats": (
        "文本、Markdown、网页、Word、PDF、EPUB、表格、邮件、压缩包；编码自动辨认",
        "Text, Markdown, web pages, Word, PDF, EPUB, tables, mail, archives; encodings are found out",
    ),
    "import.paste": ("或者贴一段文字", "Or paste text"),
    "import.paste.text": ("文字", "Text"),
    "import.title": ("标题", "Title"),
    "import.author": ("作者", "Author"),
    "import.published": ("写作或发表日期", "Written or published on"),
    "import.unknown": ("不明", "unknown"),
    "import.unread": ("未能定年", "undated"),
    "import.container": (
        "压缩包、邮箱或很大的文件，读入时再打开",
        "An archive, a mailbox or a very large file; opened when read",
    ),
    "import.firsttimes": ("开头的时间会这样读：", "The first times would be read as:"),
    "import.notimes": ("开头没有时间词", "No time expressions at the beginning"),
    "import.go": ("读入 {n} 份，建时间线", "Read {n} and build the timeline"),
    "import.reading": ("在读：{done} / {total}", "Reading: {done} of {total}"),
    "import.choose": ("选文件，或拖到这里", "Choose files, or drop them here"),
    "import.stop": ("停下", "Stop"),
    "import.done": (
        "读完了：集子里有 {documents} 份文档、{events} 件事。{message}",
        "Done: {documents} documents, {events} events. {message}",
    ),
    "import.look": ("看时间线", "See the timeline"),
    "import.paste.see": ("看看会怎样读", "See how it is read"),
    "import.paste.empty": ("还没有文字：先贴一段进来。", "There is no text yet: paste some first."),
    "import.stopped": (
        "停下了；原来的时间线没有变。{message}",
        "Stopped; the timeline is as it was. {message}",
    ),
    "import.again": ("接着读", "Go on reading"),
    "import.failed": ("没能建成：{message}", "It could not be built: {message}"),
    "import.documents": ("集子里的文档", "Documents in this collection"),
    "import.events": ("{n} 件事", "{n} events"),
    "import.remove": ("从集子里删去", "Remove from the collection"),
    "import.skipped": ("没能读出的", "Not read"),
    "import.collections": ("集子", "Collections"),
    "import.collections.note": ("每个集子是一个文件夹，存在这台机器上", "Each is a folder on this machine"),
    "import.files": ("{n} 个文件", "{n} files"),
    "import.new": ("新集子的名字", "Name of a new collection"),
    "import.new.example": ("例如：某公司二十年", "for example: A firm in 20 years"),
    "import.create": ("建集子", "Create"),
    "import.delete": ("删去这个集子", "Delete this collection"),
    "import.delete.sure": (
        "「{name}」的文档、表与更正都会删去。",
        "Documents, tables and corrections of “{name}” will be deleted.",
    ),
    "import.delete.yes": ("确定删去", "Delete it"),
    "import.history": ("更正的记录", "History of corrections"),
    "import.history.lost": ("原句已找不到，暂未套用", "its sentence is no longer found: not applied"),
    "import.history.none": ("还没有更正。", "No corrections yet."),
    "import.undo": ("撤销", "Undo"),
    "import.redo": ("恢复", "Redo"),
    "empty.collection": ("这个集子里还没有文档", "This collection holds no documents yet"),
    "empty.collection.hint": (
        "把文章、章节或报告放进来，编年会读出其中的日期、事件与数字。",
        "Drop in articles, chapters or reports: dates, events and numbers are read from them.",
    ),
    "empty.import": ("放入文档", "Bring in documents"),
    "empty.specimen": ("一句话，读出来是这样", "What is read from a sentence"),
    "empty.served": ("这里看的是一个做好的数据集", "This is a finished dataset"),
    "empty.served.hint": (
        "它由命令行打开，不在这里添改；要放入文档，先建一个集子。",
        "It was opened from the command line and is not changed here; to bring in documents, make a collection.",
    ),
    # ── export ──────────────────────────────────────────────────────────────────────────────────
    "export.sentence": (
        "{n} 件事，带着筛选、出处与引文",
        "{n} events with their filters, sources and quotes",
    ),
    "export.chosen": ("选的是：{words}", "Chosen: {words}"),
    "export.download": ("下载", "Download"),
    "export.edited": ("其中 {n} 件经手工更正，文件里都注明", "{n} corrected by hand, marked in every file"),
    "export.failed": ("这个格式没能生成：{message}", "This format could not be made: {message}"),
    "export.table": ("哪张表", "Which table"),
    "export.slides": ("最多几页", "Slides at most"),
    "table.events": ("事件", "events"),
    "table.mentions": ("说法", "mentions"),
    "table.observations": ("数字", "observations"),
    "table.checks": ("核对", "checks"),
    "table.documents": ("文档", "documents"),
    "table.times": ("时间", "times"),
}

# Invented sentences and what is read from them: before the evidence, its time, its rest; date, modality, name.
SPECIMENS: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    ("", "2019年3月12日", "，砚山仪器的第一座工厂在临溪建成。", "2019-03-12", "fact",
     "砚山仪器的第一座工厂建成", "Yanshan Instruments' first plant is built"),
    ("那时还没有渠道。", "2021年下半年", "，公司员工超过3000人。", "2021-41", "fact",
     "员工 > 3000 人", "Headcount > 3,000"),
    ("董事会已经批准，", "到2027年", "在海外再建两座工厂。", "2027", "plan",
     "在海外再建两座工厂", "Two more plants abroad"),
)  # fmt: skip
