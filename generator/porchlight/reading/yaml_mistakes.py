# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What libyaml says when it can't go on, told to the person who wrote the line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yaml.error import Mark, MarkedYAMLError

from porchlight.problems import Place, Problem
from porchlight.reading.saying import quoted, shown

LINE_END = re.compile(r"\r\n|\r|\n")
_FIELD = re.compile(r"^[\s-]*(?P<name>[^\s:#'\"\[{-][^:#]*?):\s+(?P<text>\S.*)")
PASTED_AT_MOST = 200
"""A longer line is pasted by nobody, and many of them would fill the memory."""

_NEVER_FIRST = "@`%|>,]}"
_OPENS = "'\"*[{&!"


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error of libyaml: its words, the spot and its line, the same for where it began to read, and if “...” came."""

    told: str
    context: str
    here: Place
    began: Place
    line: str
    begun_line: str
    ended: bool

    @property
    def field(self) -> re.Match[str] | None:
        """The line's name and text, where it has both."""
        return _FIELD.match(self.line)


def explain(error: MarkedYAMLError, text: str, file: str) -> Problem:
    """The problem in plain words, with the line to paste where it can be told."""
    lines = LINE_END.split(text)
    here, line = _spot(error.problem_mark or error.context_mark, lines, file)
    began, begun_line = _spot(error.context_mark or error.problem_mark, lines, file)
    mistake = Mistake(str(error.problem), str(error.context), here, began, line, begun_line, "..." in lines)
    kinds = (_about_tabs, _about_quotes, _about_what_opens, _about_signs)
    return next((problem for kind in kinds if (problem := kind(mistake))), None) or _about_lines(mistake)


def _spot(mark: Mark | None, lines: list[str], file: str) -> tuple[Place, str]:
    if mark is None:
        return Place(file), ""
    return Place(file, mark.line + 1, mark.column + 1), lines[mark.line] if mark.line < len(lines) else ""


def with_quotes(line: str) -> str:
    """The line to paste: its text in quotes, whatever it was in before."""
    field = _FIELD.match(line)
    text = field["text"].rstrip() if field else line.strip().removeprefix("- ").strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    return f"{field['name'].strip()}: {quoted(text)}" if field else quoted(text)


def _about_tabs(mistake: Mistake) -> Problem | None:
    before = mistake.line[: mistake.here.column]
    if "tab character" in mistake.told or ("\t" in before and not before.strip()):
        return Problem(
            mistake.here, "tab", "This line begins with a tab.", hint="Use spaces: two for each step to the right."
        )
    return None


def _about_quotes(mistake: Mistake) -> Problem | None:
    """A text that YAML takes for something else, on a line of its own."""
    field = mistake.field
    message = _why_quotes(mistake, field["text"].rstrip()) if field else ""
    if not field or not message:
        return None
    place = Place(mistake.here.file, mistake.here.line, field.start("text") + 1)
    paste = with_quotes(mistake.line) if len(mistake.line) <= PASTED_AT_MOST else ""
    hint = "Put quotes around all of it:" if paste else "Put quotes around all of it."
    return Problem(place, "needs-quotes", message, hint=hint, paste=paste)


def _why_quotes(mistake: Mistake, text: str) -> str:
    if "mapping values are not allowed" in mistake.told and ": " in text:
        return "A text with a colon and a space in it needs quotes."
    if "mapping values are not allowed" in mistake.told and text.endswith(":"):
        return "A text that ends with a colon needs quotes."
    if "did not find expected key" in mistake.told and text[0] in _OPENS:
        return f"A text that begins with “{text[0]}” ends sooner than the line."
    never = mistake.here == mistake.began and text[0] in _NEVER_FIRST
    if never or "block scalar" in mistake.context or "mapping keys are not allowed" in mistake.told:
        return f"A text that begins with “{text[0]}” needs quotes."
    return ""


def _about_what_opens(mistake: Mistake) -> Problem | None:
    """A quote, a bracket or a backslash that waits for its other half."""
    if "unknown escape" in mistake.told or "hexdecimal" in mistake.told:
        message = "In double quotes a backslash means something else."
        return Problem(mistake.here, "backslash", message, hint="Use single quotes around the text.")
    if "quoted scalar" in mistake.context:
        message = "The quote that opens here is never closed."
        return Problem(mistake.began, "not-closed", message, hint="Put the same kind of quote at the end of the text.")
    if "flow" in mistake.context:
        message = "The bracket that opens here is not closed, or a comma is missing in it."
        hint = "Write “[one, two]” or “{name: text, name: text}”. A text with a comma in it needs quotes."
        return Problem(mistake.began, "not-closed", message, hint=hint)
    return None


def _about_signs(mistake: Mistake) -> Problem | None:
    """A sign that stands where none can, in the middle of a line."""
    if "cannot start any token" in mistake.told or mistake.context.endswith(("a tag", "an anchor", "an alias")):
        sign = mistake.begun_line[mistake.began.column - 1 :][:1]
        message, hint = f"A text that begins with “{sign}” needs quotes.", "Put quotes around all of it."
        return Problem(mistake.began, "needs-quotes", message, hint=hint)
    if "unexpected ':'" in mistake.told:
        return Problem(mistake.here, "colon-missing", "A space is missing behind this colon.", hint="Put one there.")
    return None


def _about_lines(mistake: Mistake) -> Problem:
    """A line that begins in another way or column than its neighbours."""
    if "could not find expected ':'" in mistake.told:
        message, says = "This line does not begin with a name, a colon and a space.", shown(mistake.begun_line.strip())
        hint = "Put a space after the colon. If it goes on from the line above, move it two spaces to the right."
        return Problem(mistake.began, "colon-missing", message, says, hint)
    if "block sequence entries" in mistake.told:
        message = "A list can't begin behind a colon."
        hint = "Begin it on the next line. If the dash belongs to the text, put the text in quotes."
        return Problem(mistake.here, "dash", message, hint=hint)
    if mistake.line.lstrip().startswith(":"):
        return Problem(
            mistake.here, "key-missing", "Here the name of a field is missing.", hint="Write it before the colon."
        )
    if "document start" in mistake.told and mistake.ended:
        message, hint = "A line of “...” above this one ends the document.", "Take that line out."
        return Problem(mistake.here, "several-documents", message, hint=hint)
    if "mapping values" in mistake.told or "did not find expected" in mistake.told:
        message = "This line does not begin in the same column as the lines it belongs to."
        hint = "Give all fields of a record the same number of spaces at the start."
        return Problem(mistake.here, "indent", message, hint=hint)
    message = "From here on the file can't be read."
    hint = "Look for a quote that is not closed, or for a sign like “?” or “%” at the start of a line."
    return Problem(mistake.here, "not-yaml", message, hint=hint)
