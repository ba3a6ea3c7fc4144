"""The running services: what strains them now, what customers lose, and when that next changes by itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from simpy import Event

from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.fact import EffectSetIn, EffectWentOff, ImpactChanged, Overloaded
from simulator.domain.health import Health, health, pressure, state_of
from simulator.domain.scenario import Effect
from simulator.domain.strain import Strain, Warmth
from simulator.domain.week import WEEK
from simulator.domain.wiring import Wiring, wiring_of
from simulator.world.integral import CURVE, integrate
from simulator.world.scene import Scene

NOTHING_YET = -7 * 24 * HOUR
"""A second long before anything began."""
FELT = 0.002
"""With less than this share of all customers failing, nobody outside notices."""
OVER = 1 + 1e-9
"""A load beyond this share of capacity is an overload; the rest is rounding."""
SAMPLE = 300
"""Where the impact runs in a curve, the log says so at least this often (seconds), for the charts."""


Mark = Callable[[Health], bool]
"""Something that a state has or has not."""
Marked = tuple[Mark, bool]
"""A mark, and whether the state has it now."""


class Stretch(NamedTuple):
    """The formulas from one event to the next, and the state itself where nothing moves."""

    since: int
    strains: tuple[Strain, ...]
    warmths: tuple[Warmth, ...]
    overloaded: frozenset[int]
    demand: float
    still: Health | None

    def at(self, wiring: Wiring, second: int) -> Health:
        """The state at a second of this stretch."""
        if self.still is not None:
            return self.still
        return health(wiring, self.strains, self.warmths, self.overloaded, self.demand, second)


class Plant:
    """The services under way. State changes only here, at events; between them all is formula."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.wiring: Wiring = wiring_of(scene.organisation)
        self._strains: list[Strain] = []
        self._warmths = [Warmth(NOTHING_YET, 1.0, 0.0) for _ in self.wiring.caches]
        self._overloaded: frozenset[int] = frozenset()
        self._history: list[Stretch] = []
        self._recalled: dict[int, Health] = {}
        self._wake: Event | None = None
        self._since = 0
        self._settled = -1
        self._moving = False
        self._demand = self.demand_at(0)
        self._said: tuple[int, tuple[tuple[str, float], ...]] | None = None
        self._arriving = 0
        self.total = 0.0
        self.onset = 0
        self._stopped: set[str] = set()
        self._scale: dict[str, float] = {}
        self.ended: tuple[Effect, ...] = ()
        self.felt_since: int | None = None
        self.toggled = scene.env.event()
        self.watchers: list[Callable[[Sequence[bool]], None]] = []
        self._marks: list[Mark] = [self._felt]
        self._holds: list[bool] = []
        self.state = self._health(0)

    def watch(self, marks: Sequence[Mark], watcher: Callable[[Sequence[bool]], None]) -> None:
        """Tell a watcher, whenever the state has changed or moves, which of its marks hold."""
        begin = len(self._marks)
        self._marks += marks
        self.watchers.append(lambda holds: watcher(holds[begin : begin + len(marks)]))

    def _health(self, at: float) -> Health:
        return health(self.wiring, self._strains, self._warmths, self._overloaded, self._demand, at)

    @property
    def failing(self) -> float:
        """Customers whose journeys fail now."""
        return self._now().failing * self._scene.organisation.customers * self._demand

    def _now(self) -> Health:
        """The state at this second; as settled when it was settled in this second, or nothing moves."""
        now = self._scene.now
        return self._health(now) if self._moving and now != self._settled else self.state

    def demand_at(self, second: int) -> float:
        """The load of a second's hour as a share of the busiest hour's."""
        scenario = self._scene.scenario
        return scenario.organisation.rhythm[(scenario.starts + second) % WEEK // HOUR]

    def at(self, second: int) -> Health:
        """The state at a second, past or present, as it was then."""
        found = self._recalled.get(second)
        if found is None:
            found = self._recalled[second] = self._recall(second)
        return found

    def _recall(self, second: int) -> Health:
        for stretch in reversed(self._history):
            if stretch.since <= second:
                return stretch.at(self.wiring, second)
        first = self._history[0]
        return health(self.wiring, first.strains, first.warmths, first.overloaded, first.demand, second)

    def strain(self, effects: Iterable[Effect], why: str, because: int = 0) -> None:
        """Let effects act, each `at` seconds from now, in the name of a cause or a change."""
        self._stopped.discard(why)
        together: dict[int, list[Effect]] = {}
        for effect in effects:
            together.setdefault(max(0, effect.at), []).append(effect)
        for after, some in sorted(together.items()):
            self._scene.later(after, partial(self._set_in, some, why, because))

    def _set_in(self, effects: Iterable[Effect], why: str, because: int) -> None:
        if why in self._stopped:
            return
        self._count()
        for effect in effects:
            service = self.wiring.number[effect.to]
            if effect.kind == "lost":
                self._cool(service, effect.amount)
            else:
                self._strains.append(self._strain_of(effect, service, why))
            fact = EffectSetIn(effect.to, effect.part or 0, effect.kind, effect.amount, why)
            self._scene.log.truth(fact, because, str(effect.origin) if effect.origin.line else "")
        self.settle()

    def _strain_of(self, effect: Effect, service: int, why: str) -> Strain:
        begins = self._scene.now + min(0, effect.at)
        self.onset = min(self.onset, begins)
        amount = effect.amount - 1 if effect.kind == "slow" else effect.amount
        full = begins + effect.ramp
        gone = None if effect.lasts is None else full + effect.lasts
        scale = self._scale.get(why, 1.0)
        return Strain(service, effect.part, effect.kind, amount, begins, full, why, gone, gone, scale)

    def _cool(self, service: int, lost: float) -> None:
        now = self._scene.now
        for index, line in enumerate(self.wiring.caches):
            if line.cache == service:
                warmth = self._warmths[index]
                self._warmths[index] = Warmth(now, warmth.at(now) * (1 - lost), warmth.slope)

    def lift(self, why: str, over: int, because: int = 0) -> None:
        """Take away what acts in the name of a cause or change, fading over some seconds."""
        self._count()
        now = self._scene.now
        for strain in [s for s in self._strains if s.why == why]:
            self._strains.remove(strain)
            if over:
                # Without a name: what fades can be neither lifted again nor eased.
                left = replace(strain, amount=strain.level(now), scale=1.0, begins=now - 1, full=now - 1)
                self._strains.append(replace(left, fades=now, gone=now + over, why=""))
            name = self.wiring.names[strain.service]
            self._scene.log.truth(EffectWentOff(name, strain.part or 0, strain.kind, why), because)
        self.settle()

    def stop(self, cause: str) -> None:
        """Keep the cause's further effects from setting in; those present stay."""
        self._stopped.add(cause)

    def end(self, cause: str, over: int, because: int = 0) -> None:
        """End a cause: nothing further comes, what there is fades. `ended` keeps it, should it come back."""
        self.stop(cause)
        self.ended = tuple(self._effect_of(strain) for strain in self._strains if strain.why == cause)
        self.lift(cause, over, because)

    def _effect_of(self, strain: Strain) -> Effect:
        amount = strain.amount + 1 if strain.kind == "slow" else strain.amount
        return Effect(0, self.wiring.names[strain.service], strain.part, strain.kind, amount)

    def scale(self, why: str, share: float) -> None:
        """Leave a share of what acts in the name of a cause; 1 gives it all back."""
        self._count()
        self._strains = [replace(s, scale=share) if s.why == why else s for s in self._strains]
        self._scale[why] = share
        self.settle()

    def settle(self) -> None:
        """Something changed: count what was lost until now, work out overloads, and say what is new."""
        self._count()
        now = self._scene.now
        self._strains = [s for s in self._strains if s.gone is None or s.gone > now]
        self._demand = self.demand_at(now)
        before, self.state, self._settled = self.state, self._weigh(now), now
        self._holds = [mark(self.state) for mark in self._marks]
        self._moving = any(s.moving(now) for s in self._strains) or any(w.slope for w in self._warmths)
        self._remember()
        self._feel()
        self._say()
        self._sleep()
        if self.state != before or self._moving:
            for watcher in self.watchers:
                watcher(self._holds)

    def _count(self) -> None:
        """Count what was lost until now; whoever changes anything does this first."""
        now = self._scene.now
        if now == self._since:
            return
        customers = self._scene.organisation.customers * self._demand
        self.total += self._lost(self._since, now) * customers / MINUTE
        self._arriving = round(self._share_before(now) * customers)
        self._since = now

    def _lost(self, begin: int, end: int) -> float:
        if not self._moving:
            return self.state.failing * (end - begin)
        return integrate(lambda at: self._health(at).failing, begin, end, self._degree(begin))

    def _degree(self, begin: int) -> int:
        """How many lines are multiplied in the failing share; a load that moves makes it a curve."""
        moving = [strain for strain in self._strains if strain.moving(begin)]
        curved = any(warmth.slope for warmth in self._warmths) or (
            self._overloaded and any(strain.kind in ("load", "shed", "cost", "capacity") for strain in moving)
        )
        return CURVE if curved else len(moving)

    def _share_before(self, now: int) -> float:
        return self._health(now - 1e-6).failing if self._moving else self.state.failing

    def _remember(self) -> None:
        now = self._scene.now
        if self._history and self._history[-1].since == now:
            self._history.pop()
        state = None if self._moving else self.state
        self._recalled.clear()
        self._history.append(
            Stretch(now, tuple(self._strains), tuple(self._warmths), self._overloaded, self._demand, state)
        )

    def _weigh(self, now: int) -> Health:
        """Find who is over capacity now, turn each cache's slope accordingly, and work out the state."""
        weighs = pressure(self.wiring, self._strains, self._warmths, self._demand, now)
        over = self._over(weighs.load)
        for service in sorted(over ^ self._overloaded):
            self._scene.log.truth(Overloaded(self.wiring.names[service], service in over))
        self._overloaded = over
        self._turn_caches(now, over)
        return state_of(self.wiring, weighs, over)

    def _over(self, load: Sequence[float]) -> frozenset[int]:
        """Who is over capacity at these loads; whoever is already, counts the retries of its callers."""
        retries = self.wiring.retries
        return frozenset([
            service
            for service, share in enumerate(load)
            if share * (1 + retries[service] * (service in self._overloaded)) > OVER
        ])  # fmt: skip

    def _turn_caches(self, now: int, over: frozenset[int]) -> None:
        for index, line in enumerate(self.wiring.caches):
            warmth = self._warmths[index].at(now)
            slope = (-1 if line.shielded in over else 1) / line.refill
            still = (slope > 0 and warmth >= 1) or (slope < 0 and warmth <= 0)
            self._warmths[index] = Warmth(now, warmth, 0.0 if still else slope)

    def _feel(self) -> None:
        """Note since when customers feel it, and rouse whoever waits for that to begin or end."""
        felt = self._holds[0]
        if felt != (self.felt_since is not None):
            self.felt_since = self._scene.now if felt else None
            self.toggled.succeed()
            self.toggled = self._scene.env.event()

    def _felt(self, state: Health) -> bool:
        return state.failing * self._demand > FELT

    def _say(self) -> None:
        now = (round(self.failing), self._failing_journeys(self.state))
        unchanged = now == (self._said or (0, ())) and self._arriving == now[0]
        if unchanged and not self._moving:
            return
        self._said = now
        self._scene.log.truth(ImpactChanged(now[0], self._arriving, round(self.total, 1), now[1]))
        self._arriving = now[0]

    def _failing_journeys(self, state: Health) -> tuple[tuple[str, float], ...]:
        journeys = zip(self._scene.organisation.journeys, state.journeys, strict=True)
        return tuple((name, round(share, 3)) for name, share in journeys if share > 0.0005)

    def close(self) -> None:
        """Say what was lost in all, at the end of the exercise."""
        self._count()
        failing = self._failing_journeys(self._now())
        self._scene.log.truth(
            ImpactChanged(round(self.failing), self._arriving, round(self.total, 1), failing)
        )

    def _sleep(self) -> None:
        """Wake when a line bends, an hour ends, a cache is warm, or something that counts begins or ends."""
        now = self._scene.now
        bends = [bend for strain in self._strains for bend in strain.turns(now)]
        bends.append(now + HOUR - self._scene.moment % HOUR)
        bends += [now + _until_still(warmth) for warmth in self._warmths if warmth.slope]
        if self._moving:
            bends.append(now + SAMPLE)
            bends += self._crossings(now, min(bends))
        wake = self._scene.env.timeout(max(1, min(bends) - now))
        self._wake = wake
        self._scene.when(wake, lambda: self.settle() if wake is self._wake else None)

    def _crossings(self, now: int, end: int) -> list[int]:
        """The first second by `end` at which an overload or a mark would begin or end, if there is one."""
        crossed = self._crossed(end, list(zip(self._marks, self._holds, strict=True)))
        if not crossed:
            return []
        low, high = now, end
        while high - low > 1:
            middle = (low + high) // 2
            if sooner := self._crossed(middle, crossed):
                high, crossed = middle, sooner
            else:
                low = middle
        return [high]

    def _crossed(self, at: int, marks: list[Marked]) -> list[Marked]:
        """Those of these marks that are otherwise at a second than now; all when an overload is."""
        weighs = pressure(self.wiring, self._strains, self._warmths, self._demand, at)
        if self._over(weighs.load) != self._overloaded:
            return marks
        then = state_of(self.wiring, weighs, self._overloaded)
        return [(mark, was) for mark, was in marks if mark(then) != was]


def _until_still(warmth: Warmth) -> int:
    left = (1 - warmth.warmth) if warmth.slope > 0 else warmth.warmth
    return max(1, -int(-left // abs(warmth.slope)))
