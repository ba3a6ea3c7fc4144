"""The running services: what strains them now, who is over capacity, and when that next changes by itself."""

from collections.abc import Callable, Iterable, Sequence

from simpy import Event

from simulator.domain.fact import EffectSetIn, EffectWentOff, Overloaded
from simulator.domain.health import BROKEN, Health, answers, pressure
from simulator.domain.organisation import Tool
from simulator.domain.scenario import Effect
from simulator.domain.strain import Backlog, Strain, Warmth, fading, scaled
from simulator.domain.value import replace
from simulator.domain.wiring import Wiring, wiring_of
from simulator.world.before import Before
from simulator.world.bends import next_bend, there
from simulator.world.losses import Losses
from simulator.world.marks import marks_of
from simulator.world.overload import over
from simulator.world.scene import Scene
from simulator.world.stretch import Acting, Stretch, stretch_of


class Plant:
    """The services under way. State changes only here, at events; between them all is formula."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._clock = scene, scene.env
        self.wiring: Wiring = wiring_of(scene.organisation)
        self.losses = Losses(scene)
        self._customers = scene.organisation.customers
        self._marks = marks_of(scene.organisation)
        self._strains: list[Strain] = []
        self._warmths = tuple([Warmth(0, 1.0, 0.0) for _ in self.wiring.caches])
        self._backlogs = tuple([Backlog(0, 0.0, 0.0) for _ in self.wiring.queues])
        self._overloaded: frozenset[int] = frozenset()
        self._recalled: dict[int, Health] = {}
        self._wake: Event | None = None
        self.onset = self._cooled = 0
        self._stopped: set[str] = set()
        self._scale: dict[str, float] = {}
        self._lifted: dict[str, int] = {}
        self.ended: tuple[Effect, ...] = ()
        self.felt_since: int | None = None
        self.toggled = scene.env.event()
        self._watcher: Callable[[Sequence[bool]], object] = len
        self._alerts: Sequence[bool] = (False,) * len(scene.organisation.alerts)
        self._history: list[tuple[int, Stretch]] = []
        self._course: Stretch
        self._acted: Acting | None = None
        self._begin_anew(0, self.demand_at(0), self._acting())

    def watch(self, watcher: Callable[[Sequence[bool]], object]) -> None:
        """Tell a watcher which alerts have to ring whenever that is otherwise; none of them does at first."""
        self._watcher = watcher

    @property
    def state(self) -> Health:
        """The state now."""
        return self.at(self._clock.second)

    @property
    def failing(self) -> float:
        """Customers whose journeys fail now."""
        course = self._course
        suffers = course.suffered(self._clock.second - self._since) if course.moved else course.first
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
        for since, stretch in reversed(self._history):
            if since <= second:
                return stretch.at(second - since)
        return self._before.at(second)

    def before(self, second: int) -> Health:
        """The state at a second before the first: nothing wrong but what had set in by then, at that load."""
        return self._before.long_before(second, self.demand_at(second), second >= self._upset)

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
        self._count()
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
        self._count()
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
        self._count()
        return self.losses.discard()

    def merge(self) -> float:
        """Save the work that is stranded; the customer-minutes of it."""
        self._count()
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
        self._count()
        self._strains = [scaled(s, share) if s.why == why else s for s in self._strains]
        self._scale[why] = share
        self.settle()

    def _count(self) -> None:
        """Count what was lost until now, before anything is otherwise."""
        self.losses.count(self._course, self._since)

    def settle(self) -> None:
        """Something changed: count what was lost until now, work out overloads, and say what is new."""
        self._count()
        now, was = self._clock.second, self._state
        self._strains = [s for s in self._strains if s.gone is None or s.gone > now]
        demand, acting = self.demand_at(now), self._acting()
        if acting != self._acted or not self._goes_on(now, demand):
            self._begin_anew(now, demand, acting)
        self._feel()
        self.losses.say(self._state, demand, moving=bool(self._course.moved))
        self._sleep(now)
        alerts = self._holds[1:]
        if alerts != self._alerts and (self._course.moved or self._state != was):
            self._alerts = alerts
            self._watcher(alerts)

    def _goes_on(self, now: int, demand: float) -> bool:
        """Go on by the same formulas, if no line bends and nobody can be overloaded."""
        course, second = self._course, now - self._since
        if second >= course.until or demand != course.demand or not course.steady:
            return False
        if not course.moved:
            return True
        then = there(course, second)
        if then.state is None or then.state.sick != course.first.sick:
            return False
        self._reached, self._state, self._holds = second, then.state, then.holds
        return True

    def _begin_anew(self, now: int, demand: float, acting: Acting) -> None:
        """Go on by other formulas, with overloads, caches and queues as they have turned."""
        before = self._overloaded
        stays = acting == self._acted and self._course.still
        seen = self._course.acting if stays else acting.seen_from(now)
        course = stretch_of(self.wiring, self._marks, seen, demand)
        _, warmths, backlogs, overloaded = course.acting
        for service in sorted(overloaded ^ before):
            self._scene.log.truth(Overloaded(self.wiring.names[service], service in overloaded))
        self._warmths = tuple([each._replace(since=now) if each.slope else each for each in warmths])
        self._backlogs = tuple([each._replace(since=now) if each.slope else each for each in backlogs])
        self._overloaded = overloaded
        acting = self._acting()
        self._course, self._since, self._acted = course, now, acting
        self._reached, self._state, self._holds = 0, course.first, course.holds
        if not now:
            self._before = Before(self.wiring, acting, demand)
        if self._history and self._history[-1][0] == now:
            self._history.pop()
        self._history.append((now, course))
        self._recalled.clear()

    def _acting(self) -> Acting:
        return Acting(tuple(self._strains), self._warmths, self._backlogs, self._overloaded)

    def _feel(self) -> None:
        """Note since when customers feel it, and rouse whoever waits for that to begin or end."""
        felt = self._holds[0]
        if felt != (self.felt_since is not None):
            self.felt_since = self._scene.now if felt else None
            self.toggled.succeed()
            self.toggled = self._scene.env.event()

    def close(self) -> None:
        """Say what was lost in all, at the end of the exercise."""
        self._count()
        self.losses.close(self.state, self._course.demand)

    def _sleep(self, now: int) -> None:
        """Wake when the formulas no longer hold."""
        turn = now + self._scene.organisation.steady(self._scene.scenario.starts + now)
        bend = self._since + next_bend(self._course, self._reached, turn - self._since)
        self._wake = self._scene.env.timeout(bend - now)
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
