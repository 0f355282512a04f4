# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The waves of a poll: side by side where the words were the same, and how each one was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from porchlight.model.questionnaire import BreakdownBy, Questionnaire, Wave
from porchlight.model.released import Release, detail_for
from porchlight.polls.response import NO_LANGUAGE
from porchlight.polls.shares import Share
from porchlight.views.edition import Edition
from porchlight.views.parts import Line, Text
from porchlight.views.result_parts import FiguresRow, FiguresTable
from porchlight.views.told import Told, Wording, worded


def waves_table(edition: Edition, questionnaire: Questionnaire, waves: Sequence[Told]) -> FiguresTable:
    """A line per item and wording, a column per wave: what was asked in other words is never set beside it."""
    columns = [worded(wave) for wave in waves]
    lines = dict.fromkeys(wording for column in reversed(columns) for wording in column)
    order = {item.id: number for number, item in enumerate(questionnaire.items())}
    ids = [item for item, _, _ in lines]
    return FiguresTable(
        id="by-wave",
        caption=edition.t("results.waves"),
        heads=(edition.t("results.head.item"), *(wave_name(edition, questionnaire, wave.release) for wave in waves)),
        rows=tuple(
            FiguresRow(
                label=Text(edition.words(dict(words))),
                cells=tuple(_cell(edition, column, (item, words, stem)) for column in columns),
                quiet=edition.t("results.reworded", stem=edition.words(dict(stem))) if ids.count(item) > 1 else "",
            )
            for item, words, stem in sorted(lines, key=lambda line: order.get(line[0], len(order)))
        ),
    )


def wave_name(edition: Edition, questionnaire: Questionnaire, release: Release) -> str:
    """The days of a wave, or its id where it has none."""
    return wave_days(edition, questionnaire, release) or release.wave


def wave_days(edition: Edition, questionnaire: Questionnaire, release: Release) -> str:
    """The days of the wave that a release is of; "" where they are not known."""
    wave = questionnaire.wave(release.wave)
    return days_of(edition, wave) if wave else ""


def days_of(edition: Edition, wave: Wave) -> str:
    """From when to when a wave was asked; "" where it has no days."""
    if wave.opens and wave.closes:
        return edition.t("results.from_to", first=edition.day(wave.opens), last=edition.day(wave.closes))
    if wave.opens:
        return edition.t("results.since", first=edition.day(wave.opens))
    return edition.t("results.until", last=edition.day(wave.closes)) if wave.closes else ""


def questions(edition: Edition, asked: Questionnaire) -> tuple[str, ...]:
    """What people agree or disagree with: one sentence where every block asks the same, else one per block."""
    if all(block.stem == asked.blocks[0].stem for block in asked.blocks):
        return (edition.t("needs.stem", stem=edition.words(asked.blocks[0].stem)),)
    return tuple(
        edition.t("needs.stem.of", block=edition.words(block.title), stem=edition.words(block.stem))
        for block in asked.blocks
    )


def asked_of(edition: Edition, questionnaire: Questionnaire, told: Told) -> tuple[str, ...]:
    """What stands with the figures of a wave: the question as it was worded then, and when it was asked."""
    days = wave_days(edition, questionnaire, told.release)
    when = (edition.t("results.when", days=days),) if days else ()
    return (*questions(edition, told.asked), *when)


def about(edition: Edition, questionnaire: Questionnaire, waves: Sequence[Told]) -> tuple[Line, ...]:
    """How the newest wave was asked: days, people, who was invited, the ways and the languages of the answers."""
    if not waves:
        return ()
    release = waves[-1].release
    wave = questionnaire.wave(release.wave)
    lines = (
        ("days", wave_days(edition, questionnaire, release)),
        ("people", str(release.people)),
        ("invited", edition.words(wave.invited) if wave else ""),
        ("modes", _ways(edition, "mode", release.modes)),
        ("languages", _ways(edition, "language", release.languages)),
        (
            "made_on",
            edition.t(
                "results.made_on.last" if release.is_last else "results.made_on",
                number=release.number,
                day=edition.day(release.made_on),
            ),
        ),
    )
    return tuple(Line(edition.t(f"results.about.{key}"), Text(said)) for key, said in lines if said)


def _ways(edition: Edition, by: BreakdownBy, people: Mapping[str, int | None]) -> str:
    """“On the web: 180; On paper: not told”: where one number is small, none is told, or it could be worked out."""
    few = edition.t("results.few")
    counts = {code: few if count is None else count for code, count in people.items()}
    return "; ".join(
        edition.t("results.way", way=group_name(edition, by, code), n=count) for code, count in counts.items()
    )


def _cell(edition: Edition, column: Mapping[Wording, Share | None], wording: Wording) -> str:
    if wording not in column:
        return edition.t("results.not_asked")
    share = column[wording]
    return agree_words(edition, share) if share else edition.t("results.not_told")


def agree_words(edition: Edition, share: Share) -> str:
    """How many agree: a count where few answered, else a whole percentage of how many; a small group is marked."""
    if share.detail == "sides":
        told = edition.t("results.of", count=share.counts.get("agree", 0), people=share.people)
    else:
        told = edition.t("results.percent_of", percent=share.agree, people=share.people)
    return marked(edition, told, share.people)


def marked(edition: Edition, told: str, people: int) -> str:
    """The figures of so many people, with the mark of a small group where these are too few to tell every option."""
    return told if detail_for(people) == "options" else edition.t("results.small.mark", told=told)


def group_name(edition: Edition, by: BreakdownBy, group: str) -> str:
    """A part of the people in words: how their answers came, or the language of these."""
    if by == "mode":
        return edition.t(f"results.mode.{group}")
    return edition.t("results.language.unknown") if group == NO_LANGUAGE else edition.label("language", group)
