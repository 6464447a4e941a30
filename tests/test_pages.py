"""Every page, entered cold by an address, in both languages: what a person reads, chooses, corrects."""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.fixtures.gold_timeline import gold_timeline
from tests.fixtures.pages import bodies, links, open_cold, page_html, words
from timeline import edited, edits, edtf, labels, store, tables
from timeline.ui import PAGES, readings
from timeline.ui.datasets import VARIABLE

NAMES = [page.name for page in PAGES]
CHINESE = re.compile(r"[\u3400-\u9fff]")


@pytest.fixture
def dataset(tmp_path, monkeypatch):
    """A dataset folder being served, and a place for collections, both fresh."""
    folder = store.write(gold_timeline(), tmp_path / "served")
    monkeypatch.setenv(VARIABLE, str(folder))
    monkeypatch.setenv("BIANNIAN_DATA", str(tmp_path / "data"))
    return folder


@pytest.fixture
def told():
    """An event with several tellings in one document, and a sharp date."""
    timeline = gold_timeline()
    events = timeline.events
    return events[(events["n_mentions"] > 2) & (events["precision"] == "day")].iloc[0]


def _figure(app, index=0) -> dict:
    return json.loads(app.get("plotly_chart")[index].proto.spec)


def _hits(figure: dict) -> list[str]:
    return [str(key) for trace in figure["data"] for key in trace.get("customdata") or ()]


def _drawer(app) -> str:
    return next(body for body in bodies(app) if body.startswith('<article class="bn-drawer"'))


# ── every page ───────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("page", NAMES)
def test_a_cold_link_opens_the_page(dataset, page, lang):
    app = open_cold(page, lang=lang)
    assert not app.exception
    assert not app.error
    html = page_html(app)
    assert 'class="bn-title"' in html
    assert 'class="bn-foot"' in html, "the page was drawn to its end"


@pytest.mark.parametrize("page", NAMES)
def test_the_english_page_says_nothing_of_its_own_in_chinese(dataset, page, told):
    """What stays Chinese is a document's: quotes, titles, names of people and firms."""
    app = open_cold(page, lang="en", fact=told["event_id"] if page in ("timeline", "sources") else "")
    ours, _ = words(app)
    timeline = gold_timeline()
    known = set()
    for table, columns in (
        ("documents", ("title", "author", "publisher", "path")),
        ("events", ("name", "entities")),
        ("mentions", ("name", "entities", "exact", "time_text")),
        ("observations", ("about", "text")),
        ("checks", ("message", "exact", "other_exact")),
        ("times", ("text", "anchor")),
    ):
        for column in columns:
            known |= {" ".join(str(cell).split()) for cell in getattr(timeline, table)[column]}
    for phrase in sorted(known, key=len, reverse=True):
        ours = ours.replace(phrase, "")
    rest = re.sub(r"“[^”]*”", "", ours)
    allowed = {"编年", "中"}
    left = set(re.findall(r"[\u3400-\u9fff]+", rest)) - allowed
    # A headline cut short with … is a document's too.
    left = {run for run in left if not any(run in phrase for phrase in known)}
    assert not left, f"untranslated: {left}"


@pytest.mark.parametrize("page", NAMES)
def test_widgets_speak_the_chosen_language(dataset, page):
    app = open_cold(page, lang="en")
    labels = [
        widget.label
        for kind in ("button", "text_input", "selectbox", "text_area")
        for widget in app.get(kind)
    ]
    groups = [group for group in app.get("button_group") if group.label != "Whose"]  # names of firms
    options = [o for group in groups for o in group.options if " " not in o]
    assert not [text for text in [*labels, *options] if CHINESE.search(text)]


@pytest.mark.parametrize("page", NAMES)
def test_an_address_of_nonsense_is_no_error(dataset, page):
    app = open_cold(
        page, lang="tlh", **{"from": "x", "to": "-3"}, importance="99", category="nope,market", document="nope",
        fact="e000", read="nope", at="9-1", check="c0", part="999", beside="e0", lanes="x", measure="x|y|z",
    )  # fmt: skip
    assert not app.exception
    assert "bn-foot" in page_html(app)


