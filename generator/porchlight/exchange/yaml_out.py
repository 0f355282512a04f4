# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A record → YAML as a person would write it: two spaces, long text folded, quotes only where they are needed."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

Item = str | int | float | date
Value = Item | Sequence["Value"] | Mapping[str, "Value"]

WIDTH = 118
_OTHER_TYPES = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that some YAML reader takes for a truth value or for nothing."""
_STARTS_PLAIN = re.compile(r"[^\W\d_]|\d+ [^\W\d_]")
_NOT_PLAIN = re.compile(r":(\s|$)|\s#|[\n\t]")
_FLOW_ITEM = re.compile(r"[^\W\d_]([\w .'/&-]*[\w.'])?")
_BREAK = re.compile(r"(?<=\S) (?=\S)")
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
MISLEADING = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""What has no width or turns the order of letters around; the check refuses nearly all of it in a record."""


def record_yaml(record: Mapping[str, Value]) -> str:
    """The record as one YAML document that this project's reader, and any other, reads back as the very same texts."""
    return "".join(entry_yaml(name, value, 0) for name, value in record.items())


def entry_yaml(name: str, value: Value, indent: int) -> str:
    """One field of a record as lines, each behind `indent` spaces and ended."""
    key = f"{' ' * indent}{inline_yaml(name)}:"
    if isinstance(value, Mapping):
        below = "".join(entry_yaml(each, item, indent + 2) for each, item in value.items())
        return f"{key}\n{below}" if value else f"{key} {{}}\n"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return key + _list(value, len(key), indent + 2)
    return f"{key} {scalar_yaml(value, len(key), indent + 2)}\n"


def _list(values: Sequence[Value], used: int, indent: int) -> str:
    flow = f" {flow_yaml(values)}\n" if all(map(_is_code, values)) else ""
    if flow and used + len(flow) <= WIDTH:
        return flow
    return "\n" + "".join(dashed_yaml(value, indent) for value in values)


def _is_code(value: Value) -> bool:
    return isinstance(value, str) and "\n" not in value


def flow_yaml(value: Value) -> str:
    """The same on one line, as it stands inside brackets."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inline_yaml(name)}: {flow_yaml(each)}" for name, each in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(flow_yaml, value))}]"
    return _flow_item(value) if isinstance(value, str) else str(value)


def _flow_item(text: str) -> str:
    plain = _FLOW_ITEM.fullmatch(text) and text.casefold() not in _OTHER_TYPES
    return text if plain else quoted_yaml(text)


def dashed_yaml(value: Value, indent: int) -> str:
    """One item of a list as lines; a mapping's first field stands on the line of the dash."""
    if isinstance(value, Mapping) and value:
        below = "".join(entry_yaml(name, item, indent + 2) for name, item in value.items())
        return f"{' ' * indent}- {below[indent + 2 :]}"
    if isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str)):
        raise TypeError("A record has no lists of lists and no empty entries.")
    return f"{' ' * indent}- {scalar_yaml(value, indent + 2, indent + 2)}\n"


def scalar_yaml(value: Item, used: int, indent: int) -> str:
    """A value behind `used` characters of its line; lines below stand behind `indent` spaces."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if "\n" in value and _fits_literal(value):
        return f"|-\n{_indented(value.split(chr(10)), indent)}"
    if used + len(value) > WIDTH and " " in value and _fits_folded(value):
        return f">-\n{_indented(_wrapped(value, WIDTH - indent), indent)}"
    return inline_yaml(value)


def _fits_literal(text: str) -> bool:
    """Spaces at an edge would be seen by nobody, and the first one would count as indentation."""
    clean = all(line == line.rstrip() for line in text.split("\n"))
    return clean and text == text.strip() and "\t" not in text and not _has_unseen(text.replace("\n", ""))


def _fits_folded(text: str) -> bool:
    return text == text.strip() and not _has_unseen(text)


def _indented(lines: Sequence[str], indent: int) -> str:
    return "\n".join(" " * indent + line if line else "" for line in lines)


def _wrapped(text: str, width: int) -> list[str]:
    """Lines that fold back into the text: broken at single spaces only."""
    return list(_filled_lines(_BREAK.split(text), width))


def _filled_lines(words: list[str], width: int) -> Iterator[str]:
    line = words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= width:
            line += f" {word}"
        else:
            yield line
            line = word
    yield line


def inline_yaml(text: str) -> str:
    """The text on one line, in quotes only where it needs them."""
    return text if _is_plain(text) else quoted_yaml(text)


def _is_plain(text: str) -> bool:
    return bool(
        _STARTS_PLAIN.match(text)
        and text == text.strip()
        and text.casefold() not in _OTHER_TYPES
        and not _NOT_PLAIN.search(text)
        and not _has_unseen(text)
    )


def quoted_yaml(text: str) -> str:
    """The text in quotes. What nobody can see becomes an escape, so that it can be seen."""
    if not _has_unseen(text) and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    return "".join(_escaped(c) if ord(c) > 0x7E and _is_unseen(c) else c for c in json.dumps(text, ensure_ascii=False))


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _has_unseen(text: str) -> bool:
    return any(map(_is_unseen, text))


def _is_unseen(character: str) -> bool:
    return bool(MISLEADING.match(character)) or unicodedata.category(character) in _UNSEEN
