"""What each audience makes of the updates it got: new or not, right or not, kept or not."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from simulator.domain.doctrine import ALL_CLEAR, STATES
from simulator.domain.duration import MINUTE
from simulator.domain.fact import Complained, Grievance
from simulator.domain.organisation import Journey, Organisation, Stakeholder
from simulator.domain.own_words import own_words, says_more
from simulator.domain.stakes import PUBLIC
from simulator.domain.turns import turns
from simulator.domain.update import Update
from simulator.world.moods import MISSED, REPEATED, TAKEN_BACK, USEFUL, Moods
from simulator.world.news import News
from simulator.world.plant import Plant
from simulator.world.scene import Scene

GRACE = 2 * MINUTE
"""So much later than promised nobody complains yet (assumption)."""
VAGUE = 3
"""So many updates in a row without a new fact are one too many."""
FAILING = 0.03
"""A journey of which less fails is called working, as the judge does (assumption)."""
RIGHT, WRONG = 0.5, 0.34
"""Share of what is claimed or fails that is both, by customers, from which a scope is right and below which
it is wrong (assumptions)."""
ALL: Mapping[str, float] = MappingProxyType({})
OCCASIONS: Mapping[Grievance, str] = {
    "nothing new": "complains of nothing new", "taken back": "complains of what is taken back",
    "late update": "complains of a late update", "missed eta": "complains of a missed eta",
}  # fmt: skip


@dataclass(slots=True)
class Standing:
    """What an audience goes by: the last update, when it came, and what it thinks of it.

    `words` are all that they have read so far that were no stock phrases. `vague` counts updates in a row
    with no new fact; `informed` and `misled` say whether the scope they know is right, or something was wrong
    or not kept since the last useful update. `early` is whether the last update gave an all-clear while it
    still failed. `owned` says that what was wrong has been owned up to: what else of it is corrected, while
    nothing more is claimed, is only news.
    """

    last: Update | None = None
    words: frozenset[str] = frozenset()
    at: int = -1
    vague: int = 0
    informed: bool = False
    misled: bool = False
    early: bool = False
    owned: bool = False
    eta: int | None = None


class Opinions:
    """The standing of every audience, and the promises made to it."""

    def __init__(self, scene: Scene, plant: Plant, news: News, moods: Moods) -> None:
        self._scene = scene
        self._plant = plant
        self._moods = moods
        self._standing: defaultdict[str, Standing] = defaultdict(Standing)
        self._hear: dict[str, list[Stakeholder]] = {}
        for who in scene.organisation.stakeholders.values():
            self._hear.setdefault(who.hears, []).append(who)
        news.hearers.append(self._hears)

    def of(self, audience: str) -> Standing:
        """What an audience thinks now."""
        return self._standing[audience]

    def is_welcome(self, update: Update) -> bool:
        """Whether an update says something that its audience has not read: a claim, or words of its own.

        An all-clear while it still fails is not welcome, nor what takes back the update before.
        """
        standing = self.of(update.audience)
        back = standing.last is not None and self._takes_back(standing, standing.last, update)
        new = _is_news(standing, update, own_words(update))
        return new and not back and not self._is_early(update)

    def _is_early(self, update: Update) -> bool:
        """Whether an update gives the all-clear while it still fails."""
        return update.state in ALL_CLEAR and self._plant.felt_since is not None

    def trusted(self, audience: str) -> int:
        """Seconds after the last update for which the next was announced; 0 once a word was not kept."""
        standing = self.of(audience)
        announced = standing.last.next_in if standing.last and not standing.misled else None
        return announced or 0

    def _hears(self, update: Update, number: int) -> None:
        standing = self.of(update.audience)
        words, before = own_words(update), standing.last
        news = _is_news(standing, update, words)
        back = before is not None and self._takes_back(standing, before, update)
        standing.last, standing.at = update, self._scene.now
        standing.words |= words
        if back and not standing.owned:
            self._resent(update.audience, "taken back", TAKEN_BACK, number)
        elif news:
            standing.vague, standing.misled = 1 if update.state == "investigating" else 0, False
            self._all(update.audience, USEFUL, number)
        else:
            self._repeated(standing, update.audience, number)
        standing.owned = back or (standing.owned and before is not None and not _claims_more(before, update))
        self._weigh(standing, update)
        self._promise(standing, update)

    def _takes_back(self, standing: Standing, before: Update, update: Update) -> bool:
        """Whether an update takes back what the one before claimed: a cause, or a state.

        Where it began anew since the one before, both were true.
        """
        since = self._plant.felt_since
        over = before.state in ALL_CLEAR
        anew = over and not standing.early and since is not None and since > standing.at
        return _other_cause(before, update) or (_retreats(before, update) and not anew)

    def _repeated(self, standing: Standing, audience: str, number: int) -> None:
        standing.vague += 1
        self._all(audience, REPEATED, number)
        if standing.vague >= VAGUE:
            standing.vague = 0
            self._complain(audience, "nothing new", number)

    def _weigh(self, standing: Standing, update: Update) -> None:
        """Hold the state against what is so, and the scope that customers read."""
        if update.scope and update.audience == PUBLIC:
            share = self._overlap(update.scope)
            standing.informed, wrong = share >= RIGHT, share < WRONG
            standing.misled = standing.misled or wrong
        standing.early = self._is_early(update)
        standing.misled = standing.misled or standing.early

    def _overlap(self, scope: tuple[str, ...]) -> float:
        """How much of what is claimed or fails is both, by the customers whose journeys these are.

        What hardly fails weighs little; what is claimed and works weighs like what fails in the mean.
        """
        company = self._scene.organisation
        shares = dict(zip(company.journeys, self._plant.state.journeys, strict=True))
        fails = {name for name, share in shares.items() if share > FAILING}
        claimed = {journey.name for journey in company.journeys.values() if self._claims(scope, journey)}
        hurt = _customers(company, fails, shares)
        usual = hurt / _customers(company, fails) if fails else 1.0
        either = hurt + usual * _customers(company, claimed - fails)
        return _customers(company, claimed & fails, shares) / either if either else 1.0

    def _claims(self, scope: tuple[str, ...], journey: Journey) -> bool:
        """Whether a scope names a journey, or something that it needs."""
        needs = self._scene.organisation.closures
        return journey.name in scope or any(not needs[need].isdisjoint(scope) for need in journey.needs)

    def promise(self, audience: str, eta: int) -> None:
        """A time to recovery was given: if it passes and nothing is well, that is held against us."""
        standing, due = self.of(audience), self._scene.now + eta
        standing.eta = due
        self._scene.later(eta + GRACE, lambda: self._over(audience, due))

    def _promise(self, standing: Standing, update: Update) -> None:
        if update.eta is not None:
            self.promise(update.audience, update.eta)
        if update.next_in is not None and update.state != "resolved":
            told = standing.at
            self._scene.later(update.next_in + GRACE, lambda: self._late(update.audience, told))

    def _late(self, audience: str, told: int) -> None:
        if self.of(audience).at == told and self._plant.felt_since is not None:
            self._resent(audience, "late update", MISSED)

    def _over(self, audience: str, due: int) -> None:
        if self.of(audience).eta == due and self._plant.felt_since is not None:
            self._resent(audience, "missed eta", MISSED)

    def _resent(self, audience: str, about: Grievance, points: float, number: int = 0) -> None:
        self.of(audience).misled = True
        self._complain(audience, about, number)
        self._all(audience, points, number)

    def _all(self, audience: str, points: float, number: int) -> None:
        for who in self._hear.get(audience, ()):
            self._moods.add(who.name, points, number)

    def _complain(self, audience: str, about: Grievance, number: int) -> None:
        """One speaks for all who hear it: a dozen who say the same are one thing to read."""
        speakers = self._hear.get(audience)
        if speakers:
            who = speakers[0].name
            says = self._scene.voice.say(who, OCCASIONS[about])
            self._scene.log.write(Complained(who, audience, about, says), number)


def _is_news(standing: Standing, update: Update, words: frozenset[str]) -> bool:
    """Whether an update with these words of its own says something new to whoever stands so.

    Customers cannot check that something has turned; that it is said, and was not before, is news to them.
    """
    if standing.last is None or standing.last.claims != update.claims:
        return True
    return says_more(words, standing.words) or bool(turns(update).keys() - turns(standing.last).keys())


def _customers(company: Organisation, names: Iterable[str], failing: Mapping[str, float] = ALL) -> float:
    """The share of what customers do that is one of these journeys, as far as they fail."""
    return sum(company.journeys[name].share * failing.get(name, 1.0) for name in names)


def _other_cause(before: Update, now: Update) -> bool:
    return bool(before.cause and now.cause) and before.cause.casefold() != now.cause.casefold()


def _retreats(before: Update, now: Update) -> bool:
    return STATES.index(now.state) < STATES.index(before.state)


def _claims_more(before: Update, now: Update) -> bool:
    """Whether an update goes further than the one before: with a cause, or nearer to the end."""
    return bool(now.cause and not before.cause) or STATES.index(now.state) > STATES.index(before.state)
