# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Telling a mistake: the form that a record's page carries."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from porchlight.model import poll_names, report_names
from porchlight.model.hub import Settings
from porchlight.model.proposing import NOBODY_ASKED, Line, lines_of
from porchlight.model.record import Record
from porchlight.model.schema import Schema
from porchlight.views.edition import Edition
from porchlight.views.parts import Choice
from porchlight.views.posting import action, onward, whole
from porchlight.views.record_parts import ReportForm
from porchlight.views.trust import answer_words

_EDITORS = {
    "github.com": "{repository}/edit/{branch}/{file}",
    "gitlab.com": "{repository}/-/edit/{branch}/{file}",
    "codeberg.org": "{repository}/_edit/{branch}/{file}",
}
"""Where each host has its editor; a host of one's own is not known, and has no link."""

_NEW_FILES = {
    "github.com": "{repository}/new/{branch}/{folder}",
    "gitlab.com": "{repository}/-/new/{branch}/{folder}",
    "codeberg.org": "{repository}/_new/{branch}/{folder}",
}
"""Where each host begins a new file in a folder."""

_FORMS = {"github.com": "{repository}/issues/new?template=add-{resource}.yml"}
"""Where a host shows the form that `porchlight editors` makes of a resource that is asked questions."""


def can_tell(settings: Settings) -> bool:
    """True where a reader has a way to tell a mistake on a record's page: by the form, a letter or the file."""
    return bool(settings.form_service or settings.contact or edit_address(settings, ""))


def report_form(edition: Edition, record: Record, here: str) -> ReportForm:
    """The form for a mistake in the record, on the page at `here`; only mail and editor where no service takes it."""
    takes_posts = bool(edition.hub.settings.form_service)
    return ReportForm(
        action=action(edition, report_names.FORM, here) if takes_posts else "",
        record=record.key,
        name=edition.name(record).value,
        lang=edition.language,
        next=f"{onward(edition, here)}#{report_names.TOLD}",
        choices=tuple(Choice(code, edition.t(f"report.what_{code}")) for code in report_names.CHOICES),
        lines=tuple(_lines(edition, record)),
        trap=poll_names.TRAP,
        mailto=_mailto(edition, record, here),
        edit=edit_address(edition.hub.settings, record.place.file),
    )


def _lines(edition: Edition, record: Record) -> Iterator[Choice]:
    """What can be told, by the title of its field; a number and an answer by itself, since there may be several."""
    for line in lines_of(edition.hub.package.schema_of(record.resource), record):
        yield Choice(line.name, _short(_line_title(edition, record, line)))


def _short(title: str) -> str:
    """On one line, since it travels as one, and no longer than the form service takes."""
    return " ".join(title.split())[: report_names.LONGEST_LABEL]


def _line_title(edition: Edition, record: Record, line: Line) -> str:
    if line.question:
        said = answer_words(edition, record, line.says or NOBODY_ASKED)
        return f"{edition.label('question', line.question)}: {said}"
    title = edition.field_title(line.field)
    return f"{title}: {line.says}" if line.field.part else title


def edit_address(settings: Settings, file: str) -> str:
    """Where a file of the hub is edited in a browser; "" where that is not known."""
    repository = settings.repository.rstrip("/").removesuffix(".git")
    pattern = _EDITORS.get(urlsplit(repository).hostname or "", "")
    return pattern.format(repository=repository, branch=quote(settings.branch), file=quote(file))


def add_address(settings: Settings, schema: Schema) -> str:
    """Where a record of the resource is begun in a browser: its form, else a new file; "" where that is not known."""
    repository = settings.repository.rstrip("/").removesuffix(".git")
    host = urlsplit(repository).hostname or ""
    pattern = _FORMS.get(host, "") if schema.questions else ""
    words = {"repository": repository, "branch": quote(settings.branch)}
    return (pattern or _NEW_FILES.get(host, "")).format(**words, folder=schema.folder, resource=schema.resource)


def _mailto(edition: Edition, record: Record, here: str) -> str:
    """A letter to who keeps the hub that is begun already: which page it is about, and what helps them most."""
    way = edition.hub.settings.way_to_write(record.key)
    body = edition.t("report.letter", page=whole(edition, here) or record.key).replace("\n", "\r\n")
    return f"{way}&body={quote(body)}" if way.startswith("mailto:") else way
