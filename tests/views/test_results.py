# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Results say what was counted, no more and no finer, and what is missing beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.model.questionnaire import FIRST_WAVE
from porchlight.model.record import Record
from porchlight.site.theme import catalog, theme_folder
from porchlight.views.bars import APART, measure
from porchlight.views.codebook import codebook_page
from porchlight.views.edition import Assets, Edition
from porchlight.views.needs import needs_page
from porchlight.views.parts import Text
from porchlight.views.poll_types import CodebookView, NeedsView, ResultsView
from porchlight.views.result_parts import Bar, FiguresRow, FiguresTable
from porchlight.views.results import results_page
from porchlight.views.told import told
from tests.conftest import ROOT
from tests.views.fakes import CALLED, POLL, SOURCE, edition, view_of
from tests.views.results import NOT_TOLD, REWORDED, SHARES, SMALL, hub_with_results

FIXED = "People chose to take part. They may differ from everyone else, so no margin of error can be worked out."


def asked(language: str = "en") -> Edition:
    return Edition(
        hub_with_results(), language, catalog(theme_folder(ROOT), language), Assets("a.css", "m.js", "i.svg")
    )


def results(language: str = "en") -> ResultsView:
    each = asked(language)
    return view_of(results_page(each, each.hub.questionnaires[0]), ResultsView)


def needs(each: Edition) -> NeedsView:
    return view_of(needs_page(each, each.hub.questionnaires[0]), NeedsView)


def row_of(rows: tuple[FiguresRow, ...], item: str) -> FiguresRow:
    labels = {each.id: each.label["en"] for each in hub_with_results().questionnaires[0].items()}
    return next(row for row in rows if row.label.value == labels[item])


def bar_of(view: ResultsView, item: str) -> Bar:
    labels = {each.id: each.label["en"] for each in hub_with_results().questionnaires[0].items()}
    return next(bar for block in view.bars for bar in block.bars if bar.label == labels[item])


def test_the_newest_release_of_the_newest_wave_leads() -> None:
    view = results()
    assert view.lead == (
        "214 people answered, and one person could answer twice. These results are from November 2, 2026.",
    )
    assert view.caution == FIXED
    assert view.items
    assert view.items.rows[0].label.value == "Peer mentor training"
    assert view.items.rows[0].cells == ("1–3", "90%", "205", "3%", "7%", "9")
    assert view.items.rows[0].href == "../training-peer-mentor/"


def test_a_column_without_a_figure_stops_the_build() -> None:
    with pytest.raises(ValueError, match="by-share"):
        FiguresTable("by-share", "", ("Line", "Rank", "Agree"), (FiguresRow(Text("Beds"), ("1",)),))


def test_small_groups_say_so_and_what_was_not_told_stays_untold() -> None:
    view = results()
    assert view.items
    small, shares, hidden = (row_of(view.items.rows, item) for item in (SMALL, SHARES, NOT_TOLD))
    assert (small.cells[1], small.cells[3:5], small.quiet) == ("17 of 23", ("3", "3"), "Small group")
    assert (shares.cells[1], shares.quiet) == ("73%", "Small group")
    assert hidden.quiet == "Fewer than 11 people answered this line."
    assert set(hidden.cells) == {"–"}
    assert view.items.rows[-1] == hidden


def test_every_option_is_counted_only_where_that_is_told() -> None:
    view = results()
    assert view.options
    assert len(view.options.rows) == 17
    assert view.options.rows[0].cells == ("3", "11", "6", "62", "123")


def test_waves_stand_side_by_side_and_other_words_are_not_compared() -> None:
    view = results()
    assert view.waves
    assert view.waves.heads == ("Line", "March 1, 2026 to April 30, 2026", "October 1, 2026 to October 31, 2026")
    assert row_of(view.waves.rows, "training_peer_mentor").cells == ("33% of 60", "90% of 205")
    assert row_of(view.waves.rows, NOT_TOLD).cells == ("fewer than 11", "fewer than 11")
    assert row_of(view.waves.rows, REWORDED).cells == ("not asked", "61% of 205")
    before = next(row for row in view.waves.rows if row.label.value == "A home for a start")
    assert before.cells == ("53% of 60", "not asked")
    assert before.quiet.startswith("Asked in other words at other times, so it is not compared.")


def test_how_it_was_asked_tells_no_small_number() -> None:
    told_of = {line.label: line.text.value for line in results().about}
    assert told_of["Who was invited"] == "Everyone in the county."
    assert told_of["How answers came"] == "On the web: 180; On paper: 34"
    assert told_of["Languages"] == "English: 203; Spanish: number not told"