@pytest.mark.parametrize("page", [name for name in NAMES if name != "import"])
def test_a_page_of_nothing_says_so_once_and_shows_what_would_be_read(tmp_path, monkeypatch, page):
    folder = store.write(tables.to_timeline([], [], [], name="青禾"), tmp_path / "served")
    monkeypatch.setenv(VARIABLE, str(folder))
    app = open_cold(page, lang="zh")
    html = page_html(app)
    assert html.count('class="bn-empty"') == 1
    assert 'class="bn-specimen"' in html
    assert any(href.startswith("./import") for href in links(app))
    assert not app.get("button_group"), "nothing to filter"
    assert not re.search(r"\b0\b", re.sub(r"<[^>]+>", " ", next(b for b in bodies(app) if "bn-title" in b)))
    assert "青禾" in html, "which collection is open"


def test_the_history_names_what_was_corrected(dataset, told):
    whole = gold_timeline()
    kept = edits.Edits(dataset)
    kept.add("date", edits.target(whole, told["event_id"]), told["date"], "2021-03-31")
    hidden = whole.events.iloc[0]["event_id"]
    kept.add("hide", edits.target(whole, hidden), False, True)
    history = [body for body in bodies(open_cold("import", lang="zh")) if "bn-edit" in body]
    assert len(history) == 2
    words = whole.mentions[whole.mentions["event_id"] == hidden]["exact"].iloc[0]
    assert "".join(words.split())[:12] in "".join(history[0].split()), "a hidden event by its words"
    assert told["name"] in history[1]
    assert f"fact={told['event_id']}" in history[1]


def test_an_unknown_collection_is_one_sentence_and_a_way_out(dataset):
    app = open_cold("timeline", lang="zh", data="../../etc")
    assert not app.exception
    assert "bn-empty" in page_html(app)
    assert any("import" in href for href in links(app))


@pytest.mark.parametrize("page", NAMES)
def test_links_carry_language_and_filters_to_every_page(dataset, page):
    app = open_cold(page, lang="en", **{"from": "2020", "to": "2022"}, category="market")
    for link in app.get("page_link"):
        query = parse_qs(link.proto.query_string)
        assert query["lang"] == ["en"]
        assert query["from"] == ["2020"]
        assert query["category"] == ["market"]
    assert len(app.get("page_link")) == len(PAGES)


# ── overview ─────────────────────────────────────────────────────────────────────────────────────


def test_overview_tells_the_milestones_with_their_quotes(dataset):
    app = open_cold("overview", lang="zh")
    html = page_html(app)
    timeline = gold_timeline()
    milestones = timeline.events[timeline.events["importance"] == 3]
    assert all(name in html for name in milestones["name"])
    assert html.count("<blockquote") == len(milestones)
    assert f"{len(timeline.documents)}" in html


def test_overview_lists_what_contradicts_and_leads_there(dataset):
    app = open_cold("overview", lang="zh")
    checks = gold_timeline().checks
    errors = checks[checks["severity"] == "error"]
    targets = {
        parse_qs(urlsplit(href).query).get("check", [""])[0] for href in links(app) if "checks?" in href
    }
    assert set(errors["check_id"]) <= targets


# ── timeline ─────────────────────────────────────────────────────────────────────────────────────


def test_every_event_of_the_window_is_in_the_list(dataset):
    app = open_cold("timeline", lang="zh")
    shown = tables.select(gold_timeline(), tables.Filters()).events
    listed = re.findall(r'class="bn-row" data-key="(\w+)"', page_html(app))
    assert listed == list(shown["event_id"])


def test_the_address_filters_the_chart_and_its_twin(dataset):
    app = open_cold(
        "timeline", lang="zh", **{"from": "2021", "to": "2021"}, category="automotive", importance="2"
    )
    filters = tables.Filters(2021, 2021, ("automotive",), min_importance=2)
    expected = set(tables.select(gold_timeline(), filters).events["event_id"])
    listed = set(re.findall(r'data-key="(e\w+)"', page_html(app)))
    drawn = {key for key in _hits(_figure(app)) if re.fullmatch(r"e[0-9a-f]{11}", key)}
    assert listed == expected
    assert drawn <= expected
    assert drawn


def test_the_sentence_counts_what_is_shown_and_what_lies_outside(dataset):
    app = open_cold("timeline", lang="zh", **{"from": "2020", "to": "2022"})
    shown = tables.select(gold_timeline(), tables.Filters(2020, 2022))
    before, after = tables.outside(gold_timeline(), tables.Filters(2020, 2022))
    sentence = " ".join(next(body for body in bodies(app) if "bn-title" in body).split())
    for count in (len(shown.events), before, after):
        assert str(count) in sentence


def test_nothing_found_says_so_and_offers_a_way_out(dataset):
    app = open_cold("timeline", lang="zh", q="没有人写过这样的话")
    assert "bn-empty" in page_html(app)
    assert any("q=" not in href and href.startswith("./timeline") for href in links(app))


