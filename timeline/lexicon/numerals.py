"""What numerals are written with: Chinese digits and multipliers, English number words."""

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "二": 2, "两": 2, "俩": 2, "三": 3, "四": 4, "五": 5, "六": 6,
    "七": 7, "八": 8, "九": 9, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8,
    "玖": 9,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
TENS = {"廿": 20, "卅": 30}
FORMAL = frozenset("壹贰叁肆伍陆柒捌玖拾佰仟")  # also surnames and verbs: 陆军, 拾起, 肆意
HAN = "".join([*DIGITS, *SMALL, *LARGE, *TENS])

# English number words as business prose writes them, where it does not write digits.
_TO_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
ENGLISH_NUMBERS = {word: number for number, word in enumerate(_TO_TWENTY.split())}
ENGLISH_NUMBERS |= {"thirty": 30, "forty": 40, "fifty": 50}
