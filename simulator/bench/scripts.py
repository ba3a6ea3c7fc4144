"""The exercises that are timed: an hour with thirty-five commands, and longer or larger ones."""

from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Scenario
from simulator.domain.seats import COMMANDER
from simulator.domain.value import replace
from simulator.exercise import Exercise, Line, give
from simulator.exercise.players import ByTheBook, play

COMMANDS = 35
SEEDS = range(1, 13)


def hour_of(scenario: Scenario, doctrine: Doctrine, seed: int) -> tuple[Line, ...]:
    """Thirty-five commands over an hour: those of the player that goes by the book, then looks and waits."""
    exercise = play(Exercise(scenario, doctrine, seed), ByTheBook())
    lines = [line for line in exercise.recording.commands if line.at < HOUR and line.text != "end"][:COMMANDS]
    last = lines[-1].at if lines else 0
    missing = COMMANDS - len(lines)
    step = max(MINUTE, (HOUR - MINUTE - last) // max(1, missing))
    looks = ("signals", "ask impact", "board", "wait 1m")
    fill = [Line(last + (n + 1) * step, COMMANDER, looks[n % len(looks)]) for n in range(missing)]
    return tuple(lines + fill)


def run(
    scenario: Scenario, doctrine: Doctrine, seed: int, lines: tuple[Line, ...], end: int = HOUR
) -> Exercise:
    """The exercise of these commands, run to its end second."""
    exercise = Exercise(scenario, doctrine, seed)
    for line in lines:
        give(exercise, line)
    if not exercise.over and end > exercise.now:
        exercise.tick(end)
    return exercise


def longer(lines: tuple[Line, ...], hours: int) -> tuple[Line, ...]:
    """The commands of one hour, again in each hour."""
    return tuple(Line(line.at + hour * HOUR, line.seat, line.text) for hour in range(hours) for line in lines)


def endless(scenario: Scenario, hours: int) -> Scenario:
    """The scenario without its time limit."""
    return replace(scenario, limit=(hours + 1) * HOUR)


def larger(scenario: Scenario, times: int) -> Scenario:
    """The scenario in a company with so many times the services and signals, the new ones all well."""
    return replace(scenario, organisation=_copies(scenario.organisation, times))


def _copies(company: Organisation, times: int) -> Organisation:
    services = dict(company.services)
    signals = dict(company.signals)
    alerts = list(company.alerts)
    for copy in range(1, times):
        for name, service in company.services.items():
            renamed = replace(
                service,
                name=f"{name} {copy}",
                needs=tuple(f"{need} {copy}" for need in service.needs),
                calls=tuple(f"{call} {copy}" for call in service.calls),
                shields=f"{service.shields} {copy}" if service.shields else None,
            )
            services[renamed.name] = renamed
        for name, signal in company.signals.items():
            if signal.of in company.services:
                signals[f"{name} {copy}"] = replace(signal, name=f"{name} {copy}", of=f"{signal.of} {copy}")
        alerts += [
            replace(alert, name=f"{alert.name} {copy}", signal=f"{alert.signal} {copy}")
            for alert in company.alerts
            if f"{alert.signal} {copy}" in signals
        ]
    return replace(company, services=services, signals=signals, alerts=tuple(alerts))
