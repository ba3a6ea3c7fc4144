"""Updates that go out, and when each audience last heard anything."""

from collections.abc import Callable

from simulator.domain.duration import DAY, Spread
from simulator.domain.fact import Drafted, Posted, PostFailed, RoleAssigned
from simulator.domain.promises import promise
from simulator.domain.seats import COMMANDER, OTHERS
from simulator.domain.stakes import PUBLIC
from simulator.domain.update import Update, Writing
from simulator.domain.value import replace
from simulator.world.milestones import told
from simulator.world.responders import Responders
from simulator.world.scene import Scene
from simulator.world.tasks import Task

WRITING = Spread(75, 0.4)
"""Seconds the business lead takes to put an update into words (assumption)."""
BY_HAND = 60
"""Seconds until an update is out when the commander writes it."""
BUSINESS_LEAD = "business-lead"
"""The audience that is customers themselves."""
BROKEN = "The status page does not take it. It would have to go out another way: via mail, say."

Hearer = Callable[[Update, int], None]
"""Told of each update that went out, with the number of its entry."""

Done = Callable[[str, int], None]


class News:
    """Drafts, posts and the clock of what each audience last heard. Roles are kept here too.

    `route_ok` says whether the status page can be written to; an update that goes `via` another way does
    not need it. `hearers` are told of what went out, `sent` happens with the next update.
    """

    def __init__(self, scene: Scene, responders: Responders) -> None:
        self._scene = scene
        self._responders = responders
        self.heard: dict[str, int] = {}
        self.route_ok: Callable[[], bool] = lambda: True
        self.hearers: list[Hearer] = []
        self.sent = scene.env.event()
        self.drafts: dict[str, tuple[Update, str]] = {}
        self.roles: dict[str, str] = {}
        self._unsent: dict[int, tuple[Update, str]] = {}
        self._seated = False

    def assign(self, role: str, person: str, because: int) -> None:
        """Give someone a role."""
        self.roles[role] = person
        self._scene.log.write(RoleAssigned(role, person), because)

    def take_seat(self, role: str, because: int) -> None:
        """Somebody in the seat of a role takes part: it is theirs, unless it was given to someone."""
        if role not in self.roles:
            self._seated = self._seated or role == BUSINESS_LEAD
            self.assign(role, role, because)

    @property
    def writer(self) -> str:
        """The business lead on the call, or nobody."""
        person = "" if self._seated else self.roles.get(BUSINESS_LEAD, "")
        return person if person and self._responders[person].here else ""

    def post(self, update: Update, because: int) -> None:
        """Have an update sent: by the business lead, else by the commander's own hand."""
        writer = self.writer
        self._unsent[because] = (update, writer or COMMANDER)
        if writer:
            self._write(update, writer, because, lambda who, entry: self._written(because, who, entry))
        else:
            self._scene.later(BY_HAND, lambda: self._written(because, COMMANDER, because))

    def _written(self, post: int, by: str, because: int) -> None:
        """Send what was being written, unless it went out already."""
        if post in self._unsent:
            update, _ = self._unsent.pop(post)
            self._send(update, by, because)

    @property
    def in_hand(self) -> tuple[Writing, ...]:
        """What is being written at a keyboard; the work of people on the call is on the board as theirs."""
        lines = self._scene.log.entries
        return tuple(
            Writing(seat, update.audience, lines[post - 1].at + BY_HAND)
            for post, (update, seat) in self._unsent.items()
            if seat in (COMMANDER, *OTHERS)
        )

    def flush(self) -> None:
        """Send everything that is still being written: it is finished before people leave."""
        for post, (_, by) in list(self._unsent.items()):
            self._written(post, by, post)

    def _write(self, update: Update, writer: str, because: int, done: Done) -> None:
        task = Task(
            self._responders.new_task(), "write", update.audience,
            lasts=lambda who: self._scene.dice.lasts(who, "writes", WRITING),
            done=done,
        )  # fmt: skip
        self._responders.give(task, writer, 0, because)

    def by_seat(self, update: Update, seat: str, send: bool, because: int) -> None:
        """Another seat than the commander's writes it itself; from then on nobody is simulated who would."""
        self._seated = self._seated or seat == BUSINESS_LEAD
        if send:
            self._unsent[because] = (update, seat)
            self._scene.later(BY_HAND, lambda: self._written(because, seat, because))
        else:
            self._scene.later(BY_HAND, lambda: self._drafted(update, seat, because))

    def draft(self, update: Update, because: int) -> None:
        """Have an update written for approval."""
        writer = self.writer or COMMANDER
        self._write(update, writer, because, lambda who, entry: self._drafted(update, who, entry))

    def _drafted(self, update: Update, who: str, because: int) -> None:
        self.drafts[update.audience] = (update, who)
        self._scene.log.write(Drafted(update, who), because)

    def approve(self, audience: str, because: int) -> None:
        """Let the waiting draft go out."""
        update, who = self.drafts.pop(audience)
        self._send(update, who, because)

    def _send(self, update: Update, by: str, because: int) -> None:
        if update.audience == PUBLIC and not update.another_way and not self.route_ok():
            self._scene.log.write(PostFailed(update, by, BROKEN), because)
            return
        update = self._promising(update)
        self.heard[update.audience] = self._scene.now
        number = self._scene.log.write(Posted(update, by), because)
        self._scene.milestones.reach(told(update.audience))
        if self.sent.callbacks:
            self.sent.succeed()
            self.sent = self._scene.env.event()
        for hearer in self.hearers:
            hearer(update, number)

    def _promising(self, update: Update) -> Update:
        """What its text promises of the next update is a promise as well, unless another was given."""
        if update.next_in is not None or update.state == "resolved" or not update.text:
            return update
        return replace(update, next_in=promise(update.text, self._scene.moment % DAY, ours=True).next_in)
