"""Measures what is read from documents: precision and recall by field, documents a second (文书提取的准确率).

    python benchmarks/extraction.py                       every part of tests/corpus
    python benchmarks/extraction.py --part known --errors
    python benchmarks/extraction.py --folder DIR          any folder of documents with NAME.expected.json beside

What a document does not state is absent from its expected fields, so that an invented value costs precision, and a
wrong value costs precision and recall. Fields that a file's `_not_measured` names are left out for that file. The
layout is the file's name up to the first `_`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "corpus"
PARTS = ("known", "held_out", "fresh")
SUFFIXES = (".docx", ".pdf", ".txt", ".html", ".htm")

COLUMNS = {
    "decision": {
        "number": ["decision_no"],
        "text": ["agency", "party_name", "party_id", "violation", "suit_organ_told"],
        "choice": ["party_kind"],
        "basis": ["legal_basis"],
        "organs": ["reconsideration_organ_told"],
        "date": [
            "occurred_on", "found_on", "opened_on", "decided_on", "served_on", "pay_by", "performed_on", "revoked_on",
        ],
        "list": ["penalty_kinds"],
        "money": ["fine", "illegal_gains", "confiscated", "fine_in_words"],
        "rate": ["added_fine_rate"],
        "whole": ["suit_months_told", "reconsideration_days_told"],
        "flag": ["serious", "mitigation", "refused", "remedy_told"],
        "mark": ["added_fine_told", "on_the_spot"],
    },
    "ruling": {
        "number": ["case_no", "decision_no"],
        "text": ["court", "applicant", "party_name", "party_id"],
        "choice": ["ruling"],
        "date": [
            "applied_on", "accepted_on", "ruled_on", "ruling_served_on", "review_applied_on", "review_ruled_on",
            "enforcement_started_on", "enforced_on",
        ],
        "mark": ["hearing", "urgent"],
    },
}  # fmt: skip
SORTS = {kind: {name: sort for sort, names in by.items() for name in names} for kind, by in COLUMNS.items()}
TYPE, CITATIONS, WITH_PURPOSE = "_type", "_citations", "_citations with purpose"

Extractor = Callable[[Sequence[Path]], Iterable[Any]]


@dataclass(frozen=True)
class Case:
    """A document and the fields it states."""

    part: str
    path: Path
    expected: Mapping[str, Any]

    @property
    def layout(self) -> str:
        return self.path.name.partition("_")[0]


@dataclass
class Score:
    """Counts of one field: expected, got, and right."""

    expected: int = 0
    got: int = 0
    right: int = 0

    def add(self, other: Score) -> None:
        self.expected += other.expected
        self.got += other.got
        self.right += other.right

    def line(self, name: str) -> str:
        precision = f"{self.right / self.got:10.3f}" if self.got else f"{'–':>10}"
        recall = f"{self.right / self.expected:10.3f}" if self.expected else f"{'–':>10}"
        return f"{name:<30}{self.expected:>9}{self.got:>7}{self.right:>7}{precision}{recall}"


@dataclass(frozen=True)
class Wrong:
    """One value that isn't as expected; an empty side is None."""

    case: Case
    name: str
    expected: Any
    got: Any


@dataclass
class Measured:
    """Scores by (part, type, field) and by (part, layout), and every error."""

    fields: dict[tuple[str, str, str], Score] = field(default_factory=lambda: defaultdict(Score))
    layouts: dict[tuple[str, str], Score] = field(default_factory=lambda: defaultdict(Score))
    errors: list[Wrong] = field(default_factory=list)
    rejected: list[Case] = field(default_factory=list)


