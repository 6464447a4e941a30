"""One event, told with two amounts: a round of 3亿元 in one document, of 2.5亿元 in another."""

from collections.abc import Iterator, Sequence

from timeline.checks.messages import make
from timeline.checks.reading import Reading
from timeline.extract.events.marks import steps_in
from timeline.extract.events.sameness import contradicting
from timeline.model import Check, Event, Mention, Quantity, Span
from timeline.quantities import find_quantities

_MEASURED = frozenset({"revenue", "profit", "grow", "fall"})


def find(readings: Sequence[Reading], events: Sequence[Event] = ()) -> Iterator[Check]:
    """Checks of kind value: for each event the first two facts whose amounts cannot both be right."""
    texts = {reading.doc_id: reading for reading in readings}
    for event in events:
        told = [
            (mention, amounts)
            for mention in event.mentions
            if mention.modality == "fact" and (amounts := _amounts(mention, texts[mention.doc_id]))
        ]
        pair = next(
            (
                (one, other)
                for index, other in enumerate(told)
                for one in told[:index]
                if contradicting(_figures(one[1]), _figures(other[1]))
            ),
            None,
        )
        if pair:
            yield _check(event, *pair)


def _amounts(mention: Mention, reading: Reading) -> list[Quantity]:
    """The exact amounts of the evidence that its headline tells, too."""
    if not any(character.isdigit() for character in mention.name):
        return []
    figures = _figures(find_quantities(mention.name))
    if steps_in(mention.name) & _MEASURED:  # a sum of money over a period: `values` knows its scope
        figures = {figure for figure in figures if not figure[1].isupper()}
    evidence = reading.document.text[mention.start : mention.end]
    return [one for one in find_quantities(evidence) if _figures([one]) & figures and one.comparator == "="]


def _figures(amounts: Sequence[Quantity]) -> set[tuple[float, str]]:
    return {
        (abs(one.value), one.unit)
        for one in amounts
        if one.value is not None and one.unit not in ("", "rank")
    }


def _check(event: Event, one: tuple[Mention, list[Quantity]], other: tuple[Mention, list[Quantity]]) -> Check:
    first, second = next(
        (a, b) for a in one[1] for b in other[1] if contradicting(_figures([a]), _figures([b]))
    )
    spans = [
        Span(mention.doc_id, mention.start + amount.start, mention.start + amount.end)
        for mention, amount in ((one[0], first), (other[0], second))
    ]
    return make(
        "two-amounts",
        *spans,
        event_ids=(event.event_id,),
        name=event.name,
        text=first.text,
        other=second.text,
    )
