"""Every format gives the same text, times and quantities, with what it knows of title and date."""

from __future__ import annotations

import hashlib

import pytest

from tests import samples
from timeline import documents
from timeline.documents import READERS, UnreadableError
from timeline.model import Document
from timeline.quantities import find_quantities
from timeline.times import find_times

STORY = (
    "星禾科技成立于2012年10月6日，注册资本500万元。",
    "2015年9月发布首款手机，售价1999元，首年售出120万台；三年后，它在香港上市，募集资金约41亿港元。",
    "二〇二〇年员工超过1800人，占当地市场的3.5%。",
)
PLAIN = "\n\n".join(STORY)
# One file for each reader, holding the same story.
FILES: dict[str, tuple[str, bytes]] = {
    "text/plain": ("story.txt", PLAIN.encode()),
    "text/markdown": ("story.md", f"---\ntitle: 星禾\n---\n\n{PLAIN}".encode()),
    "text/html": ("story.html", samples.html(STORY)),
    "multipart/related": ("story.mhtml", samples.mhtml(STORY)),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": (
        "story.docx",
        samples.docx(STORY),
    ),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": (
        "story.xlsx",
        samples.xlsx({"事件": [[one] for one in STORY]}),
    ),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "story.pptx",
        samples.pptx([("", *STORY[:1]), ("", *STORY[1:])]),
    ),
    "application/pdf": ("story.pdf", samples.pdf([STORY])),
    "application/epub+zip": ("story.epub", samples.epub([STORY[:1], STORY[1:]])),
    "text/csv": ("story.csv", ("事件\n" + "\n".join(STORY)).encode()),
    "text/tab-separated-values": (
        "story.tsv",
        ("编号\t事件\n" + "\n".join(f"甲\t{one}" for one in STORY)).encode(),
    ),
    "message/rfc822": ("story.eml", samples.eml(STORY)),
    "application/mbox": ("story.mbox", samples.mbox([samples.eml(STORY)])),
}
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk")


def found(text: str) -> tuple[list, list]:
    """What is found in a text, without the places."""
    times = [(time.value, time.earliest, time.latest) for time in find_times(text, "2022")]
    amounts = [(one.value, one.low, one.high, one.unit, one.comparator) for one in find_quantities(text)]
    return times, amounts


def read(data: bytes, name: str = "story.txt", **told) -> Document:
    return documents.read(data, name, **told)


def test_there_is_a_file_for_every_reader():
    assert set(FILES) == set(READERS)


@pytest.mark.parametrize("media_type", READERS)
def test_every_format_gives_the_same_times_and_quantities(media_type):
    name, data = FILES[media_type]
    document = read(data, name)
    assert document.media_type == media_type
    assert found(document.text) == found(PLAIN)
    assert document.doc_id == hashlib.sha256(data).hexdigest()[:12]


# An undated table of words looks like text: it is told by its name.
@pytest.mark.parametrize("media_type", sorted(READERS.keys() - {"text/csv", "text/tab-separated-values"}))
@pytest.mark.parametrize("name", ["story", "story.bin", "story.txt", "故事.pdf"])
def test_content_decides_not_the_name(media_type, name):
    _, data = FILES[media_type]
    document = read(data, name)
    assert document.media_type == media_type
    assert found(document.text) == found(PLAIN)


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_gives_the_same(encoding, line_end):
    text = PLAIN.replace("\n", line_end)
    document = read(text.encode(encoding))
    assert document.text == text
    assert found(document.text) == found(PLAIN)
    assert not document.problems


def test_big5_with_hong_kong_characters():
    text = "公司於民國九十九年十二月五日在銅鑼灣𨋢口開業，嗰日售出120萬台，營收41億港元。"
    document = read(text.encode("big5hkscs"))
    assert document.text == text
    assert document.script == "Hant"
    assert {time.value for time in find_times(text)} >= {"2010-12-05"}


def test_gb18030_four_byte_characters():
    text = "董事长㐂某与𠮷田于2012年10月6日签约，出资500万元。"
    assert read(text.encode("gb18030")).text == text


def test_a_declared_charset_is_believed_where_utf8_fails():
    page = (
        '<html><head><meta charset="gb2312"><title>星禾</title></head><body><p>成立于2012年</p></body></html>'
    )
    document = read(page.encode("gbk"), "a.html")
    assert (document.text, document.title, document.encoding) == ("成立于2012年\n", "星禾", "gb18030")


