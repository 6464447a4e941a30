"""Who a clause speaks of when it does not say so: the subject carried through a sentence."""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from timeline.extract.language.clauses import Clause
from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.undated import undated
from timeline.extract.language.words import Word, tag_of
from timeline.extract.who.entities import Cast
from timeline.extract.who.firm_names import is_named_firm
from timeline.extract.who.heading_firms import looks_like_firm
from timeline.extract.who.pronouns import Told
from timeline.extract.who.spoken import LONGEST, subject_of
from timeline.extract.who.whose import (
    MEASURED,
    SOURCES,
    measure_of,
    only_changes,
    without_period,
)
from timeline.lexicon.grammar import (
    CONNECTIVES,
    FIRST_PERSON,
    FORECASTS,
    KEPT_ADVERBS,
    MENTAL,
    PLANS,
    THIRD_PERSON,
    wordset,
)

_OF_TWO = re.compile("前者|后者|双方")
_NEAR = 200  # characters after a clause in which one of these speaks of its names
_WITH = frozenset("与和同及")
_BUILT = wordset("开发出 研发出 研制出 建设 兴建 新建 修建 开建 动工 开工 筹建 扩建 规划 打造")
_LEADS = wordset("让 使 使得 令 促使")
_PUT_OUT = wordset("推出 发布 研发 开发 引进 购入")
_PUT_TO_USE = wordset("投入运营 投入使用 投运 投产 上线 下线 开售 量产")
_ONE = frozenset({"一款", "一个", "一家", "一座", "一种"})
# What a measure cannot do, only whose it is: 销量…，成为冠军.
_OWNERS_DO = wordset("unveil acquire invest found enter partner sign develop announce appoint open")
_SHARES = wordset("股票 股份 普通股 公司股票")
_OPENED = frozenset({"produce", "open", "build", "found", "online", "sale"})
_TURNED = wordset("改制为 改组为 组建 筹建 筹办 变更为 改建为 合并为")  # … X，正式成立: X was founded


def find_subjects(clauses: Sequence[Clause], cast: Cast, told: Told, text: str) -> tuple[list[Told], Told]:
    """What each clause may leave unsaid, and what is still in mind after the sentence."""
    said = [subject_of(clause, cast, told) for clause in clauses]
    if said and told.subject and text.startswith("——", clauses[0].end):
        said[0] = told.subject  # the head of an entry
    carried = _from_before(clauses, cast, told)
    result: list[Told] = []
    quoted = measure = ""
    for index, clause in enumerate(clauses):
        names = cast.found_in(text[clause.start : clause.end])
        told = remembered(told, names, cast)
        later = next((name for name in said[index + 1 :] if name), "")
        subject = carried
        if not said[index] and cast.company and cast.is_company(later) and (clause.times or not carried):
            subject = cast.company if later.startswith(f"{cast.company}的") else later
        if not said[index] and _is_owners(clause) and subject.endswith(tuple(MEASURED)):
            subject = told.company
        if not said[index] and measure and only_changes(undated(clause)):
            subject = measure
        measure = measure_of(undated(clause)) or (measure if subject == measure else "")
        named = bool(said[index])
        if named and _measures(said[index], quoted if subject in cast.people and quoted else subject, cast):
            subject = quoted if subject in cast.people and quoted else subject
        elif named and not _plans(clause):
            subject = ""
        quoted = next(
            (word.text for word in reversed(clause.words) if word.tag == "Q" and 3 <= len(word.text) <= 10),
            quoted,
        )
        made = _built(clauses, index) or _became(clauses, index)
        result.append(told._replace(subject=made or subject, named=named))
        bare = said[index] in _SHARES or without_period(said[index]) in MEASURED
        owner = told.company if carried in cast.people and said[index] not in _SHARES else carried
        # 股票上市，收购…, 收入增长，设立…: neither the shares nor the revenue did
        carried = "" if _thinks(clause) else owner or told.company if bare else said[index] or carried
        if carried.endswith("前身"):
            carried = carried.removesuffix("前身").removesuffix("的") or told.company
        carried = "" if carried in SOURCES else carried
        told = _on_topic(told, carried, cast)
        if _OF_TWO.search(text, clause.end, clause.end + _NEAR):
            told = _with_the_two(told, clause, cast)
        elif told.pair[1]:
            told = told._replace(pair=("", ""), both="")  # named too long ago
    kept = not carried.endswith("等") and (
        cast.is_ours(carried)
        or tag_of(carried)[:2] == "nr"
        or carried == told.company
        or carried in cast.others
        or is_named_firm(carried)
        or carried[:1] in ("“", "《", "「")
        or any(product in carried for product in cast.products)
    )
    acting = carried in cast.people or cast.is_company(carried) or carried in cast.others
    topic = carried if acting or is_named_firm(carried) else told.topic
    return result, told._replace(subject=carried if kept else "", topic=topic)


