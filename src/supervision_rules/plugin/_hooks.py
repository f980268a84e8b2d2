"""The hooks that a plugin may implement (插件接口)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar, cast

import pluggy

NAMESPACE = "supervision_rules"
"""Name of the pluggy project and of the entry-point group."""

_hookspec = pluggy.HookspecMarker(NAMESPACE)
_F = TypeVar("_F", bound=Callable[..., Any])
hookimpl = cast("Callable[[_F], _F]", pluggy.HookimplMarker(NAMESPACE))
"""Marks a plugin's implementation of a hook."""


@_hookspec
def detectors() -> Iterable[type[Any]]:  # type: ignore[empty-body]
    """Give the detectors of this distribution."""
