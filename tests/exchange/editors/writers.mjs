// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// Reads a list of YAML texts as JSON, and writes each anew as an editor would: node writers.mjs WRITER FOLDER-OF-THE-TOOLS
import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const [writer, tools] = process.argv.slice(2);
const require = createRequire(join(tools, "package.json"));

// The options are those with which each editor calls its library.
const WRITERS = {
  sveltia: () => {
    const { parse, stringify } = require("yaml");
    const options = { indent: 2, indentSeq: true, lineWidth: 0, defaultKeyType: "PLAIN", defaultStringType: "PLAIN" };
    return text => stringify(parse(text), null, { ...options, singleQuote: true });
  },
  decap: () => {
    const { parse, stringify } = require("yaml-of-decap");
    return text => stringify(parse(text));
  },
  "js-yaml": () => {
    const { load, dump } = require("js-yaml");
    return text => dump(load(text));
  },
};

const write = WRITERS[writer]();
const texts = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(texts.map(write)));
