// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The reader's own list: it is kept in this browser once the reader presses for it, and nobody is asked or told. Hubs that
 * are joined below one host keep a list each: this file lies two folders below its hub's first page.
 */

const STORE = `porchlight-list${import.meta.url.split("/").slice(3, -3)}`;
export const MOST = 40;
export const CODE = /^[b-df-hjkmnp-tv-z2-9]{6,8}$/;

/** What is kept, oldest first; nothing where the browser keeps nothing. */
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(STORE)).filter(Boolean).filter(isWhole);
  } catch {
    return [];
  }
}

/** False for what was put there by another hand. */
function isWhole({ code, name, words, on = "", day = "", call = "", href = "", notices = [] }) {
  const texts = [name, words, on, day, call, href, ...notices.flat()];
  return CODE.test(code) && texts.every((text) => typeof text === "string") && !day === !on;
}

/**
 * Keeps these and nothing else; false where the browser refuses.
 * @param {{code: string}[]} entries
 */
export function keep(entries) {
  try {
    if (entries.length) localStorage.setItem(STORE, JSON.stringify(entries));
    else localStorage.removeItem(STORE);
    return true;
  } catch {
    return false;
  }
}

/** @param {HTMLButtonElement} button keeps the record of its page, and takes it off again */
export function enhance(button) {
  const { list } = button.dataset;
  const words = JSON.parse(button.dataset.words);
  const mine = JSON.parse(button.dataset.kept);
  const status = button.parentElement.nextElementSibling;
  const others = () => kept().filter(({ code }) => code !== mine.code);
  const isKept = () => others().length < kept().length;

  function label() {
    button.textContent = isKept() ? words.drop : words.keep;
  }

  function press() {
    const before = others();
    if (isKept()) return keep(before) && words.dropped;
    if (before.length >= MOST) return words.full.replace("{most}", MOST);
    return keep([...before, mine]) ? words.kept : words.refused;
  }

  button.addEventListener("click", () => {
    const link = document.createElement("a");
    const said = press();
    link.href = said === words.refused ? `${list}#l=${mine.code}` : list;
    link.textContent = words.list;
    status.replaceChildren(`${said} `, link);
    label();
  });
  label();
  button.hidden = false;
}
