"""Headlines of English clauses: names for pronouns, no date, cut where a phrase ends."""

import re

from timeline.extract.english.names import EnglishNames
from timeline.extract.headlines.wellformed import english_fault, hangs
from timeline.extract.language.clauses import Placed
from timeline.lexicon import english as lexicon
from timeline.lexicon.english import ENGLISH_ACTIONS

LIMIT = 60  # characters of an English headline
LONGEST = 100  # where nothing shorter is well formed
# What it costs to be longer than LIMIT, and each character over or under it.
_LONG, _OVER, _UNDER = 1.2, 0.12, 0.03
# What it costs to leave away what begins so: a clause of its own little, what a verb or a noun takes much.
_LOSSES = {
    **dict.fromkeys(("which", "who", "when", "while", "led", "because", "after", "before", "until", "since", "although", "as"), 0.3),
    **dict.fromkeys(("in", "at", "on", "across", "during", "through", "under", "with", "and", "or"), 0.8),
    **dict.fromkeys(("by",), 2.0),
    **dict.fromkeys(("of", "into", "between", "that"), 3.0),
}  # fmt: skip
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_REPORTED = re.compile(
    r"^(.{2,40}?) (?:said|announced|reported)(?: on \w+)?(?: that)? (?:it|they|the company|the group) (will|would|plans|expects|intends|aims|hopes|has|had|is|was|\w+ed)\b"
)
# Who said it, where what was said is the news: Harbor announced that Ann Lee was appointed chief.
_SAYS = re.compile(
    r"^[^,\"“]{2,60}? (?:said|announced|reported|disclosed|confirmed|indicated|stated|noted)(?: on \w+)? that (?=[A-Z\d]|the )"
)
# “…,” the bank said on Monday.
_SAID = re.compile(
    r",?[\"”]?,?\s(?:[A-Z][\w.&'’-]*(?:\s[A-Z][\w.&'’-]*)*|the (?:company|firm|group|bank)|he|she|it|they|analysts|sources)"
    r"\s(?:said|says|added|told \w+|reported|announced)(?:\s(?:on\s)?\w+day)?(?:\sin an? [^,]{3,40})?\.?$"
)
_WEEKDAY = re.compile(
    r"\s(?:on\s|late\s|early\s)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening))?(?=\s|$)"
)
_PARTICIPLE = re.compile(
    r"^(?P<did>Founded|Established|Incorporated|Created|Formed|Launched|Acquired|Listed|Opened)(?P<how>(?:\s[^.;]*?)?),\s"
    r"(?P<who>(?:[\w.'’&-]+\s){1,6}?)(?:\w+ly\s)?(?:is|was|has|had|became|\w+ed)\b.*"
)
_WAS = {"were": "was", "are": "is", "have": "has"}
_BULLET = re.compile(r"^[\s\-–—•*·]+")
_APPOSITION = re.compile(
    r"^([A-Z][\w .&'’-]{1,40}?) ?, (?:a|an|the|based|formerly|one)\b[^,]{3,80}(?:, [A-Z][\w. ]{1,20})?, "
)
# Harbor, along with ten others, founded …: what stands between a subject and its verb.
_ASIDE = re.compile(
    r"^((?:(?!\b(?:is|was|were|has|had|will|and|to)\b|\b[a-z]+ed\b)[^,]){2,60})(?:,(?!\d)[^,]{3,80}){1,2}, "
    r"(?=(?:\w+ly )?(?:is|was|were|has|had|will|[a-z]{2,}ed|[a-z]+s|[a-z]{3,5})\b)"
)
# It is understood to have started …: what it did.
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were) (?:understood|said|believed|thought|reported|rumou?red) to have (?=[a-z]+ed\b)"
)
# The yard's former chief, Ann Lee, bought …: by name.
_DESCRIBED = re.compile(r"^(?:An?|The|Another|Its)\s[^,]{3,60},\s((?:[A-Z][\w.'’-]*\s?){2,4}),\s(?=[a-z])")
_COMPARISON = re.compile(
    r"^(?:up|down)\s[^,]{2,40},\s*|,?\s*(?:compared|versus)\b.*$|,\s*(?:up|down)\s.*$", re.I
)
_OUR = re.compile(r"^(?:our|its)\s(?:competitor|rival|partner|subsidiary),?\s(?=[A-Z])", re.I)
_OURS = re.compile(r"^(?:our|its|their|the company['’]s)\s(?=\w)", re.I)
_FIGURES = re.compile(
    r"^(?:(?:annual|total|net|gross|quarterly|operating) )?(?:revenues?|sales|income|profits?|loss|earnings)\b",
    re.I,
)
# SHENZHEN, June 5 /Newswire/ -- : where and when a release was put out.
DATELINE = re.compile(
    r"\s*[A-Z][A-Z .,'’-]{2,40}(?:,\s?[A-Z][\w.]+)*,?\s[^–—-]{0,40}?(?:/[\w -]+/)?\s*(?:--+|[–—])\s*"
)
_LEGAL = re.compile(r"(?:,|\s&)?\s(?:Inc|Ltd|LLC|Corp|Co|PLC|plc)\b\.?,?(?=\s|$)")
_GLOSS = re.compile(r",\s(?:a|an|the|one of)\s[^,]{3,80}$")
_PADDING = re.compile(
    r"\s(?:today|previously (?:announced|disclosed)|(?:has|had|have) (?=\w+ed\b)|successfully|officially)(?=\s)"
)
# LED chipmaker|Halden …, Olvane-backed online travel firm|Molo …: the name.
_KIND = re.compile(
    r"^(?:[Tt]he\s)?(?:(?!(?:a|an|the|its|their|by|of|for|and|in|with|to|was|is)\b)[\w.'’-]+\s){0,5}?"
    r"(?:[a-z]*maker|firm|company|platform|website|startup|start-up|retailer|giant|chain|operator|provider|producer|developer|manufacturer|supplier|unicorn|conglomerate)"
    r"\s(?=[A-Z][\w&’'-]*(?:\s[A-Z][\w&’'-]*)*\s(?:is|was|has|had|will|[a-z]+(?:ed|s))\b)"
)
_BASED = re.compile(r"\b[A-Z]\w+, [A-Z][\w.]*-based ")
_COUNTED = re.compile(
    r"^(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]everal)\s[^,]{3,40},\s([A-Z][^,]+(?:,\s[A-Z][^,]+)*\sand\s(?:the\s)?[A-Z][^,]+),\s"
)
_THE_COMPANY = re.compile(r"(?<=\w )the (?:company|group|firm)\b(?!['’]s)")
_AGREES = re.compile(r"(?<=\w )(expect|plan|intend|aim|believe)(?= to\b)")
_GAIN = re.compile(
    r"\s?,\s(?:creating|forming|becoming|adding|giving|bringing|comprising|including|reflecting|representing|driven|making|taking)\b.*$|\s?,\s(?:an?|the)\s(?:\w+\s)?(?:increase|decrease|jump|rise|drop|decline|gain|fall|surge|growth)\b.*$"
)
_PHRASE_ENDS = re.compile(
    r"(?=,(?!\d)|;|\s(?:led by|across|during|and|or|of|in|on|at|to|for|from|with|by|as|after|when|while|which|that|who|through|under|between|into)\b|$)"
)
_OWNED_BY = re.compile(r"^(?:[A-Z][\w.-]*\s){1,3}?[A-Z]?[\w.-]*['’]s\s(?=[A-Z])")
_DID = re.compile(r"^(?!the\b)[a-z]+ed\s")
# What a headline does without at its beginning.
_LEAD = re.compile(
    r"^(?:for (?:example|instance)|(?:also )?beginning|(?:most |more )?recently|following (?:this|that|the) [^,]{2,40}(?=,)|that (?:same )?(?:month|week|summer|autumn|winter|spring)"
    r"|(?:if|although|though|because|unless|before|after|when|while|once|in|with|under|at|for|amid|despite|pursuant to) [^,]{6,80}(?=,\s(?:[A-Z]|the |it |he |she |they |we ))|in addition|additionally|moreover|furthermore|finally|eventually|subsequently|initially|earlier|later"
    r"|to [a-z]+ [^,]{4,80}(?=,)|(?!found|establish|form|launch|open|acquir|buy|list)[a-z]+ing [^,]{4,80}(?=,\s(?:[A-Z]|the |it |he |she |they |we ))|[a-z]+ly(?=,)|it was that|in turn|it (?:was|is) (?:reported|announced|said|rumou?red) that|as a result|in fact|to that end|at that time|that (?:same )?year|on the basis of [^,]{3,60}|according to [^,]{3,60})\b,?\s*",
    re.I,
)
# Founded in Ulm|, the firm …; Under an agreement of|, it …
_LEADING = re.compile(r"(?:[A-Z][a-z]+(?:ed|ing)|In|With|Under|At|For|Amid|Despite|Pursuant)\b[^,]*$")
_SUBORDINATE = re.compile(r"(?:if|though|although|because|unless|when|after|once|while)\b", re.I)
_OF_THAT = re.compile(
    r"^\s+(?:and|to|or|through)\s(?:the\s)?(?:early|late|mid)?[\s-]?(?:\d{4}s?|(?:this|next|last)\s(?:year|month|quarter))\b|^\s+of (?:that|this|the same|last|next|the following) year\b"
)
_BEFORE_A_DATE = frozenset(
    (
        *lexicon.PREPOSITIONS,
        "the",
        "end",
        "beginning",
        "just",
        "only",
        "barely",
        "most",
        "more",
        "that",
        "this",
    )
)
_FIRST_OF = re.compile(r"\bthe (?:first|only|sole)\b[^,]*$", re.I)
_US = re.compile(
    r"^(?:we|it|they|the (?:(?!(?:other|acquired|parent|target|combined|new|rival|same|holding|former|first|second|joint|merged|resulting|insurance|trading)\b)(?-i:[a-z][\w-]*|[A-Z]\w+-\w+|[A-Z][a-z]+(?:ese|can|ish|ean|man)) ){0,3}(?:company|firm|bank|group|airline|carrier|chain|retailer|automaker|manufacturer|brewery|lender|insurer|publisher|startup))\b(?! of\b|(?-i: [A-Z]))",
    re.I,
)
_WE = re.compile(r"^we\b", re.I)
_I = re.compile(r"^I\b")
_HIM = re.compile(r"^(?:he|she)\b", re.I)


