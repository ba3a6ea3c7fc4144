"""Small outages, built straight from the domain's values.

`story` writes them compactly: minutes for durations, shares for percentages, one service, one signal.
`stories` draws such outages at random.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.organisation import Change, ChangeKind, Hazard, Journey, Organisation, Service, Signal
from simulator.domain.scenario import Cause, Clue, Danger, Effect, Inspiration, Outcome, Scenario

CUSTOMERS = 6000


@dataclass(frozen=True)
class Tries:
    """A change as tests write it: minutes, outcome by cause, hazards with odds by cause and their harm."""

    minutes: float
    under: Mapping[str, Outcome] = field(default_factory=dict)
    hazards: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    harms: tuple[Effect, ...] = ()
    check: float = 1
    undo: int | None = 0
    kind: ChangeKind = "config"


def cures(chance: float, *after: str, **more) -> Outcome:
    return Outcome(chance=chance, cures=True, after=after, **more)


def relieves(share: float, minutes: float, chance: float = 1.0, *after: str) -> Outcome:
    return Outcome(chance=chance, relieves=(share, round(minutes * MINUTE)), after=after)


def harms(share: float, minutes: float) -> Outcome:
    return Outcome(harms=(errors(share, minutes),))


def errors(share: float, minutes: float | None = None, at: float = 0, ramp: float = 0) -> Effect:
    """Errors of the only service, so that this share of the customers fails."""
    lasts = None if minutes is None else round(minutes * MINUTE)
    return Effect(round(at * MINUTE), "app", None, "errors", share, round(ramp * MINUTE), lasts)


def shed(share: float, minutes: float | None = None) -> Effect:
    return Effect(0, "app", None, "shed", share, 0, None if minutes is None else round(minutes * MINUTE))


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
        length=3600, limit=7200, starts=0, teaches=(), inspired_by=Inspiration("", ""), briefing="",
        first_steps=(),
        causes={
            name: Cause(name, weight, "", acts.get(name, (errors(0.5),))) for name, weight in causes.items()
        },
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
        id="small", title="Small", doctrine="none", about="", customers=CUSTOMERS, rhythm=(1.0,) * 168,
        sites={}, services={"app": Service("app", "product", capacity=2.0)},
        journeys={"use": Journey("use", 1.0, ("app",))},
        signals={"errors": Signal("errors", "app", "errors", lag, 0.0)},
        alerts=(),
        runbook={name: _change(name, tries) for name, tries in changes.items()},
        people={}, rotas={}, stakeholders={}, tools={},
    )  # fmt: skip


def _change(name: str, tries: Tries) -> Change:
    check = round(tries.check * MINUTE)
    hazards = tuple(Hazard(hazard, check) for hazard in tries.hazards)
    takes = Spread(round(tries.minutes * MINUTE))
    return Change(name, tries.kind, "app", takes, tries.undo, "errors", hazards)


PERCENT = st.integers(0, 20).map(lambda twentieth: twentieth / 20)
"""Odds as authors write them: 0, 5 %, ... 100 %."""


def outcomes(earlier: Sequence[str]) -> st.SearchStrategy[Outcome]:
    """What a change may do; it may need changes named earlier."""
    after = st.lists(st.sampled_from(earlier), max_size=1) if earlier else st.just([])
    return st.one_of(
        st.just(Outcome()),
        st.builds(lambda chance, needs: cures(chance, *needs), PERCENT, after),
        st.builds(
            lambda share, long, chance, needs: relieves(share, long, chance, *needs),
            st.sampled_from([0.1, 0.5, 0.9]), st.integers(1, 30), PERCENT, after,
        ),
        st.builds(
            lambda chance, needs: Outcome(chance, stops=True, after=tuple(needs)), PERCENT, after
        ),
        st.builds(harms, st.sampled_from([0.2, 1.0]), st.integers(1, 30)),
    )  # fmt: skip


@st.composite
def odds_for(draw, causes: Sequence[str], answers: int) -> list[dict[str, float]]:
    """The odds of some answers by cause; what they leave over is an inconclusive one."""
    twentieths = {
        cause: draw(st.lists(st.integers(0, 20 // answers), min_size=answers, max_size=answers))
        for cause in causes
    }
    return [{cause: each[number] / 20 for cause, each in twentieths.items()} for number in range(answers)]


@st.composite
def stories(draw, most_causes=3, most_changes=3, most_looks=2, most_hazards=1) -> Scenario:
    """A small outage."""
    causes = {
        f"cause {number}": draw(st.integers(1, 5)) for number in range(draw(st.integers(1, most_causes)))
    }
    changes: dict[str, Tries] = {}
    for number in range(draw(st.integers(1, most_changes))):
        under = {cause: draw(outcomes(tuple(changes))) for cause in causes}
        risky = number < most_hazards and draw(st.booleans())
        risk = {"risk": {cause: draw(PERCENT) for cause in causes}} if risky else {}
        harm = (errors(1.0, draw(st.integers(1, 30))),) if risky else ()
        kind = draw(st.sampled_from(["config", "flag"]))
        changes[f"change {number}"] = Tries(draw(st.integers(1, 40)), under, risk, harm, kind=kind)
    clues = {
        f"place {number}": draw(odds_for(tuple(causes), draw(st.integers(1, 2))))
        for number in range(draw(st.integers(0, most_looks)))
    }
    grows = st.sampled_from([(), (errors(0.5, at=10),)])
    effects = {cause: (errors(0.5), *draw(grows)) for cause in causes}
    return story(causes, changes, clues, effects)
