# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The search index, made by Pagefind's own service from short records held in memory.

Its Python wrapper waits a tenth of a second per answer, so the service is spoken to directly: base64 of JSON, a comma
after each message, answers in the same shape. No filters are used: they make the index differ between two runs.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import lru_cache
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import IO, Any, cast

from pagefind.service import get_executable

from porchlight.site.kept import key_of
from porchlight.site.search_pieces import in_small_pieces
from porchlight.views.pages import Found

LEFT_OUT = ("pagefind-ui", "pagefind-modular-ui", "pagefind-highlight", "pagefind-component-ui", "playground")


PLURAL = re.compile(r"([aeiouy]\w*[^\Wsu])s$")
"""“jobs” is “job” to Pagefind too, but “RCOs” is not “RCO”: a vowel stands somewhere before the letter before the “s”
(https://snowballstem.org/algorithms/english/stemmer.html, step 1a)."""


class IndexFailed(Exception):
    """The search service answered with a fault or stopped: a fault of ours, not of the data."""


def search_files(found: Sequence[Found], small: Set[str]) -> dict[str, bytes]:
    """The files of the index of one language, by path below its folder; the same records give the same bytes.

    `small` words are not in it: nobody asks for them (`small_words`).
    """
    service = subprocess.Popen(
        [str(_program()), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with service:
        assert service.stdin
        assert service.stdout
        answers = _answers(cast(BufferedReader, service.stdout))
        sender = threading.Thread(target=_send, args=(service.stdin, found, small), daemon=True)
        sender.start()
        files = _collect(answers, len(found))
        sender.join()
        service.stdin.close()
    return in_small_pieces(files)


def search_key(found: Sequence[Found], small: Set[str]) -> bytes:
    """The key of the files that `search_files` makes: of all that is told to Pagefind, and of its program."""
    return key_of(found, sorted(small), sha256(_program().read_bytes()).hexdigest())


def _program() -> Path:
    found = get_executable()
    if found is None:
        raise IndexFailed("Pagefind's program is not installed. Run: make clean serve")
    return Path(found)


def _send(pipe: IO[bytes], found: Sequence[Found], small: Set[str]) -> None:
    """Ask for an index, add every record, ask for the files. The first index of a service has the number 0."""
    _say(pipe, 0, {"type": "NewIndex", "config": {"keep_index_url": True}})
    for number, record in enumerate(found, start=1):
        _say(pipe, number, _message(record, small))
    _say(pipe, len(found) + 1, {"type": "GetFiles", "index_id": 0})
    pipe.flush()


def _message(record: Found, small: Set[str]) -> dict[str, object]:
    """One record for the service, in which all that is only shown travels behind the address.

    The service makes each word of `meta` searchable: a search for “november” would find whatever was checked in it.
    """
    shown = dict(record.meta)
    return {
        "type": "AddRecord",
        "index_id": 0,
        "content": each_once(record.content, small),
        "language": record.language,
        "meta": {"title": shown.pop("title")},
        "url": f"{record.url}#{json.dumps(shown, ensure_ascii=False, separators=(',', ':'))}",
        "filters": {},
        "sort": {},
    }


def each_once(text: str, small: Set[str]) -> str:
    """The words of a text but the `small` ones, none twice, one and many (“jobs”) counted as one word.

    A record is a list of words here, and a phone fetches less. Capitals make a name (“FAVOR”), which is never small.
    """
    words: dict[str, str] = {}
    for word in text.split():
        bare, one, is_name = _looked_at(word)
        if is_name or bare not in small:
            words.setdefault(one, word)
    return " ".join(words.values())


@lru_cache(maxsize=1 << 16)
def _looked_at(word: str) -> tuple[str, str, bool]:
    """The word without its marks, the one that stands for it and its plural, and whether its capitals make a name."""
    letters = re.sub(r"\W", "", word)
    bare = letters.casefold()
    return bare, PLURAL.sub(r"\1", bare), letters.isupper() and len(letters) > 1


def _say(pipe: IO[bytes], number: int, payload: Mapping[str, object]) -> None:
    message = json.dumps({"message_id": number, "payload": payload}).encode()
    pipe.write(base64.b64encode(message) + b",")


def _answers(pipe: BufferedReader) -> Iterator[dict[str, Any]]:
    """Each answer once it is whole; the last one, with all files, comes in hundreds of chunks."""
    waiting: list[bytes] = []
    while chunk := pipe.read1(1 << 20):
        *ends, rest = chunk.split(b",")
        for end in ends:
            yield cast(dict[str, Any], json.loads(base64.b64decode(b"".join((*waiting, end)))))["payload"]
            waiting = []
        waiting.append(rest)


def _collect(answers: Iterator[dict[str, Any]], records: int) -> dict[str, bytes]:
    indexed = 0
    for answer in answers:
        if answer["type"] == "Error":
            raise IndexFailed(str(answer.get("message")))
        indexed += answer["type"] == "IndexedFile"
        if answer["type"] == "GetFiles":
            if indexed != records:
                raise IndexFailed(f"{records} records were sent to the search index and {indexed} came back.")
            return _files(answer["files"])
    raise IndexFailed("The search service stopped before it gave its files.")


def _files(listed: Sequence[Mapping[str, str]]) -> dict[str, bytes]:
    kept = (f for f in listed if not f["path"].startswith(LEFT_OUT))
    return {f["path"]: base64.b64decode(f["content"]) for f in sorted(kept, key=lambda f: f["path"])}
