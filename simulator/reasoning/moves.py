"""The options of a scenario as moves from state to state, in whole numbers: exact and fast."""

from collections.abc import Iterator, Sequence
from math import prod
from typing import Literal, TypeAlias

from simulator.domain.value import Value
from simulator.reasoning.relief import Ease, joined, later
from simulator.reasoning.state import Branch, State, Step, Weights


class Peril(Value):
    """A hazard: its bits, its odds under each cause in shares of `scale`, its harm in customer-minutes."""

    seen: int
    holds: int
    scale: int
    odds: Weights
    harm: float

    def expected(self, bits: int, cause: int) -> float:
        """Its expected harm under a cause: from the author's odds, or from what a check has shown."""
        if bits & self.seen:
            return self.harm if bits & self.holds else 0.0
        return self.harm * self.odds[cause] / self.scale


class Aim(Value):
    """What a change may do under one cause.

    It works in `hits` of the move's `scale` cases when everything in `needs` is in place. Its luck is drawn
    once: the bit `spent` says that it was bad or is used up, `sure` that it is good. `stops` is how likely it
    keeps the outage from growing. Made `early`, it works when the last of `needs` comes.
    """

    hits: int
    ease: Ease | None
    stops: float
    harm: float
    needs: int
    spent: int
    sure: int
    early: bool = False

    @property
    def useful(self) -> bool:
        """Whether it can do any good."""
        return self.hits > 0 or self.stops > 0

    @property
    def waits(self) -> bool:
        """Whether it can do some good that was made before what it needs."""
        return self.early and self.useful

    def open(self, bits: int) -> bool:
        """Whether it can do so now."""
        return bits & self.needs == self.needs and not bits & self.spent


class ChangeMove(Value):
    """Make a change and see what it does. `place` is its own bit if it matters to others, else 0.

    `risks` are the bits of its perils; `waiting` are the changes that may be in place already and work when
    this one comes.
    """

    name: str
    seconds: int
    scale: int
    aims: tuple[Aim, ...]
    place: int
    perils: tuple[Peril, ...]
    risks: int
    kind: Literal["change"] = "change"
    waiting: tuple["ChangeMove", ...] = ()

    def take(self, state: State) -> Step:
        """It cures (and that branch is over), eases, or is seen not to help."""
        arriving = [move for move in self.waiting if self._lets_act(move, state.bits)] if self.waiting else []
        if arriving:
            return self._completing(state, arriving)
        return self._alone(state)

    def _lets_act(self, move: "ChangeMove", bits: int) -> bool:
        """Whether a change is in place and waits for no other than this one, under some cause."""
        return bool(bits & move.place) and any(self._completes(aim, bits) for aim in move.aims)

    def _completes(self, aim: Aim, bits: int) -> bool:
        if not aim.early or not aim.needs & self.place & ~bits or bits & aim.spent:
            return False
        return (bits | self.place) & aim.needs == aim.needs

    def _completing(self, state: State, arriving: Sequence["ChangeMove"]) -> Step:
        """What has waited for it may cure as it comes; where that does not, it does what it does alone."""
        weights, bits, _ = state
        left, scale = weights, 1
        for move in arriving:
            left = tuple(
                [
                    weight * (move.scale - (move.now(aim, bits) if self._completes(aim, bits) else 0))
                    for weight, aim in zip(left, move.aims, strict=True)
                ]
            )
            scale *= move.scale
        if not any(left):
            return Step(self.seconds, self.harm(state), ())
        share = sum(left) / (scale * sum(weights))
        told = self._told_with(arriving, bits)
        seconds, _, branches = self._alone(state._replace(weights=left))
        ahead = [Branch(share * chance, after._replace(bits=after.bits | told)) for chance, after in branches]
        return Step(seconds, self.harm(state), tuple(ahead))

    def _told_with(self, arriving: Sequence["ChangeMove"], bits: int) -> int:
        told = 0
        for move in arriving:
            for aim in move.aims:
                told |= aim.spent if self._completes(aim, bits) else 0
        return told

    def _alone(self, state: State) -> Step:
        weights, bits, eased = state
        hits = [self._hits(aim, bits) for aim in self.aims]
        if not any(hits):
            seen = State(weights, self.made(bits), later(eased, self.seconds))
            return Step(self.seconds, self.harm(state), (Branch(1.0, seen),))
        missed = tuple([weight * (self.scale - hit) for weight, hit in zip(weights, hits, strict=True)])
        total, after, left = self.scale * sum(weights), self.made(bits), later(eased, self.seconds)
        branches = [Branch(sum(missed) / total, State(missed, after, left))] if any(missed) else []
        for ease, share in self._eased(weights, hits):
            branches.append(Branch(sum(share) / total, State(share, after, joined(left, ease))))
        return Step(self.seconds, self.harm(state), tuple(branches))

    def made(self, bits: int) -> int:
        """The bits once it is made: its luck is told under the causes for which what it needs is in place."""
        after = bits | self.place
        for aim in self.aims:
            if bits & aim.needs == aim.needs:
                after |= aim.spent
        return after

    def harm(self, state: State) -> float:
        """Expected customer-minutes of harm."""
        total = 0.0
        for cause, weight in enumerate(state.weights):
            if weight:
                total += weight * self._harm(cause, state.bits)
        return total / sum(state.weights) if total else 0.0

    def _harm(self, cause: int, bits: int) -> float:
        harm = self.aims[cause].harm
        return harm + sum([peril.expected(bits, cause) for peril in self.perils]) if self.perils else harm

    def _hits(self, aim: Aim, bits: int) -> int:
        return self.now(aim, bits) if aim.hits and aim.open(bits) else 0

    def now(self, aim: Aim, bits: int) -> int:
        """In how many of `scale` cases it works where it can: its luck may be known to be good."""
        return self.scale if aim.hits and bits & aim.sure else aim.hits

    def _eased(self, weights: Weights, hits: list[int]) -> Iterator[tuple[Ease, Weights]]:
        """A relief is seen for what it is: its size and length tell the causes apart."""
        eases = dict.fromkeys(aim.ease for aim, hit in zip(self.aims, hits, strict=True) if hit)
        for ease in filter(None, eases):
            of = zip(weights, hits, self.aims, strict=True)
            share = tuple(weight * hit if aim.ease == ease else 0 for weight, hit, aim in of)
            if any(share):
                yield ease, share


