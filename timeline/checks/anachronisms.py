"""A thing in a time before it existed, and an event told as past after the document was written."""

import datetime
import re
from collections.abc import Iterator, Sequence

from timeline import edtf
from timeline.checks.messages import make
from timeline.checks.reading import Reading, count
from timeline.lexicon.inventions import INVENTIONS
from timeline.model import Check, Event

_TENS = r"[一二三四五六七八九]十|[1-9]0"
_TIME = re.compile(
    rf"(?:(?P<century>(?:1[5-9]|2[01])|(?:十[五六七八九]|二十一?))世纪|(?P<last>上个?世纪))(?P<decade>{_TENS})年代"
    r"|(?<!\d)(?P<year>1[5-9]\d\d|20\d\d)年(?P<decades>代)?"
)
_FIRST = "".join(sorted({re.escape(name[0]) for name in INVENTIONS}))
_THING = re.compile(
    f"(?=[{_FIRST}])(?:"
    + "|".join(re.escape(name) for name in sorted(INVENTIONS, key=len, reverse=True))
    + ")"
)
_OPEN = re.compile(r"(?:初|末|初期|中期|后期)?(?:以来|至今|以后|之后|后|到|至|—|-|~|前|之前|以前)")
# The clause itself says that the thing was not there yet, or looks ahead or back.
_AWARE = re.compile(
    r"没有|尚未|尚无|还没|未有|不存在|不知道|不懂|没听说|无人|之前|以前|未来|后来|如今|今天|现在|当今|日后|将来|今后"
    r"|预言|预测|预见|设想|想象|幻想|梦想|科幻|前身|雏形|还是|至今|时代|相比|类似|相当于|好比"
)
# A year that tells when somebody was born or a firm founded says nothing of what it does later.
_ORIGIN = re.compile(r"成立|创立|创办|创建|出生|诞生|毕业|入学|建立|始建|加入|进入|起家")
_BORN = re.compile(r"(?:生|成立|创立|创办|创建|诞生|毕业|建|始|设)于$")
_REACH = 28  # characters between a time and the thing it dates
_TOLD = re.compile(r"[^为]了|已|成功|顺利|如期|随即|当场")
_AHEAD = re.compile(
    r"将|计划|预计|拟|有望|目标|到期|届时|之前|以前|前[完实达]|截至|截止|有效|未来|打算|准备|争取|力争|如果|若|为了|will|plan|expect|by "
)
_TOMORROW = datetime.timedelta(days=1)  # another time zone's date
_CERTAIN = ("manifest", "front matter", "mail", "given", "metadata", "header", "user")


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind anachronism."""
    for reading in readings:
        yield from _too_early(reading)
        yield from _after_publication(reading)


def _too_early(reading: Reading) -> Iterator[Check]:
    times = list(_TIME.finditer(reading.text))
    if not times:
        return
    seen: set[int] = set()
    index = -1
    for thing in _THING.finditer(reading.text):
        while index + 1 < len(times) and times[index + 1].end() <= thing.start():
            index += 1
        if index < 0 or index in seen or thing.start() - times[index].end() > _REACH:
            continue
        time, year = times[index], INVENTIONS[thing[0]]
        if _last_year(time) < year and _dates(reading.text, time, thing):
            seen.add(index)
            span = reading.locate(time.start(), thing.end())
            yield make(
                "before-invention",
                span,
                text=reading.text[time.start() : thing.end()],
                word=thing[0],
                year=year,
            )


def _last_year(time: re.Match[str]) -> int:
    """The last year that a time, taken literally, allows."""
    if time["year"]:
        return int(time["year"]) + (9 if time["decades"] else 0)
    tens = time["decade"]
    decade = int(tens) if tens.isdigit() else int(count(tens) or 0)
    century = 20 if time["last"] else int(count(time["century"]) or 0)
    return (century - 1) * 100 + decade + 9


def _dates(text: str, time: re.Match[str], thing: re.Match[str]) -> bool:
    """Does the time say when the thing was there? In one clause, or as the frame of the next one."""
    between = text[time.end() : thing.start()]
    if between.startswith("的") and len(between) <= 6 and not re.search(r"[，。；：！？、\n]", between):
        return not re.search(r"还没|没有|尚未", text[max(0, time.start() - 10) : time.start()])
    framed = re.sub(r"^(?:[初末中]期?|的时候|左右|前后)?[，,]?", "", between)
    if _BORN.search(text, max(0, time.start() - 4), time.start()) or _OPEN.match(between):
        return False
    if re.search(r"[，。；：！？\n“”（）《》]", framed):
        return False
    clause = text[max(0, time.start() - 6) : thing.end() + 12]
    return not (_AWARE.search(clause) or _ORIGIN.search(between))


def _after_publication(reading: Reading) -> Iterator[Check]:
    latest = reading.published[1]
    basis = reading.document.date_basis.lower()
    if latest is None or not basis.startswith(_CERTAIN):
        return
    for start, end, timex in reading.times:
        if timex.type != "DATE" or timex.anchor or "/" in timex.value or not timex.earliest:
            continue
        last = reading.sentence(start)[1]
        words = reading.text[end : min(last, end + _REACH)]
        past = _TOLD.search(words) and not _AHEAD.search(
            reading.text, max(0, start - 8), min(last, end + _REACH)
        )
        if past and timex.earliest > latest + _TOMORROW:
            published = edtf.label(reading.document.date_published)
            yield make("after-publication", reading.locate(start, end), text=timex.text, published=published)
