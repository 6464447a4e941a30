"""Who and what a document speaks of: its company, its author, people, products.

Found without any list of names: by how often the text names them, and by what stands around them
(endings such as 公司, titles, book marks, Latin model names, surnames).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from timeline.extract.words import plain_words, tag_of
from timeline.lexicon.naming import (
    COMMON_LATIN,
    COMPANY_ENDINGS,
    COMPANY_HEADS,
    FUNCTION_SURNAMES,
    GENERIC_NOUNS,
    NAME_EDGES,
    SURNAMES,
    TITLES,
)
from timeline.model import Document

_HAN = r"[一-鿿]"
_HAN_RUN = rf"({_HAN}{{0,3}})"
_HAN_END = re.compile(rf"{_HAN}*$")
_MARKUP = re.compile(
    r"<[^<>]{0,2000}>|https?://[^\s\"'<>]+|(?<![A-Za-z0-9._-])[A-Za-z0-9._-]{1,64}@[A-Za-z0-9.-]+"
)
_HEAD = re.compile(COMPANY_HEADS)
_ENDING_ALONE = re.compile(COMPANY_ENDINGS)
# What a title calls the history or the report of the company that it begins with.
_RECORD = r"(?:公司)?(?:发展|企业|创业)?(?:大事[记年]|历程|编年史?|沿革|年表|\d{4}年)"
# A firm that is presented by its head, or by its founding: 对话云帆航空创始人, 云帆汽车正式成立.
_PRESENTED = re.compile(
    rf"(?<![一-鿿])(?:专访|对话|访谈|访|记|今天|注册了|创办了|成立了)?({_HAN}{{2,4}}?(?:{COMPANY_ENDINGS}))"
    rf"(?:(?:联合)?创始人|董事长|总裁|CEO|总经理|(?:正式|今天|今日)*(?:注册)?(?:成立|诞生|上市|开业))"
)
_FOUNDER = re.compile(
    r"(?<![一-鿿他她])我(?:们)?(?:一手|就|真的|当初)?(?:创办|创立|创建)了?|我的(?:\w{0,4}年)?创业"
)
_SAYS = "说|称|表示|指出|认为|强调|透露|坦言|回忆|写道|坦承|告诉|宣布|担任|出任|接任|兼任|卸任|辞去|加入|率领|在接受|介绍"
_NAME = rf"(?:{SURNAMES}){_HAN}{{1,2}}?"
_PERSON = re.compile(
    rf"(?<![一-鿿])(?P<a>{_NAME})(?=(?:{_SAYS}|{TITLES}))"
    rf"|(?:[的由与和是对给为向、，]|当选|任命|聘请|聘任)(?P<b>{_NAME})(?={TITLES}|(?:担任|出任|接任|兼任|为(?:公司|集团|新任|{TITLES})))"
    rf"|(?:{TITLES})(?P<c>{_NAME})(?=[^一-鿿]|[在于将说称表出担任也和与的宣向对是曾为把接因从]|{TITLES}|$)"
    rf"|(?:名叫|叫做|叫|名为)(?P<d>{_NAME})(?=的|[，。、])"
)
_LATIN = re.compile(
    r"(?<![A-Za-z0-9_/])[A-Za-z][A-Za-z0-9+.-]*[A-Za-z0-9+](?:[ ](?:[A-Z][A-Za-z0-9+]*|\d+(?:\.\d+)?(?![一-鿿]))(?![A-Za-z0-9]))*(?![A-Za-z0-9_])"
    r"|(?<![A-Za-z0-9])[A-Z]\d+(?![A-Za-z0-9])"
)
_OLD_FRIEND = re.compile(rf"(?:(?<![一-鿿])|(?<=[和与跟让找给对]|学|事|友|人))(老(?:{SURNAMES}))(?={_HAN})")
_NO_WORD = ("", "t", "n", "nr")
_TITLE_OF_WORK = re.compile(r"《([^《》\n]{1,30})》")
_COMMON = frozenset(
    {"v", "n", "d", "a", "p", "c", "r", "vn", "l", "i", "m", "t", "f", "ad", "an", "vd", "b", "z", "s", "j"}
)
_PROPER = frozenset({"nz", "nt", "nrt", "nr"})
_COUNTED = frozenset("碗台辆款家位名次场项支条种件部份张套批颗枚间户架艘年月日天岁倍层级吨元万亿千百十")
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

    def is_ours(self, name: str) -> bool:
        """Whether a subject is the company, the author, one of its people or products."""
        if not name:
            return False
        return (
            self.is_company(name)
            or name == self.author
            or any(name.startswith(known) for known in (*self.people, *self.products))
        )


def find_cast(document: Document, text: str) -> Cast:
    """The cast of a document whose clean text is `text`, from its first READ_AT_MOST characters."""
    plain = _MARKUP.sub(" ", text[:READ_AT_MOST])
    people = _people(plain)
    others = _steady_names(plain) - people
    company = _main_company(document, plain, others, people)
    people -= {name for name in people if company.startswith(name)}
    products = _products(plain)
    short = _short(company, plain)
    author = _author(document, plain, company)
    known = {company, short, *people, *products, *others, *({author} if author in plain else set())} - {""}
    names = sorted(known, key=lambda name: (-len(name), name))[:_MAX_NAMES]
    starts = "".join(sorted({re.escape(name[0]) for name in names}))
    pattern = re.compile(f"(?=[{starts}])(?:{'|'.join(map(_bounded, names))})") if names else None
    rest = frozenset(others - {company})
    return Cast(
        company, short, author, frozenset(people), frozenset(products), rest, _is_motoring(plain), pattern
    )


def _is_motoring(text: str) -> bool:
    count = len(re.findall(r"汽车|轿车|SUV|车主|新车|车企|车型", text))
    return count >= 5 and count * 500 >= len(text)


def _author(document: Document, text: str, company: str) -> str:
    """Who says 我: the author that the document names, 我叫X, or the founder that the text makes him."""
    author = document.author.split(";")[0].strip()
    if re.fullmatch(r"[一-鿿·]{2,8}|[A-Z][\w .'-]{2,30}", author):
        return author
    asked = re.search(
        rf"(?:专访|对话|对谈|访谈|采访)[^，。：\n]{{0,20}}?(?:{TITLES})({_NAME})(?!{_HAN})", document.title
    )
    if asked and _may_be_a_person(asked[1]) and re.search(r"(?m)^\W{0,3}[问答Q][：:]", text):
        return asked[1]
    called = re.search(rf"(?<![一-鿿])我(?:叫|是)((?:{SURNAMES}){_HAN}{{1,2}})(?=[，。、])", text)
    if called and _may_be_a_person(called[1]):
        return called[1]
    opened = rf"(?<![一-鿿])我[^。！？\n]{{0,30}}?(?:开|办|创办|创立|注册)了?{re.escape(company)}"
    founder = company and (_FOUNDER.search(text) or re.search(opened, text))
    return f"{company}创始人" if founder else ""


def _short(company: str, text: str) -> str:
    """海川 for 海川银行, where the text uses it alone."""
    ending = re.search(rf"(?:{COMPANY_ENDINGS})$", company)
    stem = (
        company[: ending.start()]
        if ending
        else company[:-2]
        if len(company) >= 4 and tag_of(company[-2:]) == "n"
        else ""
    )
    return (
        stem
        if len(stem) >= 2
        and not tag_of(stem).startswith("ns")
        and (
            text.count(stem) >= text.count(company) + 2
            or re.search(rf"(?<![一-鿿]){re.escape(stem)}(?:成立|创立|创办|宣布|发布|推出|收购|旗下)", text)
        )
        else ""
    )


def _bounded(name: str) -> str:
    """A Latin name must not be a part of a longer one."""
    left = r"(?<![A-Za-z0-9])" if name[0].isascii() else ""
    right = r"(?![A-Za-z0-9])" if name[-1].isascii() else ""
    return f"{left}{re.escape(name)}{right}"


def _main_company(document: Document, text: str, steady: set[str], people: set[str]) -> str:
    """The name that stands most often before words that go with companies (X公司, X宣布, X成立)."""
    grams: Counter[str] = Counter()
    for match in _HEAD.finditer(text):
        run = _before(text, match.start(), 5)
        for size in range(2, len(run) + 1):
            grams[run[-size:]] += 1
    opening = Counter(
        m[1][:size] for m in re.finditer(rf"(?<![一-鿿])(?=({_HAN}{{2,4}}))", text) for size in (2, 3, 4)
    )
    proper = {
        gram for gram, count in opening.items() if count >= 3 and tag_of(gram) in _PROPER and len(gram) > 1
    }
    best, best_score = "", 0.0
    for gram in sorted({gram for gram, count in grams.items() if count >= 2} | steady | proper):
        if gram in people or not _may_be_a_name(gram) or gram[0] in _COUNTED:
            continue
        tag = tag_of(gram)
        known = 1.0 if not tag else 0.8 if tag.startswith("n") and tag != "n" else 0.4
        score = known * (text.count(gram) + 3 * grams[gram])
        if gram in document.title or gram in text[:60]:
            score *= 1.5
        if score > best_score or (score == best_score and len(gram) > len(best)):
            best, best_score = gram, score
    titled = _titled(document, text)
    if not best or (titled and best in titled):
        return titled or _registered(text) or _presented(document, text) or _latin_company(text)
    registered = re.search(rf"({re.escape(best)}{_HAN}{{0,6}}?)(?:股份)?(?:有限公司|有限责任公司)", text)
    return registered[1] if registered else _whole(best, text)


def _registered(text: str) -> str:
    """The first company that the text names in full: X股份有限公司."""
    match = re.search(rf"(?<![一-鿿])({_HAN}{{2,10}}?)(?:股份)?(?:有限公司|有限责任公司)", text[:2000])
    return match[1] if match and not any(char in match[1] for char in "的是为了在与和由") else ""


def _presented(document: Document, text: str) -> str:
    """The first company that is presented with an ending of companies: 对话云帆航空创始人."""
    found = (match[1] for match in _PRESENTED.finditer(f"{document.title}\n{text[:2000]}"))
    return next((name for name in found if _may_be_a_name(name)), "")


def _before(text: str, end: int, most: int) -> str:
    """The Chinese characters that end at `end`, `most` at most."""
    run = _HAN_END.search(text, max(0, end - most), end)
    return run[0] if run else ""


def _titled(document: Document, text: str) -> str:
    """The company that a title begins with: X大事记, X2023年年度报告."""
    for line in (document.title, text.lstrip()[:60].splitlines()[0] if text.strip() else ""):
        match = re.match(rf"\W*({_HAN}{{2,8}}?(?:{COMPANY_ENDINGS}))(?!{_HAN}{{0,3}}(?:家|们))", line)
        recorded = match is not None and re.match(_RECORD, line[match.end() :]) is not None
        if not match:
            quoted = re.search(rf"[「“]({_HAN}{{2,8}}(?:店|馆|社|厂|坊|院|{COMPANY_ENDINGS}))[」”]", line)
            if quoted and text.count(quoted[1]) >= 2:
                return quoted[1]
        if match and (recorded or text.count(match[1]) >= 2) and _may_be_a_name(match[1]):
            return match[1]
    return ""


def _may_be_a_name(gram: str) -> bool:
    if gram in GENERIC_NOUNS:
        return False
    if (gram[0] in NAME_EDGES or gram[-1] in NAME_EDGES) and tag_of(gram) not in _PROPER:
        return False
    if any(word in gram for word in ("公司", "集团", "我们", "企业", "有限")) or _ENDING_ALONE.fullmatch(
        gram
    ):
        return False
    return tag_of(gram)[:1] in ("", "n", "j")


def _whole(name: str, text: str) -> str:
    """The longer name that the short one is always a part of (永和 in 永和食集)."""
    total = text.count(name)
    longer: Counter[str] = Counter()
    for match in re.finditer(rf"{re.escape(name)}(?={_HAN_RUN})", text):
        before, after = _before(text, match.start(), 2), match[1]
        longer.update(name + after[:size] for size in range(1, len(after) + 1))
        longer.update(before[-size:] + name for size in range(1, len(before) + 1))
    fixed = [
        gram
        for gram, count in longer.items()
        if count >= 0.7 * total and _may_be_a_name(gram) and not gram.endswith(("公", "集", "股份", "有限"))
    ]
    if fixed:
        return min(fixed, key=lambda gram: (-len(gram), gram))
    following = Counter(
        gram
        for gram, count in longer.items()
        for _ in range(count)
        if len(gram) == len(name) + 2 and gram.startswith(name)
    )
    common = following.most_common(3)
    named = [gram for gram, _ in common if _may_be_a_name(gram)]
    if named and sum(count for _, count in common) >= 0.85 * total and following[named[0]] >= 2:
        chosen = min(named, key=lambda gram: (-following[gram], gram))
        longer_still = [
            gram for gram, count in longer.items() if gram.startswith(chosen) and count == following[chosen]
        ]
        return max(longer_still, key=len)
    return name


def _steady_names(text: str) -> set[str]:
    """Strings that the dictionary does not know and that the text repeats whole: names."""
    starts: Counter[str] = Counter()
    for match in re.finditer(rf"(?:(?<![一-鿿])|(?<=[在向对与和给被让由是]))(?=({_HAN}{{2,4}}))", text):
        run = match[1]
        for size in range(2, len(run) + 1):
            starts[run[:size]] += 1
    found: set[str] = set()
    for gram, count in starts.items():
        if count < 3 or tag_of(gram) or not _may_be_a_name(gram) or not _is_odd(gram, 2):
            continue
        total = text.count(gram)
        around = Counter(text[m.end() : m.end() + 1] for m in re.finditer(re.escape(gram), text))
        if total >= (4 if _is_odd(gram) else 5) and around.most_common(1)[0][1] <= 0.5 * total:
            found.add(gram)
    return {gram for gram in found if not any(other != gram and gram in other for other in found)}


def _is_odd(gram: str, longest: int = 1) -> bool:
    """Whether the dictionary can only read `gram` character by character (or nearly)."""
    words = plain_words(gram)
    barred = ("p", "d", "v", "r", "c", "m") if len(words[-1]) == 1 else ("p", "d", "v", "r", "c", "m", "a")
    if len(words) == 2 and len(words[0]) == 1 and tag_of(words[0])[:1] in barred:
        return False
    return max(map(len, words)) <= longest and min(map(len, words)) == 1


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
        if (
            count >= 2
            and name[0] not in FUNCTION_SURNAMES
            and _may_be_a_person(name)
            and _steady(name, text)
            and _acts_in_person(name, text)
        ):
            found.add(name)
    found |= {
        name for name in _OLD_FRIEND.findall(text) if text.count(name) >= 2 and tag_of(name) in _NO_WORD
    }
    return {
        name
        for name in found
        if not any(
            other != name and other.startswith(name) and text.count(other) >= 0.8 * text.count(name)
            for other in found
        )
    }


def _acts_in_person(name: str, text: str) -> bool:
    return (
        re.search(
            rf"{re.escape(name)}{_HAN}{{0,4}}(?:{_SAYS}|讲|谈|问|写|笑|亲自|自己|本人|邀请|出席|回应|{TITLES})",
            text,
        )
        is not None
    )


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
    if any(char in "的了在是和我们不这那就都也与及说称从到" for char in name[1:]):
        return False
    return len(name) == 2 or not any(tag_of(part) in _COMMON for part in (name[:2], name[-2:]))


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
