# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each page lies below the site's root, and the relative way from one page to another.

A path is a folder ("housing/maple-house/") or a file ("404.html"); "" is the first page. Paths are the same in every
language: another language than the first only puts its code before them.
"""

from __future__ import annotations

import re
from functools import lru_cache

OFFLINE = "offline/"
KEPT = "kept/"
CARE = "care/"
ASKED_FOR = "asked-for/"
PARTNERS = "employers/partners/"
PARTNERS_OF = "programs"
"""The resource whose records the page of partners by state shows."""

PLACES = "places/"
CARE_TABLE = "care/care.csv"
SHORT = "r/"
SPEAKER = "help/speaker"
GIVE_STORY = "help/story"
HIRE = "employers/partner"
START = "help/volunteer"
CALENDAR = "calendar/"
CALENDAR_FEED = f"{CALENDAR}calendar.ics"
HISTORY = "changes/"
HISTORY_FEED = f"{HISTORY}history.xml"

CARDS = ("wide", "square")
"""The shapes of a card to share."""

WORDS_IN_A_PATH = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=4096)
def slug(code: str) -> str:
    """A code as it stands in an address: small letters, digits and hyphens."""
    return WORDS_IN_A_PATH.sub("-", code.lower()).strip("-")


def place_path(place: str) -> str:
    """The page of a place, by the id of its record."""
    return f"{PLACES}{place}/"


def list_path(resource: str) -> str:
    """The list of a resource."""
    return f"{resource}/"


def record_path(resource: str, record_id: str) -> str:
    """The page of one record."""
    return f"{resource}/{record_id}/"


def event_file(resource: str, record_id: str) -> str:
    """The file of a record for the reader's own calendar."""
    return f"{record_path(resource, record_id)}event.ics"


def paper_file(slug: str) -> str:
    """An article as PDF, beside its page."""
    return f"{slug}/{slug.rpartition('/')[2]}.pdf"


def word_file(slug: str) -> str:
    """An article as a file for word processors, beside its page."""
    return f"{slug}/{slug.rpartition('/')[2]}.docx"


def notes_file(slug: str) -> str:
    """Slides with what to say to each, beside their page."""
    return f"{slug}/{slug.rpartition('/')[2]}-notes.pdf"


def poster_file(key: str, shape: str, ending: str) -> str:
    """A poster's sheet or one of its cards: the record's key `posters/id` names it."""
    return f"{key}-{shape}.{ending}"


def short_path(code: str) -> str:
    """The short address that leads on to a record."""
    return f"{SHORT}{code}/"


def ballot_path(code: str) -> str:
    """The short address that stands on a ballot and leads on to its poll."""
    return f"p/{code.lower()}/"


def word_list(language: str, digest: str = "") -> str:
    """The file of one language's words, for a browser; without its digest, what its name begins with."""
    return f"words/{language}-{digest}.json" if digest else f"words/{language}-"


def ballot_file(questionnaire: str, language: str, large: bool) -> str:
    """The file of a poll's sheet of paper. It lies beside the poll's first page, whatever its own language is."""
    return f"{poll_path(questionnaire)}ballot-{language}{'-large' if large else ''}.pdf"


def facet_path(resource: str, field: str, code: str) -> str:
    """The list of a resource narrowed by one facet value; "by" keeps it apart from record ids."""
    return f"{resource}/by/{slug(field)}/{slug(code)}/"


def band_path(resource: str, question: str) -> str:
    """The list of a resource sorted by what they say to a question; "ask" keeps it apart from record ids."""
    return f"{resource}/ask/{slug(question)}/"


def compare_path(resource: str) -> str:
    """The records of a resource side by side."""
    return f"{resource}/compare/"


def compare_table(resource: str) -> str:
    """The same as a table for a spreadsheet."""
    return f"{compare_path(resource)}compare.csv"


def by_place_path(resource: str) -> str:
    """The records of a resource that each place has its own of, place by place."""
    return f"{compare_path(resource)}places/"


def by_place_table(resource: str) -> str:
    """The same as a table for a spreadsheet."""
    return f"{by_place_path(resource)}places.csv"


def match_path(resource: str) -> str:
    """The roles of a resource by what a person can give; "match" keeps it apart from record ids."""
    return f"{resource}/match/"


def thanks_path(resource: str) -> str:
    """The thanks to those who took the roles of a resource, by sums."""
    return f"{resource}/thanks/"


def poll_path(questionnaire: str) -> str:
    """The page of a poll."""
    return f"poll/{slug(questionnaire)}/"


def results_path(questionnaire: str) -> str:
    """What people answered."""
    return f"{poll_path(questionnaire)}results/"


def codebook_path(questionnaire: str) -> str:
    """How a poll was asked and how its results are told."""
    return f"{results_path(questionnaire)}codebook/"


def needs_path(questionnaire: str) -> str:
    """What people asked for beside what the hub holds."""
    return f"{poll_path(questionnaire)}needs/"


def item_path(questionnaire: str, item: str) -> str:
    """What the hub holds for one item of a poll."""
    return f"{poll_path(questionnaire)}{slug(item)}/"


def papers_path() -> str:
    """All papers that the hub knows of, what to get first on top."""
    return "papers/"


def paper_path(code: str) -> str:
    """The page of one paper: who gives it, what it needs and what it opens."""
    return f"{papers_path()}{slug(code)}/"


def numbered(path: str, number: int) -> str:
    """The further pages of a list; page 1 is the list itself."""
    return path if number == 1 else f"{path}page-{number}/"


def in_language(path: str, language: str, first: str) -> str:
    """The path in a language's tree; `first` is the language whose tree is the root."""
    return path if language == first else f"{language}/{path}"


def between(here: str, there: str) -> str:
    """The relative link from one page to another: folders keep their slash, the same folder is "./"."""
    start, end = here.split("/"), there.split("/")
    up, most, shared = len(start) - 1, min(len(start), len(end)) - 1, 0
    while shared < most and start[shared] == end[shared]:
        shared += 1
    return "../" * (up - shared) + ("/".join(end[shared:]) if shared else there) or "./"
