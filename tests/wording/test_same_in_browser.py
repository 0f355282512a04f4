# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The engine in the browser finds what the generator's finds: each place, each word, each reason to leave it alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.serving import serving
from tests.theme.components import THEME
from tests.wording.judging import LANGUAGES, finder, judged, shipped_lexicon

pytestmark = pytest.mark.browser

PREPARE = """async (lexicons) => {
  const { wordFinder } = await import("/word_finder.js");
  window.asked = Object.fromEntries(lexicons.map(([language, data]) => [language, [wordFinder(data), data.words]]));
}"""
ASK = """([language, texts]) => {
  const [find, words] = window.asked[language];
  return texts.map((text) => find(text).map(({ start, end, word, kept }) => [start, end, words[word].id, kept]));
}"""

LONG = (140, 240, 290, 400, 495, 740, 990, 1400, 1491, 1492, 1600, 1990, 2100)

Found = list[tuple[int, int, str, str]]

GLUE = [
    " ",
    "  ",
    "\n",
    "\n\n",
    "\n> ",
    "\n- ",
    ". ",
    ", ",
    "“",
    "”",
    '"',
    "’",
    "'",
    "«",
    "»",
    "`",
    "*",
    "_",
    "<b>",
    "</b>",
    "😀",
    "—",
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    with serving(THEME / "js") as address:
        page.goto(f"{address}/word_finder.js")
        page.evaluate(PREPARE, [(language, shipped_lexicon(language).plain()) for language in LANGUAGES])
        yield page
    context.close()


def in_browser(page: Page, language: str, texts: list[str]) -> list[Found]:
    told = page.evaluate(ASK, [language, texts])
    return [[tuple(each) for each in found] for found in told]


def in_generator(language: str, text: str) -> Found:
    """The same with places as a browser counts them, where a character beyond the first 65,536 is two."""

    def place(at: int) -> int:
        return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2

    found = finder(language).find(text)
    return [(place(each.start), place(each.end), each.word, each.kept) for each in found]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_find_the_same_in_every_judged_sentence(page: Page, language: str) -> None:
    """Also in sentences of the other language, and in all of them as one text."""
    texts = [each.text for each in judged()]
    texts += [f"Heroin {'and ' * far}is clean" for far in range(30, 50)]  # how far “near” is
    texts += [text.upper() for text in texts] + ["\n\n".join(texts), " ".join(texts)]
    assert in_browser(page, language, texts) == [in_generator(language, text) for text in texts]


@pytest.mark.parametrize("marks", ["“{}”", "«{}»", '"{}"', "‘{}’", "'{}'", "<b {}>", "`{}`", "[x]({})"])
def test_both_count_the_characters_of_a_long_quote_alike(page: Page, marks: str) -> None:
    """A picture sign is one character to the generator and two to a browser that is not told otherwise."""
    texts = [f"They said {marks.format(f'{sign * long}addict {sign}')} there." for sign in "😀x" for long in LONG]
    assert in_browser(page, "en", texts) == [in_generator("en", text) for text in texts]


def spoken() -> st.SearchStrategy[str]:
    """“I”, up to ten words that may follow, and a form: in small letters, in large ones, or as a name or a headline."""
    cues = [shipped_lexicon(language).cues for language in LANGUAGES]
    forms = sorted({form for n in LANGUAGES for word in shipped_lexicon(n).words for form in word.forms})
    between = sorted(
        {word for each in cues for word in (*each.linking, *each.joining, *each.names, "Ohio", "stubborn")}
    )
    first = st.sampled_from(sorted({word for each in cues for word in (*each.own, *each.begins)}))
    said = st.tuples(first, st.lists(st.sampled_from(between), max_size=10), st.sampled_from(forms))
    row = said.map(lambda parts: " ".join((parts[0], *parts[1], parts[2])))
    return st.one_of(row, row.map(str.title), row.map(str.upper))


def mixtures() -> st.SearchStrategy[str]:
    """Pieces of sentences, of forms and of rules, glued together by what cuts texts up."""
    sentences = [each.text for each in judged()]
    words = sorted({word for text in sentences for word in text.split()})
    rules = sorted({e for n in LANGUAGES for w in shipped_lexicon(n).words for es in w.senses.values() for e in es})
    cues = sorted(
        {each for n in LANGUAGES for listed in shipped_lexicon(n).cues.plain().values() for each in listed.split(",")}
    )
    forms = sorted({form for n in LANGUAGES for word in shipped_lexicon(n).words for form in word.forms})
    piece = st.one_of(*map(st.sampled_from, (sentences, words, rules, cues, forms, GLUE, GLUE)), st.text(max_size=5))
    cased = st.one_of(piece, piece.map(str.upper), piece.map(str.title), spoken())
    return st.lists(st.tuples(cased, st.sampled_from(["", " ", " ", "\n"])), max_size=16).map(
        lambda pairs: "".join(text + end for text, end in pairs)
    )


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.lists(mixtures(), min_size=8, max_size=20))
def test_both_find_the_same_in_mixtures_of_them(page: Page, texts: list[str]) -> None:
    for language in LANGUAGES:
        assert in_browser(page, language, texts) == [in_generator(language, text) for text in texts]
