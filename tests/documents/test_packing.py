# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Words go into the parts of a file as they are."""

from __future__ import annotations

from porchlight.documents.packing import shipped


def test_words_that_look_like_a_place_stay_words() -> None:
    """A title may say $by or $language, and a price with a dollar sign."""
    part = shipped("docx-core.xml", title="$by $language $5 <b>", by="$title", language="en")
    assert "<dc:title>$by $language $5 &lt;b&gt;</dc:title><dc:creator>$title</dc:creator>" in part
    assert "<dc:language>en</dc:language>" in part


def test_a_place_that_nothing_is_given_for_waits() -> None:
    assert "$content" in shipped("docx-document.xml")
