#!/bin/sh
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Makes sure that the two judges of HTML are there, below the folder given: the Nu checker (Java) and html-validate (Node).
set -eu
cd "${1:?say where: sh tools/markup.sh .venv}"

missing=
command -v java >/dev/null || missing="$missing default-jre-headless"
command -v npm >/dev/null || missing="$missing nodejs npm"
if [ -n "$missing" ]; then
    if [ "$(id -u)" -eq 0 ]; then as_root=; else as_root=sudo; fi
    echo "Installing Debian's$missing for the checks of HTML."
    $as_root apt-get update --quiet=2
    # shellcheck disable=SC2086 # several names
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends $missing
fi

mkdir -p markup
npm install --prefix markup --silent --no-audit --no-fund --ignore-scripts vnu-jar@26.9.27 html-validate@10.17.0
