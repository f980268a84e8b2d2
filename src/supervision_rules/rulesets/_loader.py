"""From text to a checked ruleset, with all errors at once (读取与校验)."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from supervision_rules.errors import Place
from supervision_rules.rulesets._assume import assumptions
from supervision_rules.rulesets._checks import check_detectors, check_kinds, check_rules, check_sources
from supervision_rules.rulesets._messages import report
from supervision_rules.rulesets._model import HEAD_NAMES, Ruleset
from supervision_rules.rulesets._registry import Registry
from supervision_rules.rulesets._text import Text, checked, read
from supervision_rules.rulesets._tree import grow


def load(path: Path, registry: Registry | None) -> Ruleset:
    """Read a ruleset from a file."""
    ruleset = _build(read(path), registry)
    ruleset._path = path
    return ruleset


def parse(text: str, registry: Registry | None, *, name: str) -> Ruleset:
    """Read a ruleset from text."""
    return _build(checked(name, text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")), registry)


def _build(text: Text, registry: Registry | None) -> Ruleset:
    tree = grow(text, {("model",): HEAD_NAMES})
    given = tree.data.get("assume", {})
    values = assumptions(tree, given)
    parameters = {}
    check_sources(tree)
    check_rules(tree)
    if registry is not None:
        parameters = check_detectors(tree, registry)
        check_kinds(tree, registry)
    content = {**tree.data, "assume": values} if isinstance(given, dict) else tree.data
    try:
        ruleset = Ruleset.model_validate(content)
    except ValidationError as error:
        report(tree, error)
        tree.done()
        raise
    tree.done()
    for index, use in enumerate(ruleset.detectors):
        use._parameters = parameters.get(index)
    for index, rule in enumerate(ruleset.rules):
        rule._place = Place(text.name, *tree.at(("rules", index)))
    return ruleset
