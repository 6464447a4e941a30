"""One slide as a drawing surface: text, lines, boxes, groups, each with a name and an alt text.

Everything is native and editable. Positions and sizes are px on 1280 × 720; a text's lines are
broken by us (`measure.wrap`), so that what was measured is what stands there.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import contextmanager
from xml.sax.saxutils import escape, quoteattr

from pptx.presentation import Presentation as Deck

from timeline.exports.deck.elements import attribute, fit_group, frame, outline, parse
from timeline.exports.deck.measure import Words, cut, fit, tight, width
from timeline.exports.deck.runs import P, Run
from timeline.exports.deck.theme import FOOTER, KICKER, NS, NUMBER, colour, fonts_xml, quote_fonts_xml
from timeline.exports.printable import clip, printable

# Ours; a document's own between two Chinese characters are as wide as these.
_ENGLISH_QUOTES = re.compile("((?<![\u2e80-\uffef])[“”‘’]|[“”‘’](?![\u2e80-\uffef]))")
_NOTES = 30_000  # characters in the notes of one slide


class Page:
    """A slide under construction."""

    def __init__(self, deck: Deck, layout: int, lang: str) -> None:
        self.slide = deck.slides.add_slide(deck.slide_layouts[layout])
        self.lang = lang
        self.number = len(deck.slides)
        self._tree = self.slide.shapes._spTree
        self._ids = 100
        self._locale = "zh-CN" if lang == "zh" else "en-US"

    # ── placeholders ──

    def title(self, text: str, sizes: Sequence[float] = (34, 31, 28, 26), room: float = 1152) -> None:
        """The slide's claim, on one line, as large as it fits."""
        text = text[:1].upper() + text[1:]  # a measure's name may begin an English title
        text, size = fit(tight(text), room, sizes, bold=True, serif=True)
        self._fill(self.slide.shapes.title, [Run(text, size, True, True)], "标题 Title")

    def kicker(self, *parts: Run | str) -> None:
        """Small words above the title: the page, then what it is about."""
        runs, room = [], 1152.0
        for part in parts:
            run = part if isinstance(part, Run) else Run(part, 16, role=P.ink2)
            gap = "　" if runs else ""
            text = cut(tight(run.text), room - 16, run.words)
            room -= width(gap + text, run.words)
            if text and room > 0:
                runs.append(run._replace(text=gap + text))
        self._fill(self.slide.placeholders[KICKER], runs, "栏目 Kicker")

    def subtitle(self, text: str) -> None:
        text, size = fit(tight(text), 1152, (22, 20, 18))
        self._fill(self.slide.placeholders[KICKER], [Run(text, size, role=P.ink2)], "副标题 Subtitle")

    def footer(self, text: str, room: float = 1040) -> None:
        """The footer's words in its placeholder, and the page number in its field."""
        text = cut(tight(text), room, Words(13.5))
        if text:
            self._add(
                self._placeholder(
                    FOOTER, "ftr", "页脚 Footer", self._paragraph([Run(text, 13.5, role=P.ink2)])
                )
            )
        field = (
            f'<a:p><a:pPr algn="r"/><a:fld id="{{7C1A7F0E-3B52-4C4B-9C0A-000000000001}}" type="slidenum">'
            f"{self._properties(Run('', 13.5, role=P.ink2))}<a:t>{self.number}</a:t></a:fld></a:p>"
        )
        self._add(self._placeholder(NUMBER, "sldNum", "页码 Slide number", field))

    def notes(self, lines: Iterable[str]) -> None:
        """Speaker's notes: quotes in full, with their places."""
        text = clip("\n".join(lines), _NOTES)
        frame = self.slide.notes_slide.notes_text_frame
        body = frame._txBody
        for old in body.findall("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
            body.remove(old)
        for line in text.split("\n") or [""]:
            body.append(parse(self._paragraph([Run(line, 16)] if line else [])))
        for shape in self.slide.notes_slide.placeholders:
            name = shape.name
            shape._element._nvXxPr.cNvPr.set("descr", name)

    def _placeholder(self, idx: int, kind: str, name: str, paragraph: str) -> str:
        return (
            f'<p:sp {NS}><p:nvSpPr><p:cNvPr id="{self._id()}" name={quoteattr(name)} descr={quoteattr(name)}/>'
            f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr>'
            f"<p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraph}</p:txBody></p:sp>"
        )

    def _fill(self, shape, runs: Sequence[Run], name: str) -> None:
        body = shape._element.txBody
        for old in body.findall("{http://schemas.openxmlformats.org/drawingml/2006/main}p"):
            body.remove(old)
        body.append(parse(self._paragraph(runs)))
        properties = shape._element._nvXxPr.cNvPr
        properties.set("name", name)
        properties.set("descr", printable("".join(run.text for run in runs)) or name)

    # ── text ──

    def text(
        self, x: float, y: float, lines: Sequence[Sequence[Run]], *, w: float, leading: float = 28,
        align: str = "l", name: str = "文字", alt: str = "", h: float | None = None,
    ) -> float:  # fmt: skip
        """Lines already broken, `leading` px apart, from `y` down; where the last one ends."""
        height = h if h is not None else leading * max(len(lines), 1)
        inner = "<a:br/>".join("".join(map(self._run, line)) for line in lines)
        words = "\n".join("".join(run.text for run in line) for line in lines)
        body = f'<a:p><a:pPr algn="{align}"><a:lnSpc><a:spcPts val="{round(leading * 75)}"/></a:lnSpc></a:pPr>{inner}</a:p>'
        self._add(
            f"<p:sp {NS}>{self._about(name, alt or words, text=True)}<p:spPr>{frame(x, y, w, height)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
            f'<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>{body}</p:txBody></p:sp>'
        )
        return y + height

    def line_of(
        self, x: float, y: float, run: Run, w: float, *, align: str = "l", name: str = "文字",
        own: bool = True,
    ) -> None:  # fmt: skip
        """One line, cut to `w` if it must be; `y` is its middle. `own` words lose their gaps."""
        text = cut(tight(run.text) if own else run.text, w, run.words)
        if text:
            height = run.size * 1.5
            self.text(
                x, y - height / 2, [[run._replace(text=text)]], w=w, leading=height, align=align, name=name
            )

    def _paragraph(self, runs: Sequence[Run]) -> str:
        return f"<a:p {NS}>{''.join(map(self._run, runs))}</a:p>"

    def _run(self, run: Run) -> str:
        text = printable(run.text).replace("\n", " ")
        parts = _ENGLISH_QUOTES.split(text) if self.lang == "en" else [text]
        return "".join(
            f"<a:r>{self._properties(run, bool(n % 2))}<a:t>{escape(part)}</a:t></a:r>"
            for n, part in enumerate(parts)
            if part
        )

    def _properties(self, run: Run, quotes: bool = False) -> str:
        fonts = quote_fonts_xml(run.serif) if quotes else fonts_xml(run.serif)
        marker = f"<a:highlight>{colour(run.highlight)}</a:highlight>" if run.highlight else ""
        return (
            f'<a:rPr lang="{self._locale}" altLang="{"en-US" if self.lang == "zh" else "zh-CN"}" sz="{round(run.size * 75)}" b="{int(run.bold)}" dirty="0">'
            f"<a:solidFill>{colour(run.role)}</a:solidFill>{marker}{fonts}</a:rPr>"
        )

    # ── shapes ──

    def shape(
        self, kind: str, x: float, y: float, w: float, h: float, *, fill: str = "", alpha: float = 1.0,
        line: str = "", weight: float = 1.0, dash: str = "", name: str = "图形", alt: str = "",
        label: Run | None = None, gradient: Sequence[tuple[int, float]] = (), adjust: str = "",
    ) -> None:  # fmt: skip
        """A preset shape (rect, ellipse, diamond, …). `gradient` is (place %, alpha) along its width."""
        paint = f"<a:solidFill>{colour(fill, alpha)}</a:solidFill>" if fill else "<a:noFill/>"
        if gradient:
            stops = "".join(f'<a:gs pos="{place * 1000}">{colour(fill, a)}</a:gs>' for place, a in gradient)
            paint = f'<a:gradFill rotWithShape="1"><a:gsLst>{stops}</a:gsLst><a:lin ang="0" scaled="0"/></a:gradFill>'
        words = ""
        if label is not None:
            text = f'<a:p><a:pPr algn="ctr"/>{self._run(label)}</a:p>'
            words = (
                '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
                f"<a:lstStyle/>{text}</p:txBody>"
            )
        self._add(
            f"<p:sp {NS}>{self._about(name, alt or name)}<p:spPr>{frame(x, y, w, h)}"
            f'<a:prstGeom prst="{kind}"><a:avLst>{adjust}</a:avLst></a:prstGeom>{paint}{outline(line, weight, dash)}</p:spPr>{words}</p:sp>'
        )

    def line(
        self, x1: float, y1: float, x2: float, y2: float, role: str, weight: float = 1.0, *, dash: str = "",
        arrow: str = "", name: str = "线", alt: str = "",
    ) -> None:  # fmt: skip
        """A straight line; `arrow` names its ends with a head: tail, head, headtail (tail is x2, y2)."""
        flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
        end = "".join(
            f'<a:{e}End type="triangle" w="med" len="med"/>' for e in ("head", "tail") if e in arrow
        )
        about = (
            self._about(name, alt or name)
            .replace("p:nvSpPr", "p:nvCxnSpPr")
            .replace("p:cNvSpPr", "p:cNvCxnSpPr")
        )
        self._add(
            f"<p:cxnSp {NS}>{about}<p:spPr>{frame(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1), flips)}"
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline(role, weight, dash, end)}</p:spPr></p:cxnSp>'
        )

    @contextmanager
    def group(self, name: str, alt: str):
        """Shapes drawn inside belong together: they move as one and are read as one."""
        tree, group_id = self._tree, self._id()
        element = parse(
            f'<p:grpSp {NS}><p:nvGrpSpPr><p:cNvPr id="{group_id}" name={attribute(name)} descr={attribute(alt)}/>'
            f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:grpSp>"
        )
        self._tree = element
        try:
            yield
        finally:
            self._tree = tree
        if len(element) > 2:
            fit_group(element)
            tree.append(element)

    def siglum(self, x: float, y: float, sign: str, title: str) -> None:
        """A document's sign in its thin-ruled square (20 px); `y` is the middle."""
        self.shape(
            "rect", x, y - 10, 20, 20, line=P.ink2, weight=0.75, name=f"出处 {sign}", alt=title,
            label=Run(sign, 13 if len(sign) < 3 else 10, role=P.ink),
        )  # fmt: skip

    # ── plumbing ──

    def _add(self, xml: str) -> None:
        self._tree.append(parse(xml))

    def _id(self) -> int:
        self._ids += 1
        return self._ids

    def _about(self, name: str, alt: str, text: bool = False) -> str:
        box = ' txBox="1"' if text else ""
        return (
            f'<p:nvSpPr><p:cNvPr id="{self._id()}" name={attribute(name)} descr={attribute(alt)}/>'
            f"<p:cNvSpPr{box}/><p:nvPr/></p:nvSpPr>"
        )
