# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Records that look like one thing twice: who may be one with whom, why, and how sure that is."""
