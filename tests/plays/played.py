"""The blessed plays that player programs made, from the table `played.txt`."""

from dataclasses import dataclass
from pathlib import Path

from simulator.exercise.players import PLAYERS, play
from simulator.library.blessing import Blessed, Made, from_recording
from simulator.library.outage import Outage

HERE = Path(__file__).parent
TABLE = HERE / "played.txt"


@dataclass(frozen=True)
class Played:
    """A line of the table: whose play of which seed is kept, under which name, and why: its cause."""

    outage: str
    name: str
    seed: int
    player: str
    cause: str

    @property
    def blessed(self) -> Blessed:
        """Where it is kept."""
        return Blessed(HERE / self.outage / f"{self.name}.jsonl")

    def made(self, outage: Outage) -> Made:
        """The play as the player plays it now."""
        exercise = play(outage.exercise(self.seed), PLAYERS[self.player](self.seed))
        return from_recording(exercise.recording, outage)


def read_table(text: str) -> tuple[Played, ...]:
    """The lines of a table, comments left out."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    rows = ([cell.strip() for cell in line.split("|")] for line in lines)
    return tuple(Played(outage, name, int(seed), player, cause) for outage, name, seed, player, cause in rows)


BY_PLAYERS = read_table(TABLE.read_text("utf-8"))
