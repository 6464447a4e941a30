"""Who and what a document speaks of: its company, its author, people, products.

Found without any list of names: by how often the text names them, and by what stands around them
(endings such as 公司, titles, book marks, Latin model names, surnames).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from timeline.extract.words import tag_of
from timeline.lexicon.naming import (
    COMMON_LATIN,
    COMPANY_HEADS,
    FUNCTION_SURNAMES,
    GENERIC_NOUNS,
    NAME_EDGES,
    SURNAMES,
    TITLES,
)
from timeline.model import Document

_HAN = r"[一-鿿]"
_MARKUP = re.compile(r"<[^<>]{0,2000}>|https?://[^\s\"'<>]+|[\w.-]+@[\w.-]+")
_HEAD = re.compile(rf"({_HAN}{{2,6}})(?=(?:{COMPANY_HEADS}))")
_FOUNDER = re.compile(r"(?<![一-鿿他她])我(?:们)?(?:一手|就|真的|当初)?(?:创办|创立|创建)了?")
_SAYS = "说|称|表示|指出|认为|强调|透露|坦言|回忆|写道|坦承|告诉|宣布|担任|出任|接任|兼任|卸任|辞去|加入|率领|在接受|介绍"
_NAME = rf"(?:{SURNAMES}){_HAN}{{1,2}}?"
_PERSON = re.compile(
    rf"(?<![一-鿿])(?P<a>{_NAME})(?=(?:{_SAYS}|{TITLES}))"
    rf"|(?:[的由与和是对给为向、，]|当选|任命|聘请|聘任)(?P<b>{_NAME})(?={TITLES}|(?:担任|出任|接任|兼任|为(?:公司|集团|新任|{TITLES})))"
    rf"|(?:{TITLES})(?P<c>{_NAME})(?=[^一-鿿]|[在于将说称表出担任也和与的宣向对是曾为]|$)"
    rf"|(?:名叫|叫做|叫|名为)(?P<d>{_NAME})(?=的|[，。、])"
)
_LATIN = re.compile(
    r"(?<![A-Za-z0-9_/])[A-Za-z][A-Za-z0-9+.-]*[A-Za-z0-9+](?:[ ](?:[A-Z][A-Za-z0-9+]*|\d+(?:\.\d+)?(?![一-鿿]))(?![A-Za-z0-9]))*(?![A-Za-z0-9_])"
    r"|(?<![A-Za-z0-9])[A-Z]\d+(?![A-Za-z0-9])"
)
_TITLE_OF_WORK = re.compile(r"《([^《》\n]{1,30})》")
_MAX_NAMES = 400


@dataclass(frozen=True, slots=True)
class Cast:
    """The names a document uses. `names` matches all of them, longest first."""

    company: str = ""
    author: str = ""
    people: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    names: re.Pattern[str] | None = None

    def found_in(self, text: str) -> tuple[str, ...]:
        """The names that occur in `text`, in order of appearance, each once."""
        if not self.names:
            return ()
        return tuple(dict.fromkeys(match.group() for match in self.names.finditer(text)))

    def knows(self, name: str) -> bool:
        return bool(self.names and self.names.fullmatch(name))


def find_cast(document: Document, text: str) -> Cast:
    """The cast of a document whose clean text is `text`. Linear time."""
    plain = _MARKUP.sub(" ", text)
    company = _main_company(document, plain)
    people = _people(plain)
    products = _products(plain)
    author = document.author.split(";")[0].strip()
    if author and not re.fullmatch(r"[一-鿿·]{2,8}|[A-Z][\w .'-]{2,30}", author):
        author = ""
    if not author and company and _FOUNDER.search(plain):
        author = f"{company}创始人"
    known = {company, *people, *products, *({author} if author in plain else set())} - {""}
    names = sorted(known, key=lambda name: (-len(name), name))[:_MAX_NAMES]
    pattern = re.compile("|".join(map(_bounded, names))) if names else None
    return Cast(company, author, frozenset(people), frozenset(products), pattern)


def _bounded(name: str) -> str:
    """A Latin name must not be a part of a longer one."""
    left = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    right = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{left}{re.escape(name)}{right}"


def _main_company(document: Document, text: str) -> str:
    """The name that stands most often before words that go with companies (X公司, X宣布, X成立)."""
    grams: Counter[str] = Counter()
    for match in _HEAD.finditer(text, 0, 200_000):
        run = match[1]
        for size in range(2, min(len(run), 5) + 1):
            grams[run[-size:]] += 1
    best, best_score = "", 0.0
    for gram, count in sorted(grams.items()):
        if count < 2 or not _may_be_a_name(gram):
            continue
        tag = tag_of(gram)
        known = 1.0 if not tag else 0.8 if tag.startswith("n") and tag != "n" else 0.4
        score = known * (text.count(gram) + 3 * count) + (20 * known if gram in document.title else 0)
        if score > best_score or (score == best_score and len(gram) > len(best)):
            best, best_score = gram, score
    if best:
        return _whole(best, grams, text)
    return _latin_company(text)


def _may_be_a_name(gram: str) -> bool:
    if gram in GENERIC_NOUNS or gram[0] in NAME_EDGES or gram[-1] in NAME_EDGES:
        return False
    if any(word in gram for word in ("公司", "集团", "我们", "企业")):
        return False
    return tag_of(gram)[:1] in ("", "n", "j")


def _whole(name: str, grams: Counter[str], text: str) -> str:
    """A longer name that nearly always stands where the shorter one does."""
    total = text.count(name)
    for gram in sorted(grams, key=lambda g: (-len(g), g)):
        if (
            len(gram) > len(name)
            and gram.endswith(name)
            and gram[0] not in NAME_EDGES
            and text.count(gram) >= 0.7 * total
        ):
            return gram
    return name


def _latin_company(text: str) -> str:
    counts = Counter(
        m[1]
        for m in re.finditer(
            rf"(?<![A-Za-z])([A-Z][A-Za-z]{{2,20}})\s?(?={COMPANY_HEADS}|\b(?:Inc|Ltd|Corp|Group|Bank)\b)",
            text,
        )
    )
    counts = Counter({name: count for name, count in counts.items() if name not in COMMON_LATIN})
    return min(counts, key=lambda name: (-counts[name], name)) if counts else ""


def _people(text: str) -> set[str]:
    found: set[str] = set()
    for match in _PERSON.finditer(text):
        name = match[match.lastgroup or 0]
        if _may_be_a_person(name):
            found.add(name)
    starts: Counter[str] = Counter()
    for match in re.finditer(rf"(?<![一-鿿])(?=((?:{SURNAMES}){_HAN})({_HAN}?))", text):
        starts[match[1]] += 1
        if match[2]:
            starts[match[1] + match[2]] += 1
    for name, count in starts.items():
        if count >= 2 and name[0] not in FUNCTION_SURNAMES and _may_be_a_person(name) and _steady(name, text):
            found.add(name)
    return {
        name
        for name in found
        if not any(
            other != name and other.startswith(name) and text.count(other) >= 0.8 * text.count(name)
            for other in found
        )
    }


def _steady(name: str, text: str) -> bool:
    """Whether the characters of `name` keep together: a name does, a chance pair does not."""
    count = text.count(name)
    if count < 3:
        return False
    if len(name) == 2:
        following = Counter(text[m.end() : m.end() + 1] for m in re.finditer(re.escape(name), text))
        return count >= 0.5 * text.count(name[0]) and following.most_common(1)[0][1] <= 0.6 * count
    return count >= 0.8 * text.count(name[:2])


def _may_be_a_person(name: str) -> bool:
    tag = tag_of(name)
    if tag and not tag.startswith("nr"):
        return False
    return not any(char in "的了在是和我们不这那就都也与及说称" for char in name[1:]) and not any(
        tag_of(part)[:1] in ("v", "n", "d", "a", "p", "c", "r") and not tag_of(part).startswith("nr")
        for part in ((name[:2], name[-2:]) if len(name) == 3 else ())
    )


def _products(text: str) -> set[str]:
    counts = Counter(match.group().rstrip(".-") for match in _LATIN.finditer(text))
    models = {
        name
        for name, count in counts.items()
        if name not in COMMON_LATIN
        and len(name) >= 2
        and any(char.isupper() for char in name)
        and (count >= 2 or any(char.isdigit() for char in name))
        and not name.endswith((".jpg", ".png", ".html"))
    }
    return models | {name for name in _TITLE_OF_WORK.findall(text) if not name.isdigit()}
