# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an import leaves to a person: what nobody said, and what only a person may decide."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.exchange.sheets.plan import Plan
from porchlight.exchange.sheets.saying import counted
from porchlight.model.schema import Field


def left_to_do(plan: Plan) -> list[str]:
    """One sentence or two for each thing, each said once."""
    return [*_missing(plan), *_addresses(plan), *_emails(plan)]


def _missing(plan: Plan) -> Iterator[str]:
    for field in plan.schema.fields:
        count = sum(1 for record in plan.records if field.name not in record.values)
        if field.required and count:
            yield f"“{field.name}” is missing in {counted(count, 'record')}, and every record needs it. {_way(field)}"


def _way(field: Field) -> str:
    if field.part == "sources":
        return "The check will ask for it. If all of it comes from one page: --source https://…"
    if codes := field.constraints.get("enum"):
        return f"One code for all that lack it: --set {field.name}=CODE, with one of {', '.join(codes)}."
    return f"Someone has to write it: {field.description}"


def _addresses(plan: Plan) -> Iterator[str]:
    withheld = [field.name for field in plan.schema.fields if field.withheld]
    if any(name in record.values for record in plan.records for name in withheld):
        yield (
            "Street addresses and ZIP codes stay hidden on every page until a person writes “address_visibility: full” "
            "in a record. They are in the files, though: whoever can read your repository can read them, and the notes."
        )


def _emails(plan: Plan) -> Iterator[str]:
    field = plan.schema.field_for("email")
    count = sum(1 for record in plan.records if field and field.name in record.values)
    if count:
        addresses = counted(count, "e-mail address", "e-mail addresses")
        yield f"{addresses} will be shown to everyone. Take out those of a private person."
