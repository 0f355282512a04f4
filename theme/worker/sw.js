// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Keeps pages on a phone whose reader asked for it. The build puts one line before this file: `SITE`, with the version,
 * the pages and files kept from the start (below the worker's folder), the words of each language, and the folders
 * `beside` these pages in which other hubs stand: those have a worker of their own.
 *
 * The network comes first, so that nothing old is shown while there is something newer. What comes from the phone says
 * on which day it was saved.
 */

const ROOT = new URL("./", self.location).pathname;
const OURS = `porchlight ${ROOT} `;
const SHELL = `${OURS}shell ${SITE.version}`;
const PAGES = `${OURS}pages`;
const MOST_PAGES = 60;
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOld().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  const ours = new URL(request.url).origin === self.location.origin && path.startsWith(ROOT);
  if (!ours || request.method !== "GET" || SITE.beside.some((folder) => path.startsWith(ROOT + folder))) return;
  if (path.startsWith(`${ROOT}assets/`)) event.respondWith(fromPhone(request));
  else if (request.mode === "navigate" && !path.startsWith(`${ROOT}f/`)) event.respondWith(fromNetwork(event));
});

async function keepShell() {
  const cache = await caches.open(SHELL);
  const keep = async (path) => {
    const response = await fetch(ROOT + path, { cache: "reload" });
    if (response.ok) await cache.put(ROOT + path, await stamped(response));
  };
  await Promise.all(SITE.shell.map(keep));
}

async function dropOld() {
  const old = (await caches.keys()).filter((name) => name.startsWith(`${OURS}shell `) && name !== SHELL);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Files whose name changes with their content; a page that was saved before asks for older ones than are kept. */
async function fromPhone(request) {
  return (await caches.match(request)) ?? fetch(request).catch(() => ofSameName(request.url));
}

async function ofSameName(url) {
  const cache = await caches.open(SHELL);
  const name = url.slice(url.lastIndexOf("/"));
  const found = (await cache.keys()).find((kept) => kept.url.endsWith(name));
  return found ? cache.match(found) : Response.error();
}

/** The page from the network; after some seconds without an answer, or where there is none, the one that was saved. */
async function fromNetwork(event) {
  const address = pageOf(event.request.url);
  const network = fetch(event.request, { cache: "no-cache" }); // never an old copy that the browser kept by itself
  event.waitUntil(network.then((response) => remember(address, response.clone())).catch(() => {}));
  const answer = await Promise.race([network, new Promise((done) => setTimeout(done, PATIENCE))]).catch(() => {});
  if (answer?.status < 500) return answer;
  const saved = await newest(address);
  return saved ? dated(saved, address) : network.catch(() => Response.redirect(`${ROOT + language(address)}offline/`));
}

/** What is there is kept; what was taken away is not told any longer. */
async function remember(address, response) {
  if (response.ok && !response.redirected) await keepPage(address, response);
  else if ([404, 410].includes(response.status)) await (await caches.open(PAGES)).delete(address);
}

/** The newest copy of a page: one that was opened, or one that came with the worker. */
async function newest(address) {
  const copies = await Promise.all([PAGES, SHELL].map(async (name) => (await caches.open(name)).match(address)));
  const day = (copy) => copy.headers.get("X-Saved");
  return copies.filter(Boolean).sort((a, b) => (day(a) < day(b) ? 1 : -1))[0];
}

/** A page's address without what stands behind “?”: one page is kept once. */
function pageOf(url) {
  return new URL(url).pathname;
}

/** The folder of the page's language: "" for the first one. */
function language(address) {
  const folder = `${address.slice(ROOT.length).split("/")[0]}/`;
  return folder in SITE.words ? folder : "";
}

async function keepPage(address, response) {
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) return;
  const cache = await caches.open(PAGES);
  await cache.delete(address);
  await cache.put(address, await stamped(response));
  const kept = await cache.keys();
  await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_PAGES)).map((oldest) => cache.delete(oldest)));
}

/** The same answer with the day on which it was saved, and a page's title for the list of what is saved. */
async function stamped(response) {
  const type = response.headers.get("Content-Type") ?? "";
  const body = await response.blob();
  const headers = { "Content-Type": type, "X-Saved": new Date().toISOString() };
  if (type.startsWith("text/html")) {
    const title = /<title>([^<]*)/.exec(await body.text())?.[1] ?? "";
    headers["X-Title"] = encodeURIComponent(title);
  }
  return new Response(body, { headers });
}

/** The saved page with a line that says so. The words are ours and the day is a date: no markup comes in with them. */
async function dated(response, address) {
  const words = SITE.words[language(address)];
  const day = new Date(response.headers.get("X-Saved")).toLocaleDateString(words.lang, { dateStyle: "long" });
  const line = `<p class="wrap saved">${words.saved.replace("{day}", day)}</p>`;
  const html = (await response.text()).replace('<main id="main"', `${line}<main id="main"`);
  return new Response(html, { headers: { "Content-Type": "text/html; charset=utf-8" } });
}
