// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The form above a list that sorts it by several questions at once. Nothing is loaded before somebody asks, and what is
 * chosen stands behind “#” in the address, which is never sent. What the list then looks like is bands.js.
 */

const MOST_PLACES = 8;

/** @param {HTMLElement} root */
export function enhance(root) {
  const { base, gazetteer } = root.dataset;
  const long = "long" in root.dataset;
  const words = JSON.parse(root.dataset.words);
  const [form, told, which, count, results] = ["form", ".told", ".which", ".count", ".results"].map((at) =>
    root.querySelector(at),
  );
  const { near: box, open, here } = form.elements;
  const questions = [...form.querySelectorAll("[name=q]")];
  const picks = [...form.querySelectorAll("select")];
  const folder = form.firstElementChild;
  const fields = [box, open, ...questions, ...picks];
  const look = { base, words, patterns: root.querySelector("template").content.children, questions };
  const files = {};
  let near = { typed: "" };
  let placed;
  let newest = 0;

  /** What is filled in, as the address tells it. */
  const filled = () => `${new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()))}`;

  /** Fills the form with what the address says; what the form does not know is left out. */
  function read() {
    const said = new URLSearchParams(location.hash.slice(1));
    box.value = (said.get("near") ?? "").slice(0, box.maxLength);
    for (const tick of [...questions, open]) tick.checked = said.getAll(tick.name).includes(tick.value);
    for (const pick of picks) {
      const asked = said.get(pick.name);
      pick.value = [...pick.options].some(({ value }) => value === asked) ? asked : "";
    }
  }

  function changed() {
    const said = filled();
    if (said !== location.hash.slice(1)) history.pushState(null, "", said ? `#${said}` : location.pathname);
    return show();
  }

  async function show() {
    const mine = ++newest;
    try {
      await locate();
      if (told.textContent === words.long) hint("");
      const sorting = filled() || near.point ? sorted() : [];
      if (isAsking()) folder.open = true;
      const [bands, found] = await sorting;
      if (mine === newest) draw(bands?.sections(found, near, look), bands?.sum(found, words));
    } catch {
      if (mine === newest) draw([], words.failed);
    }
  }

  /** The list sorted as the form says; of a long one, only what helps in one state, or where a ZIP code lies in two. */
  async function sorted() {
    const picked = picks.find(({ name }) => name === "place")?.value;
    const states = picked ? [picked] : near.state ? [near.state, ...near.also] : [];
    if (long && !states[0]) return isUnclear() || hint(words.long), [];
    const names = long ? new Set([...states, "us"].map((state) => `find-${state.slice(0, 5).toLowerCase()}`)) : ["find"];
    const [bands, ...loaded] = await Promise.all([import("./bands.js"), ...[...names].map(load)]);
    const asked = questions.flatMap((tick, at) => (tick.checked ? [at] : []));
    return [bands, await bands.sorted(loaded, { asked, picks, open: open.checked, near })];
  }

  /** A file of the list; a place for which there is none has no records of its own. */
  async function load(name) {
    if (!files[name]) {
      const answer = await fetch(`${base}${name}.json`);
      files[name] = answer.status === 404 ? { rows: [] } : await answer.json();
    }
    return files[name];
  }

  /** Finds the typed place once; where several have its name, the reader chooses. */
  function locate() {
    const typed = box.value.trim();
    if (typed === near.typed) return placed;
    near = { typed };
    hint("");
    placed = typed && find(typed).catch((fault) => Promise.reject(fault, (near = {})));
    return placed;
  }

  async function find(typed) {
    const found = (await (await import("./place.js")).lookup(typed, gazetteer)).slice(0, MOST_PLACES);
    if (near.typed !== typed) return;
    if (found.length === 1) near = { ...found[0], typed };
    hint(found.length > 1 ? words.which : (found[0]?.label ?? words.nowhere));
    if (found.length > 1) which.append(...found.map(offer));
  }

  function offer(place) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "button second", textContent: place.label });
    button.addEventListener("click", () => {
      settle({ ...place, typed: place.label }, place.label);
      box.focus();
    });
    return button;
  }

  /** Takes a place as the one that is meant. */
  function settle(place, said) {
    near = place;
    placed = undefined;
    box.value = place.typed;
    hint(said);
    changed();
  }

  /** Whether the typed place is none that we know, or one of several. */
  const isUnclear = () => Boolean(near.typed && !near.point);
  const isAsking = () => isUnclear() || told.textContent === words.long;

  /** Makes room for the list, unless the reader must say more first: that stays in sight. */
  async function fold() {
    await Promise.allSettled([locate()]);
    folder.open = isAsking();
    (folder.open ? (which.firstElementChild ?? box) : folder.firstElementChild).focus();
    if (folder.open) told.scrollIntoView({ block: "center" });
  }

  function hint(said) {
    which.replaceChildren();
    if (told.textContent !== said) told.textContent = said;
  }

  /** In the place of the whole list, which comes back where there is nothing to show. */
  function draw(sections = [], said = "") {
    results.replaceChildren(...sections);
    document.getElementById("whole")?.toggleAttribute("hidden", sections.length > 0);
    if (count.textContent !== said) count.textContent = said;
  }

  form.classList.remove("waiting");
  form.addEventListener("change", changed);
  form.addEventListener("reset", () => setTimeout(() => settle({ typed: "" }, "")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await changed(); // or the list would be drawn anew under whoever has gone on to it
    fold();
  });
  here.addEventListener("click", async () => {
    try {
      settle({ point: await (await import("./place.js")).here(), typed: "" }, "");
    } catch {
      hint(words.lost);
    }
  });
  addEventListener("popstate", () => {
    if (location.hash && !fields.some(({ name }) => location.hash.includes(`${name}=`))) return; // a way inside the page
    read();
    show();
  });
  read();
  if (filled()) show();
}
