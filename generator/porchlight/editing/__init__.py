# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Changing a record's file the way a careful person would: only what has to change, everything else to the byte."""
