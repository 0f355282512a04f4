# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""The four doors of the home page: codes of the vocabulary `door`, and the addresses of their pages."""

DOORS = ("stay", "work", "health", "people")
