# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""`python -m porchlight`: the same as the command."""

import sys

from porchlight.cli import main

sys.exit(main())
