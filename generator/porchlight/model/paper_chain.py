# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which paper comes before which: an ID needs a birth certificate, and that needs an address for mail.

A record needs papers and gives papers (the roles `needs` and `gives`). A paper that no record gives is taken to be had
elsewhere, so it holds up nothing. A record that is not open gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from porchlight.model.hub import Hub
from porchlight.model.record import Record

Ways = Mapping[str, tuple[tuple[str, ...], ...]]
"""For each paper that is given, the ways to get it: what one giver or another needs."""


@dataclass(frozen=True, slots=True)
class PaperChain:
    """Every paper that a hub's open records give or need; `papers` has those with nothing before them first.

    `labels` are the words for each, per language.
    `givers` and `takers` are the records that give and need a paper, `ways` what each giver needs. `before` is what the
    easiest giver needs: the fewest steps one after another, then the fewest papers. `out_of_reach` are papers that some
    record gives and that nobody can get, because every giver needs, through others, the paper itself or one of these.
    `opens` are the papers for which a paper is needed, by one giver or another.
    """

    papers: tuple[str, ...]
    labels: Mapping[str, Mapping[str, str]]
    givers: Mapping[str, tuple[Record, ...]]
    takers: Mapping[str, tuple[Record, ...]]
    ways: Ways
    before: Mapping[str, tuple[str, ...]]
    out_of_reach: frozenset[str]
    opens: Mapping[str, tuple[str, ...]]

    def needed_first(self, papers: Iterable[str]) -> tuple[str, ...]:
        """These papers and all that come before them, each once, in the order in which they can be had."""
        wanted = _closure(papers, self.before)
        return tuple(paper for paper in self.papers if paper in wanted)

    def row(self, start: str, end: str) -> tuple[str, ...]:
        """The shortest row of papers out of reach from one to another, in which each needs the next; () for none."""
        rows: list[tuple[str, ...]] = [(start,)]
        seen = {start}
        for row in rows:
            if row[-1] == end:
                return row
            for code in (code for needs in self.ways[row[-1]] for code in needs):
                if code in self.out_of_reach - seen:
                    seen.add(code)
                    rows.append((*row, code))
        return ()


def paper_chain(hub: Hub) -> PaperChain:
    """The chain of a hub's papers."""
    givers, takers = _holders(hub, "gives"), _holders(hub, "needs")
    labels = _labels(hub)
    codes = [code for code in labels if code in givers or code in takers]
    ways = {code: tuple(dict.fromkeys(needed(hub, giver) for giver in givers[code])) for code in givers}
    before, steps = _easiest(codes, ways)
    papers = tuple(sorted(codes, key=lambda code: steps.get(code, len(codes))))
    return PaperChain(
        papers=papers,
        labels=labels,
        givers=givers,
        takers=takers,
        ways=ways,
        before=before,
        out_of_reach=frozenset(codes) - steps.keys(),
        opens={code: tuple(other for other in papers if _takes(ways.get(other, ()), code)) for code in papers},
    )


def needed(hub: Hub, record: Record) -> tuple[str, ...]:
    """The papers that a record needs."""
    return hub.package.schema_of(record.resource).codes_of(record, "needs")


def given(hub: Hub, record: Record) -> tuple[str, ...]:
    """The papers that a record gives."""
    return hub.package.schema_of(record.resource).codes_of(record, "gives")


def _holders(hub: Hub, role: str) -> Mapping[str, tuple[Record, ...]]:
    """For each paper the open records that have it in the field of that role, in the hub's order."""
    found: dict[str, list[Record]] = {}
    for schema in hub.package.schemas:
        for record in hub.records.get(schema.resource, ()):
            for code in schema.codes_of(record, role) if record.is_open else ():
                found.setdefault(code, []).append(record)
    return {code: tuple(records) for code, records in found.items()}


def _labels(hub: Hub) -> Mapping[str, Mapping[str, str]]:
    """The words for every paper, in the order of its vocabulary."""
    fields = [schema.field_for(role) for schema in hub.package.schemas for role in ("gives", "needs")]
    names = dict.fromkeys(field.vocabulary for field in fields if field and field.vocabulary)
    return {code: words for name in names for code, words in hub.package.vocabularies[name].labels.items()}


def _easiest(codes: Iterable[str], ways: Ways) -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """What comes before each paper that can be had, and after how many steps it can be had."""
    before: dict[str, tuple[str, ...]] = {code: () for code in codes if () in ways.get(code, ((),))}
    steps = dict.fromkeys(before, 0)
    while True:
        found = {code: needs for code in ways.keys() - before if (needs := _open_way(ways[code], before)) is not None}
        if not found:
            return before, steps
        steps |= dict.fromkeys(found, max(steps.values(), default=0) + 1)
        before |= found


def _takes(ways: Iterable[tuple[str, ...]], paper: str) -> bool:
    return any(paper in needs for needs in ways)


def _open_way(ways: Iterable[tuple[str, ...]], before: Mapping[str, tuple[str, ...]]) -> tuple[str, ...] | None:
    """Of the ways that need nothing but papers that can be had, the one with the fewest papers before it."""
    open_ways = [needs for needs in ways if before.keys() >= set(needs)]
    return min(open_ways, key=lambda needs: len(_closure(needs, before)), default=None)


def _closure(papers: Iterable[str], before: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """The papers and all that come before them."""
    found: set[str] = set()
    waiting = list(papers)
    while waiting:
        paper = waiting.pop()
        if paper not in found:
            found.add(paper)
            waiting.extend(before.get(paper, ()))
    return frozenset(found)