def test_a_widget_writes_the_address(dataset):
    app = open_cold("timeline", lang="zh")
    app.segmented_control(key="f-importance").set_value(3).run()
    assert app.query_params["importance"] == "3"
    shown = tables.select(gold_timeline(), tables.Filters(min_importance=3)).events
    assert page_html(app).count('class="bn-row"') == len(shown)
    app.text_input(key="f-query").set_value(shown.iloc[0]["name"]).run()
    assert page_html(app).count('class="bn-row"') == 1


def test_a_click_on_a_mark_opens_its_quote(dataset, told):
    app = open_cold("timeline", lang="zh")
    assert told["event_id"] in _hits(_figure(app))
    app.session_state["_followed"] = f"./timeline?lang=zh&fact={told['event_id']}"
    app.run()
    assert app.query_params["fact"] == told["event_id"]
    assert "bn-evidence" in page_html(app)


def test_lanes_by_document_name_the_documents(dataset):
    app = open_cold("timeline", lang="zh", lanes="document")
    text = json.dumps(_figure(app), ensure_ascii=False)
    assert all(title[:6] in text for title in gold_timeline().documents["title"])


# ── the drawer ───────────────────────────────────────────────────────────────────────────────────


def test_the_drawer_shows_quote_place_reading_and_sources(dataset, told):
    app = open_cold("timeline", lang="zh", fact=told["event_id"])
    drawer = _drawer(app)
    mentions = gold_timeline().mentions
    rows = mentions[mentions["event_id"] == told["event_id"]]
    main = rows[rows["date"] == told["date"]].iloc[0]
    evidence = "".join(re.findall(r'<mark class="bn-evidence">(.*?)</mark>', drawer))
    plain = re.sub(r"<[^>]+>", "", evidence)
    assert plain == main["exact"].replace("\n", ""), "the highlighted words are the evidence, all of it"
    assert edtf.label(told["date"]) in drawer
    for row in rows.itertuples():
        assert f"at={row.start}-{row.end}" in drawer, "each telling leads to its place"
    assert "data-copy=" in drawer
    assert "data-copy-link=" in drawer


def test_a_number_opens_the_same_drawer(dataset):
    row = gold_timeline().observations.iloc[3]
    app = open_cold("metrics", lang="zh", fact=row["observation_id"])
    drawer = _drawer(app)
    assert f'<mark class="bn-evidence">{row["text"]}</mark>' in drawer


def test_a_time_opens_the_same_drawer(dataset):
    row = gold_timeline().times.iloc[5]
    app = open_cold("sources", lang="zh", read=row["doc_id"], fact=f"{row['doc_id']}:{row['start']}")
    drawer = _drawer(app)
    assert row["text"] in drawer


# ── sources ──────────────────────────────────────────────────────────────────────────────────────


def test_a_passage_is_lit_in_its_document(dataset, told):
    mentions = gold_timeline().mentions
    row = mentions[mentions["event_id"] == told["event_id"]].iloc[0]
    app = open_cold("sources", lang="zh", read=row["doc_id"], at=f"{row['start']}-{row['end']}")
    html = page_html(app)
    assert html.count('id="bn-here"') == 1
    lit = re.findall(r'class="[^"]*bn-lit[^"]*"[^>]*>([^<]*)<', html)
    assert "".join(lit) == row["exact"].replace("\n", "")


def test_only_the_chosen_kinds_are_marked(dataset):
    doc_id = gold_timeline().documents.iloc[0]["doc_id"]
    html = page_html(open_cold("sources", lang="zh", read=doc_id, marks="number"))
    text = html[html.index('class="bn-text"') :]
    assert "bn-m-number" in text
    assert "bn-m-time" not in text


def test_tellings_stand_side_by_side(dataset):
    events = gold_timeline().events
    event = events[events["n_documents"] > 1].iloc[0]
    html = page_html(open_cold("sources", lang="zh", beside=event["event_id"]))
    assert html.count("<blockquote") == event["n_mentions"]


# ── checks ───────────────────────────────────────────────────────────────────────────────────────


def test_a_check_shows_both_sides(dataset):
    checks = gold_timeline().checks
    row = checks[checks["other_doc_id"] != ""].iloc[0]
    html = page_html(open_cold("checks", lang="zh", check=row["check_id"]))
    plain = re.sub(r"<[^>]+>", "", html)
    assert row["message"] in plain
    quotes = re.findall(r"<blockquote.*?</blockquote>", html)
    for side, quote in zip(("exact", "other_exact"), quotes, strict=True):
        marked = re.findall(r'<mark class="bn-evidence">(.*?)</mark>', quote)
        assert re.sub(r"<[^>]+>", "", "".join(marked)) == row[side].replace("\n", "")
        assert row["kind"] not in ("date", "duration") or "bn-time" in quote, "its times are underlined"


