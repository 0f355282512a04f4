// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Shows the roles that suit what is picked. The picks stand behind “#” in the address, which is never sent, and in the
 * letter to the coordinator; they are kept nowhere.
 * @param {HTMLFormElement} form
 */
export function enhance(form) {
  const letter = document.querySelector("[data-letter]") ?? {};
  const blank = letter.href;
  const picked = (tell) => [...form].filter((tick) => tick.checked).map(tell);

  function show() {
    for (const tick of form) tick.checked = location.hash.includes(tick.value);
    for (const role of document.querySelectorAll("[data-fits]"))
      role.hidden = [...form.querySelectorAll("fieldset")].some((kind) => {
        const ticks = [...kind.querySelectorAll(":checked")];
        const isAsked = ticks.length && role.dataset.fits.includes(kind.name);
        return isAsked && !ticks.some((tick) => role.dataset.fits.includes(tick.value));
      });
    const left = document.querySelectorAll("[data-fits]:not([hidden]) :not([hidden])>a");
    form.querySelector("strong").textContent = new Set(Array.from(left, (link) => link.href)).size;
    const bySkill = document.querySelector("[data-fits*='/']:not([hidden]) li:not([hidden])");
    form.querySelector("i").hidden = !!bySkill || !form.querySelector("fieldset:first-of-type :checked");
    letter.href = blank + encodeURIComponent(picked((tick) => tick.parentNode.textContent));
  }

  form.onsubmit = () => document.querySelector("[data-fits]:not([hidden]) :not([hidden])>a")?.focus();
  form.onchange = () => (location.hash = picked((tick) => tick.value));
  window.onhashchange = show;
  show();
  form.className = "flow";
}
