"""Cheats that go through the motions of leading: words, reasons and watches without what they stand for."""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.exercise.players.book_changes import changes
from simulator.exercise.players.ordering import order, quiet, running
from simulator.exercise.players.shotgun import QUICK, Shotgun
from simulator.exercise.players.well_mannered import WellMannered
from simulator.exercise.sight import Sight

REASON = "because of a very good reason"
AGAIN = 10 * MINUTE


class ReasonAbuser(Shotgun):
    """The shotgun, with a decision and a very good reason before every shot."""

    name = "reason-abuser"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The decision, then the order with its reason."""
        for text in super().acts(sight):
            if not text.startswith("order "):
                yield text
                continue
            if f"decided {text}" not in self.said:
                self.said.add(f"decided {text}")
                yield f'decide "{text}: there is a very good reason for it"'
            self.said.discard(f"decided {text}")
            yield f"{text} {REASON}"


class DecidesOnly(WellMannered):
    """Leads by the book in words: each order is a decision on record, and nobody carries it out."""

    name = "decides-only"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The decisions of the book, each again after a while, as nothing comes of it."""
        board = sight.board
        if board.mitigated is None and board.declared is not None and not board.alerts:
            yield "mitigated"
        for text in changes(sight, self.said):
            verb, _, rest = text.partition(" ")
            if verb not in ("order", "verify", "revert"):
                yield text
            elif f"decided {rest} {sight.now // AGAIN}" not in self.said:
                self.said.add(f"decided {rest} {sight.now // AGAIN}")
                yield f'decide "we {verb} {rest.replace(chr(34), "")}"'


class InstantVerifier(WellMannered):
    """Orders what is quickest and verifies it in the same breath, for a second, so that all is verified."""

    name = "instant-verifier"

    def acts(self, sight: Sight) -> Iterator[str]:
        """A verification of a second as soon as something is made; then the next quick change."""
        board = sight.board
        if board.mitigated is not None or running(sight):
            return
        for attempt in board.changes:
            if attempt.done is not None and not attempt.verifications and board.here:
                yield f"verify {attempt.change} for 1s by {sight.name(board.here[0])}"
        if quiet(sight):
            yield "mitigated"
        times = [attempt.change for attempt in board.changes]
        quick = sorted(sight.organisation.runbook.values(), key=lambda change: change.takes.median)
        ranked = sorted(quick, key=lambda change: times.count(change.name))
        yield next(filter(None, (order(sight, change.name) for change in ranked)), "")


class Reciter(WellMannered):
    """Says what commanders say, listens to nothing, and does whatever is quick."""

    name = "reciter"

    def acts(self, sight: Sight) -> Iterator[str]:
        """The phrases, then the order in the same minute; no check, no watch."""
        board = sight.board
        if board.mitigated is not None or running(sight) or not board.here:
            return
        if quiet(sight):
            yield "mitigated"
            return
        times = [attempt.change for attempt in board.changes]
        runbook = sight.organisation.runbook.values()
        quick = [change.name for change in runbook if change.takes.median <= QUICK]
        for change in sorted(quick, key=times.count):
            text = order(sight, change)
            if text.startswith("order "):
                yield from self._recited(change, times.count(change))
            yield text

    def _recited(self, change: str, time: int) -> Iterator[str]:
        phrases = (
            "ask what changed", "ask what can we try", "ask impact", f"poll {change}",
            f'decide "{change}, and if it does not help we try the next thing"',
        )  # fmt: skip
        for phrase in phrases:
            if f"{phrase} {change} {time}" not in self.said:
                self.said.add(f"{phrase} {change} {time}")
                yield phrase
