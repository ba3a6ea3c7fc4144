"""A scenario from its file and its organisation."""

from collections.abc import Iterator, Sequence

from simulator.authoring.checks.odds import spread_over
from simulator.authoring.make.drill import make_drill
from simulator.authoring.make.effects import make_effects
from simulator.authoring.make.organisation import make_spread
from simulator.authoring.shapes.history import make_history
from simulator.authoring.shapes.outage import CauseShape, ClueShape, DangerShape, InjectShape, ScenarioShape
from simulator.authoring.shapes.outcome import OutcomeShape
from simulator.authoring.text.node import Node
from simulator.domain.duration import HOUR
from simulator.domain.organisation import Organisation
from simulator.domain.scenario import Cause, Clue, Danger, Inject, Inspiration, Outcome, Scenario
from simulator.domain.severity import Warrant
from simulator.domain.value import replace

_LIMIT = 3
"""How many times its length a play may last, when the file does not say."""
_DRILL_LIMIT = 12 * HOUR
"""A drill ends by itself soon after it was taken over; what went before may have lasted."""


def make_scenario(shape: ScenarioShape, tree: Node, organisation: Organisation) -> Scenario:
    """The scenario of a sound file."""
    causes = tuple(shape.causes)
    return Scenario(
        id=shape.scenario,
        title=shape.title,
        organisation=organisation,
        doctrine=shape.doctrine or organisation.doctrine,
        difficulty=shape.difficulty,
        length=shape.length,
        limit=shape.limit or (_DRILL_LIMIT if shape.drill else _LIMIT * shape.length),
        starts=shape.starts,
        teaches=shape.teaches,
        inspired_by=Inspiration(shape.inspired_by.what, shape.inspired_by.source),
        briefing=shape.briefing,
        first_steps=shape.first_steps,
        causes={
            name: _cause(name, one, tree["causes"][name], shape.began) for name, one in shape.causes.items()
        },
        outcomes={name: _outcomes(under, tree["changes"][name]) for name, under in shape.changes.items()},
        dangers=tuple(_dangers(shape, tree["hazards"], causes)),
        clues={name: _clues(name, clues, tree["clues"][name], causes) for name, clues in shape.clues.items()},
        injects=tuple(
            _inject(one, node) for one, node in zip(shape.injects, tree["injects"].each, strict=True)
        ),
        facilitator=shape.facilitator or "",
        history=make_history(shape.history),
        boss=shape.boss,
        here=shape.on_the_call,
        drill=make_drill(shape.drill, shape.so_far, tree) if shape.drill else None,
        severity=tuple(
            Warrant(one.level, one.because, one.when, node.key.origin)
            for one, node in zip(shape.severity, tree["severity"].each, strict=True)
        ),
    )


def _cause(name: str, shape: CauseShape, written: Node, began: int) -> Cause:
    """A cause; what it does is counted from the exercise's first second, and may lie before it."""
    made = make_effects(shape.does, written["does"])
    effects = tuple(replace(effect, at=effect.at - began) for effect in made)
    heals = make_spread(shape.heals) if shape.heals else None
    return Cause(name, shape.weight, shape.truth, effects, heals, written.key.origin)


def _outcomes(under: dict[str, OutcomeShape], written: Node) -> dict[str, Outcome]:
    return {cause: _outcome(shape, written[cause]) for cause, shape in under.items()}


def _outcome(shape: OutcomeShape, written: Node) -> Outcome:
    return Outcome(
        chance=shape.odds,
        cures=shape.cures is not None,
        stops=shape.stops is not None,
        relieves=shape.relieves,
        does=make_effects(shape.does, written["does"]),
        harms=make_effects(shape.harms, written["harms"]),
        after=shape.after,
        says=shape.says or "",
        mends=shape.mends,
        merges=shape.merges,
        discards=shape.discards,
        fails=shape.fails,
        origin=written.key.origin,
    )


def _dangers(shape: ScenarioShape, written: Node, causes: Sequence[str]) -> Iterator[Danger]:
    for change, hazards in shape.hazards.items():
        for hazard, danger in hazards.items():
            yield _danger(change, hazard, danger, written[change][hazard], causes)


def _danger(change: str, hazard: str, shape: DangerShape, written: Node, causes: Sequence[str]) -> Danger:
    odds = spread_over(shape.odds, causes)
    return Danger(change, hazard, odds, make_effects(shape.harms, written["harms"]), written.key.origin)


def _clues(place: str, shapes: Sequence[ClueShape], written: Node, causes: Sequence[str]) -> tuple[Clue, ...]:
    return tuple(
        Clue(place, shape.says, spread_over(shape.odds, causes), node.mark.origin, shape.only)
        for shape, node in zip(shapes, written.each, strict=True)
    )


def _inject(shape: InjectShape, written: Node) -> Inject:
    first, *also = shape.when.conditions
    return Inject(
        trigger=first.trigger,
        subject=first.subject,
        seconds=first.seconds,
        who=shape.who or "",
        says=shape.says or "",
        swoops=shape.swoops,
        effects=make_effects(shape.does, written["does"]),
        freezable=shape.freezable,
        also=tuple(also),
        unless=shape.when.unless,
        every=shape.every or 0,
        means=shape.means or "",
        offers=shape.offers or "",
        origin=written.mark.origin,
    )
