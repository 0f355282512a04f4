# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What readers told on the pages → proposals: a change of one record each, or why a person has to look first.

What a stranger wrote is put into a file as a text and never as YAML, into lines that readers may propose for, and only
where the check has nothing against it. Free words stay out of git: they may name people.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.checking.run import check_hub
from porchlight.editing.changing import Change
from porchlight.editing.confirming import Confirmed, WhichNumber, confirmed
from porchlight.editing.finding import Found, NotFound, find_record
from porchlight.editing.mending import mended
from porchlight.editing.yaml_edit import CannotEdit
from porchlight.model import report_names
from porchlight.model.hub import Hub
from porchlight.model.proposing import Line, lines_of
from porchlight.model.record import Record
from porchlight.model.report import Report
from porchlight.reading.nodes import Path as Steps
from porchlight.reading.saying import listed

READER = "reader of this page"
"""In whose role a reader's check is written down: nobody knows who it was."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One report with the change that it asks for; without a change, `why` says what a person has to do."""

    report: Report
    name: str
    change: Change | None = None
    why: str = ""

    @property
    def title(self) -> str:
        """What it is about in one line, without a word of what was written."""
        what = "still right" if self.report.what in report_names.STILL_RIGHT else self.report.line or "a mistake"
        return f"{self.name or self.report.record}: {what}"


def proposals(root: Path, reports: Iterable[Report]) -> Iterator[Proposal]:
    """One proposal for each report, in their order, each against the hub as it stands."""
    hub = check_hub(root, date.today()).hub
    records = {record.key: record for of in hub.records.values() for record in of}
    for report in reports:
        record = records.get(report.record)
        if record is None:
            yield Proposal(report, "", why="This hub has no such record, or it has something to mend first.")
        else:
            yield _proposal(root, hub, record, report)


def _proposal(root: Path, hub: Hub, record: Record, report: Report) -> Proposal:
    name = record.text("name") or record.key
    try:
        found = find_record(root, hub.package, record.key)
        text = _changed(hub, record, found, report)
    except (NotFound, WhichNumber, CannotEdit) as problem:
        return Proposal(report, name, why=str(problem))
    except _AskAPerson as reason:
        return Proposal(report, name, why=str(reason))
    return Proposal(report, name, Change(found.file, found.text, text))


class _AskAPerson(Exception):
    """No machine can tell what to write; the message says what to do."""


def _changed(hub: Hub, record: Record, found: Found, report: Report) -> str:
    if report.what in report_names.STILL_RIGHT:
        how = report_names.STILL_RIGHT[report.what]
        return confirmed(
            found, Confirmed(how, date.fromisoformat(report.day), READER, "right", _only_number(record, how))
        )
    if not report.value.strip():
        raise _AskAPerson("Nobody said what should stand there. Call them and ask.")
    line = _line(hub, record, report)
    new = report.value.strip().replace("\r\n", "\n")
    if new == line.says:
        raise _AskAPerson("The record says so already.")
    return mended(found, [(_path(line), new)])


def _line(hub: Hub, record: Record, report: Report) -> Line:
    lines = {line.name: line for line in lines_of(hub.package.schema_of(record.resource), record)}
    numbers = [line for line in lines.values() if line.name.startswith("phones.")]
    if report.line in lines:
        return lines[report.line]
    if report.what == "number_wrong" and not report.line and len(numbers) == 1:
        return numbers[0]
    which = listed([f"{line.name} ({line.says})" for line in numbers], "or")
    raise _AskAPerson(f"Which line was meant? {which}." if numbers else "Nobody said which line was meant.")


def _only_number(record: Record, how: str) -> str:
    """The number that a reader called: the first to call, since the page offers it first."""
    voices = [str(row["number"]) for row in record.rows("phones") if row.get("kind") == "voice"]
    return voices[0] if how == "phone" and voices else ""


def _path(line: Line) -> Steps:
    name, *rest = line.name.split(".")
    return [name, int(rest[0]) - 1, rest[1]] if rest else [name]
