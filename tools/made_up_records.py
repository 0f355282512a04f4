# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Writes a hub of made-up records, to see how Porchlight fares with many: the same count and seed, the same bytes.

    .venv/bin/python tools/made_up_records.py FOLDER [--records 1000] [--seed 1] [--json FILE]

Nothing in it is real: every name says so, every number is 555-01xx and every address is below example.org.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import yaml

TODAY = date(2026, 11, 23)
"""No date in the records is later; a fixed day keeps them the same for ever."""

RESOURCES = {"housing": 6, "services": 3, "employers": 1}
"""The mix: of ten records so many each."""

PLACES = ("Maple", "Lantern", "Cañada", "Birch", "Río", "Porch", "Ember", "Wick", "Harbor", "Señora Peña")
THINGS = ("House", "Center", "Corner", "Bridge", "Garden", "Row", "Table", "Desk")
STATES = ("US-OH", "US-IN", "US-KY", "US-MI", "US-PA", "US-WV")
KINDS = {
    "housing": ("recovery_residence", "transitional", "emergency_shelter", "bridge", "veterans", "landlord"),
    "services": ("warm_line", "treatment", "id_documents", "legal", "job_help", "family"),
    "employers": ("23", "31-33", "48-49", "56", "72"),
}
QUESTIONS = {
    "housing": ("conviction", "registry", "moud", "no_id", "children", "apply_inside"),
    "services": ("conviction", "no_id", "moud", "apply_inside"),
    "employers": ("conviction", "registry", "moud", "no_id"),
}
ANSWERS = ("yes", "yes", "case_by_case", "no", "not_said", "unknown")
POPULATIONS = ("men", "women", "families", "veterans", "young", "coming_home", "in_recovery")
SENTENCES = (
    ("Someone is there day & night.", "Hay alguien de día y de noche."),
    ("Call first, and say when you get out.", "Llame primero y diga cuándo sale."),
    ("You don't need papers on the first day.", "No necesita papeles el primer día."),
    ("They look at each person and at how long ago it was.", "Miran a cada persona y hace cuánto fue."),
    ("Ask for the list if there is no room today.", "Pida la lista si hoy no hay lugar."),
    ("Everyone cooks one night a week, and nobody eats alone.", "Cada quien cocina una noche, y nadie come solo."),
    ("A peer can go with you to the first talk.", "Un par puede ir con usted a la primera charla."),
    ("The bus stops at the corner until 9 at night.", "El autobús para en la esquina hasta las 9."),
    ("Bring what you can carry.", "Traiga lo que pueda cargar."),
    ("If they say no, they tell you who may say yes.", "Si dicen que no, le dicen quién puede decir que sí."),
)
PAGES = {
    "peers": "Peers in a made-up hub",
    "employers/partner": "Hire people in a made-up hub",
}
"""The articles that every page leads to."""


def made_up_records(count: int, seed: int = 1) -> Iterator[tuple[str, dict[str, Any]]]:
    """So many records, each with its resource, as they stand in YAML."""
    random = Random(seed)
    cycle = [resource for resource, share in RESOURCES.items() for _ in range(share)]
    for number in range(count):
        resource = cycle[number % len(cycle)]
        yield resource, _record(random, resource, number)


def _record(random: Random, resource: str, number: int) -> dict[str, Any]:
    url = f"https://example.org/made-up/{number}"
    texts = {
        "summary": _sentences(random, 3),
        "who": _sentences(random, 1),
        "how_to": _sentences(random, 4),
        "caveat": _sentences(random, 2),
    }
    return {
        "id": f"{resource}-{number:05}",
        "name": f"{random.choice(PLACES)} {random.choice(THINGS)} {number} (made up)",
        "also_called": [f"old name {number}", random.choice(("sober house", "casa de sobriedad", "help", "ayuda"))],
        **{name: english for name, (english, _) in texts.items()},
        "kind": random.choice(KINDS[resource]),
        **_of_its_own(random, resource),
        "serves": random.sample(STATES, random.randint(1, 2)),
        "languages": ["en", "es"],
        "doors": ["work" if resource == "employers" else random.choice(("stay", "health", "people"))],
        "phones": [_phone(random, kind) for kind in ("voice", "text")],
        "links": [{"url": url, "label": "Their page", "seen": "read"}],
        "answers": {question: _answer(random) for question in QUESTIONS[resource]},
        "checks": [{"as_of": _day(random), "how": "phone", "by": "peer volunteer", "result": "right"}],
        "sources": [
            {"url": url, "title": f"Made-up page {number}", "read_on": _day(random), "kind": "own"},
            {"url": f"{url}/copy", "title": "Another made-up page", "read_on": _day(random), "kind": "copy"},
        ],
        "translations": {"es": {"state": "unreviewed", **{name: spanish for name, (_, spanish) in texts.items()}}},
    }


