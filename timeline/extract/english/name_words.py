"""What English names are made of, and the words with a capital that are none."""

import re

from timeline.lexicon.grammar import wordset

NAME = re.compile(r"\b[A-Z][A-Za-z0-9&'’-]*(?:[ ](?:of[ ])?[A-Z][A-Za-z0-9&'’-]*)*")
CORPORATE = re.compile(
    r"\b(?:Inc|Ltd|Corp|Group|Bank|Therapeutics|Technologies|Motors|Holdings|Foods|Systems|Labs|Pharma|Company|Ventures|Energy)\b"
)
# Words with a capital that begin a sentence, not a name.
NOT_NAMES = wordset(
    """
    The A An In On At It Its He She They We I You This That These Those There Here His Her Their Our My Your
    By For From With Without Within And But Or Nor After Before During Since Until Under Over Among Between
    Through Throughout Against Despite Instead When While Where What Who Whose Which How Why As If Though
    Although Because However Meanwhile Moreover Then Thus Also Even Still Yet Only Once Again Not No Yes
    Now Today Yesterday Tomorrow Recently Earlier Later Last Previously Currently Finally Eventually
    Initially Originally Following Including Beginning Starting According Based Most More Many Some Several
    Few Such Each Every Both Any Other Others Another Two Three Four
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec January February March April May June July August September October November
    December Monday Tuesday Wednesday Thursday Friday Saturday Sunday
    Revenue Revenues Sales Shares Profit Earnings Drug Total Item Part Section Note Overview Business Net Board
    Up Down Series Company Group Management History Timeline Profile Internet Interview World War Mr Ms Mrs Dr US U S
    """
)


NO_NAME = re.compile(r"(?:Q[1-4]|[12]?[HQ][1-4]?|FY\d{2,4})(?:['’]s)?")
# Halden Robotics | Third Quarter Results: what a heading goes on with, in capitals too.
GOES_ON = re.compile(
    r"\s(?:(?:First|Second|Third|Fourth|Full|Half)[ -](?:Quarter|Half|Year)\b|[QH][1-4]\b|FY|Annual|Quarterly|Interim|Results|Reports?\b|Announces|Posts|Says"
    r"|To\b|(?:19|20)\d\d).*$"
)
