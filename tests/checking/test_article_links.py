# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A link in an article is safe to press: its words and its address say the same."""

from __future__ import annotations

import pytest

from porchlight.checking.context import Context
from porchlight.checking.rules.addresses import fault, names_other_host
from porchlight.checking.rules.article_links import article_link, links_of
from porchlight.model.hub import Article, Hub, Settings
from porchlight.model.schema import Package
from porchlight.problems import Place
from tests.checking.hubs import TODAY


def _codes(markdown: str) -> list[str]:
    article = Article("x", "en", "X", "X", markdown, place=Place("content/en/x.md", 5))
    hub = Hub(Settings("Example", {}), Package("", "", (), {}, {}), {}, (), (article,))
    return [problem.code for problem in article_link(Context(hub, TODAY, lambda *_: article.place))]


@pytest.mark.parametrize(
    "markdown",
    [
        "[Call 211](tel:211)",
        "[text](sms:988)",
        "[Text HOME](sms:741741?body=HOME)",
        "[Call +1 800-662-4357](tel:18006624357)",
        "[below](#help)",
        "[a home](record:housing/x) and [more](page:about)",
        "[SAMHSA](https://www.samhsa.gov/find-help)",
        "[samhsa.gov](https://www.samhsa.gov/) <https://www.example.org/a>",
        "`[x](y)`",
    ],
)
def test_links_that_say_where_they_lead_are_fine(markdown: str) -> None:
    assert _codes(markdown) == []


@pytest.mark.parametrize(
    ("markdown", "code"),
    [
        ("[Call 211](tel:1-800-662-4357)", "link-number"),
        ("[**Call** `211`](tel:988)", "link-number"),
        ("[Call](tel:1-900-234-5678)", "phone-toll"),
        ("[Call](tel:123)", "phone-not-dialable"),
        ("[Call](tel:211,,1)", "phone-not-dialable"),
        ("[x](ftp://example.org)", "link-form"),
        ("[x](mailto:a@example.org)", "link-form"),
        ("[x](about.md)", "link-form"),
        ("[x](javascript:alert)", "link-form"),
        ("[x](file:///etc/hosts) [y]", "link-form"),
        ("<data:text/html,x>", "link-form"),
        ("[x](/about/)", "link-form"),
        ("[x](//example.org/)", "link-form"),
        ("[x]()", "link-form"),
        ("[x](https://a@example.org)", "address-not-web"),
        ("[x](https://localhost/)", "address-not-web"),
        ("[x][y]\n\n[y]: about.md", "link-form"),
        ("[www.samhsa.gov](https://example.org/)", "label-other-host"),
        ("[samhsa.gov](page:about)", "label-other-host"),
        ("![x](https://example.org/x.png)", "image-not-allowed"),
        ("[![x](x.png)](page:x)", "image-not-allowed"),
    ],
)
def test_links_that_lead_elsewhere_are_told(markdown: str, code: str) -> None:
    assert _codes(markdown) == [code]


@pytest.mark.parametrize("host", ["example。org", "ex\u0430mple.org", "münchen.de", "example", "1.2.3.4", "a..org"])
def test_a_host_is_plain_letters_with_an_ending(host: str) -> None:
    assert fault(f"https://{host}/")


@pytest.mark.parametrize(
    "url", ["https://xn--mnchen-3ya.de/", "https://example.org:8080/x?y#z", "http://a.b.example.org"]
)
def test_a_plain_host_is_fine(url: str) -> None:
    assert fault(url) == ""


def test_a_label_may_name_the_host_or_one_above_it() -> None:
    assert not names_other_host("example.org/help", "https://www.help.example.org/help")
    assert names_other_host("help.example.org", "https://example.org/")
    assert not names_other_host("Open at 9 a.m. in St.Louis, e.g. today", "https://example.org/")


HIDDEN = [
    "```notes\n{}\n```",
    "```answer Show\n{}\n```",
    "- One:\n\n  ```answer Show\n  {}\n  ```",
    "~~~\n```notes\n{}\n```\n~~~",
    "````answer Show\n```answer More\n{}\n```\n````",
    "```fact\nx\n```\n    {}",
]


@pytest.mark.parametrize("around", HIDDEN)
def test_no_fence_hides_a_link(around: str) -> None:
    """Notes and folded answers are shown too: on the page, on paper, to the speaker."""
    assert _codes(around.format("[Call 988](tel:19005551234)")) == ["phone-toll"]
    assert _codes(around.format("[x](//example.org/)")) == ["link-form"]
    assert _codes(around.format("![x](a.png)")) == ["image-not-allowed"]


def test_the_second_address_for_the_same_words_is_judged() -> None:
    """Each slide is shown by itself, so what counts for the whole text may not count there."""
    assert "phone-toll" in _codes("## One\n\n[a]: tel:988\n\n## Two\n\n[a]\n\n[a]: tel:19005551234\n")


def test_a_link_in_a_fence_is_told_on_its_line() -> None:
    text = "One.\n\n```notes\nTwo.\n\nCall [x](about.md).\n```\n"
    (link,) = links_of(Article("x", "en", "X", "X", text, place=Place("content/en/x.md", 5)))
    assert (link.place.line, link.place.column) == (10, 10)


def test_many_fences_in_each_other_are_read() -> None:
    text = "\n".join(f"{'~~~' if depth % 2 else '```'}answer {depth}" for depth in range(1500))
    assert _codes(f"{text}\n[x](about.md)") == ["link-form"]
