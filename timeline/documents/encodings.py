"""Bytes to text: UTF-8, UTF-16, GB18030, Big5 with HKSCS, and what is broken or mixed.

A byte-order mark decides; else strict UTF-8; else the Chinese encoding whose characters look
most like Chinese. Where no encoding fits as a whole, lines are read one by one, and the bytes
that nothing reads become U+FFFD and a `Problem`.
"""

import codecs
import re
from typing import NamedTuple

from timeline.model import Problem

SAMPLE = 65536  # bytes that are enough to tell encodings apart
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Declarations to believe: of languages other than Chinese. Latin-1 is declared too often in error.
_BELIEVED = (
    "shift_jis", "euc", "iso2022", "koi8", "cp125", "cp93", "cp94", "iso8859-2", "iso8859-5", "utf-16",
    "utf-32", "tis",
)  # fmt: skip
_CHINESE = ("gb18030", "big5hkscs", "cp950")
# The commonest characters of written Chinese, Simplified and Traditional: a text decoded with the
# wrong encoding is made of rare ones.
_COMMON = frozenset(
    "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切营企亿销售购增长创投融率股额亮手机售"
    "這來國個說們為時學對後沒於還發當會過經頭長樣現將與進實點種聲問話業間關電門東產場師書員華報馬張難數車應親務觀聯權領傳達辦運強區眾輕語滿識極黃錢黨雙歷費類億銷購體價廣際網創"
    "，。、；：？！“”‘’（）《》「」『』…—·％０１２３４５６７８９"
)
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
_HEX_RUN = re.compile("\ufffd+")


class Decoded(NamedTuple):
    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    """The text in `data`, BOM removed, newlines untouched. `declared` is what a header claims."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    for encoding in ("utf-8", *_trusted(declared)):
        try:
            if not _looks_wide(data):
                return Decoded(data.decode(encoding), _plain_name(encoding))
        except (UnicodeError, LookupError):
            continue
    encoding = guess(data)
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeError:
        return _by_line(data, encoding)


def guess(data: bytes) -> str:
    """The likeliest encoding of bytes that are not clean UTF-8."""
    if wide := _looks_wide(data):
        return wide
    beyond = _BEYOND_ASCII.search(data)
    start = beyond.start() if beyond else 0
    sample = data[start : start + SAMPLE]
    scores = {name: _likeness(sample, name) for name in ("utf-8", *_CHINESE)}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0.35 else _other(sample)


def _trusted(declared: str) -> tuple[str, ...]:
    """A declared encoding, GBK and GB2312 widened to GB18030 and Big5 to its Hong Kong superset."""
    name = declared.strip().strip("\"'").lower()
    if name in ("gb2312", "gbk", "gb18030", "x-gbk", "hz-gb-2312", "cp936"):
        return () if name == "hz-gb-2312" else ("gb18030",)
    if name in ("big5", "big5-hkscs", "x-big5", "cp950"):
        return ("big5hkscs", "cp950")
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return ()
    return (known,) if known.startswith(_BELIEVED) else ()


def _plain_name(encoding: str) -> str:
    return codecs.lookup(encoding).name


def _looks_wide(data: bytes) -> str:
    """UTF-16 without a mark: every second byte of its digits, spaces and line ends is NUL."""
    sample = data[:SAMPLE]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    even, odd = sample[::2], sample[1::2]
    for zeros, others, name in ((odd, even, "utf-16-le"), (even, odd, "utf-16-be")):
        if zeros.count(0) > 8 * others.count(0) and zeros.count(0) >= max(2, len(zeros) // 50):
            text = sample[: len(sample) // 2 * 2].decode(name, "replace")
            if _share(text) > 0.35 or zeros.count(0) > 0.7 * len(zeros):
                return name
    return ""


def _likeness(sample: bytes, encoding: str) -> float:
    """How much the sample looks like Chinese in this encoding: common characters, none broken."""
    text = sample.decode(encoding, "replace")
    return _share(text)


def _share(text: str) -> float:
    beyond = [char for char in text if char > "\x7f"]
    if not beyond:
        return 0.0
    good = sum(char in _COMMON for char in beyond)
    broken = sum(char == "\ufffd" or "\ue000" <= char <= "\uf8ff" for char in beyond)
    return (good - 2 * broken) / len(beyond)


def _other(sample: bytes) -> str:
    """Neither UTF-8 nor Chinese: a slower guess over the encodings of other languages."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample, steps=5, chunk_size=512, cp_exclusion=["utf_7"]).best()
    return best.encoding if best else "utf-8"


def _replacing(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    return Decoded(text, _plain_name(encoding), _holes(text, data))


def _by_line(data: bytes, encoding: str) -> Decoded:
    """A file that mixes or breaks its encoding, read line by line."""
    if encoding.startswith("utf-16"):
        return _replacing(data, encoding)
    others = [name for name in ("utf-8", *_CHINESE) if name != encoding]
    lines, used = [], [encoding]
    for line in data.splitlines(keepends=True):
        text, name = _line(line, encoding, others)
        lines.append(text)
        if name not in used:
            used.append(name)
    whole = "".join(lines)
    return Decoded(whole, " + ".join(used), _holes(whole, data))


def _line(line: bytes, encoding: str, others: list[str]) -> tuple[str, str]:
    try:
        return line.decode(encoding), encoding
    except UnicodeError:
        pass
    best, best_share, best_name = line.decode(encoding, "replace"), 0.0, encoding
    best_share = _share(best) + 0.1  # the file's own encoding, unless another is clearly better
    for name in others:
        text = line.decode(name, "replace")
        if (share := _share(text)) > best_share:
            best, best_share, best_name = text, share, name
    return best, best_name


def _holes(text: str, data: bytes) -> tuple[Problem, ...]:
    """Where characters were lost; a U+FFFD that was already in the file is not ours to report."""
    return () if b"\xef\xbf\xbd" in data else find_holes(text)


def find_holes(text: str) -> tuple[Problem, ...]:
    """The stretches of U+FFFD in a text, at most a thousand."""
    if "\ufffd" not in text:
        return ()
    spans = [match.span() for match in _HEX_RUN.finditer(text)][:1000]
    return tuple(Problem(start, end, "bytes that no encoding reads") for start, end in spans)
