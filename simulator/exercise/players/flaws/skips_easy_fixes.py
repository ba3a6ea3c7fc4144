"""The flaw of going for what is slow and thorough before what is quick."""

from collections.abc import Iterable, Iterator

from simulator.domain.command import Ask, Command
from simulator.domain.doctrine import Doctrine
from simulator.domain.scenario import Scenario
from simulator.exercise.players.book_changes import advise, changes
from simulator.exercise.players.flaws.carrying_out import carry_out, useless
from simulator.exercise.players.flaws.flawed import Flawed
from simulator.exercise.sight import Sight
from simulator.reasoning import evidence, would_help

QUICK = "easy takes at most"
OVER = 0.1
"""When it is no more likely than this to go on, nothing slow is begun any more."""


class SkipsEasyFixes(Flawed):
    """Asks nobody what is quick, begins with the slowest change that may help, goes on by the book."""

    name = "skips-easy-fixes"
    axis = "easy fix first"
    about = "begins with the slowest change that may help, and asks nobody what is quick"
    needs = "a change that may help and takes longer than an easy one"

    @classmethod
    def fits(cls, scenario: Scenario, doctrine: Doctrine) -> bool:
        """Whether there is something slow to begin with."""
        return bool(_slow(scenario, doctrine))

    def acts(self, sight: Sight) -> Iterator[str]:
        """The slow ones first, one at a time, each verified; what is left by the book."""
        slow = [change for change in _slow(sight.scenario, sight.doctrine) if self._may_help(sight, change)]
        tried = {attempt.change for attempt in sight.board.changes if not attempt.staged}
        left = [change for change in slow if change not in tried and not useless(sight, change)]
        if left and advise(sight).failing > OVER:
            yield from changes(sight, self.said, lambda seen, said: self._first(seen, said, left[0]))
        else:
            yield from super().acts(sight)

    def _first(self, sight: Sight, said: set[str], change: str) -> Iterator[str]:
        for text in carry_out(sight, change, said, "only a thorough fix lasts"):
            self.differs(shows=text.startswith("order "))
            yield text

    def _may_help(self, sight: Sight, change: str) -> bool:
        return (
            would_help(sight.scenario, evidence(sight.seen, sight.now, sight.scenario), change, frozenset())
            > 0
        )

    def counts(self, command: Command, sight: Sight) -> bool:
        """What matters is the slow change: whoever drops it, being told that it is dangerous, asked well."""
        return False

    def instead(self, command: Command, sight: Sight) -> Iterable[Command]:
        """Nobody is asked what is quick."""
        return () if isinstance(command, Ask) and command.topic == "options" else (command,)


def _slow(scenario: Scenario, doctrine: Doctrine) -> list[str]:
    """The changes of the story that are not easy, the slowest first."""
    runbook, quick = scenario.organisation.runbook, doctrine.threshold(QUICK)
    helpful = [change for change, under in scenario.outcomes.items() if any(o.works for o in under.values())]
    slow = [change for change in helpful if runbook[change].takes.median > quick]
    return sorted(slow, key=lambda change: -runbook[change].takes.median)
