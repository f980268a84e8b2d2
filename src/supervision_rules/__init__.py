"""行政处罚与行政非诉执行监督的规则引擎: a rule engine for the supervision of administrative penalties.

```python
import datetime as dt
from supervision_rules import Ruleset, run

with run("rulesets/transport.yaml", {"penalties": frame, "court_cases": other}, as_of=dt.date(2024, 12, 20)) as result:
    for finding in result.findings():
        print(finding.reason)
        print(finding.explain().text())
```

Everything public is named in `__all__`; plugin authors find the rest in `supervision_rules.detection`,
`supervision_rules.entities`, `supervision_rules.law` and `supervision_rules.plugin`. Importing the package is cheap:
each name loads what it needs when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from supervision_rules.entities import Explanation, FindingRecord, Outcome
    from supervision_rules.errors import (
        DataError,
        LawDataError,
        MissingExtraError,
        Place,
        PluginError,
        Problem,
        RulesetError,
        StoreError,
        SupervisionError,
        UsageError,
    )
    from supervision_rules.intake import Source, SqlSource
    from supervision_rules.law import Deadline, Interval, LegalTime, default_legal_time, load_calendar, load_periods
    from supervision_rules.plugin import Registry, discover
    from supervision_rules.rulesets import Ruleset
    from supervision_rules.running import Result, run
    from supervision_rules.runtime import Certainty, Lead, Leads, apply_rules
    from supervision_rules.store import MergeCounts, RunInfo, Store, WriteSummary

__version__ = "0.1.0"

_HOMES = {
    "Certainty": "runtime",
    "DataError": "errors",
    "Deadline": "law",
    "Explanation": "entities",
    "FindingRecord": "entities",
    "Interval": "law",
    "LawDataError": "errors",
    "Lead": "runtime",
    "Leads": "runtime",
    "LegalTime": "law",
    "MergeCounts": "store",
    "MissingExtraError": "errors",
    "Outcome": "entities",
    "Place": "errors",
    "PluginError": "errors",
    "Problem": "errors",
    "Registry": "plugin",
    "Result": "running",
    "Ruleset": "rulesets",
    "RulesetError": "errors",
    "RunInfo": "store",
    "Source": "intake",
    "SqlSource": "intake",
    "Store": "store",
    "StoreError": "errors",
    "SupervisionError": "errors",
    "UsageError": "errors",
    "WriteSummary": "store",
    "apply_rules": "runtime",
    "default_legal_time": "law",
    "discover": "plugin",
    "load_calendar": "law",
    "load_periods": "law",
    "run": "running",
}

__all__ = [
    "Certainty",
    "DataError",
    "Deadline",
    "Explanation",
    "FindingRecord",
    "Interval",
    "LawDataError",
    "Lead",
    "Leads",
    "LegalTime",
    "MergeCounts",
    "MissingExtraError",
    "Outcome",
    "Place",
    "PluginError",
    "Problem",
    "Registry",
    "Result",
    "Ruleset",
    "RulesetError",
    "RunInfo",
    "Source",
    "SqlSource",
    "Store",
    "StoreError",
    "SupervisionError",
    "UsageError",
    "WriteSummary",
    "apply_rules",
    "default_legal_time",
    "discover",
    "load_calendar",
    "load_periods",
    "run",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return [*__all__, "__version__"]
