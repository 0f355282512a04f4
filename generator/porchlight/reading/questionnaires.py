# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""One file of a poll → Questionnaire, or what must be mended first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from porchlight.model import poll_names as names
from porchlight.model.questionnaire import Block, Item, Option, Questionnaire
from porchlight.problems import Problem
from porchlight.reading import poll_terms as terms
from porchlight.reading.poll_parts import Parts, Path, PlaceOf, PlainMap

_STEM_SOURCES = ("seed", "editor")
_POLL = (
    "id",
    "version",
    "languages",
    "title",
    "intro",
    "waves",
    "provider",
    "breakdowns",
    "options",
    "no_answer",
    "blocks",
)
_BLOCK = ("id", "title", "stem", "stem_source", "items")
_LABELLED = ("id", "label", "supply")
_CHOICE = ("code", "label")

Found = tuple[str, Path]


def read_questionnaire(raw: object, place_of: PlaceOf) -> tuple[Questionnaire | None, list[Problem]]:
    """The questionnaire that a file describes, or None together with everything that has to be mended.

    `raw` is made of dicts, lists and strings, every scalar as the text that was written; `place_of` tells where the
    thing at a path of keys and indexes stands. Labels that lack a translation are not a problem here.
    """
    parts = Parts(place_of)
    questionnaire = _Reading(parts).poll(raw)
    return (None if parts.problems else replace(questionnaire, place=place_of(()))), parts.problems


