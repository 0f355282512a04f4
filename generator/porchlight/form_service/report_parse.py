# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""From the fields of a report to a ReportPost: a record's key, one code, and texts of which not a letter changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from porchlight.form_service.parse import TICKET, Fields, sid_in, twice
from porchlight.form_service.refused import Complaint, Refused
from porchlight.form_service.words import LANGUAGE_NAMES
from porchlight.model import poll_names, report_names
from porchlight.model.report import Report

MOST_BYTES = 128 * 1024
"""Room for as many words as may be and a proposal as long, each letter an emoji that a browser writes with twelve."""


@dataclass(frozen=True, slots=True)
class ReportPost:
    """What one post says. `record` and `what` are "" where it has none that makes sense.

    `name` is what people call the record and `labels` are its lines, each with its words: only to be said again.
    """

    record: str
    what: str
    words: str
    language: str
    line: str = ""
    value: str = ""
    next_path: str = ""
    sid: str = ""
    ticket: str = ""
    trapped: bool = False
    name: str = ""
    labels: tuple[tuple[str, str], ...] = ()

    def said(self) -> object:
        """What it says."""
        return self.record, self.what, self.words, self.line, self.value

    def to_keep(self, form: str, day: str, sid: str) -> Report:
        """What is stored of it."""
        return Report(self.record, self.what, self.words, self.language, day, sid, self.line, self.value)


def gather(fields: Fields) -> ReportPost:
    """All that makes sense in the fields, so that a page that refuses them can still hand the words back."""
    first = dict(reversed(fields))
    record, what = first.get(report_names.RECORD, ""), first.get(report_names.WHAT, "")
    language, line = first.get(report_names.LANGUAGE, ""), first.get(report_names.LINE, "")
    return ReportPost(
        record=record if report_names.is_record(record) else "",
        what=what if what in report_names.CHOICES else "",
        words=first.get(report_names.WORDS, ""),
        line=line if report_names.is_line(line) else "",
        value=first.get(report_names.VALUE, ""),
        language=language if language in LANGUAGE_NAMES else next(iter(LANGUAGE_NAMES)),
        next_path=first.get(poll_names.NEXT, ""),
        sid=sid_in(first),
        ticket=first.get(TICKET, ""),
        trapped=bool(first.get(poll_names.TRAP)),
        name=_on_one_line(first.get(report_names.RECORD_NAME, "")),
        labels=tuple(_labels(first.get(report_names.LABELS, ""))),
    )


def _labels(text: str) -> Iterator[tuple[str, str]]:
    """The lines with their words; what has another form is left out, since anyone can write here."""
    for each in text.splitlines()[: report_names.MOST_LABELS]:
        name, _, label = each.partition("=")
        if report_names.is_line(name) and (said := _on_one_line(label)):
            yield name, said


def _on_one_line(text: str) -> str:
    return " ".join(text.split())[: report_names.LONGEST_LABEL]


def check(fields: Fields, post: ReportPost) -> None:
    """Raise Refused with every complaint there is about the fields, from which `post` was gathered."""
    complaints = (*twice(fields), *_strange(fields), *_missing(post))
    if complaints:
        raise Refused(422, *complaints)


def _strange(fields: Fields) -> Iterator[Complaint]:
    known = frozenset({"", *report_names.CHOICES})
    for name, value in fields:
        # A name with a leading underscore is an instruction to some form service, ours or another.
        is_unknown = not name.startswith("_") and name not in report_names.NAMES
        if is_unknown or (name == report_names.WHAT and value not in known):
            yield Complaint("form-changed", name)


def _missing(post: ReportPost) -> Iterator[Complaint]:
    if not post.record:
        yield Complaint("no-record", report_names.RECORD)
    if not report_names.is_short(post.words):
        yield Complaint("too-long", report_names.WORDS)
    if not report_names.is_short(post.value):
        yield Complaint("too-long", report_names.VALUE)
    # A line alone says that this line is wrong.
    if not post.what and not post.line and not post.words.strip() and not post.value.strip():
        yield Complaint("nothing-said", report_names.WORDS)
