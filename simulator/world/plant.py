"""The running services: what strains them now, who is over capacity, and when that next changes by itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from simpy import Event

from simulator.domain.duration import HOUR
from simulator.domain.fact import EffectSetIn, EffectWentOff, Overloaded
from simulator.domain.health import BROKEN, Health, Pressure, answers, pressure, state_of, turned
from simulator.domain.organisation import Tool
from simulator.domain.scenario import Effect
from simulator.domain.strain import Backlog, Strain, Warmth, fading, scaled
from simulator.domain.wiring import CacheLine, Wiring, wiring_of
from simulator.world.bends import Bend, Mark, Marked, next_bend
from simulator.world.losses import Losses
from simulator.world.overload import over
from simulator.world.scene import Scene
from simulator.world.stretch import Acting, Stretch

NOTHING_YET = -7 * 24 * HOUR
"""A second long before anything began."""
FELT = 0.002
"""With less than this share of all customers failing, nobody outside notices."""


class Plant:
    """The services under way. State changes only here, at events; between them all is formula."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self.wiring: Wiring = wiring_of(scene.organisation)
        self.losses = Losses(scene)
        self._customers = scene.organisation.customers
        self._strains: list[Strain] = []
        self._warmths = tuple([Warmth(NOTHING_YET, 1.0, 0.0) for _ in self.wiring.caches])
        self._backlogs = tuple([Backlog(NOTHING_YET, 0.0, 0.0) for _ in self.wiring.queues])
        self._overloaded: frozenset[int] = frozenset()
        self._history: list[Stretch] = []
        self._course: Stretch
        self._recalled: dict[int, Health] = {}
        self._bend = Bend(0)
        self._wake: Event | None = None
        self.onset = self._cooled = 0
        self._stopped: set[str] = set()
        self._scale: dict[str, float] = {}
        self._lifted: dict[str, int] = {}
        self.ended: tuple[Effect, ...] = ()
        self.felt_since: int | None = None
        self.toggled = scene.env.event()
        self._watchers: list[Callable[[], None]] = []
        self._marks: list[Mark] = [Mark(self.wiring.all, self._felt)]
        self._seeing: dict[frozenset[int], tuple[int, ...]] = {}
        self._excess: list[float] = [0.0]
        self._turned = True
        state = self._weigh(0)
        self._course = Stretch(self.wiring, 0, self._acting(), self.demand_at(0), state)
        self._history.append(self._course)
        self._excess[0] = self._felt(self._course.first)

    def watch(self, marks: Sequence[Mark], watcher: Callable[[Sequence[bool]], None]) -> None:
        """Tell a watcher which of its marks hold whenever that is otherwise; none of them does at first."""
        part = slice(len(self._marks), len(self._marks) + len(marks))
        self._marks += marks
        self._seeing.clear()
        self._excess += [mark.excess(self._course.state) for mark in marks]
        told = [False] * len(marks)

        def look() -> None:
            holds = [excess > 0 for excess in self._excess[part]]
            if holds != told:
                told[:] = holds
                watcher(holds)

        self._watchers.append(look)

    @property
    def state(self) -> Health:
        """The state now."""
        return self._course.at(self._scene.now)

    @property
    def failing(self) -> float:
        """Customers whose journeys fail now."""
        course = self._course
        suffers = course.suffered(self._scene.now) if course.moved else course.state
        return suffers.failing * self._customers * course.demand

    def over(self, cause: str) -> bool:
        """Whether nothing acts in the name of a cause any more, and no customer feels anything."""
        now = self._scene.now
        acts = any(each.why == cause and (each.gone is None or each.gone > now) for each in self._strains)
        return self.felt_since is None and not acts

    def broken(self, service: str) -> bool:
        """Whether a service fails at least half of what is asked of it now, by itself or by what it needs."""
        return self._broken(service, self.state)

    def _broken(self, service: str, state: Health) -> bool:
        return answers(self.wiring, state, self.wiring.number[service]) <= BROKEN

    def works(self, tool: Tool) -> bool:
        """Whether a tool of the response works; one that no service is named for always does."""
        return self._served(tool, self.state)

    def worked(self, tool: Tool, second: int) -> bool:
        """Whether a tool of the response worked at a second of the past."""
        return self._served(tool, self.at(second))

    def _served(self, tool: Tool, state: Health) -> bool:
        service = self._scene.organisation.tools.get(tool)
        return service is None or not self._broken(service, state)

    def demand_at(self, second: int) -> float:
        """The load of a second as a share of the busiest hour's."""
        scenario = self._scene.scenario
        return scenario.organisation.demand(scenario.starts + second)

    def at(self, second: int) -> Health:
        """The state at a second, past or present, as it was then."""
        found = self._recalled.get(second)
        if found is None:
            found = self._recalled[second] = self._recall(second)
        return found

    def _recall(self, second: int) -> Health:
        for stretch in reversed(self._history):
            if stretch.since <= second:
                return stretch.at(second)
        return self._history[0].before(second)

    def before(self, second: int) -> Health:
        """The state at a second before the first: nothing wrong but what had set in by then, at that load."""
        return self._history[0].long_before(second, self.demand_at(second), second >= self._upset)

    @property
    def _upset(self) -> int:
        """The second from which anything was wrong, if that was before the first."""
        return min(self.onset, self._cooled)

    def strain(self, effects: Iterable[Effect], why: str, because: int = 0) -> None:
        """Let effects act, each `at` seconds from now, in the name of a cause or a change."""
        self._stopped.discard(why)
        together: dict[int, list[Effect]] = {}
        for effect in effects:
            together.setdefault(max(0, effect.at), []).append(effect)
        for after, some in sorted(together.items()):
            self._set_in_later(after, some, why, because)

    def _set_in_later(self, after: int, effects: Sequence[Effect], why: str, because: int) -> None:
        """Let effects set in after some seconds, unless what they act for is stopped or lifted by then."""
        turn = self._lifted.get(why, 0)

        def then() -> None:
            if why not in self._stopped and self._lifted.get(why, 0) == turn:
                self._set_in(effects, why, because)

        self._scene.later(after, then)

    def _set_in(self, effects: Sequence[Effect], why: str, because: int) -> None:
        self.losses.count(self._course)
        for effect in map(_latest, effects):
            service = self.wiring.number[effect.to]
            if effect.kind == "lost":
                self._cooled = min(self._cooled, self._scene.now + effect.at)
                self._cool(service, effect.amount)
            else:
                self._strains.append(self._strain_of(effect, service, why))
            fact = EffectSetIn(effect.to, effect.part or 0, effect.kind, effect.amount, why)
            self._scene.log.truth(fact, because, str(effect.origin) if effect.origin.line else "")
            if effect.every is not None:
                again = effect.every + min(0, effect.at)
                self._set_in_later(again, [replace(effect, at=0)], why, because)
        self.settle()

    def tips(self, effect: Effect) -> bool:
        """Whether an effect that set in now would push a service into overload, which may outlast it."""
        strain = self._strain_of(effect, self.wiring.number[effect.to], "")
        now = self._scene.now
        weighs = pressure(self.wiring, [*self._strains, strain], self._warmths, self.demand_at(now), now)
        return bool(over(self.wiring, weighs.load, self._overloaded) - self._overloaded)

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
        lines = zip(self.wiring.caches, self._warmths, strict=True)
        self._warmths = tuple(
            Warmth(now, warmth.at(now) * (1 - lost), warmth.slope) if line.cache == service else warmth
            for line, warmth in lines
        )

    def lift(self, why: str, over: int, because: int = 0) -> None:
        """Take away what acts in the name of a cause or change, fading over some seconds."""
        self.losses.count(self._course)
        now = self._scene.now
        self._lifted[why] = self._lifted.get(why, 0) + 1
        for strain in [s for s in self._strains if s.why == why]:
            self._strains.remove(strain)
            if over:
                self._strains.append(fading(strain, now, now + over))
            name = self.wiring.names[strain.service]
            self._scene.log.truth(EffectWentOff(name, strain.part or 0, strain.kind, why), because)
        self.settle()

    def discard(self) -> float:
        """Lose the work that is stranded; the customer-minutes of it."""
        self.losses.count(self._course)
        return self.losses.discard()

    def merge(self) -> float:
        """Save the work that is stranded; the customer-minutes of it."""
        self.losses.count(self._course)
        return self.losses.merge()

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
        self.losses.count(self._course)
        self._strains = [scaled(s, share) if s.why == why else s for s in self._strains]
        self._scale[why] = share
        self.settle()

    def settle(self) -> None:
        """Something changed: count what was lost until now, work out overloads, and say what is new."""
        self.losses.count(self._course)
        now = self._scene.now
        was = self._course.state
        self._strains = [s for s in self._strains if s.gone is None or s.gone > now]
        demand, acting = self.demand_at(now), self._acting()
        foreseen = self._bend.state if self._bend.at == now else None
        state = self._course.lasts_to(now, acting, demand, foreseen)
        if state is None:
            state = self._weigh(now)
            self._remember(Stretch(self.wiring, now, self._acting(), demand, state), was)
        else:
            self._remember(self._course.onward(now, state, demand), was)
        self._feel()
        self.losses.say(state, demand, moving=bool(self._course.moved))
        self._sleep(now)
        if self._turned and (self._course.moved or state != was):
            self._turned = False
            for watcher in self._watchers:
                watcher()

    def _weigh(self, now: int) -> Health:
        """Find who is over capacity now, turn caches and queues accordingly, and work out the state."""
        weighs = pressure(self.wiring, self._strains, self._warmths, self.demand_at(now), now)
        too_much = over(self.wiring, weighs.load, self._overloaded)
        for service in sorted(too_much ^ self._overloaded):
            self._scene.log.truth(Overloaded(self.wiring.names[service], service in too_much))
        self._overloaded = too_much
        if self._warmths:
            self._turn_caches(now)
        waits = self._turn_queues(now, weighs) if self._backlogs else ()
        return state_of(self.wiring, weighs, too_much, waits)

    def _turn_caches(self, now: int) -> None:
        lines = zip(self.wiring.caches, self._warmths, strict=True)
        self._warmths = tuple([_turned(warmth, line, now, self._overloaded) for line, warmth in lines])

    def _turn_queues(self, now: int, weighs: Pressure) -> tuple[float, ...]:
        """Let each queue grow by what comes in faster than it is worked off; the waits now."""
        lines = zip(self.wiring.queues, self._backlogs, strict=True)
        self._backlogs = tuple([_flowing(backlog, line.service, now, weighs) for line, backlog in lines])
        return tuple([backlog.wait for backlog in self._backlogs])

    def _remember(self, course: Stretch, was: Health) -> None:
        """Go on by formulas; what stands against each mark is known already where it was foreseen."""
        before, state, marks = self._course, course.state, self._marks
        if course is not before:
            self._exchange(course)
        if state is self._bend.state:
            self._compare(zip(self._marks_on(before.moved), self._bend.excess, strict=True))
        else:
            places = self._marks_on(turned(self.wiring, was, state))
            self._compare([(place, marks[place].excess(state)) for place in places])
        self._excess[0] = self._felt(state)

    def _exchange(self, course: Stretch) -> None:
        """Have other formulas hold from now on."""
        if self._course.since == course.since:
            self._history.pop()
        self._recalled.clear()
        self._course = course
        self._history.append(course)

    def _compare(self, now: Iterable[tuple[int, float]]) -> None:
        """Note the excess of some marks, and whether any of them begins or ends to hold."""
        excess = self._excess
        for place, beyond in now:
            if (beyond > 0) != (excess[place] > 0):
                self._turned = True
            excess[place] = beyond

    def _acting(self) -> Acting:
        return Acting(tuple(self._strains), self._warmths, self._backlogs, self._overloaded)

    def _marks_on(self, services: frozenset[int]) -> tuple[int, ...]:
        """The places of the marks that depend on any of these services; all others are as they were."""
        found = self._seeing.get(services)
        if found is None:
            places = enumerate(self._marks)
            found = tuple([place for place, mark in places if not mark.seen.isdisjoint(services)])
            self._seeing[services] = found
        return found

    def _feel(self) -> None:
        """Note since when customers feel it, and rouse whoever waits for that to begin or end."""
        felt = self._excess[0] > 0
        if felt != (self.felt_since is not None):
            self.felt_since = self._scene.now if felt else None
            self.toggled.succeed()
            self.toggled = self._scene.env.event()

    def _felt(self, state: Health) -> float:
        """By how much the share of customers who fail is more than nobody notices."""
        return state.failing * self._course.demand - FELT

    def close(self) -> None:
        """Say what was lost in all, at the end of the exercise."""
        self.losses.count(self._course)
        self.losses.close(self.state, self._course.demand)

    def _sleep(self, now: int) -> None:
        """Wake when the formulas no longer hold."""
        turn = now + self._scene.organisation.steady(self._scene.scenario.starts + now)
        marks, excess, moved, marked = self._marks, self._excess, self._course.moved, Marked()
        if moved:
            places = self._marks_on(moved)
            marked = Marked([marks[place].excess for place in places], [excess[place] for place in places])
        self._bend = next_bend(self._course, marked, turn)
        self._wake = self._scene.env.timeout(self._bend.at - now)
        self._wake.callbacks.append(self._woken)

    def _woken(self, wake: Event) -> None:
        """Go on by new formulas, unless something came in between and they are new already."""
        if wake is self._wake:
            self.settle()


def _latest(effect: Effect) -> Effect:
    """What has come and gone since before the exercise, as it came for the last time."""
    if effect.every is None or effect.at >= 0:
        return effect
    return replace(effect, at=effect.at % effect.every - effect.every)


def _turned(warmth: Warmth, line: CacheLine, now: int, overloaded: frozenset[int]) -> Warmth:
    """A cache's warmth from now on: it cools while what it shields is overloaded, else it warms."""
    at = warmth.at(now)
    slope = (-1 if line.shielded in overloaded else 1) / line.refill
    still = (slope > 0 and at >= 1) or (slope < 0 and at <= 0)
    return Warmth(now, at, 0.0 if still else slope)


def _flowing(backlog: Backlog, service: int, now: int, weighs: Pressure) -> Backlog:
    """A queue from now on: what comes in, against the pace at which it is worked off."""
    toll = weighs.tolls.get(service)
    slope = weighs.load[service] - (toll.working if toll else 1.0)
    wait = backlog.at(now)
    return Backlog(now, wait, 0.0 if wait <= 0 and slope < 0 else slope)
