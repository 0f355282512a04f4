// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Keeps pages on this phone, or takes them off again, where the reader presses for it. Nothing is kept before. */

/** @param {HTMLElement} root shown only where the browser can do it */
export async function enhance(root) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  const words = JSON.parse(root.dataset.words);
  const worker = new URL(root.dataset.worker, location.href);
  const { href, pathname } = new URL("./", worker);
  const ours = `porchlight ${pathname} `;
  /** Never that of a site above this one, which the browser would answer with. */
  const kept = async () => (await serviceWorker.getRegistrations()).find(({ scope }) => scope === href);
  const [keep, drop, status, list] = root.querySelectorAll("button, [role=status], ul");

  /** @param {string} said */
  async function show(said) {
    keep.hidden = Boolean(await kept());
    drop.hidden = !keep.hidden;
    list.replaceChildren(...(keep.hidden ? await saved(`${ours}pages`) : []));
    status.textContent = said;
  }

  keep.addEventListener("click", async () => {
    try {
      await serviceWorker.register(worker);
      await serviceWorker.ready;
      await show(words.kept);
      drop.focus();
    } catch {
      await show(words.failed);
    }
  });

  drop.addEventListener("click", async () => {
    await (await kept())?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(ours));
    await Promise.all(names.map((name) => caches.delete(name)));
    await show(words.dropped);
    keep.focus();
  });

  await show("");
  root.hidden = false;
}

/** A line for each page that is saved, newest first. */
async function saved(pages) {
  const cache = await caches.open(pages);
  const lines = (await cache.keys()).map(async ({ url }) => {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = decodeURIComponent((await cache.match(url)).headers.get("X-Title") ?? "") || url;
    const line = document.createElement("li");
    line.append(link);
    return line;
  });
  return (await Promise.all(lines)).reverse();
}
