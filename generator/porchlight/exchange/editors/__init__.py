# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What editors and code hosts show of a hub's schemas: completion, forms, issue forms. All of it is made from them."""
