"""Which bit of a state stands for what."""

from collections.abc import Iterable
from math import lcm

from simulator.reasoning.moves import Aim, ChangeMove, CheckMove, LookMove, Peril
from simulator.reasoning.odds import in_shares
from simulator.reasoning.options import ChangeOption, CheckOption, LookOption, Options, Risk


class Layout:
    """Hands out the bits, and writes options as moves with them."""

    def __init__(self, options: Options) -> None:
        self._given: dict[tuple[str, ...], int] = {}
        self._growing = options.growing
        self._needed = {name for change in options.changes for each in change.under for name in each.after}
        self._needed |= {
            change.name for change in options.changes if any(each.early for each in change.under)
        }

    def bit(self, *what: str) -> int:
        """The bit of this thing, always the same one."""
        return self._given.setdefault(what, 1 << len(self._given))

    def placed(self, changes: Iterable[str]) -> int:
        """The bits of changes in place, as far as others need them."""
        return sum(self.bit("placed", name) for name in sorted(set(changes)) if name in self._needed)

    def luck(self, kind: str, change: str, after: frozenset[str], early: bool) -> int:
        """The bit of a change's luck: `spent` or `sure`. Causes for which it needs the same share it."""
        return self.bit(f"{kind} early" if early else kind, change, *sorted(after))

    def change(self, option: ChangeOption) -> ChangeMove:
        """A change as a move."""
        scale = lcm(*(promise.chance.denominator for promise in option.under))
        aims = tuple(self._aim(option, cause, scale) for cause in range(len(option.under)))
        perils = tuple(self._peril(option.name, risk) for risk in option.risks)
        risks, place = sum(peril.seen | peril.holds for peril in perils), self.placed((option.name,))
        return ChangeMove(option.name, option.seconds, scale, aims, place, perils, risks)

    def look(self, option: LookOption) -> LookMove:
        """A look as a move."""
        scale = lcm(*(odds.denominator for answer in option.answers for odds in answer))
        answers = tuple(tuple(in_shares(odds, scale) for odds in answer) for answer in option.answers)
        return LookMove(option.name, option.seconds, scale, answers, self.bit("looked", option.name))

    def check(self, option: CheckOption, of: ChangeMove) -> CheckMove:
        """The pre-check of a change, which may be made once for each set of others that it needs."""
        uses = len({aim.needs for aim in of.aims}) + (of.place > 0)
        return CheckMove(option.name, option.seconds, of.perils, of.risks, uses)

    def _aim(self, option: ChangeOption, cause: int, scale: int) -> Aim:
        change, promise = option.name, option.under[cause]
        return Aim(
            hits=in_shares(promise.chance, scale),
            ease=promise.ease,
            stops=float(promise.stops) if self._growing[cause] else 0.0,
            harm=promise.harm,
            needs=self.placed(promise.after),
            spent=self.luck("spent", change, promise.after, promise.early),
            sure=self.luck("sure", change, promise.after, promise.early),
            early=promise.early,
        )

    def _peril(self, change: str, risk: Risk) -> Peril:
        scale = lcm(*(odds.denominator for odds in risk.odds))
        seen, holds = self.bit("seen", change, risk.hazard), self.bit("holds", change, risk.hazard)
        odds = tuple(in_shares(each, scale) for each in risk.odds)
        return Peril(seen, holds, scale, odds, risk.harm)
