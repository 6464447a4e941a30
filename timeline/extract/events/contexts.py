"""A sentence's clauses in their context: what each says of its own, announces, or leads up to."""

import re
from dataclasses import dataclass

from timeline.extract.events import scoring
from timeline.extract.headlines.shortening import SHORT
from timeline.extract.language.clauses import Clause
from timeline.extract.language.predicates import is_attributive
from timeline.extract.language.undated import undated
from timeline.extract.language.words import joined, plain_words
from timeline.extract.who.entities import Cast
from timeline.lexicon.actions import ACTIONS
from timeline.lexicon.grammar import (
    ANNOUNCED_OBJECTS,
    FIRST_PERSON,
    FIRST_PERSON_PLURAL,
    NEGATIONS,
)

_LISTS = re.compile(r"分别(?:为|是|达|约)[^，]*(?:和|及|、|与)")
_TRANSITIVE = frozenset({"refuse", "propose", "decide", "debate"})  # say nothing without an object
_PASSED = (
    "认证", "认定", "审定", "审核", "验收", "评审", "考核", "决议", "审议", "审批", "聆讯", "检查", "鉴定",
)  # fmt: skip
_THROUGH = frozenset({"经", "经过", "历经", "后经", "后因", "几经"})  # what follows came of it
# 在没有订单的情况下，…: what a step was taken in, or by means of.
_CIRCUMSTANCE = re.compile(
    r"(?:不久|(?:情况|前提|背景|基础|推动|带领|影响|支持|帮助|形势|指导|压力|努力|领导|牵头|主导)之?下)[，,\s]*$"
)
_SAYS = frozenset({"称", "表示", "宣布", "显示", "指出", "透露", "说"})  # 发布公告称，…
_BEFORE_THAT = re.compile(r"\W*(?:但|而)?(?:在[此这那]之前|此前|在这以前|后者[是为]|前者[是为])")
# 这也是公司创立42年来，…; 时间来到1964年，…: what only leads to the next clause.
_FRAME = re.compile(
    r"\W*(?:(?:这|此|那)[也还就更]*(?:是|系)[^，。]*(?:年来|以来|至今|史上)"
    r"|(?:时间|时针|镜头|日历|时光|目光)[^，。]{0,3}(?:来到|回到|拨回|进入|翻到|转到|退回|走到|倒回)[^，。]{2,14})\W*"
)
# 湖畔农机因未提交报告，…: a reason for what comes next.
_LACKING = re.compile(r"[^，。]{0,14}(?:因|因为|由于)(?:此前|当时|公司)?(?:未|没|无法|不能)[^，。]{2,}$")
_PLACE = re.compile(r"\W*(?:[但而并]?在|从)[^了]{3,30}[中里上内]\W*")  # 在全球网站排名中，…


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence of a text: its clauses, and the names that the document uses."""

    text: str
    cast: Cast
    clauses: list[Clause]

    def _body(self, index: int) -> str:
        return self.text[self.clauses[index].start : self.clauses[index].end]

    def _tells(self, index: int, timed: bool) -> bool:
        """Whether a clause says something of its own, besides a date or a reason."""
        clause = self.clauses[index]
        if self._only_leads(index) or self._is_one_noun(clause):
            return False
        weak = clause.action is None or clause.action.weight < 2
        if self._depends(index, timed) or (index and not timed and self._resumes(index, weak)):
            return False
        if clause.temporal and clause.main and clause.main.text in NEGATIONS and weak:
            return False  # 还没毕业的时候
        texts = {word.text for word in clause.words}
        if "是" in texts and "为了" in texts:
            return False  # 完全是为了招人: what for, not what
        words = [word for word in undated(clause) if word.tag not in "XUPCD"]
        if not words or self._is_topic(index) or self._leans(index):
            return False
        if clause.verb < 0:
            rest = scoring.undated_text(clause, self.text)
            return scoring.has_figure(rest) or "周年" in self._body(index) or "已" in rest
        return self._says_what(index)

    def _only_leads(self, index: int) -> bool:
        """Whether a clause is a row of a table, or nothing but the way to the next clause."""
        body = self._body(index)
        bare = body.rstrip("，, ")
        if _LISTS.search(body) or self._only_speaks(index):
            return True  # 营业收入分别为…和…: rows of a table
        if bare.endswith(("来说", "而言", "来看", "来讲")) or _FRAME.fullmatch(body):
            return True
        if _CIRCUMSTANCE.search(body) or _PLACE.fullmatch(body):
            return True
        return index + 1 < len(self.clauses) and _LACKING.match(bare) is not None

    def _depends(self, index: int, timed: bool) -> bool:
        """Whether a clause is under another one, or a day that is counted from a step."""
        clause = self.clauses[index]
        if clause.subordinate and not timed:
            return not (index and self._is_bare(index - 1) and self._says_when(clause))
        words = clause.words  # 正是云帆上市的第二天
        return len(words) > 2 and words[-1].tag == "T" and words[-2].text == "的" and clause.main is not None

    def _resumes(self, index: int, weak: bool) -> bool:
        """Whether a clause without a date says more of the one before: what the day was, what it was before."""
        clause = self.clauses[index]
        opening = [word.text for word in clause.words[:2]]
        if clause.main is None and opening[:1] in (["正是"], ["恰是"], ["正值"]):
            return True  # 9月15日，正是期限的截止日
        copula = opening[:1] in (["为"], ["系"], ["均为"], ["是"]) or opening in (["这", "是"], ["那", "是"])
        if weak and copula and not self._is_bare(index - 1):
            return True
        return _BEFORE_THAT.match(self._body(index)) is not None

    def _says_what(self, index: int) -> bool:
        """Whether a clause with a verb says what was done, and to what."""
        clause = self.clauses[index]
        action = clause.action
        aged = (
            action is not None
            and action.act == "found"
            and any(t.timex.type == "DURATION" for t in clause.times)
        )
        if aged and any(word.text == "的" for word in clause.words[clause.verb :]):
            return False
        after = [word for word in clause.words[clause.verb + 1 :] if word.tag not in "TXU"]
        texts = {word.text for word in clause.words}
        before = clause.words[clause.verb - 1]
        bare = action is not None and action.act in _TRANSITIVE and not after
        if bare and not self._announced(index) and (before.tag != "V" or before.text == "是"):
            return bool(texts & {"把", "被", "将", "对"})
        if not after and action is None and not texts & {"把", "被", "将"}:
            rest = scoring.undated_text(clause, self.text)
            lasted = clause.main is not None and any(
                time.timex.type == "DURATION" and time.start > clause.main.start for time in clause.times
            )  # 去看了10分钟
            return lasted or scoring.counts(rest) or bool(self.cast.found_in(rest))
        return bool(after) or clause.words[clause.verb].text not in ("是", "就是", "为", "在", "有")

    def _is_one_noun(self, clause: Clause) -> bool:
        """Whether a clause only names a thing: 一场持续三年的诉讼."""
        words = undated(clause)
        of = next((index for index, word in enumerate(words) if word.text == "的"), -1)
        counted = of > 1 and words[0].text.startswith("一") and words[0].tag + words[1].tag == "MV"
        return counted and bool(words[of + 1 :]) and all(word.tag in "NQ" for word in words[of + 1 :])

    def _only_speaks(self, index: int) -> bool:
        """Whether a clause quotes words that tell of no step: 在年会上说：“活下去就是胜利。”"""
        clause = self.clauses[index]
        quoted = self.clauses[index + 1].words[:1] if index + 1 < len(self.clauses) else ()
        if clause.action is None or clause.action.act != "tell" or not quoted or quoted[0].tag != "Q":
            return False
        return not any(ACTIONS[word].weight for word in plain_words(quoted[0].text) if word in ACTIONS)

    def _says_when(self, clause: Clause) -> bool:
        return clause.temporal or self.text.startswith("当", clause.start)

    def _is_bare(self, index: int) -> bool:
        """Whether a clause is nothing but a date, or nouns that lead to one: 他的故事在2018年6月11日，."""
        clause = self.clauses[index]
        if clause.times and clause.verb < 0 and clause.words[-1].tag == "T":
            return True
        return bool(clause.times) and all(word.tag in "XUPCD" for word in undated(clause))

    def _is_topic(self, index: int) -> bool:
        """Whether the next clause says what this one is: 第一个重大业务，就是…."""
        if index + 1 >= len(self.clauses):
            return False
        following = self.clauses[index + 1]
        first = next((word for word in following.words if word.tag not in "X"), None)
        return first is not None and first.text in ("就是", "便是", "正是", "即是", "莫过于")

    def _leans(self, index: int) -> bool:
        """Whether a clause without a verb of its own leads to the next: 以3万辆的销量，结束了…."""
        if index + 1 >= len(self.clauses):
            return False
        clause, following = self.clauses[index], self.clauses[index + 1]
        words, verb = undated(clause), clause.main
        first = next((word.text for word in words if word.tag not in "XUDC" or word.text in _THROUGH), "")
        tail = next((word.text for word in reversed(words) if word.tag not in "XU"), "")
        if first == "受" and tail in ("影响", "冲击", "拖累", "波及"):
            return True
        if following.verb < 0:
            return False
        if first == "通过" and not tail.endswith(_PASSED):
            return not following.times  # 通过技改，产能提高到…
        if verb is None and any(word.text == "作为" for word in words):
            return True
        counted = first in ("经过", "历经") and any(word.tag == "M" for word in words)
        if first in _THROUGH and not counted:
            return not following.times
        if any(time.timex.type != "DURATION" for time in following.times):
            return False
        if verb is None:
            return any(word.tag == "P" for word in words)
        led = any(word.tag == "P" and word.start < verb.start for word in words)
        return led and words[-1].tag in "NMF" and is_attributive(clause.words, clause.verb)

    def _topic(self, index: int) -> Clause | None:
        """The nouns before a passive clause: 几句寒暄，被做成了视频."""
        clause = self.clauses[index]
        first = next((word for word in undated(clause) if word.tag not in "XUDC"), None)
        if index and first is not None and first.text == "被" and self.clauses[index - 1].verb < 0:
            return self.clauses[index - 1]
        return None

    def _announced(self, index: int) -> Clause | None:
        """The clause that says what this one announces: after a colon, or after a verb of saying."""
        clause = self.clauses[index]
        if index + 1 >= len(self.clauses) or clause.main is None:
            return None
        rest = [word for word in clause.words[clause.verb + 1 :] if word.tag in "NMQVAT"]
        bare = (
            not rest
            or rest[-1].text in ANNOUNCED_OBJECTS
            or "".join(word.text for word in rest) in ("一句话", "一点")
        )
        speaks = clause.action is not None and clause.action.act in ("tell", "announce", "decide", "propose")
        debates = clause.action is not None and clause.action.act == "debate"
        says = speaks and clause.words[-1 - (clause.words[-1].tag == "X")].text in _SAYS
        if (clause.colon and bare) or ((not rest or says) and speaks) or (debates and bare):
            return self.clauses[index + 1]
        return None

    def _addition(self, index: int) -> Clause | None:
        """The next clause, if all it does is to give a figure."""
        if index + 1 >= len(self.clauses) or self.clauses[index].temporal:
            return None
        if len(joined(undated(self.clauses[index]))) > SHORT + 4:
            return None  # no room in the headline: an event of its own
        clause = self.clauses[index + 1]
        first = next((word.text for word in clause.words if word.tag not in "XDC"), "")
        if first in FIRST_PERSON | FIRST_PERSON_PLURAL:
            return None  # 厂子倒闭，我拿着8000块…: two subjects
        if (
            clause.times
            or clause.subordinate
            or clause.temporal
            or not re.search(r"\d", self.text[clause.start : clause.end])
        ):
            return None
        if clause.main is not None and any(word.text == "的" for word in clause.words[clause.verb + 1 :]):
            return None  # 最初为一家仅有12人的小店: what it was, not how much
        named = clause.main is not None and bool(
            self.cast.found_in(self.text[clause.start : clause.main.start])
        )
        light = clause.action is None or (clause.action.weight < 3 and not named)
        return clause if light and not scoring.is_doubtful(clause, self.text) else None
