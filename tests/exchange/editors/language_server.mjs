// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: AGPL-3.0-or-later
//
// Asks VS Code's YAML language server what it makes of a file: node language_server.mjs FILE FOLDER-OF-THE-TOOLS LINE COLUMN
// It is given no settings, so it finds the schema by the file's first line alone, or not at all.
import { createRequire } from "node:module";
import { join } from "node:path";
import { readFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const [file, tools, line, character] = process.argv.slice(2);
const require = createRequire(join(tools, "package.json"));
const { getLanguageService, SettingsState } = (() => {
  const service = require("yaml-language-server/out/server/src/languageservice/yamlLanguageService");
  const settings = require("yaml-language-server/out/server/src/yamlSettings");
  return { getLanguageService: service.getLanguageService, SettingsState: settings.SettingsState };
})();
const { TextDocument } = require("vscode-languageserver-textdocument");

const uri = pathToFileURL(file).href;
const document = TextDocument.create(uri, "yaml", 0, readFileSync(file, "utf-8"));
const service = getLanguageService({
  schemaRequestService: address => readFile(fileURLToPath(address), "utf-8"),
  workspaceContext: { resolveRelativePath: (path, from) => new URL(path, from).href },
  yamlSettings: new SettingsState(),
  telemetry: { send() {}, sendError() {}, sendTrack() {} },
});
service.configure({ validate: true, completion: true, hover: true, schemas: [], customTags: [], yamlVersion: "1.2" });

const place = { line: Number(line), character: Number(character) };
const [found, offered, hover] = [
  await service.doValidation(document, false),
  await service.doComplete(document, place, false),
  await service.doHover(document, place),
];
process.stdout.write(
  JSON.stringify({
    underlined: found.map(each => [each.range.start.line, each.message]),
    offered: offered.items.map(each => each.label),
    explained: hover ? (hover.contents.value ?? "") : "",
  }),
);
