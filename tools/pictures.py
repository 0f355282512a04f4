# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Takes the handbook's pictures from real pages of the made-up county, which stands still on one day.

    make pictures    writes docs/images/*.webp; look at each before you commit it

Lossless WebP is what Chromium itself writes, so nothing else is needed; with 17 shades of each color instead of 256
at the edges of letters, and the colors of areas kept as they are, it takes half the bytes and nobody sees it.
"""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from porchlight.build import site_files, sound_hub
from porchlight.site.theme import theme_folder
from porchlight.site.writing import publish_files

ROOT = Path(__file__).resolve().parent.parent
HUB = ROOT / "tests" / "hubs" / "full"
IMAGES = ROOT / "docs" / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-lcd-text")
PHONE, DESK, TABLE, SHEET = (320, 640), (1280, 640), (900, 560), (816, 700)
"""What is seen at once on a small phone, on a desk, on a table, and the top of a sheet of letter paper."""

AS_WEBP = """async (png) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const dots = context.getImageData(0, 0, canvas.width, canvas.height);
  const colors = new Uint32Array(dots.data.slice().buffer);
  const often = new Map();
  for (const color of colors) often.set(color, (often.get(color) ?? 0) + 1);
  const exact = new Set([...often].sort((one, other) => other[1] - one[1]).slice(0, 16).map(([color]) => color));
  for (const [at, value] of dots.data.entries())
    if (!exact.has(colors[at >> 2])) dots.data[at] = 16 * Math.round(value / 16);
  context.putImageData(dots, 0, 0);
  return canvas.toDataURL("image/webp", 1).split(",")[1];
}"""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page, the part of it that comes to the top, and how much of it is seen."""

    name: str
    path: str
    top: str = "h1"
    size: tuple[int, int] = PHONE
    media: Literal["screen", "print"] = "screen"


PICTURES = (
    Picture("home", "", size=DESK),
    Picture("home-phone", ""),
    Picture("list", "housing/ask/moud/", "main h2", DESK),
    Picture("record", "housing/maple-house/"),
    Picture("report", "housing/maple-house/", ".report-form"),
    Picture("ask", "housing/ask/registry/"),
    Picture("poll", "poll/needs/"),
    Picture("results", "poll/needs/results/", size=TABLE),
    Picture("needs", "poll/needs/needs/", size=TABLE),
    Picture("corrections", "corrections/"),
    Picture("sheet", "housing/maple-house/", "html", SHEET, "print"),
)


def taken(browser: Browser, address: str) -> Iterator[tuple[str, bytes]]:
    """Every picture's file name and bytes."""
    for picture in PICTURES:
        width, height = picture.size
        page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page.emulate_media(media=picture.media)
        page.goto(f"{address}/{picture.path}", wait_until="networkidle")
        page.locator(picture.top).first.evaluate("element => { element.open = true; element.scrollIntoView(); }")
        shot = page.screenshot(animations="disabled")
        page.close()
        yield f"{picture.name}.webp", _webp(browser.new_page(), shot)


def _webp(page: Page, shot: bytes) -> bytes:
    packed: str = page.evaluate(AS_WEBP, base64.b64encode(shot).decode())
    page.close()
    return base64.b64decode(packed)


@contextmanager
def county() -> Iterator[str]:
    """The address of the made-up county, on this machine alone."""
    with TemporaryDirectory() as folder:
        publish_files(Path(folder), site_files(sound_hub(HUB), theme_folder(HUB)))
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=folder))
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            server.server_close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


def main() -> None:
    """Take every picture and say how big it is."""
    chromium = next(filter(None, map(shutil.which, BROWSERS)))
    with county() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        for name, content in taken(browser, address):
            (IMAGES / name).write_bytes(content)
            print(f"docs/images/{name}  {len(content):,} bytes")
        browser.close()


if __name__ == "__main__":
    main()
