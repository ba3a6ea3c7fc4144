"""The clock of the running world: SimPy's, in whole seconds, set running without an event for it."""

from typing import cast

from simpy import Environment


class Clock(Environment):
    """SimPy's environment, in whole seconds: nothing in an exercise takes less.

    `second` says what `now` does; it is asked hundreds of times, and an attribute is quicker than a property.
    """

    def __init__(self) -> None:
        super().__init__()
        self.second = 0
        for often in ("event", "process", "timeout"):  # SimPy binds these to itself in its own class alone
            setattr(self, often, getattr(self, often))
        self._coming = cast("list[tuple[int, object]]", self._queue)

    def run_to(self, second: int) -> None:
        """Let everything happen that comes before a second, and then let it be that second.

        `run(until=second)` does the same, but puts an event of its own in the queue and ends with an
        exception: a tenth of the time of an exercise, where somebody speaks every few seconds.
        """
        queue = self._coming
        while queue and (at := queue[0][0]) < second:
            self.second = at
            self.step()
        self._now = self.second = second
