"""Who a clause speaks of when it does not say so: the subject carried through a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from timeline.extract.clauses import Clause
from timeline.extract.entities import Cast
from timeline.extract.predicates import is_attributive
from timeline.extract.pronouns import Told, stands_alone
from timeline.extract.undated import undated
from timeline.extract.whose import (
    ADVERBIAL,
    MEASURED,
    SOURCES,
    measure_of,
    only_changes,
    place_of_described,
    without_period,
)
from timeline.extract.words import Word, tag_of
from timeline.lexicon.actions import ACTIONS, LIGHT
from timeline.lexicon.grammar import (
    CONNECTIVES,
    FILLERS,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    KEPT_ADVERBS,
    MENTAL,
    PLANS,
    THIRD_PERSON,
    wordset,
)

_GETS = wordset("获得 取得 得到 获 受到 遭到 接受 遭 遭受 受 获评 获批")
LONGEST = 12  # characters of a subject that is worth repeating
_BUILT = wordset("开发出 研发出 研制出 建设 兴建 新建 修建 开建 动工 开工 筹建 扩建 规划 打造")
_LEADS = wordset("让 使 使得 令 促使")
_PUT_OUT = wordset("推出 发布 研发 开发 引进 购入")
_PUT_TO_USE = wordset("投入运营 投入使用 投运 投产 上线 下线 开售 量产")
_ONE = frozenset({"一款", "一个", "一家", "一座", "一种"})
_BECOMES = wordset("待 等待 有待 成为 是 宣布 成了 变为 改名为 更名为 晋升为 跃居")
# What a measure cannot do, only whose it is: 销量…，成为冠军.
_OWNERS_DO = frozenset(
    {
        "unveil",
        "acquire",
        "invest",
        "found",
        "enter",
        "partner",
        "sign",
        "develop",
        "announce",
        "appoint",
        "open",
    }
)
_FIRM = (
    "公司",
    "集团",
    "科技",
    "股份",
    "生物",
    "医药",
    "药业",
    "银行",
    "证券",
    "电子",
    "汽车",
    "实业",
    "控股",
    "资本",
    "能源",
    "材料",
    "智能",
    "健康",
)
_SHARES = wordset("股票 股份 普通股 公司股票")
_OPENED = frozenset({"produce", "open", "build", "found", "online", "sale"})
_TURNED = wordset("改制为 改组为 组建 筹建 筹办 变更为 改建为 合并为")  # … X，正式成立: X was founded


def find_subjects(clauses: Sequence[Clause], cast: Cast, told: Told, text: str) -> tuple[list[Told], Told]:
    """What each clause may leave unsaid, and what is still in mind after the sentence."""
    said = [subject_of(clause, cast, told) for clause in clauses]
    if said and told.subject and text.startswith("——", clauses[0].end):
        said[0] = told.subject  # the head of an entry
    carried = told.subject if _begins_headless(clauses, cast) else ""
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
        carried = "" if carried in SOURCES else _led_to_act(clause, cast) or carried
        told = _on_topic(told, carried, cast)
    kept = not carried.endswith("等") and (
        cast.is_ours(carried)
        or tag_of(carried)[:2] == "nr"
        or carried == told.company
        or carried in cast.others
        or carried[:1] in ("“", "《", "「")
        or any(product in carried for product in cast.products)
    )
    return result, told._replace(subject=carried if kept else "")


def _led_to_act(clause: Clause, cast: Cast) -> str:
    """危机让苏遥找到了机会，…: whoever was led to act goes on acting."""
    pairs = pairwise(clause.words)
    return next(
        (word.text for before, word in pairs if before.text in _LEADS and _is_known(word.text, cast)), ""
    )


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
    if not other and not cast.company and subject.endswith(_FIRM) and len(subject) <= 10:
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
    if before.verb < 0 or led or clause.main.text in ("更名为", "改名为"):
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
        start = next((i for i, word in enumerate(words) if word.text in _TURNED), None)
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


def _begins_headless(clauses: Sequence[Clause], cast: Cast) -> bool:
    """Whether a sentence starts without a subject of its own."""
    for clause in clauses:
        words = [word for word in undated(clause) if word.tag not in "XUCB" and word.text not in CONNECTIVES]
        if words:
            return words[0].tag in "VPTD" or words[0].text in THIRD_PERSON or words[0].text in KEPT_ADVERBS
    return True


def subject_of(clause: Clause, cast: Cast, told: Told) -> str:
    """Who a clause speaks of, when it says so: a pronoun's name, or the nouns before the verb."""
    if clause.verb < 0:
        first = next((word for word in undated(clause) if word.tag not in "XUDC"), None)
        if first and first.text in FIRST_PERSON | FIRST_PERSON_PLURAL:
            return cast.author if first.text in FIRST_PERSON else cast.we
        if first and cast.is_ours(first.text):
            follows = clause.words[clause.words.index(first) + 1 :][:1]
            return f"{first.text}等" if follows and follows[0].text == "、" else first.text
        last = next((word.text for word in reversed(clause.words) if word.tag != "X"), "")
        return last if last in cast.people else _before_a_price(clause)  # 现年55岁的苏遥，于…
    if _is_known(clause.words[-1].text, cast) and is_attributive(clause.words, clause.verb):
        return clause.words[-1].text  # 1940年出生的苏遥，于…
    made = any(word.tag == "N" for word in clause.words[: clause.verb])
    if made and clause.words[-1].tag == "N" and clause.words[clause.verb + 1].text == "的":
        return _head_noun(clause)
    words = [word for word in undated(clause) if word.tag not in "TB"]
    if start := place_of_described(words):
        run = takewhile(lambda word: word.tag in "NQ", words[start:])
        return "".join(word.text for word in run)[:LONGEST]
    limit = clause.words[clause.verb].start
    parts: list[Word] = []
    skip = _end_of_role(words, limit)
    for position, word in enumerate(words):
        if position < skip:
            continue
        if word.start >= limit:
            break
        if not parts:
            pronoun = _pronoun(words, position, cast, told)
            if pronoun is not None:
                return pronoun
            if word.text in ("和", "与", "跟", "同") and position == 0:
                return ""  # 和两个同学租下…: whoever was spoken of, with them
            if (
                word.tag in "XUDC"
                or word.text in CONNECTIVES
                or word.text in KEPT_ADVERBS
                or word.text in FILLERS
                or (word.text in ADVERBIAL and words[position + 1 : position + 2][0].tag in "VDPC")
            ):
                continue
            if word.text in _BECOMES or (word.text in _GETS and not is_attributive(words, position)):
                return ""
            noun_next = position + 1 < len(words) and words[position + 1].tag == "N"
            if noun_next and not parts and (word.text in ACTIONS and ACTIONS[word.text].act in LIGHT):
                return ""  # 完成股份制改造: what is done, not who did it
            if word.tag == "P" or (word.tag == "V" and not is_attributive(words, position) and not noun_next):
                return _described(words[position:], limit, cast)
        following = words[position + 1] if position + 1 < len(words) else None
        if parts and (word.text in KEPT_ADVERBS or word.text in FILLERS):
            break
        if parts and parts[-1].text == "的" and (pronoun := _pronoun(words, position, cast, told)):
            return pronoun  # 25岁的他
        if parts and word.text in _GETS and not is_attributive(words, position):
            break  # X获得监管部门批准: X is the subject
        if parts and word.tag == "A" and len(word.text) == 1 and following and following.tag == "V":
            break  # 远禾新|开10家门店
        if parts and word.text in ("多", "均", "皆", "都", "大多", "各"):
            break  # 客户多提前拉货
        if word.tag == "V" and (is_attributive(words, position) or (following and following.tag == "N")):
            parts.append(word)
            continue
        if word.text == "前" and parts and following and following.tag == "M":
            parts.append(word)  # 美国前八大航空公司
            continue
        if word.tag not in "NAMQU" or word.text in ("了", "着", "过"):
            break
        parts.append(word)
    return _short_subject(parts, cast)


