// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

/** Sends a poll without leaving it, so that no answer is lost on a bad line. Without this, the plain form is sent. */

/** @param {HTMLFormElement} form */
export function enhance(form) {
  const words = JSON.parse(form.dataset.words);
  const told = form.querySelector("[role=alert]");
  const button = form.querySelector("button");
  const carry = { _sid: random() };
  let busy = false;

  /** @param {string} message */
  function tell(message) {
    told.textContent = message;
  }

  /** True once the answers are stored; what went wrong has been told otherwise. */
  async function send() {
    const body = new URLSearchParams(new FormData(form));
    for (const name in carry) body.set(name, carry[name]);
    try {
      const headers = { Accept: "application/json" };
      const response = await fetch(form.action, { method: "POST", body, headers, credentials: "omit" });
      const reply = await response.json().catch(() => ({}));
      if (response.ok && reply.ok !== false && String(reply.success) !== "false") return true;
      Object.assign(carry, reply.carry);
      if ([404, 405, 501].includes(response.status)) tell(words.closed);
      else tell(reply.errors?.map((error) => error.message).join(" ") || words.refused);
    } catch {
      tell(words.failed);
    }
    return false;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy) return;
    if (!form.querySelector(":checked")) return tell(words.nothing);
    busy = true;
    const label = button.textContent;
    button.setAttribute("aria-disabled", "true");
    button.textContent = words.sending;
    tell("");
    if (await send()) return location.assign(form.dataset.next);
    button.textContent = words.again || label;
    button.removeAttribute("aria-disabled");
    busy = false;
  });
}

/** A random word, by which one sending is stored once however often it arrives. */
function random() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