@pytest.mark.parametrize("charset", ["gb2312\0", "nonsense", "punycode", "base64", "iso-8859-1", ""])
def test_a_wrong_charset_of_a_mail_costs_nothing(charset):
    data = samples.eml(STORY).replace(b"gb2312", charset.encode())
    assert found(read(data, "a.eml").text) == found(PLAIN)


def test_broken_bytes_are_told_and_the_rest_is_read():
    data = "第一行完好，成立于2012年。\n".encode() + b"\xff\xfe\xfa\n" + "最后一行也完好。".encode()
    document = read(data)
    assert document.text.startswith("第一行完好，成立于2012年。\n")
    assert document.text.endswith("最后一行也完好。")
    (problem,) = document.problems
    assert document.text[problem.start : problem.end].strip("\ufffd") == ""
    assert "bytes" in problem.reason


def test_mixed_encodings_are_read_line_by_line():
    lines = ["这一行是国标编码，成立于2012年。", "這一行是統一碼，發佈於2015年。", "这一行又是国标编码。"]
    data = b"\n".join([lines[0].encode(), lines[1].encode(), lines[2].encode("gb18030")])
    assert read(data).text == "\n".join(lines)


# ── what a format keeps ──────────────────────────────────────────────────────────────────────────


def test_a_pdf_names_its_pages():
    document = read(samples.pdf([STORY[:1], STORY[1:]]), "story.pdf")
    pages = {
        block.page: document.text[block.start : block.end]
        for block in document.blocks
        if block.kind == "page"
    }
    assert STORY[0] in pages[1]
    assert STORY[2] in pages[2]


def test_a_pdf_with_a_picture_page_tells_which():
    document = read(samples.pdf([STORY, [], STORY]), "story.pdf")
    assert [problem.reason for problem in document.problems] == ["page 2 has no text layer"]


def test_an_epub_counts_its_parts():
    document = read(samples.epub([STORY[:1], STORY[1:2], STORY[2:]]), "story.epub")
    assert [block.page for block in document.blocks] == [1, 2, 3]
    assert (document.title, document.author) == ("小书", "林某")


def test_html_keeps_headings_lists_and_tables_and_leaves_scripts_out():
    body = (
        "<script>var a='2001年'</script><style>p{}</style><nav>首页 2003年</nav><h2>2012年<br></h2><ul><li>成立</li></ul>"
        "<table><tr><th>指标</th><th>2019年</th><th>2020年</th></tr><tr><td>营收</td><td>10亿元</td><td>20亿元</td></tr></table>"
        "<p>售价<b>19</b>99<i>元</i></p>"
    )
    document = read(samples.html([], body=body), "a.html")
    assert "2001" not in document.text
    assert "2003" not in document.text
    assert "售价1999元" in document.text
    said = {(block.kind, document.text[block.start : block.end], block.date) for block in document.blocks}
    assert {
        ("heading", "2012年", "2012"),
        ("list", "成立", ""),
        ("cell", "10亿元", "2019"),
        ("cell", "20亿元", "2020"),
    } <= said


