"""The support desk: customers write in about the outage, agents answer, and the queue tells how it stands.

Silence makes more of them write. Agents who have been given nothing to say take longer over each answer, so
the queue grows on both ends.
"""

import math
from collections import deque
from heapq import heapreplace

from simulator.domain.duration import HOUR, MINUTE, Spread
from simulator.domain.fact import CustomersReported
from simulator.domain.organisation import Stakeholder
from simulator.domain.stakes import PUBLIC
from simulator.domain.update import Update
from simulator.world.news import News
from simulator.world.opinions import Opinions
from simulator.world.plant import Plant
from simulator.world.scene import Scene, Steps

FIRST_REPORTS = 5
"""Support speaks up after this many reports of the same thing, then each time they have tripled."""
GROWTH = 3
COUNTS_ANEW, GREW, WORTH_IT = 10 * MINUTE, 1.2, 50
"""So long after the last count support gives a new one, if it has grown by a fifth and by so many: for a
handful nobody interrupts a call (assumptions)."""
HANDFUL = 10
"""Reports that come within so many seconds are taken as one case."""
STALE = 10 * MINUTE
"""A rate is looked at anew after this long at the latest."""
SILENCE_HURTS = 0.7
"""Exponent of (1 + silent minutes / 30) on the rate of reports (assumption, capped at ten times)."""
AT_MOST = 10.0
INFORMED = 0.6
"""A status page that says rightly what is affected keeps some from writing in (assumption)."""
MISLED = 1.3
"""One that was wrong, or broke a promise, makes more of them write (assumption)."""
CUSTOMERS_PER_AGENT = 5000
"""Customers for each agent on shift (assumption)."""
ANSWERING = Spread(6 * MINUTE, 0.5)
"""An agent's time for one case without anything to tell (assumption)."""
BRIEFED_SHARE, BRIEFED_FOR = 0.4, 40 * MINUTE
"""With a briefing that is not older than this, a case takes this share of the time (assumption)."""


class SupportDesk:
    """The queue of one stakeholder who takes reports."""

    def __init__(self, scene: Scene, plant: Plant, news: News, who: Stakeholder, opinions: Opinions) -> None:
        self._scene, self._clock = scene, scene.env
        self._plant = plant
        self._news = news
        self._who = who
        self._public = opinions.of(PUBLIC)
        agents = max(1, scene.organisation.customers // CUSTOMERS_PER_AGENT)
        self._free = [0] * agents
        self._queue: deque[tuple[int, int]] = deque()
        self._next_report = scene.dice.row(who.name, "next report")
        self._answers = scene.dice.row(who.name, "answers")
        self._unanswered = 0
        self._briefed: int | None = None
        self._closed = False
        self.reports = self._told = self._told_at = 0
        self._much_more, self._more = float(FIRST_REPORTS), float(WORTH_IT)
        news.hearers.append(self._hears)
        scene.start(self._opens())

    @property
    def name(self) -> str:
        """Who of the stakeholders it is."""
        return self._who.name

    @property
    def waiting(self) -> int:
        """Customers who have written in and wait for an agent."""
        self._take_up()
        return self._unanswered

    def close(self) -> None:
        """Nobody writes in any more."""
        self._closed = True

    def _opens(self) -> Steps:
        """Customers write in, each on their own; when many do, in handfuls."""
        while True:
            rate = self.rate
            if not rate:
                yield self._plant.toggled
                continue
            handful = math.ceil(rate * HANDFUL)
            gap = round(-math.log(1 - self._next_report()) * handful / rate) or 1
            yield self._clock.timeout(gap if gap < STALE else STALE)
            self._arrive(handful)
            if self._has_news:
                self._tell()

    @property
    def _has_news(self) -> bool:
        """Whether the count has grown by so much that support tells it by itself."""
        if self.reports >= self._much_more:
            return True
        return self.reports >= self._more and self._clock.second - self._told_at >= COUNTS_ANEW

    def _arrive(self, customers: int) -> None:
        now = self._clock.second
        self.reports += customers
        self._unanswered += customers
        self._queue.append((now, customers))
        if self._free[0] <= now:
            self._take_up()

    def _take_up(self) -> None:
        """Let agents who have become free take the cases that wait, in order, each when it was their turn.

        Nothing else happens when a case is taken up, so it need not be an event of its own: it is enough to
        do it before anybody looks, and before agents are told something that makes them quicker.
        """
        queue, free, now = self._queue, self._free, self._clock.second
        while queue and free[0] <= now:
            arrived, customers = queue.popleft()
            begun = arrived if arrived > free[0] else free[0]
            self._unanswered -= customers
            seconds = ANSWERING.at(self._answers())
            if self._briefed is not None and begun - self._briefed <= BRIEFED_FOR:
                seconds = round(seconds * BRIEFED_SHARE) or 1
            heapreplace(free, begun + seconds)

    def _hears(self, update: Update, _number: int) -> None:
        if update.audience == self._who.hears:
            self._take_up()
            self._briefed = self._clock.second

    def pass_on(self, because: int) -> None:
        """Say how many have written in by now, when support speaks anyway and it has not said so yet."""
        if self.reports >= FIRST_REPORTS and self.reports > self._told:
            self._tell(because)

    def _tell(self, because: int = 0) -> None:
        occasion = "reports" if self.waiting else "all answered"
        occasion = occasion if self._told else self._first()
        self._told, self._told_at = self.reports, self._clock.second
        self._much_more, self._more = self._told * GROWTH, max(self._told * GREW, self._told + WORTH_IT)
        says = self._scene.voice.say(self._who.name, occasion, count=self.reports, waiting=self.waiting)
        self._scene.log.write(CustomersReported(self.reports, says), because)

    def _first(self) -> str:
        """Who was briefed knows what it is that customers write about."""
        return "first report" if self._briefed is None else "first report, briefed"

    @property
    def rate(self) -> float:
        """Reports a second now; 0 while nobody feels anything, or when it was closed."""
        plant = self._plant
        if plant.felt_since is None or self._closed:
            return 0.0
        return plant.failing / 1000 * self._who.tickets / HOUR * self._surge()

    def _surge(self) -> float:
        """How many times as many write in as would if they had just been told."""
        silent = (self._clock.second - self._news.heard.get(PUBLIC, 0)) / MINUTE
        surge = min(AT_MOST, math.pow(1 + silent / 30, SILENCE_HURTS))
        if self._public.misled:
            return min(AT_MOST, surge * MISLED)
        return surge * INFORMED if self._public.informed else surge
