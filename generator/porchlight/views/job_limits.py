# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What an employer rules out, job by job, as its page tells it."""

from __future__ import annotations

from porchlight.model.record import Record, Row
from porchlight.views.details import host_of
from porchlight.views.edition import Edition
from porchlight.views.parts import Link
from porchlight.views.record_parts import JobLimit


def job_limits(edition: Edition, record: Record) -> tuple[JobLimit, ...]:
    """The limits in the record's order; where nobody said why, the line says that."""
    return tuple(_limit(edition, row) for row in record.rows("job_limits"))


def _limit(edition: Edition, row: Row) -> JobLimit:
    why, url = str(row.get("why", "")), str(row.get("url", ""))
    return JobLimit(
        job=edition.row_text(row, "job"),
        limit=edition.row_text(row, "limit"),
        why=edition.label("limit_reason", why) if why else edition.t("job_limits.unsaid"),
        source=Link(host_of(url), url) if url else None,
    )