def _with_the_two(told: Told, clause: Clause, cast: Cast) -> Told:
    """With the firms that a clause names, for the next 后者; and those that do something together, for 双方."""
    runs = [
        (is_noun, "".join(word.text for word in words))
        for is_noun, words in groupby(undated(clause), key=_may_be_of_a_name)
    ]
    pair, both = told.pair, told.both
    for index, (is_noun, name) in enumerate(runs):
        if not is_noun or not (name in cast.known or is_named_firm(name) or looks_like_firm(name)):
            continue
        if index > 1 and runs[index - 1][1] in _WITH and runs[index - 2][1] == pair[1]:
            both = f"{pair[1]}{runs[index - 1][1]}{name}"
        if name != pair[1]:
            pair = (pair[1], name)
    return told._replace(pair=pair, both=both)


def _may_be_of_a_name(word: Word) -> bool:
    return word.tag in "NQ" or (word.tag == "A" and len(word.text) == 1)  # 远|禾光电


def _from_before(clauses: Sequence[Clause], cast: Cast, told: Told) -> str:
    """Whom a sentence that begins without a subject goes on about: the last one's, else its paragraph's."""
    if not _begins_headless(clauses, cast):
        return ""
    somebody = any(word.text in FIRST_PERSON for clause in clauses for word in clause.words)
    if told.subject or somebody or not clauses or not _acts_at_once(clauses[0]):
        return told.subject
    return told.topic


def _thinks(clause: Clause) -> bool:
    """Whether what follows has a subject of its own: 我们发现，…; or the clause only names a topic: X，就是…."""
    first = next((word.text for word in clause.words if word.tag not in "XDC"), "")
    if first in ("就是", "便是"):
        return True
    return (
        clause.main is not None
        and clause.main.text in MENTAL
        and not any(w.tag in "NQ" for w in clause.words[clause.verb + 1 :])
    )


def remembered(told: Told, names: Sequence[str], cast: Cast) -> Told:
    """With the last person named, for the next 他."""
    person = next(
        (name for name in reversed(names) if name in cast.people or name == cast.author), told.person
    )
    return told if person == told.person else told._replace(person=person)


def _on_topic(told: Told, subject: str, cast: Cast) -> Told:
    """With the company that 公司 means from here on."""
    if cast.is_company(subject):
        return told._replace(company=cast.company)
    other = min((name for name in cast.others if subject.startswith(name)), default="")
    if not other and not cast.company and (subject in ("公司", "集团") or is_named_firm(subject)):
        other = subject  # of a text that has no company of its own
    return told._replace(company=other) if other else told


def _plans(clause: Clause) -> bool:
    """Whether a clause begins with a plan: 力争贷款余额突破800亿元 is somebody's plan."""
    first = next((word for word in undated(clause) if word.tag not in "XUC"), None)
    return first is not None and first.text in PLANS and first.tag == "D"


def _measures(said: str, owner: str, cast: Cast) -> bool:
    """Whether a clause's subject is a measure that wants its owner named: 销量, 净利润."""
    owned = cast.is_company(owner) or owner in cast.products or owner in cast.others or owner[:1] in "“《"
    return (
        bool(owner)
        and owned
        and without_period(said).startswith(tuple(MEASURED))
        and not said.startswith(owner)
    )


