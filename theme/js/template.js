// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later

import { packed, unpacked } from "./packing.js";

/** Puts what people type into the text of a template, and makes a file of it. Nothing is sent: the files are made here. */

const TYPES = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
  md: "text/markdown",
};
const NOT_IN_XML = /[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const MEANT = /[\\`*_[\]<>#|&~$]/g;
const LINE = "_".repeat(16);
const AT_START = /^(\s*)([-+=]|\d+(?=[.)]))/gm;

/** @param {HTMLFormElement} form beside the text, whose places carry the names of its fields */
export function enhance(form) {
  const { name, lang, made, failed, ...files } = form.dataset;
  const fields = new Map([...form.querySelectorAll("[data-field]")].map((field) => [field.dataset.field, field]));
  const gaps = [...document.querySelectorAll("[data-gap]")].map((gap) => ({ gap, blank: [...gap.childNodes] }));
  const status = form.querySelector("[role=status]");
  let ready;

  /** The files are here before anything is typed, so that no request can tell of it. */
  const fetched = () => (ready ??= Promise.all(Object.keys(TYPES).map((ending) => load(files[ending]))));

  /** @param {string} of a field's name */
  function value(of) {
    const field = fields.get(of);
    const text = field.value.replace(/\r\n?/g, "\n").replace(NOT_IN_XML, "").trim();
    if (!text && field.defaultValue) return LINE; // what the site put in was taken out
    if (field.type !== "date" || !text) return text;
    return new Date(`${text}T12:00`).toLocaleDateString(lang, { dateStyle: "long" });
  }

  function show() {
    for (const { gap, blank } of gaps) {
      const text = value(gap.dataset.gap);
      gap.replaceChildren(...(text ? [text] : blank));
      gap.classList.toggle("put", text);
      gap.dir = text ? "auto" : "";
    }
  }

  /** @param {"docx" | "odt" | "md"} ending */
  async function make(ending) {
    const [docx, odt, md] = await fetched();
    if (ending === "md") return inMarkdown(new TextDecoder().decode(md), gaps, value);
    const [part, put] = ending === "docx" ? ["word/document.xml", intoWord] : ["content.xml", intoOdt];
    const parts = unpacked(ending === "docx" ? docx : odt);
    parts.set(part, filled(parts.get(part), put, value));
    return packed(parts);
  }

  form.addEventListener("focusin", () => fetched().catch(() => (ready = undefined)));
  form.addEventListener("input", show);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const ending = event.submitter?.value ?? "docx";
    if (ending === "pdf") return print();
    try {
      hand(await make(ending), TYPES[ending], `${name}.${ending}`);
      status.textContent = made;
    } catch {
      status.textContent = failed;
    }
  });
  for (const field of form.querySelectorAll("[data-today]")) {
    const now = new Date();
    field.valueAsNumber = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate());
  }
  show();
  form.hidden = false;
}

/** @param {string} address */
async function load(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * The part of a file with words in its places.
 * @param {Uint8Array} part
 * @param {(xml: Document, value: (name: string) => string) => void} put
 */
function filled(part, put, value) {
  const xml = new DOMParser().parseFromString(new TextDecoder().decode(part), "application/xml");
  put(xml, value);
  const text = new XMLSerializer().serializeToString(xml.documentElement); // browsers differ on what stands before it
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${text}`);
}

/** A control becomes the words in it, in its own look. */
function intoWord(xml, value) {
  for (const control of [...xml.getElementsByTagName("w:sdt")]) {
    const text = said(control.getElementsByTagName("w:tag")[0]?.getAttribute("w:val"), value);
    if (!text) continue;
    const run = control.getElementsByTagName("w:r")[0];
    const make = (name) => xml.createElementNS(run.namespaceURI, name);
    for (const old of [...run.children]) if (old.nodeName !== "w:rPr") old.remove();
    text.split("\n").forEach((line, number) => {
      if (number) run.append(make("w:br"));
      const words = make("w:t");
      words.setAttribute("xml:space", "preserve");
      words.textContent = line;
      run.append(words);
    });
    control.replaceWith(run);
  }
}

/** A placeholder, and its further lines to write on, become the words. */
function intoOdt(xml, value) {
  for (const place of [...xml.getElementsByTagName("text:placeholder")]) {
    const text = said(place.getAttribute("text:description"), value);
    if (!text) continue;
    const make = (name) => xml.createElementNS(place.namespaceURI, name);
    const words = text.split(/(\n|\t| {2,}|^ | $)/).map((piece) => {
      if (piece === "\n") return make("text:line-break");
      if (piece === "\t") return make("text:tab");
      if (!piece || piece.trim()) return piece;
      const spaces = make("text:s");
      spaces.setAttributeNS(place.namespaceURI, "text:c", piece.length);
      return spaces;
    });
    place.parentNode.replaceChildren(...words);
  }
}

const said = (name, value) => (name ? value(name) : "");

/** The places stand in the file in the order of the page, each as blank as there. */
function inMarkdown(text, gaps, value) {
  let [made, rest] = ["", text];
  for (const { gap, blank } of gaps) {
    const old = "known" in gap.dataset ? escaped(blank[0].data, " ") : blank[0].data;
    const at = rest.indexOf(old);
    const before = rest.slice(0, at);
    const after = rest.slice(at + old.length);
    const lines = /^(?:\\?\s_{60})*/.exec(after)[0];
    const inLine = /(?:^|\n)\s*[#|][^\n]*$/.test(made + before);
    const words = value(gap.dataset.gap);
    made += before + (words ? escaped(words, inLine ? " " : "\\\n") : old + lines);
    rest = after.slice(lines.length);
  }
  return new TextEncoder().encode(made + rest);
}

function escaped(text, lineBreak) {
  return text
    .replace(MEANT, "\\$&")
    .replace(AT_START, (_, space, sign) => (/\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`))
    .replace(/\n/g, lineBreak);
}

/** Hands the file to the browser, which puts it where its downloads go. */
function hand(content, type, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
