"""Reading numerals: Arabic, Chinese, mixed, vague.

Vocabulary: a *digit* is 0–9 or 零一二…九, a *multiplier* 十百千 (small) or 万亿兆 (large), a *step* the
place of the last digit that was said (200多 has step 100, so it stays below 300). Text is a clean
view: half width, Simplified. Arithmetic is decimal, so that 2.1亿 is 210000000 exactly.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from timeline.lexicon.numerals import DIGITS, HAN, LARGE, SMALL, TENS
from timeline.model import Comparator

# Two neighbouring digits say "between": 三四千, 二三十.
_PAIR = re.compile("一[两二]|[二两]三|三[四五]|四五|五六|六七|七八|八九")
_LETTERS = {"k": 10**3, "K": 10**3, "M": 10**6}

# A number between two dots has no decimals: 2222.2222.22222 is three numbers.
# Groups of three digits parted by spaces are one number where its unit or decimals follow: 11 500.00万元.
_SPACED = r"(?<![A-Za-z\d.,])(?<![A-Za-z\d.,\n] )(?<!\n)[1-9]\d{0,2}(?: \d{3})++(?!\d)(?=\.\d\d(?!\d)| ?[万亿元股人名户家台辆吨套件平美港欧英])(?:\.\d++)?"
_ARABIC = (
    rf"{_SPACED}|\d{{1,3}}(?:[,，]\d{{3}})++(?!\d)(?:\.\d++)?|(?<=\d\.)\d++|\d++(?:\.\d++(?!\.\d))?|\.\d++"
)
_APART = str.maketrans("", "", ",， ")
_TOKEN = re.compile(rf"{_ARABIC}|[{HAN}点]")
_LETTER = re.compile(r"(k|K| k| M|M)(?![A-Za-z0-9])")
_DIGITS = re.compile(_ARABIC)
_GOES_ON = frozenset([*HAN, *"点多余几来kKM eE^"])  # what may follow the digits of a longer numeral
LONGEST = 40  # characters of a number: more is a code
_POWER = re.compile(r"[eE]([+-]?\d{1,2})(?![A-Za-z\d])|\^([+-]?\d{1,2})")
_MORE = re.compile(r"[多余几]|来(?=[万亿人个家位名台岁年天])")
_FEW = re.compile(r"[几数]([十百千]?[万亿兆]{0,2})")


class Number(NamedTuple):
    """A numeral in text[start:end]. `value` is None where only the ends of a range are said."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    step: Decimal = Decimal(1)
    scale: Decimal = Decimal(1)  # the large multiplier said last: 万 in 30~40万
    comparator: Comparator = "="