class _Reading:
    """One file being read; what must be different from one another is gathered on the way and compared at the end."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.codes: list[Found] = []
        self.block_ids: list[Found] = []
        self.item_ids: list[Found] = []

    def poll(self, raw: object) -> Questionnaire:
        top = self.parts.mapping(raw, (), "A poll", _POLL, terms.of_a_wave(raw))
        written_in = terms.languages(self.parts, top, _languages_of(top.get("title")))
        self.parts.first = next(iter(written_in), "en")
        questionnaire = Questionnaire(
            id=self.poll_id(top),
            version=self.version(top),
            languages=written_in,
            title=self.parts.words(top, (), "title", "A poll"),
            waves=terms.waves(self.parts, top),
            provider=terms.provider(self.parts, top),
            breakdowns=terms.breakdowns(self.parts, top),
            intro=self.parts.words(top, (), "intro", "A poll"),
            options=self.options(top),
            no_answer=self.no_answer(top),
            blocks=tuple(self.block(entry, path) for entry, path in self.parts.sequence(top, (), "blocks", "A poll")),
        )
        self.compare()
        return questionnaire

    def poll_id(self, top: PlainMap) -> str:
        poll = self.parts.text(top, (), "id", "A poll", "id: needs")
        if poll and not names.is_poll_id(poll):
            message = "A poll's id is part of its address: it must be plain, and “health” and “report” are taken."
            hint = "Use up to 40 small letters, digits and “-”, starting with a letter."
            self.parts.note(("id",), "poll-id", message, poll, hint)
        return poll

    def version(self, top: PlainMap) -> int:
        written = self.parts.text(top, (), "version", "A poll", "version: 1")
        if names.is_version(written):
            return int(written)
        if written:
            self.parts.note(("version",), "poll-version", "“version” should be a whole number from 1 to 9999.", written)
        return 0

    def options(self, top: PlainMap) -> tuple[Option, ...]:
        entries = self.parts.sequence(top, (), "options", "A poll")
        options = tuple(self.option(entry, path, "An option") for entry, path in entries)
        if len(options) == 1:
            message = "A poll needs at least two options to choose from."
            hint = "Write each on a line of its own, in the order in which they are shown."
            self.parts.note(("options",), "poll-few-options", message, hint=hint)
        return options

    def no_answer(self, top: PlainMap) -> Option:
        paste = "no_answer: {code: na, label: {en: No answer, es: Sin respuesta}}"
        raw = self.parts.need(top, (), "no_answer", "A poll", paste)
        return Option("", {}) if raw is None else self.option(raw, ("no_answer",), "“no_answer”")

    def option(self, raw: object, path: Path, what: str) -> Option:
        choice = self.parts.mapping(raw, path, what, _CHOICE)
        code = self.parts.text(choice, path, "code", what, "code: '1'")
        if code and not names.is_code(code):
            message = "A code is what is stored, so it must be plain."
            hint = "Use up to 16 small letters and digits, like 1 or na."
            self.parts.note((*path, "code"), "poll-option-code", message, code, hint)
        self.codes.append((code, (*path, "code")))
        return Option(code, self.parts.words(choice, path, "label", what))

    def block(self, raw: object, path: Path) -> Block:
        block = self.parts.mapping(raw, path, "A block", _BLOCK)
        items = self.parts.sequence(block, path, "items", "A block")
        return Block(
            id=self.block_id(block, path),
            title=self.parts.words(block, path, "title", "A block"),
            stem=self.parts.words(block, path, "stem", "A block"),
            stem_source=self.stem_source(block, path),
            items=tuple(self.item(entry, item_path) for entry, item_path in items),
        )

    def block_id(self, block: PlainMap, path: Path) -> str:
        block_id = self.parts.text(block, path, "id", "A block", "id: training")
        if block_id and not names.is_safe(block_id):
            self.parts.note((*path, "id"), "poll-block-id", "A block's id must be plain.", block_id, _PLAIN)
        self.block_ids.append((block_id, (*path, "id")))
        return block_id

    def stem_source(self, block: PlainMap, path: Path) -> str:
        source = self.parts.text(block, path, "stem_source", "A block", "stem_source: editor")
        if source and source not in _STEM_SOURCES:
            message = "“stem_source” tells whose words the stem is: “seed” or “editor”."
            self.parts.note((*path, "stem_source"), "poll-stem-source", message, source)
        return source

    def item(self, raw: object, path: Path) -> Item:
        item = self.parts.mapping(raw, path, "An item", _LABELLED)
        label = self.parts.words(item, path, "label", "An item")
        return Item(self.item_id(item, path), label, terms.supply(self.parts, item, path))

    def item_id(self, item: PlainMap, path: Path) -> str:
        item_id = self.parts.text(item, path, "id", "An item", "id: training_peer_mentor")
        self.item_ids.append((item_id, (*path, "id")))
        if item_id and not names.is_safe(item_id):
            message = "Some form services would change this item's id on the way, and its answers would be lost."
            self.parts.note((*path, "id"), "poll-item-id", message, item_id, _PLAIN)
        elif names.is_taken(item_id):
            message = "Some form services keep this name for themselves, so an item can't have it as its id."
            self.parts.note((*path, "id"), "poll-item-taken", message, item_id, "Put the block's name before it.")
        return item_id

    def compare(self) -> None:
        """Note what is there twice, and whether it is all too long to send."""
        self.once(self.codes, "poll-code-twice", "Two answers have the same code, so nobody could tell them apart.")
        self.once(self.block_ids, "poll-block-twice", "Two blocks have the same id.")
        self.once(self.item_ids, "poll-item-twice", "Two items have the same id, so their answers would be mixed up.")
        self.apart()
        if len(self.item_ids) > names.MOST_ITEMS:
            message = f"A poll may have at most {names.MOST_ITEMS} items. This one has {len(self.item_ids)}."
            self.parts.note(("blocks",), "poll-too-long", message, hint="Make two polls of it.")

    def apart(self) -> None:
        """Note items whose pages would have one address, or that of another page of the poll."""
        taken = {"results": "", "thanks": "", "needs": ""}
        for name, path in self.item_ids:
            slug = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")
            if taken.setdefault(slug, name) != name:
                message = "The page of this item has the same address as another page of the poll."
                self.parts.note(path, "address-taken", message, name, "Give it another id.")

    def once(self, found: Iterable[Found], code: str, message: str) -> None:
        seen: Counter[str] = Counter()
        for name, path in found:
            seen[name] += 1
            if name and seen[name] > 1:
                self.parts.note(path, code, message, name, "Give one of them another.")


def _languages_of(title: object) -> Iterable[str]:
    return title if isinstance(title, dict) else ()


_PLAIN = "Use 2 to 40 small letters, digits and “_”, starting with a letter."