def _is_owners(clause: Clause) -> bool:
    """Whether only a firm, not one of its figures, can do what a clause tells."""
    if clause.main is None:
        return False
    return clause.main.text == "成为" or (clause.action is not None and clause.action.act in _OWNERS_DO)


def _became(clauses: Sequence[Clause], index: int) -> str:
    """What turned into something else: 开始搞驾驶培训，现在已经扩展为…."""
    clause = clauses[index]
    if (
        not index
        or clause.main is None
        or clause.main.text not in ("扩展为", "升级为", "发展成", "演变为", "更名为", "改名为")
    ):
        return ""
    before = clauses[index - 1]
    led = any(word.text in _LEADS for word in before.words)
    if clause.main.text in ("更名为", "改名为"):
        moved = (
            word.text for a, word in pairwise(before.words) if a.text in ("把", "将") and word.tag in "NQ"
        )
        opened = before.words[before.verb + 1 :] if before.action and before.action.act in _OPENED else ()
        named = (word.text for word in opened if word.tag == "Q")
        return next(moved, "") or next(named, "")  # 把“远禾铁坊”卖给苏遥，更名为…; 开设“远禾号”，后改名为…
    if before.verb < 0 or led:
        return ""
    words = [
        word
        for word in before.words[before.verb + 1 :]
        if word.tag in "NQAV" and word.text not in ("搞", "做", "办")
    ]
    name = "".join(word.text for word in words)
    return name if 2 <= len(name) <= LONGEST else ""


def _built(clauses: Sequence[Clause], index: int) -> str:
    """What was to be built, when the clause says that it opened: 建设第二座晶圆厂，预计投产."""
    clause = clauses[index]
    if not index or not clause.action or clause.action.act not in _OPENED:
        return ""
    words = clauses[index - 1].words
    if clause.action.act == "found":
        start = next((i for i, word in enumerate(words) if word.text in _TURNED or _was(words, i)), None)
        name = (
            "".join(word.text for word in words[start + 1 :] if word.tag in "NMAV")
            if start is not None
            else ""
        )
        bare = not any(word.tag in "NQ" for word in clause.words[: clause.verb] if word.tag != "T")
        return name if bare and 2 <= len(name) <= LONGEST + 2 else ""
    begun = _BUILT
    if clause.main and clause.main.text in _PUT_TO_USE and clause.verb + 1 == len(clause.words):
        begun = _BUILT | _PUT_OUT  # 推出…，率先在…投入运营
    start = next((i for i, word in enumerate(words) if word.text in begun), None)
    if start is None:
        return ""
    made = [word for word in words[start + 1 :] if word.text not in _ONE]
    name = "".join(word.text for word in made if word.tag in "NQMA" or word.text == "的")
    if len(name) > LONGEST:
        name = next((word.text for word in reversed(words) if word.tag == "N" and word.text.isascii()), "")
    return name if 2 <= len(name) <= LONGEST and name not in _BUILT else ""


def _was(words: Sequence[Word], index: int) -> bool:
    """Whether what a firm was before comes next: 前身|为|青禾五金厂，成立于1988年."""
    return index > 0 and words[index].text in ("为", "是", "系") and words[index - 1].text.endswith("前身")


def _acts_at_once(clause: Clause) -> bool:
    """Whether a clause begins with what somebody did: not with where, what is foreseen, or who is described."""
    words = undated(clause)
    first = next((index for index, word in enumerate(words) if word.tag not in "XUC"), -1)
    if first < 0 or clause.verb < 0 or words[first].tag not in "VD" or words[first].text in PLANS | FORECASTS:
        return False
    return not is_attributive(words, first) and not is_attributive(clause.words, clause.verb)


def _begins_headless(clauses: Sequence[Clause], cast: Cast) -> bool:
    """Whether a sentence starts without a subject of its own."""
    for clause in clauses:
        words = [word for word in undated(clause) if word.tag not in "XUCB" and word.text not in CONNECTIVES]
        if clause.verb < 0 and len(words) == 1 and len(words[0].text) == 4:
            continue  # 天长日久，…: nobody yet
        if words:
            return words[0].tag in "VPTD" or words[0].text in THIRD_PERSON or words[0].text in KEPT_ADVERBS
    return True
