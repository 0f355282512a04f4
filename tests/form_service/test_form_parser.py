# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from porchlight.form_service.parse import Post, check, gather, read_fields
from porchlight.form_service.refused import Refused
from tests.polls.support import needs

POLL = needs()
CODES = st.sampled_from(sorted(POLL.codes()))

POSTS = st.builds(
    Post,
    answers=st.dictionaries(st.sampled_from([item.id for item in POLL.items()]), CODES, min_size=1),
    version=st.integers(1, 9999),
    language=st.sampled_from(["en", "es"]),
    next_path=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    sid=st.just("") | st.from_regex(r"[A-Za-z0-9_-]{16,64}", fullmatch=True),
    ticket=st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    trapped=st.booleans(),
)


def encode(post: Post) -> bytes:
    own = {"_v": str(post.version), "_lang": post.language, "_next": post.next_path, "_sid": post.sid}
    trap = {"_gotcha": "spam" if post.trapped else ""}
    return urlencode({**own, "_ticket": post.ticket, **trap, **post.answers}).encode()


@given(POSTS)
def test_what_a_browser_encodes_is_what_is_read(post: Post) -> None:
    fields = read_fields(encode(post))
    check(fields, POLL)
    assert gather(fields, POLL) == post


@hypothesis_settings(max_examples=300)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    try:
        fields = read_fields(body)
        post = gather(fields, POLL)
        check(fields, POLL)
    except Refused:
        return
    assert post.answers


@given(st.lists(st.tuples(st.text(max_size=5) | st.just("training_crisis"), st.text(max_size=3) | CODES), max_size=9))
def test_what_passes_the_check_holds_known_codes_of_known_items_only(fields: list[tuple[str, str]]) -> None:
    try:
        check(fields, POLL)
    except Refused:
        return
    items = {item.id for item in POLL.items()}
    assert all(name.startswith("_") or (name in items and value in POLL.codes()) for name, value in fields)


def test_every_complaint_is_told_at_once() -> None:
    with pytest.raises(Refused) as refusal:
        check([("training_crisis", "9"), ("gone", "1"), ("_lang", "en"), ("_lang", "es")], POLL)
    assert [(complaint.code, complaint.field) for complaint in refusal.value.complaints] == [
        ("answered-twice", "_lang"),
        ("poll-changed", "training_crisis"),
        ("poll-changed", "gone"),
    ]


@pytest.mark.parametrize("version", ["", "0", "-1", "1e3", "١", "99999", "1 "])
def test_a_version_that_is_none_is_the_current_one(version: str) -> None:
    assert gather([("_v", version)], POLL).version == POLL.version


def test_an_older_form_keeps_its_version() -> None:
    assert gather([("_v", "7")], POLL).version == 7