class LookMove(Value):
    """Investigate a place; `answers` are the odds of each answer under each cause in shares of `scale`."""

    name: str
    seconds: int
    scale: int
    answers: tuple[Weights, ...]
    looked: int
    risks: int = 0
    kind: Literal["look"] = "look"

    def take(self, state: State) -> Step:
        """It only changes the belief; a place already looked at says nothing new."""
        weights, bits, eased = state
        left = later(eased, self.seconds)
        if bits & self.looked:
            return Step(self.seconds, 0.0, (Branch(1.0, State(weights, bits, left)),))
        total, after = self.scale * sum(weights), bits | self.looked
        heard = [tuple([w * odds for w, odds in zip(weights, each, strict=True)]) for each in self.answers]
        branches = [Branch(sum(each) / total, State(each, after, left)) for each in heard if any(each)]
        return Step(self.seconds, 0.0, tuple(branches))

    def dull(self, believed: Sequence[int]) -> float:
        """How likely it is, at least, that the answer says nothing (see `order`).

        An answer's odds are the same under all causes but for what exceeds the least of them, so the sum of
        the least odds, over the answers, is the share of cases in which nothing is learned.
        """
        return sum(min(odds[cause] for cause in believed) for odds in self.answers) / self.scale


class CheckMove(Value):
    """Check all hazards of a change, which is made `uses` times at most; `risks` are their bits."""

    name: str
    seconds: int
    perils: tuple[Peril, ...]
    risks: int
    uses: int
    kind: Literal["check"] = "check"

    def take(self, state: State) -> Step:
        """Each unchecked hazard is found real or not; that bears on the causes and on the harm to expect."""
        total, found = sum(state.weights), [state._replace(eased=later(state.eased, self.seconds))]
        unseen = [peril for peril in self.perils if not state.bits & peril.seen]
        for peril in unseen:
            found = [after for each in found for after in self._found(peril, each)]
        total *= prod(peril.scale for peril in unseen)
        branches = (Branch(sum(each.weights) / total, each) for each in found if any(each.weights))
        return Step(self.seconds, 0.0, tuple(branches))

    def tells(self, believed: Sequence[int], bits: int) -> bool:
        """Whether its answer can be likelier under one believed cause than under another."""
        unseen = (peril for peril in self.perils if not bits & peril.seen)
        return any(len({peril.odds[cause] for cause in believed}) > 1 for peril in unseen)

    def _found(self, peril: Peril, state: State) -> Iterator[State]:
        weights, bits, eased = state
        real = tuple(weight * odds for weight, odds in zip(weights, peril.odds, strict=True))
        safe = tuple(weight * peril.scale - share for weight, share in zip(weights, real, strict=True))
        yield State(real, bits | peril.seen | peril.holds, eased)
        yield State(safe, bits | peril.seen, eased)


Move: TypeAlias = ChangeMove | LookMove | CheckMove
