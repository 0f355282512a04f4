# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Porchlight: a resource hub that volunteers keep in YAML and anyone can search, print and carry."""
