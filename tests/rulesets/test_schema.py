"""The JSON Schema for editors: draft-07, with the detectors' parameters."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field

from supervision_rules.rulesets import json_schema


def _parts(schema: Any):
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from _parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _parts(value)


def test_only_what_draft_07_knows(registry):
    schema = json_schema(registry)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json.loads(json.dumps(schema)) == schema
    for part in _parts(schema):
        assert not {"prefixItems", "$defs", "$ref"} & set(part)
        for choice in part.get("oneOf", ()):
            assert choice.get("description"), choice


def test_parameters_and_kinds_are_offered(registry):
    schema = json_schema(registry)
    uses = {use["properties"]["use"]["const"]: use for use in schema["properties"]["detectors"]["items"]["oneOf"]}
    assert set(uses) == set(registry.detectors())
    use = uses["transport.non_enforcement"]
    assert use["properties"]["with"]["properties"]["warn_days"]["maximum"] == 365
    assert set(use["properties"]["severity"]["properties"]) == set(
        registry.detectors()[use["properties"]["use"]["const"]].kinds
    )
    assert {"监督依据", "basis"} <= set(schema["properties"]["model"]["properties"])
    assert schema["required"] == ["ruleset", "title", "detectors"]


class Colour(StrEnum):
    RED = "red"


class Inner(BaseModel):
    colour: Colour = Colour.RED
    pair: tuple[int, str] = (1, "a")
    more: list[Inner] = []


class Nested(BaseModel):
    inner: Inner = Field(Inner(), description="里面")


def test_nested_parameters_are_unfolded(registry):
    class Detector:
        name, parameters, kinds = "x.y", Nested, {}

    class Registry:
        def detectors(self):
            return {"x.y": Detector()}

    schema = json_schema(Registry())
    (use,) = schema["properties"]["detectors"]["items"]["oneOf"]
    inner = use["properties"]["with"]["properties"]["inner"]
    assert inner["description"] == "里面"
    assert inner["properties"]["colour"]["oneOf"] == [{"const": "red", "description": "red"}]
    assert len(inner["properties"]["pair"]["items"]) == 2
    assert not {"$ref", "$defs"} & {key for part in _parts(schema) for key in part}
