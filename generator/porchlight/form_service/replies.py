# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What a poll answers a post with: the form, thanks, or why not with the answers handed back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from starlette.requests import Request
from starlette.responses import Response as Reply

from porchlight.form_service import pages
from porchlight.form_service.days import day_in_words
from porchlight.form_service.parse import SID, Post
from porchlight.form_service.refused import Complaint, Refused
from porchlight.form_service.settings import Settings
from porchlight.form_service.tickets import new_sid
from porchlight.form_service.wire import Wire, language_of, wants_json
from porchlight.form_service.words import LANGUAGE_NAMES, say
from porchlight.model import paths
from porchlight.model import poll_names as names
from porchlight.model.questionnaire import Questionnaire
from porchlight.polls.form import poll_form
from porchlight.polls.privacy import privacy_in_short, privacy_note

CLOSED = "closed"
"""The code of the one refusal that no second try can mend."""


class Replies:
    """Makes each reply that a poll gives."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._wire = Wire(settings, say)

    def form(self, request: Request, questionnaire: Questionnaire, today: date) -> Reply:
        """The form itself, marked so that it is stored once however often it is sent."""
        empty = Post({}, questionnaire.version, language_of(request, questionnaire.title))
        return self.shown(request, questionnaire, empty, today)

    def shown(self, request: Request, questionnaire: Questionnaire, post: Post, today: date) -> Reply:
        """The form with what the post has marked, in its language."""
        return self._wire.page(request, 200, self._form(request, questionnaire, post, (), today))

    def may_post(self, request: Request) -> Reply:
        """What a browser asks before a script of another site may post."""
        return self._wire.preflight(request)

    def stored(self, request: Request, post: Post) -> Reply:
        """On to where the form said, if one may go there; else to our own thanks."""
        return self._wire.onward(request, post.next_path, f"{request.url.path}/thanks?lang={post.language}")

    def thanks(self, request: Request, questionnaire: Questionnaire) -> Reply:
        """Our own words of thanks."""
        return self._wire.message(request, 200, language_of(request, questionnaire.title), "thanks")

    def closed(self, request: Request, questionnaire: Questionnaire, today: date) -> Reply:
        """When the poll is open."""
        language = language_of(request, questionnaire.title)
        link = (self._settings.on_site(language), say(language, "home"))
        title = say(language, "not-open-yet" if questionnaire.next_wave(today) else "closed")
        words = " ".join(_days_of(questionnaire, language, today))
        return self._wire.page(request, 200, pages.message_page(language, self._settings.hub, title, words, link))

    def no_poll(self, request: Request) -> Reply:
        """There is no such poll."""
        language = language_of(request, LANGUAGE_NAMES)
        if wants_json(request):
            return self._wire.told(request, Refused(404, Complaint("no-poll")), language)
        return self._wire.message(request, 404, language, "no-poll")

    def refused(
        self, request: Request, questionnaire: Questionnaire, refused: Refused, post: Post | None, today: date
    ) -> Reply:
        """Why not, and the answers back with a way to send them, as far as they could be read."""
        language = post.language if post else language_of(request, questionnaire.title)
        if wants_json(request):
            return self._wire.told(request, refused, language)
        if post is None:
            page = self._unread(request, refused, language)
        elif refused.complaints[0].code == CLOSED:
            page = self._too_late(questionnaire, post, today)
        elif refused.status == 422:
            reasons = self._wire.reasons(refused, language)
            page = self._form(request, questionnaire, post, reasons, today)
        else:
            page = self._to_resend(request, refused, post)
        return self._wire.page(request, refused.status, page, refused.retry_after)

    def _unread(self, request: Request, refused: Refused, language: str) -> str:
        link = (request.url.path, say(language, "open-form"))
        message = " ".join(self._wire.reasons(refused, language))
        return pages.message_page(language, self._settings.hub, say(language, "not-saved-title"), message, link)

    def _too_late(self, questionnaire: Questionnaire, post: Post, today: date) -> str:
        language = post.language
        words = (*_days_of(questionnaire, language, today), say(language, "closed-what-now"))
        answers = _answers_in_words(questionnaire, post)
        link = (self._settings.on_site(language), say(language, "home"))
        title, hub = say(language, "not-saved"), self._settings.hub
        return pages.answers_page(language, hub, title, " ".join(words), answers, link)

    def _form(
        self, request: Request, questionnaire: Questionnaire, post: Post, reasons: Iterable[str], today: date
    ) -> str:
        form = poll_form(questionnaire, post.language, request.url.path, self._wire.safe(post.next_path))
        sid = [(SID, post.sid or new_sid())]
        privacy = self._privacy(questionnaire, post.language)
        around = self._around(questionnaire, post.language, today)
        return pages.form_page(form, questionnaire.title, post.answers, sid, reasons, privacy, around)

    def _around(self, questionnaire: Questionnaire, language: str, today: date) -> pages.Around:
        told = self._settings
        page = told.on_site(language, paths.poll_path(questionnaire.id))
        return pages.Around(told.hub, told.made_up, tuple(_asked(questionnaire, language, today)), page)

    def _privacy(self, questionnaire: Questionnaire, language: str) -> pages.Privacy:
        # Whoever fills in this form sends it to us, whichever service the site's own page names.
        told = (self._settings.keeping, questionnaire, language)
        return pages.Privacy(privacy_in_short(*told), privacy_note(*told))

    def _to_resend(self, request: Request, refused: Refused, post: Post) -> str:
        title, button = ("not-saved-title", "send-again")
        if refused.status == 200:
            title, button = ("please-confirm-title", "confirm")
        return pages.resend_page(
            post.language,
            self._settings.hub,
            say(post.language, title),
            " ".join(self._wire.reasons(refused, post.language)),
            request.url.path,
            self._fields(post, refused.carry).items(),
            say(post.language, button),
        )

    def _fields(self, post: Post, carry: Mapping[str, str]) -> dict[str, str]:
        own = {
            names.VERSION: str(post.version),
            names.LANGUAGE: post.language,
            names.NEXT: self._wire.safe(post.next_path),
            SID: post.sid,
            names.TRAP: "1" if post.trapped else "",
        }
        return {name: value for name, value in {**own, **carry, **post.answers}.items() if value}


def _asked(questionnaire: Questionnaire, language: str, today: date) -> Iterator[str]:
    """Since when and until when the wave of the day is asked, and who, as far as the poll says it."""
    wave = questionnaire.wave_on(today)
    if wave and wave.opens:
        yield say(language, "open-since").format(day=day_in_words(wave.opens, language))
    if wave and wave.closes:
        yield say(language, "open-until").format(day=day_in_words(wave.closes, language))
    if wave and wave.invited:
        yield say(language, "invited").format(who=questionnaire.said(wave.invited, language))


def _days_of(questionnaire: Questionnaire, language: str, today: date) -> Iterator[str]:
    """When the poll was and will be open, as far as that is known."""
    ended = [wave.closes for wave in questionnaire.waves if wave.closes and wave.closes < today]
    if ended:
        yield say(language, "closed-on").format(day=day_in_words(max(ended), language))
    coming = questionnaire.next_wave(today)
    if coming and coming.opens:
        yield say(language, "opens-on").format(day=day_in_words(coming.opens, language))
    if coming and coming.closes:
        yield say(language, "open-until").format(day=day_in_words(coming.closes, language))


def _answers_in_words(questionnaire: Questionnaire, post: Post) -> Iterator[tuple[str, str]]:
    options = {option.code: option for option in (*questionnaire.options, questionnaire.no_answer)}
    for item in questionnaire.items():
        if item.id in post.answers:
            label = options[post.answers[item.id]].label
            yield questionnaire.said(item.label, post.language), questionnaire.said(label, post.language)
