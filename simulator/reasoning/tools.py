"""Whether what changes are made with works under a cause: a console that is down says where to look.

As far as the scenario tells, without the running world: each effect at its full level, at the hour in which
the scenario starts.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeDone, ChangeFailed
from simulator.domain.health import BROKEN, answers
from simulator.domain.scenario import Effect, Scenario
from simulator.domain.wiring import wiring_of
from simulator.reasoning.estimate import usual_state
from simulator.reasoning.told import ToolSeen


def tools(known: Sequence[Entry]) -> Iterator[tuple[Entry, ChangeDone | ChangeFailed]]:
    """Each time that a change could be made with a tool, or not for its sake, with the line that said so."""
    for entry, done in each(known, ChangeDone):
        if done.tool:
            yield entry, done
    for entry, failed in each(known, ChangeFailed):
        if failed.tool:
            yield entry, failed


@lru_cache(maxsize=4096)
def breaks(scenario: Scenario, cause: str, piece: ToolSeen) -> bool | None:
    """Whether a cause has a tool broken when it was needed; None when that hangs on what is not known.

    What sets in or goes just then may act or not, as all that a change in place may have ended or brought.
    """
    own = scenario.causes[cause].effects
    outcomes = [scenario.outcome(change, cause) for change in sorted(piece.in_place)]
    acting = [outcome for outcome in outcomes if piece.in_place.issuperset(outcome.after)]
    eased = any(outcome.cures or outcome.relieves is not None for outcome in acting)
    surely = [effect for effect in own if _acts(effect, piece.at) and not eased]
    surely += [effect for outcome in acting if outcome.chance == 1 for effect in outcome.does]
    perhaps = [effect for effect in own if _acts(effect, piece.at) or _moves(effect, piece.at)]
    perhaps += [effect for outcome in acting for effect in (*outcome.does, *outcome.harms)]
    found = {_broken(scenario, tuple(effects), piece.tool) for effects in (surely, perhaps)}
    return found.pop() if len(found) == 1 else None


def _broken(scenario: Scenario, effects: tuple[Effect, ...], tool: str) -> bool:
    wiring = wiring_of(scenario.organisation)
    return answers(wiring, usual_state(scenario, effects), wiring.number[tool]) <= BROKEN


def _acts(effect: Effect, at: int) -> bool:
    """Whether an effect of a cause is at its full level at a second."""
    ends = effect.ends
    until_full = effect.at + effect.ramp
    return effect.every is None and until_full <= at and (ends is None or at < ends - effect.ramp)


def _moves(effect: Effect, at: int) -> bool:
    """Whether an effect of a cause may act at a second."""
    return effect.at <= at and (effect.ends is None or at < effect.ends)