def cases(folder: Path, part: str) -> list[Case]:
    """Every document with its expected fields beside, as NAME.expected.json or NAME.SUFFIX.expected.json.

    Raises:
        FileNotFoundError: there are expected fields without a document.
    """
    found = []
    for beside in sorted(folder.glob("*.expected.json")):
        name = beside.name.removesuffix(".expected.json")
        options = [folder / name, *(folder / (name + suffix) for suffix in SUFFIXES)]
        path = next((p for p in options if p.suffix in SUFFIXES and p.is_file()), None)
        if path is None:
            raise FileNotFoundError(f"{beside}: no document beside it")
        found.append(Case(part, path, json.loads(beside.read_text(encoding="utf-8"))))
    return found


def plain(value: Any) -> str:
    """Text without white space, full-width characters as their narrow ones."""
    return "".join(unicodedata.normalize("NFKC", str(value)).split())


def _amount(value: Any) -> Any:
    try:
        return Decimal(plain(value).replace(",", "")).normalize()
    except InvalidOperation:
        return plain(value)


def _rate(value: Any) -> Any:
    text = plain(value)
    amount = _amount(text.removesuffix("%"))
    # 3 % may be written as 3%, as 3 or as 0.03.
    return amount / 100 if isinstance(amount, Decimal) and (text.endswith("%") or amount >= 1) else amount


def _number(value: Any) -> str:
    return re.sub(r"[〔\[【(]", "(", re.sub(r"[〕\]】)]", ")", plain(value)))


def _parts(value: Any, separator: str, one: Callable[[Any], str] = plain) -> frozenset[str]:
    parts = value if isinstance(value, list) else re.split(separator, str(value))
    return frozenset(one(part) for part in parts if plain(part))


NORMAL: dict[str, Callable[[Any], Any]] = {
    "text": plain,
    "choice": plain,
    "date": plain,
    "number": lambda value: _parts(value, "[;；]", _number),
    "basis": lambda value: re.sub("[、,;。和及与]", "", plain(value)),
    "organs": lambda value: _parts(value, "或者|以及|[、;；,，或和及/]"),
    "list": lambda value: _parts(value, "[、;；]"),
    "money": _amount,
    "rate": _rate,
    "whole": lambda value: int(value) if plain(value).isdigit() else plain(value),
    "flag": bool,
    "mark": bool,
}


def normal(sort: str, value: Any) -> Any:
    """The normal form of a value; None where there is none. A mark (told or not, on the spot or not) that is false is no mark."""
    if value is None or value == "" or value == []:
        return None
    result = NORMAL[sort](value)
    return None if sort == "mark" and result is False else result


def _citations(values: Mapping[str, Any], purpose: bool) -> frozenset[tuple[Any, ...]]:
    def one(c: Mapping[str, Any]) -> tuple[Any, ...]:
        place = (c.get("article"), c.get("article_suffix") or 0, c.get("paragraph"), c.get("item"))
        return (plain(c.get("title")), *place, *([c.get("for")] if purpose else []))

    return frozenset(one(c) for c in values.get("_citations") or [])


def _compare(case: Case, got: Mapping[str, Any]) -> Iterator[tuple[str, Score, list[tuple[Any, Any]]]]:
    """Field, its score, and the pairs (expected, got) that differ."""
    kind = case.expected["_type"]
    left_out = case.expected.get("_not_measured") or ()
    for name, sort in [(TYPE, "choice"), *SORTS[kind].items()]:
        if name in left_out:
            continue
        wanted, had = normal(sort, case.expected.get(name)), normal(sort, got.get(name))
        if wanted is None and had is None:
            continue
        score = Score(int(wanted is not None), int(had is not None), int(wanted == had))
        yield name, score, [] if wanted == had else [(case.expected.get(name), got.get(name))]
    for name, purpose in ((CITATIONS, False), (WITH_PURPOSE, True)):
        wanted, had = _citations(case.expected, purpose), _citations(got, purpose)
        wrong = [(c, None) for c in sorted(wanted - had, key=str)] + [(None, c) for c in sorted(had - wanted, key=str)]
        yield name, Score(len(wanted), len(had), len(wanted & had)), wrong


