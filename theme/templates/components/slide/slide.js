// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Keys that a remote control sends move on by one slide; without this the page is read by scrolling. */

const STEPS = { PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };

/** @param {HTMLElement} slides */
export function enhance(slides) {
  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    const all = [...slides.children];
    const read = all.filter((slide) => slide.getBoundingClientRect().top < innerHeight / 2).length - 1;
    const next = all[read + step];
    if (!next) return;
    event.preventDefault();
    next.scrollIntoView();
  });
}
