"""Formats of events: JSON, JSON-LD, TimelineJS, calendar, Markdown and citations."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
import rdflib
from icalendar import Calendar

from timeline.exports import EXPORTS, citations
from timeline.exports.timelinejs import HEADERS


def test_json_quotes_stand_in_its_texts(gold, shown):
    read = json.loads(EXPORTS["json"](gold))
    assert [e["event_id"] for e in read["events"]] == shown.events["event_id"].tolist()
    for row in read["mentions"]:
        assert read["texts"][row["doc_id"]][row["start"] : row["end"]] == row["exact"]


def test_jsonld_is_rdf_with_every_event_and_quote(gold, shown):
    graph = rdflib.Graph().parse(data=EXPORTS["jsonld"](gold), format="json-ld")
    schema, oa = rdflib.Namespace("https://schema.org/"), rdflib.Namespace("http://www.w3.org/ns/oa#")
    assert len(list(graph.subjects(rdflib.RDF.type, schema.Event))) == len(shown.events)
    quotes = {str(quote) for quote in graph.objects(None, oa.exact)}
    assert set(shown.mentions["exact"]) <= quotes


def test_jsonld_reads_nothing_from_the_net(gold):
    context = json.loads(EXPORTS["jsonld"](gold))["@context"]
    assert isinstance(context, dict)


def test_timelinejs_dates_are_as_sharp_as_known(gold, shown):
    slides = {s["unique_id"]: s for s in json.loads(EXPORTS["timelinejs"](gold))["events"]}
    assert set(slides) == set(shown.events["event_id"])
    for row in shown.events.to_dict("records"):
        parts = {"year": 1, "month": 2, "day": 3}.get(row["precision"])
        if parts:
            assert len(slides[row["event_id"]]["start_date"]) == parts
    assert all(s["start_date"]["year"] for s in slides.values())


def test_timelinejs_csv_has_the_template_headers(gold, shown):
    rows = list(csv.reader(io.StringIO(EXPORTS["timelinejs-csv"](gold).decode())))
    assert ",".join(rows[0]) == (
        "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,"
        "Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
    )
    assert tuple(rows[0]) == HEADERS
    assert rows[1][rows[0].index("Type")] == "title"
    assert len(rows) == len(shown.events) + 2


def test_calendar_has_all_day_events_and_no_alarm(gold, shown):
    calendar = Calendar.from_ical(EXPORTS["ics"](gold))
    events = list(calendar.walk("VEVENT"))
    assert len(events) == len(shown.events)
    assert len({str(e["UID"]) for e in events}) == len(events)
    assert not list(calendar.walk("VALARM"))
    by_id = {str(e["UID"]).split("@")[0]: e for e in events}
    for row in shown.events.to_dict("records"):
        event = by_id[row["event_id"]]
        assert event["DTSTART"].dt == date.fromisoformat(row["earliest"])
        assert (event["DTEND"].dt - date.fromisoformat(row["latest"])).days == 1
        assert str(event["TRANSP"]) == "TRANSPARENT"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_library_writes_the_calendar_that_it_reads_with_the_same_bytes(lang, gold, hostile):
    for timeline in (gold, hostile):
        data = EXPORTS["ics"](timeline, None, lang)
        assert Calendar.from_ical(data).to_ical() == data


def test_calendar_lines_are_short_and_end_in_crlf(gold):
    lines = EXPORTS["ics"](gold).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_markdown_goes_by_year_with_quotes(gold, shown):
    text = EXPORTS["md"](gold).decode()
    years = [line for line in text.splitlines() if line.startswith("## 2")]
    assert years == sorted(years)
    assert text.count("\n- **") == len(shown.events)
    assert text.count("> 「") >= len(shown.mentions)


_CITED = {"author": "沈知行", "title": "十年", "publisher": "南山出版社", "date_published": "2021-02-08"}


@pytest.mark.parametrize(
    ("fields", "gbt", "apa"),
    [
        ({}, "沈知行. 十年[Z]. 南山出版社, 2021-02-08.", "沈知行. (2021, February 8). 十年. 南山出版社."),
        ({"author": "沈知行、林若"}, "沈知行, 林若. 十年[Z]. 南山出版社, 2021-02-08.",
         "沈知行, & 林若. (2021, February 8). 十年. 南山出版社."),
        ({"author": "甲；乙；丙；丁"}, "甲, 乙, 丙, 等. 十年[Z]. 南山出版社, 2021-02-08.",
         "甲, 乙, 丙, & 丁. (2021, February 8). 十年. 南山出版社."),
        ({"author": "沈知行等"}, "沈知行, 等. 十年[Z]. 南山出版社, 2021-02-08.",
         "沈知行, et al. (2021, February 8). 十年. 南山出版社."),
        ({"author": "Lee, K.; Sun, P.; Wu, T.; Xu, Y."}, "Lee, K., Sun, P., Wu, T., et al. 十年[Z]. 南山出版社, 2021-02-08.",
         "Lee, K., Sun, P., Wu, T., & Xu, Y. (2021, February 8). 十年. 南山出版社."),
        ({"author": ""}, "佚名. 十年[Z]. 南山出版社, 2021-02-08.", "十年. (2021, February 8). 南山出版社."),
        ({"publisher": ""}, "沈知行. 十年[Z]. 2021-02-08.", "沈知行. (2021, February 8). 十年."),
        ({"author": "南山集团", "publisher": "南山集团"}, "南山集团. 十年[Z]. 南山集团, 2021-02-08.",
         "南山集团. (2021, February 8). 十年."),
        ({"date_published": ""}, "沈知行. 十年[Z]. 南山出版社, [出版日期不详].", "沈知行. (n.d.). 十年. 南山出版社."),
        ({"date_published": "2021"}, "沈知行. 十年[Z]. 南山出版社, 2021.", "沈知行. (2021). 十年. 南山出版社."),
        ({"date_published": "2021-02"}, "沈知行. 十年[Z]. 南山出版社, 2021-02.", "沈知行. (2021, February). 十年. 南山出版社."),
        ({"date_published": "2010~"}, "沈知行. 十年[Z]. 南山出版社, [2010].", "沈知行. (ca. 2010). 十年. 南山出版社."),
        ({"date_published": "2025-12-02/2025-12-31"}, "沈知行. 十年[Z]. 南山出版社, [2025-12].",
         "沈知行. (ca. 2025, December). 十年. 南山出版社."),
        ({"date_published": "2022-36"}, "沈知行. 十年[Z]. 南山出版社, [2022].", "沈知行. (ca. 2022). 十年. 南山出版社."),
        ({"date_published": "2019/2021"}, "沈知行. 十年[Z]. 南山出版社, [2019—2021].", "沈知行. (ca. 2019–2021). 十年. 南山出版社."),
        ({"title": "为什么是南山？"}, "沈知行. 为什么是南山？[Z]. 南山出版社, 2021-02-08.",
         "沈知行. (2021, February 8). 为什么是南山？ 南山出版社."),
        ({"media_type": "text/html"}, "沈知行. 十年[EB/OL]. 南山出版社, 2021-02-08.", "沈知行. (2021, February 8). 十年. 南山出版社."),
    ],
)  # fmt: skip
def test_citations_follow_the_standards(fields, gbt, apa):
    document = {**_CITED, **fields}
    assert citations.gbt7714(document) == gbt
    assert citations.apa(document) == apa


def test_citations_invent_nothing():
    bare = {"path": "a.txt"}
    assert citations.gbt7714(bare) == "佚名. a.txt[Z]. [出版日期不详]."
    assert citations.apa(bare) == "a.txt. (n.d.)."
