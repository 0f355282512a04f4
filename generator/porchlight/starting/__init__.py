# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""A hub of one's own: made with `porchlight new`, kept up with `porchlight upgrade`."""
