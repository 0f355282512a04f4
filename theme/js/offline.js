// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Keeps pages on this phone, or takes them off again, where the reader presses for it. Nothing is kept before. */

/** @param {HTMLElement} root shown only where the browser can do it */
export async function enhance(root) {
  if (!("serviceWorker" in navigator)) return;
  const words = JSON.parse(root.dataset.words);
  const worker = new URL(root.dataset.worker, location.href);
  const ours = `porchlight ${new URL("./", worker).pathname} `;
  const [keep, drop] = root.querySelectorAll("button");
  const [status, list] = [root.querySelector("[role=status]"), root.querySelector("ul")];

  /** @param {string} said */
  async function show(said = "") {
    const kept = await navigator.serviceWorker.getRegistration(worker.href);
    keep.hidden = Boolean(kept);
    drop.hidden = !kept;
    list.replaceChildren(...(kept ? await saved(`${ours}pages`) : []));
    status.textContent = said;
  }

  keep.addEventListener("click", async () => {
    try {
      await navigator.serviceWorker.register(worker);
      await navigator.serviceWorker.ready;
      await show(words.kept);
      drop.focus();
    } catch {
      await show(words.failed);
    }
  });

  drop.addEventListener("click", async () => {
    await (await navigator.serviceWorker.getRegistration(worker.href))?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
    await show(words.dropped);
    keep.focus();
  });

  await show();
  root.hidden = false;
}

/** A line for each page that is saved, newest first. */
async function saved(pages) {
  const cache = await caches.open(pages);
  const lines = [];
  for (const request of await cache.keys()) {
    const response = await cache.match(request);
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = decodeURIComponent(response.headers.get("X-Title") ?? "") || request.url;
    const line = document.createElement("li");
    line.append(link);
    lines.unshift(line);
  }
  return lines;
}
