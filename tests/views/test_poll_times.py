# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a poll's page says of its days where no script counts them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from porchlight.model.hub import Hub, Settings
from porchlight.model.questionnaire import Wave
from porchlight.site.assets import bundle
from porchlight.site.theme import catalog, environment
from porchlight.views.edition import Edition
from porchlight.views.poll_pages import poll_pages
from tests.polls.support import needs
from tests.theme.components import THEME, site
from tests.views.fakes import PACKAGE

SPRING = Wave("spring", date(2026, 3, 1), date(2026, 4, 30))
FALL = Wave("fall", date(2026, 10, 1))


def page(day: date, *waves: Wave) -> str:
    """The poll's page as it is built on a day."""
    poll = replace(needs(), waves=waves)
    hub = Hub(Settings("A hub", {}), PACKAGE, {}, (poll,)).shown_on(day)
    edition = Edition(hub, "en", catalog(THEME, "en"), bundle(THEME).assets)
    first = next(iter(poll_pages(edition, poll)))
    return environment(THEME).get_template(first.template).render(site=site("en"), view=first.view)


def test_a_wave_that_is_past_is_left_out_and_an_open_one_says_since_when() -> None:
    html = page(date(2026, 11, 30), SPRING, FALL)
    assert "March 1, 2026" not in html
    assert '<dt>Open since</dt><dd><time datetime="2026-10-01">' in html
    assert "You can answer from" not in html


@pytest.mark.parametrize(("day", "early"), [(date(2026, 5, 1), True), (date(2026, 9, 30), True), (FALL.opens, False)])
def test_the_early_line_stands_until_the_first_wave_that_is_shown_opens(day: date, early: bool) -> None:
    assert ("You can answer from October 1, 2026 on." in page(day, SPRING, FALL)) == early


def test_a_poll_that_is_over_says_so_without_a_script() -> None:
    ended = 'data-from="2026-05-01"{}>This poll ended on April 30, 2026.'
    assert ended.format("") in page(date(2026, 5, 1), SPRING)
    assert ended.format(" hidden") in page(date(2026, 4, 30), SPRING)
