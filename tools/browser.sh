#!/bin/sh
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Makes sure that there is a Chromium for the tests that drive a browser; tests/conftest.py looks for the same names.
set -eu

find_browser() {
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name"; then return 0; fi
    done
    return 1
}

if found=$(find_browser); then
    echo "Using $found."
    exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=sudo
else
    as_root=none
fi

if [ "$as_root" != none ] && command -v apt-get >/dev/null; then
    echo "No Chromium here yet: installing Debian's."
    $as_root apt-get update --quiet=2
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends chromium
fi

if found=$(find_browser); then
    echo "Using $found."
else
    echo "The tests drive a browser, and none is here: install Chromium (Debian: sudo apt-get install chromium), then try again." >&2
    exit 1
fi