def test_a_length_that_does_not_fit_stands_beside_the_one_between_its_ends():
    message = "从“2019年3月”到“2021年1月”是22个月，文中却说“20个月”。"
    row = {
        "kind": "duration",
        "message": message,
        "exact": "20個月",
        "other_doc_id": "d",
        "other_exact": "2019年3月至2021年1月",
    }
    assert readings.said(row, "", "zh") == (f"20{labels.GAP}个月", "stated")
    assert readings.said(row, "other_", "zh") == (f"22{labels.GAP}个月", "counted")
    assert readings.said(row, "", "en") == ("20 months", "stated"), "our own words are the page's language"
    assert readings.said(row, "other_", "en") == ("22 months", "counted")
    assert readings.said(row | {"other_exact": "20个月"}, "", "zh") == ("", ""), "two lengths, no ends"
    assert readings.said(row | {"kind": "value"}, "", "zh") == ("", "")


def test_checks_are_filtered_by_kind_and_severity(dataset):
    checks = gold_timeline().checks
    kind = checks.iloc[0]["kind"]
    html = page_html(open_cold("checks", lang="zh", kind=kind))
    listed = set(re.findall(r'class="bn-checkrow[^>]*data-key="(c\w+)"', html))
    assert listed == set(checks[checks["kind"] == kind]["check_id"])


def test_a_check_is_settled_and_opened_again(dataset):
    app = open_cold("checks", lang="zh")
    n = len(gold_timeline().checks)
    app.button(key="settle").click().run()
    assert [edit.kind for edit in edits.Edits(dataset).history()] == ["settle"]
    assert str(n - 1) in next(body for body in bodies(app) if "bn-title" in body)


# ── corrections by hand ──────────────────────────────────────────────────────────────────────────


def test_a_correction_is_kept_seen_and_undone(dataset, told):
    app = open_cold("timeline", lang="zh", fact=told["event_id"])
    app.button(key="hand-open").click().run()
    app.text_input(key="hand-date").set_value("2020-05-06")
    app.text_input(key="hand-name").set_value("改过的标题")
    app.get("button")  # the form's own button submits
    next(b for b in app.button if b.key and "FormSubmitter:hand-facts" in b.key).click().run()
    history = edits.Edits(dataset).history()
    assert {(edit.kind, edit.after) for edit in history} == {("date", "2020-05-06"), ("name", "改过的标题")}
    html = page_html(app)
    assert "改过的标题" in html
    assert "2020年5月6日" in html
    assert f"{edtf.label(told['date'])} → 2020年5月6日" in html, "what stood there before is shown too"
    other = open_cold("timeline", lang="zh")
    assert "改过的标题" in page_html(other), "another session sees it"
    assert "✎" in page_html(other)
    app = open_cold("import", lang="zh")
    for edit in history:
        app.button(key=f"undo-{edit.edit_id}").click().run()
    assert "改过的标题" not in page_html(open_cold("timeline", lang="zh"))


def test_an_impossible_date_is_refused_in_words(dataset, told):
    app = open_cold("timeline", lang="zh", fact=told["event_id"])
    app.button(key="hand-open").click().run()
    app.text_input(key="hand-date").set_value("last summer")
    next(b for b in app.button if b.key and "FormSubmitter:hand-facts" in b.key).click().run()
    assert not app.exception
    assert app.warning
    assert not edits.Edits(dataset).history()


def test_two_events_become_one_and_come_apart_again(dataset):
    events = gold_timeline().events
    first, second = events.iloc[4], events.iloc[5]
    app = open_cold("timeline", lang="zh", fact=first["event_id"])
    app.button(key="hand-open").click().run()
    app.selectbox(key="hand-other").set_value(second["event_id"])
    next(b for b in app.button if b.key and "FormSubmitter:hand-merge" in b.key).click().run()
    merged = edited.apply(gold_timeline(), edits.Edits(dataset))
    assert len(merged.events) == len(events) - 1
    assert set(merged.mentions["mention_id"]) == set(gold_timeline().mentions["mention_id"]), (
        "no telling is lost"
    )