def _counted_head(parts: Sequence[Word]) -> str:
    """临海25家实力不俗的作坊 → 25家作坊: what describes is no owner."""
    last = max((i for i, word in enumerate(parts) if word.text == "的"), default=0)
    count = next((word.text for word in parts[:last] if word.tag == "M"), "")
    described = last and parts[last - 1].tag in "AV" and count
    return count + "".join(word.text for word in parts[last + 1 :]) if described else ""


def _is_known(name: str, cast: Cast) -> bool:
    return name in cast.people or cast.is_ours(name)


def _head_noun(clause: Clause) -> str:
    """三款远禾自主打造的播种机, told before a comma → 三款播种机."""
    words = [word for word in undated(clause) if word.tag not in "TBX"]
    last = max((i for i, word in enumerate(words) if word.text == "的"), default=-1)
    count = words[0].text if words and words[0].tag == "M" else ""
    name = count + "".join(word.text for word in words[last + 1 :])
    return name if len(count) + 2 <= len(name) <= LONGEST else ""


def _before_a_price(clause: Clause) -> str:
    """Who pays: 远禾农机以4亿元的价格，收购…."""
    words = [word for word in undated(clause) if word.tag not in "XTB"]
    end = next((i for i, word in enumerate(words) if word.text in ("以", "耗资", "斥资")), 0)
    name = "".join(word.text for word in words[:end])
    return name if 2 <= len(name) <= LONGEST and all(word.tag in "NAQ" for word in words[:end]) else ""


