"""Whether a name in Latin letters can be a Chinese one as it sounds: Xinglan for 星澜机械, Chen Lan for 陈岚."""

import re
from bisect import bisect_right
from functools import cache

# The common characters are numbered in GB 2312 by their sound: the first one of each letter.
_FIRST = [character.encode("gb2312") for character in "啊芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝"]
_LETTERS = "abcdefghjklmnopqrstwxyz"
_BY_SOUND = (_FIRST[0], "座".encode("gb2312"))  # the first and last of them; the rest go by their strokes


def sounds_like(name: str, latin: str) -> bool:
    """Whether words of the Latin text begin with the sounds of the first two characters of a name, in their order."""
    first, second = (_letter(character) for character in name[:2].ljust(2))
    if not first or not second:
        return False
    return _spelled(first, second).search(latin.lower()) is not None


@cache
def _spelled(first: str, second: str) -> re.Pattern[str]:
    return re.compile(rf"\b{first}[a-z]{{0,2}}[aeiou][a-z]{{0,3}} ?{second}[a-z]*[aeiou]")


def _letter(character: str) -> str:
    """The letter that a character's sound begins with; "" if its place does not say."""
    code = character.encode("gb2312", "ignore")
    return _LETTERS[bisect_right(_FIRST, code) - 1] if _BY_SOUND[0] <= code <= _BY_SOUND[1] else ""
