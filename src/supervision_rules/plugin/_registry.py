"""Discovery of plugins by entry points; a bad one is set aside, named, and never stops the others."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from typing import TYPE_CHECKING, Any

import pluggy

from supervision_rules.errors import PluginError, Problem
from supervision_rules.plugin import _hooks

if TYPE_CHECKING:
    from supervision_rules.detection import Detector


@dataclass(frozen=True, slots=True)
class PluginFailure:
    """A plugin set aside (隔离的插件): its distribution and entry point, and why."""

    distribution: str
    entry_point: str
    problem: Problem


@dataclass(frozen=True)
class Registry:
    """The detectors at hand, each with the distribution it comes from, and the plugins set aside."""

    by_name: Mapping[str, type[Detector[Any]]]
    origins: Mapping[str, str] = field(default_factory=dict)
    failures: tuple[PluginFailure, ...] = ()

    def detectors(self) -> Mapping[str, type[Detector[Any]]]:
        """The detectors by name."""
        return self.by_name

    def __getitem__(self, name: str) -> type[Detector[Any]]:
        """The detector of that name.

        Raises:
            PluginError: there is none; the message names those there are and the plugins set aside.
        """
        if name in self.by_name:
            return self.by_name[name]
        aside = "".join(f"\n{failure.problem.text()}" for failure in self.failures)
        raise PluginError.of(
            "SR301",
            f"没有名为 {name} 的检测器;已安装的有:{'、'.join(self.by_name) or '无'}{aside}",
            f"no detector {name}; installed: {', '.join(self.by_name) or 'none'}{aside}",
        )


def discover(only: Collection[str] | None = None, extra: Iterable[object] = ()) -> Registry:
    """Load the installed plugins.

    Args:
        only: names of the entry points to load; all by default.
        extra: further plugin objects (modules or instances with hook implementations), such as in tests.
    """
    failures: list[PluginFailure] = []
    found: list[tuple[str, str, object]] = []
    for entry in sorted(metadata.entry_points(group=_hooks.NAMESPACE), key=lambda entry: entry.name):
        distribution = entry.dist.name if entry.dist else "?"
        if only is not None and entry.name not in only:
            continue
        try:
            found.append((distribution, entry.name, entry.load()))
        except Exception as error:  # a plugin may fail in any way when it is imported
            failures.append(_failure(distribution, entry.name, error))
    found += [("", getattr(plugin, "__name__", type(plugin).__name__), plugin) for plugin in extra]
    by_name: dict[str, type[Detector[Any]]] = {}
    origins: dict[str, str] = {}
    for distribution, name, plugin in found:
        try:
            for detector in _detectors_of(plugin):
                if detector.name in by_name:
                    raise ValueError(
                        f"{detector.name} is given by {origins[detector.name] or 'another plugin'} already"
                    )
                by_name[detector.name] = detector
                origins[detector.name] = distribution
        except Exception as error:  # the same when it is asked for its detectors
            failures.append(_failure(distribution, name, error))
    return Registry(by_name, origins, tuple(failures))


def _detectors_of(plugin: object) -> list[type[Detector[Any]]]:
    from supervision_rules.detection import Detector

    manager = pluggy.PluginManager(_hooks.NAMESPACE)
    manager.add_hookspecs(_hooks)
    manager.register(plugin)
    manager.check_pending()
    given = [detector for part in manager.hook.detectors() for detector in part]
    for detector in given:
        if not (isinstance(detector, type) and issubclass(detector, Detector)):
            raise TypeError(f"{detector!r} is not a Detector")
        for attribute in ("name", "title", "title_en", "subjects", "reads", "kinds"):
            if not getattr(detector, attribute, None):
                raise TypeError(f"{detector.__name__} has no {attribute}")
    return given


def _failure(distribution: str, name: str, error: Exception) -> PluginFailure:
    what = f"{type(error).__name__}: {error}"
    where = f"{name}({distribution})" if distribution else name
    return PluginFailure(
        distribution,
        name,
        Problem(
            "SR302", f"插件 {where} 无法使用,已隔离:{what}", f"plugin {where} can't be used and is set aside: {what}"
        ),
    )
