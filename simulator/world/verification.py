"""Watching a signal for the effect of a change, and saying honestly what it can and cannot tell."""

from collections.abc import Iterator, Sequence

from simulator.domain.duration import MINUTE
from simulator.domain.fact import HELPED, Result, Verified, VerifyStarted
from simulator.domain.interaction import interact
from simulator.domain.organisation import Signal
from simulator.domain.value import Value
from simulator.world.changes import Changes
from simulator.world.consequences import SETTLES
from simulator.world.made import Made
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.signals import Signals
from simulator.world.tasks import Task

SOAK = 60
"""Seconds watched beyond the signal's lag unless a window is given: two scrapes of a minute or less."""
RECOVERED = 0.12
"""At most this share of what was abnormal is left: recovered."""
MOVED = 0.2
"""A change of at least this share of what was abnormal is a difference, not noise."""
FAINT = {
    "errors": 0.01, "success": 0.01, "latency": 0.3, "load": 0.05, "hit rate": 0.03,
    "waiting": 60, "lost work": 0.002,
}  # fmt: skip
"""Deviations smaller than this are the signal's everyday; of what waits in a queue, in seconds."""


class Sight(Value):
    """What a signal showed at a second, and what is usual for it at that hour."""

    reading: float
    usual: float

    @property
    def over(self) -> float:
        """How far that is above usual; less than nothing below it."""
        return self.reading - self.usual

    @property
    def off(self) -> float:
        """How far that is from usual."""
        return abs(self.over)


