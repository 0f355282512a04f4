# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a text is cut up by, as patterns that Python and a browser read the same way.

They name each character themselves: `\\s`, `\\w`, `\\b` and the flag i mean other things to each of them. None looks
behind, since older phones can't. A browser reads `ASIDE` with the flag u: it counts whole characters then, as Python
does, and knows no `\\"`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Side = Literal["code", "inline", "block", "quote"]

_LETTER = r"0-9A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f"
_END = r"(?![\s\S])"
_SOLID = r"[^ \t\n\r\u00a0<>\x22\u201d\u00bb]"
_FILE = r"(?:md|ya?ml|json|csv|tsv|txt|html?|pdf|docx?|odt|ods|xlsx?|png|jpe?g|svg|py|js|css|zip)"

WORD = rf"[{_LETTER}]+(?:['\u2019_][{_LETTER}]+)*"
"""A word; with “_” inside it is a name in code and no word of ours."""

_MARKS = r"[*_~\[\]]{0,200}"
_INLINE = r"(?:a|abbr|b|cite|del|dfn|em|i|ins|mark|small|span|strong|sub|sup|u)"

JOIN = rf"{_MARKS}(?:[ \t\u00a0]{{0,40}}\n?[ \t\u00a0]{{0,40}}|[-\u2010\u2011]){_MARKS}"
"""What may stand between two words of one phrase."""

STOP = r"[.!?\u2026][\"'\u201d\u2019\u00bb)\]*_~]*[ \t\n|]|[;|]|\n[ \t]*(?:\n|[-*+#>]|[0-9]+[.)])"
"""What ends a sentence: all that stands near a word stands in the same one."""

BLANKS: Mapping[Side, str] = {"code": "\ufffc", "inline": "~", "block": "|"}
"""What stands for each character that is left out, so that places stay as they are."""

ASIDE: tuple[tuple[Side, str], ...] = (
    ("code", rf"(?:^|\n)[ \t]*(```|~~~)[^\n]*\n[\s\S]*?(?:\n[ \t]*\1[^\n]*|{_END})"),
    ("code", rf"<(script|style|pre|code)(?=[ >])[\s\S]*?(?:</\1>|{_END})"),
    ("code", rf"<!--[\s\S]*?(?:-->|{_END})"),
    ("code", r"(`{1,3})(?!`)[^`]{1,2000}\1(?!`)"),
    ("code", rf"\n[ \t]*\n(?:(?: {{4}}|\t)[^\n]*(?:\n|{_END}))+"),
    ("inline", r"\]\([^()\n]{0,2000}\)"),
    ("code", rf"(?:[Hh][Tt][Tt][Pp][Ss]?://|[Ww][Ww][Ww]\.){_SOLID}+"),
    ("code", r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,200}"),
    (
        "code",
        rf"[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{0,4}}\.(?:org|com|net|gov|edu|us|info)(?:/{_SOLID}*|(?![{_LETTER}]))",
    ),
    ("code", rf"[A-Za-z0-9_./-]{{0,200}}[A-Za-z0-9_-]\.{_FILE}(?![{_LETTER}])"),
    ("code", r"@[A-Za-z0-9_]{2,40}"),
    ("quote", rf"<(blockquote|q)(?=[ >])[\s\S]*?(?:</\1>|{_END})"),
    ("inline", rf"</?{_INLINE}(?=[ \n>])[^<>]{{0,2000}}>"),
    ("block", r"</?[A-Za-z][^<>]{0,2000}>"),
    ("quote", r"(?:^|\n)[ \t]{0,3}>[^\n]*"),
    ("quote", r"\u201c(?:[^\u201c\u201d\n]|\n(?![ \t]*\n)){1,1500}\u201d"),
    ("quote", r"\u00ab(?:[^\u00ab\u00bb\n]|\n(?![ \t]*\n)){1,1500}\u00bb"),
    ("quote", r"(?:^|[ \t\n(\[\u2014:>*_])\x22(?![ \t\n])(?:[^\x22\n]|\n(?![ \t]*\n)){1,1500}\x22"),
    ("quote", r"\u2018(?:[^\u2018\u2019\n]|\u2019(?=[A-Za-z])){1,500}\u2019"),
    ("quote", r"(?:^|[ \t\n(\[])'(?![ \t\n])(?:[^'\n]|'(?=[A-Za-z])){1,300}'(?![A-Za-z0-9])"),
)
"""What is looked for, one after the other: code and tags are left out, a quote stays as it was said."""
