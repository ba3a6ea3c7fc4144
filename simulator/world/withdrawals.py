"""Taking back what was asked for: a request that nobody has taken, or work that somebody has in hand.

A change that was ordered and is not begun is taken back where there is no such work on it.
"""

from collections.abc import Mapping

from simulator.domain.command import Withdraw
from simulator.domain.fact import Said, TaskKind, Withdrawn
from simulator.domain.prose.people import named
from simulator.domain.seats import COMMANDER
from simulator.world.changes import Changes
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.tasks import CALLABLE_OFF, Task, task_name

KINDS: Mapping[str, TaskKind] = {
    "look": "investigate", "check": "check", "preparation": "prepare", "watch": "verify",
}  # fmt: skip
"""The kinds of work that can be taken back, as people call them."""


class Withdrawals:
    """What of the open work somebody means, and its end."""

    def __init__(self, scene: Scene, responders: Responders, changes: Changes) -> None:
        self._scene = scene
        self._changes = changes
        self._responders = responders

    def meant(self, command: Withdraw) -> list[Task]:
        """The works that it is about: requests without a name first, else those that people have."""
        every = [task for task in self._open() if self._fits(command, task)]
        return [task for task in every if not task.holder] or every

    def _open(self) -> list[Task]:
        people = (self._responders.commander, *self._responders.here)
        held = (task for person in people for task in self._responders.held_by(person))
        return [*self._responders.requests, *held]

    def _fits(self, command: Withdraw, task: Task) -> bool:
        watches = task.what == "verify" and self._in_hand(task)
        undoing = task.what == "revert" and not task.holder
        if watches or not (undoing or task.what in CALLABLE_OFF):
            return False
        kind = not command.task or KINDS[command.task] == task.what
        about = command.work in (task.holder, task.subject)
        return kind and about and command.by in (None, task.holder)

    def _in_hand(self, task: Task) -> bool:
        return bool(task.holder) and self._responders[task.holder].task is task

    def undoing(self, change: str) -> Task | None:
        """The request to undo a change that nobody has taken."""
        asked = (task for task in self._responders.requests if task.what == "revert")
        return next((task for task in asked if task.subject == change), None)

    def refusal(self, command: Withdraw) -> str:
        """Why nothing can be taken back; empty when something can."""
        found = self.meant(command)
        holders = list(dict.fromkeys(task.holder for task in found))
        if len(holders) > 1:
            names = [self._responders.name(person) for person in holders]
            return (
                f"{' and '.join(names)} are at it. Say whose: withdraw {command.work} by {names[0].lower()}."
            )
        return "" if found or self._orders(command) else self._nothing(command)

    def _orders(self, command: Withdraw) -> bool:
        """Whether it can only mean a change that was ordered and is not begun."""
        if command.task or not self._changes.waiting(command.work):
            return False
        made = self._changes.latest(command.work)
        return command.by is None or bool(made and made.task and made.task.holder == command.by)

    def _nothing(self, command: Withdraw) -> str:
        kinds = f"no {command.task}" if command.task else "no look, check or preparation"
        if command.work in self._scene.organisation.people:
            name = self._responders.name(command.work)
            busy = self._responders[command.work].task
            doing = f" They are {task_name(busy.what, busy.subject)}." if busy and not busy.quiet else ""
            return f"{name} has {kinds} in hand that could be taken off them.{doing}"
        made = self._changes.latest(command.work)
        there = made is not None and made.started >= 0 and not (made.undone or made.quiet)
        undo = " To have it undone: revert it." if there else ""
        return f"There is {kinds} of '{command.work}' to take back.{undo}"

    def withdraw(self, command: Withdraw, number: int, by: str) -> None:
        """End it: whoever had it in hand is free at once, and says so."""
        meant = self.meant(command)
        if not meant:
            self._changes.call_off(command.work, number)
        for task in meant:
            fact = Withdrawn(task.id, task.what, task.subject, task.holder, by)
            ended = self._scene.log.write(fact, number)
            held = self._in_hand(task)
            self._responders.take_off(task, ended)
            if held and task.holder != COMMANDER:
                says = self._scene.voice.say(task.holder, "taken off", what=named(task.what, task.subject))
                self._scene.log.write(Said(task.holder, says), ended)
