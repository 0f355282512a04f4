# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the service says of itself, held against what it does: schemathesis makes posts from the description."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from schemathesis import Case, GenerationMode
from schemathesis.core.result import Ok
from schemathesis.schemas import BaseSchema

from porchlight.form_service.openapi import openapi
from porchlight.form_service.store import SqliteStore
from porchlight.model import report_names
from tests.form_service.support import Service, serving_forms
from tests.polls.support import needs


@pytest.fixture(scope="module")
def description(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """The description of a poll of two items, as the service itself hands it out."""
    block = needs().blocks[0]
    poll = replace(needs(), blocks=(replace(block, items=block.items[:2]),))
    store = SqliteStore(tmp_path_factory.mktemp("described") / "r.sqlite")
    with store, serving_forms(store, questionnaires=[poll]) as service:
        yield schemathesis.openapi.from_url(f"{service.client.base_url}/f/openapi.json")


BOUNDED = hypothesis_settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.parametrize("accept", ["application/json", "text/html"])
@pytest.mark.parametrize("mode", list(GenerationMode))
def test_the_service_does_what_its_description_says(description: BaseSchema, accept: str, mode: GenerationMode) -> None:
    """The plugin of schemathesis for pytest does not go with pytest 9.2, so its cases are asked for one by one."""
    sound = [found.ok() for found in description.get_all_operations() if isinstance(found, Ok)]
    assert len(sound) == 6
    for operation in sound:
        if mode is GenerationMode.NEGATIVE and operation.method != "post":
            continue  # nothing can be wrong about what only asks for a page

        @BOUNDED
        @given(operation.as_strategy(generation_mode=mode))
        def answered_as_described(case: Case[Any]) -> None:
            case.call_and_validate(headers={"Accept": accept}, allow_redirects=False)

        answered_as_described()


def test_every_item_and_every_code_of_a_poll_is_described() -> None:
    body = openapi([needs()])["paths"]["/f/needs"]["post"]["requestBody"]["content"]
    (fields,) = (each["schema"]["properties"] for each in body.values())
    for item in needs().items():
        assert fields[item.id]["enum"] == ["1", "2", "3", "4", "5", "na"]
    assert {"_v", "_lang", "_next", "_sid", "_ticket", "_gotcha"} <= set(fields)


def test_every_status_that_a_post_is_answered_with_is_described(service: Service) -> None:
    paths = service.client.get("/f/openapi.json").json()["paths"]
    for path in ("/f/needs", f"/f/{report_names.FORM}"):
        told = set(paths[path]["post"]["responses"])
        assert told == {"200", "303", "400", "403", "408", "413", "415", "422", "429", "503", "507"}
