# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The service’s own pages: plain HTML that stands alone, without script, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from porchlight.form_service import report_words
from porchlight.form_service.style import STYLE
from porchlight.form_service.words import LANGUAGE_NAMES, say
from porchlight.model import poll_names, report_names
from porchlight.polls.form import FormBlock, FormItem, FormOption, PollForm

Pairs = Iterable[tuple[str, str]]

# Enter on a mark presses the first button that sends. This one leads nowhere, so that nothing is sent half done: there
# is no dialog to close. Browsers that know of none would go to an empty address, which our policy forbids.
_HOLD_ENTER = '<button type="submit" formmethod="dialog" formaction="data:," hidden></button>'


@dataclass(frozen=True, slots=True)
class Privacy:
    """What becomes of the answers: what all must know, and the whole of it for those who ask."""

    in_short: tuple[str, ...]
    in_full: tuple[str, ...]


def form_page(
    form: PollForm,
    languages: Iterable[str],
    answers: Mapping[str, str],
    more_hidden: Pairs,
    complaints: Iterable[str],
    privacy: Privacy,
    hub: str = "",
    made_up: bool = False,
) -> str:
    """The whole form with `answers` marked and what is wrong with them said first; `privacy` stands by the button."""
    hidden = [*((field.name, field.value) for field in form.hidden), *more_hidden]
    fields = (
        _HOLD_ENTER,
        _hidden(hidden),
        _trap(form.language),
        *(_block(form, block, answers) for block in form.blocks),
        _privacy(form.language, privacy),
        _button(say(form.language, "send")),
    )
    whose = (f"<p>{escape(hub)}</p>" if hub else "", _made_up(form.language) if made_up else "")
    intro = (*whose, _alert(complaints), f"<p>{escape(form.intro)}</p>", _other_languages(form.language, languages))
    return _document(form.language, form.title, *intro, _form(form.action, *fields))


def resend_page(language: str, title: str, message: str, action: str, hidden: Pairs, button: str) -> str:
    """The answers out of sight, what to know about them, and a button that sends them."""
    form = _form(action, _hidden(hidden), _button(button))
    return _document(language, title, f"<p>{escape(message)}</p>", form)


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
    form = _form(
        action,
        _HOLD_ENTER,
        _hidden(hidden),
        "" if fields.trapped else _trap(language),
        _choices(language, fields.what),
        _line(language, fields.line) if fields.line else "",
        _value(language, fields.value),
        _words(language, fields.words),
        f"<p>{escape(report_words.say(language, 'private'))}</p>",
        _button(button),
    )
    return _document(language, title, _alert(complaints), _about(language, fields), form)


def message_page(language: str, title: str, message: str, link: tuple[str, str]) -> str:
    """A few words and one way on: `link` is its address and its words."""
    address, words = link
    return _document(
        language, title, f"<p>{escape(message)}</p>", f'<p><a href="{escape(address)}">{escape(words)}</a></p>'
    )


def answers_page(language: str, title: str, message: str, answers: Pairs, link: tuple[str, str]) -> str:
    """A few words, the answers to read, copy or print, and one way on."""
    address, words = link
    lines = "\n".join(f"<dt>{escape(item)}</dt>\n<dd>{escape(answer)}</dd>" for item, answer in answers)
    listed = f"<h2>{escape(say(language, 'your-answers'))}</h2>\n<dl>\n{lines}\n</dl>" if lines else ""
    way_on = f'<p><a href="{escape(address)}">{escape(words)}</a></p>'
    return _document(language, title, f"<p>{escape(message)}</p>", listed, way_on)


def _document(language: str, title: str, *body: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n{STYLE}\n</head>\n<body>\n{_crisis(language)}\n<main>\n<h1>{escape(title)}</h1>\n"
        + "\n".join(filter(None, body))
        + "\n</main>\n</body>\n</html>\n"
    )


def _crisis(language: str) -> str:
    call = f'<a href="tel:988">{escape(say(language, "crisis-call"))}</a>'
    text = f'<a href="{escape(say(language, "crisis-sms"))}">{escape(say(language, "crisis-text"))}</a>'
    words = f"{call} {escape(say(language, 'crisis-or'))} {text}"
    return f"<aside><p>{escape(say(language, 'crisis'))} {words}. {escape(say(language, 'crisis-free'))}</p></aside>"


def _form(action: str, *fields: str) -> str:
    return (
        f'<form method="post" action="{escape(action)}" accept-charset="utf-8">\n'
        + "\n".join(filter(None, fields))
        + "\n</form>"
    )


def _hidden(fields: Pairs) -> str:
    return "\n".join(f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in fields)


def _trap(language: str) -> str:
    label = escape(say(language, "leave-empty"))
    return f'<p hidden><label>{label} <input name="{poll_names.TRAP}" tabindex="-1" autocomplete="off"></label></p>'


def _block(form: PollForm, block: FormBlock, answers: Mapping[str, str]) -> str:
    heading = say(form.language, "part").format(number=block.number, count=block.count, title=block.title)
    items = "\n".join(_item(item, block.stem_id, answers.get(item.name)) for item in block.items)
    return (
        f'<section aria-labelledby="{escape(block.id)}">\n<h2 id="{escape(block.id)}">{escape(heading)}</h2>\n'
        f'<p id="{escape(block.stem_id)}">{escape(block.stem)}</p>\n{items}\n</section>'
    )


def _item(item: FormItem, stem_id: str, answer: str | None) -> str:
    options = "\n".join(_option(item, option, option.code == answer) for option in item.options)
    legend = f"<legend>{escape(item.label)}</legend>"
    return f'<fieldset aria-describedby="{escape(stem_id)}">\n{legend}\n{options}\n</fieldset>'


def _option(item: FormItem, option: FormOption, is_chosen: bool) -> str:
    return _radio(item.name, option.code, option.label, is_chosen)


def _radio(name: str, code: str, label: str, is_chosen: bool) -> str:
    checked = " checked" if is_chosen else ""
    button = f'<input type="radio" name="{escape(name)}" value="{escape(code)}"{checked}>'
    return f"<p><label>{button} {escape(label)}</label></p>"


def _choices(language: str, chosen: str) -> str:
    buttons = "\n".join(_choice(language, code, code == chosen) for code in report_names.CHOICES)
    return f"<fieldset>\n<legend>{escape(report_words.say(language, 'what'))}</legend>\n{buttons}\n</fieldset>"


def _choice(language: str, code: str, is_chosen: bool) -> str:
    return _radio(report_names.WHAT, code, report_words.say(language, f"what.{code}"), is_chosen)


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


def _made_up(language: str) -> str:
    return f"<p><strong>{escape(say(language, 'made-up'))}</strong></p>"


def _privacy(language: str, privacy: Privacy) -> str:
    summary = f"<summary>{escape(say(language, 'privacy'))}</summary>"
    in_full = f"<details>\n{summary}\n<p>{escape(' '.join(privacy.in_full))}</p>\n</details>"
    return f"<p>{escape(' '.join(privacy.in_short))}</p>\n{in_full}"


def _button(words: str) -> str:
    return f'<p><button type="submit">{escape(words)}</button></p>'


def _alert(complaints: Iterable[str]) -> str:
    text = " ".join(complaints)
    return f'<p role="alert"><strong>{escape(text)}</strong></p>' if text else ""


def _other_languages(language: str, languages: Iterable[str]) -> str:
    links = [
        f'<a href="?lang={escape(other)}" lang="{escape(other)}">{escape(LANGUAGE_NAMES.get(other, other))}</a>'
        for other in languages
        if other != language
    ]
    return f"<p>{' '.join(links)}</p>" if links else ""
