# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes what the handbook takes from the program itself: the data dictionary, the table of messages, the shelf lives.

    .venv/bin/python tools/dictionary.py    after a change to data/schemas/, data/vocabularies.yaml or a message's code

A whole page is docs/dictionary/*.md; a table inside a page that people write stands between two marked lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from porchlight.checking.codes import CODES
from porchlight.editing.fixing import MENDED
from porchlight.model.aging import tells_of_looks
from porchlight.model.schema import Field, Package, PartSchema, Schema, Vocabulary
from porchlight.model.shelf_life import DAYS
from porchlight.reading.package import read_package

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
MADE = "<!-- Made by tools/dictionary.py. Change {source}, then run that again. -->"
FEW_CODES = 8
"""A list of codes up to this length stands beside its field; a longer one is a link."""

Row = tuple[str, ...]


def pages(package: Package) -> dict[str, str]:
    """Every page of the dictionary, by path below docs/."""
    made = {"index": index_page(package), "parts": parts_page(package), "codes": codes_page(package)}
    made |= {schema.resource: resource_page(schema, package) for schema in package.schemas}
    return {f"dictionary/{name}.md": text for name, text in made.items()}


def tables(package: Package) -> dict[str, tuple[str, str]]:
    """Every table that stands inside a page: its name, then the page below docs/ and the text."""
    return {"messages": ("messages.md", messages_table()), "shelf lives": ("dates.md", shelf_lives_table(package))}


def written(package: Package) -> dict[Path, str]:
    """Every file that this makes, whole or in part, with the text that it should hold."""
    files = {DOCS / path: text for path, text in pages(package).items()}
    for name, (page, table) in tables(package).items():
        path = DOCS / page
        files[path] = put_in(files.get(path) or path.read_text(encoding="utf-8"), name, table)
    return files


def put_in(page: str, name: str, table: str) -> str:
    """The page with the table between its two marked lines."""
    begin, end = f"<!-- {name}: made by tools/dictionary.py -->", f"<!-- end of {name} -->"
    found = re.search(f"{re.escape(begin)}.*?{re.escape(end)}", page, re.DOTALL)
    if not found:
        raise ValueError(f"The page should hold the lines “{begin}” and “{end}”.")
    return f"{page[: found.start()]}{begin}\n\n{table}\n\n{end}{page[found.end() :]}"


# --- Pages ------------------------------------------------------------------------------------------------------------


def index_page(package: Package) -> str:
    """What there is to look up."""
    rows = [
        (f"[{schema.titles['en']}]({schema.resource}.md)", f"`{schema.folder}/`", _holds(schema))
        for schema in package.schemas
    ]
    return _page(
        "Data dictionary",
        "data/schemas/",
        "Each page lists what a record of one kind may hold. “Must” means that the check asks for it.",
        table(("Kind of record", "Folder", "A check holds for"), rows),
        "Parts that many kinds share, such as phone numbers and answers, are on [one page](parts.md). So are all"
        " [lists of codes](codes.md).",
    )


def resource_page(schema: Schema, package: Package) -> str:
    """One kind of record."""
    many = f"Records of {schema.resource} lie in `{schema.folder}/`, one file each: `{schema.folder}/<id>.yaml`."
    return _page(
        schema.titles["en"],
        f"data/schemas/{schema.resource}.yaml",
        schema.intros.get("en", ""),
        f"{many} A check holds for {_days(schema.shelf_life)}." if tells_of_looks(schema) else many,
        fields_table(schema.fields, package),
        *_questions(schema, package),
    )


def _questions(schema: Schema, package: Package) -> Iterator[str]:
    if schema.questions and schema.field_named("answers"):
        labels = package.vocabularies["question"].labels
        yield "## The questions of `answers`"
        yield "How to write an answer stands in [Write down an answer](../answers.md)."
        yield table(("Code", "Question"), [(f"`{code}`", labels[code]["en"]) for code in schema.questions])


def parts_page(package: Package) -> str:
    """The nested parts that resources share."""
    return _page(
        "Parts that many records share",
        "data/schemas/parts/",
        "Each of these is a field with small entries in it. They look the same in every kind of record.",
        *(text for part in package.parts.values() for text in _part(part, package)),
    )


def _part(part: PartSchema, package: Package) -> Iterator[str]:
    holders = [(schema, field) for schema in package.schemas for field in schema.fields if field.part == part.name]
    title = holders[0][1].titles["en"] if holders else part.name
    yield f"## {title}: `{part.name}` {{#{part.name}}}"
    if holders:
        yield f"{holders[0][1].description} Used in: {_listed(_link(schema) for schema, _ in holders)}."
        fitting = next(schema for schema, _ in holders if _takes_example(schema, part))
        yield f"<!-- in: {fitting.resource} -->\n```yaml\n{example_of(part)}\n```"
    yield fields_table(part.fields, package)


def _takes_example(schema: Schema, part: PartSchema) -> bool:
    """True where the example's key is one that the resource asks for."""
    key = part.field_named(part.key)
    return key is None or key.vocabulary != "question" or key.example in schema.questions


def example_of(part: PartSchema) -> str:
    """The part with one entry, filled with the examples of its schema."""
    filled = [f"{field.name}: {field.example}" for field in part.fields if field.example and field.name != part.key]
    if part.shape == "keyed":
        key = part.field_named(part.key)
        return "\n    ".join([f"{part.name}:\n  {key.example if key else part.key}:", *map(_safe, filled)])
    return "\n    ".join([f"{part.name}:\n  - {_safe(filled[0])}", *map(_safe, filled[1:])])


def _safe(line: str) -> str:
    name, _, text = line.partition(": ")
    return f'{name}: "{text}"' if ": " in text else line


def codes_page(package: Package) -> str:
    """Every vocabulary."""
    return _page(
        "Lists of codes",
        "data/vocabularies.yaml",
        "In a record you write the code. A page shows the words beside it. A code never changes once a record uses it.",
        *(text for vocabulary in package.vocabularies.values() for text in _vocabulary(vocabulary)),
    )


def _vocabulary(vocabulary: Vocabulary) -> Iterator[str]:
    languages = sorted({language for labels in vocabulary.labels.values() for language in labels})
    yield f"## {vocabulary.title}: `{vocabulary.name}` {{#{vocabulary.name}}}"
    rows = [(f"`{code}`", *(by.get(each, "") for each in languages)) for code, by in vocabulary.labels.items()]
    yield table(("Code", *(_LANGUAGE.get(language, language) for language in languages)), rows)


_LANGUAGE = {"en": "English", "es": "Spanish"}


# --- Tables -----------------------------------------------------------------------------------------------------------


def fields_table(fields: Iterable[Field], package: Package) -> str:
    """A row per field: what it is called, what it means, an example, and whether it must be filled."""
    rows = [
        (
            f"**{field.titles['en']}**<br>`{field.name}`",
            " ".join(filter(None, [field.description, *_more(field, package)])),
            _example(field),
            "must" if field.required else "may",
        )
        for field in fields
    ]
    return table(("Field", "What it means", "Example", "Fill it?"), rows)


def _example(field: Field) -> str:
    if not field.example:
        return ""
    return f"`[{field.example}]`" if field.type == "array" else f"`{field.example}`"


def _more(field: Field, package: Package) -> Iterator[str]:
    """What else there is to know of a field, sentence by sentence."""
    if field.vocabulary:
        yield _codes(package.vocabularies[field.vocabulary])
    elif field.part:
        yield f"See [{field.part}](parts.md#{field.part})."
    elif field.type == "array":
        yield "A list, even of one."
    if field.reference:
        yield f"Look it up in `data/{field.reference}/`."
    yield from _limits(field)
    if field.private:
        yield "No page and no download shows it."
    if field.withheld:
        yield "Hidden unless `address_visibility` is `full`." if field.role != "address" else ""


def _codes(vocabulary: Vocabulary) -> str:
    codes = list(vocabulary.labels)
    if len(codes) > FEW_CODES:
        return f"One of [{len(codes)} codes](codes.md#{vocabulary.name})."
    return f"[Codes](codes.md#{vocabulary.name}): {_listed((f'`{code}`' for code in codes), 'or')}."


def _limits(field: Field) -> Iterator[str]:
    limits = field.constraints
    if "maxLength" in limits:
        yield f"At most {limits['maxLength']:,} letters."
    if "minimum" in limits and "maximum" in limits:
        yield f"From {limits['minimum']:,} to {limits['maximum']:,}."


def messages_table() -> str:
    """Every kind of problem that the check can name, and which `--fix` mends."""
    rows = [(f"`{code}`", meaning, "may mend it" if code in MENDED else "") for code, meaning in sorted(CODES.items())]
    return table(("Code", "What it is about", "`check --fix`"), rows)


def shelf_lives_table(package: Package) -> str:
    """Every shelf life with what it is for."""
    return table(("What", "Holds for", "Class"), [
        (_listed(_aging(name, package)) or "Nothing yet", f"{days} days", f"`{name}`") for name, days in DAYS.items()
    ])  # fmt: skip


def _aging(shelf_life: str, package: Package) -> Iterator[str]:
    """Everything that ages by the shelf life: fields, fields of parts, then the checks of whole resources."""
    fields = (field for schema in package.schemas for field in schema.fields if field.shelf_life == shelf_life)
    yield from dict.fromkeys(f"`{field.name}`" for field in fields)
    for part in package.parts.values():
        yield from (f"`{field.name}` in `{part.name}`" for field in part.fields if field.shelf_life == shelf_life)
    dated = (schema for schema in package.schemas if tells_of_looks(schema))
    whole = [f"`{schema.resource}`" for schema in dated if schema.shelf_life == shelf_life]
    if whole:
        yield f"the last check of a record in {_listed(whole)}"


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)


def _page(title: str, source: str, *texts: str) -> str:
    return "\n\n".join(filter(None, [f"# {title}", MADE.format(source=source), *texts])) + "\n"


def _holds(schema: Schema) -> str:
    """How long a check of a record holds, where a record can tell that someone looked."""
    return _days(schema.shelf_life) if tells_of_looks(schema) else "–"


def _days(shelf_life: str) -> str:
    return f"{DAYS[shelf_life]} days"


def _link(schema: Schema) -> str:
    return f"[{schema.resource}]({schema.resource}.md)"


def _listed(words: Iterable[str], last: str = "and") -> str:
    several = list(words)
    return f"{', '.join(several[:-1])} {last} {several[-1]}" if len(several) > 1 else "".join(several)


def main() -> None:
    """Writes every file that differs, and takes away pages of resources that are gone."""
    package, problems = read_package(ROOT)
    if problems:
        raise SystemExit("\n".join(map(str, problems)))
    files = written(package)
    for stale in set((DOCS / "dictionary").glob("*.md")) - set(files):
        stale.unlink()
    for path, text in files.items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    print(f"{len(files)} files in docs/ are up to date.")


if __name__ == "__main__":
    main()
