# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model import poll_names as names
from porchlight.model.questionnaire import FIRST_WAVE, Option, Provider, Query, Questionnaire
from porchlight.problems import Place
from porchlight.reading.questionnaires import read_questionnaire
from tests.polls.support import NEEDS, needs, read

# Made up for these tests.
SMALL = """\
id: tea
version: 1
title: {en: Tea}
intro: {en: Two lines.}
options:
  - {code: '1', label: {en: 'No'}}
  - {code: '2', label: {en: 'Yes'}}
no_answer: {code: na, label: {en: No answer}}
blocks:
  - id: hot
    title: {en: Hot}
    stem: {en: I like this.}
    stem_source: editor
    items:
      - {id: hot_black, label: {en: Black tea}}
      - {id: hot_green, label: {en: Green tea}}
"""


def test_a_sound_poll_is_read_whole() -> None:
    questionnaire, problems = read(SMALL)
    assert problems == []
    assert questionnaire is not None
    assert (questionnaire.id, questionnaire.version, questionnaire.title) == ("tea", 1, {"en": "Tea"})
    assert [item.id for item in questionnaire.items()] == ["hot_black", "hot_green"]
    assert questionnaire.codes() == {"1", "2", "na"}
    assert questionnaire.blocks[0].stem_source == "editor"


def test_the_days_of_a_wave_that_stand_in_the_poll_itself_are_told_where_they_belong() -> None:
    _, problems = read(SMALL.replace("options:", "opens: 2026-12-01\ncloses: 2027-01-15\noptions:"))
    paste = "waves:\n  - id: first\n    opens: 2026-12-01\n    closes: 2027-01-15"
    assert [problem.code for problem in problems] == ["poll-unknown-part"] * 2
    assert {(problem.hint, problem.paste) for problem in problems} == {
        ("It belongs to a wave. Take it out here, and write:", paste)
    }
    mended = SMALL.replace("options:", f"{paste}\noptions:")
    assert read(mended)[1] == []
    (problem,) = read(mended.replace("options:", "opens: 2026-12-01\noptions:"))[1]
    assert problem.hint == "It belongs to one of the “waves”."


def test_the_shipped_poll_shows_waves_that_can_be_taken_over() -> None:
    """A comment that holds the lines to write: with each “#” taken out, the poll has one wave."""
    lines = NEEDS.read_text(encoding="utf-8").splitlines()
    start = lines.index("#waves:")
    end = lines.index("", start)
    written = [line.removeprefix("#") if start <= number < end else line for number, line in enumerate(lines)]
    questionnaire, problems = read("\n".join(written))
    assert problems == []
    assert questionnaire
    assert [wave.id for wave in questionnaire.waves] == ["first"]


def test_a_missing_translation_is_not_a_problem_of_the_poll() -> None:
    assert read(SMALL)[1] == []


def test_the_needs_poll_asks_twenty_items_in_five_blocks_in_two_languages() -> None:
    questionnaire = needs()
    assert [len(block.items) for block in questionnaire.blocks] == [4] * 5
    words = [questionnaire.title, questionnaire.intro, *(option.label for option in questionnaire.options)]
    words += [block.stem for block in questionnaire.blocks] + [item.label for item in questionnaire.items()]
    assert all(set(text) == {"en", "es"} for text in words)


def test_the_needs_poll_has_one_stem_so_that_all_items_can_be_compared() -> None:
    assert len({block.stem["en"] for block in needs().blocks}) == 1


