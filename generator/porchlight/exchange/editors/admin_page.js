// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
// Runs before the editor. Its words in other languages are on a host that this page may not ask, and it would wait for
// them without end: so it speaks English here, like the titles of the fields, whatever the browser speaks.
const kept = "sveltia-cms.prefs";
let wishes = {};
try {
  wishes = JSON.parse(localStorage.getItem(kept)) ?? {};
} catch {
  // What cannot be read is written anew.
}
localStorage.setItem(kept, JSON.stringify({ ...wishes, locale: "en-US" }));

// A record's short name is written once: its file and all that leads to it are called so. Only a new record's form asks.
const tell = () => {
  document.documentElement.dataset.form = location.hash.includes("/entries/") ? "there" : "new";
};
addEventListener("hashchange", tell);
tell();
