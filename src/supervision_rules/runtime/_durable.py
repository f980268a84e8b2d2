"""The rule engine durable_rules behind a small typed interface (规则引擎接口).

Spoken to below its `Host`: that starts timer threads, swallows exceptions of actions and re-encodes everything.
Here a firing is returned, not called back, so no code of ours runs inside the engine.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from types import ModuleType
from typing import Any, NamedTuple

_SESSION = "1"
_SEEN_OR_UNMATCHED = (0, 1)
START = f'{{"id":1,"sid":{_SESSION},"start":1}}'
"""A sentinel fact that always fires: deleting a session in which nothing has fired crashes the engine."""


class Firing(NamedTuple):
    """One firing of a rule (触发): the rule's name and the facts by the names of their patterns."""

    rule: str
    facts: Mapping[str, Any]


def native() -> ModuleType:
    """The engine's extension module; `ImportError` where it isn't there or can't be loaded."""
    return import_module("durable_rules_engine")


class Sessions:
    """Small sessions (会话) over one set of rules, one after another under the same number."""

    def __init__(self, name: str, rules: Mapping[str, Any]) -> None:
        """Create the engine's rules; the sentinel's rule is added."""
        self._engine = native()
        start = {"start": {"all": [{"m": {"start": 1}}]}}
        self._handle: int | None = self._engine.create_ruleset(name, json.dumps(start | dict(rules)))

    def begin(self) -> None:
        """Begin a session."""
        self._assert(f"[{START}]")

    def put(self, facts: Sequence[str]) -> list[Firing]:
        """Assert facts, each a JSON object made by `fact`, and give the firings."""
        return self._assert("[" + ",".join(facts) + "]") if facts else []

    def end(self) -> None:
        """Forget the session."""
        self._engine.delete_state(self._handle, _SESSION)

    def close(self) -> None:
        """Delete the rules from the engine."""
        if self._handle is not None:
            self._engine.delete_ruleset(self._handle)
            self._handle = None

    def _assert(self, text: str) -> list[Firing]:
        engine, handle = self._engine, self._handle
        code, state = engine.assert_facts(handle, text)
        if code not in _SEEN_OR_UNMATCHED:
            raise RuntimeError(f"the rule engine took a fact twice or not at all (code {code})")
        started = engine.start_action_for_state(handle, state)
        message = started[1] if started else None
        firings = []
        while message:
            ((rule, facts),) = json.loads(message).items()
            firings.append(Firing(rule, facts))
            message = engine.complete_and_start_action(handle, state)
        return firings


def fact(number: int, properties: Mapping[str, int]) -> str:
    """A fact as the engine reads it: whole numbers only, with a number of its own in the session."""
    body = "".join(f',"{name}":{value}' for name, value in properties.items())
    return f'{{"id":{number},"sid":{_SESSION}{body}}}'
