# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every link and image of an article is judged: it goes where its words say, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.token import Token

from porchlight.checking.context import Context
from porchlight.checking.in_article import place_of, tokens_of
from porchlight.checking.rules import addresses, phones
from porchlight.model.hub import Article
from porchlight.problems import Place, Problem
from porchlight.reading.saying import shown

_NUMBER = re.compile(r"\+?[\d().-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Link:
    """A link or an image as it is rendered: where it leads, the words on it, and its place."""

    href: str
    label: str
    place: Place
    image: bool = False

    def problem(self, code: str, message: str, hint: str) -> Problem:
        """The problem at this place, quoting where the link leads."""
        return Problem(self.place, code, message, shown(self.href), hint)


def links_of(article: Article) -> Iterator[Link]:
    """Every link and image of the article, in order."""
    for line, token in tokens_of(article):
        children = token.children or []
        for index, child in enumerate(children):
            if child.type == "link_open":
                href = str(child.attrGet("href"))
                yield Link(href, _words(children[index + 1 :]), place_of(article, href, line))
            elif child.type == "image":
                src = str(child.attrGet("src"))
                yield Link(src, child.content, place_of(article, src, line), image=True)


def _words(following: list[Token]) -> str:
    """The words up to the end of the link."""
    end = next(index for index, token in enumerate(following) if token.type == "link_close")
    return "".join(token.content or " " for token in following[:end])


def article_link(context: Context) -> Iterator[Problem]:
    """Each link is of a kind that is known, and its words name no other number or host."""
    for article in context.hub.articles:
        for link in links_of(article):
            yield from _image(link) if link.image else _link(link)


def _image(link: Link) -> Iterator[Problem]:
    hint = "Say in words what it shows, and take it out."
    yield link.problem("image-not-allowed", "Pictures in articles can't be shown yet.", hint)


def _link(link: Link) -> Iterator[Problem]:
    scheme = link.href.partition(":")[0].lower() if ":" in link.href else ""
    judge = _JUDGES.get(scheme, _strange)
    if not (link.href.startswith("#") and not addresses.host_in(link.label)):
        yield from judge(link)


def _inside(link: Link) -> Iterator[Problem]:
    if addresses.host_in(link.label):
        yield _other_host(link)


def _web(link: Link) -> Iterator[Problem]:
    if reason := addresses.fault(link.href):
        hint = "Open the page in a browser and copy its address."
        yield link.problem("address-not-web", f"This web address {reason}.", hint)
    elif addresses.names_other_host(link.label, link.href):
        yield _other_host(link)


def _other_host(link: Link) -> Problem:
    message = f"The words “{shown(link.label)}” name another place than the one that the link leads to."
    return link.problem("label-other-host", message, "Say in words what the page is.")


def _phone(link: Link) -> Iterator[Problem]:
    scheme, _, rest = link.href.partition(":")
    number = rest if scheme.lower() == "tel" else re.split("[?&;]", rest, maxsplit=1)[0]
    kind = "voice" if scheme.lower() == "tel" else "text"
    told = _digits(link.label)
    if addresses.host_in(link.label):
        yield _other_host(link)
    elif not _NUMBER.fullmatch(number) or not phones.fits(number, kind):
        yield link.problem("phone-not-dialable", "This number can't be dialed.", "Write it like tel:1-800-662-4357.")
    elif phones.costs_extra(number):
        yield link.problem("phone-toll", phones.TOLL, phones.TOLL_HINT)
    elif told and told != _digits(number):
        message = f"The words “{shown(link.label)}” show another number than the one that is dialed."
        yield link.problem("link-number", message, "Write the same digits in both.")


def _digits(text: str) -> str:
    """The digits, without the 1 that stands for the country."""
    digits = "".join(re.findall(r"\d", text))
    return digits[1:] if len(digits) == 11 and digits[0] == "1" else digits


def _strange(link: Link) -> Iterator[Problem]:
    hint = "Write page: and the name of an article, record: and the id of a record, or the whole web address."
    yield link.problem("link-form", "A link like this leads nowhere on the finished pages.", hint)


_JUDGES: dict[str, Callable[[Link], Iterator[Problem]]] = {
    "record": _inside,
    "page": _inside,
    "http": _web,
    "https": _web,
    "tel": _phone,
    "sms": _phone,
}
