#!/bin/sh
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Puts the editor of the forms at /admin/ into a hub's folder: Sveltia CMS (MIT) and the font of its icons (OFL-1.1).
# It needs npm, and asks npm's own registry once. docs/editors.md tells when to run it.
set -eu
hub="${1:?say where: sh tools/admin.sh FOLDER-OF-THE-HUB}"

known="$(cd "$(dirname "$0")/.." && pwd)/generator/porchlight/reading/editor_script.sha256"
sums="sha256sum -c"
command -v sha256sum >/dev/null || sums="shasum -a 256 -c"
command -v npm >/dev/null || { echo "npm is missing here. On Debian or Ubuntu: sudo apt-get install npm" >&2; exit 1; }
fetched=$(mktemp -d)
trap 'rm -rf "$fetched"' EXIT
npm install --prefix "$fetched" --silent --no-audit --no-fund --ignore-scripts \
    @sveltia/cms@0.221.1 @fontsource-variable/material-symbols-outlined@5.3.8

cms="$fetched/node_modules/@sveltia/cms"
icons="$fetched/node_modules/@fontsource-variable/material-symbols-outlined"
mkdir "$fetched/admin"
cp "$cms/dist/sveltia-cms.js" "$fetched/admin/sveltia-cms.js"
cp "$cms/LICENSE.txt" "$fetched/admin/sveltia-cms.LICENSE.txt"
cp "$icons/files/material-symbols-outlined-latin-wght-normal.woff2" "$fetched/admin/icons.woff2"
cp "$icons/LICENSE" "$fetched/admin/icons.LICENSE.txt"

# The build publishes these very files and no others, so nothing else is put there.
(cd "$fetched/admin" && $sums "$known" >/dev/null) || { echo "What came is not what is known. Nothing was put there." >&2; exit 1; }
mkdir -p "$hub/admin"
cp "$fetched/admin/"* "$hub/admin/"
echo "The editor is in $hub/admin/. Build the site: it then has /admin/."
