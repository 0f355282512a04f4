# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the bytes of a form post to a Post: each field once, each answer a code of its poll, never more than fits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from porchlight.form_service.refused import Complaint, Refused
from porchlight.model import poll_names as names
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.response import Response

SID = names.SID
TICKET = "_ticket"

MOST_BYTES = 16 * 1024
MOST_FIELDS = 64

_SID = re.compile(r"[A-Za-z0-9_-]{16,64}")

Fields = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Post:
    """What one post says. `sid` and `ticket` are "" where it has none, `next_path` is not yet known to be safe.

    `wave` is not said by the post: the service knows it by the day. `shows` where it stores nothing and asks for the
    form once more, in `language`.
    """

    answers: Mapping[str, str]
    version: int
    language: str
    next_path: str = ""
    sid: str = ""
    ticket: str = ""
    trapped: bool = False
    shows: bool = False
    wave: str = "first"

    def said(self) -> object:
        """What it says."""
        return sorted(self.answers.items())

    def to_keep(self, form: str, day: str, sid: str) -> Response:
        """What is stored of it: its sid holds for its wave alone, and is no word that an import or a sheet can have.

        So whoever sends again from a page that stayed open into the next wave changes nothing that was released.
        """
        return Response(form, self.version, self.language, "web", day, self.answers, f"{sid}.{self.wave}", self.wave)


def check_type(content_type: str) -> None:
    """Raise Refused unless the body is what a plain HTML form sends."""
    if content_type.partition(";")[0].strip().lower() != "application/x-www-form-urlencoded":
        raise Refused(415, Complaint("not-a-form"))


def read_fields(body: bytes) -> Fields:
    """The fields of the body in their order; Refused where it is no UTF-8 or holds more than any form of ours."""
    if body.count(b"&") >= MOST_FIELDS:
        raise Refused(413, Complaint("too-large"))
    try:
        return parse_qsl(body.decode("utf-8"), keep_blank_values=True, encoding="utf-8", errors="strict")
    except UnicodeDecodeError:
        raise Refused(400, Complaint("unreadable")) from None


def gather(fields: Fields, questionnaire: Questionnaire) -> Post:
    """All that makes sense in the fields, so that a page that refuses them can still hand the answers back."""
    first = dict(reversed(fields))
    codes = questionnaire.codes()
    version = first.get(names.VERSION, "")
    shown = first.get(names.SHOW, "")
    language = shown or first.get(names.LANGUAGE, "")
    return Post(
        answers={item.id: first[item.id] for item in questionnaire.items() if first.get(item.id) in codes},
        version=int(version) if names.is_version(version) else questionnaire.version,
        language=language if language in questionnaire.title else next(iter(questionnaire.title)),
        next_path=first.get(names.NEXT, ""),
        sid=sid_in(first),
        ticket=first.get(TICKET, ""),
        trapped=bool(first.get(names.TRAP)),
        shows=bool(shown),
    )


def check(fields: Fields, questionnaire: Questionnaire) -> None:
    """Raise Refused with every complaint there is about the fields."""
    items = frozenset(item.id for item in questionnaire.items())
    complaints = (*twice(fields), *_strange(fields, items, questionnaire.codes()))
    if not complaints and not any(name in items for name, _ in fields):
        complaints = (Complaint("nothing-answered"),)
    if complaints:
        raise Refused(422, *complaints)


def sid_in(fields: Mapping[str, str]) -> str:
    """The sid, or "" where there is none of the kind that we make."""
    sid = fields.get(SID, "")
    return sid if _SID.fullmatch(sid) else ""


def twice(fields: Fields) -> tuple[Complaint, ...]:
    """A complaint about each name that comes more than once: which of its values was meant can't be known."""
    counts = Counter(name for name, _ in fields)
    return tuple(Complaint("answered-twice", name) for name, count in counts.items() if count > 1)


def _strange(fields: Fields, items: frozenset[str], codes: frozenset[str]) -> tuple[Complaint, ...]:
    # A name with a leading underscore is an instruction to some form service, ours or another: never an answer.
    answers = [(name, value) for name, value in fields if not name.startswith("_")]
    return tuple(Complaint("poll-changed", name) for name, value in answers if name not in items or value not in codes)
