"""Whose number it is, in the flow of a text: of a list's item, of the name before a bracket, of what was told last.

Vocabulary: the *subject* is whose number it is. What a clause says by itself is read in `owners`.
"""

import re
from collections.abc import Sequence

from timeline.extract.measures.beside import Observed, Telling, beside
from timeline.extract.measures.changes import Span
from timeline.extract.measures.holding import Narrative
from timeline.extract.measures.latin import bought, is_title, part_beside, subject_before
from timeline.extract.measures.measure_words import is_measure, kind_of, measures_in
from timeline.extract.measures.nouns import PLACES, is_name
from timeline.extract.measures.ownable import clear, is_odd_name
from timeline.extract.measures.owners import OF_PRODUCTS, product_before, whose
from timeline.extract.measures.properties import Measured
from timeline.extract.measures.segments import OF_PARTS, is_part, market_before, market_of, segment_before
from timeline.extract.measures.spots import Spot
from timeline.extract.who.entities import Cast
from timeline.lexicon.holding_kinds import FLOWS, SINGLE
from timeline.lexicon.naming import COMMON_LATIN
from timeline.model import Document
from timeline.text import fold

_PART_OF = re.compile(r"(?:首[次度])?(?:占据?|达到?|超过了?|超越|突破|相当于|逼近|接近)(?=[^，,。；]{0,14}$)")
_FIRM = re.compile(r"(?<![一-鿿])公司")
_ITS = re.compile(r"(?<![与及尤极])其(?![中余他它实次后间])")
_LATIN_FIRST = re.compile(r"\W*(?P<name>[A-Za-z]{3,})(?=[一-鿿])")
_SAYS = re.compile(r"(?:称|显示|指出|表示|认为|统计|报告)[，,：:]?$")
_SOURCE = re.compile(r"来自于?(?P<name>[^，。；、\d的]{2,12})的(?:总)?$")
# A clause that says from where, with what, since when: whose it is stands in the next.
_HOW = re.compile(r"\s*(?:从|由|以|凭|凭借|靠着?|随着|自|经过|按照?|随)")
# Units that count where somebody is.
_WHERE = frozenset({"regions", "countries", "cities"})
# What nobody has but a firm.
OF_FIRMS = FLOWS | SINGLE | {"utilisation", "revenue_share", "share", "items"}
_HELD = frozenset({"stake", "shareholding", "voting_rights"})
_HOLDS = re.compile(r"(?:直接|间接|合计|共|实际)?(?:持有|持股|拥有|控制|控股)")
REMEMBERED = 120  # characters that a subject stays in mind


