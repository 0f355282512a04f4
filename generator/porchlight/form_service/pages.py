# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of a poll that the service shows itself: the form, and what it says to a post."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from porchlight.form_service import markup
from porchlight.form_service.markup import Pairs
from porchlight.form_service.words import LANGUAGE_NAMES, say
from porchlight.model import poll_names
from porchlight.polls.form import FormBlock, FormItem, FormOption, PollForm


@dataclass(frozen=True, slots=True)
class Privacy:
    """What becomes of the answers: what all must know, and the whole of it for those who ask."""

    in_short: tuple[str, ...]
    in_full: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a form: whose it is and whether all is made up, `asked` when and whom, `page` on the site."""

    hub: str
    made_up: bool
    asked: tuple[str, ...]
    page: str


def form_page(
    form: PollForm,
    languages: Iterable[str],
    answers: Mapping[str, str],
    more_hidden: Pairs,
    complaints: Iterable[str],
    privacy: Privacy,
    around: Around,
) -> str:
    """The whole form with `answers` marked and what is wrong with them said first; `privacy` stands by the button."""
    hidden = [*((field.name, field.value) for field in form.hidden), *more_hidden]
    fields = (
        markup.HOLD_ENTER,
        markup.hidden(hidden),
        markup.trap(form.language),
        _other_languages(form.language, languages),
        *(_block(form, block, answers) for block in form.blocks),
        _privacy(form.language, privacy),
        markup.button(say(form.language, "send")),
    )
    made_up = f"<p><strong>{escape(say(form.language, 'made-up'))}</strong></p>" if around.made_up else ""
    intro = (made_up, markup.alert(complaints), f"<p>{escape(form.intro)}</p>")
    asked = f"<p>{escape(' '.join(around.asked))}</p>" if around.asked else ""
    on_site = _link(around.page, say(form.language, "on-site"))
    posted = markup.form(form.action, *fields)
    return markup.document(form.language, around.hub, form.title, *intro, asked, posted, on_site)


def resend_page(language: str, hub: str, title: str, message: str, action: str, hidden: Pairs, button: str) -> str:
    """The answers out of sight, what to know about them, and a button that sends them."""
    form = markup.form(action, markup.hidden(hidden), markup.button(button))
    return markup.document(language, hub, title, f"<p>{escape(message)}</p>", form)


def message_page(language: str, hub: str, title: str, message: str, link: tuple[str, str]) -> str:
    """A few words and one way on: `link` is its address and its words."""
    return markup.document(language, hub, title, f"<p>{escape(message)}</p>", _link(*link))


def answers_page(language: str, hub: str, title: str, message: str, answers: Pairs, link: tuple[str, str]) -> str:
    """A few words, the answers to read, copy or print, and one way on."""
    lines = "\n".join(f"<dt>{escape(item)}</dt>\n<dd>{escape(answer)}</dd>" for item, answer in answers)
    listed = f"<h2>{escape(say(language, 'your-answers'))}</h2>\n<dl>\n{lines}\n</dl>" if lines else ""
    return markup.document(language, hub, title, f"<p>{escape(message)}</p>", listed, _link(*link))


def _link(address: str, words: str) -> str:
    return f'<p><a href="{escape(address)}">{escape(words)}</a></p>'


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
    return markup.radio(item.name, option.code, option.label, is_chosen)


def _privacy(language: str, privacy: Privacy) -> str:
    summary = f"<summary>{escape(say(language, 'privacy'))}</summary>"
    in_full = f"<details>\n{summary}\n<p>{escape(' '.join(privacy.in_full))}</p>\n</details>"
    return f"<p>{escape(' '.join(privacy.in_short))}</p>\n{in_full}"


def _other_languages(language: str, languages: Iterable[str]) -> str:
    """A button each, not a link: it takes the marks along."""
    buttons = [
        f'<button name="{poll_names.SHOW}" value="{escape(other)}" lang="{escape(other)}">'
        f"{escape(LANGUAGE_NAMES.get(other, other))}</button>"
        for other in languages
        if other != language
    ]
    return f"<p>{' '.join(buttons)}</p>" if buttons else ""
