# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Made-up pages in the theme's own templates, written beside its assets, for a browser to open."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from porchlight.model.form_services import OWN
from porchlight.polls.form import FormBlock, FormItem, FormOption, PollForm
from porchlight.polls.wire import HiddenField, Script
from porchlight.site.assets import bundle
from porchlight.site.theme import environment
from porchlight.views.frames import policy
from porchlight.views.list_parts import Card, Group
from porchlight.views.parts import CareAsk, CareTask, Checked, Choice, Frame, Line, Link, Review, Source, Text
from porchlight.views.poll_parts import FormPart, PollTimes
from porchlight.views.poll_types import PollView
from porchlight.views.record_parts import Detail, InShort, ReportForm, Share, Vacancy
from porchlight.views.service_types import CareView, NoteView
from porchlight.views.types import ListView, RecordView, SearchView, View
from tests.theme.components import THEME, site

READ = Checked("read", "Read on public pages on November 2, 2026", "2026-11-02", "November 2, 2026", 90)

PROOF = Text("They hired (September 30, 2026)", until="2027-09-30", then="They say so (August 1, 2027)")


def frame(page_type: str) -> Frame:
    """The frame of a page that stands in a folder below the site's first page."""
    assets = bundle(THEME).assets
    return Frame(
        title=f"A made-up {page_type}",
        description="Made up for a test.",
        page_type=page_type,
        root="../",
        home="../",
        stylesheet=f"../{assets.stylesheet}",
        script=f"../{assets.script}",
        icon=f"../{assets.icon}",
        csp=policy(page_type, ""),
        nav=(Link("Search", "../search/"),),
        footer=(),
        alternates=(Link("Español", "../es/", lang="es"),),
        crumbs=(Link("Home", "../"),),
        indexable=False,
    )


def listing() -> ListView:
    """One card, read on 2 November 2026, that stays good for 90 days."""
    card = Card("../maple/", "Maple House", "Recovery home", (Line("Who", Text("Men")), Line("How sure", PROOF)), READ)
    return ListView(frame("list"), "A list", "Made up.", "1 entry.", (), (Group("", (card,)),))


def law() -> RecordView:
    """A record of a law that must not be told as true after 30 November 2026."""
    return RecordView(
        frame=frame("record"),
        name="A law",
        name_lang="",
        subtitle=(),
        notices=(),
        next_best=None,
        vacancy=Vacancy("2 beds were free on November 2, 2026.", "2026-11-09"),
        decides=(Detail("Who it is for", (Text("Everyone with a record"),)),),
        in_short=(InShort("yes", "Yes", "Felony conviction", "2026-11-20"),),
        checked=READ,
        calls=(),
        faxes=(),
        wrong=(),
        open_hours=None,
        hours=None,
        say=(),
        asks=None,
        links=(),
        summary=Text("It says this and that."),
        answers=(),
        caveat=None,
        papers=None,
        steps=None,
        house_rules=(),
        rules=None,
        details=(),
        review=Review("2026-11-30", "November 30, 2026"),
        organization=None,
        related=(),
        related_note="",
        sources=(Source("The law", "https://example.gov/law", "example.gov", "Government page", "", ""),),
        corrections=(Link("The day of a law was wrong", "../corrections/#a-law"),),
        report=ReportForm(
            "../f/report", "facts/a-law", "A law", "en", "../law/#told", (Choice("closed", "Closed"),), (), "_gotcha"
        ),
        share=Share("bq4k7m", "", "sms:?&body=A%20law", "", 0, "../kept/", {"code": "bq4k7m", "name": "A law"}),
    )


def poll() -> PollView:
    """One item with three choices; it posts to ./send, and its thanks page stands below it."""
    choices = (("1", "No"), ("5", "Yes"), ("na", "No answer"))
    options = tuple(FormOption(f"peer-{code}", code, code, label, code == "na") for code, label in choices)
    block = FormBlock("training", 1, 1, "Training", "We need more of this.", "training-stem", ())
    form = PollForm(
        id="needs",
        version=1,
        language="en",
        title="A poll",
        intro="Made up.",
        action="send",
        hidden=(HiddenField("_v", "1"),),
        attributes={},
        trap=OWN.trap,
        script=Script("send", OWN.json, OWN.success, OWN.errors, OWN.once),
        blocks=(replace(block, items=(FormItem("peer", "peer", "Peer training", options),)),),
    )
    part = FormPart(form, "thanks/", ("In short.",), ("Made up.",), "B7K3", (("peer",),), "")
    return PollView(frame("poll"), "A poll", "Made up.", PollTimes(), part, None, (), Link("Results", "results/"))


def search(bundle_folder: str) -> SearchView:
    """The search page over an index in `bundle_folder`, below the site's first page."""
    stay = Link("A place to stay", "../housing/", note="housing")
    lines = Link("Help lines", "../services/", note="services")
    doors = (Link("A place to stay, all of it", "../stay/"),)
    return SearchView(frame("search"), "Search", f"../{bundle_folder}/", (stay, lines), (stay,), doors)


FAKE_INDEX = b"""
const found = [
  { title: "A line", resource: "services", kind: "Help line", who: "Anyone", cost: "Free",
    checked_words: "Read on public pages on November 2, 2026", day: "2026-11-02", days: "90",
    until: "2027-01-01" },
  { title: "<b>Maple</b> House", resource: "housing", kind: "Recovery home", checked_words: "Not checked yet",
    who: "Men", who_lang: "en", full: "Full on November 10", full_until: "2026-11-17" },
];
export const options = async () => {};
export const init = async () => {};
export const search = async (q) => ({
  results: q === "bed" ? found.map(({ title, ...shown }) => ({
    id: title,
    data: async () => ({ meta: { title }, raw_url: `${shown.resource}/x/#${JSON.stringify(shown)}` }) })) : [],
});
"""
"""What the search page asks of Pagefind, answering "bed" alone."""


def thanks() -> NoteView:
    return NoteView(frame("thanks"), "Thank you", ("Your answers are saved.",), ())


def care() -> CareView:
    """One place with a number and several questions, and the way to its form."""
    ways = (Link("Call 614-555-0142", "tel:+16145550142", note="Admissions"),)
    never = Checked("none", "Nobody has asked yet")
    asks = tuple(CareAsk("answer", f"Do they take people with a conviction of kind {n}?", never) for n in range(1, 5))
    place = Link("Maple House with a long name, for people who come home", "../law/", note="Lantern")
    task = CareTask(place, "A number that people call", "Anyone with a phone", ways, asks, "../law/#tell")
    return CareView(frame("care"), "Help us check", "Made up.", "1 place.", (task,), "", None)


PAGES: dict[str, tuple[str, View]] = {
    "list": ("list.html", listing()),
    "law": ("record.html", law()),
    "care": ("care.html", care()),
    "poll": ("poll.html", poll()),
    "poll/thanks": ("note.html", thanks()),
    "search": ("search.html", search("index")),
    "search-lost": ("search.html", search("nowhere")),
}


def write_pages(folder: Path, language: str) -> None:
    """Every page as <folder>/<name>/index.html, and the assets that they ask for."""
    templates = environment(THEME)
    files = {**bundle(THEME).files, "index/pagefind.js": FAKE_INDEX}
    for name, (template, view) in PAGES.items():
        files[f"{name}/index.html"] = templates.get_template(template).render(site=site(language), view=view).encode()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
