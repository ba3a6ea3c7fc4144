"""Signals and alerts: each measures something that can be measured, in its own unit."""

from collections.abc import Iterator
from typing import get_args

from simulator.authoring.checks.names import known, unknown
from simulator.authoring.forms import CROSSING
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node
from simulator.domain.organisation import Shows

_OF_JOURNEYS = ("errors", "success", "lost work")
_OF_SERVICES = ("errors", "latency", "load", "lost work")


def check_signals(tree: Node) -> Iterator[Problem]:
    """A signal measures a service or a journey, and shows what such a thing has."""
    services, journeys = tree["services"], tree["journeys"]
    measurable = {**dict(services), **dict(journeys)}
    for _, signal in tree["signals"]:
        yield from known(signal["of"], measurable, "service or journey")
        shows, of = signal["shows"].text, signal["of"].text or ""
        if shows and of in journeys.names and of not in services.names:
            yield from _shown(signal["shows"], _OF_JOURNEYS, f"the journey '{of}'")
        elif shows and of in services.names:
            cache = ("hit rate",) if services[of]["shields"].present else ()
            queue = ("waiting",) if services[of]["queue"].present else ()
            yield from _shown(signal["shows"], _OF_SERVICES + cache + queue, f"the service '{of}'")


def _shown(shows: Node, possible: tuple[str, ...], whose: str) -> Iterator[Problem]:
    if shows.text not in possible and shows.text in get_args(Shows):
        yield shows.problem(f"{whose} has no '{shows.text}'", f"one of: {', '.join(possible)}")


def check_alerts(tree: Node) -> Iterator[Problem]:
    """An alert watches a signal that exists, in its unit, and pages a team."""
    signals = tree["signals"]
    for alert in tree["alerts"].each:
        yield from known(alert["pages"], tree["on call"].names, "team")
        crossing = CROSSING.read(alert["when"].value)
        if crossing is None:
            continue
        if crossing.signal not in signals.names:
            yield unknown(alert["when"], crossing.signal, signals.names, "signal")
            continue
        unit = _UNIT.get(signals[crossing.signal]["shows"].text or "", "%")
        if crossing.unit != unit:
            yield alert["when"].problem(
                f"'{crossing.signal}' is not measured {_MEASURED[crossing.unit]}", _UNITS[unit]
            )


_UNIT = {"latency": "x", "waiting": "s"}
_MEASURED = {"x": "in x", "%": "in %", "s": "in time"}
_UNITS = {
    "s": "a time such as 10m: what waits in a queue is measured by how long",
    "x": "a factor such as 4x: latency is measured against a quiet day",
    "%": "a percentage such as 5%",
}
