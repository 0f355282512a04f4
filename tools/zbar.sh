#!/bin/sh
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Puts a reader of square codes here where it can, for the test that looks at printed ones; without it that test is skipped.
set -eu

command -v zbarimg && exit 0
command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] || exit 0
echo "Installing Debian's zbar-tools."
apt-get update --quiet=2
env DEBIAN_FRONTEND=noninteractive apt-get install --quiet=2 --yes --no-install-recommends zbar-tools
