"""Intake (读入): from files, databases and frames to the prepared tables, with everything rejected on record."""

from supervision_rules.intake._documents import (
    DOCUMENT_FACTS,
    DocumentFacts,
    comparable,
    fill_from_documents,
    fillable,
    forget_untold,
    keep_rejects,
)
from supervision_rules.intake._links import REJECTED
from supervision_rules.intake._normal import normal_identity, normal_number, normal_organ
from supervision_rules.intake._prepare import prepare
from supervision_rules.intake._rejects import REASONS, count_rejects
from supervision_rules.intake._reports import REJECTS, Prepared, TableReport
from supervision_rules.intake._sources import ArrowData, Source, SqlSource, find_sources

__all__ = [
    "DOCUMENT_FACTS",
    "REASONS",
    "REJECTED",
    "REJECTS",
    "ArrowData",
    "DocumentFacts",
    "Prepared",
    "Source",
    "SqlSource",
    "TableReport",
    "comparable",
    "count_rejects",
    "fill_from_documents",
    "fillable",
    "find_sources",
    "forget_untold",
    "keep_rejects",
    "normal_identity",
    "normal_number",
    "normal_organ",
    "prepare",
]
