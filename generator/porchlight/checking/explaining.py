# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a kind of problem is about, with a made-up example of the lines and of what is told about them."""

from __future__ import annotations

import json
from importlib.resources import files

from porchlight.checking.codes import CODES
from porchlight.reading.saying import did_you_mean


class NoSuchCode(Exception):
    """No problem has this name; the message says which one was meant."""


def explained(code: str) -> str:
    """The sentence and the example of a code; raises NoSuchCode.

    Examples come with the program in `examples.json`, made by tools/dictionary.py from the broken hubs of the tests.
    """
    if code not in CODES:
        hint = did_you_mean(code, CODES) or "Every message has its name in the reports of porchlight check."
        raise NoSuchCode(f"No problem is called “{code}”. {hint}")
    examples = json.loads(files("porchlight.checking").joinpath("examples.json").read_text(encoding="utf-8"))
    example = examples.get(code, {})
    lines = "".join(f"    {line}\n" for line in example.get("lines", ()))
    told = "\n".join(f"    {line}" for line in example.get("told", ()))
    parts = [
        code,
        CODES[code],
        lines and f"For example, where {example['file']} says:\n\n{lines}",
        told and f"it is told:\n\n{told}",
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts if part)
