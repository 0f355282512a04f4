# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What is told of each wave of a poll: its newest release, the words that were asked, and the shares."""

from __future__ import annotations

from dataclasses import dataclass

from porchlight.model.hub import Hub
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.released import Release
from porchlight.polls.shares import Share, newest_of_each_wave, shares

Pairs = tuple[tuple[str, str], ...]
Wording = tuple[str, Pairs, Pairs]
"""An item as it was worded: its id, its words per language, and those of the question above it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One wave: `asked` is the poll as it was worded then, `sent` how many had answered by each of its releases."""

    release: Release
    asked: Questionnaire
    shares: tuple[Share, ...]
    sent: tuple[tuple[int, int], ...]

    def no_answer(self, share: Share) -> int:
        """How many sent answers but none to this item, counted when its figures were."""
        return max(0, dict(self.sent).get(share.since, self.release.people) - share.people)


def releases_of(hub: Hub, questionnaire: Questionnaire) -> tuple[Release, ...]:
    """Every release of the poll."""
    return tuple(release for release in hub.releases if release.poll == questionnaire.id)


def wordings(hub: Hub, questionnaire: Questionnaire) -> tuple[Questionnaire, ...]:
    """The poll in each of its versions, the newest first; today's stands for its own."""
    former = [each for each in hub.former if each.id == questionnaire.id and each.version != questionnaire.version]
    return (questionnaire, *sorted(former, key=lambda each: -each.version))


def told(hub: Hub, questionnaire: Questionnaire) -> tuple[Told, ...]:
    """Each wave of which something was released, in the order of the waves: the last one is the newest."""
    found = releases_of(hub, questionnaire)
    return tuple(
        _told(release, hub.as_answered(release) or questionnaire, found)
        for release in newest_of_each_wave(found, questionnaire)
    )


def _told(release: Release, asked: Questionnaire, found: tuple[Release, ...]) -> Told:
    sent = tuple((each.number, each.people) for each in found if each.wave == release.wave)
    return Told(release, asked, shares(release, asked), sent)


def worded(told_of: Told) -> dict[Wording, Share | None]:
    """Each item as it was asked, with its share where that is told: the same id in other words is another question."""
    found = {share.item: share for share in told_of.shares}
    return {wording: found.get(wording[0]) for wording in wordings_of(told_of.asked)}


def wordings_of(asked: Questionnaire) -> tuple[Wording, ...]:
    """Every item of a version as it is worded there, in order."""
    return tuple(
        (item.id, tuple(sorted(item.label.items())), tuple(sorted(block.stem.items())))
        for block in asked.blocks
        for item in block.items
    )
