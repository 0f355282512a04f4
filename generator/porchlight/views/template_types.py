# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the pages of templates print."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from porchlight.model.template import FieldKind
from porchlight.views.parts import Frame, Link


@dataclass(frozen=True, slots=True)
class FormField:
    """One field of the form: `value` is what the hub knows; `is_today` asks the browser for its own day."""

    name: str
    label: str
    kind: FieldKind
    hint: str
    choices: tuple[str, ...]
    value: str
    is_today: bool


@dataclass(frozen=True, slots=True)
class TemplateForm:
    """What is filled in in the browser: the files that it puts words into, by ending, and what they are called."""

    name: str
    lang: str
    fields: tuple[FormField, ...]
    docx: str
    odt: str
    md: str


@dataclass(frozen=True, slots=True)
class TemplateView:
    """One template: its text, its blank files, and the form; `lang` marks a text that is not in the page's language."""

    frame: Frame
    title: str
    lead: str
    audience: str
    lang: str
    files: tuple[Link, ...]
    form: TemplateForm
    body: Markup
    library: Link


@dataclass(frozen=True, slots=True)
class TemplatesView:
    """The library: every template with what it is."""

    frame: Frame
    title: str
    lead: str
    templates: tuple[Link, ...]