def test_bars_are_as_long_as_their_shares_and_carry_their_numbers() -> None:
    hub = hub_with_results()
    shares = told(hub, hub.questionnaires[0])[-1].shares
    to, view = measure(shares), results()
    for share in shares:
        bar = bar_of(view, share.item)
        width = {
            side: sum(float(p.width) for p in bar.pieces if p.look.startswith(side)) for side in ("agree", "dis", "n")
        }
        assert width["agree"] == pytest.approx(share.agree * to.step, abs=0.02)
        assert width["dis"] == pytest.approx(share.disagree * to.step, abs=0.02)
        assert width["n"] == pytest.approx(share.neutral * to.step, abs=0.02)
        assert all(float(piece.x) >= 0 and float(piece.x) + float(piece.width) <= 100 for piece in bar.pieces)
    assert [number.text for number in bar_of(view, SMALL).numbers] == ["3", "17", "3"]
    assert [number.text for number in bar_of(view, SHARES).numbers] == ["10", "73", "18"]


def test_strong_views_stand_at_the_line_and_never_touch() -> None:
    bar = bar_of(results(), "training_peer_mentor")
    strong = {piece.look: piece for piece in bar.pieces}
    assert float(strong["agree strong"].x) == pytest.approx(float(bar.line) + APART, abs=0.02)
    assert float(strong["disagree strong"].end) == pytest.approx(float(bar.line) - APART, abs=0.02)
    assert bar.words == "Peer mentor training: 90% agree, 3% say “Neutral” and 7% disagree, of 205 people who answered."


def test_groups_stand_side_by_side_and_what_was_hidden_stays_so() -> None:
    (table,) = results().groups
    assert table.caption == "People who agree, by the way that answers came"
    assert table.heads == ("Line", "On paper", "On the web")
    assert row_of(table.rows, "training_facilitator").cells == ("65% of 34 (small group)", "70% of 171")
    assert row_of(table.rows, "programs_housing").cells == ("number not told", "number not told")
    assert len(table.rows) == 3


def test_what_is_told_before_the_end_says_so() -> None:
    """The first release of the second wave was made while people could still answer."""
    each = asked()
    early = replace(each, hub=replace(each.hub, releases=each.hub.releases[:2]))
    so_far = "These are the results so far: people could still answer then, so the numbers may change."
    assert view_of(results_page(early, early.hub.questionnaires[0]), ResultsView).lead[1:] == (so_far,)
    assert needs(early).lead.endswith(so_far)
    assert results().lead[1:] == ()
    assert not needs(each).lead.endswith(so_far)


def test_before_anything_is_released_the_page_says_so_and_shows_what_is_here() -> None:
    page = results_page(edition(), POLL)
    view = view_of(page, ResultsView)
    assert view.items is None
    assert view.downloads == ()
    assert view.lead[0].startswith("Not asked yet, or not told yet: results appear after 11 people have answered")
    assert view.supply
    assert [row.share for row in view.supply.rows] == ["no results yet", "no results yet"]


def house(record_id: str, serves: str = "US", **parts: tuple[object, ...]) -> Record:
    values = {"items": ("beds",), "serves": (serves,)}
    return Record("housing", record_id, values, {"sources": (SOURCE,), **parts})  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("held", "here", "asked_them", "missing"),
    [
        ((), "0", "0", "Nothing is here yet."),
        ((house("a"),), "1", "0", "Nobody has asked them yet. None is for one place only."),
        ((house("a", "US-OH"),), "1", "0", "Nobody has asked them yet."),
        ((house("a", checks=(CALLED,)), house("b")), "2", "1", "None is for one place only."),
        ((house("a", checks=(CALLED,)), house("b", "US-OH")), "2", "1", ""),
    ],
)
def test_all_that_is_missing_is_told(held: tuple[Record, ...], here: str, asked_them: str, missing: str) -> None:
    row = needs(edition(*held)).table.rows[0]
    assert (row.item.label, row.here, row.asked, row.missing) == ("Beds", here, asked_them, missing)


def test_lines_with_the_same_best_rank_stand_by_what_is_here() -> None:
    """The sentence below the table, line by line."""
    each = asked()
    view, poll = needs(each), each.hub.questionnaires[0]
    assert "best rank. Where that is the same, the line with less here stands above." in each.t("needs.note")
    first = {share.item: share.first for share in told(each.hub, poll)[-1].shares}
    ids = {item.label["en"]: item.id for item in poll.items()}
    order = [(first[ids[row.item.label]], int(row.here)) for row in view.table.rows if ids[row.item.label] in first]
    assert order == sorted(order)


@pytest.mark.parametrize("language", ["en", "es"])
def test_both_sheets_say_that_one_person_could_answer_twice(language: str) -> None:
    twice = {"en": "one person could answer twice", "es": "una persona podía responder dos veces"}[language]
    each = asked(language)
    assert twice in results(language).lead[0]
    assert twice in needs(each).lead


def test_an_answer_in_the_middle_is_called_as_the_poll_calls_it() -> None:
    assert "“Ni de acuerdo ni en desacuerdo”" in bar_of_first(results("es")).words
    assert "“Ni de acuerdo ni en desacuerdo”" in results("es").bars[0].key


