"""Which detectors a ruleset uses, with their parameters (启用的检测器)."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from supervision_rules.detection import Use
from supervision_rules.errors import RulesetError
from supervision_rules.plugin import Registry
from supervision_rules.rulesets import Ruleset


def uses_of(ruleset: Ruleset, registry: Registry) -> Mapping[str, Use]:
    """The detectors by name, in the order of the ruleset.

    Raises:
        PluginError: a detector that isn't installed.
        RulesetError: parameters that its model refuses (of a ruleset that was loaded without the plugins).
    """
    uses: dict[str, Use] = {}
    for use in ruleset.detectors:
        detector = registry[use.use]
        try:
            uses[use.use] = Use(detector, detector.parameters.model_validate(dict(use.with_)))
        except ValidationError as error:
            what = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
            raise RulesetError.of(
                "SR311", f"检测器 {use.use} 的参数有误:{what}", f"wrong parameters of {use.use}: {what}"
            ) from error
    return uses