class Attribution:
    """Says whom the numbers of a document are about, one after the other; remembers the last name told of."""

    def __init__(self, document: Document, text: str, cast: Cast, company: str, narrative: Narrative) -> None:
        self.document, self.text, self.cast, self.company = document, text, cast, company
        self.narrative = narrative
        self.subject = ("", -REMEMBERED)  # a name, and where it was last told of
        self.title = fold(document.title)
        self.former = ("", -REMEMBERED)  # whom the number before was about, and its end
        self.market = "" if company else market_of(document.title)  # that the text told of last
        self.unit = ""  # of the sentence's last amount

    def about(self, told: Telling) -> str:
        """Whose number it is; the last one's in this sentence, or the company's, if nothing says so."""
        sentence, parts, clause, spot, measured, last = told
        word = measured.word
        anchor = word.start if word and word.start < spot.start else spot.start
        about = beside(self.text, self.cast, told, self.unit)
        if self.document.script != "Latn" and not measured.thing:
            about = clear(about, self.cast)
        if about:
            return about
        if measured.base in _HELD and (holding := _HOLDS.search(self.text, clause[0], spot.start)):
            anchor = holding.start()  # 云帆|持有|远江46%股权: the holder's
        if measured.property.endswith("_share") and (part := _PART_OF.search(self.text, clause[0], anchor)):
            anchor = part.start()  # 新能源汽车销量|占|新车总销量的51%
        if measured.base == "market_size" and self.document.script != "Latn":
            if anchor < spot.start:  # 我国冷链物流|市场规模
                times = self.narrative.spans_in(sentence)
                self.market = market_before(self.text, clause[0], anchor, times, self.cast) or self.market
            return self.market
        if self.document.script == "Latn":
            about = self._in_english(sentence, spot, measured, anchor)
        else:
            about = clear(self._in_chinese(sentence, parts, clause, anchor, measured, last), self.cast)
            about = about or self._told_last(sentence, spot, measured, anchor, last)
            if is_name(about, self.cast) and about not in self.cast.products and about not in PLACES:
                self.subject = about, spot.end
        if about in self.cast.people and measured.base in OF_FIRMS:
            about = self.company  # 某某指出，第三季营收…: who speaks owns nothing
        self.former = about, spot.end
        return about

    def _in_english(self, sentence: Span, spot: Spot, measured: Measured, anchor: int) -> str:
        of_parts = kind_of(measured.quantity) in ("count", "share", "money")
        of_parts = of_parts and measured.quantity.unit not in _WHERE
        if measured.rule == "measure of the sentence":  # advisory revenue, which grew to|$5 million
            told = measures_in(self.text, sentence[0], spot.start)
            anchor = next((one.start for one in reversed(told) if one.property == measured.base), anchor)
        if of_parts and (part := part_beside(self.text, sentence[0], anchor, spot.end)):
            return part
        sold = bought(self.text, sentence[0], spot.start)
        if sold is not None:
            return sold or self.company
        name = subject_before(self.text, sentence[0], anchor, last=measured.base in OF_PRODUCTS)
        if name and not self.company.startswith(f"{name} "):
            self.subject = name, spot.end
            return name
        recent = spot.start - self.subject[1] <= REMEMBERED
        return self._headed(spot.start)[0] or self.company or (self.subject[0] if recent else "")

    def _headed(self, position: int) -> tuple[str, int]:
        """(whom, from where) the line tells of under which the number stands; ("", 0) for nobody."""
        line, start = self.narrative.topics.heading(position)
        if self.document.script == "Latn":
            named = is_title(line) and line in self.text[start + len(line) : start + len(line) + REMEMBERED]
        else:
            named = is_name(line, self.cast) or is_odd_name(line)
        return (line, start) if named and line not in self.cast.people else ("", 0)

    def _in_chinese(
        self, sentence: Span, parts: Sequence[Span], clause: Span, anchor: int, measured: Measured,
        last: Observed | None,
    ) -> str:  # fmt: skip
        """Whom the sentence names before the number."""
        text, cast = self.text, self.cast
        if measured.base in OF_PRODUCTS and (product := product_before(text, sentence[0], anchor, cast)):
            return product
        if source := _SOURCE.search(text, clause[0], anchor):
            return source["name"]  # 来自|海外业务|的营收
        times = self.narrative.spans_in(sentence)
        if measured.base in OF_PARTS and anchor < clause[1]:
            part = segment_before(text, clause[0], anchor, times, cast)
            if part:
                return part
        since = last.clause[0] if last else sentence[0]
        near = [part for part in parts if since < part[0] <= clause[0] or part == clause]
        about = whose(text, near, clause, anchor, times, cast, self.document)
        if _ITS.search(text, clause[0], anchor) and not is_name(about, cast):
            return self._told_in(parts, clause) or self._told_shortly(anchor)
        about = about or self._latin_in(near) or self._labelled(anchor)
        if not about and last:
            earlier = [part for part in parts if part[0] < clause[0]]
            name = whose(text, earlier, clause, clause[0], times, cast, self.document)
            known = cast.names.match(name) if cast.names else None
            name = known.group() if known else name if is_odd_name(name) else ""
            speaks = not cast.is_company(name) and any(_SAYS.search(text, *part) for part in earlier)
            about = name if name and not speaks and not last.observation.about.startswith(name) else ""
        elif not about:
            name = whose(text, parts[:1], clause, clause[0], times, cast, self.document)
            named = (is_name(name, cast) and len(name) <= 8) or is_odd_name(name)
            about = name if named else self._ahead(parts, clause)
        return self._firm_before(parts, anchor) or about if about == self.company else about

    def _firm_before(self, parts: Sequence[Span], anchor: int) -> str:
        """The firm that the sentence tells of before it says 公司, in a text on several: 云帆数据显示，|公司交付…."""
        said = None if self.company in self.title else _FIRM.search(self.text, parts[0][0], anchor)
        earlier = [part for part in parts if said and part[1] <= said.start()]
        name = self._told_in(earlier, earlier[-1]) if earlier else ""
        return name if is_name(name, self.cast) and name not in self.cast.people else ""

    def _latin_in(self, parts: Sequence[Span]) -> str:
        """The name in Latin letters that the nearest clause begins with: vela|所占份额."""
        for part in reversed(parts):
            if (latin := _LATIN_FIRST.match(self.text, *part)) and latin["name"] not in COMMON_LATIN:
                return "" if is_measure(latin["name"]) else latin["name"]
        return ""

    def _labelled(self, anchor: int) -> str:
        """Whom the label tells of that opens the number's line: (三)|海外业务|：…."""
        label = self.narrative.topics.label(anchor)
        name = self.text[slice(*label)].strip() if label else ""
        if not name or name in self.cast.people or is_measure(name):
            return ""
        named = is_name(name, self.cast) or is_odd_name(name) or is_part(name, self.cast, label=True)
        return name if named else ""

    def _told_in(self, parts: Sequence[Span], clause: Span) -> str:
        """Whom the sentence told of last, up to this clause: 远江下滑至第五位，|其出货量为…."""
        for part in reversed([part for part in parts if part[0] <= clause[0]]):
            end = its.start() if (its := _ITS.search(self.text, *part)) else part[1]
            times = self.narrative.spans_in(part)
            if name := whose(self.text, [part], part, end, times, self.cast, self.document):
                return name
            if latin := self._latin_in([part]):
                return latin
        return ""

    def _told_shortly(self, position: int) -> str:
        return self.subject[0] if position - self.subject[1] <= REMEMBERED else self.cast.company

    def _ahead(self, parts: Sequence[Span], clause: Span) -> str:
        """Whom a sentence tells of that begins with how: 从60亿元到350亿元，|陈一舟|只用了一年."""
        text = self.text
        if not all(_HOW.match(text, *part) for part in parts if part[0] <= clause[0]):
            return ""
        later = [part for part in parts if part[0] > clause[0] and not _HOW.match(text, *part)][:1]
        for start, end in later:
            times = self.narrative.spans_in((start, end))
            name = whose(text, later, (start, end), end, times, self.cast, self.document)
            return name if is_name(name, self.cast) and len(name) <= 8 else ""
        return ""

    def _told_last(
        self, sentence: Span, spot: Spot, measured: Measured, anchor: int, last: Observed | None
    ) -> str:
        """Whom the text told of last: in this sentence, in the one that a semicolon parts from it, shortly before."""
        text, cast = self.text, self.cast
        if measured.base in OF_PRODUCTS:
            product = product_before(text, max(0, sentence[0] - REMEMBERED), anchor, cast)
            if product:
                return product
        if last:
            return last.observation.about
        name, end = self.former
        if name and spot.start - end <= REMEMBERED and text[sentence[0] - 1 : sentence[0]] in ("；", ";"):
            return name
        headed, since = self._headed(spot.start)
        recent = spot.start - self.subject[1] <= REMEMBERED and self.subject[1] >= since
        if headed and not recent:
            return headed
        if recent and not (cast.company and "\n" in text[self.subject[1] : spot.start]):
            return self.subject[0]
        return cast.company or self.market