def measure(some: Sequence[Case], extract_all: Extractor) -> Measured:
    """Extracts all and compares; a document without a result counts as one in which nothing was found."""
    results = {
        Path(one.path).resolve(): one.to_json()
        for one in extract_all([c.path for c in some])
        if hasattr(one, "to_json")
    }
    measured = Measured()
    for case in some:
        got = results.get(case.path.resolve())
        if got is None:
            measured.rejected.append(case)
            got = {}
        for name, score, wrong in _compare(case, got):
            measured.fields[case.part, case.expected["_type"], name].add(score)
            if name not in (TYPE, WITH_PURPOSE):
                measured.layouts[case.part, case.layout].add(score)
            measured.errors += [Wrong(case, name, expected, had) for expected, had in wrong]
    return measured


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        title, article, suffix, paragraph, item, *purpose = value
        place = f"{article}{f'-{suffix}' if suffix else ''}.{paragraph or ''}.{item or ''}".rstrip(".")
        return f"{title} {place}" + "".join(f" ({p})" for p in purpose)
    return "–" if value is None else json.dumps(value, ensure_ascii=False)


def report(measured: Measured, errors: bool) -> Iterator[str]:
    """The tables, line by line."""
    heading = f"{'field':<30}{'expected':>9}{'got':>7}{'right':>7}{'precision':>10}{'recall':>10}"
    for part, kind in dict.fromkeys((part, kind) for part, kind, _ in measured.fields):
        rows = {name: s for (p, k, name), s in measured.fields.items() if (p, k) == (part, kind)}
        yield f"\n{part}, {kind}: {rows[TYPE].expected} documents"
        yield heading
        total = Score()
        for name in (TYPE, *SORTS[kind], CITATIONS, WITH_PURPOSE):
            if name in rows:
                yield rows[name].line(name)
            if name in rows and not name.startswith("_"):
                total.add(rows[name])
        yield total.line("all fields")
    yield "\nby layout (fields and citations)"
    yield heading.replace("field ", "layout", 1)
    for (part, layout), score in sorted(measured.layouts.items()):
        yield score.line(f"{part}, {layout}")
    for case in measured.rejected:
        yield f"no result: {case.path.name}"
    if errors:
        yield f"\n{len(measured.errors)} errors"
        for one in measured.errors:
            where = f"{one.case.part}/{one.case.path.name}"
            yield f"{where}\t{one.name}\texpected {_shown(one.expected)}\tgot {_shown(one.got)}"


def _given(arguments: argparse.Namespace) -> list[Case]:
    if arguments.folder:
        return cases(arguments.folder, arguments.folder.name)
    parts = [arguments.part] if arguments.part in PARTS else PARTS
    return [case for part in parts for case in cases(CORPUS / part, part)]


def main(words: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=[*PARTS, "all"], default="all")
    parser.add_argument("--folder", type=Path, help="a folder of documents with NAME.expected.json beside")
    parser.add_argument("--errors", action="store_true", help="list every error: file, field, expected, got")
    parser.add_argument("--processes", type=int, help="processes of the extractor (default: its own choice)")
    parser.add_argument("--repeat", type=int, default=1, help="time the documents so many times over")
    arguments = parser.parse_args(words)
    some = _given(arguments)
    if not some:
        print("no documents with expected fields found", file=sys.stderr)
        return 2

    from supervision_rules.documents import extract_all

    def extractor(paths: Sequence[Path]) -> Iterable[Any]:
        return extract_all(paths, processes=arguments.processes)

    for line in report(measure(some, extractor), arguments.errors):
        print(line)
    many = [case.path for case in some] * arguments.repeat
    start = time.perf_counter()
    for _ in extractor(many):
        pass
    seconds = time.perf_counter() - start
    print(f"\n{len(many)} documents in {seconds:.2f} s: {len(many) / seconds:.1f} documents a second")
    return 0


if __name__ == "__main__":
    sys.exit(main())