def undated(text: str, span: tuple[int, int], time: Placed) -> str:
    """The clause without its date and the preposition before it."""
    start, end = span
    if not start <= time.start < end:
        return text[start:end].strip()
    before, after = text[start : time.start].rstrip(), _OF_THAT.sub("", text[time.end : end])
    while (last := before.rsplit(None, 1)) and last[-1].lower().strip(",") in _BEFORE_A_DATE:
        before = last[0] if len(last) > 1 else ""
    opened = _SUBORDINATE.match(before) and after.lstrip().startswith(",")
    opened = opened or (after.startswith(",") and _LEADING.match(before))
    joint = "," if before and (opened or _GAIN.match(after)) else ""
    return f"{before}{joint} {after.lstrip(' ,')}".strip(" ,")


def english_headline(clause: str, names: EnglishNames, person: str) -> str:
    """The clause as a headline: names for pronouns, cut where a phrase ends; the first that is well formed."""
    text = _named(_without_lead(clause), names, person)
    text = re.sub(r"\s+ended\s+(?:\d|[A-Z]).*$|,\s*(?:its|the)\s\w+(?=[\s.]*$)", "", text)
    text = re.sub(r"\b(?:Mr|Ms|Mrs)\.\s", "", text)
    text = re.sub(r"\b[Bb]oard of [Dd]irectors\b", "board", text)
    text = _articled(re.sub(r"\bour\b", "its", re.sub(r"\bwe\b", "it", text)))
    brief = text
    if len(brief) > LIMIT:
        brief = _GAIN.sub("", _PADDING.sub("", _GLOSS.sub("", _SAYS.sub("", brief))))
        brief = _ASIDE.sub(r"\1 ", brief)
    name = _fitting(_OWNED_BY.sub("", brief) if len(brief) > LIMIT else brief) or _quoted(_ended(brief))
    return name[:1].upper() + name[1:]