def test_an_event_is_added_by_hand_with_its_quote(dataset):
    document = gold_timeline().documents.iloc[0]
    text = gold_timeline().text(document["doc_id"])
    app = open_cold("sources", lang="zh", read=document["doc_id"])
    app.text_area(key="add-quote").set_value(text[200:260])
    app.text_input(key="add-name").set_value("手工的一件事")
    app.text_input(key="add-date").set_value("2019-05")
    next(b for b in app.button if b.key and "FormSubmitter:hand-add" in b.key).click().run()
    assert not app.exception
    made = edited.apply(gold_timeline(), edits.Edits(dataset))
    row = made.mentions[made.mentions["name"] == "手工的一件事"].iloc[0]
    assert "".join(row["exact"].split()) == "".join(text[200:260].split())
    assert text[row["start"] : row["end"]] == row["exact"]
    assert "手工的一件事" in page_html(open_cold("timeline", lang="zh"))


def test_words_that_are_not_in_the_document_are_refused(dataset):
    app = open_cold("sources", lang="zh")
    app.text_area(key="add-quote").set_value("这句话谁也没有写过")
    app.text_input(key="add-name").set_value("x")
    app.text_input(key="add-date").set_value("2019")
    next(b for b in app.button if b.key and "FormSubmitter:hand-add" in b.key).click().run()
    assert app.warning
    assert not edits.Edits(dataset).history()


def test_a_starred_event_can_be_filtered(dataset, told):
    app = open_cold("timeline", lang="zh", fact=told["event_id"])
    app.button(key="hand-star").click().run()
    app = open_cold("timeline", lang="zh", starred="1")
    assert re.findall(r'class="bn-row" data-key="(\w+)"', page_html(app)) == [told["event_id"]]


# ── export ───────────────────────────────────────────────────────────────────────────────────────


def test_every_format_is_offered_under_a_name_that_says_what_it_holds(dataset):
    from timeline.exports import EXPORTS

    app = open_cold("export", lang="zh", **{"from": "2020", "to": "2022"})
    buttons = app.get("download_button")
    assert len(buttons) == len(EXPORTS)


# ── what documents hold is never markup ──────────────────────────────────────────────────────────


EVIL = '<img src=x onerror=alert(1)><script>alert(2)</script>"onmouseover="alert(3)'


@pytest.fixture
def evil(tmp_path, monkeypatch):
    """A dataset in which a document tries everything, in its text, title, path and tables."""
    from datetime import date

    from timeline.model import Check, Document, Event, Extraction, Mention, Observation, Quantity, Span, Timex

    text = f"2020年，星辰公司{EVIL}发布新品，售价1999元。"
    end = len(text)
    document = Document("d" * 12, f"{EVIL}.txt", text, EVIL, EVIL, EVIL, "2021", EVIL, "Hans", "zh", "utf-8")
    first, last = date(2020, 1, 1), date(2020, 12, 31)
    timex = Timex(0, 5, "2020年", "DATE", "2020", first, last, EVIL, EVIL, document.doc_id)
    mention = Mention(
        document.doc_id, 0, end, timex, "2020", first, last, EVIL, "product", (EVIL,), 3, "fact", EVIL
    )
    price = text.index("1999")
    quantity = Quantity(
        price, price + 5, "1999元", 1999.0, None, None, "CNY", "元", "=", EVIL, document.doc_id
    )
    observation = Observation(document.doc_id, EVIL, EVIL, quantity, timex, "2020", first, last)
    event = Event("e" * 12, EVIL, "2020", first, last, "product", (EVIL,), 3, "conflicting", (mention,))
    span = Span(document.doc_id, 0, end)
    check = Check("wording", "error", EVIL, span, span)
    made = tables.to_timeline(
        [Extraction(document, (timex,), (quantity,), (mention,), (observation,))], [event], [check], name=EVIL
    )
    monkeypatch.setenv(VARIABLE, str(store.write(made, tmp_path / "evil")))
    monkeypatch.setenv("BIANNIAN_DATA", str(tmp_path / "data"))
    return made


@pytest.mark.parametrize("page", NAMES)
def test_documents_cannot_write_markup(evil, page):
    event_id = evil.events.iloc[0]["event_id"]
    app = open_cold(page, lang="zh", fact=event_id)
    assert not app.exception
    html = page_html(app)
    assert "<script" not in html
    assert "onerror=alert" not in re.sub(r"&[a-z#0-9]+;[^<>]*", "", html)
    assert "<img src=x" not in html
    for figure in app.get("plotly_chart"):
        assert "<img" not in json.dumps(json.loads(figure.proto.spec)["data"])
