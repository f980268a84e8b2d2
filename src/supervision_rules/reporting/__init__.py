"""What users see of a run: lines for other programs, tables on the console, a self-contained page (报告)."""

from supervision_rules.reporting._console import print_table
from supervision_rules.reporting._digest import print_summary
from supervision_rules.reporting._lines import write_csv, write_json, write_jsonl
from supervision_rules.reporting._masking import Masker, mask_identity, mask_name
from supervision_rules.reporting._page import PageData, page_of, write_html
from supervision_rules.reporting._summary import Summary, summary_of
from supervision_rules.reporting._titles import Titles, titles_of

__all__ = [
    "Masker",
    "PageData",
    "Summary",
    "Titles",
    "mask_identity",
    "mask_name",
    "page_of",
    "print_summary",
    "print_table",
    "summary_of",
    "titles_of",
    "write_csv",
    "write_html",
    "write_json",
    "write_jsonl",
]
