# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A made-up document that holds every kind of block, and words that try to be more than words."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from porchlight.documents.blocks import Document
from porchlight.documents.filling import filled
from porchlight.documents.from_markdown import blocks_of
from porchlight.model.template import Template, TemplateField

MARKDOWN = """
## Who comes {#who}

Dear {{partner}}, we thank **you** and [the law](https://law.example.org/?a=1&b=2).

- [ ] Bring a pen
- [x] Say hello

3. Third
4. Fourth
   - inner

Words between.

1. First again

| Day | Hours |
|---|---|
| {{day}} | ____ |

> Not legal advice.

***

#### What {{partner}} saw

{{saw}}
"""

TEMPLATE = Template(
    "Anyone",
    (
        TemplateField("partner", "Who you write to"),
        TemplateField("day", "Day", "date"),
        TemplateField("saw", "What you saw", "long"),
    ),
)

HOSTILE = (
    "<b>&amp; \"quotes\" 'and' ]]> {{partner}} *stars* _lines_ [link](javascript:x) | # 1. `tick` \\ ~~",
    "👩🏽‍🦽 🏠 שלום עולם مرحبا \u202eright to left\u202c",
    "first\nsecond\n\nfourth  two spaces\tand a tab",
    "- no list\n# no heading\n> no quote\n1. no number\n+ no\n= no\n    no code",
    "x" * 5_000,
    "\x00\x08\x1b odd \ufffe signs \ud83d",
)

TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")) | st.sampled_from("<>&\"'\n *_#|`\\[]{}"))


def document(values: Mapping[str, str] | None = None, language: str = "en") -> Document:
    """The document with these words in its places."""
    blocks = filled(blocks_of(MARKDOWN), TEMPLATE, values or {})
    return Document("A <made-up> plan", language, blocks, "Lantern County", "Made up")


def close(text: str) -> str:
    """The words without white space and without what no file may hold."""
    return "".join(char for char in text if not char.isspace() and (char.isprintable() or ord(char) > 0x2000))
