# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The whole check: read the hub, then look at it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from pathlib import Path

from porchlight.checking.context import Context
from porchlight.checking.rules import (
    addresses,
    answers,
    article_links,
    dates,
    figures,
    hours,
    in_git,
    kits,
    links,
    look_alikes,
    made_up,
    own_folder,
    papers,
    phones,
    place_names,
    places,
    polls,
    polls_raw,
    posters,
    results,
    reviews,
    search,
    short_codes,
    taken,
    translations,
    withheld,
    words,
)
from porchlight.model.hub import Hub
from porchlight.problems import Problem, in_order
from porchlight.reading.hub import Reading, read_again, read_hub
from porchlight.reading.saying import seen
from porchlight.reading.yaml_mistakes import PASTED_AT_MOST

Rule = Callable[[Context], Iterator[Problem]]

TOLD_AT_MOST = 100

RULES: tuple[Rule, ...] = (
    answers.answer_without_date,
    phones.phone_not_dialable,
    phones.phone_label_dials_another,
    phones.phone_check_without_day,
    addresses.address_not_web,
    addresses.label_other_host,
    article_links.article_link,
    figures.figure_without_fact,
    figures.share_without_fact,
    dates.date_in_future,
    dates.beds_free_without_day,
    dates.moment_not_real,
    dates.ends_before_it_starts,
    hours.hours_not_read,
    hours.hours_without_zone,
    hours.timezone_unknown,
    links.poll_item_unknown,
    links.notice_about_nothing,
    links.link_dangling,
    kits.kit_dangling,
    kits.named_fact_dangling,
    kits.slide_number,
    taken.address_taken,
    look_alikes.looks_alike,
    look_alikes.not_duplicate_of_nothing,
    made_up.made_up,
    made_up.not_made_up,
    papers.paper_needs_itself,
    papers.paper_circle,
    places.place_code_taken,
    places.place_twice,
    places.place_kind,
    places.place_within,
    places.place_elsewhere,
    place_names.place_named,
    place_names.place_called,
    place_names.place_in_one_script,
    polls.poll_item_without_supply,
    polls.poll_supply_dangling,
    polls.poll_answers_go,
    posters.poster_contrast,
    posters.poster_number,
    posters.poster_too_long,
    results.result_of_nothing,
    results.result_impossible,
    results.result_order,
    results.result_tells_of_few,
    reviews.review_missing,
    reviews.review_too_late,
    search.search_dangling,
    short_codes.short_code_taken,
    short_codes.short_code_foreign,
    short_codes.former_id_taken,
    translations.translation_of_no_language,
    translations.translation_of_nothing,
    translations.notice_without_translated_name,
    withheld.town_told,
    words.words_better,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """A hub and everything that was found: in order of place in `problems`, what has waited longest first in `care`."""

    hub: Hub
    problems: tuple[Problem, ...]
    care: tuple[Problem, ...]

    @property
    def stopping(self) -> tuple[Problem, ...]:
        """The problems that must be mended before anything is built."""
        return tuple(problem for problem in self.problems if problem.weight == "problem")

    def with_more(self, found: Iterable[Problem]) -> Checked:
        """The same with problems that only show beside the hub."""
        return replace(self, problems=in_order([*self.problems, *found]))

    def told_of(self, is_told: Callable[[Problem], bool]) -> Checked:
        """The same with some of its problems only."""
        return replace(self, problems=tuple(filter(is_told, self.problems)), care=tuple(filter(is_told, self.care)))


def readable(problem: Problem) -> Problem:
    """The problem with every character that can't be seen by its name, whatever came into its words or its place."""
    place = problem.place._replace(file=seen(problem.place.file))
    lines = problem.paste.split("\n")
    paste = "\n".join(map(seen, lines)) if max(map(len, lines)) <= PASTED_AT_MOST else ""
    return replace(
        problem,
        place=place,
        message=seen(problem.message),
        says=seen(problem.says),
        hint=seen(problem.hint),
        paste=paste,
    )


def _few_enough(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """At most a hundred problems of each file, then one line that says how many more there are."""
    told: list[Problem] = []
    for _, group in groupby(problems, key=lambda problem: problem.place.file):
        of_file = list(group)
        more = of_file[TOLD_AT_MOST:]
        told += of_file[:TOLD_AT_MOST]
        if more:
            message = f"This file has {len(more):,} more {'problem' if len(more) == 1 else 'problems'}."
            told.append(Problem(more[0].place, "too-many", message, hint="Mend those above first, then check again."))
    return tuple(told)


def check_hub(root: Path, today: date, only: Container[str] | None = None, *, thorough: bool = False) -> Checked:
    """Read the hub's files and apply every rule to what is sound in them; never raises for what people wrote.

    `only` are the files of records to read, where the others are known not to matter (changed.py). `thorough` takes no
    shortcut (reading/doubtful.py).
    """
    reading = read_hub(root, only, thorough=thorough)
    beside = [*polls_raw.raw_answers(root, reading.hub.questionnaires), *own_folder.own_folder(root)]
    return _judged(today, reading, [*beside, *in_git.in_git(root), *in_git.editor_known(root)])


def check_again(root: Path, today: date, only: Collection[str], known: Hub) -> Checked:
    """The same for the records of these files, where all else is sound and as `known` holds it."""
    return _judged(today, read_again(root, only, known))


def _judged(today: date, reading: Reading, beside: Iterable[Problem] = ()) -> Checked:
    """What the rules find in what was read; `beside` is what was found in files that are no records."""
    context = Context(reading.hub, today, reading.place_of, reading.unsound)
    found = [problem for rule in RULES for problem in rule(context)]
    found += beside
    aged = sorted(dates.grown_old(context), key=lambda each: (-each.days_over, each.problem.place))
    care = (*(each.problem for each in aged), *(each for each in (*reading.problems, *found) if each.weight == "care"))
    return Checked(
        reading.hub,
        _few_enough(in_order(map(readable, [*reading.problems, *found, *care]))),
        tuple(map(readable, care)),
    )
