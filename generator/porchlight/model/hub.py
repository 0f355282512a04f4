# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A whole hub in memory: settings, package, records, questionnaires and articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import quote, urlsplit

from porchlight.model.form_services import FormService, host_of
from porchlight.model.history import Change
from porchlight.model.overdue import is_overdue, without_claims
from porchlight.model.proof import Proofs, as_proved, proof_of
from porchlight.model.questionnaire import Questionnaire
from porchlight.model.record import Record
from porchlight.model.recurring import on_its_day
from porchlight.model.released import Release
from porchlight.model.schema import Package, Schema
from porchlight.model.search_words import SearchWords
from porchlight.model.shelf_life import DAYS
from porchlight.model.template import Template
from porchlight.problems import Place

KEEP_MONTHS = 12
"""How long answers to a poll are kept after it has closed, where the hub does not say."""

ON_THE_SITE = "/"
"""What `form_service` says where the form service runs on the site's own address."""

ON_PAGES = "site"
"""The code of a consent that covers this site."""

AHEAD = 30
"""Days before its first day from which a notice travels with the pages, hidden."""


PollWave = tuple[str, str]
"""The ids of a poll and of one of its waves."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one hub says about itself (`data/hub.yaml`).

    `languages` lists the language codes, the one without a path prefix first. `form_service` is the address that
    polls and reports of mistakes post to; `ON_THE_SITE` means the site's own, `/f/<poll>`. "" means that nobody said
    that one runs: then no page has a form that would post to it. `address` is the site's public address or "".
    `poll_sites` are sites of others on which the hub's polls stand, `https://host` each. `leave_links_to` are
    hosts whose pages no program of ours opens. `keep_months` is how long
    answers to a poll are kept after it has closed. `made_up` marks a demonstration hub: every page says so and asks not
    to be indexed; its pages may stand still on the day `shown_as_of`, and count from there.
    """

    name: str
    taglines: Mapping[str, str]
    languages: tuple[str, ...] = ("en", "es")
    address: str = ""
    form_service: str = ""
    repository: str = ""
    branch: str = "main"
    contact: str = ""
    poll_sites: tuple[str, ...] = ()
    keep_months: int = KEEP_MONTHS
    leave_links_to: tuple[str, ...] = ()
    made_up: bool = False
    shown_as_of: date | None = None

    def day(self, today: date) -> date:
        """The day that the pages tell of: today, but for a made-up hub that stands still."""
        return self.shown_as_of or today

    def way_to_write(self, subject: str = "") -> str:
        """The link by which readers write to the hub's keepers: a mail about the subject, or a page; "" for none."""
        if not self.contact or self.contact.startswith(("http://", "https://")):
            return self.contact
        return f"mailto:{self.contact}" + (f"?subject={quote(subject)}" if subject else "")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Records that a page lists below its text: one resource, narrowed by one field's code where `field` is given."""

    resource: str
    field: str = ""
    code: str = ""

    def holds(self, record: Record) -> bool:
        """True where a record of the resource stands on the shelf."""
        return not self.field or self.code in record.codes(self.field)


@dataclass(frozen=True, slots=True)
class Article:
    """A page of Markdown in one language. `slug` is its address; `shelves` are lists of records that it carries.

    `items` are the poll items that the page serves, by id. `time` is the time on the way home whose records it lists.
    `poll` is the block of a poll that it asks, as `<poll>#<block>`. `kit` are the articles that it hands out, by slug.
    `template` is what a text with places to fill has. `state_by_state` are records that it tells below
    the name of each state.
    """

    slug: str
    language: str
    title: str
    description: str
    markdown: str
    shelves: tuple[Shelf, ...] = ()
    items: tuple[str, ...] = ()
    time: str = ""
    poll: str = ""
    kit: tuple[str, ...] = ()
    place: Place = Place("")
    template: Template | None = None
    state_by_state: Shelf | None = None


