"""Reads statutes from the files that official sites and public collections publish (导入法规)."""

from supervision_rules.law.importing._import import find_statute_files, import_statutes
from supervision_rules.law.importing._lines import read_lines, text_lines
from supervision_rules.law.importing._make import statute_data
from supervision_rules.law.importing._model import Article, Document, Heading, Paragraph
from supervision_rules.law.importing._outcome import Outcome
from supervision_rules.law.importing._parse import parse

__all__ = [
    "Article",
    "Document",
    "Heading",
    "Outcome",
    "Paragraph",
    "find_statute_files",
    "import_statutes",
    "parse",
    "read_lines",
    "statute_data",
    "text_lines",
]
