"""English words for steps, and small closed classes that English clauses are read by."""

from timeline.lexicon.actions import Action
from timeline.lexicon.grammar import wordset

_ROWS = """
found|founding|3|founding founded established incorporated co-founded founds establishes incorporates forms formed
open|strategy|2|opened inaugurated opens inaugurates reopened commissioned erected
list|finance|3|listed floated debuted lists debuts
delist|finance|3|delisted
acquire|strategy|3|acquired bought merged purchased takeover acquires buys merges purchases
divest|strategy|2|sold divested spun sells
fund|finance|2|raised funded secured raises secures
invest|finance|2|invested invests spent
profit|finance|2|earned revenue profit lost posted reported
debt|finance|2|defaulted bankruptcy bankrupt liquidated insolvent insolvency
unveil|product|3|launched unveiled introduced released launches introduces unveils releases
deliver|product|3|delivered shipped deliveries delivers ships
produce|product|2|produced manufactured produces manufactures
recall|product|2|recalled halted suspended discontinued grounded boycotted
trial|product|2|trial dosed enrolled resumed
approve|policy|2|approved cleared granted authorized patented certified licensed enacted
develop|product|1|developed designed built develops builds discovered pioneered invented
rank|market|2|topped ranked won overtook awarded honoured honored
reach|market|2|reached exceeded reaches exceeds operated surpassed passed crossed hit topped
grow|market|1|grew rose increased climbed doubled tripled expanded grows diversified
fall|market|1|fell declined dropped decreased slid shrank slashed lowered plunged
announce|strategy|2|announced disclosed revealed
win|strategy|2|completed completes
decide|strategy|2|decided adopted chose committed
start|strategy|2|began begins begin started starts commenced researching
enter|strategy|3|entered expanded enters expands
leave|strategy|2|exited closed quit withdrew shut abandoned cancelled ended dissolved terminated scrapped axed demolished
turn|strategy|2|restructured reorganized pivoted transformed nationalised nationalized privatised privatized demerged split expropriated confiscated seized
partner|strategy|2|partnered signed signs agreed agrees allied teamed wins
appoint|organization|2|appointed named joined hired promoted succeeded elected became becomes appoints names joins
resign|organization|2|resigned retired died departed replaced
staff|organization|2|cut laid dismissed
rename|organization|2|renamed rebranded moved relocated moves relocates renames
sanction|policy|2|fined sued sanctioned charged banned blacklisted settled arrested jailed sentenced convicted indicted prosecuted acquitted raided investigated
spread|external|1|outbreak pandemic invaded
accident|other|2|crashed burned burnt exploded collapsed sank derailed flooded destroyed hacked breached bombed wrecked
aid|community|2|donated donates
""".strip().splitlines()

ENGLISH_ACTIONS: dict[str, Action] = {}
for _row in _ROWS:
    _act, _category, _weight, _words = _row.split("|")
    for _word in _words.split():
        ENGLISH_ACTIONS.setdefault(_word, Action(_act, _category, int(_weight)))

# Steps of more than one word: the word that says the same, and they.
_PHRASES = """
listed|began trading|begins trading|started trading|went public|publicly traded|stock exchange debut|goes public|gains a listing|gained a listing|go public|initial public offering|the ipo|its ipo|listing of|listing on
acquired|controlling interest|took over|taken over|acquisition of|merger with|merger of|offers to buy|offered to buy|agrees to buy|agreed to buy|agreed to acquire|agrees to acquire|completed its acquisition|completed the acquisition
began|took place
agreed|in talks
resigned|stepped down|steps down
founded|set up|founding of
launched|rolled out|rolls out|bringing back|launch of
produced|first manufacturer|rolled off|production began
raised|funding round|financing round|follow-on offering|private placement
entered|tapped into
opened|opening of|broke ground
appointed|appointment of
closed|shut down
dismissed|laid off
profit|break even|broke even
bankruptcy|filed for bankruptcy
halted|on strike|walked out
burned|caught fire
renamed|changed its name
split|reverse split
""".strip().splitlines()
ENGLISH_PHRASES = {
    phrase: word for word, *phrases in (row.split("|") for row in _PHRASES) for phrase in phrases
}

# Past tenses that do not end in -ed, and those that say what is so, not what was done.
IRREGULAR_PAST = wordset(
    """
    became began bent held bet bid blew bought broke brought built burnt came caught chose clung crept cut dealt drew drove drank
    ate fell fed fled flew fought forbade forgave forgot froze gave grew hid hit hurt laid led left lent lost made met
    overtook oversaw paid put quit ran rang rode rose sang sank sent set shed shook shot shrank shut slid sold sought spent
    split spread sprang spun stole struck stuck sunk swam swept swore swung taught tore threw took undertook underwent upheld
    went withdrew woke won wore wrote
    """
)
STATES = wordset(
    """
    was were had been did said told meant knew felt kept stood sat lay saw found heard understood thought believed
    wanted needed remained lived seemed appeared looked included contained based located considered depended existed
    belonged consisted involved required hoped tried used supposed related deserved owned regarded described realized realised recalled remembered noted indicated stated explained got
    """
)
OPINIONS = wordset("should must every always never perhaps maybe generally typically")
PLANS = wordset(
    "plans plan planned aims intends intend aim expects expect will would hopes targets targeted scheduled seeks seek"
)
FORECASTS = wordset(
    "forecast forecasts predicted predicts projected projects estimates estimated expected likely"
)
HYPOTHETICAL = frozenset(
    ["if", "unless", "may", "might", "could", "rumoured", "rumored", "reportedly", "allegedly", "speculation"]
)
DENIED = frozenset(["denied", "denies", "denial", "refuted", "untrue"])
PREPOSITIONS = wordset(
    "in on by at since during until from of for early late about around as through between"
)
STOPWORDS = wordset(
    "the a an and or of to in on at by for from with its his her their it they he she was were is are has "
    "have had been be as that this which who whom will would company firm after before first new also than "
    "more up"
)
