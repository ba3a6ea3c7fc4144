"""The flaw of verifying nothing."""

from collections.abc import Iterable

from simulator.domain.command import Command, Look, Verify
from simulator.exercise.players.flaws.concluding import LOOKS, Concluding
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight


class NeverVerifies(Flawed):
    """Has no change watched. It looks at the dashboards when they should have caught up, and concludes."""

    name = "never-verifies"
    axis = "sequencing"
    about = "has no change verified, and goes by a look at the dashboards"

    def sees(self, sight: Sight) -> Sight:
        """What a look tells is taken to be what the change did."""
        return Concluding(sight.exercise)

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """A look in the place of a watch, when it is time."""
        return look_instead(sight) if isinstance(command, Verify) else (command,)


def look_instead(sight: Sight) -> Iterable[Command]:
    """A look at the dashboards when they have caught up with the last change; nothing until then."""
    made = [attempt for attempt in sight.board.changes if attempt.done is not None and attempt.failed is None]
    due = sight.told_at(made[-1]) if made and isinstance(sight, Concluding) else 0
    fresh = sight.looked >= due and sight.now - sight.looked < LOOKS
    return () if sight.now < due or fresh else (Look("signals"),)
