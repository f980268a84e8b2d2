"""Which findings belong to one matter (同一事项): those of a decision, and of the court cases that name it.

Findings are kept in a temporary SQLite database, which stays in memory while it is small and else goes to disk;
only the links between decisions and cases are held in memory.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, islice

from supervision_rules.entities import FindingRecord
from supervision_rules.intake import normal_number, normal_organ
from supervision_rules.runtime._facts import STATUSES, Fact

_CHUNK = 2000
_LIST = re.compile("[;；、]")
_DECISION, _CASE, _ALONE = "1", "2", "3"
_SCHEMA = """
create table fact (finding_id text primary key, node text not null, fact text not null) without rowid;
create table link (a text, b text, primary key (a, b)) without rowid;
create table loose (number text, node text, primary key (number, node)) without rowid;
create table decision (number text, node text, primary key (number, node)) without rowid;
create table root (node text primary key, root text not null) without rowid;
"""

_number = lru_cache(_CHUNK)(normal_number)
_organ = lru_cache(_CHUNK)(normal_organ)
"""The same few are asked for again and again."""


def matter_key(finding: FindingRecord) -> str:
    """The key of the matter (事项) to which a finding belongs by itself: its first decision, else its case."""
    return _nodes(finding, *_decisions(finding))[0]


def _nodes(finding: FindingRecord, agency: str, numbers: Iterable[str]) -> list[str]:
    """The decisions and the case that a finding names, in normal form; a decision without agency only if alone."""
    case = _case(finding)
    nodes = [_key(_DECISION, agency, number) for number in numbers if agency or not case]
    nodes += [case] if case else []
    return nodes or [_key(_ALONE, finding.finding_id)]


def _decisions(finding: FindingRecord) -> tuple[str, list[str]]:
    parts = _LIST.split(finding.decision_no or "")
    numbers = dict.fromkeys(_number(part) for part in parts if part.strip())
    return _organ(finding.agency or ""), list(numbers)


def _case(finding: FindingRecord) -> str:
    if not finding.case_no:
        return ""
    return _key(_CASE, _organ(finding.court or ""), _number(finding.case_no))


def _key(*parts: str) -> str:
    return "\t".join(parts)


class Matters:
    """Takes findings in any order and gives their facts matter by matter (按事项归集)."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Keep the facts in the given temporary database."""
        self._connection = connection
        connection.executescript(_SCHEMA)

    def add(self, findings: Iterable[FindingRecord]) -> None:
        """Take findings; other rows than findings, warnings and unverified ones are left aside."""
        rows = (finding for finding in findings if finding.status in STATUSES)
        while batch := list(islice(rows, _CHUNK)):
            self._add(batch)

    def _add(self, batch: list[FindingRecord]) -> None:
        facts, links, loose, decisions = [], [], [], []
        for finding in batch:
            agency, numbers = _decisions(finding)
            nodes = _nodes(finding, agency, numbers)
            facts.append((finding.finding_id, nodes[0], Fact.of(finding).to_json()))
            links += [(nodes[0], other) for other in nodes[1:]]
            if agency:
                decisions += [(number, _key(_DECISION, agency, number)) for number in numbers]
            else:
                loose += [(number, nodes[0]) for number in numbers]
        execute = self._connection.executemany
        execute("insert or ignore into fact values (?, ?, ?)", facts)
        execute("insert or ignore into link values (?, ?)", links)
        execute("insert or ignore into loose values (?, ?)", loose)
        execute("insert or ignore into decision values (?, ?)", decisions)

    def __iter__(self) -> Iterator[tuple[str, list[Fact]]]:
        """Each matter's key with its facts, in the order of keys and finding ids."""
        self._link()
        rows = self._connection.execute(
            "select coalesce(root.root, fact.node), fact.fact from fact left join root using (node)"
            " order by 1, fact.finding_id"
        )
        for key, group in groupby(rows, key=lambda row: str(row[0])):
            yield key, [Fact.from_json(text) for _, text in group]

    def _link(self) -> None:
        """Join what is linked; a decision named without agency is that of the one agency that has the number."""
        self._connection.execute(
            "insert or ignore into link select loose.node, only.node from loose join"
            " (select number, min(node) as node from decision group by number having count(*) = 1) only using (number)"
        )
        forest = _Forest()
        for a, b in self._connection.execute("select a, b from link"):
            forest.join(a, b)
        self._connection.execute("delete from root")
        self._connection.executemany("insert into root values (?, ?)", forest.roots())


class _Forest:
    """Disjoint sets of keys (并查集); the root of a set is its smallest key."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}

    def _find(self, key: str) -> str:
        above = self._above
        root = key
        while (up := above.setdefault(root, root)) != root:
            root = up
        while above[key] != root:
            above[key], key = root, above[key]
        return root

    def join(self, a: str, b: str) -> None:
        """Put both keys into one set."""
        low, high = sorted((self._find(a), self._find(b)))
        self._above[high] = low

    def roots(self) -> Iterator[tuple[str, str]]:
        """Each key with the root of its set."""
        return ((key, self._find(key)) for key in list(self._above))
