"""Who and what a document speaks of: its company, its author, people, products.

Found without any list of names: by how often the text names them, and by what stands around them
(endings such as 公司, titles, book marks, Latin model names, surnames).
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.extract.who.companies import find_company, find_short, steady_names
from timeline.extract.who.introductions import OWN, aliases, find_firms
from timeline.extract.who.persons import find_author, find_people
from timeline.lexicon.naming import COMMON_LATIN
from timeline.model import Document
from timeline.text import view

_MARKUP = re.compile(
    r"<[^<>]{0,2000}>|https?://[^\s\"'<>]+|(?<![A-Za-z0-9._-])[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]+"
)
# The letter comes first: a search for one of a set is fast. What stands before it is looked at after.
_INSERTED = re.compile(
    r"[（(](?:中国|集团|控股|香港|上海|北京|深圳|亚洲|国际|投资)[)）](?=[一-鿿])"
)  # 云帆(中国)有限公司
_LATIN = re.compile(
    r"[A-Za-z](?:(?<![A-Za-z0-9_/].)[A-Za-z0-9+.-]*[A-Za-z0-9+](?:[ ](?:[A-Z][A-Za-z0-9+]*|\d+(?:\.\d+)?(?![一-鿿]))(?![A-Za-z0-9]))*(?![A-Za-z0-9_])"
    r"|(?<=[A-Z])(?<![A-Za-z0-9].)\d+(?![A-Za-z0-9]))",
    re.S,
)
_TITLE_OF_WORK = re.compile(r"《([^《》\n]{1,30})》")
_MAX_NAMES = 400
READ_AT_MOST = 200_000  # characters: names that matter are told early and often


@dataclass(frozen=True, slots=True)
class Cast:
    """The names a document uses. `names` matches all of them, longest first."""

    company: str = ""
    short: str = ""  # what the company is called for short
    author: str = ""
    people: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()  # other names, mostly of companies
    motoring: bool = False  # whether the document is about cars
    names: re.Pattern[str] | None = None
    we: str = ""  # whom 我们 stands for: the company, or just 公司 where an interview never names it
    since: int = 0  # where the text first speaks of the company: before that, nobody leaves it unsaid
    known: frozenset[str] = frozenset()  # all of the names

    def found_in(self, text: str) -> tuple[str, ...]:
        """The names that occur in `text`, in order of appearance, each once; a short form as the full one."""
        if not self.names:
            return ()
        found = (
            self.company if match.group() == self.short else match.group()
            for match in self.names.finditer(text)
        )
        return tuple(dict.fromkeys(found))

    def is_company(self, name: str) -> bool:
        """Whether a subject is (a part of) the document's own company: X, X手机, X集团."""
        return bool(self.company) and (
            name.startswith(self.company) or (bool(self.short) and name.startswith(self.short))
        )

    def is_akin(self, name: str) -> bool:
        """Whether a name begins as the company's does: 云帆科技, of what is now 云帆电子制造."""
        return self.is_company(name) or (len(self.company) >= 4 and name.startswith(self.company[:2]))

    def is_ours(self, name: str) -> bool:
        """Whether a subject is the company, the author, one of its people or products."""
        if not name:
            return False
        if self.we and name.startswith(self.we):
            return True
        return self.is_company(name) or name == self.author or name.startswith((*self.people, *self.products))


def find_cast(document: Document, text: str) -> Cast:
    """The cast of a document whose clean text is `text`, from its first READ_AT_MOST characters."""
    author = view(document.author).text  # headlines are in Simplified
    title = Document(document.doc_id, document.path, "", view(document.title).text, author)
    return _cast(title, text[:READ_AT_MOST])


@lru_cache(maxsize=2)  # mentions and observations ask for the same one
def _cast(document: Document, text: str) -> Cast:
    plain = _INSERTED.sub("", _MARKUP.sub(" ", text))
    people = find_people(f"{document.title}\n{plain}")
    others = steady_names(plain) - people
    company = find_company(document, plain, others, people)
    called = (name for name in aliases(plain).values() if company and name.endswith(company))
    company = next(called, company)  # 和远医药, of which 远医药 is steady
    people -= {name for name in people if company.startswith(name)}
    products = _products(plain)
    short = find_short(company, plain) or max(
        (name for name in others if name != company and company.startswith(name)),
        key=lambda name: (len(name), name),
        default="",
    )
    if short and len(company) >= 6 and plain.count(short) >= 3 * plain.count(company):
        company, short = short, company  # 京海远禾堂生物科技, told as 远禾堂
    author = find_author(document, plain, company)
    company, short = ("", "") if company == author else (company, short)  # who answers is no firm
    firms = {
        firm
        for firm in find_firms(plain)
        if not company.endswith(firm) and not short.endswith(firm) and firm not in people
    }
    known = {
        company, short, *firms, *people, *products, *others, *({author} if author in plain else set()),
    } - {""}  # fmt: skip
    pattern = pattern_of(known)
    rest = frozenset(others - {company, short})
    return Cast(
        company, short, author, frozenset(people), frozenset(products), rest, _is_motoring(plain), pattern,
        company or ("公司" if author and "公司" in plain else ""),
        _introduced(document, text, company, short), frozenset(known),
    )  # fmt: skip


def pattern_of(known: Iterable[str]) -> re.Pattern[str] | None:
    """What finds any of these names, the longest first; None for no names."""
    names = sorted(known, key=lambda name: (-len(name), name))[:_MAX_NAMES]
    starts = "".join(sorted({re.escape(name[0]) for name in names}))
    return re.compile(f"(?=[{starts}])(?:{'|'.join(map(_bounded, names))})") if names else None


def _introduced(document: Document, text: str, company: str, short: str) -> int:
    """Where the company is first named or spoken of as 我们, 公司; 0 where the title names it."""
    if not company or company in document.title or (short and short in document.title):
        return 0
    places = [text.find(name) for name in (company, short) if name]
    if (own := OWN.search(text)) is not None:
        places.append(own.start())
    return min((place for place in places if place >= 0), default=0)


def _is_motoring(text: str) -> bool:
    count = len(re.findall(r"汽车|轿车|SUV|车主|新车|车企|车型", text))
    return count >= 5 and count * 500 >= len(text)


def _bounded(name: str) -> str:
    """A Latin name must not be a part of a longer one."""
    left = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    right = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{left}{re.escape(name)}{right}"


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
