"""Belief over causes and the best order of what remains to be tried, from what the seat had been told.

Nothing here sees the running world or what was really drawn. It takes the scenario as its author wrote it
(weights, odds, outcomes) and the entries that the seat may have seen. Costs are expected customer-minutes.

    told = evidence(visible(entries, seat), until=1260)
    belief(scenario, told).ranked                        # causes, likeliest first
    problem = Problem.of(scenario, rate=13_000)          # customers failing now
    advice = problem.advise(told, in_place(entries, 1260), made(entries, 1260))
    advice.best, advice.path                             # what to do now, and what then
    advice.of("change", "clear cache").regret            # what that choice costs more than the best one
    advice.of("look", "db-shards").cost
    problem.waiting(seconds=120)                         # what doing nothing costs

Doctrine E1, E2, E3 and E5 rest on these numbers: see `reasoning.order` for the formula.
"""

from simulator.reasoning.advice import Advice, Choice
from simulator.reasoning.belief import Belief, belief, would_be_part, would_help, would_last
from simulator.reasoning.estimate import FailingOf, usual_estimate
from simulator.reasoning.evidence import BEARING, evidence, evidence_of, hanging, in_place, made, under_way
from simulator.reasoning.outlasted import outlasting
from simulator.reasoning.problem import Problem
from simulator.reasoning.quotes import ChoiceKind
from simulator.reasoning.round_numbers import in_round_numbers
from simulator.reasoning.standing import Standing, standing
from simulator.reasoning.told import (
    ClueHeard,
    EffectSeen,
    Evidence,
    HazardSeen,
    Outlasted,
    ToolSeen,
    WordsHeard,
)
from simulator.reasoning.tools import breaks

__all__ = [
    "BEARING",
    "Advice",
    "Belief",
    "Choice",
    "ChoiceKind",
    "ClueHeard",
    "EffectSeen",
    "Evidence",
    "FailingOf",
    "HazardSeen",
    "Outlasted",
    "Problem",
    "Standing",
    "ToolSeen",
    "WordsHeard",
    "belief",
    "breaks",
    "evidence",
    "evidence_of",
    "hanging",
    "in_place",
    "in_round_numbers",
    "made",
    "outlasting",
    "standing",
    "under_way",
    "usual_estimate",
    "would_be_part",
    "would_help",
    "would_last",
]