class _Reader:
    """One pass over the tokens of a numeral; stops where the next token would be no number."""

    def __init__(self) -> None:
        self.parts: list[tuple[Decimal, int]] = []  # (value, large multiplier), falling
        self.section = Decimal(0)
        self.current: Decimal | None = None
        self.spoken = False  # the pending digit is Chinese
        self.last = 10**16  # the multiplier said last: small ones must fall inside a section
        self.zero = self.any = False
        self.step = self.scale = Decimal(1)

    def take(self, token: str) -> bool:
        """Add one token; False when the numeral ended before it."""
        if token in DIGITS:
            return self._digit(Decimal(DIGITS[token]), spoken=True)
        if token in TENS:
            return self._small(10, Decimal(TENS[token] // 10)) if self.current is None else False
        if token in SMALL:
            return self._small(SMALL[token], None)
        if token in LARGE:
            return self._large(LARGE[token])
        return self._digit(Decimal(token.translate(_APART)), spoken=False)

    def _digit(self, digit: Decimal, *, spoken: bool) -> bool:
        if self.current is not None:
            return False
        if spoken and not digit:
            self.zero = True
            if self.any:
                return True
        self.current, self.spoken, self.any = digit, spoken, True
        return True

    def _small(self, unit: int, digit: Decimal | None) -> bool:
        bare_zero = self.current == 0 and self.spoken
        if self.current is None or bare_zero:
            digit = digit or Decimal(1)
            if self.any and not self.zero and not (self.last > 1000 and unit == 10):
                return False
        else:
            digit = self.current
        if unit >= self.last and self.last < 10**4:
            return False
        self.section += digit * unit
        self.current, self.last, self.zero, self.any = None, unit, False, True
        self.step = Decimal(unit)
        return True

    def _large(self, unit: int) -> bool:
        if self.scale * unit > 10**24:
            return False
        pending = self.section + (self.current or 0)
        said = bool(self.section) or self.current is not None
        while self.parts and (self.parts[-1][1] < unit or (self.parts[-1][1] == unit and not said)):
            pending += self.parts.pop()[0]
            said = True
        if self.parts and self.parts[-1][1] <= unit:
            return False
        self.step = (self.step if self.current is None else place(self.current)) * unit
        self.parts.append(((pending if said else Decimal(1)) * unit, unit))
        self.scale = Decimal(unit) * (self.scale if self.scale > 1 and not self.section else 1)
        self.section, self.current, self.last, self.zero, self.any = Decimal(0), None, unit, False, True
        return True

    def total(self) -> Decimal:
        current = self.current or Decimal(0)
        if self.current is not None:
            short = current < 10 and self.last <= 10**12 and not self.zero and self.last > 10
            if short and current == current.to_integral_value():  # 一百五, 三万五: the next place
                current *= self.last // 10
                self.step = Decimal(self.last // 10)
            else:
                self.step = place(current)
        return sum((value for value, _ in self.parts), self.section + current)


def place(value: Decimal) -> Decimal:
    """The place of the last digit said: 100 for 200, 0.1 for 1.5, 1 for 0."""
    if not value:
        return Decimal(1)
    return Decimal(10) ** int(value.normalize().as_tuple().exponent)


def _plain(text: str, position: int) -> tuple[int, Decimal, Decimal, Decimal] | None:
    """(end, value, step, scale) of the longest plain numeral at `position`."""
    reader, end = _Reader(), position
    token = _TOKEN.match(text, position)
    while token:
        if token[0] == "百" and text.startswith("分点", token.end()) and reader.any:
            break  # 3|百分点
        if token[0] == "点":
            decimals = _decimals(text, token.end()) if reader.any else None
            if not decimals:
                break
            end, reader = decimals[0], _with_decimals(reader, decimals[1])
        elif not reader.take(token[0]):
            break
        else:
            end = token.end()
        token = _TOKEN.match(text, end)
    if not reader.any:
        return None
    value = reader.total()
    return end, value, reader.step, reader.scale


def _with_decimals(reader: _Reader, digits: str) -> _Reader:
    """A reader whose pending digit is the number so far, with decimals."""
    fresh = _Reader()
    fresh.current = reader.total() + Decimal(f"0.{digits}")
    fresh.any = fresh.zero = True
    fresh.scale = reader.scale
    return fresh


_DECIMALS = re.compile(r"[零〇○一二三四五六七八九壹贰叁肆伍陆柒捌玖]+(?![十百千拾佰仟])|\d+")


def _decimals(text: str, position: int) -> tuple[int, str] | None:
    match = _DECIMALS.match(text, position)
    if not match:
        return None
    return match.end(), "".join(str(DIGITS.get(char, char)) for char in match[0])


_SERIES = re.compile(r"[零〇○一二三四五六七八九]{2,}(?![十百千万亿])")
_SCALED_SERIES = re.compile(
    r"([零〇○一二三四五六七八九]{3,}|[一二三四五六七八九][零〇○])([万亿兆]{1,2})(?![零〇○一二三四五六七八九十百千])"
)


def read_number(text: str, position: int) -> Number | None:
    """The numeral at text[position:], or None. Signs and fractions are not read here."""
    if position >= len(text):
        return None
    if text[position].isascii():
        return _arabic(text, position)
    few = _FEW.match(text, position)
    if few:
        unit = _multipliers(few[1])
        return Number(position, few.end(), None, 2 * unit, 9 * unit, unit, unit, "≈") if few[1] else None
    scaled = _SCALED_SERIES.match(text, position)
    if scaled:  # 三八○亿: digit by digit, as newspapers set it
        scale = _multipliers(scaled[2])
        value = Decimal("".join(str(DIGITS[char]) for char in scaled[1])) * scale
        return _vague(text, Number(position, scaled.end(), value, None, None, scale, scale))
    series = _SERIES.match(text, position)
    if series and not _PAIR.fullmatch(series[0]):  # 二〇一〇: digit by digit
        digits = "".join(str(DIGITS[char]) for char in series[0])
        return Number(position, series.end(), Decimal(digits)) if 2 < len(digits) <= LONGEST else None
    pair = _pair(text, position)
    if pair:
        return pair
    plain = _plain(text, position)
    return (
        None if plain is None else _vague(text, Number(position, plain[0], plain[1], None, None, *plain[2:]))
    )


def _arabic(text: str, position: int) -> Number | None:
    """A numeral that begins with an Arabic digit; most of them are nothing but digits."""
    match = _DIGITS.match(text, position)
    if not match or match.end() - position > LONGEST:
        return None
    end = match.end()
    following = text[end : end + 1]
    if following not in _GOES_ON:
        value = Decimal(match[0].translate(_APART))
        return Number(position, end, value, None, None, place(value))
    plain = _plain(text, position)
    if plain is None:
        return None
    end, value, step, scale = plain
    power = _POWER.match(text, end)
    if power and value:
        raised = value.scaleb(int(power[1])) if power[1] else value ** int(power[2])
        return Number(position, power.end(), raised) if abs(raised.adjusted()) < 300 else None
    letter = _LETTER.match(text, end)
    if letter:
        scale = Decimal(_LETTERS[letter[1].strip()])
        return Number(position, letter.end(), value * scale, None, None, scale, scale)
    return _vague(text, Number(position, end, value, None, None, step, scale))


def _multipliers(text: str) -> Decimal:
    value = Decimal(1)
    for char in text:
        value *= SMALL.get(char) or LARGE[char]
    return value


def _vague(text: str, number: Number) -> Number:
    """多, 余, 几 after the numeral (200多, 二十几万): at least what is said, below the next step."""
    mark = _MORE.match(text, number.end)
    if not mark or number.value is None:
        return number
    if mark[0] == "几" and not (number.step >= 10 or text[mark.end() : mark.end() + 1] in LARGE):
        return number
    end, scale = mark.end(), Decimal(1)
    while end < len(text) and text[end] in LARGE:
        scale *= LARGE[text[end]]
        end += 1
    step = max(number.step, place(number.value)) if number.value else number.step
    value, step = number.value * scale, step * scale
    high = value + step - (1 if step > 1 else 0)
    return Number(number.start, end, value, value, high, step, scale, ">" if mark[0] != "几" else "≈")


def _pair(text: str, position: int) -> Number | None:
    """三四千, 二三十, 十七八: read once with each digit."""
    window = text[position : position + 12]
    pair = _PAIR.search(window)
    if not pair or any(char not in HAN for char in window[: pair.start()]):
        return None
    if pair.start() and window[pair.start() - 1] in DIGITS:
        return None
    first = window[: pair.start() + 1] + window[pair.end() :]
    second = window[: pair.start()] + window[pair.start() + 1 :]
    low, high = _plain(first, 0), _plain(second, 0)
    if low is None or high is None or low[0] != high[0] or low[0] <= pair.start():
        return None
    if window[pair.end() : pair.end() + 1] in DIGITS:
        return None
    return Number(position, position + low[0] + 1, None, low[1], high[1], low[2], low[3], "≈")
