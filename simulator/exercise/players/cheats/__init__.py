"""Players that want points and do not lead: none of them may pass. Each goes one or more ways of gaming."""

from simulator.exercise.players.cheats.acting import DecidesOnly, InstantVerifier, ReasonAbuser, Reciter
from simulator.exercise.players.cheats.circling import AsksForEver, UndoesUnseen
from simulator.exercise.players.cheats.escaping import DeclaresAndResolves, HandsOff, PadsFollowUps
from simulator.exercise.players.cheats.ridding import MitigatedAtOnce, TitlesForAll
from simulator.exercise.players.cheats.talking import HollowWords, WorkaroundSpammer
from simulator.exercise.players.cheats.waiting import (
    Assigner,
    Contentless,
    MassPager,
    PageSpammer,
    Serialiser,
    Waiter,
)
from simulator.exercise.players.idle import Idle
from simulator.exercise.players.memorised import Memorised
from simulator.exercise.players.one_habit import Restarter, RollBackEverything
from simulator.exercise.players.play import Player
from simulator.exercise.players.shotgun import Shotgun

CHEATS: tuple[type[Player], ...] = (
    Idle, Restarter, RollBackEverything, Shotgun, Memorised, PageSpammer, Contentless, DeclaresAndResolves,
    InstantVerifier, DecidesOnly, HandsOff, MassPager, PadsFollowUps, ReasonAbuser, Reciter, Assigner, Waiter,
    Serialiser, AsksForEver, UndoesUnseen, MitigatedAtOnce, TitlesForAll, HollowWords, WorkaroundSpammer,
)  # fmt: skip
"""Every cheat."""

__all__ = ["CHEATS"]
