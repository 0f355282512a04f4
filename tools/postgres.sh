#!/bin/sh
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
#
# Sees to a PostgreSQL for the tests where that can be done; without one, they test SQLite alone and say so.
# tests/form_service/postgres.py looks in the same places and starts a server of its own.
set -eu

find_postgres() {
    for program in /usr/lib/postgresql/*/bin/postgres; do
        if [ -x "$program" ]; then echo "$program"; return 0; fi
    done
    command -v postgres
}

if found=$(find_postgres); then
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
    echo "No PostgreSQL here yet: installing Debian's."
    # The package would start a server of its own, on the usual port, for good: nobody asked for that.
    $as_root mkdir -p /etc/postgresql-common/createcluster.d
    echo "create_main_cluster = false" | $as_root tee /etc/postgresql-common/createcluster.d/porchlight.conf >/dev/null
    { $as_root apt-get update --quiet=2 && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --quiet=2 --yes --no-install-recommends postgresql; } || true
fi

find_postgres || echo "No PostgreSQL: its tests are left out. On Debian: sudo apt-get install postgresql"
