"""Plugins: hooks, discovery, quarantine (插件)."""

from supervision_rules.plugin._hooks import hookimpl
from supervision_rules.plugin._registry import PluginFailure, Registry, discover

__all__ = ["PluginFailure", "Registry", "discover", "hookimpl"]
