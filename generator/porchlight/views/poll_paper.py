# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A poll on paper: the sheets to print, and the short addresses that stand on them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import product

from porchlight.model import paths
from porchlight.model.ballot_codes import ballot_code
from porchlight.model.questionnaire import Questionnaire
from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from porchlight.views.pages import Page
from porchlight.views.parts import Link
from porchlight.views.service_types import ShortView


def ballot_links(edition: Edition, questionnaire: Questionnaire, here: str) -> Iterator[Link]:
    """The sheets to print that there are, those in the page's own language first."""
    languages = sorted(edition.hub.settings.languages, key=lambda code: code != edition.language)
    for language, large in product(languages, (False, True)):
        file = paths.ballot_file(questionnaire.id, language, large)
        if file in edition.downloads:
            spoken = edition.t(f"language.{language}")
            name = edition.t("poll.ballot.large", language=spoken) if large else spoken
            note = edition.t("poll.ballot.size", n=math.ceil(edition.downloads[file] / 1000))
            yield Link(name, paths.between(edition.path(here), file), note=note, lang=language)


def ballot_addresses(edition: Edition, questionnaire: Questionnaire) -> Iterator[Page]:
    """The address on paper of this version and of every earlier one, since old sheets are still about."""
    title = questionnaire.said(questionnaire.title, edition.language)
    for code in dict.fromkeys(ballot_code(questionnaire.id, n) for n in range(questionnaire.version, 0, -1)):
        here = paths.ballot_path(code)
        there = edition.href(here, paths.poll_path(questionnaire.id))
        head = frame(edition, here, title, "", "short", indexable=False)
        view = ShortView(head, title, "", "", "", "", "", checked=None, there=there, kept={})
        yield Page(edition.path(here), "short.html", view)
