# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Twice the records are at most twice the work, told by counting calls: a clock would tell how busy the machine is.

A set or a list that is copied whole for each record is one call: that is not seen here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from cProfile import Profile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from porchlight import build
from porchlight.care.queue import queue
from porchlight.care.tasks import Due
from porchlight.checking import run
from porchlight.checking.context import Context
from porchlight.checking.run import check_hub
from porchlight.duplicates import blocking
from porchlight.duplicates.finding import look_alikes
from porchlight.duplicates.sides import sides_of
from porchlight.model.hub import Hub
from porchlight.problems import Problem
from porchlight.site import side_by_side
from porchlight.site.theme import theme_folder
from tools.made_up_records import TODAY, made_up_records, write_hub

SIZES = (60, 120, 240)

MORE = 2.15
"""How many times the calls of the first step from size to size the second may take: a straight line takes 2."""

OF_ONE = 3
"""How many times as many calls of one function twice the records may take: the square of the records takes 4."""

OFTEN = 20
"""Calls for each record from which a function is looked at."""

Calls = Mapping[int, Counter[str]]
"""How often each function was called, by the number of records."""


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Mapping[int, Path]:
    """Hubs that have nothing in common, so that what one of them left in a cache does not help the next."""
    made = {size: tmp_path_factory.mktemp(f"hub-{size}") for size in (10, *SIZES)}
    for size, root in made.items():
        write_hub(root, list(made_up_records(size, seed=size)))
    return made


@pytest.fixture(scope="module", autouse=True)
def _counted_here() -> Iterator[None]:
    """All in this process, and without Pagefind. Blocks of look-alikes are as full in a small hub as in a large one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(side_by_side, "_may_fork", lambda: False)
        patch.setattr(build, "search_files", lambda *_: {})
        patch.setattr(blocking, "AT_MOST", 4)
        yield


@pytest.fixture(scope="module")
def hubs(roots: Mapping[int, Path]) -> Mapping[int, Hub]:
    """Each of them read, as it is shown in one language."""
    read = {size: check_hub(root, TODAY).hub.shown_on(TODAY) for size, root in roots.items()}
    return {size: replace(hub, settings=replace(hub.settings, languages=("en",))) for size, hub in read.items()}


def called(work: Callable[[], object]) -> Counter[str]:
    """How often each function was called."""
    profile = Profile()
    profile.runcall(work)
    counts: Counter[str] = Counter()
    for entry in profile.getstats():
        code = entry.code
        name = code if isinstance(code, str) else f"{code.co_filename}:{code.co_firstlineno} {code.co_name}"
        counts[name] += entry.callcount
    return counts


def counted(work: Callable[[int], object]) -> Calls:
    """The work done once with a few records, for what is made once in a process; then counted with each size."""
    work(10)
    return {size: called(partial(work, size)) for size in SIZES}


def steep(calls: Calls) -> list[str]:
    """What grows faster than the records: the whole of it, or a function."""
    small, middle, large = calls.values()
    first, second = middle.total() - small.total(), large.total() - middle.total()
    found = [name for name, often in large.items() if often > max(OFTEN * SIZES[-1], OF_ONE * middle[name])]
    return [f"{name}: {small[name]}, {middle[name]}, {large[name]}" for name in found] + (
        [f"all: {small.total()}, {middle.total()}, {large.total()}"] if second > MORE * first else []
    )


def test_a_check_grows_no_faster_than_the_records(roots: Mapping[int, Path]) -> None:
    assert steep(counted(lambda size: check_hub(roots[size], TODAY))) == []


def test_pages_grow_no_faster_than_the_records(hubs: Mapping[int, Hub], roots: Mapping[int, Path]) -> None:
    def pages(size: int) -> object:
        return build.site_files(hubs[size], theme_folder(roots[size]), Due(TODAY, queue(hubs[size], TODAY)))

    assert steep(counted(pages)) == []


def test_the_care_queue_grows_no_faster_than_the_records(hubs: Mapping[int, Hub]) -> None:
    assert steep(counted(lambda size: queue(hubs[size], TODAY))) == []


def test_the_search_for_duplicates_grows_no_faster_than_the_records(hubs: Mapping[int, Hub]) -> None:
    assert steep(counted(lambda size: look_alikes(sides_of(hubs[size])))) == []


def each_with_each(context: Context) -> Iterator[Problem]:
    """The fault that all this is about."""
    for _, record in context.records():
        assert sum(other is record for _, other in context.records()) == 1
    yield from ()


def test_a_rule_that_compares_each_record_with_each_is_found(
    roots: Mapping[int, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "RULES", (*run.RULES, each_with_each))
    found = steep(counted(lambda size: check_hub(roots[size], TODAY)))
    assert any("<genexpr>" in each and __file__ in each for each in found)


def test_work_that_grows_with_the_square_of_the_records_is_found_as_a_whole() -> None:
    square = {size: Counter({f"function {at}": size for at in range(size)}) for size in SIZES}
    assert steep(square) == ["all: 3600, 14400, 57600"]
