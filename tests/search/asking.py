# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Asks the search page of a built site, the way a reader does, and tells what stands there in the order of reading."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import Page, expect

KEYS = """() => [...document.querySelectorAll(".results h3 a")].map(
    (link) => new URL(link.href).pathname.replace(/^\\/(es\\/)?|\\/$/g, ""))"""

ASK_ALL = """async (queries) => {
  const [form, results] = ["[data-enhance=search] form", ".results"].map((at) => document.querySelector(at));
  const keys = KEYS;
  const answers = [];
  for (const query of queries) {
    form.elements.q.value = query;
    const answered = new Promise((done) => new MutationObserver((_, observer) => {
      if (results.getAttribute("aria-busy") !== "false") return;
      observer.disconnect();
      done();
    }).observe(results, { attributes: true }));
    form.requestSubmit();
    await answered;
    answers.push(keys());
  }
  return answers;
}""".replace("KEYS", KEYS)


DANGER = "Talk to someone now", "Hable con alguien ahora"
"""The heading of the box that a word of danger opens, in each language."""


def search_page(page: Page, address: str, language: str = "en") -> None:
    """Opens the search page of one language."""
    tree = "" if language == "en" else f"{language}/"
    page.goto(f"{address}/{tree}search/", wait_until="networkidle")


def answers(page: Page, queries: Sequence[str]) -> list[list[str]]:
    """For each query the keys of the records that stand there, first to last, once the search has ended."""
    found: list[list[str]] = page.evaluate(ASK_ALL, list(queries))
    return found


def ask(page: Page, query: str) -> None:
    """Types one query, presses Enter and waits for the end of the search."""
    page.locator("main [type=search]").fill(query)
    page.locator("main [type=search]").press("Enter")
    expect(page.locator(".results")).to_have_attribute("aria-busy", "false")


def shown(page: Page) -> list[str]:
    """The keys of the records that stand there now, first to last."""
    keys: list[str] = page.evaluate(KEYS)
    return keys