@dataclass(frozen=True, slots=True)
class Hub:
    """Everything that was read and found sound: what pages are made from.

    `releases` are the published results, by poll, wave and number; `former` the questionnaires as they were answered.
    `begun` and `past` are the waves that have opened and that have closed by the day on which the hub is shown.
    `history` is what changed in the records, newest first; empty where nobody asked git or git knows nothing.
    `overdue` are the keys of records that must be looked at again before they are told as true.
    `proofs` are how sure it is that employers hire, on the day on which the hub is shown.
    """

    settings: Settings
    package: Package
    records: Mapping[str, tuple[Record, ...]]
    questionnaires: tuple[Questionnaire, ...] = ()
    articles: tuple[Article, ...] = ()
    search_words: SearchWords = field(default_factory=SearchWords)
    releases: tuple[Release, ...] = ()
    former: tuple[Questionnaire, ...] = ()
    form_services: Mapping[str, FormService] = field(default_factory=dict)
    begun: frozenset[PollWave] = frozenset()
    past: frozenset[PollWave] = frozenset()
    history: tuple[Change, ...] = ()
    overdue: frozenset[str] = frozenset()
    proofs: Proofs = field(default_factory=dict)

    def as_answered(self, release: Release) -> Questionnaire | None:
        """The questionnaire as people answered it who are counted in the release."""
        of_poll = (each for each in (*self.former, *self.questionnaires) if each.id == release.poll)
        return next((each for each in of_poll if each.version == release.version), None)

    def answers_host(self, questionnaire: Questionnaire) -> str:
        """The host that answers to a poll of this hub go to, with its port; "" for the site's own."""
        provider = questionnaire.provider
        hosts: tuple[str, ...] = (host_of(self.settings.form_service),)
        if provider:
            hosts = self.form_services[provider.service].goes_to(provider.settings, provider.key)
        return next((host for host in hosts if host != urlsplit(self.settings.address).netloc), "")

    def shown_on(self, day: date) -> Hub:
        """The hub as it may be published on a day: without what is over (a consent, a notice) or is far ahead.

        The fields are known by the roles `gone_after` and `shown_from`; what was taken back is gone on each day.
        What has begun loses its first day; what begins
        within `AHEAD` days keeps it, so that a page can hold it back until then without being built again. Beds (roles
        `vacancy`, `vacancy_on`) are told for a week after the day that someone asked, then no output can hold them.
        A proof that ran out falls back (`proof.proof_of`). What must be looked at again says nothing of the world.
        An event that is over is gone; one that comes again each year has its next time (`recurring.on_its_day`).
        Waves stay, since answers belong to them; which have begun and which are past is told.
        """
        proofs = {
            record.key: proof
            for schema in self.package.schemas
            for record in self.records.get(schema.resource, ())
            if (proof := proof_of(schema, record, day))
        }
        shown = {
            schema.resource: tuple(
                as_proved(schema, _as_of(schema, told, day), proofs.get(told.key))
                for record in self.records.get(schema.resource, ())
                if _is_shown(schema, record, day) and (told := on_its_day(schema, record, day))
            )
            for schema in self.package.schemas
        }
        waves = [((poll.id, wave.id), wave) for poll in self.questionnaires for wave in poll.waves]
        begun = frozenset(key for key, wave in waves if wave.opens is None or wave.opens <= day)
        past = frozenset(key for key, wave in waves if wave.closes and wave.closes < day)
        overdue = frozenset(
            record.key
            for schema in self.package.schemas
            for record in shown[schema.resource]
            if is_overdue(schema, record, day)
        )
        return replace(self, records=shown, begun=begun, past=past, overdue=overdue, proofs=proofs)

    def with_shown(self, record: Record, day: date) -> Hub:
        """What `shown_on` makes of the hub with one record as it is now; `self` is the hub as shown on that day."""
        key, resource = record.key, record.resource
        alone = replace(self, records={resource: (record,)}).shown_on(day)
        others = (each for each in self.records.get(resource, ()) if each.key != key)
        of_resource = tuple(sorted((*others, *alone.records[resource]), key=lambda each: each.id))
        proofs = {each: proof for each, proof in self.proofs.items() if each != key}
        return replace(
            self,
            records={**self.records, resource: of_resource},
            overdue=(self.overdue - {key}) | alone.overdue,
            proofs=proofs | dict(alone.proofs),
        )

    def all_records(self) -> Iterator[Record]:
        """Every record, resource by resource in package order, by id within each."""
        for schema in self.package.schemas:
            yield from self.records.get(schema.resource, ())


def _is_shown(schema: Schema, record: Record, day: date) -> bool:
    last, first = schema.day_of(record, "gone_after"), schema.day_of(record, "shown_from")
    in_time = not (last and last < day) and not (first and first > day + timedelta(days=AHEAD))
    return in_time and _may_be_told(schema, record)


def _may_be_told(schema: Schema, record: Record) -> bool:
    """False for a story that was taken back, whatever the day, and for one that was not given for the site."""
    is_given = schema.field_for("consent_for") is None or ON_PAGES in schema.codes_of(record, "consent_for")
    return is_given and not schema.text_of(record, "taken_back")


def _as_of(schema: Schema, record: Record, day: date) -> Record:
    if is_overdue(schema, record, day):
        return without_claims(schema, record)
    over = {field.name for role in _over(schema, record, day) if (field := schema.field_for(role))}
    if not over.intersection(record.values):
        return record
    return replace(record, values={name: value for name, value in record.values.items() if name not in over})


def _over(schema: Schema, record: Record, day: date) -> Iterator[str]:
    """The roles of what must not be told on that day: a first day that has come, free beds of last week."""
    first, asked = schema.day_of(record, "shown_from"), schema.day_of(record, "vacancy_on")
    if first and first <= day:
        yield "shown_from"
    if asked is None or day > asked + timedelta(days=DAYS["vacancy"]):
        yield from ("vacancy", "vacancy_on")