def bar_of_first(view: ResultsView) -> Bar:
    return view.bars[0].bars[0]


def test_while_a_wave_may_be_open_the_results_lead_to_the_form() -> None:
    open_waves = [(each.way.label, each.opens, each.closes) for each in results().answer]
    assert open_waves[-1] == ("You can answer now, until October 31, 2026", "2026-10-01", "2026-10-31")
    each = asked()
    always = replace(each.hub.questionnaires[0], waves=(FIRST_WAVE,))
    view = view_of(results_page(each, always), ResultsView)
    assert [(wave.way.label, wave.opens, wave.closes) for wave in view.answer] == [("You can answer now", "", "")]


def rules_of(modes: dict[str, int | None]) -> str:
    each = asked()
    releases = tuple(replace(release, modes=modes) for release in each.hub.releases)
    there = replace(each, hub=replace(each.hub, releases=releases))
    view = view_of(codebook_page(there, there.hub.questionnaires[0]), CodebookView)
    return " ".join(view.rules[0].rules)


def test_how_we_asked_is_told_by_the_ways_in_which_answers_came() -> None:
    imported, on_paper = rules_of({"import": 20}), rules_of({"paper": 20})
    assert "another form service" in imported
    assert "no account" not in imported
    assert "same order" not in imported
    assert "on the web" not in imported
    assert "on paper" in on_paper
    assert "no account" in on_paper
    assert "another form service" not in on_paper
    assert "twice" in imported
    assert "twice" in on_paper


def test_what_is_closed_is_no_supply() -> None:
    gone = house("a")
    closed = replace(gone, values={**gone.values, "status": "closed"})
    assert needs(edition(closed)).table.rows[0].here == "0"


def test_the_newest_check_carries_its_day_so_that_it_can_age() -> None:
    called = needs(edition(house("a", checks=(CALLED,)), house("b"))).table.rows[0].checked
    read = needs(edition(house("b"))).table.rows[0].checked
    assert called
    assert (called.kind, called.day, called.days) == ("checked", "2026-11-02", 180)
    assert read
    assert (read.kind, read.words) == ("read", "Read on November 23, 2026")


def test_where_the_answers_tell_no_order_least_supply_comes_first() -> None:
    rows = needs(asked()).table.rows
    first = {row.item.label for row in rows[:3]}
    assert first == {"Peer mentor training", "Group facilitator training", "Crisis responder training"}
    assert [int(row.here) for row in rows[:3]] == sorted(int(row.here) for row in rows[:3])
    assert rows[0].share == "88% of 205"
    assert (rows[-1].item.label, rows[-1].share) == ("Managing and tracking volunteer involvement", "fewer than 11")


def test_an_answer_to_other_words_is_not_set_beside_the_words_of_today() -> None:
    hub = hub_with_results()
    before = replace(hub, releases=tuple(each for each in hub.releases if each.wave == "fall"))
    row = {each.item.label: each.share for each in needs(replace(asked(), hub=before)).table.rows}
    assert row["Transitional or supportive housing models"] == "no results yet"
    assert row["Second-chance hiring programs"] == "55% of 60"


def test_the_codebook_holds_the_exact_words_of_each_version() -> None:
    each = asked()
    view = view_of(codebook_page(each, each.hub.questionnaires[0]), CodebookView)
    assert [wording.title for wording in view.wordings] == ["The exact words, version 2", "The exact words, version 1"]
    now, before = (dict(wording.rows)[REWORDED] for wording in view.wordings)
    assert [text.value for text in before] == ["A home for a start", "Una casa al salir"]
    assert [(text.value, text.lang) for text in now][1] == ("Modelos de vivienda de transición o con apoyo", "es")
    assert [row.cells for row in view.options.rows][:2] == [("1", "disagree"), ("2", "disagree")]


@pytest.mark.parametrize(("language", "ours"), [("en", "our own choice"), ("es", "lo elegimos nosotros")])
def test_the_line_at_thirty_people_is_told_as_our_choice(language: str, ours: str) -> None:
    """An office’s rule for one of its own surveys is none for ours: what we can’t back is not said."""
    each = asked(language)
    view = view_of(codebook_page(each, each.hub.questionnaires[0]), CodebookView)
    said = " ".join(rule for group in view.rules for rule in group.rules)
    assert ours in said
    assert "NCHS" not in said


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_mean_no_median_and_no_margin_are_told_of_any_item(language: str) -> None:
    view = results(language)
    assert view.items
    assert view.options
    told_of = " ".join([*view.items.heads, *view.options.heads, *(bar.words for b in view.bars for bar in b.bars)])
    assert not {"mean", "median", "margin", "±", "promedio", "mediana", "margen"} & set(told_of.lower().split())
