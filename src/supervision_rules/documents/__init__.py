"""Documents: what a penalty decision or a court ruling says (法律文书)."""

from supervision_rules.documents._extract import extract, extract_all, extract_text
from supervision_rules.documents._model import SUFFIXES, Extracted, Field, Reject, values_of

__all__ = ["SUFFIXES", "Extracted", "Field", "Reject", "extract", "extract_all", "extract_text", "values_of"]
