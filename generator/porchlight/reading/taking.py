# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes settings out of a mapping, one by one; what is missing, unknown or of another shape becomes a problem."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from porchlight.problems import Place, Problem
from porchlight.reading.nodes import Mapping, Node, Scalar, Sequence
from porchlight.reading.saying import did_you_mean, listed, shown

DIGITS_AT_MOST = 9


def needs_text(node: Node, name: str) -> Problem:
    """The problem of a list or a mapping where one text belongs."""
    stands = "a list stands here" if isinstance(node, Sequence) else "fields stand here"
    message = f"“{shown(name)}” should be one text, but {stands}."
    return Problem(node.place, "text-expected", message, hint=f"Write it as “{shown(name)}: text”.")


def unknown_field(key: Scalar, owner: str, choices: Collection[str]) -> Problem:
    """The problem of a key that nobody reads."""
    message = f"“{shown(key.text)}” is not a field of {owner}."
    return Problem(key.place, "field-unknown", message, hint=did_you_mean(key.text, choices))


class Taker:
    """One mapping from which settings are taken; `done` names every key that was never asked for."""

    def __init__(self, node: Mapping, owner: str, problems: list[Problem]) -> None:
        self.node = node
        self.owner = owner
        self.problems = problems
        self._asked: dict[str, None] = {}

    @property
    def place(self) -> Place:
        """Where the mapping begins."""
        return self.node.place

    def add(self, place: Place, code: str, message: str, hint: str = "") -> None:
        """Note a problem."""
        self.problems.append(Problem(place, code, message, hint=hint))

    def place_of(self, name: str) -> Place:
        """The place of the value, or of the whole where the key is missing."""
        value = self.node.get(name)
        return value.place if value else self.place

    def names(self) -> Iterator[Scalar]:
        """The keys, in order."""
        return (entry.key for entry in self.node.entries.values())

    def node_of(self, name: str, needed: bool = False) -> Node | None:
        """The filled node behind the key, or None; a needed one that is not filled is a problem."""
        self._asked[name] = None
        value = self.node.get(name)
        if value is not None and value.filled:
            return value
        if needed:
            self.add(self.place_of(name), "field-missing", f"“{shown(name)}” is missing.")
        return None

    def text(self, name: str, needed: bool = False) -> str:
        """The text, or ""."""
        value = self.node_of(name, needed)
        if value is None:
            return ""
        if isinstance(value, Scalar):
            return value.value
        self.problems.append(needs_text(value, name))
        return ""

    def choice(self, name: str, choices: Collection[str], default: str) -> str:
        """One of the choices; the default where nothing or something else stands."""
        text = self.text(name)
        if not text or text in choices:
            return text or default
        self.problems.append(
            Problem(
                self.place_of(name),
                "not-in-list",
                f"“{name}” should be {listed(choices)}.",
                shown(text),
                did_you_mean(text, choices),
            )
        )
        return default

    def flag(self, name: str) -> bool:
        """True for `true`, False for `false` or nothing."""
        return self.choice(name, ("true", "false"), "false") == "true"

    def whole(self, name: str) -> int | None:
        """A whole number from 0 up, or None."""
        text = self.text(name)
        if text and not (text.isascii() and text.isdigit() and len(text) <= DIGITS_AT_MOST):
            self.problems.append(
                Problem(
                    self.place_of(name), "whole-number", f"“{name}” should be a whole number, like 12.", shown(text)
                )
            )
            return None
        return int(text) if text else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        items = self._items(name)
        found = tuple(item.value for item in items if isinstance(item, Scalar))
        return found if len(found) == len(items) else self._no_list(name, "a list of texts")

    def each(self, name: str, owner: str) -> tuple[Taker, ...]:
        """A list of mappings, each ready to be taken from."""
        items = self._items(name)
        found = tuple(Taker(item, owner, self.problems) for item in items if isinstance(item, Mapping))
        return found if len(found) == len(items) else self._no_list(name, "a list of entries with fields")

    def _items(self, name: str) -> tuple[Node, ...]:
        value = self.node_of(name)
        if value is None or isinstance(value, Sequence):
            return value.items if value else ()
        return self._no_list(name, "a list")

    def _no_list(self, name: str, meant: str) -> tuple[()]:
        self.add(
            self.place_of(name),
            "list-expected",
            f"“{shown(name)}” should be {meant}.",
            "Put each on its own line, behind a dash and a space.",
        )
        return ()

    def one(self, name: str, owner: str, needed: bool = False) -> Taker | None:
        """The mapping behind the key, ready to be taken from, or None."""
        value = self.node_of(name, needed)
        if isinstance(value, Mapping):
            return Taker(value, owner, self.problems)
        if value is not None:
            self.add(value.place, "fields-expected", f"“{shown(name)}” should hold fields, each on its own line.")
        return None

    def nothing(self, owner: str) -> Taker:
        """An empty mapping to take from, in the place of one that is not there."""
        return Taker(Mapping({}, self.place), owner, self.problems)

    def by_language(self, name: str, needed: bool = False) -> dict[str, str]:
        """A text per language code."""
        below = self.one(name, name, needed)
        return {key.text: below.text(key.text) for key in below.names()} if below else {}

    def done(self, also: Collection[str] = (), known: Callable[[str], bool] = lambda _: False) -> None:
        """Name every key that was not taken; `also` are keys that others read."""
        choices = [*self._asked, *also]
        for key in self.names():
            if key.text not in choices and not known(key.text):
                self.problems.append(unknown_field(key, self.owner, choices))


def take(node: Node | None, owner: str, problems: list[Problem]) -> Taker | None:
    """The file's mapping, ready to be taken from, or None; another shape is a problem."""
    if isinstance(node, Mapping):
        return Taker(node, owner, problems)
    if node is not None:
        problems.append(Problem(node.place, "fields-expected", f"{owner} should hold fields, each as “name: text”."))
    return None
