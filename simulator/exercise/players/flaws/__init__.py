"""Players with exactly one flaw each: what a judge that can be trusted must see, and must see alone."""

from simulator.exercise.players.flaws.debugs_itself import DebugsItself
from simulator.exercise.players.flaws.escalation import AlwaysHighest, NeverEscalates, UnderDeclares
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.players.flaws.guesses_the_cause import GuessesTheCause
from simulator.exercise.players.flaws.ignores_hazards import IgnoresHazards
from simulator.exercise.players.flaws.likeliest import PrefersTheLikeliest
from simulator.exercise.players.flaws.lingers import Lingers
from simulator.exercise.players.flaws.micro_manages import MicroManages
from simulator.exercise.players.flaws.never_verifies import NeverVerifies
from simulator.exercise.players.flaws.no_hand_over import NoHandOver
from simulator.exercise.players.flaws.no_roles import NoRoles
from simulator.exercise.players.flaws.over_promises import OverPromises
from simulator.exercise.players.flaws.ownerless import OwnerlessFollowUps
from simulator.exercise.players.flaws.pages_everyone import PagesEveryone
from simulator.exercise.players.flaws.repeats import RepeatsAFailedFix
from simulator.exercise.players.flaws.resolves_early import ResolvesEarly
from simulator.exercise.players.flaws.silent import Silent
from simulator.exercise.players.flaws.skips_easy_fixes import SkipsEasyFixes
from simulator.exercise.players.flaws.slow_first_post import SlowFirstPost
from simulator.exercise.players.flaws.spams_updates import SpamsUpdates
from simulator.exercise.players.flaws.two_at_once import TwoAtOnce
from simulator.exercise.players.flaws.under_states import UnderStates
from simulator.exercise.players.flaws.watches_on import WatchesOn
from simulator.exercise.players.flaws.wrong_signal import WrongSignal

FLAWS: tuple[type[Flawed], ...] = (
    TwoAtOnce, NeverVerifies, WrongSignal,
    PrefersTheLikeliest, SkipsEasyFixes, RepeatsAFailedFix, IgnoresHazards, WatchesOn,
    Silent, SlowFirstPost, SpamsUpdates,
    OverPromises, GuessesTheCause, UnderStates,
    NoRoles, DebugsItself, MicroManages, PagesEveryone, NoHandOver,
    UnderDeclares, AlwaysHighest, NeverEscalates,
    ResolvesEarly, Lingers, OwnerlessFollowUps,
)  # fmt: skip
"""Every flaw, by the axis where it is to be seen."""

__all__ = ["FLAWS", "Flawed"]
