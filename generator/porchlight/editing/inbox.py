# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What readers told on the pages → proposals: a change of one record each, or why a person has to look first.

What a stranger wrote is put into a file as a text and never as YAML, into lines that readers may propose for, and only
where the check has nothing against it. Free words stay out of git: they may name people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from porchlight.editing.changing import Change
from porchlight.editing.confirming import Confirmed, WhichNumber, confirmed
from porchlight.editing.finding import Found, NotFound, find_record
from porchlight.editing.git import changed_on
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


_LEADS_ON = re.compile(
    r"https?:|www\.|@|\b[\w-]+\.(?:com|org|net|gov|edu|info|us|io|co)\b|(?:\d[\s().-]*){7}", re.IGNORECASE
)
"""What a reader could press or dial."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One report with the change that it asks for; without a change, `why` says what a person has to do."""

    report: Report
    change: Change | None = None
    why: str = ""

    @property
    def title(self) -> str:
        """What it is about in one line, without a word of what was written."""
        what = "still right" if self.report.what in report_names.STILL_RIGHT else self.report.line or "a mistake"
        return f"{self.report.record}: {what}"


@dataclass(frozen=True, slots=True)
class ReportsTogether:
    """All reports, the oldest first, and what each of them alone can't tell: where they contradict each other."""

    reports: tuple[Report, ...]
    against: Mapping[str, str]
    changed: Mapping[str, str]

    @classmethod
    def by(cls, root: Path, reports: Iterable[Report]) -> ReportsTogether:
        """`against` holds, by sid, what other reports say against one; `changed` the last day of a file, by record."""
        oldest_first = tuple(sorted(reports, key=lambda report: report.day))
        return cls(oldest_first, dict(_against(oldest_first)), _ChangedOn(root))


class _ChangedOn(dict[str, str]):
    """The day on which a file was last changed, asked of git once for each."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def __missing__(self, file: str) -> str:
        self[file] = changed_on(self._root, file)
        return self[file]


def _against(reports: Sequence[Report]) -> Iterator[tuple[str, str]]:
    gone = {report.record for report in reports if report.what in ("closed", "moved")}
    values: dict[tuple[str, str], set[str]] = {}
    for report in reports:
        if report.value.strip():
            values.setdefault((report.record, report.line), set()).add(report.value.strip())
    for report in reports:
        if report.record in gone:
            yield report.sid, "A reader says that they have closed or moved. Find that out first."
        elif len(values.get((report.record, report.line), ())) > 1 and report.value.strip():
            yield report.sid, "Readers say different things about this line. Call them and ask."


def proposal_of(root: Path, hub: Hub, told: ReportsTogether, report: Report) -> Proposal:
    """The proposal of one report against the hub as it stands now."""
    record = next((each for of in hub.records.values() for each in of if each.key == report.record), None)
    if record is None:
        return Proposal(report, why="This hub has no such record, or it has something to mend first.")
    try:
        found = find_record(root, hub.package, record.key)
        _timely(told, found, report)
        text = _changed(hub, record, found, report)
    except (NotFound, WhichNumber, CannotEdit, _AskAPerson) as reason:
        return Proposal(report, why=str(reason))
    if text == found.text:
        return Proposal(report, why="The record says so already.")
    return Proposal(report, Change(found.file, found.text, text))


class _AskAPerson(Exception):
    """No machine can tell what to write; the message says what to do."""


def _timely(told: ReportsTogether, found: Found, report: Report) -> None:
    """Nothing is taken from a report that others contradict, or that is older than what stands there."""
    if report.sid in told.against:
        raise _AskAPerson(told.against[report.sid])
    if told.changed[found.file] > report.day:
        raise _AskAPerson(f"The file was changed since, on {told.changed[found.file]}. Is this still so?")


def _changed(hub: Hub, record: Record, found: Found, report: Report) -> str:
    if report.what in report_names.STILL_RIGHT:
        how = report_names.STILL_RIGHT[report.what]
        day, number = date.fromisoformat(report.day), _first_number(record, how)
        return confirmed(found, Confirmed(how, day, READER, "right", number))
    asked = _to_ask(hub, record, report.line)
    if asked:
        raise _AskAPerson(_asking(record, asked))
    if not report.value.strip():
        raise _AskAPerson("Nobody said what should stand there. Call them and ask.")
    line = _line(hub, record, report)
    new = report.value.strip().replace("\r\n", "\n")
    if not line.field.part and line.field.role != "email" and _leads_on(new) - _leads_on(line.says):
        raise _AskAPerson("It holds a number or an address that was not there. Look at it yourself.")
    return mended(found, [(_path(line), new)]).text


def _leads_on(text: str) -> set[str]:
    return {match[0] for match in _LEADS_ON.finditer(text)}


def _to_ask(hub: Hub, record: Record, name: str) -> Line | None:
    """What is meant, where no reader's word can change it: an answer and free beds need the day of who asked."""
    line = _lines(hub, record).get(name)
    return line if line and (line.question or line.dated) else None


def _asking(record: Record, line: Line) -> str:
    now = f"It says {line.name}: {line.says} now." if line.says else f"It says nothing about {line.name} yet."
    if line.dated:
        fields = f"{line.name}=NUMBER {line.dated}=DAY"
        what = f"Ask, then write here what they say: porchlight edit {record.key} {fields}"
        return f"A person has to ask them. {now} {what}"
    fields = " ".join(f"{line.name}.{field}" for field in ("answer=ANSWER", "as_of=DAY", "by=ROLE", "how=phone"))
    return (
        f"A person has to ask them. {now} Ask, then write here what they say, on which"
        f" day, and in which role: porchlight edit {record.key} {fields}"
    )


def _lines(hub: Hub, record: Record) -> dict[str, Line]:
    return {line.name: line for line in lines_of(hub.package.schema_of(record.resource), record)}


def _line(hub: Hub, record: Record, report: Report) -> Line:
    lines = _lines(hub, record)
    numbers = [line for line in lines.values() if line.name.startswith("phones.")]
    if report.line in lines:
        return lines[report.line]
    if report.what == "number_wrong" and not report.line and len(numbers) == 1:
        return numbers[0]
    which = listed([f"{line.name} ({line.says})" for line in numbers], "or")
    raise _AskAPerson(f"Which line was meant? {which}." if numbers else "Nobody said which line was meant.")


def _first_number(record: Record, how: str) -> str:
    """The number that a reader called: the first to call, since the page offers it first."""
    voices = [str(row["number"]) for row in record.rows("phones") if row.get("kind") == "voice"]
    return voices[0] if how == "phone" and voices else ""


def _path(line: Line) -> Steps:
    name, *rest = line.name.split(".")
    return [name, int(rest[0]) - 1, rest[1]] if rest else [name]
