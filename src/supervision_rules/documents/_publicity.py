"""Tables that publish decisions (行政处罚信息公示表): a record a row below a row of labels."""

from __future__ import annotations

from dataclasses import replace

from supervision_rules.documents._decision import decision_fields
from supervision_rules.documents._document import Document
from supervision_rules.documents._labels import Labelled, columns_of
from supervision_rules.documents._model import Field
from supervision_rules.documents._organs import agency_of
from supervision_rules.documents._titles import Title


def published_fields(document: Document, title: Title | None) -> list[dict[str, Field]]:
    """The fields of each decision in a table with a record a row; nothing where there is no such table."""
    records: list[list[Labelled]] = [row for rows in columns_of(document.source) for row in rows]
    agency = agency_of(document, None, (title.start, title.end) if title else None)
    return [_fields(document, row, agency) for row in records if _is_decision(row)]


def _is_decision(row: list[Labelled]) -> bool:
    names = {item.field for item in row}
    return bool(names & {"party_name", "name"}) and bool(
        names & {"decision_no", "fine", "content", "content_and_basis", "penalty_kinds"}
    )


def _fields(document: Document, row: list[Labelled], agency: Field | None) -> dict[str, Field]:
    """The row's fields, found by the rules for documents that only see this row's labels and words."""
    start, end = min(item.start for item in row), max(item.end for item in row)
    view = _View(document, row)
    fields = decision_fields(view.document, None)
    first, last = document.source.span(start, end)
    kept = {name: field for name, field in fields.items() if first <= field.start and field.end <= last}
    return {"agency": agency} | kept if agency is not None else kept


class _View:
    """The document with the labels of one row alone."""

    def __init__(self, document: Document, row: list[Labelled]) -> None:
        self.document = replace(document)
        # frozen, but its labels are a cached property: what is put there first is what it is
        self.document.__dict__["labels"] = tuple(row)
