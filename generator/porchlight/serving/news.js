// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// What `porchlight serve` adds to each page that it shows; no written file holds it. The page asks once, and is
// answered when there is something new: then it loads itself again, or shows what is to be mended.

const AGAIN = 1000;
const { pages } = document.currentScript.dataset;
let seen = "";
let asking = new AbortController();
let panel;

async function listen() {
  await visible();
  asking = new AbortController();
  try {
    const answer = await fetch(`/--version?seen=${seen}`, { cache: "no-store", signal: asking.signal });
    hear(await answer.json());
  } catch {
    await new Promise((go) => setTimeout(go, AGAIN)); // the server is starting again, or the page was hidden
  }
  listen();
}

/** A browser holds six lines to a host: a page that nobody sees must not keep one. */
function visible() {
  if (!document.hidden) return undefined;
  return new Promise((go) => document.addEventListener("visibilitychange", go, { once: true }));
}

document.addEventListener("visibilitychange", () => document.hidden && asking.abort());

function hear(news) {
  const isNew = news.state !== seen;
  seen = news.state;
  if (news.pages !== pages) location.reload();
  else if (isNew) show(news);
}

function show(news) {
  panel?.remove();
  if (!news.said) return;
  panel = made("section", "porchlight-news");
  panel.setAttribute("role", "alert");
  panel.lang = "en";
  const close = made("button", "", "Close");
  close.type = "button";
  close.addEventListener("click", () => panel.remove());
  const list = made("ol");
  list.append(...news.problems.map(item));
  panel.append(made("p", "", news.said), ...(news.problems.length ? [list] : []), made("p", "", news.more), close);
  document.body.prepend(panel);
}

function item({ place, sentence, paste }) {
  const told = made("li");
  told.append(made("code", "", place), made("p", "", sentence));
  if (paste) told.append(made("pre", "", paste));
  return told;
}

function made(name, style = "", text = "") {
  const element = document.createElement(name);
  if (style) element.className = style;
  element.textContent = text; // what people wrote is never markup
  return element;
}

const look = document.createElement("link");
look.rel = "stylesheet";
look.href = "/--news.css";
document.head.append(look);
listen();
