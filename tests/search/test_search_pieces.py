# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index that Pagefind made, in smaller pieces: nothing is lost, and each word is looked for where it is."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porchlight.site import cbor, search_index
from porchlight.site.search_index import search_files
from porchlight.site.search_pieces import ENOUGH, ENTRY, PIECES, RECORDS, in_small_pieces
from porchlight.views.pages import Found

LETTERS = str.maketrans("0123456789abcdef", "qwertzuiopasdfgh")
WORDS = sorted(
    {"cry", "crying", "cries", "custody", "dying", "die", "x", "id"}
    | {sha256(b"%d" % n).hexdigest()[:9].translate(LETTERS) for n in range(3_000)}
)


FOUND = [
    Found(f"housing/{n}/", "en", " ".join(WORDS[n::60]), (("title", f"House {n}"), ("resource", "housing")))
    for n in range(60)
]
"""60 records, each with 51 of the words."""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """The index of the 60 records."""
    return search_files(FOUND, frozenset())


def as_pagefind_wrote_it(found: Sequence[Found]) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_index, "in_small_pieces", lambda files: files)
        return search_files(found, frozenset())


def records(files: Mapping[str, bytes]) -> dict[str, tuple[bytes, ...]]:
    """The records in the order of their list: by name, what Pagefind's reader finds there, and what the list says."""
    listed = [cbor.items(record) for record in cbor.items(known(files)[RECORDS])]
    return {cbor.text(name): (files[f"fragment/{cbor.text(name)}.pf_fragment"], *rest) for name, *rest in listed}


def known(files: Mapping[str, bytes]) -> list[bytes]:
    (about,) = json.loads(files[ENTRY])["languages"].values()
    return cbor.items(unpacked(files[f"pagefind.{about['hash']}.pf_meta"]))


def pieces(files: Mapping[str, bytes]) -> list[tuple[str, str, dict[str, bytes]]]:
    """From where to where each piece reaches, and its words with where they stand, the way Pagefind's reader has it."""
    listed = [[cbor.text(each) for each in cbor.items(piece)] for piece in cbor.items(known(files)[PIECES])]
    return [(start, end, words(files[f"index/{name}.pf_index"])) for start, end, name in listed]


def words(packed: bytes) -> dict[str, bytes]:
    (listed,) = cbor.items(unpacked(packed))
    return {cbor.text(cbor.items(entry)[0]): entry for entry in cbor.items(listed)}


def unpacked(packed: bytes) -> bytes:
    return gzip.decompress(packed).removeprefix(b"pagefind_dcd")


def test_the_pieces_are_small_and_all_are_listed(files: dict[str, bytes]) -> None:
    cut = pieces(files)
    assert len(cut) > 3
    assert len(cut) == sum(path.endswith(".pf_index") for path in files)
    sizes = [sum(map(len, held.values())) for _, _, held in cut]
    assert all(size >= ENOUGH for size in sizes[:-1])
    assert max(sizes) < 3 * ENOUGH


def test_whatever_is_typed_is_looked_for_where_its_stem_is(files: dict[str, bytes]) -> None:
    """Pagefind takes the first piece that reaches over the typed word, and seeks the stem in it."""
    cut = pieces(files)
    held = {stem: at for at, (_, _, found) in enumerate(cut) for stem in found}
    assert sum(len(found) for _, _, found in cut) == len(held)
    typed = {**{stem: stem for stem in held}, "cry": "cri", "crying": "cri", "custody": "custodi"}
    for word, stem in typed.items():
        assert next(at for at, (start, end, _) in enumerate(cut) if start <= word <= end) == held[stem]


def test_the_same_index_gives_the_same_pieces(files: dict[str, bytes]) -> None:
    assert in_small_pieces(as_pagefind_wrote_it(FOUND)) == files


def test_each_record_is_listed_in_its_place_by_a_name_that_leads_to_it(files: dict[str, bytes]) -> None:
    assert [*records(files).values()] == [*records(as_pagefind_wrote_it(FOUND)).values()]
    assert len(records(files)) == sum(path.startswith("fragment/") for path in files) == len(FOUND)


def test_the_list_of_records_is_small_and_one_change_renames_a_few() -> None:
    many = [replace(FOUND[n % 60], url=f"housing/{n}/") for n in range(2_000)]
    before = search_files(many, frozenset())
    assert len(gzip.compress(cbor.list_of([known(before)[RECORDS]]))) < 3.5 * len(many)
    for changed in (
        [*many[:700], replace(many[700], content="another"), *many[701:]],
        [*many[:700], *many[701:]],
        [*many[:700], replace(many[700], url="housing/new/"), *many[700:]],
    ):
        assert 0 < len(records(search_files(changed, frozenset())).keys() - records(before).keys()) < 100


def test_an_index_of_nothing_stays_as_it_is() -> None:
    assert ENTRY in search_files([], frozenset())


def test_what_pagefind_writes_in_another_way_is_told(files: dict[str, bytes]) -> None:
    (known,) = (path for path in files if path.endswith(".pf_meta"))
    with pytest.raises(ValueError, match="not known here"):
        in_small_pieces({**files, known: gzip.compress(b"pagefind_2")})


@given(st.lists(st.text(max_size=300)), st.integers(0, 70_000))
def test_lists_and_texts_are_read_as_they_were_written(texts: list[str], long: int) -> None:
    written = cbor.list_of([cbor.text_of(each) for each in texts])
    assert [cbor.text(item) for item in cbor.items(written)] == texts
    assert cbor.text(cbor.text_of("a" * long)) == "a" * long
    assert cbor.items(cbor.list_of([written, written])) == [written, written]


def written(thing: object) -> bytes:
    """A number, a text or a list of such, as RFC 8949 has it."""
    if isinstance(thing, str):
        return cbor.text_of(thing)
    if isinstance(thing, list):
        return cbor.list_of([written(each) for each in thing])
    assert isinstance(thing, int)
    kind, number = (1, -1 - thing) if thing < 0 else (0, thing)
    if number < cbor.SHORT:
        return bytes([kind << 5 | number])
    width = next(each for each in range(4) if number < 1 << (8 << each))
    return bytes([kind << 5 | cbor.SHORT + width]) + number.to_bytes(1 << width, "big")


NUMBERS = st.integers(-(1 << 64), (1 << 64) - 1) | st.integers(-300, 300)
THINGS = st.recursive(NUMBERS | st.text(max_size=40), lambda inner: st.lists(inner, max_size=5), max_leaves=30)


@given(st.lists(st.tuples(st.integers(1, 80), THINGS), max_size=6))
def test_things_that_are_passed_at_once_end_where_each_of_them_does(repeated: list[tuple[int, object]]) -> None:
    told = [written(thing) for times, thing in repeated for _ in range(times)]
    assert cbor.items(cbor.list_of(told)) == told
    assert cbor.items(cbor.list_of([cbor.list_of(told), *told])) == [cbor.list_of(told), *told]
    assert cbor.first(cbor.list_of([cbor.list_of(told), *told])) == cbor.list_of(told)


def test_what_is_no_list_and_no_text_is_told() -> None:
    with pytest.raises(ValueError, match="no list"):
        cbor.items(cbor.text_of("a"))
    with pytest.raises(ValueError, match="no text"):
        cbor.text(cbor.list_of([]))
