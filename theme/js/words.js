// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * A text of one's own, with the words of the page marked in it. The list of words is fetched when somebody comes to the
 * field; from then on nothing leaves the page. What to say and why is told in the words of the page's own entries.
 */

import { make } from "./main.js";
import { wordFinder } from "./word_finder.js";

/** @param {HTMLElement} box */
export function enhance(box) {
  const words = JSON.parse(box.dataset.words);
  const [text, language, press] = ["textarea", "select", "button"].map((name) => box.querySelector(name));
  const [status, marked, list] = ["[role=status]", ".marked", "ul"].map((name) => box.querySelector(name));
  const fetched = {};

  /** The words of the chosen language and what finds them; asked for once. */
  function loaded() {
    const from = language.value;
    return (fetched[from] ??= fetch(from)
      .then((answer) => answer.json())
      .then((data) => ({ find: wordFinder(data), words: data.words }))
      .catch((fault) => {
        delete fetched[from];
        throw fault;
      }));
  }

  async function show() {
    const typed = text.value;
    try {
      const known = await loaded();
      tell(typed, known.find(typed).map((found) => ({ ...found, ...known.words[found.word] })));
    } catch {
      status.textContent = words.failed;
    }
  }

  function tell(typed, found) {
    const count = found.filter(({ kept }) => !kept).length;
    status.textContent = count ? (count > 1 ? words.other : words.one).replace("{n}", count) : words.none;
    marked.hidden = !found.length;
    marked.lang = list.lang = language.selectedOptions[0].lang;
    marked.replaceChildren(...pieces(typed, found));
    list.replaceChildren(...found.filter(isFirst).map((each) => line(each, typed.slice(each.start, each.end))));
  }

  /** What the page tells of a word: what to say, and why; or why it may stay. */
  function line({ id, standing, kept }, says) {
    const link = make("a", says);
    link.href = `#${id}`;
    const about = make("p", link, `: ${kept ? words[kept] : words.standings[standing]}.`);
    about.lang = document.documentElement.lang;
    return make("li", about, ...(kept ? [] : entry(id)));
  }

  press.addEventListener("click", show);
  for (const field of [text, language]) field.addEventListener("focus", () => loaded().catch(() => {}));
  box.classList.remove("waiting");
}

/** False for a word that was told before. */
const isFirst = ({ id, kept }, at, found) => found.findIndex((each) => each.id === id && each.kept === kept) === at;

/** The text with its marks. */
function pieces(typed, found) {
  let last = 0;
  const parts = found.flatMap(({ start, end, kept }) => {
    const mark = make("mark", typed.slice(start, end));
    if (kept) mark.className = "kept";
    const before = typed.slice(last, start);
    last = end;
    return [before, mark];
  });
  return [...parts, typed.slice(last)];
}

/** The lines of a word's entry on the page, up to where they come from. */
function entry(id) {
  const lines = [];
  for (let at = document.getElementById(id)?.nextElementSibling; at?.matches("p:not(.soft)"); at = at.nextElementSibling)
    lines.push(at.cloneNode(true));
  return lines;
}
