// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Keys that a remote control sends, and Space, move on by one slide; without this the page is read by scrolling. What is
 * pressed by Space keeps it.
 */

const STEPS = { " ": 1, PageDown: 1, ArrowRight: 1, PageUp: -1, ArrowLeft: -1 };

/** @param {HTMLElement} slides */
export function enhance(slides) {
  document.addEventListener("keydown", (event) => {
    let step = STEPS[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === " ") {
      if (event.target.closest("a,button,summary")) return;
      if (event.shiftKey) step = -1;
    }
    const all = [...slides.children];
    const read = all.filter((slide) => slide.getBoundingClientRect().top < innerHeight / 2).length - 1;
    const next = all[read + step];
    if (!next) return;
    event.preventDefault();
    next.scrollIntoView();
  });
}
