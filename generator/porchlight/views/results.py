# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What people answered: the table first, then bars, every option, the waves side by side, and how it was asked."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.model import paths
from porchlight.model.questionnaire import SIDES, Item, Questionnaire, Side
from porchlight.polls.shares import Share
from porchlight.views.bars import Measure, bar, measure
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.group_parts import groups_tables
from porchlight.views.needs import needs_table
from porchlight.views.pages import Page
from porchlight.views.parts import Link, Text
from porchlight.views.poll_types import ResultsView
from porchlight.views.result_parts import Bar, Bars, FiguresRow, FiguresTable, OpenWave
from porchlight.views.told import Told, told
from porchlight.views.wave_parts import about, asked_of, questions, waves_table

HEADS = ("item", "rank", "agree", "people", "neutral", "disagree", "no_answer")
FILES = ("results.csv", "datapackage.json")


def results_page(edition: Edition, questionnaire: Questionnaire) -> Page:
    """The results as far as they are released; before that, that nothing is told yet, and what is here."""
    here, title = paths.results_path(questionnaire.id), edition.t("results.title")
    waves = told(edition.hub, questionnaire)
    latest = waves[-1] if waves else None
    lead = _lead(edition, latest)
    poll, needs = paths.poll_path(questionnaire.id), paths.needs_path(questionnaire.id)
    codebook = paths.codebook_path(questionnaire.id)
    view = ResultsView(
        frame=frame(edition, here, title, lead[0], "results", [(edition.words(questionnaire.title), poll)]),
        title=title,
        lead=lead,
        question=asked_of(edition, questionnaire, latest) if latest else questions(edition, questionnaire),
        caution=edition.t("results.caution"),
        items=_items(edition, latest, here) if latest else None,
        bars=tuple(_bars(edition, latest)) if latest else (),
        options=_options(edition, latest) if latest else None,
        waves=waves_table(edition, questionnaire, waves) if len(waves) > 1 else None,
        groups=tuple(groups_tables(edition, latest)) if latest else (),
        about=about(edition, questionnaire, waves),
        answer=tuple(_answer_now(edition, questionnaire, here)) if latest else (),
        supply=None if latest else needs_table(edition, questionnaire, None, here),
        downloads=downloads(edition, questionnaire, here) if latest else (),
        doors=(
            *((Link(edition.t("needs.title"), edition.href(here, needs)),) if latest else ()),
            Link(edition.t("codebook.title"), edition.href(here, codebook)),
            Link(edition.words(questionnaire.title), edition.href(here, poll)),
        ),
    )
    return Page(edition.path(here), "results.html", view)


def downloads(edition: Edition, questionnaire: Questionnaire, here: str) -> tuple[Link, ...]:
    """The files of the results; they are the same for every language and lie in the first one's tree."""
    folder = paths.results_path(questionnaire.id)
    return tuple(
        Link(edition.t(f"results.file.{name.partition('.')[0]}"), paths.between(edition.path(here), f"{folder}{name}"))
        for name in FILES
    )


def _answer_now(edition: Edition, questionnaire: Questionnaire, here: str) -> Iterator[OpenWave]:
    """The way to the form for each wave, with its days: the reader's browser knows whether one is open."""
    there = edition.href(here, paths.poll_path(questionnaire.id))
    for wave in questionnaire.waves:
        first, last = (day.isoformat() if day else "" for day in (wave.opens, wave.closes))
        words = (
            edition.t("results.now.until", day=edition.day(wave.closes)) if wave.closes else edition.t("results.now")
        )
        yield OpenWave(Link(words, there), first, last)


def _lead(edition: Edition, latest: Told | None) -> tuple[str, ...]:
    if latest is None:
        return tuple(edition.t(f"results.words.{number}") for number in (1, 2))
    day = edition.day(latest.release.made_on)
    lead = edition.t("results.lead", n=latest.release.people, day=day)
    return (lead,) if latest.release.is_last else (lead, edition.t("results.so_far"))


