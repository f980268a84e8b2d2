"""From findings to leads (由异常到线索): the rules of a ruleset, run by durable_rules or by a plain evaluator."""

from supervision_rules.runtime._leads import Certainty, Lead, Suppression
from supervision_rules.runtime._matters import matter_key
from supervision_rules.runtime._run import LeadCounts, Leads, apply_rules

__all__ = [
    "Certainty",
    "Lead",
    "LeadCounts",
    "Leads",
    "Suppression",
    "apply_rules",
    "matter_key",
]
