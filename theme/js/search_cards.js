// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { age, daysSince, make, said } from "./main.js";

/**
 * How a search shows what it found: first what decides, how sure it is, then the number to call.
 * @param {Record<string, string>} words the page's own
 * @param {string} root leads from the page to the site's first page
 */
export function resultCards(words, root) {
  /** The lines for a danger; where the hub has none of them, there is always 988. */
  function danger(lines) {
    const section = group(words.danger, lines);
    const calls = [dial(words.emergency, "tel:911")];
    if (!lines.length) calls.push(" ", dial(words.crisis, "tel:988"));
    section.firstChild.after(make("p", `${words.now} `, ...calls));
    return section;
  }

  function dial(text, href) {
    const button = make("a", text);
    button.className = "button";
    button.href = href;
    return button;
  }

  function group(title, cards) {
    const section = make("section", make("h2", title), make("div", ...cards.map(card)));
    section.className = "group flow";
    section.lastChild.className = "cards";
    return section;
  }

  function card(meta) {
    const link = make("a", meta.title);
    link.href = root + meta.url;
    if (meta.lang) link.lang = meta.lang;
    const full = meta.full && daysSince(meta.full_until) <= 0 && meta.full;
    const kind = [meta.kind, meta.status, full].filter(Boolean).join(" · ");
    const article = make("article", make("h3", link), make("p", kind), decides(meta), make("p", checked(meta)));
    article.className = "card";
    article.children[1].className = "kind";
    article.lastChild.className = "soft";
    if (meta.notices) note(article, JSON.parse(meta.notices));
    if (meta.call) article.append(make("p", callButton(meta)));
    return article;
  }

  /** The module comes with the first notice: few searches find one. */
  async function note(article, notices) {
    const { noted } = await import("./noted.js");
    article.children[1].after(...noted(notices));
  }

  /** Whom it is for, the cost, the place and how sure it is; past the day by which it must be read again, that this is so. */
  function decides(meta) {
    if (meta.until && daysSince(meta.until) > 0) {
      const notice = make("p", said("review"));
      notice.className = "notice";
      return notice;
    }
    const lines = make("dl");
    for (const name of ["who", "cost", "place"])
      if (meta[name]) lines.append(make("dt", words[name]), make("dd", meta[name]));
    const sure = daysSince(meta.proof_until) > 0 ? meta.proof_then : meta.proof;
    if (sure) lines.append(make("dt", words.proof), make("dd", sure));
    if (meta.who_lang) lines.querySelector("dd").lang = meta.who_lang;
    return lines;
  }

  function callButton({ call, call_href: href, title }) {
    const button = dial(call, href);
    button.setAttribute("aria-label", `${call}: ${title}`);
    return button;
  }

  function checked(meta) {
    const days = meta.day ? daysSince(meta.day) : -1;
    if (days > meta.days) return words.old.replace("{age}", age(days));
    return meta.checked_words + (age(days) && ` (${age(days)})`);
  }

  return { danger, group };
}
