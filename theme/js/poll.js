// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { make } from "./main.js";

/**
 * Sends a poll without leaving it, so that no answer is lost on a bad line. Without this, the plain form is sent. How a
 * service wants it and how it says yes stands in the form as data: nothing here knows one service from another.
 */

/** Longer than a slow line needs, shorter than anyone waits without a word. */
const PATIENCE = 30_000;

/** @param {HTMLFormElement} form */
export function enhance(form) {
  const words = JSON.parse(form.dataset.words);
  const service = JSON.parse(form.dataset.service ?? "null");
  const told = form.querySelector("[role=alert]");
  const rescue = form.querySelector(".rescue");
  const button = form.querySelector(".button[type=submit]");
  const label = button.textContent;
  const place = `poll ${JSON.parse(form.dataset.sheet).code}`;
  let carry = fresh();
  let busy = false;

  function fresh() {
    return service?.once ? { [service.once]: random() } : {};
  }

  /** @param {string} message */
  function tell(message) {
    told.textContent = message;
  }

  /** @param {boolean} is */
  function sending(is) {
    busy = is;
    if (is) button.setAttribute("aria-disabled", "true");
    else button.removeAttribute("aria-disabled");
    button.textContent = is ? words.sending : words.again || label;
  }

  /**
   * Until they are sent, this tab keeps the marks; a browser that keeps nothing for a page does without.
   * @param {boolean} unsent whether they were to be sent; else they only go along to the page in another language
   */
  function keep(unsent) {
    const marks = [...form.querySelectorAll(":checked")].map((radio) => radio.id);
    try {
      sessionStorage.setItem(place, JSON.stringify({ marks, carry, unsent }));
    } catch {}
  }

  function drop() {
    try {
      sessionStorage.removeItem(place);
    } catch {}
  }

  function forget() {
    carry = fresh();
    rescue.hidden = true;
    tell("");
    button.textContent = label;
    drop();
  }

  /** Brings the marks back that were not sent before this page was loaded again or in another language. */
  function restore() {
    let kept;
    try {
      kept = JSON.parse(sessionStorage.getItem(place));
    } catch {}
    if (!kept) return;
    carry = kept.carry;
    for (const radio of form.querySelectorAll("[type=radio]")) radio.checked = kept.marks.includes(radio.id);
    if (!kept.unsent) return drop();
    sending(false);
    rescue.hidden = false;
    tell(words.kept);
  }

  /** True once the answers are stored; what went wrong has been told otherwise. */
  async function send() {
    const body = new URLSearchParams(new FormData(form));
    for (const name in carry) body.set(name, carry[name]);
    const stop = new AbortController();
    const clock = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const response = await fetch(service.address, { ...packed(body, service.json), signal: stop.signal });
      const reply = await response.json().catch(() => ({}));
      if (isTaken(response, reply)) return true;
      Object.assign(carry, reply.carry);
      keep(true);
      tell([404, 405, 501].includes(response.status) ? words.closed : reasons(reply) || words.refused);
    } catch {
      tell(stop.signal.aborted ? words.slow : words.failed);
    } finally {
      clearTimeout(clock);
    }
    return false;
  }

  function isTaken(response, reply) {
    const { statuses, path, values } = service;
    const says = path && at(reply, path).map(String);
    return statuses.includes(response.status) && (!path || says.some((each) => !values[0] || values.includes(each)));
  }

  function reasons(reply) {
    const found = service.errors.map((path) => at(reply, path).filter((each) => typeof each === "string"));
    return found.find((texts) => texts.length)?.join(" ");
  }

  /** The marks as a line of a sheet of paper, for whoever keys in paper. */
  function line() {
    const { code, blocks } = JSON.parse(form.dataset.sheet);
    const mark = (name) => {
      const radios = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
      const place = radios.findIndex((radio) => radio.checked);
      return place < 0 ? "." : (place + 1) % radios.length;
    };
    return [`?${code}`, "???", ...blocks.map((names) => names.map(mark).join(""))].join(" ");
  }

  function save() {
    const link = make("a");
    link.href = URL.createObjectURL(new Blob([[...words.file, line(), ""].join("\n")], { type: "text/plain" }));
    link.download = `${form.dataset.poll}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE);
  }

  form.addEventListener("submit", async (event) => {
    const empty = !form.querySelector(":checked");
    if (service || empty) event.preventDefault();
    if (busy || !(service || empty)) return;
    if (empty) return tell(words.nothing);
    tell("");
    sending(true);
    keep(true);
    const stored = await send();
    sending(false);
    rescue.hidden = stored;
    if (!stored) return;
    form.reset();
    location.assign(form.dataset.next);
  });
  // Enter on a mark would send the poll: whoever goes on by keyboard means this line, not all of them.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.type === "radio") event.preventDefault();
  });
  form.addEventListener("reset", forget);
  rescue.addEventListener("click", ({ target }) => {
    if (target.dataset.do === "file") save();
    if (target.dataset.do === "print") print();
  });
  for (const link of document.querySelectorAll("a[hreflang][lang]")) {
    link.addEventListener("click", () => keep(busy || !rescue.hidden));
  }
  restore();
}

/**
 * What a script gives to `fetch`: the body as a form or as JSON, and nothing that tells who sends it.
 * @param {URLSearchParams} body
 * @param {boolean} json
 */
function packed(body, json) {
  const headers = { Accept: "application/json" };
  if (json) headers["Content-Type"] = "application/json";
  return { method: "POST", headers, credentials: "omit", body: json ? JSON.stringify(Object.fromEntries(body)) : body };
}

/** What stands at a path like “errors[].message”, as a list. */
function at(reply, path) {
  const steps = path.replaceAll("[]", "").split(".");
  return steps.reduce((found, step) => found.flatMap((each) => each?.[step] ?? []), [reply]);
}

/** A random word, by which one sending is stored once however often it arrives. */
function random() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
