# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The forms at /admin/: a page, its settings made from the schemas, and the editor's script from tools/admin.sh.

The editor is Sveltia CMS, which is no part of Porchlight: without its script in the hub's folder there is no such page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from porchlight.exchange.editors.admin_fields import form_field
from porchlight.exchange.editors.admin_page import BEFORE, BEFORE_TEXT, SCRIPT, admin_page
from porchlight.exchange.yaml_out import record_yaml
from porchlight.model.hub import Hub, Settings
from porchlight.model.record import Record
from porchlight.model.schema import Field, Package, Schema
from porchlight.reading.editor_script import FOLDER, editor_script

TRY_OUT = "test-repo"
"""What the editor calls keeping all changes in the browser that made them."""
_HOSTS = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "gitea"}
_ASKS = {
    "github": ("https://api.github.com", "https://github.com"),
    "gitlab": ("https://gitlab.com",),
    "gitea": ("https://codeberg.org",),
    TRY_OUT: (),
}
_PROPOSES = ("github", "gitlab")
_FIRST = ("id", "name", "phones", "answers", "hours", "opening_hours", "checks")
"""What a keeper mends most after a call: a form begins with these, so that a phone shows them without a long way."""

Node = dict[str, Any]


def admin_files(root: Path, hub: Hub) -> dict[str, bytes]:
    """Every file of the forms, by path below the output folder; none where the hub at `root` has no editor."""
    there, _ = editor_script(root)
    if SCRIPT not in there:
        return {}
    made = {
        "index.html": admin_page(hub.settings.name, asked_hosts(hub.settings.repository)),
        BEFORE: BEFORE_TEXT,
        "config.yml": record_yaml(admin_config(hub)),
    }
    files = there | {name: text.encode() for name, text in made.items()}
    return {f"{FOLDER}/{name}": content for name, content in files.items()}


def admin_config(hub: Hub) -> Node:
    """The editor's settings: where the data is kept, and a collection of forms per resource that forms can show."""
    package, settings = hub.package, hub.settings
    backend = backend_of(settings.repository)
    shown = [each for each in package.schemas if not _in_lists(hub.records.get(each.resource, ()))]
    return {
        "backend": backend,
        **({"publish_mode": "editorial_workflow"} if backend["name"] in _PROPOSES else {}),
        "app_title": settings.name,
        "show_preview_links": False,
        "media_folder": f"{FOLDER}/files",
        "output": {"omit_empty_optional_fields": True},
        "editor": {"preview": False},
        "collections": [_collection(each, package, settings) for each in shown],
    }


def _in_lists(records: Sequence[Record]) -> bool:
    """Whether no record has a file of its own: then there is nothing that a form could open."""
    held = Counter(each.place.file for each in records)
    return bool(held) and min(held.values()) > 1


def backend_of(repository: str) -> Node:
    """How the editor reaches the repository; where it can't, changes stay in the browser, to try it out."""
    parts = urlsplit(repository)
    name, path = _HOSTS.get(parts.netloc.lower(), ""), parts.path.strip("/").removesuffix(".git")
    if not name or "/" not in path:
        return {"name": TRY_OUT}
    gitea = {"base_url": "https://codeberg.org", "api_root": "https://codeberg.org/api/v1"}
    # The other way to sign in leads through a service of someone else's.
    return {"name": name, "repo": path, "auth_methods": ["token"]} | (gitea if name == "gitea" else {})


def asked_hosts(repository: str) -> tuple[str, ...]:
    """The hosts that the forms may ask: where the data is kept, and nobody else."""
    return _ASKS[backend_of(repository)["name"]]


def _collection(schema: Schema, package: Package, settings: Settings) -> Node:
    others = settings.languages[1:]
    return {
        "name": schema.resource,
        "label": schema.titles["en"],
        "label_singular": schema.singular["en"],
        "description": schema.intros.get("en", ""),
        "folder": schema.folder,
        "extension": "yaml",
        "format": "yaml",
        "create": True,
        "identifier_field": "id",
        "slug": "{{id}}",
        "summary": "{{name}}" if schema.field_named("name") else "{{id}}",
        # A file that holds several records is a list, and no form can show it: it is edited as text.
        "filter": {"field": "id", "pattern": "."},
        "fields": [form_field(each, schema, package, others) for each in sorted(schema.fields, key=_turn)],
    }


def _turn(field: Field) -> int:
    """Where the field stands in the form; all others follow in the order of the schema."""
    return _FIRST.index(field.name) if field.name in _FIRST else len(_FIRST)
