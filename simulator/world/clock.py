"""The clock of the running world: SimPy's, set running to a second without an event for it."""

from simpy import Environment


class Clock(Environment):
    """An environment that is set running again and again, for a minute or for a second."""

    def run_to(self, second: int) -> None:
        """Let everything happen that comes before a second, and then let it be that second.

        `run(until=second)` does the same, but puts an event of its own in the queue and ends with an
        exception: a tenth of the time of an exercise, where somebody speaks every few seconds.
        """
        queue = self._queue
        while queue and queue[0][0] < second:
            self.step()
        self._now = second
