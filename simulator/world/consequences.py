"""What the changes that are made do to the plant. It depends on the hidden cause."""

from functools import partial

from simulator.domain.fact import Acted, ChangeActed, ChangeWoreOff, Healed, WorkLost, WorkMerged
from simulator.domain.scenario import Outcome
from simulator.world.made import STAGED_SHARE, Made, sized
from simulator.world.plant import Plant
from simulator.world.responders import Responders
from simulator.world.scene import Scene

SETTLES = 45
"""Seconds in which the effects of a cured cause fade (assumption: the minutes are in the change itself)."""
NOTICES = 60
"""Seconds, beyond the signal's lag, until the owner of a change notices that it has worn off."""
ADD_UP = ("scale",)
"""Kinds of change that do more when they are made again."""


class Consequences:
    """What comes of each making of a change, and what is left of it. `made` grows as changes are ordered."""

    def __init__(
        self,
        scene: Scene,
        plant: Plant,
        responders: Responders,
        hazards: dict[tuple[str, str], bool],
        made: list[Made],
    ) -> None:
        self._scene = scene
        self._plant = plant
        self._responders = responders
        self._hazards = hazards
        self._made = made
        self._cures: set[str] = set()
        self._eases: dict[str, float] = {}

    @property
    def _cured(self) -> bool:
        """Whether a change that ends the cause is in place."""
        return bool(self._cures)

    def _in_place(self, change: str) -> bool:
        """Whether a change has been made and not undone."""
        return any(
            m.change.name == change and m.finished and not m.undone and not m.staged for m in self._made
        )

    def under_cause(self, change: str) -> Outcome:
        """What a change does under the cause that is there."""
        return self._scene.scenario.outcome(change, self._scene.cause)

    def act(self, made: Made, outcome: Outcome, number: int) -> None:
        """Let the change do what it does under the cause that is there."""
        whole = self._whole(outcome)
        made.worked = self._lucky(made, outcome) and (outcome.works if whole else self._acts_alone(outcome))
        acted: Acted = self._work(made, outcome, whole, number) if made.worked else "nothing"
        harmed = self._harm(made, outcome, number)
        self._scene.log.truth(ChangeActed(made.id, made.change.name, acted, harmed), number)

    def as_meant(self, made: Made, outcome: Outcome) -> bool:
        """Whether a change, made now, does what it is meant to: words that tell of it are true only then."""
        return not outcome.works or (self._lucky(made, outcome) and self._whole(outcome))

    def _lucky(self, made: Made, outcome: Outcome) -> bool:
        return self._scene.dice.fixed(made.change.name, "works") < outcome.chance

    def _whole(self, outcome: Outcome) -> bool:
        return all(self._in_place(name) for name in outcome.after)

    def _acts_alone(self, outcome: Outcome) -> bool:
        """Whether a change does its own part though others are missing: lifting needs only a throttle."""
        acting = [name for name in outcome.after if self.under_cause(name).does]
        return bool(outcome.does and acting) and all(self._in_place(name) for name in acting)

    def _work(self, made: Made, outcome: Outcome, whole: bool, number: int) -> Acted:
        cause = self._scene.cause
        if outcome.does:
            self._replace_former(made, number)
            self._plant.strain(sized(outcome.does, made.staged), made.id, number)
        if made.staged:
            made.local = 1.0 if outcome.cures else outcome.relieves[0] if outcome.relieves else 0.0
            return self._stage(made, outcome)
        if not whole:
            return "worked"
        tidied = self._tidy(outcome, number)
        if outcome.cures:
            if not self._cured:
                self._plant.end(cause, SETTLES, number)
            self._cures.add(made.id)
            return "cured"
        if outcome.stops:
            self._plant.stop(cause)
            return "stopped"
        if outcome.relieves:
            return self._relieve(made, outcome.relieves, number)
        made.worked = tidied or bool(outcome.does)
        return "worked" if made.worked else "nothing"

    def _tidy(self, outcome: Outcome, number: int) -> bool:
        """Take away what other changes harmed, and bring stranded work together; whether there was any."""
        mended = [other for other in self._made if other.change.name in outcome.mends and other.finished]
        for other in mended:
            self._plant.lift(f"harm of {other.id}", SETTLES, number)
        if outcome.merges:
            saved = self._plant.merge()
            self._scene.log.truth(WorkMerged(round(saved, 1)), number)
        return bool(mended) or outcome.merges

    def heal(self) -> None:
        """The cause is over by itself."""
        if not self._cured:
            self._plant.end(self._scene.cause, SETTLES)
            self._scene.log.truth(Healed(self._scene.cause))
        self._cures.add("time")

    def _replace_former(self, made: Made, number: int) -> None:
        """The whole form takes the place of the small one; what is set again does not add up, nodes do.

        It holds again, too, whatever had taken it back since: a throttle that was lifted is back as a whole.
        """
        if made.staged:
            return
        adds = made.change.kind in ADD_UP
        for other in self._made:
            former = other.change is made.change and other is not made and (other.staged or not adds)
            if former or (other.finished and self._takes_back(other.change.name, made.change.name)):
                self._plant.lift(other.id, 0, number)

    def taken_back(self, made: Made) -> bool:
        """Whether another change took one back since it was made, as lifting does a throttle."""
        since = (other for other in self._made if other.finished and other.acted >= made.acted)
        return any(self._takes_back(other.change.name, made.change.name) for other in since)

    def _takes_back(self, change: str, former: str) -> bool:
        """Whether a change does the opposite of one that it needs, as lifting does of a throttle."""
        lifts, acts = self.under_cause(change), self.under_cause(former)
        return former in lifts.after and any(
            (one.to, one.kind) == (other.to, other.kind) and one.amount < 0 < other.amount
            for one in lifts.does
            for other in acts.does
        )

    def _lift_what_needed(self, change: str, number: int) -> None:
        """What a later change does counts only while the changes that it needs are in place."""
        for other in self._made:
            if change in self.under_cause(other.change.name).after:
                self._plant.lift(other.id, 0, number)

    def _stage(self, made: Made, outcome: Outcome) -> Acted:
        self._ease(made, STAGED_SHARE * made.local)
        return "relieved" if made.local else "worked" if outcome.does else "nothing"

    def _relieve(self, made: Made, relief: tuple[float, int], number: int) -> Acted:
        share, seconds = relief
        self._ease(made, share)
        self._scene.later(seconds, lambda: self._relapse(made, number))
        return "relieved"

    def _ease(self, made: Made, share: float) -> bool:
        """Take a share of the trouble away in a change's name, 0 to end that; the strongest of all counts.

        Whether that made any difference.
        """
        before = max(self._eases.values(), default=0.0)
        self._eases[made.id] = share
        after = max(self._eases.values())
        if after != before:
            self._plant.scale(self._scene.cause, 1 - after)
        return after != before

    def _relapse(self, made: Made, number: int) -> None:
        if made.undone or not self._ease(made, 0.0) or self._cured:
            return
        made.relapsed = self._scene.now
        truth = self._scene.log.truth(ChangeActed(made.id, made.change.name, "relapsed", False), number)
        lag = self._scene.organisation.lag_of(made.change)
        self._scene.later(lag + NOTICES, partial(self._notice, made, truth))

    def _notice(self, made: Made, number: int) -> None:
        """Whoever made the change sees on its signal that it has worn off, if they are still there."""
        if self._responders[made.owner].here and not self._cured:
            name, signal = made.change.name, made.change.signal
            says = self._scene.voice.say(made.owner, "wore off", change=name, signal=signal)
            self._scene.log.write(ChangeWoreOff(made.id, made.change.name, made.owner, says), number)

    def _harm(self, made: Made, outcome: Outcome, number: int) -> bool:
        harms = list(outcome.harms)
        for danger in self._scene.scenario.dangers_of(made.change.name):
            if self._hazards[danger.change, danger.hazard]:
                harms += danger.harms
        if harms:
            self._plant.strain(sized(harms, made.staged), f"harm of {made.id}", number)
        lost = self._plant.discard() if outcome.discards and not made.staged else 0.0
        if lost:
            self._scene.log.truth(WorkLost(round(lost, 1)), number)
        return bool(harms or lost)

    def undo(self, made: Made, done: int) -> None:
        """Take back what a change did, harm and all; `done` is the entry that says it was undone."""
        self._plant.lift(made.id, 0, done)
        self._plant.lift(f"harm of {made.id}", 0, done)
        if not self._in_place(made.change.name):
            self._lift_what_needed(made.change.name, done)
        eased = self._ease(made, 0.0)
        cured = made.id in self._cures
        self._cures.discard(made.id)
        if cured and not self._cured:
            self._plant.strain(self._plant.ended, self._scene.cause, done)
        if not self._cured and (cured or eased):
            self._scene.log.truth(ChangeActed(made.id, made.change.name, "reverted", False), done)
