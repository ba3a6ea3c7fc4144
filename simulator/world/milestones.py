"""What has been reached and since when: declared, graded anew, mitigated, told, nobody in command."""

from collections.abc import Callable

from simpy import Event

from simulator.world.clock import Clock

DECLARED, REGRADED, MITIGATED = "declared", "severity changed", "mitigated"


def told(audience: str) -> str:
    """The milestone of an audience's first update."""
    return f"told {audience}"


class Milestones:
    """Each is reached once, at a second; whoever waits is roused by `turned` whenever anything is."""

    def __init__(self, env: Clock) -> None:
        self._env = env
        self._reached: dict[str, int] = {}
        self._then: dict[str, list[Callable[[], None]]] = {}
        self.unled: int | None = 0
        self.turned: Event = env.event()

    def at(self, name: str) -> int | None:
        """The second at which something was first reached."""
        return self._reached.get(name)

    def reach(self, name: str) -> None:
        """It is so from now on; the first time counts."""
        if name not in self._reached:
            self._reached[name] = self._env.second
            self._turn()
            for then in self._then.pop(name, ()):
                then()

    def once(self, name: str, then: Callable[[], None]) -> None:
        """Call something as soon as it is reached."""
        self._then.setdefault(name, []).append(then)

    def lead(self, led: bool) -> None:
        """Somebody is in command from now on, or nobody is."""
        self.unled = None if led else self._env.second
        self._turn()

    def _turn(self) -> None:
        if self.turned.callbacks:
            self.turned.succeed()
            self.turned = self._env.event()
