"""Small outages, built straight from the domain's values.

`story` writes them compactly: minutes for durations, percentages as shares, one service, one signal without lag.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.organisation import Change, Hazard, Journey, Organisation, Service, Signal
from simulator.domain.scenario import Cause, Clue, Danger, Effect, Inspiration, Outcome, Scenario

CUSTOMERS = 6000


@dataclass(frozen=True)
class Tries:
    """A change as tests write it: minutes, what it does by cause, its hazards with odds by cause, harm of those."""

    minutes: float
    under: Mapping[str, Outcome] = field(default_factory=dict)
    hazards: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    harms: tuple[Effect, ...] = ()
    check: float = 1
    undo: int | None = 0


def cures(chance: float, *after: str, **more: object) -> Outcome:
    return Outcome(chance=chance, cures=True, after=after, **more)  # type: ignore[arg-type]


def relieves(share: float, minutes: float, chance: float = 1.0, *after: str) -> Outcome:
    return Outcome(chance=chance, relieves=(share, round(minutes * MINUTE)), after=after)


def harms(share: float, minutes: float) -> Outcome:
    return Outcome(harms=(errors(share, minutes),))


def errors(share: float, minutes: float | None = None, at: float = 0, ramp: float = 0) -> Effect:
    """Errors of the only service, so that this share of the customers fails."""
    lasts = None if minutes is None else round(minutes * MINUTE)
    return Effect(round(at * MINUTE), "app", None, "errors", share, round(ramp * MINUTE), lasts)


def story(
    causes: Mapping[str, int],
    changes: Mapping[str, Tries],
    clues: Mapping[str, Sequence[Mapping[str, float]]] | None = None,
    effects: Mapping[str, tuple[Effect, ...]] | None = None,
    lag: int = 0,
) -> Scenario:
    """A scenario with these causes (weights), changes and clues (for each place, odds by cause of each)."""
    said = {
        place: tuple(Clue(place, f"clue {number}", odds) for number, odds in enumerate(odds_of, 1))
        for place, odds_of in (clues or {}).items()
    }
    acts = effects or {}
    return Scenario(
        id="story", title="Story", organisation=_organisation(changes, lag), doctrine="none", difficulty=1,
        length=3600, limit=7200, starts=0, teaches=(), inspired_by=Inspiration("", ""), briefing="", first_steps=(),
        causes={name: Cause(name, weight, "", acts.get(name, (errors(0.5),))) for name, weight in causes.items()},
        outcomes={name: dict(tries.under) for name, tries in changes.items()},
        dangers=tuple(
            Danger(name, hazard, odds, tries.harms)
            for name, tries in changes.items()
            for hazard, odds in tries.hazards.items()
        ),
        clues=said, injects=(), facilitator="",
    )  # fmt: skip


def _organisation(changes: Mapping[str, Tries], lag: int) -> Organisation:
    return Organisation(
        id="small", title="Small", doctrine="none", about="", customers=CUSTOMERS, rhythm=(1.0,) * 168, sites={},
        services={"app": Service("app", "product")},
        journeys={"use": Journey("use", 1.0, ("app",))},
        signals={"errors": Signal("errors", "app", "errors", lag, 0.0)},
        alerts=(),
        runbook={name: _change(name, tries) for name, tries in changes.items()},
        people={}, rotas={}, stakeholders={},
    )  # fmt: skip


def _change(name: str, tries: Tries) -> Change:
    check = round(tries.check * MINUTE)
    hazards = tuple(Hazard(hazard, check) for hazard in tries.hazards)
    takes = Spread(round(tries.minutes * MINUTE))
    return Change(name, "config", "app", takes, tries.undo, "errors", hazards)