def _quoted(text: str) -> str:
    """What no headline can be made of, as its words stand: as many as there is room for."""
    return text if len(text) <= LONGEST else f"{text[:LIMIT].rsplit(' ', 1)[0].rstrip(' ,;')}…"


def _without_lead(clause: str) -> str:
    """The clause without what leads up to it, what glosses its subject, and who reports it."""
    text = re.sub(r"\s+", " ", clause).strip(" ,.;")
    text = text[put_out.end() :] if (put_out := DATELINE.match(text)) else text
    text = re.sub(r"^(?:and|but|while|however|then|meanwhile|also)\b,?\s*", "", text, flags=re.I)
    text = re.sub(r" (?:also|then|finally|ultimately) (?=[a-z])", " ", _LEAD.sub("", text), count=1)
    text = _BULLET.sub("", re.sub(r"\s+", " ", re.sub(r"\([^()]*\)", " ", text)))
    text = _PARTICIPLE.sub(_turned, _LEGAL.sub("", _COUNTED.sub(r"\1 ", text)))
    text = _KIND.sub("", _BASED.sub("", text))
    text = _DESCRIBED.sub(r"\1 ", _APPOSITION.sub(r"\1 ", text)).replace("  ", " ")
    text = _HEARSAY.sub("", _COMPARISON.sub("", _OUR.sub("", text)))
    text = re.sub(
        rf"^(?:[Ee]nded (?:{_MONTHS}) \d{{1,2}},?|In (?:{_MONTHS})\b|(?:[Ii]n )?\d{{4}}),?\s*", "", text
    )
    text = _SAID.sub("", _WEEKDAY.sub("", _REPORTED.sub(r"\1 \2", text)))
    marks = text.count("“") != text.count("”") or text.count('"') % 2
    return re.sub(r"[“”\"]", "", text).strip(" ,.") if marks else text


