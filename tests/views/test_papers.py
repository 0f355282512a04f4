# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages of the papers and of the times: who gives what, what that needs, and who else to ask."""

from __future__ import annotations

from urllib.parse import urljoin

from porchlight.model.hub import Article
from porchlight.model.record import Record, Value
from porchlight.views.articles import article_pages
from porchlight.views.edition import Edition
from porchlight.views.pages import Page
from porchlight.views.paper_types import PapersView, PaperView
from porchlight.views.papers import CARDS, paper_pages
from porchlight.views.parts import Link
from porchlight.views.text_types import ArticleView
from tests.views.fakes import edition, view_of


def service(record_id: str, values: dict[str, Value] | None = None) -> Record:
    usual: dict[str, Value] = {"id": record_id, "name": record_id, "summary": "Help.", "kind": "id_documents"}
    return Record("services", record_id, usual | (values or {}))


BOX = service("mail-box", {"gives": ("mailing_address",), "when": ("day_one",)})
WALK_IN = service("walk-in", {"gives": ("state_id",)})
DESK = service("desk", {"needs": ("birth_certificate", "mailing_address"), "gives": ("state_id",)})
BANK = service("bank", {"needs": ("state_id",), "gives": ("bank_account",), "when": ("first_month",)})
LAW = service("law", {"kind": "legal", "needs": ("court_papers",), "when": ("first_month",)})
FINDER = service("211", {"name": "211", "kind": "finder", "first": 1})
OTHER_FINDER = service("a-finder", {"kind": "finder"})
HUB = (BOX, DESK, BANK, LAW, FINDER, OTHER_FINDER)


def pages(of: Edition) -> dict[str, Page]:
    return {page.path: page for page in paper_pages(of)}


def paper(of: Edition, slug: str) -> PaperView:
    return view_of(pages(of)[of.path(f"papers/{slug}/")], PaperView)


def time_page(of: Edition) -> ArticleView:
    return view_of(next(iter(article_pages(of))), ArticleView)


def about(time: str) -> Article:
    return Article("time", "en", "A time", "About a time.", "Text.", time=time)


def labels(links: tuple[Link, ...]) -> list[str]:
    return [link.label for link in links]


def test_only_papers_that_a_record_gives_or_needs_have_a_page() -> None:
    assert sorted(pages(edition(*HUB))) == [
        "papers/",
        "papers/bank-account/",
        "papers/birth-certificate/",
        "papers/court-papers/",
        "papers/mailing-address/",
        "papers/state-id/",
    ]


def test_a_hub_without_papers_has_no_page_of_them() -> None:
    assert pages(edition(FINDER)) == {}


def test_all_papers_stand_in_the_order_of_the_chain_with_what_each_needs() -> None:
    view = view_of(pages(edition(*HUB))["papers/"], PapersView)
    assert [(step.label, step.note) for step in view.steps] == [
        ("Birth certificate", "No entry yet: see who to ask."),
        ("An address for mail", "1 entry tells how."),
        ("Court papers", "No entry yet: see who to ask."),
        ("State ID or driver license", "1 entry tells how. You need first: Birth certificate, An address for mail."),
        ("A bank account", "1 entry tells how. You need first: State ID or driver license."),
    ]
    assert [urljoin("papers/", step.href) for step in view.steps][3:] == ["papers/state-id/", "papers/bank-account/"]
    assert view.intro == "One paper opens the next. Start at the top."


def test_papers_that_hang_on_nothing_are_not_said_to_open_each_other() -> None:
    view = view_of(pages(edition(BOX))["papers/"], PapersView)
    assert view.intro == "Before you go, ask each place what to bring."


def test_a_paper_leads_to_what_comes_first_to_who_gives_it_and_to_what_it_opens() -> None:
    view = paper(edition(*HUB), "state-id")
    assert labels(view.first) == ["Birth certificate", "An address for mail"]
    assert [(group.title, [card.name for card in group.cards]) for group in view.groups] == [
        ("Who helps you if you have: Birth certificate, An address for mail", ["desk"])
    ]
    assert labels(view.opens) == ["A bank account"]
    assert (view.helps, view.empty) == ((), None)


def test_who_asks_for_least_stands_first() -> None:
    view = paper(edition(*HUB, WALK_IN), "state-id")
    assert [group.title for group in view.groups] == [
        "Who helps you get it",
        "Who helps you if you have: Birth certificate, An address for mail",
    ]
    assert view.first == ()


def test_a_paper_that_nobody_gives_says_so_and_leads_to_the_best_national_doors() -> None:
    view = paper(edition(*HUB), "court-papers")
    assert view.groups == ()
    assert view.empty is not None
    assert [(door.label, urljoin("papers/court-papers/", door.href)) for door in view.empty.doors] == [
        ("Call 211", "tel:211"),
        ("211", "services/211/"),
    ]
    assert [(link.label, link.note) for link in view.helps] == [("law", "Legal help")]


def test_more_givers_than_fit_lead_on_to_the_list_of_all_that_give_the_paper() -> None:
    many = (service(f"desk-{number}", {"gives": ("state_id",)}) for number in range(CARDS + 1))
    [group] = paper(edition(*many, BOX), "state-id").groups
    assert len(group.cards) == CARDS
    assert group.more is not None
    assert group.more.label == f"See all {CARDS + 1}: State ID or driver license"
    assert urljoin("papers/state-id/", group.more.href) == "services/by/gives/state-id/"


def test_where_one_paper_alone_is_given_the_way_on_is_the_whole_list() -> None:
    many = (service(f"desk-{number}", {"gives": ("state_id",)}) for number in range(CARDS + 1))
    [group] = paper(edition(*many), "state-id").groups
    assert group.more is not None
    assert urljoin("papers/state-id/", group.more.href) == "services/"


def test_a_spanish_page_names_papers_in_spanish() -> None:
    view = paper(edition(*HUB, language="es"), "state-id")
    assert view.title == "Identificación estatal o licencia de conducir"
    assert labels(view.first) == ["Acta de nacimiento", "Una dirección para recibir correo"]


def test_the_page_of_a_time_holds_its_records_by_kind_and_the_papers_that_these_need() -> None:
    view = time_page(edition(*HUB, articles=(about("first_month"),)))
    assert [(group.title, [card.name for card in group.cards]) for group in view.groups] == [
        ("ID and papers", ["bank"]),
        ("Legal help", ["law"]),
    ]
    assert labels(view.papers) == [
        "Birth certificate",
        "An address for mail",
        "Court papers",
        "State ID or driver license",
    ]


def test_a_time_whose_records_need_no_paper_shows_no_chain() -> None:
    view = time_page(edition(*HUB, articles=(about("day_one"),)))
    assert [[card.name for card in group.cards] for group in view.groups] == [["mail-box"]]
    assert view.papers == ()


def test_a_page_about_no_time_lists_nobody() -> None:
    view = time_page(edition(service("no-time"), articles=(about(""),)))
    assert (view.groups, view.papers) == ((), ())


def test_who_is_closed_stands_on_no_page_of_a_time() -> None:
    closed = service("closed-box", {"status": "closed", "when": ("day_one",)})
    assert time_page(edition(closed, articles=(about("day_one"),))).groups == ()
