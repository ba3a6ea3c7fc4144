"""All moves of a scenario, laid out once, and what matters under which causes."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from simulator.domain.value import Value, field, replace
from simulator.reasoning.layout import Layout
from simulator.reasoning.moves import Aim, ChangeMove, CheckMove, LookMove, Move
from simulator.reasoning.options import Options
from simulator.reasoning.state import Branch, State, Step, reduced

REMEMBERED = 50_000
"""So many steps are remembered before all are forgotten: enough for a play, some tens of megabytes."""


class Scope(Value, eq=False):
    """What can still matter when only some causes are `believed` (by number).

    `mask` are the bits of a state that can make a difference, `moves` those worth a thought (by number),
    `wanted` the useful aims that need other changes in place first.
    """

    believed: tuple[int, ...]
    mask: int
    moves: tuple[tuple[int, Move], ...]
    wanted: tuple[Aim, ...]
    _opened: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def open_moves(self, bits: int) -> tuple[int, ...]:
        """The numbers of the moves that can still do some good."""
        found = self._opened.get(bits)
        if found is None:
            if len(self._opened) >= REMEMBERED:
                self._opened.clear()
            opened = [number for number, move in self.moves if self._open(move, bits)]
            found = self._opened[bits] = tuple(opened)
        return found

    def _open(self, move: Move, bits: int) -> bool:
        match move:
            case LookMove():
                return not bits & move.looked
            case CheckMove():
                return any(not bits & peril.seen for peril in move.perils)
            case ChangeMove():
                new = move.place & ~bits
                return self._works(move, bits) or self._enables(new, bits) or self._waits(move, new, bits)

    def _works(self, move: ChangeMove, bits: int) -> bool:
        for cause in self.believed:
            aim = move.aims[cause]
            if aim.useful and aim.open(bits):
                return True
        return False

    def _waits(self, move: ChangeMove, place: int, bits: int) -> bool:
        """Whether it can be made early: it works when what it needs comes."""
        aims = [move.aims[cause] for cause in self.believed] if place else []
        return any(aim.waits and not bits & aim.spent for aim in aims)

    def _enables(self, place: int, bits: int) -> bool:
        return place > 0 and any(place & aim.needs and not bits & aim.spent for aim in self.wanted)


class Table(Value, eq=False, dict=True):
    """The moves of a scenario in the order of its files: changes, looks, checks.

    `growing` are the customers who fail besides, under each cause, until the growth is stopped; `heals` the
    seconds after which each cause is over by itself, None where it is not.
    """

    causes: tuple[str, ...]
    moves: tuple[Move, ...]
    growing: tuple[float, ...]
    layout: Layout
    heals: tuple[int | None, ...] = ()
    _scopes: dict[tuple[bool, ...], Scope] = field(default_factory=dict)
    _steps: dict[tuple[str, str, State], Step] = field(default_factory=dict)

    def step(self, move: Move, state: State) -> Step:
        """What a move leads to, in settled states. However many customers fail, it is the same."""
        key = (move.kind, move.name, state)
        found = self._steps.get(key)
        if found is None:
            if len(self._steps) >= REMEMBERED:
                self._steps.clear()
            seconds, harm, branches = move.take(state)
            ahead = tuple([Branch(chance, self.settled(after)) for chance, after in branches])
            found = self._steps[key] = Step(seconds, harm, ahead)
        return found

    @cached_property
    def by_name(self) -> Mapping[tuple[str, str], Move]:
        """The moves by kind and name."""
        return {(move.kind, move.name): move for move in self.moves}

    @cached_property
    def quickest(self) -> Sequence[Move]:
        """The moves, those in front that take the least time."""
        return sorted(self.moves, key=lambda move: move.seconds)

    def scope(self, weights: Sequence[int]) -> Scope:
        """What matters under the causes that have weight."""
        key = tuple(map(bool, weights))
        found = self._scopes.get(key)
        if found is None:
            believed = tuple(cause for cause, weight in enumerate(weights) if weight)
            found = self._scopes[key] = _scope(self, believed)
        return found

    def grown(self, cause: int, bits: int) -> float:
        """The customers expected to fail besides under a cause, after what was done to stop the growth."""
        growing = self.growing[cause]
        if growing:
            for aim in self._stopping[cause]:
                if bits & aim.spent:
                    growing *= 1 - aim.stops
        return growing

    @cached_property
    def _stopping(self) -> tuple[tuple[Aim, ...], ...]:
        aims = [move.aims for move in self.moves if isinstance(move, ChangeMove)]
        return tuple(tuple(aim for aim in under if aim.stops) for under in zip(*aims, strict=True))

    def settled(self, state: State) -> State:
        """A state without what can no longer make a difference, so that like states are one."""
        weights, bits, eased = state
        return State(reduced(weights), bits & self.scope(weights).mask, eased)


def table_of(options: Options) -> Table:
    """Lay out the options of a scenario."""
    layout = Layout(options)
    alone = [layout.change(option) for option in options.changes]
    changes = {move.name: replace(move, waiting=_waiting_for(move, alone)) for move in alone}
    looks = [layout.look(option) for option in options.looks]
    checks = [layout.check(option, changes[option.name]) for option in options.checks]
    return Table(options.causes, (*changes.values(), *looks, *checks), options.growing, layout, options.heals)


def _waiting_for(part: ChangeMove, changes: Sequence[ChangeMove]) -> tuple[ChangeMove, ...]:
    """The changes that may be in place before a part that they need."""
    return tuple(move for move in changes if any(aim.waits and part.place & aim.needs for aim in move.aims))


def _scope(table: Table, believed: tuple[int, ...]) -> Scope:
    """A move that under every believed cause can neither cure, relieve, stop, enable nor inform is left out.

    That loses nothing: it only leads, later and at a cost, back to where it was taken.
    """
    changes = [move for move in table.moves if isinstance(move, ChangeMove)]
    aims = [move.aims[cause] for move in changes for cause in believed if move.aims[cause].useful]
    wanted = tuple(aim for aim in aims if aim.needs)
    mask = _union(aim.spent | aim.sure | aim.needs for aim in aims)
    mask |= _union(move.place for move in changes for cause in believed if move.aims[cause].waits)
    moves = tuple(
        (number, move) for number, move in enumerate(table.moves) if _matters(move, believed, wanted, changes)
    )
    mask |= _union(move.looked for _, move in moves if isinstance(move, LookMove))
    mask |= _union(move.risks for _, move in moves)
    return Scope(believed, mask, moves, wanted)


def _matters(
    move: Move, believed: tuple[int, ...], wanted: Sequence[Aim], changes: Sequence[ChangeMove]
) -> bool:
    match move:
        case ChangeMove():
            works = any(move.aims[cause].useful for cause in believed)
            return works or any(move.place & aim.needs for aim in wanted)
        case LookMove():
            return any(_tells(odds, believed) for odds in move.answers)
        case CheckMove():
            change = next(each for each in changes if each.name == move.name)
            tells = any(_tells(peril.odds, believed) for peril in move.perils)
            return bool(move.perils) and (tells or _matters(change, believed, wanted, changes))


def _tells(odds: Sequence[int], believed: tuple[int, ...]) -> bool:
    """Whether an answer is likelier under one believed cause than under another."""
    return len({odds[cause] for cause in believed}) > 1


def _union(bits: Iterable[int]) -> int:
    together = 0
    for bit in bits:
        together |= bit
    return together