def _named(text: str, names: EnglishNames, person: str) -> str:
    """The headline with the name of whom it is about: for we, it, the company, he; or where there is none."""
    first, company = text.split(" ", 1)[0], names.company
    does = (
        first in ENGLISH_ACTIONS
        or first in lexicon.PLANS
        or text.startswith(tuple(lexicon.ENGLISH_PHRASES))
        or _DID.match(text)
    )
    if company and does:
        text = f"{company} {text}"
    elif company and (_OURS.match(text) or _FIGURES.match(text)) and f" {company}" not in text[:30]:
        rest = _OURS.sub("", text)
        owner = f"{company}'" if company.endswith("s") else f"{company}'s"
        text = f"{owner} {rest[:1].lower() if _FIGURES.match(rest) else rest[:1]}{rest[1:]}"
    elif company and _US.match(text):
        text = _agreeing(_US.sub(company, text, count=1), company)
    elif _WE.match(text):
        text = _WE.sub("The company", text, count=1)
    elif _I.match(text):
        text = _I.sub("The author", text, count=1)
    elif person and _HIM.match(text):
        text = _HIM.sub(person, text, count=1)
    if company and not text.startswith(company):
        text = _THE_COMPANY.sub(company, text, count=1)
    return text


def _agreeing(text: str, company: str) -> str:
    """We were, they have, we plan → the name and was, has, plans."""
    text = _AGREES.sub(r"\1s", text, count=1)
    verb = text[len(company) + 1 :].split(" ", 1)[0]
    return text.replace(f" {verb}", f" {_WAS[verb]}", 1) if verb in _WAS else text


def _turned(match: re.Match[str]) -> str:
    """Founded in Ulm by Ann Lee, the Linden company was … → the Linden company was founded in Ulm by Ann Lee."""
    return f"{match['who'].strip()} was {match['did'].lower()}{match['how']}"


def _articled(text: str) -> str:
    """A or an, whatever stood between the article and its noun."""
    text = re.sub(r"\ba (?=[aeioAEIO]|IPO)", "an ", text)
    return re.sub(r"\b([Aa])n (?=[b-df-gj-np-tv-z])", r"\1 ", text)


def _ended(text: str) -> str:
    """Without what hangs at its end."""
    text = re.sub(r"\s+,", ",", text.strip(" ,.;—–-"))
    while hangs(text) and " " in text and not _FIRST_OF.search(text):
        text = text.rsplit(" ", 1)[0].strip(" ,.;—–-")
    return text


def _fitting(text: str) -> str:
    """The beginning of a clause that makes the best headline; "" if none is well formed.

    It may end where a phrase ends. What is left away costs by what begins there, and so does each
    character over or under the length of a headline.
    """
    best, least = "", float("inf")
    for end in _PHRASE_ENDS.finditer(text):
        name = _ended(text[: end.start()])
        if len(name) > LONGEST:
            break
        following = text[len(name) :].lstrip()
        over = len(name) - LIMIT
        cost = (_LONG + _OVER * over if over > 0 else -_UNDER * over) + _left_away(following)
        if cost < least and not english_fault(name) and not hangs(name, *_words_after(following)):
            best, least = name, cost
    return best


def _left_away(rest: str) -> float:
    """What it costs a headline that `rest` is left away."""
    word = rest.split(" ", 1)[0].lower()
    return 0.0 if not rest or rest[0] in ",;" else _LOSSES.get(word, 1.0)


def _words_after(rest: str) -> tuple[str, str]:
    """The first word of `rest`, and what follows it."""
    word, _, after = rest.partition(" ")
    return word, after
