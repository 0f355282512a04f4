# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A translation must be one that some page shows."""

from __future__ import annotations

from collections.abc import Iterator

from porchlight.checking.context import Context
from porchlight.problems import Problem
from porchlight.reading.saying import did_you_mean, listed


def translation_of_no_language(context: Context) -> Iterator[Problem]:
    """A record is translated into the languages of its hub only."""
    languages = context.hub.settings.languages
    for record, path, row in context.rows("translations"):
        if row["language"] not in languages:
            yield Problem(
                context.place_of(record, *path),
                "translation-language",
                f"No page shows this translation: the languages of this hub are {listed(languages, 'and')}.",
                str(row["language"]),
                "Take it out, or add the language to data/hub.yaml.",
            )


def translation_of_nothing(context: Context) -> Iterator[Problem]:
    """A record translates only the texts that its resource has."""
    for schema, record in context.records():
        known = {"language", "state"} | {field.name for field in schema.fields if field.translate}
        for row in record.rows("translations"):
            for name in sorted(set(row) - known):
                yield Problem(
                    context.place_of(record, "translations", str(row["language"]), name),
                    "translation-of-nothing",
                    f"“{name}” is no text of {schema.resource} that can be translated.",
                    hint=did_you_mean(name, known),
                )


def notice_without_translated_name(context: Context) -> Iterator[Problem]:
    """A notice or correction that is translated has its name translated too: it is a sentence, no proper name."""
    for schema, record in context.records():
        for row in record.rows("translations") if schema.field_for("about") else ():
            if "name" not in row:
                yield Problem(
                    context.place_of(record, "translations", str(row["language"])),
                    "notice-name-not-translated",
                    f"The name of this {schema.singular['en']} is not translated (“{row['language']}”).",
                    hint="Write “name:” and a sentence below the language, as with “summary”.",
                    weight="care",
                )