def _of_its_own(random: Random, resource: str) -> dict[str, Any]:
    """The fields that only this resource has."""
    cost = random.choice(("free", "sliding", "low", "fee", "unknown"))
    if resource == "employers":
        return {"proof": random.choice(("named", "says_so", "policy_published")), "jobs": ["baker", "driver", "cook"]}
    if resource == "services":
        return {"cost": cost, "hours": "Weekdays 9 to 5", "city": random.choice(PLACES)}
    beds = random.randint(4, 40)
    return {
        "narr_level": random.choice("1234"),
        "populations": sorted(random.sample(POPULATIONS, 2)),
        "cost": cost,
        "cost_note": f"${random.randint(80, 200)} a week in 2026",
        "beds": beds,
        "beds_free": random.randint(0, beds),
        "beds_free_on": _day(random),
        "address": f"{random.randint(1, 999)} Example Street",
        "address_visibility": random.choice(("full", "city", "none")),
        "city": random.choice(PLACES),
        "postal_code": f"000{random.randint(10, 99)}",
    }


def _sentences(random: Random, count: int) -> tuple[str, str]:
    """The same text in English and in Spanish."""
    english, spanish = zip(*random.sample(SENTENCES, count), strict=True)
    return " ".join(english), " ".join(spanish)


def _phone(random: Random, kind: str) -> dict[str, Any]:
    number = f"614-555-01{random.randint(0, 99):02}"
    return {"number": number, "kind": kind, "check": "works", "checked_on": _day(random)}


def _answer(random: Random) -> dict[str, Any]:
    answer = random.choice(ANSWERS)
    if answer == "unknown":
        return {"answer": answer}
    words, _ = _sentences(random, 1)
    return {"answer": answer, "as_of": _day(random), "by": "house manager", "how": "phone", "words": words}


def _day(random: Random) -> date:
    return TODAY - timedelta(days=random.randint(0, 300))


def write_hub(folder: Path, records: Sequence[tuple[str, dict[str, Any]]]) -> None:
    """A whole hub in a folder that is empty or not there yet: settings, the articles that pages lead to, records."""
    _write(folder / "data" / "hub.yaml", "made_up: true\nname: A made-up hub\nlanguages: [en, es]\n")
    _write(folder / "pelicanconf.py", (Path(__file__).parent.parent / "pelicanconf.py").read_text(encoding="utf-8"))
    for slug, title in PAGES.items():
        page = f"---\ntitle: {title}\ndescription: {title}.\n---\n\nNothing here is real.\n"
        _write(folder / "content" / "en" / f"{slug}.md", page)
    for resource, record in records:
        text = yaml.dump(record, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
        _write(folder / "data" / resource / f"{record['id']}.yaml", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """The command."""
    command = argparse.ArgumentParser(description="Write a hub of made-up records.")
    command.add_argument("folder", type=Path)
    command.add_argument("--records", type=int, default=1000)
    command.add_argument("--seed", type=int, default=1)
    command.add_argument("--json", type=Path, help="write all of them into this one file, too")
    asked = command.parse_args()
    records = list(made_up_records(asked.records, asked.seed))
    write_hub(asked.folder, records)
    if asked.json:
        listed = [{"resource": resource, **record} for resource, record in records]
        _write(asked.json, json.dumps(listed, ensure_ascii=False, default=str))
    print(f"{asked.records:,} made-up records are in {asked.folder}.")


if __name__ == "__main__":
    main()
