# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Two records of one thing made one: nothing that is said in either is lost, and both addresses lead to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from porchlight.editing.changing import Change
from porchlight.editing.fields import typed
from porchlight.editing.finding import Found
from porchlight.editing.joining import differences, joined_list, newer_answers
from porchlight.editing.repointing import not_looked_through, repointed
from porchlight.editing.yaml_edit import naming, put, take_out
from porchlight.model.schema import Field, Package
from porchlight.reading.hidden import is_hidden
from porchlight.reading.nodes import Sequence, plain
from porchlight.reading.saying import shown
from porchlight.reading.yaml_text import read_yaml

_STAYS = ("id", "name", "short", "formerly", "not_duplicate")
"""Roles whose value is the record's own; what the other one's are needed for is done apart."""

_NOTHING: tuple[Any, ...] = (None, "", [], {})


class CannotMerge(Exception):
    """These two can't be one record; the message says why."""


@dataclass(slots=True)
class Merged:
    """Every file that changes, and what the record that goes said otherwise: `left`, for a person to read."""

    changes: list[Change] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def merged(root: Path, package: Package, keep: Found, gone: Found) -> Merged:
    """Everything of `gone` brought into `keep`, every way to it turned, and its lines taken out.

    Raises CannotMerge, and CannotEdit where a file is written in a way that a machine can't change.
    """
    if keep.schema.resource != gone.schema.resource or keep.id == gone.id:
        raise CannotMerge("Only two records of one list can be made one.")
    result = Merged()
    texts = {keep.file: keep.text, gone.file: gone.text}
    order = [each.name for each in keep.schema.fields]
    for name, value in _brought(package, keep, gone, result.left):
        for path, new in differences(plain(keep.node).get(name), value):
            said, where = _typed(package, keep, name, path, new), [*keep.path, name, *path]
            text = texts[keep.file]
            with naming(keep.file):
                texts[keep.file] = take_out(text, where) if said in _NOTHING else put(text, where, said, order)
    before = {gone.file: gone.text, keep.file: keep.text}
    for file, old, new in repointed(root, package, keep, gone, texts):
        before.setdefault(file, old)
        texts[file] = new
    after: dict[str, str | None] = dict(texts)
    after[gone.file] = _without(gone, texts[gone.file])
    result.left += not_looked_through(root, keep, gone)
    result.changes = [Change(file, text, after[file]) for file, text in before.items()]
    return result


def _without(gone: Found, text: str) -> str | None:
    """The file without the record that goes; None where it holds no other, since the file then goes, too."""
    node, _ = read_yaml(text.encode(), gone.file)
    if not isinstance(node, Sequence) or len(node.items) < 2:
        return None
    with naming(gone.file):
        return take_out(text, gone.path)


def _typed(package: Package, keep: Found, name: str, path: tuple[str | int, ...], new: Any) -> Any:
    """The texts as numbers and days where the schema says so, which then need no quotes."""
    each = keep.schema.field_named(name)
    part = package.parts.get(each.part) if each else None
    if isinstance(new, dict):
        return {key: _typed(package, keep, name, (*path, key), said) for key, said in new.items()}
    if isinstance(new, list):
        return [_typed(package, keep, name, path, said) for said in new]
    inner = part.field_named(str(path[-1])) if part and path else each
    return typed(inner, new) if inner and isinstance(new, str) else new


def _brought(package: Package, keep: Found, gone: Found, left: list[str]) -> Iterator[tuple[str, Any]]:
    """The fields of `keep` that change, with their new values; what is not brought is told in `left`."""
    mine, its = plain(keep.node), plain(gone.node)
    assert isinstance(mine, dict)
    assert isinstance(its, dict)
    left_alone = _place_fields(keep, gone, mine, its)
    for each in keep.schema.fields:
        said = its.get(each.name)
        if said in _NOTHING or each.role in _STAYS or said == mine.get(each.name):
            continue
        if each.name in left_alone:
            left.append(_kept(each, ""))
        else:
            yield from _field(package, each, mine, said, left)
    yield from _own(keep, gone, mine, its)


def _field(
    package: Package, each: Field, mine: dict[str, Any], said: Any, left: list[str]
) -> Iterator[tuple[str, Any]]:
    have: Any = mine.get(each.name)
    part = package.parts.get(each.part)
    if part and part.name == "translations":
        left.extend([_kept(each, "")] if set(said) - set(have or {}) else [])
    elif have in _NOTHING:
        yield each.name, said
    elif part and part.shape == "keyed":
        both, older = newer_answers(have, said)
        left.extend(f"{each.name}: the older answer to “{name}” is not kept: {shown(told)}" for name, told in older)
        yield each.name, both
    elif isinstance(have, list):
        yield each.name, joined_list(each.part, have, said)
    else:
        left.append(_kept(each, str(said)))


def _kept(each: Field, said: str) -> str:
    """What is not brought; what nobody may see is not quoted."""
    told = f": it said “{shown(said)}”" if said and not is_hidden(each) else ""
    return f"{each.name} stays as it is in the record that you keep{told}."


def _own(keep: Found, gone: Found, mine: dict[str, Any], its: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The old id and the old name, by which people may still come, and what neither is."""
    formerly, search, settled, name = (
        keep.schema.field_for(role) for role in ("formerly", "search", "not_duplicate", "name")
    )
    if not formerly:
        raise CannotMerge("Records of this list keep no former ids, so the old address would lead nowhere.")
    yield formerly.name, list(dict.fromkeys([*mine.get(formerly.name, []), gone.id, *its.get(formerly.name, [])]))
    old_name = its.get(name.name, "") if name else ""
    if search and name and old_name not in ("", mine.get(name.name)):
        words = [*mine.get(search.name, []), *its.get(search.name, []), old_name]
        yield search.name, list(dict.fromkeys(words))
    if settled:
        keys = {f"{keep.schema.resource}/{keep.id}", f"{gone.schema.resource}/{gone.id}"}
        have = mine.get(settled.name, [])
        both = [key for key in dict.fromkeys([*have, *its.get(settled.name, [])]) if key not in keys]
        if both != have:
            yield settled.name, both


def _place_fields(keep: Found, gone: Found, mine: dict[str, Any], its: dict[str, Any]) -> set[str]:
    """The fields of a street that are not brought: a street goes only together with what may be shown of it.

    Else a street that one record hides would come under the other record's “full”, or a town under no rule at all.
    """
    group = {each.name for each in keep.schema.fields if each.withheld or each.role == "visibility"}
    visibility = gone.schema.field_for("visibility")
    if visibility and its.get(visibility.name) == "none":
        group |= {each.name for each in keep.schema.fields if each.role in ("city", "county")}
    return group if group.intersection(mine) else set()
