"""Rulesets (规则集): YAML to typed rulesets, with every error at its place in the file."""

from supervision_rules.rulesets._base import Severity
from supervision_rules.rulesets._model import DetectorUse, Head, InForce, Ruleset, Source
from supervision_rules.rulesets._registry import DetectorInfo, KindInfo, Registry
from supervision_rules.rulesets._rules import Check, Condition, Group, Rule, Then, When
from supervision_rules.rulesets._schema import json_schema

__all__ = [
    "Check",
    "Condition",
    "DetectorInfo",
    "DetectorUse",
    "Group",
    "Head",
    "InForce",
    "KindInfo",
    "Registry",
    "Rule",
    "Ruleset",
    "Severity",
    "Source",
    "Then",
    "When",
    "json_schema",
]
