"""The flaw of calling it over as soon as it looks better."""

from collections.abc import Iterable

from simulator.domain.command import Command, Resolve
from simulator.domain.entry import each
from simulator.domain.fact import AlertCleared
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class ResolvesEarly(Flawed):
    """Closes the incident in the minute in which it is mitigated, and waits for nothing."""

    name = "resolves-early"
    axis = "wrap-up"
    about = "resolves as soon as it is mitigated, without seeing it hold"
    needs = "a recovery that is seen before it has held"

    def unasked(self, sight: Sight) -> Iterable[Command]:
        """It is mitigated, so it is over."""
        board = sight.board
        if board.mitigated is None or board.resolved is not None or "resolve" in self.said:
            return
        if not _held(sight):
            self.said.add("resolve")
            yield Resolve()


def _held(sight: Sight) -> bool:
    """Whether it was watched for so long that recovery has held for most of the time by now."""
    began = [watch.began for attempt in sight.board.changes for watch in attempt.verifications[-1:]]
    quiet = [entry.at for entry, _ in each(sight.seen, AlertCleared)]
    since = began[-1] if began else max(quiet, default=sight.now)
    return sight.now - since >= sight.doctrine.threshold("soak at least") / 2
