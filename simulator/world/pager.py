"""The pager: who is called, how soon they hear it and join, and whom it tries next."""

from collections.abc import Callable

from simulator.domain.duration import MINUTE, Spread
from simulator.domain.fact import Acknowledged, Paged, PageUnanswered
from simulator.domain.organisation import Person
from simulator.world.responder import Crew, Responder
from simulator.world.scene import Scene, Steps

ACK_BY_DAY = Spread(2 * MINUTE, 0.7)
ACK_BY_NIGHT = Spread(4 * MINUTE, 0.7)
MISSED_BY_DAY, MISSED_BY_NIGHT = 0.10, 0.20
"""Chance that a page goes unheard (assumptions; no public distribution was found)."""
PAGER_GIVES_UP = 5 * MINUTE
"""An unanswered page is reported after this long, the common escalation time-out."""
JOIN_BY_DAY = Spread(90, 0.6)
JOIN_BY_NIGHT = Spread(4 * MINUTE, 0.6)
"""From acknowledging to being on the call; with the acknowledgement this gives medians near 5 and 9 min."""
FETCHED_BY_DAY, FETCHED_BY_NIGHT = Spread(190, 1.1), Spread(9 * MINUTE, 1.1)
"""From acknowledging to being on the call, for who is not on call and is paged by name: medians near 6 and
15 min in all."""
WAY_AROUND = Spread(8 * MINUTE, 0.5)
"""How long it takes to get in while sign-on is broken: another account, another network (assumption)."""


class Pager:
    """Calls people to the response. `join` is told who has come, and the number of the entry that said so.

    `locked_out` says whether nobody can get in the usual way.
    """

    def __init__(self, scene: Scene, crew: Crew, join: Callable[[Responder, int], None]) -> None:
        self._scene = scene
        self._all = crew
        self._join = join
        self.locked_out: Callable[[], bool] = lambda: False

    def page(self, target: str, because: int) -> None:
        """Page someone, or whoever of a team is on call and not yet coming."""
        people = self._scene.organisation.people
        if target in people:
            self._page(self._all[target], "", because)
            return
        for person in self._scene.organisation.on_call(target, self._scene.moment):
            responder = self._all[person]
            if not responder.here and not responder.coming:
                self._page(responder, target, because)
                return

    def _page(self, responder: Responder, team: str, because: int) -> None:
        responder.coming, responder.paged = True, self._scene.now
        number = self._scene.log.write(Paged(responder.person.id, team), because)
        self._scene.start(self._answers(responder, team, number))

    def _answers(self, responder: Responder, team: str, because: int) -> Steps:
        person, dice, log = responder.person, self._scene.dice, self._scene.log
        night = self._scene.organisation.sites[person.site].night_at(self._scene.moment)
        if dice(person.id, "hears the page") < (MISSED_BY_NIGHT if night else MISSED_BY_DAY):
            yield self._scene.env.timeout(PAGER_GIVES_UP)
            responder.coming = False
            number = log.write(PageUnanswered(person.id), because)
            if team:
                self._escalate(team, person.id, number)
            return
        ack = ACK_BY_NIGHT if night else ACK_BY_DAY
        yield self._scene.env.timeout(dice.lasts(person.id, "acknowledges", ack))
        number = log.write(Acknowledged(person.id), because)
        join = self._way(person, team, night)
        yield self._scene.env.timeout(dice.lasts(person.id, "joins", join))
        if self.locked_out():
            yield self._scene.env.timeout(dice.lasts(person.id, "finds a way in", WAY_AROUND))
        self._join(responder, number)

    def _way(self, person: Person, team: str, night: bool) -> Spread:
        """From acknowledging to joining: who is on call sits ready, who is not has to be fetched."""
        if team or person.id in self._scene.organisation.on_call(person.team, self._scene.moment):
            return JOIN_BY_NIGHT if night else JOIN_BY_DAY
        return FETCHED_BY_NIGHT if night else FETCHED_BY_DAY

    def _escalate(self, team: str, missed: str, because: int) -> None:
        """The pager tries the team's next on-call by itself."""
        on_call = self._scene.organisation.on_call(team, self._scene.moment)
        for person in on_call[on_call.index(missed) + 1 :] if missed in on_call else ():
            if not self._all[person].here and not self._all[person].coming:
                self._page(self._all[person], team, because)
                return
