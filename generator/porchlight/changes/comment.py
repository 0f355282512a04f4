# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The changes for people at a terminal, for programs, and as the one comment beside a proposal."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from porchlight.changes.gathering import Changes, Section
from porchlight.changes.pages import in_sentence
from porchlight.changes.saying import as_markdown, as_text, in_block, in_code
from porchlight.changes.values import Told
from porchlight.exchange.host_text import MOST, fitting
from porchlight.problems import Problem
from porchlight.reading.saying import seen

MARKER = "<!-- porchlight: what readers will see -->"
"""The comment's first line, which nobody sees: by it the comment is found and written anew."""

_OPEN_UP_TO = 8
_PROBLEMS_AT_MOST = 20
_PAGES_AT_MOST = 12
_LONG_AT_MOST = 1_000
_NOTHING = "Nothing that a reader sees changes."
_UNSEEN = "Texts that nobody may see, such as a street that is not shown, are not told here."


def report(changes: Changes, form: str) -> str:
    """The changes in one of the forms `text`, `markdown` or `json`."""
    return _FORMS[form](changes)


def _text(changes: Changes) -> str:
    lines = [*map(str, changes.problems), _checked(changes.problems), *map(str, changes.care), ""]
    lines += map(as_text, changes.shared)
    for section in changes.sections:
        lines += [line for told in section.told for line in _told_text(section.name, told)]
    if not changes.sections and not changes.shared:
        lines.append(_NOTHING)
    if changes.pages:
        lines += ["", f"Pages: {as_text(in_sentence(changes.pages, _PAGES_AT_MOST))}"]
    return "\n".join(lines)


def _told_text(name: str, told: Told) -> Iterator[str]:
    yield f"{seen(name)}: {as_text(told.sentence)}"
    for when, text in (("Before", told.before), ("Now", told.after)):
        yield from (f"    {when}: {seen(line)}" for line in text.splitlines())


def _json(changes: Changes) -> str:
    sections = [
        {
            "name": section.name,
            "told": [
                {"sentence": as_text(told.sentence), "before": told.before, "after": told.after}
                for told in section.told
            ],
            "pages": section.pages,
        }
        for section in changes.sections
    ]
    whole = {
        "problems": len(changes.problems),
        "care": len(changes.care),
        "shared": [*map(as_text, changes.shared)],
        "changes": sections,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _markdown(changes: Changes) -> str:
    """The whole comment, cut behind whole sections where it would grow too long."""
    parts = [MARKER, "### What readers will see change", _problems(changes.problems), *_care(changes.care)]
    parts += map(as_markdown, changes.shared)
    if not changes.sections and not changes.shared:
        parts.append(_NOTHING)
    told = [_section(section) for section in changes.sections]
    fits = fitting(told, MOST - sum(map(len, parts)) - 2_000)
    parts += _folded(told[:fits])
    if fits < len(told):
        parts.append(f"And {len(told) - fits:,} more. `porchlight changes` tells them all.")
    if changes.pages:
        parts.append(f"Pages: {as_markdown(in_sentence(changes.pages, _PAGES_AT_MOST))}.")
    return "\n\n".join([*parts, f"<sub>{_UNSEEN} This comment is written anew with each change.</sub>"])


def _folded(told: Sequence[str]) -> list[str]:
    """The first ones open, the others behind one line."""
    rest = told[_OPEN_UP_TO:]
    if not rest:
        return list(told)
    more = f"<details><summary>{len(rest):,} more</summary>"
    return [*told[:_OPEN_UP_TO], more, *rest, "</details>"]


def _section(section: Section) -> str:
    head = f"**{in_code(section.name)}** ({as_markdown(section.what)})"
    lines = [f"- {as_markdown(told.sentence)}" for told in section.told]
    long = [_before_and_after(told) for told in section.told if told.before or told.after]
    return "\n\n".join([head, "\n".join(lines), *long])


def _before_and_after(told: Told) -> str:
    texts = [
        f"{when}:\n\n{in_block(_cut(text))}" for when, text in (("Before", told.before), ("Now", told.after)) if text
    ]
    which = "The words" if not told.before or not told.after else "Before and now"
    return "\n\n".join([f"<details><summary>{which}</summary>", as_markdown(told.sentence), *texts, "</details>"])


def _cut(text: str) -> str:
    return text if len(text) <= _LONG_AT_MOST else f"{text[:_LONG_AT_MOST].rstrip()}…"


def _problems(problems: Sequence[Problem]) -> str:
    return "\n\n".join([f"**{_checked(problems)}**", *_listed(problems)])


def _care(care: Sequence[Problem]) -> list[str]:
    return ["To look at, in the files of this change:", *_listed(care)] if care else []


def _listed(problems: Sequence[Problem]) -> list[str]:
    told = [_cut(str(problem)) for problem in problems[:_PROBLEMS_AT_MOST]]
    more = len(problems) - len(told)
    return [*([in_block("\n".join(told))] if told else []), *([f"And {more:,} more."] if more > 0 else [])]


def _checked(problems: Sequence[Problem]) -> str:
    if not problems:
        return "The check found nothing to mend."
    return f"{'1 thing' if len(problems) == 1 else f'{len(problems):,} things'} to mend first:"


_FORMS: dict[str, Callable[[Changes], str]] = {"text": _text, "markdown": _markdown, "json": _json}