def _items(edition: Edition, latest: Told, here: str) -> FiguresTable:
    """Every item by the share who agree; those that are not told yet stand last, in the order of the poll."""
    items = {item.id: item for item in latest.asked.items()}
    shown = [_item_row(edition, latest, items[share.item], share, here) for share in latest.shares]
    left_out = items.keys() - {share.item for share in latest.shares}
    hidden = [_hidden_row(edition, latest, item, here) for item in items.values() if item.id in left_out]
    return FiguresTable(
        id="by-share",
        caption=edition.t("results.caption"),
        heads=tuple(edition.t(f"results.head.{head}") for head in HEADS),
        rows=(*shown, *hidden),
    )


def _item_row(edition: Edition, latest: Told, item: Item, share: Share, here: str) -> FiguresRow:
    return FiguresRow(
        label=Text(edition.words(item.label)),
        href=_way(edition, latest, item, here),
        cells=(
            _places(share),
            edition.t("results.of", count=share.counts["agree"], people=share.people)
            if share.detail == "sides"
            else _side(edition, share, "agree"),
            str(share.people),
            _side(edition, share, "neutral"),
            _side(edition, share, "disagree"),
            str(latest.no_answer(share)),
        ),
        quiet=edition.t("results.small") if share.detail != "options" else "",
    )


def _hidden_row(edition: Edition, latest: Told, item: Item, here: str) -> FiguresRow:
    return FiguresRow(
        label=Text(edition.words(item.label)),
        href=_way(edition, latest, item, here),
        cells=("–",) * len(HEADS[1:]),
        quiet=edition.t("results.hidden"),
    )


def _way(edition: Edition, latest: Told, item: Item, here: str) -> str:
    """The page of the item, "" where today's poll asks it no more."""
    asked = {each.id for poll in edition.hub.questionnaires if poll.id == latest.asked.id for each in poll.items()}
    return edition.href(here, paths.item_path(latest.asked.id, item.id)) if item.id in asked else ""


def _places(share: Share) -> str:
    """The places that an item may have: “2”, or “1–3” where the answers tell no order."""
    return str(share.first) if share.first == share.last else f"{share.first}–{share.last}"


def _side(edition: Edition, share: Share, side: Side) -> str:
    """A side of an item: a count where few answered, else a whole percentage."""
    if share.detail == "sides":
        return str(share.counts.get(side, 0))
    return edition.t("results.percent", percent=share.of(side))


def _bars(edition: Edition, latest: Told) -> Iterator[Bars]:
    """The bars of each block of which something is told, all to one measure."""
    to, told_of = measure(latest.shares), {share.item: share for share in latest.shares}
    strong = any(share.detail == "options" for share in latest.shares)
    key = edition.t("results.key.strong" if strong else "results.key", middle=_middle(edition, latest.asked))
    for block in latest.asked.blocks:
        items = [(item, told_of[item.id]) for item in block.items if item.id in told_of]
        if items:
            yield Bars(edition.words(block.title), key, tuple(_bar(edition, latest, *pair, to) for pair in items))


def _bar(edition: Edition, latest: Told, item: Item, share: Share, to: Measure) -> Bar:
    label, small = edition.words(item.label), share.detail == "sides"
    told_as = {side: share.counts.get(side, 0) if small else share.of(side) for side in SIDES}
    middle = _middle(edition, latest.asked)
    key = "results.bar.small" if small else "results.bar"
    words = edition.t(key, item=label, people=share.people, middle=middle, **told_as)
    return bar(latest.asked, share, to, label, words)


def _middle(edition: Edition, asked: Questionnaire) -> str:
    """What the poll itself calls the answer in the middle; our own word where it has none."""
    own = [option for option in asked.options if asked.side_of(option.code) == "neutral"]
    return asked.said(own[0].label, edition.language) if own else edition.t("results.head.neutral")


def _options(edition: Edition, latest: Told) -> FiguresTable | None:
    """How often each option was chosen, for the items of which that is told."""
    shown = {share.item: share for share in latest.shares if share.detail == "options"}
    if not shown:
        return None
    options = latest.asked.options
    items = [item for item in latest.asked.items() if item.id in shown]
    return FiguresTable(
        id="by-option",
        caption=edition.t("results.options"),
        heads=(edition.t("results.head.item"), *(edition.words(option.label) for option in options)),
        rows=tuple(
            FiguresRow(
                Text(edition.words(item.label)),
                tuple(str(shown[item.id].counts.get(option.code, 0)) for option in options),
            )
            for item in items
        ),
    )
