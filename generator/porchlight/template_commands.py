# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The command that makes documents from a hub's templates."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from porchlight.command_line import FINE, CannotDo, hub_folder, say
from porchlight.reading.saying import shown

if TYPE_CHECKING:
    from porchlight.operating.templates import Filled

PAPERS = "var/papers"
"""Where documents go unless someone says so: they may name a person, and git leaves `var/` of a hub alone."""


def add_template_commands(commands: Any, hub: argparse.ArgumentParser) -> None:
    """Add them to the program's commands; `hub` holds what every command of a hub takes."""
    template = commands.add_parser("template", parents=[hub], help="make a document that fills itself from a template")
    template.add_argument("name", nargs="?", default="", metavar="NAME", help="which; without it, all are listed")
    template.add_argument("values", nargs="*", default=[], metavar="FIELD=VALUE", help="what to put into a field")
    template.add_argument("--language", default="", help="the language of the document (the hub's first)")
    template.add_argument("--to", choices=("docx", "odt", "md", "pdf"), default="docx", help="its form (docx)")
    template.add_argument(
        "--output", type=Path, default=None, help="the file to write (var/papers/NAME.docx in the hub)"
    )
    template.add_argument("--replace", action="store_true", help="the new one takes the place of a file that is there")
    template.set_defaults(run=_template)


def _template(chosen: argparse.Namespace) -> int:
    from porchlight.operating.editions import NoSuchLanguage
    from porchlight.operating.templates import CannotFill, filled_template, template_edition, templates_told
    from porchlight.operating.unpublished import WouldBePublished, refuse_published
    from porchlight.paper.typesetting import CannotPrint
    from porchlight.putting import LeadsOut, put_named

    day = date.today()
    try:
        edition = template_edition(hub_folder(chosen.root), chosen.language, day)
        if not chosen.name:
            print("\n".join(templates_told(edition)) or "This hub has no templates yet: see docs/templates.md.")
            return FINE
        made = filled_template(edition, chosen.name, _given(chosen.values), day, chosen.to)
        output = chosen.output or chosen.root / PAPERS / f"{made.name}.{chosen.to}"
        refuse_published(chosen.root, output)
        _refuse_there(output, chosen.replace)
        put_named(chosen.root, output, made.content)
    except (CannotFill, LeadsOut, NoSuchLanguage) as problem:
        raise CannotDo(str(problem)) from None
    except WouldBePublished as would:
        hint = f"Without --output it goes to {PAPERS}/." if chosen.output else "Write /var into the file .gitignore."
        raise CannotDo(f"{would} {hint}") from None
    except CannotPrint as signs:
        raise CannotDo(f"The fonts for paper do not have “{signs}”. Take it out, or choose --to docx.") from None
    _tell(output, made)
    return FINE


def _refuse_there(output: Path, replaces: bool) -> None:
    """What someone wrote into an earlier one is not lost unless they say so."""
    if output.is_file() and not replaces:
        raise CannotDo(
            f"There is a file {output} already. Nothing was written. Name another one with --output,\n"
            "or run the same again with this at its end, and what is in the file is gone:\n"
            "    --replace"
        )


def _given(values: Sequence[str]) -> dict[str, str]:
    given = {}
    for each in values:
        name, sign, value = each.partition("=")
        if not sign:
            says = f"It says “{shown(each)}”."
            raise CannotDo(f"Write a field, “=” and its words, without spaces between: field=words. {says}")
        given[name.strip()] = value
    return given


def _tell(output: Path, made: Filled) -> None:
    say(f"The document is in {output}.")
    if made.by_itself:
        say("Filled in by the hub, so please read it again:")
        for field in made.by_itself:
            say(f"  {field.name}  {field.label}")
    if made.blank:
        say("Still blank:")
        for field in made.blank:
            say(f"  {field.name}  {field.label}")