def _described(words: Sequence[Word], limit: int, cast: Cast) -> str:
    """Who is described first, before the verb: 刚从大学毕业的|陈小云|在…租下一间办公室."""
    for before, word in pairwise(words):
        if word.start >= limit:
            break
        if before.text == "的" and cast.is_ours(word.text):
            return word.text
    return ""


def _end_of_role(words: Sequence[Word], limit: int) -> int:
    """作为国内最早的一批厂商的云帆…: the subject stands after the role."""
    first = next((i for i, word in enumerate(words) if word.tag not in "XUDC"), -1)
    if first < 0 or words[first].text != "作为":
        return 0
    return max((i + 1 for i, word in enumerate(words) if word.text == "的" and word.start < limit), default=0)


def _pronoun(words: Sequence[Word], position: int, cast: Cast, told: Told) -> str | None:
    word = words[position]
    if word.text in FIRST_PERSON_PLURAL and stands_alone(words, position):
        return (told.company or word.text) if word.text in ("公司", "集团") else cast.we
    if word.text in FIRST_PERSON:
        return cast.author
    if word.text in ("他", "她"):
        return told.person
    return None


def _short_subject(parts: Sequence[Word], cast: Cast) -> str:
    """The nouns as a subject that may be repeated; a person without his title, a product by its name."""
    if not any(word.tag in "NQ" for word in parts):
        return ""
    name = "".join(word.text for word in parts).strip("的")
    if not any(word.text == "、" for word in parts):
        for known in (word.text for word in reversed(parts)):
            if known in cast.people:
                return known
    listed = next((i for i, word in enumerate(parts) if word.text == "、"), 0)
    if len(name) > LONGEST and listed and parts[listed - 1].text in cast.people:
        return f"{parts[listed - 1].text}等"
    if len(name) > LONGEST:
        quoted = next((word.text for word in parts if word.tag == "Q"), "")
        product = next((word.text for word in parts if word.text in cast.products), "")
        owner = name.rsplit("的", 1)[0]
        ours = cast.company if cast.is_company(name) and len(owner) > LONGEST else ""
        owner = _counted_head(parts) or owner
        name = quoted or product or ours or owner
    elif "的" in name and len(name) > 8:
        owner, _, thing = name.rpartition("的")
        name = owner if thing in ("成功", "发展", "增长", "表现", "规模", "扩张") else name
    return name if 2 <= len(name) <= LONGEST else ""