FAULTS = {
    "no title": (
        "title: {en: Tea}\n",
        "",
        "poll.yaml:1:1  A poll needs “title”.  Write:\n    title: {en: …, es: …}",
    ),
    "misspelled part": (
        "intro:",
        "intr:",
        "poll.yaml:4:7  “intr” is not a part of a poll.  Did you mean “intro”?",
    ),
    "strange part": (
        "id: tea",
        "colour: red\nid: tea",
        "poll.yaml:1:9  “colour” is not a part of a poll."
        "  Its parts are: id, version, languages, title, intro, waves, provider, breakdowns, options, no_answer,"
        " blocks.",
    ),
    "poll id": (
        "id: tea",
        "id: Tea Time",
        "poll.yaml:1:5  A poll's id is part of its address: it must be plain, and “health” and “report” are taken."
        " It says “Tea Time”.  Use up to 40 small letters, digits and “-”, starting with a letter.",
    ),
    "taken poll id": (
        "id: tea",
        "id: health",
        "poll.yaml:1:5  A poll's id is part of its address: it must be plain, and “health” and “report” are taken."
        " It says “health”.  Use up to 40 small letters, digits and “-”, starting with a letter.",
    ),
    "version": (
        "version: 1",
        "version: one",
        "poll.yaml:2:10  “version” should be a whole number from 1 to 9999. It says “one”.",
    ),
    "words without language": (
        "{en: Tea}",
        "Tea",
        "poll.yaml:3:8  “title” should have its words per language. It says “Tea”.  Write:\n    title: {en: …, es: …}",
    ),
    "no English": (
        "{en: Tea}",
        "{es: Té}",
        "poll.yaml:3:8  “title” needs its words in English.  Write:\n    title: {en: …, es: …}",
    ),
    "one option": (
        "  - {code: '1', label: {en: 'No'}}\n",
        "",
        "poll.yaml:6:3  A poll needs at least two options to choose from."
        "  Write each on a line of its own, in the order in which they are shown.",
    ),
    "option code": (
        "code: '1'",
        "code: Not at all",
        "poll.yaml:6:12  A code is what is stored, so it must be plain. It says “Not at all”."
        "  Use up to 16 small letters and digits, like 1 or na.",
    ),
    "code twice": (
        "code: na",
        "code: '2'",
        "poll.yaml:8:19  Two answers have the same code, so nobody could tell them apart."
        " It says “2”.  Give one of them another.",
    ),
    "no no_answer": (
        "no_answer: {code: na, label: {en: No answer}}\n",
        "",
        "poll.yaml:1:1  A poll needs “no_answer”.  Write:"
        "\n    no_answer: {code: na, label: {en: No answer, es: Sin respuesta}}",
    ),
    "list expected": (
        SMALL[SMALL.index("    items:") :],
        "    items: tea\n",
        "poll.yaml:14:12  “items” should be a list: lines that start with a dash. It says “tea”.",
    ),
    "mapping expected": (
        "{id: hot_black, label: {en: Black tea}}",
        "Black tea",
        "poll.yaml:15:9  An item should have these parts: id, label, supply. It says “Black tea”.",
    ),
    "empty mapping": (
        "{id: hot_black, label: {en: Black tea}}",
        "{}",
        "poll.yaml:15:9  An item should have these parts: id, label, supply.",
    ),
    "text expected": (
        "id: tea",
        "id: [tea]",
        "poll.yaml:1:5  “id” should be one piece of text.  Write:\n    id: needs",
    ),
    "block id": (
        "id: hot\n",
        "id: hot tea\n",
        "poll.yaml:10:9  A block's id must be plain. It says “hot tea”."
        "  Use 2 to 40 small letters, digits and “_”, starting with a letter.",
    ),
    "no stem source": (
        "    stem_source: editor\n",
        "",
        "poll.yaml:10:5  A block needs “stem_source”.  Write:\n    stem_source: editor",
    ),
    "stem source": (
        "stem_source: editor",
        "stem_source: me",
        "poll.yaml:13:18  “stem_source” tells whose words the stem is: “seed” or “editor”. It says “me”.",
    ),
    "item id": (
        "hot_black",
        "hot.black",
        "poll.yaml:15:14  Some form services would change this item's id on the way, and its answers would be lost."
        " It says “hot.black”.  Use 2 to 40 small letters, digits and “_”, starting with a letter.",
    ),
    "taken item id": (
        "hot_black",
        "email",
        "poll.yaml:15:14  Some form services keep this name for themselves, so an item can't have it as its id."
        " It says “email”.  Put the block's name before it.",
    ),
    "item twice": (
        "hot_green",
        "hot_black",
        "poll.yaml:16:14  Two items have the same id, so their answers would be mixed up."
        " It says “hot_black”.  Give one of them another.",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_one_fault_gets_one_message_with_its_place_and_the_next_step(fault: str) -> None:
    now, then, message = FAULTS[fault]
    assert now in SMALL
    questionnaire, problems = read(SMALL.replace(now, then, 1))
    if fault == "misspelled part":  # then the right one is missing as well
        problems = [problem for problem in problems if problem.code != "poll-missing"]
    assert [str(problem) for problem in problems] == [message]
    assert questionnaire is None


def test_a_doubled_block_is_told_besides_its_doubled_items() -> None:
    block = SMALL[SMALL.index("  - id: hot\n") :]
    _, problems = read(SMALL + block)
    assert [problem.code for problem in problems] == ["poll-block-twice", "poll-item-twice", "poll-item-twice"]


def test_a_poll_too_long_for_one_post_is_a_problem() -> None:
    lines = "".join(f"      - {{id: hot_{number}, label: {{en: Tea}}}}\n" for number in range(names.MOST_ITEMS))
    _, problems = read(SMALL + lines)
    assert [str(problem) for problem in problems] == [
        "poll.yaml:10:3  A poll may have at most 50 items. This one has 52.  Make two polls of it."
    ]


def test_all_problems_are_told_at_once() -> None:
    _, problems = read(SMALL.replace("hot_black", "subject").replace("version: 1", "version: 0"))
    assert {problem.code for problem in problems} == {"poll-version", "poll-item-taken"}


@pytest.mark.parametrize("name", ["email", "my_honeypot", "from_name", "altcha", "apikey"])
def test_names_that_a_form_service_takes_are_known(name: str) -> None:
    assert names.is_taken(name)


@pytest.mark.parametrize("name", ["a", "_v", "a.b", "a[b]", "a b", "Ab", "1a", "a" * 41, "a\n", "ä1", "form-name"])
def test_names_that_a_form_service_would_change_are_not_safe(name: str) -> None:
    assert not names.is_safe(name)


_TEXT = st.text(max_size=8)
_KEYS = st.sampled_from(["id", "version", "title", "options", "no_answer", "blocks", "items", "label", "code", "en"])
_ANYTHING = st.recursive(
    st.none() | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS | _TEXT, inner, max_size=5),
)


@given(_ANYTHING)
def test_whatever_the_file_holds_it_is_told_in_problems_and_never_a_crash(raw: object) -> None:
    questionnaire, problems = read_questionnaire(raw, lambda path: Place("poll.yaml"))
    assert (questionnaire is None) == bool(problems)


TERMS = """
languages: [en, ht]
waves:
  - {id: 2026-fall, opens: '2026-09-01', closes: '2026-11-30', invited: {ht: Moun ki vle., en: Whoever wished.}}
  - {id: 2027-fall, opens: '2027-09-01'}
provider: {service: formspree, key: abcd, settings: {region: us}, fields: {hot_black: entry.1}}
breakdowns: [mode]
"""


def test_a_poll_tells_its_languages_waves_provider_and_supply() -> None:
    supply = "hot_black, supply: [{from: trainings, where: {topics: [tea]}}]"
    questionnaire, problems = read(TERMS.strip() + "\n" + SMALL.replace("hot_black", supply, 1))
    assert questionnaire, problems
    assert questionnaire.languages == ("en", "ht")
    assert questionnaire.provider == Provider("formspree", "abcd", {"region": "us"}, {"hot_black": "entry.1"})
    assert questionnaire.breakdowns == ("mode",)
    assert next(questionnaire.items()).supply == (Query("trainings", {"topics": ("tea",)}),)


def test_a_day_belongs_to_the_wave_that_is_open_on_it() -> None:
    questionnaire, _ = read(TERMS.strip() + "\n" + SMALL)
    assert questionnaire
    days = (date(2026, 9, 1), date(2026, 11, 30), date(2026, 12, 1), date(2030, 1, 1))
    waves = [questionnaire.wave_on(day) for day in days]
    assert [wave.id if wave else None for wave in waves] == ["2026-fall", "2026-fall", None, "2027-fall"]


def test_a_poll_without_waves_is_asked_at_all_times() -> None:
    questionnaire, _ = read(SMALL)
    assert questionnaire
    assert questionnaire.wave_on(date(1999, 1, 1)) == FIRST_WAVE


@pytest.mark.parametrize(
    ("codes", "sides"),
    [
        ("12", "disagree agree"),
        ("123", "disagree neutral agree"),
        ("1234", "disagree disagree agree agree"),
        ("12345", "disagree disagree neutral agree agree"),
    ],
)
def test_the_lower_half_of_the_options_disagrees_and_a_middle_one_is_neutral(codes: str, sides: str) -> None:
    options = tuple(Option(code, {"en": code}) for code in codes)
    scale = Questionnaire("tea", 1, {}, {}, options, Option("na", {}), ())
    assert " ".join(map(scale.side_of, codes)) == sides
