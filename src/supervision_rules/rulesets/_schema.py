"""The JSON Schema (draft-07) of a ruleset, with the detectors installed, for completion in editors (编辑器提示)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from supervision_rules.entities import TABLES, Sort
from supervision_rules.rulesets._base import Severity
from supervision_rules.rulesets._model import HEAD_NAMES, IDENTIFIER, DetectorUse, Head, InForce, Ruleset, Source
from supervision_rules.rulesets._registry import DetectorInfo, Registry
from supervision_rules.rulesets._rules import GROUPS, Condition, Equality, Order, Rule, Then, When

Schema = dict[str, Any]

_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_DAY: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_STATUS = {"finding": "异常", "warning": "预警", "unverified": "无法核实"}


def json_schema(registry: Registry) -> Schema:
    """The schema of a ruleset; values that can be chosen are constants with a description each."""
    detectors = registry.detectors()
    kinds = {kind: info.title for detector in detectors.values() for kind, info in detector.kinds.items()}
    uses = [_use(info) for info in detectors.values()]
    properties: dict[str, Schema] = {
        "ruleset": {"type": "string", "pattern": IDENTIFIER},
        "version": _TEXT,
        "in_force": _object(InForce, {"from": _DAY, "known": _DAY}),
        "model": _head(),
        "sources": _map(
            {table.name: table.label for table in TABLES.values()},
            _object(Source, {"columns": {"type": "object", "additionalProperties": _TEXT}}),
        ),
        "detectors": {"type": "array", "minItems": 1, "items": {"oneOf": uses} if uses else _object(DetectorUse, {})},
        "assume": _assume(),
        "rules": {"type": "array", "items": _rule(kinds, detectors)},
    }
    schema = _object(Ruleset, properties)
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "监督规则集", **schema}


def _object(model: type[BaseModel], properties: Mapping[str, Schema]) -> Schema:
    """The schema of a model: what isn't in `properties` is text."""
    named = {}
    required = []
    for name, info in model.model_fields.items():
        key = info.alias or name
        named[key] = {"description": info.title or info.description or "", **properties.get(key, _TEXT)}
        if info.is_required():
            required.append(key)
    schema: Schema = {"type": "object", "additionalProperties": False, "properties": named}
    return {**schema, "required": required} if required else schema


def _choice(values: Mapping[str, str]) -> Schema:
    """One of some constants, each with its description."""
    if not values:
        return {"type": "string"}
    return {"oneOf": [{"const": value, "description": label or value} for value, label in values.items()]}


def _map(keys: Mapping[str, str], value: Schema) -> Schema:
    properties = {key: {"description": label, **value} for key, label in keys.items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _head() -> Schema:
    lines: Schema = {"type": "array", "items": _TEXT}
    english = _object(Head, dict.fromkeys(HEAD_NAMES.values(), lines))
    chinese = {
        label: {**lines, "description": Head.model_fields[name].description or ""} for label, name in HEAD_NAMES.items()
    }
    return {**english, "properties": {**chinese, **english["properties"]}}


def _severity() -> Schema:
    return _choice({severity.value: severity.label for severity in Severity})


def _use(info: DetectorInfo) -> Schema:
    kinds = {kind: facts.title for kind, facts in info.kinds.items()}
    titles = "、".join(kinds.values())
    use = _object(
        DetectorUse,
        {
            "use": {"const": info.name, "description": titles or info.name},
            "with": _draft_07(info.parameters.model_json_schema()),
            "severity": _map(kinds, _severity()),
            "title": _map(kinds, _TEXT),
        },
    )
    return {**use, "description": titles or info.name}


def _draft_07(schema: Schema) -> Schema:
    """A schema of pydantic's as draft-07 reads it: definitions in place, tuples as item lists."""
    definitions = schema.get("$defs", {})

    def walk(part: Any, above: tuple[str, ...]) -> Any:
        if isinstance(part, list):
            return [walk(item, above) for item in part]
        if not isinstance(part, dict):
            return part
        reference = part.get("$ref")
        if isinstance(reference, str):
            name = reference.rpartition("/")[2]
            rest = {key: value for key, value in part.items() if key != "$ref"}
            found = {} if name in above else walk(definitions.get(name, {}), (*above, name))
            return {**found, **walk(rest, above)}
        made = {key: walk(value, above) for key, value in part.items() if key not in ("$defs", "prefixItems")}
        if "prefixItems" in part:
            made["items"] = walk(part["prefixItems"], above)
        return _described(made)

    made: Schema = walk(schema, ())
    return made


def _described(schema: Schema) -> Schema:
    """Enumerations as constants that each have a description."""
    values = schema.get("enum")
    if not isinstance(values, list):
        return schema
    rest = {key: value for key, value in schema.items() if key != "enum"}
    return {**rest, "oneOf": [{"const": value, "description": str(value)} for value in values]}


def _assume() -> Schema:
    properties: dict[str, Schema] = {}
    for table in TABLES.values():
        for column in table.columns:
            if column.sort is Sort.ATTRIBUTE and not column.required:
                words = {code: "、".join(words) for code, words in column.codes.items()}
                value = _choice(words) if words else {"type": ["string", "number", "boolean", "array"]}
                properties[f"{table.name}.{column.name}"] = {"description": f"{table.label}:{column.label}", **value}
    short = {name.rpartition(".")[2] for name in properties}
    return {"type": "object", "properties": properties, "propertyNames": _names(properties, short)}


def _names(full: Iterable[str], short: Iterable[str]) -> Schema:
    return {"enum": sorted({*full, *short})}


def _comparison(value: Schema, model: type[Equality[Any]]) -> Schema:
    many = {"type": "array", "minItems": 1, "items": value}
    full = _object(
        model, {info.alias or name: many if info.alias else value for name, info in model.model_fields.items()}
    )
    return {"anyOf": [value, many, {**full, "minProperties": 1}]}


def _rule(kinds: Mapping[str, str], detectors: Mapping[str, DetectorInfo]) -> Schema:
    number: Schema = {"type": "integer"}
    names = {name: "、".join(facts.title for facts in info.kinds.values()) for name, info in detectors.items()}
    condition = _object(
        Condition,
        {
            "finding": _choice(kinds),
            "detector": _choice(names),
            "status": _comparison(_choice(_STATUS), Equality[Any]),
            "severity": _comparison(_severity(), Order[Any]),
            "days_over": _comparison(number, Order[Any]),
            "due_on": _comparison(_DAY, Order[Any]),
            "happened_on": _comparison(_DAY, Order[Any]),
            **{field: _comparison(_TEXT, Equality[Any]) for field in ("rung", "agency", "court", "party_name")},
        },
    )
    group = _group(condition)
    return _object(
        Rule,
        {
            "when": _group({"anyOf": [condition, group]}),
            "then": _object(
                Then,
                {
                    "suppress": _choice(kinds),
                    "grade": _severity(),
                    "tag": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
                },
            ),
        },
    )


def _group(item: Schema) -> Schema:
    members = {"type": "array", "minItems": 1, "items": item}
    group = _object(When, dict.fromkeys(GROUPS, members))
    return {**group, "minProperties": 1, "maxProperties": 1}
