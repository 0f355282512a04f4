# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What stands around every page: what search engines are told of it in each language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from porchlight.views.edition import Edition
from porchlight.views.frames import frame
from tests.views.fakes import edition


def at(address: str, languages: tuple[str, ...] = ("en", "es"), language: str = "es") -> Edition:
    made = edition(language=language)
    settings = replace(made.hub.settings, address=address, languages=languages)
    return replace(made, hub=replace(made.hub, settings=settings))


def versions(of: Edition) -> list[tuple[str, str]]:
    made = frame(of, "housing/", "Housing", "Homes.", "list")
    return [(version.lang, version.href) for version in made.versions]


@pytest.mark.parametrize("address", ["https://org.example/hub", "https://org.example/hub/"])
def test_search_engines_get_the_whole_address_of_a_page_in_every_language(address: str) -> None:
    hub = "https://org.example/hub"
    assert versions(at(address)) == [("en", f"{hub}/housing/"), ("es", f"{hub}/es/housing/")]
    assert frame(at(address), "housing/", "Housing", "Homes.", "list").canonical == f"{hub}/es/housing/"


def test_they_get_none_where_the_hub_has_no_address_yet() -> None:
    assert versions(at("")) == []
    assert frame(at(""), "housing/", "Housing", "Homes.", "list").canonical == ""


def test_one_language_has_no_other_version() -> None:
    assert versions(at("https://org.example", languages=("en",), language="en")) == []
