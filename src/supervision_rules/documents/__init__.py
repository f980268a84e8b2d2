"""Documents: what a penalty decision or a court ruling says (法律文书)."""

from supervision_rules.documents._extract import extract, extract_all, extract_text
from supervision_rules.documents._model import Extracted, Field, Reject, cell_of, documents_in, values_of

__all__ = [
    "Extracted",
    "Field",
    "Reject",
    "cell_of",
    "documents_in",
    "extract",
    "extract_all",
    "extract_text",
    "values_of",
]
