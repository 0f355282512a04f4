# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The codes of a hub's own places, added to those that every hub knows: a record may then name a county or a city."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from porchlight.model.places import VOCABULARY, places_schema
from porchlight.model.schema import Package, Schema, Vocabulary
from porchlight.reading.files import YAML_ENDINGS, files_in, read_node
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence


def with_own_places(package: Package, root: Path) -> Package:
    """The package, in which each code in the hub's folder of places has its name as a label.

    A code that was known before keeps the labels that it had: no file of a hub gives Ohio another name.
    What is wrong in those files is told where records are read; here it only has no code.
    """
    schema, known = places_schema(package), package.vocabularies.get(VOCABULARY)
    own = dict(_codes(schema, root)) if schema and known else {}
    if known is None or not own:
        return package
    labels = {code: {**words, **known.labels.get(code, {})} for code, words in own.items()}
    more = frozenset(own) - frozenset(known.labels)
    vocabulary = Vocabulary(known.name, known.title, {**known.labels, **labels}, more)
    return replace(package, vocabularies={**package.vocabularies, VOCABULARY: vocabulary})


def _codes(schema: Schema, root: Path) -> Iterator[tuple[str, dict[str, str]]]:
    code, name = schema.field_for("place_code"), schema.field_for("name")
    for file in files_in(root, schema.folder, YAML_ENDINGS)[0] if code and name else ():
        for record in _records(read_node(root, file)[0]):
            if code and name and (written := _text(record, code.name)):
                yield written, _words(record, name.name) or {"en": written}


def _records(node: Node | None) -> Iterable[Mapping]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return [each for each in nodes if isinstance(each, Mapping)]


def _words(record: Mapping, name: str) -> dict[str, str]:
    """The name per language: as it is written, then as it is translated."""
    found = {"en": _text(record, name)}
    translations = record.get("translations")
    for language, entry in translations.entries.items() if isinstance(translations, Mapping) else ():
        found[language] = _text(entry.value, name) if isinstance(entry.value, Mapping) else ""
    return {language: text for language, text in found.items() if text}


def _text(node: Mapping, name: str) -> str:
    found = node.get(name)
    return found.value if isinstance(found, Scalar) and found.filled else ""
