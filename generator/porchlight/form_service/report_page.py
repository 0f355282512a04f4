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

    `page` is the address of the page that it is about, "" where that is not known to be the site's own.
    """

    record: str
    page: str
    what: str
    line: str
    words: str
    value: str
    trapped: bool


def report_page(
    language: str,
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
        _line(language, fields.line) if fields.line else "",
        _value(language, fields.value),
        _words(language, fields.words),
        f"<p>{escape(report_words.say(language, 'private'))}</p>",
        markup.button(button),
    )
    return markup.document(language, title, markup.alert(complaints), _about(language, fields), form)


def _choices(language: str, chosen: str) -> str:
    buttons = "\n".join(_choice(language, code, code == chosen) for code in report_names.CHOICES)
    return f"<fieldset>\n<legend>{escape(report_words.say(language, 'what'))}</legend>\n{buttons}\n</fieldset>"


def _choice(language: str, code: str, is_chosen: bool) -> str:
    return markup.radio(report_names.WHAT, code, report_words.say(language, f"what.{code}"), is_chosen)


def _line(language: str, line: str) -> str:
    """The line that was chosen, to be left out again: which others the record has is not known here."""
    label = escape(report_words.say(language, "line"))
    nothing = f'<option value="">{escape(report_words.say(language, "no_line"))}</option>'
    chosen = f'<option value="{escape(line)}" selected>{escape(report_words.line_in_words(language, line))}</option>'
    return f'<p><label>{label}<br>\n<select name="{report_names.LINE}">{nothing}{chosen}</select></label></p>'


def _about(language: str, fields: ReportFields) -> str:
    if fields.page:
        words = escape(report_words.say(language, "back"))
        return f'<p><a href="{escape(fields.page)}">{words}</a></p>'
    about = report_words.say(language, "about").format(record=fields.record)
    return f"<p>{escape(about)}</p>" if fields.record else ""


def _value(language: str, value: str) -> str:
    label = escape(report_words.say(language, "value"))
    area = f'<textarea name="{report_names.VALUE}" rows="2" cols="40">\n{escape(value)}</textarea>'
    return f"<p><label>{label}<br>\n{area}</label></p>"


def _words(language: str, words: str) -> str:
    label = f"{report_words.say(language, 'words')}. {report_words.say(language, 'hint')}"
    # The line break after the tag is the one that browsers leave out, so that none of the person's own gets lost.
    area = f'<textarea name="{report_names.WORDS}" rows="8" cols="40">\n{escape(words)}</textarea>'
    return f"<p><label>{escape(label)}<br>\n{area}</label></p>"
