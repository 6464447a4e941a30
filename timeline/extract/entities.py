"""Who and what a document speaks of: its company, author, people, products, places.

Found without any list of names: by how often the text names them, and by what stands around them
(endings such as 公司, titles, quotation marks, Latin model names).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from timeline.lexicon.grammar import wordset
from timeline.lexicon.naming import COMMON_LATIN, COMPANY_ENDINGS, COMPANY_HEADS, SURNAMES, TITLES
from timeline.model import Document

_HAN = r"[一-鿿]"
_BEFORE_HEAD = re.compile(rf"(?=({_HAN}{{2,6}}?)(?:{COMPANY_HEADS}))")
_FOUNDED = re.compile(
    rf"(?:我|我们)(?:一手)?(?:创办|创立|创建|成立)了?({_HAN}{{2,5}}?|[A-Z][A-Za-z]+)(?=[，。、的是时前后之，,]|[^一-鿿])"
)
_PERSON = re.compile(
    rf"(?<!{_HAN})(?:(?:{TITLES})(?P<after>(?:{SURNAMES}){_HAN}{{1,2}})(?!{_HAN}{{0,1}}(?:公司|集团))"
    rf"|(?P<before>(?:{SURNAMES}){_HAN}{{1,2}}?)(?={TITLES}|说|称|表示|指出|认为|强调|透露|坦言|回忆|写道|坦承|告诉|在接受|宣布|担任|出任|接任))"
)
_TITLE_THEN_NAME = re.compile(
    rf"(?:{TITLES})(?P<name>(?:{SURNAMES}){_HAN}{{1,2}}?)(?=[在于将说称表出担任，。、：:（(也和与的宣向对]|$)"
)
_LATIN = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9+.-]*[A-Za-z0-9+](?:\s(?:[A-Z0-9][A-Za-z0-9+]*|\d+))*(?![A-Za-z0-9])|(?<![A-Za-z0-9])[A-Z]\d+(?![A-Za-z0-9])"
)
_MARKED = re.compile(r"《([^《》]{1,30})》")
_COMPANY = re.compile(rf"{_HAN}{{2,8}}?(?:{COMPANY_ENDINGS})(?!{_HAN}{{0,1}}(?:家))")


@dataclass(frozen=True, slots=True)
class Cast:
    """The names a document uses. `names` matches all of them, longest first."""

    company: str = ""
    author: str = ""
    people: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    names: re.Pattern[str] | None = None

    def found_in(self, text: str) -> tuple[str, ...]:
        """The names that occur in `text`, in order of appearance, each once."""
        if not self.names:
            return ()
        return tuple(dict.fromkeys(match.group() for match in self.names.finditer(text)))


def find_cast(document: Document, text: str) -> Cast:
    """The cast of a document whose clean text is `text`. Linear time."""
    company = _main_company(document, text)
    people = _people(text)
    products = _products(text, company)
    author = document.author if document.author and document.author in text else ""
    if not author and _FOUNDED.search(text) and company:
        author = f"{company}创始人"
    names = sorted({company, *people, *products} - {""}, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(map(re.escape, names[:400]))) if names else None
    return Cast(company, author, people, products, pattern)


def _main_company(document: Document, text: str) -> str:
    """The name that stands most often before words that companies go with (X公司, X宣布, X成立)."""
    from timeline.extract.words import _segmenter

    _, tags = _segmenter()
    grams: Counter[str] = Counter()
    for match in re.finditer(rf"({_HAN}{{1,6}})(?={COMPANY_HEADS})", text[:200_000]):
        run = match[1]
        for size in (2, 3, 4):
            if len(run) >= size:
                grams[run[-size:]] += 1
    best, best_score = "", 0.0
    for gram, count in grams.most_common(300):
        tag = tags.get(gram, "")
        if (
            count < 2
            or tag[:1] in {"v", "d", "p", "c", "r", "m", "u", "a", "f", "t", "b", "l", "i", "q"}
            or gram in _NO_NAMES
        ):
            continue
        if any(
            gram[0] == c or gram[-1] == c
            for c in "的了在是和与及对从为被把将于到这那我你他它们个家些款位名等各该并也都有一不"
        ):
            continue
        total = text.count(gram)
        known = 1.0 if not tag else 0.35 if tag in ("n", "vn", "nz") else 0.8
        score = total * known + 3 * count * known + (20 if gram in document.title else 0)
        if score > best_score:
            best, best_score = gram, score
    return best


_NO_NAMES = wordset(
    "互联网 用户 企业 公司 产品 市场 行业 手机 智能 中国 美国 全球 国内 我们 他们 团队 银行 汽车 科技 电子 创业 软件 硬件 消费 传统 其他 国际 上市 大公司 车主 新能源 本公司 有限 股份 集团"
)


def _people(text: str) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for pattern in (_PERSON, _TITLE_THEN_NAME):
        for match in pattern.finditer(text):
            name = (
                match.groupdict().get("after")
                or match.groupdict().get("before")
                or match.groupdict().get("name")
                or ""
            )
            if len(name) >= 2:
                counts[name] += 1
    return tuple(sorted(name for name in counts if text.count(name) >= 1))


def _products(text: str, company: str) -> tuple[str, ...]:
    counts = Counter(match.group() for match in _LATIN.finditer(text))
    names = {
        name
        for name, count in counts.items()
        if name not in COMMON_LATIN and (count >= 2 or any(c.isdigit() for c in name)) and len(name) >= 2
    }
    names |= set(_MARKED.findall(text))
    return tuple(sorted(names))
