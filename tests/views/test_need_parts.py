# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Whoever knows of something can say so with what she has: a mail where the hub has an address, else a page of it."""

from __future__ import annotations

from dataclasses import replace

from porchlight.views.edition import Edition
from porchlight.views.need_parts import add_link
from tests.views.fakes import edition, house


def test_a_mail_names_the_line_that_it_is_about() -> None:
    of = edition(house())
    hub = replace(of.hub, settings=replace(of.hub.settings, contact="hub@example.org"))
    link = add_link(Edition(hub, of.language, of.t, of.assets), "poll/needs/needs/", "Beds & jobs")
    assert link.href.startswith("mailto:hub@example.org?subject=")
    assert link.href.endswith("Beds%20%26%20jobs")


def test_without_an_address_the_page_about_the_data_says_whom_to_ask() -> None:
    assert add_link(edition(house()), "poll/needs/needs/", "Beds").href == "../../../about-the-data/"
