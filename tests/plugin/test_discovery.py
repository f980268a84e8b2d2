"""Discovery of plugins, quarantine of bad ones, and hooks."""

from __future__ import annotations

from importlib import metadata
from types import SimpleNamespace

import pytest

from supervision_rules.detection import Detector, Parameters
from supervision_rules.errors import PluginError
from supervision_rules.plugin import discover, hookimpl


def _plugin(*given):
    class Plugin:
        @hookimpl
        def detectors(self):
            return given

    return Plugin()


def _detector(name_, **attributes):
    body = {
        "name": name_,
        "title": "示例",
        "title_en": "example",
        "parameters": Parameters,
        "subjects": ("penalties",),
        "reads": (object,),
        "kinds": {"seen": object()},
        "judge": lambda self, facts, law, p: None,
    }
    return type("Example", (Detector,), {key: value for key, value in (body | attributes).items() if value is not None})


class _Entry:
    def __init__(self, name, load):
        self.name = name
        self.load = load
        self.dist = SimpleNamespace(name=f"dist-of-{name}")


def _entries(monkeypatch, *entries):
    monkeypatch.setattr(metadata, "entry_points", lambda group: entries if group == "supervision_rules" else ())


def test_first_party_plugins_are_found_by_entry_points_only():
    registry = discover()
    assert registry.failures == ()
    assert set(registry.origins.values()) == {
        "supervision-rules-transport-enforcement",
        "supervision-rules-court-review",
        "supervision-rules-legal-basis",
    }
    assert len(registry.detectors()) == 13


def test_a_bad_plugin_is_named_and_never_stops_the_others(monkeypatch):
    def broken():
        raise ImportError("no module named half")

    good = _detector("own.good")
    _entries(monkeypatch, _Entry("bad", broken), _Entry("good", lambda: _plugin(good)))
    registry = discover()
    assert list(registry.detectors()) == ["own.good"]
    (failure,) = registry.failures
    assert failure.distribution == "dist-of-bad"
    assert "bad(dist-of-bad)" in failure.problem.zh
    assert "no module named half" in failure.problem.text("en")
    with pytest.raises(PluginError, match="dist-of-bad"):
        registry["bad.detector"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ([42], "not a Detector"),
        ([_detector("own.untitled", title="")], "has no title"),
        ([_detector("own.kindless", kinds={})], "has no kinds"),
        (None, "NoneType"),
    ],
)
def test_what_a_plugin_gives_is_checked(monkeypatch, given, why):
    plugin = _plugin(*given) if given is not None else SimpleNamespace(detectors=hookimpl(lambda: 3))
    _entries(monkeypatch, _Entry("odd", lambda: plugin))
    registry = discover()
    assert registry.detectors() == {}
    (failure,) = registry.failures
    if given is not None:
        assert why in failure.problem.en


def test_two_detectors_of_one_name(monkeypatch):
    one, other = _detector("own.same"), _detector("own.same")
    _entries(monkeypatch, _Entry("a", lambda: _plugin(one)), _Entry("b", lambda: _plugin(other)))
    registry = discover()
    assert registry["own.same"] is one
    assert "dist-of-a already" in registry.failures[0].problem.en


def test_a_hook_that_isnt_one_is_refused(monkeypatch):
    class Typo:
        @hookimpl
        def detectrs(self):
            return ()

    _entries(monkeypatch, _Entry("typo", Typo))
    (failure,) = discover().failures
    assert "detectrs" in failure.problem.en


def test_only_named_plugins():
    assert set(discover(only=["court"]).origins.values()) == {"supervision-rules-court-review"}
