# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pagefind's index in small pieces, so that a phone fetches little for each word, and little before the first.

Pagefind cuts an index by its words into pieces of about 18 kB and has no option for it. Here the same entries,
untouched, are laid into smaller pieces, and the list of pieces is written anew. So is the list of records, which every
search fetches: their names there are digits without order, which nothing can press.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from itertools import groupby

from porchlight.site import cbor

ENTRY = "pagefind-entry.json"
MARK = b"pagefind_dcd"
"""With this begins what Pagefind reads, once it is unpacked."""

RECORDS, PIECES = 1, 2
"""Where the lists of records and of pieces stand in Pagefind's list of all that it must know first."""

ENOUGH = 8_000
"""A piece of so many bytes is not added to; about 3,300 of them travel."""

ALIKE = 2
"""Words that begin with the same letters stay together: the piece is looked up by what was typed (“cry”), the word in
it by its stem (“cri”), and what is typed may be the beginning of a word."""

LAST = "\U0010ffff"


def in_small_pieces(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of an index, by path, with smaller pieces; ValueError where Pagefind wrote them in another way."""
    cut, entry = dict(files), json.loads(files[ENTRY])
    for language, about in entry["languages"].items():
        known = cbor.items(_unpacked(cut.pop(_known(about["hash"]))))
        old = [cbor.text(cbor.items(piece)[-1]) for piece in cbor.items(known[PIECES])]
        words = [word for name in old for word in _words(cut.pop(_piece(name)))]
        pieces = []
        for piece in _parted(words):
            content = cbor.list_of([cbor.list_of(piece)])
            name = _name(language, content)
            cut[_piece(name)] = _packed(content)
            pieces.append(cbor.list_of([cbor.text_of(each) for each in (*_reach(piece), name)]))
        known[PIECES] = cbor.list_of(pieces)
        known[RECORDS] = cbor.list_of([*_renamed(cbor.items(known[RECORDS]), language, cut)])
        content = cbor.list_of(known)
        about["hash"] = _name(language, content)
        cut[_known(about["hash"])] = _packed(content)
    cut[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(cut.items()))


def _renamed(records: Iterable[bytes], language: str, cut: dict[str, bytes]) -> Iterator[bytes]:
    """The list of records, in which a few that follow each other share one name and are counted.

    So a record costs 3 bytes and not 6, and where one changes, the files of its few alone are new.
    """
    for few in _few([cbor.items(record) for record in records]):
        name = _name(language, b"".join(old for old, *_ in few))
        for number, (old, *rest) in enumerate(few):
            cut[_record(f"{name}{number:x}")] = cut.pop(_record(cbor.text(old)))
            yield cbor.list_of([cbor.text_of(f"{name}{number:x}"), *rest])


def _few(records: Iterable[list[bytes]]) -> list[list[list[bytes]]]:
    """About 16 records each. Whether one ends its few hangs on its own name, so that the others stay as they are."""
    found: list[list[list[bytes]]] = [[]]
    for record in records:
        found[-1].append(record)
        if record[0].endswith(b"0"):
            found.append([])
    return found


def _record(name: str) -> str:
    return f"fragment/{name}.pf_fragment"


def _known(name: str) -> str:
    return f"pagefind.{name}.pf_meta"


def _piece(name: str) -> str:
    return f"index/{name}.pf_index"


def _name(language: str, content: bytes) -> str:
    return f"{language}_{sha256(content).hexdigest()[:10]}"


def _words(packed: bytes) -> list[bytes]:
    """The words of a piece in their order, each with the records that it stands in."""
    (words,) = cbor.items(_unpacked(packed))
    return cbor.items(words)


def _word(entry: bytes) -> str:
    return cbor.text(cbor.first(entry))


def _parted(words: Iterable[bytes]) -> list[list[bytes]]:
    """The words in pieces; those that begin alike stand in one."""
    pieces: list[list[bytes]] = []
    for _, alike in groupby(words, key=lambda entry: _word(entry)[:ALIKE]):
        if not pieces or sum(map(len, pieces[-1])) >= ENOUGH:
            pieces.append([])
        pieces[-1].extend(alike)
    return pieces


def _reach(piece: Sequence[bytes]) -> tuple[str, str]:
    """Between which words whatever was typed is looked for in this piece."""
    return _word(piece[0])[:ALIKE], _word(piece[-1])[:ALIKE] + LAST


def _unpacked(packed: bytes) -> bytes:
    content = gzip.decompress(packed)
    if not content.startswith(MARK):
        raise ValueError("Pagefind wrote its files in a way that is not known here.")
    return content.removeprefix(MARK)


def _packed(content: bytes) -> bytes:
    return gzip.compress(MARK + content, 9, mtime=0)