def test_a_word_file_keeps_headings_tables_and_its_final_version():
    body = (
        "<w:p><w:pPr><w:pStyle w:val='Heading2'/></w:pPr><w:r><w:t>2012年</w:t></w:r></w:p>"
        "<w:p><w:del><w:r><w:delText>1999</w:delText></w:r></w:del><w:ins><w:r><w:t>2012</w:t></w:r></w:ins><w:r><w:t>年成立</w:t></w:r></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>日期</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>事件</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>2015年9月</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>发布</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    document = read(samples.docx([], body), "a.docx")
    assert document.text == "2012年\n2012年成立\n日期\t事件\n2015年9月\t发布\n"
    assert [(block.kind, block.level, block.date) for block in document.blocks] == [
        ("heading", 2, "2012"), ("paragraph", 0, ""), ("row", 0, ""), ("row", 0, "2015-09"),
    ]  # fmt: skip


def test_a_word_file_keeps_its_notes():
    assert read(samples.docx(["成立于2012年。"], note="见2013年年报。"), "a.docx").text.endswith(
        "见2013年年报。\n"
    )


def test_a_table_s_rows_and_columns_are_dated():
    rows = '日期,事件,金额\n2012-10-06,"成立,\n""好""",500万元\n2015年9月,发布,\n2016Q3,融资,1亿元\n'
    document = read(rows.encode(), "a.csv")
    assert [block.date for block in document.blocks] == ["", "2012-10-06", "2015-09", "2016-35"]
    assert (document.date_published, document.date_basis) == ("2016-35", "date column")
    wide = read("指标;2019年;2020年\n营收;10亿元;20亿元\n".encode(), "b.csv")
    cells = [
        (wide.text[block.start : block.end], block.date) for block in wide.blocks if block.kind == "cell"
    ]
    assert cells == [("10亿元", "2019"), ("20亿元", "2020")]


def test_markdown_tables_and_year_headings_are_dated():
    text = "# 大事记\n\n## 2012年\n成立。\n\n| 指标 | 2019 | 2020 |\n|---|---|---|\n| 营收 | 1亿 | 2亿 |\n"
    document = read(text.encode(), "a.md")
    dated = [
        (block.kind, document.text[block.start : block.end], block.date)
        for block in document.blocks
        if block.date
    ]
    assert dated == [("heading", "## 2012年", "2012"), ("cell", "1亿", "2019"), ("cell", "2亿", "2020")]
    assert document.title == "大事记"


@pytest.mark.parametrize(
    ("introduction", "date"),
    [
        ("在 2021年2月8日 10:00，林某 <lin@example.org> 写道：", "2021-02-08"),
        ("On Mon, Feb 8, 2021 at 10:00 PM Lin <lin@example.org> wrote:", "2021-02-08"),
        ("林某 於 2021/2/8 下午 10:00 寫道:", "2021-02-08"),
    ],
)
def test_a_quoted_mail_has_its_own_date(introduction, date):
    text = f"同意。\n\n{introduction}\n> 昨天发布了。\n> 很好。\n\n另外，今天开会。"
    document = read(text.encode())
    (mail,) = [block for block in document.blocks if block.kind == "mail"]
    assert mail.date == date
    assert document.text[mail.start : mail.end].endswith("> 很好。")


def test_a_forwarded_mail_has_its_own_date():
    text = "见下。\n\n发件人: 林某\n发送时间: 2020年12月1日 9:00\n收件人: 全体\n主题: 通报\n\n去年很好。\n"
    (mail,) = [block for block in read(text.encode()).blocks if block.kind == "mail"]
    assert mail.date == "2020-12-01"


def test_a_mail_box_dates_each_message():
    box = samples.mbox(
        [samples.eml(STORY[:1]), samples.eml(STORY[1:], date="Tue, 1 Jun 2021 00:30:00 +0800")]
    )
    document = read(box, "all.mbox")
    assert [block.date for block in document.blocks if block.kind == "mail"] == ["2021-02-08", "2021-06-01"]


# ── title, author, date ──────────────────────────────────────────────────────────────────────────

FRONT = "---\ntitle: 题目\nauthor: 青某\ndate: 2021-02-08T23:30:00-08:00\n---\n正文。"


def test_front_matter_is_read_and_stays_in_the_text():
    document = read(FRONT.encode())
    assert (document.title, document.author) == ("题目", "青某")
    assert (document.date_published, document.date_basis) == ("2021-02-08", "front matter")
    assert document.text == FRONT
    assert document.text[slice(*document.blocks[0][:2])].endswith("---")


@pytest.mark.parametrize(
    ("head", "date", "basis"),
    [
        (
            '<meta property="article:published_time" content="2021-02-08T23:30:00+08:00">',
            "2021-02-08",
            "meta",
        ),
        ('<meta name="PubDate" content="2021年2月8日 10:00">', "2021-02-08", "meta"),
        (
            '<script type="application/ld+json">{"@graph":[{"datePublished":"2021-02-08","headline":"题"}]}</script>',
            "2021-02-08",
            "JSON-LD",
        ),
        ("", "", ""),
    ],
)
def test_a_page_s_head_dates_it(head, date, basis):
    document = read(samples.html(STORY, head), "a.html")
    assert (document.date_published, document.date_basis) == (date, basis)


@pytest.mark.parametrize(
    ("text", "name", "date", "basis"),
    [
        (
            "+++\ntitle = '题'\ndate = 2021-02-08T23:30:00-08:00\n+++\n正文。",
            "a.md",
            "2021-02-08",
            "front matter",
        ),
        ("标题：题\n来源：某社\n日期：2021年2月8日\n\n正文。", "a.txt", "2021-02-08", "front matter"),
        ("---\ntitle: a: b: [\ndate: 2021-02-08\n---\n正文。", "a.md", "2021-02-08", "front matter"),
        (
            "发件人: 林某\n发送时间: 2021年2月8日 9:00\n主题: 通报\n\n正文。",
            "a.txt",
            "2021-02-08",
            "mail header",
        ),
        ("# 题\n\n正文。", "2021-02-08-发布.md", "2021-02-08", "file name"),
        ("# 题\n\n正文。", "20211302.md", "", ""),
        ("---\n没有结束的一行\n正文。", "a.md", "", ""),
    ],
)
def test_what_stands_above_a_text_dates_it(text, name, date, basis):
    document = read(text.encode(), name)
    assert (document.date_published, document.date_basis) == (date, basis)


def test_the_day_is_the_sender_s_own():
    document = read(samples.eml(STORY, date="Mon, 8 Feb 2021 23:30:00 -0800"), "a.eml")
    assert (document.date_published, document.date_basis) == ("2021-02-08", "mail header")
    assert (document.title, document.author) == ("通报", "林某")


def test_what_is_told_from_outside_wins():
    document = read(
        FRONT.encode(), published="2019", basis="manifest", title="另题", author="某某", publisher="某社"
    )
    assert (document.date_published, document.date_basis) == ("2019", "manifest")
    assert (document.title, document.author, document.publisher) == ("另题", "某某", "某社")


@pytest.mark.parametrize(
    ("text", "author", "publisher"),
    [
        ("文|東三環(huán)某某\n正文。", "東三環某某", ""),
        ("出品/某某志 作者/王某\n正文。", "王某", "某某志"),
        ("标题\n来源：某某报　记者：李某\n正文。", "李某", "某某报"),
        ("鏈條的聲音\n口述／賴某　整理／編輯部\n正文。", "賴某", ""),
        ("標題\n【記者林某某／臺中報導】\n正文。", "林某某", ""),
        ("正文里说作者很多。", "", ""),
        ("The mill\nBy Anna Feld, 4 March 2023\nIt opened.", "Anna Feld", ""),
        ("By Anna Feld\nThe mill opened.", "Anna Feld", ""),
        ("By March 2023, it grew.\nBy Old Mills, the firm of Leeds, all of it was sold to others.", "", ""),
    ],
)
def test_bylines(text, author, publisher):
    document = read(text.encode())
    assert (document.author, document.publisher) == (author, publisher)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("星禾的十年\n\n正文。", "星禾的十年"),
        ("星禾科技2022年年度报告\n\n第二节 公司简介\n正文。", "星禾科技2022年年度报告"),
        ("第三章 转折\n\n正文。", "第三章 转折"),
        ("Xinghe Technology reports 2022 results\n\nIt grew.", "Xinghe Technology reports 2022 results"),
        (
            "文|某某\n\n剛剛結(jié)束的車展，星禾沒有到場，但是展臺前依然排起了很長很長的隊伍。\n",
            "剛剛結束的車展，星禾沒有到場…",
        ),
        ("![图](a.png)\n**重要**的[事](https://a.example)\n", "重要的事"),
    ],
)
def test_plain_text_gets_a_readable_title(text, title):
    assert read(text.encode()).title == title


def test_without_words_the_name_is_the_title():
    assert read("日期,数\n2012-01-01,1\n".encode(), "path/销量.csv").title == "销量"


@pytest.mark.parametrize(
    ("text", "script", "language"),
    [
        ("电动车发布会", "Hans", "zh"),
        ("電動車發佈會", "Hant", "zh"),
        ("It was founded in 2012.", "Latn", "en"),
    ],
)
def test_script_and_language(text, script, language):
    document = read((text * 20).encode())
    assert (document.script, document.language) == (script, language)


def test_an_empty_page_is_told():
    with pytest.raises(UnreadableError, match="no text"):
        read(samples.html([]), "a.html")
