# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a kind of problem is about, with a made-up example of the lines and of what is told about them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from porchlight.checking.codes import CODES
from porchlight.checking.translating import ENGLISH, Words
from porchlight.reading.saying import did_you_mean


class NoSuchCode(Exception):
    """No problem has this name; the message says which one was meant."""


def explained(code: str, words: Words = ENGLISH) -> str:
    """The sentence and the example of a code, in the language of the words; raises NoSuchCode.

    Examples come with the program in `examples.json`, made by tools/examples.py from the broken hubs of the tests.
    """
    if code not in CODES:
        hint = did_you_mean(code, CODES) or "Every message has its name in the reports of porchlight check."
        raise NoSuchCode(words.told(f"No problem is called “{code}”. {hint}"))
    examples = json.loads(files("porchlight.checking").joinpath("examples.json").read_text(encoding="utf-8"))
    example = examples.get(code, {})
    parts = [code, words.meaning(code)]
    if example.get("lines"):
        parts += [words.told(f"For example, where {example['file']} says:"), _indented(example["lines"])]
    if example:
        parts += [words.told("it is told:"), _indented(example["told"].get(words.language, example["told"]["en"]))]
    return "\n\n".join(parts)


def _indented(lines: Sequence[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)
