# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses of pages and the relative ways between them."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.model import paths

folders = st.lists(st.from_regex(r"[a-z][a-z0-9-]{0,6}", fullmatch=True), max_size=4).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(folders, folders)
def test_a_relative_link_leads_where_it_says_from_any_page(here: str, there: str) -> None:
    assert urljoin(f"http://hub.example/{here}", paths.between(here, there)) == f"http://hub.example/{there}"


@given(folders)
def test_a_link_to_a_file_has_no_slash_at_its_end(here: str) -> None:
    link = paths.between(here, "assets/site.css")
    assert urljoin(f"http://hub.example/{here}", link) == "http://hub.example/assets/site.css"
    assert posixpath.basename(link) == "site.css"


@pytest.mark.parametrize(
    ("path", "expected"),
    [("housing/", "es/housing/"), ("", "es/"), ("404.html", "es/404.html")],
)
def test_another_language_puts_its_code_before_the_path(path: str, expected: str) -> None:
    assert paths.in_language(path, "es", "en") == expected
    assert paths.in_language(path, "en", "en") == path


def test_a_facet_can_never_be_mistaken_for_a_record() -> None:
    assert paths.facet_path("housing", "kind", "US-OH") == "housing/by/kind/us-oh/"
    assert paths.record_path("housing", "kind") == "housing/kind/"
