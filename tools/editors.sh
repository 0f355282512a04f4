#!/bin/sh
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Makes sure that the programs by which people edit YAML are there to test with, below the folder given: the editor of
# /admin/, the YAML writers of Sveltia CMS, of Decap CMS and of many others, and the language server of VS Code.
set -eu
tools=$(cd "$(dirname "$0")" && pwd)
cd "${1:?say where: sh tools/editors.sh .venv}"

command -v npm >/dev/null || { echo "No npm here: the tests of editors are left out."; exit 0; }
mkdir -p editors
npm install --prefix editors --silent --no-audit --no-fund --ignore-scripts \
    yaml@2.9.1 yaml-of-decap@npm:yaml@1.10.3 js-yaml@5.5.0 yaml-language-server@1.25.0
sh "$tools/admin.sh" editors
