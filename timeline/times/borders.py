"""Where an expression ends and the next word begins: a character that belongs to its neighbour.

2021年中|国, 三年内|部 at the end; 仅过去|21个月, 创下|十年 at the beginning.
"""

from __future__ import annotations

import re

# A last character that belongs to the next word: 2021年中|国, 三年内|部.
STEALS = {
    "中": "国央小东高低共外西部方学科文美日俄英法韩产上下午秋华期级型心环枢",
    "起": "步码诉草家源伏点飞航义", "初": "步次创期级中", "末": "端日", "底": "层部座盘气下", "内": "部外容存需地卷置蒙销控衣幕", "间": "接隔谍距", "后": "续者台端悔果代勤盾缀视天",
    "前": "往景台途端提身瞻沿辈所例", "来": "到自看说源讲访临电", "里": "程面约", "春": "晚", "秋": "招", "半": "导径价数山岛成",
    "晚": "会宴报间点", "早": "已就期教餐先", "夜": "市景宴", "分": "别析之享公布配销", "号": "称召码", "点": "评击赞开子",
    "多": "个家名次位种项款元万亿样数边", "天": "津然猫", "日": "元", "庆": "祝功", "度": "假", "上": "市线架映岗", "代": "码表理工购价替言步谢驾课运销", "去": "年", "周": "报刊边转期星岁", "月": "龄亮",
}  # fmt: skip


_SCHOOL = tuple("初中" + c for c in "毕生文肄辍学老同")  # 1963年初中毕业, but 2021年初中国…
STEPS = ("下个", "下周", "下一个", "下半年")  # 决定下个月开工
_OPENS = re.compile("[0-9二三四五六七八九十两]点开[门业会始盘工幕张放课]")  # 早上八点开门
_RANKED = re.compile("[0-9一二两三四五六七八九十百]{1,4}(?:大|名|强|位|家|款)")
_YEAR_BEFORE = re.compile("(?:[12][0-9]{3}|今|去|前|明)年前")
# Verbs and words that end with the first character of an expression: 仅过去21个月, 创下十年来新高.
TAKEN = {
    "过去": frozenset("仅才已只刚就竟快"), "下": frozenset("创留打拿写定放剩余立签接买卖攻许落夺砍拍"), "上": frozenset("以加早赶登晚穿爱跟用碰"),
    "早": frozenset("最更较越及尽趁太提迟"), "后": frozenset("以此其最随之发市立布生产售婚世束动成播线出赛毕办满职任"), "前": frozenset("年提以此之目先空发市立布生产售婚世赛"), "近": frozenset("将接附临逼走靠"), "头": frozenset("带年开"), "现": frozenset("发出实呈体表展兑再浮涌重闪显变提套"), "这": frozenset("从到"),
    "第": frozenset("榜"), "本": frozenset("成资基日版样书课剧"), "当": frozenset("相恰承担充"), "同": frozenset("不相连共合协赞认等"),
}  # fmt: skip
_WHOLE = ("以来", "之前", "以前", "之后", "以后")  # 周五之前提交


def trim(text: str, start: int, end: int) -> int:
    """Where the expression really ends: a last character may belong to the word that follows."""
    following = text[end : end + 1]
    if (
        text[end - 1] == "前"
        and following
        and _RANKED.match(text, end)
        and _YEAR_BEFORE.fullmatch(text, start, end)
    ):
        return end - 1  # 2021年前十大客户
    while (
        end > start
        and following
        and following in STEALS.get(text[end - 1], "")
        and not (end - 2 > start and text[end - 2 : end] in _WHOLE)
        and not (text.startswith("初中", end - 1) and not text.startswith(_SCHOOL, end - 1))
        and not _OPENS.match(text, end - 2)
        and not text.startswith("中上市", end - 1)
    ):
        following = text[end - 1]
        end -= 1
    return end
