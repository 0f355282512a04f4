# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""An employer's limits, job by job: what, who asks for it and where they say so, or that they did not."""

from __future__ import annotations

from porchlight.model.record import Record, Row
from porchlight.views.job_limits import job_limits
from porchlight.views.parts import Link
from tests.views.fakes import edition

DRIVER: Row = {
    "job": "Driver",
    "job_es": "Manejar",
    "limit": "No recent DUI.",
    "why": "insurer",
    "url": "https://www.example.com/jobs",
}
BAKER: Row = {"job": "Baker", "limit": "None."}
BAKERY = Record("employers", "bakery", {"name": "Bakery"}, {"job_limits": (DRIVER, BAKER)})


def test_each_job_tells_its_limit_who_asks_for_it_and_where() -> None:
    driver, _ = job_limits(edition(BAKERY), BAKERY)
    assert (driver.job.value, driver.limit.value) == ("Driver", "No recent DUI.")
    assert driver.why == "Their insurer asks for it"
    assert driver.source == Link("example.com", "https://www.example.com/jobs")


def test_where_they_gave_no_reason_and_no_page_the_line_says_so() -> None:
    _, baker = job_limits(edition(BAKERY), BAKERY)
    assert (baker.why, baker.source) == ("They did not say", None)


def test_an_employer_without_rows_has_no_table() -> None:
    assert job_limits(edition(), Record("employers", "mill", {"name": "Mill"})) == ()
