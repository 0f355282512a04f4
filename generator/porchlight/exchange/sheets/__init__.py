# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Spreadsheets in: a file → a sheet → understood columns → records, with nothing lost on the way."""
