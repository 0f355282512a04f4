# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Every rule over the whole hub: a function that looks at one thing and names what is wrong with it."""
