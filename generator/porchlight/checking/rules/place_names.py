# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a hub calls its own places: by the names that everyone knows, so that nobody is led to another place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from porchlight.checking.context import Context
from porchlight.checking.rules.places import Written, written
from porchlight.model.places import VOCABULARY, state_of
from porchlight.model.schema import Vocabulary
from porchlight.problems import Problem
from porchlight.reading.gazetteer import COUNTY_WORDS, fold
from porchlight.reading.known_services import is_one_script
from porchlight.reading.saying import quoted, shown

_CODE = "place-elsewhere"

Said = tuple[tuple[str | int, ...], str]
"""Where words stand in a record, and the words."""


def place_named(context: Context) -> Iterator[Problem]:
    """A place that every hub knows by its code has its own name, in each language."""
    known = context.hub.package.vocabularies.get(VOCABULARY)
    for each in written(context) if known else ():
        code = each.says("place_code")
        labels = known.labels.get(code, {}) if known and code not in known.own else {}
        for language, (path, name) in _names(each).items():
            label = labels.get(language, "")
            if label and _bare(name) not in {_bare(label), *(map(_bare, labels.values()) if len(path) == 1 else ())}:
                message, hint = f"Everyone knows {code} by another name.", "Write:"
                paste = f"{path[-1]}: {label if label.replace(' ', '').isalpha() else quoted(label)}"
                yield Problem(context.place_of(each.record, *path), _CODE, message, shown(name), hint, paste)


def place_called(context: Context) -> Iterator[Problem]:
    """The other words for a place are not the name or the letters of another state: who types it wants that state."""
    known = context.hub.package.vocabularies.get(VOCABULARY)
    states = _states(known) if known else {}
    for each in written(context):
        own, names = state_of(each.says("place_code")), [name for _, name in _names(each).values()]
        for path, word in _other_words(each):
            of = states.get(_bare(word), own)
            if of != own and not any(_is_short_for(word, name) for name in names):
                message, hint = f"Who types this means {of}, not this place.", "Take the word out."
                yield Problem(context.place_of(each.record, *path), _CODE, message, shown(word), hint)


def place_in_one_script(context: Context) -> Iterator[Problem]:
    """No word of a place mixes the letters of alphabets, some of which look the same."""
    for each in written(context):
        for path, words in (*_names(each).values(), *_other_words(each)):
            if not is_one_script(words):
                message = "A word has letters of several alphabets here, so that it can pass for another name."
                hint = "Type it again, in one alphabet."
                yield Problem(context.place_of(each.record, *path), _CODE, message, shown(words), hint)


def _states(known: Vocabulary) -> Mapping[str, str]:
    """The code of each state by its names and its letters; what the hub's own places add is no state."""
    codes = [code for code in known.labels if code not in known.own and state_of(code) == code]
    names = {_bare(name): code for code in codes for name in known.labels[code].values()}
    return names | {_bare(code.removeprefix("US-")): code for code in codes}


def _names(place: Written) -> dict[str, Said]:
    """Its name per language, with the path to it."""
    field = place.schema.field_for("name")
    if field is None:
        return {}
    found: dict[str, Said] = {"en": ((field.name,), place.says("name"))}
    for row in place.record.rows("translations"):
        if text := row.get(field.name):
            found[str(row["language"])] = (("translations", str(row["language"]), field.name), str(text))
    return found


def _other_words(place: Written) -> Iterator[Said]:
    field = place.schema.field_for("search")
    for position, word in enumerate(place.record.codes(field.name)) if field else ():
        yield (field.name, position) if field else (), word


def _is_short_for(word: str, name: str) -> bool:
    """True for Delaware of Delaware County, and for LA of Los Angeles."""
    whole = fold(name)
    return fold(word) in (COUNTY_WORDS.sub("", whole), "".join(each[0] for each in whole.split()))


def _bare(name: str) -> str:
    """The name as it is compared, without spaces: D.C. is D. C."""
    return fold(name).replace(" ", "")
