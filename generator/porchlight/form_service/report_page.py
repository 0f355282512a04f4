# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The page that hands a report of a mistake back, to be changed and sent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from porchlight.form_service import markup, report_words
from porchlight.form_service.markup import Pairs
from porchlight.model import report_names


@dataclass(frozen=True, slots=True)
class ReportFields:
    """What a report says so far; `trapped` where the field that people leave empty was filled in.

    `about` names the record, and `page` is the address of its page, "" where that is not known to be the site's own.
    `labels` are the lines that can be chosen, with their words.
    """

    about: str
    page: str
    what: str
    line: str
    labels: tuple[tuple[str, str], ...]
    words: str
    value: str
    trapped: bool


def report_page(
    language: str,
    hub: str,
    title: str,
    complaints: Iterable[str],
    action: str,
    hidden: Pairs,
    fields: ReportFields,
    button: str,
) -> str:
    """The report as it stands, to be changed and sent; what is wrong with it is said first."""
    form = markup.form(
        action,
        markup.HOLD_ENTER,
        markup.hidden(hidden),
        "" if fields.trapped else markup.trap(language),
        _choices(language, fields.what),
        _line(language, fields),
        _value(language, fields.value),
        _words(language, fields.words),
        f"<p>{escape(report_words.say(language, 'private'))}</p>",
        markup.button(button),
    )
    return markup.document(language, hub, title, markup.alert(complaints), _about(language, fields), form)


def _choices(language: str, chosen: str) -> str:
    buttons = "\n".join(_choice(language, code, code == chosen) for code in report_names.CHOICES)
    return f"<fieldset>\n<legend>{escape(report_words.say(language, 'what'))}</legend>\n{buttons}\n</fieldset>"


def _choice(language: str, code: str, is_chosen: bool) -> str:
    return markup.radio(report_names.WHAT, code, report_words.say(language, f"what.{code}"), is_chosen)


def _line(language: str, fields: ReportFields) -> str:
    """The lines in the words of the page that they came from, the one chosen marked; nothing where there is none."""
    lines = dict(fields.labels)
    if fields.line:
        lines.setdefault(fields.line, report_words.line_in_words(language, fields.line))
    if not lines:
        return ""
    label = escape(report_words.say(language, "line"))
    options = "\n".join(
        _option(name, words, name == fields.line)
        for name, words in {"": report_words.say(language, "no_line"), **lines}.items()
    )
    return f'<p><label>{label}<br>\n<select name="{report_names.LINE}">\n{options}\n</select></label></p>'


def _option(name: str, words: str, is_chosen: bool) -> str:
    return f'<option value="{escape(name)}"{" selected" if is_chosen else ""}>{escape(words)}</option>'


def _about(language: str, fields: ReportFields) -> str:
    about = escape(report_words.say(language, "about").format(record=fields.about))
    if fields.page:
        return f'<p><a href="{escape(fields.page)}">{about}</a></p>'
    return f"<p>{about}</p>" if fields.about else ""


def _value(language: str, value: str) -> str:
    label = escape(report_words.say(language, "value"))
    area = f'<textarea name="{report_names.VALUE}" rows="2" cols="40">\n{escape(value)}</textarea>'
    return f"<p><label>{label}<br>\n{area}</label></p>"


def _words(language: str, words: str) -> str:
    label = f"{report_words.say(language, 'words')}. {report_words.say(language, 'hint')}"
    # The line break after the tag is the one that browsers leave out, so that none of the person's own gets lost.
    area = f'<textarea name="{report_names.WORDS}" rows="8" cols="40">\n{escape(words)}</textarea>'
    return f"<p><label>{escape(label)}<br>\n{area}</label></p>"