class Verifications:
    """What has been watched, and what could be told."""

    def __init__(self, scene: Scene, signals: Signals, changes: Changes, responders: Responders) -> None:
        self._scene = scene
        self._signals = signals
        self._changes = changes
        self._responders = responders

    def start(self, change: str, signal: str | None, window: int | None, owner: str, because: int) -> None:
        """Have the latest making of a change watched on a signal for a window of seconds."""
        made = self._changes.latest(change)
        if made is None:
            return
        name, seconds = signal or made.change.signal, self.watch(change, signal, window)
        task = Task(
            self._responders.new_task(), "verify", change,
            lasts=lambda _: seconds,
            begun=lambda who, entry: self._begin(made, name, seconds, who, entry),
            done=lambda who, entry: self._tell(made, name, seconds, who, entry),
            after=None if made.done.processed else made.done,
            about=name,
        )  # fmt: skip
        self._responders.give(task, owner, seconds, because)

    def watch(self, change: str, signal: str | None, window: int | None) -> int:
        """Seconds that a watch lasts: as long as was said, else a little longer than its signal is behind."""
        usual = self._scene.organisation.runbook[change].signal
        return window or self._scene.organisation.signals[signal or usual].lag + SOAK

    def _begin(self, made: Made, signal: str, window: int, who: str, because: int) -> None:
        self._scene.log.write(VerifyStarted(made.id, made.change.name, signal, window, who), because)

    def _tell(self, made: Made, signal: str, window: int, who: str, because: int) -> None:
        if self._signals.dark:
            fact = Verified(made.id, made.change.name, signal, window, "unclear", 0.0, 0.0, False, (), who)
            self._scene.log.write(fact, because)
            return
        shown = self._scene.organisation.signals[signal]
        turn = _turn(shown, window)
        before = self._before(made, signal, turn)
        after = self._after(made, shown, before, 2 * window if turn else 0)
        result = self._compare(shown, before, after)
        if made.staged and result == "recovered":
            result = "better"
        confounded = self._confounded(made, shown.lag, turn) if result != "same" else ()
        if confounded:
            result = "unclear"
        early = self._scene.now - made.acted < shown.lag
        mended = result == "same" and not early and self._mended(made, shown, before)
        if result not in ("same", "unclear"):
            made.told = True
        if result == "same" and not early:
            made.told = True
        fact = Verified(
            made.id, made.change.name, signal, window, result, before.reading, after.reading, early,
            confounded, who, made.staged, mended,
        )  # fmt: skip
        self._scene.log.write(fact, because)

    def _sight(self, signal: str, second: int) -> Sight:
        return Sight(self._signals.read(signal, second), self._signals.usual(signal, second))

    def _worst(self, signal: str, until: int, turn: int) -> Sight:
        """The sight farthest from usual of those at a second and, each minute, within a turn before it."""
        sights = [self._sight(signal, max(0, second)) for second in range(until, until - turn - 1, -MINUTE)]
        return max(sights, key=lambda sight: sight.off)

    def _before(self, made: Made, signal: str, turn: int) -> Sight:
        """What the signal showed of the second before the change acted.

        What another change had mended by then is none of its doing. If another's relief wore off since, what
        was before that one counts.
        """
        worn = [other for other in self._changes.made if other.relapsed >= made.acted]
        sights = [self._worst(signal, self._shows_before(each, signal), turn) for each in (made, *worn)]
        return max(sights, key=lambda sight: sight.off)

    def _mended(self, made: Made, signal: Signal, before: Sight) -> bool:
        """Whether all was well just before a change acted, and was not when it was begun or others acted."""
        if not _everyday(signal, before):
            return False
        formers = [other for other in self._changes.made if 0 <= other.acted < made.acted]
        seconds = (made.started, *(self._shows_before(other, signal.name) for other in formers))
        return not all(_everyday(signal, self._sight(signal.name, second)) for second in seconds)

    def _shows_before(self, made: Made, signal: str) -> int:
        """The second at which a signal, as late as it is, shows how it was just before a change acted."""
        lag = self._scene.organisation.signals[signal].lag
        return max(0, min(self._scene.now, made.acted + lag - 1))

    def _after(self, made: Made, signal: Signal, before: Sight, back: int) -> Sight:
        """What the signal shows now; for a staged change, on the part that was changed.

        Who watches for much longer than it takes to tell sees what comes and goes, up to so many seconds
        back: how bad it became again after it had been better counts. A slow recovery is none of that.
        """
        now, since = self._scene.now, made.acted + signal.lag
        seconds = range(now, max(since, now - back) - 1, -MINUTE) if back else (now,)
        sights = [self._sight(signal.name, second) for second in reversed(seconds)]
        worst = max([sights[-1], *self._again(signal, before, sights)], key=lambda sight: sight.off)
        return Sight(round(worst.usual + (worst.reading - worst.usual) * (1 - made.local), 4), worst.usual)

    def _again(self, signal: Signal, before: Sight, sights: Sequence[Sight]) -> Iterator[Sight]:
        """What was bad again, of sights in order: far worse than the best since it had been better."""
        least: float | None = None
        for sight in sights:
            if least is not None and sight.off - least > max(FAINT[signal.shows], MOVED * before.off):
                yield sight
            if least is not None or self._eased(signal, before, sight):
                least = sight.off if least is None else min(least, sight.off)

    def _eased(self, signal: Signal, before: Sight, now: Sight) -> bool:
        return self._compare(signal, before, now) in HELPED

    def _compare(self, signal: Signal, before: Sight, after: Sight) -> Result:
        faint = _faint(signal, before)
        was, left = before.off, after.off
        if was <= faint and left <= faint:
            return "same"
        if signal.shows == "load" and before.over > faint and after.over < -faint:
            return "better"
        if left <= max(FAINT[signal.shows], RECOVERED * was):
            return "recovered"
        if abs(was - left) <= max(faint, MOVED * was):
            return "same"
        return "better" if left < was else "worse"

    def _confounded(self, made: Made, lag: int, turn: int) -> tuple[str, ...]:
        """Other changes, not told yet, that acted since the reading before this one and could show in it.

        What had acted, and settled, by the seconds that are compared is in both readings, however long this
        one took to make. What was made within the signal's lag is not in the reading yet.
        """
        organisation, since = self._scene.organisation, max(0, made.acted - turn - SETTLES)
        until = self._scene.now - lag
        others = [
            other.id
            for other in self._changes.made
            if other is not made
            and since <= other.acted <= until
            and not other.told
            and interact(made.change, other.change, organisation)
        ]
        return tuple(others)


def _faint(signal: Signal, before: Sight) -> float:
    """How far from usual is still the signal's everyday, its noise included."""
    return FAINT[signal.shows] + signal.noise * max(before.reading, before.usual) / 2


def _everyday(signal: Signal, sight: Sight) -> bool:
    """Whether what is shown is usual, but for noise."""
    return sight.off <= _faint(signal, sight)


def soak_of(signal: Signal) -> int:
    """The seconds that a signal is watched for when no window is given."""
    return max(MINUTE, signal.lag + SOAK)


def _turn(signal: Signal, window: int) -> int:
    """How much of a window is left to see whether it holds; a window less than twice the usual has none."""
    return window - soak_of(signal) if window >= 2 * soak_of(signal) else 0
