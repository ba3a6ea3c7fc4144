"""By the book: what goes away by itself is watched until it has stayed away, and nothing is done about it."""

from collections import Counter
from collections.abc import Iterator, Sequence

from simulator.domain.duration import MINUTE
from simulator.domain.entry import Entry, each, gathered
from simulator.domain.fact import AlertCleared, AlertFired
from simulator.domain.organisation import Change
from simulator.exercise.sight import Sight
from simulator.reasoning import Belief

STAYS_AWAY = 12 * MINUTE
"""What went by itself is watched for so long: what comes and goes does so in five to ten (assumption)."""
LIKELY = 0.6
"""A cause that is believed so much is waited for (assumption)."""
SOON = 15 * MINUTE
"""What is over so soon is not worth the risk of a change (assumption)."""
AGREES = 6 * MINUTE
"""The signals of journeys and their alerts are behind by no more than this."""
FIRED: frozenset[type] = frozenset({AlertFired})
WATCHES = 3 * MINUTE
"""How often the signals are looked at while all there is to do is wait."""


def passing(sight: Sight) -> bool:
    """Whether every alert has cleared, none came back, and what shows customers had time to agree or does."""
    since = _quiet_since(sight)
    if since is None or _spells(sight) > 1:
        return False
    return not sight.affected or sight.looked < since + _behind(sight)


def passed(sight: Sight) -> bool:
    """Whether it has stayed away for long enough; once more as long for each time that it came back."""
    since = _quiet_since(sight)
    if since is None or not sight.all_well:
        return False
    return sight.looked >= since + STAYS_AWAY * _spells(sight)


def goes_by_itself(sight: Sight, belief: Belief) -> bool:
    """Whether the likeliest cause by far is one that goes by itself, and its time is not up."""
    over = _over(sight, belief)
    return over is not None and sight.now < over


def over_before(sight: Sight, belief: Belief, change: Change) -> bool:
    """Whether it goes by itself soon, or before a change made now could show."""
    over = _over(sight, belief)
    shows = change.mean + sight.organisation.lag_of(change) + AGREES
    return over is not None and sight.now < over <= sight.now + max(SOON, shows)


def _over(sight: Sight, belief: Belief) -> int | None:
    """By when the likeliest cause by far has gone by itself; None where it does not, or none stands out."""
    cause, share = belief.ranked[0]
    ends = [effect.ends for effect in sight.scenario.causes[cause].effects]
    known = [end for end in ends if end is not None]
    return max(known) + AGREES if share >= LIKELY and known and len(known) == len(ends) else None


def watch(sight: Sight) -> Iterator[str]:
    """The signals, when they were not looked at lately."""
    if sight.now - sight.looked >= WATCHES:
        yield "signals"


def _quiet_since(sight: Sight) -> int | None:
    """The second at which the last alert cleared; None while one fires, or when none ever did."""
    if sight.board.alerts:
        return None
    return max((entry.at for entry, _ in each(sight.seen, AlertCleared)), default=None)


def _behind(sight: Sight) -> int:
    """By how many seconds the slowest signal of a journey is behind that still shows failures."""
    signals = sight.organisation.signals.values()
    return max((signal.lag for signal in signals if signal.of in sight.affected), default=0)


def _spells(sight: Sight) -> int:
    """How often the alert that fired most often did so."""
    return gathered(sight.seen, FIRED, _most_often)


def _most_often(lines: Sequence[Entry]) -> int:
    return max(Counter(fact.alert for _, fact in each(lines, AlertFired)).values(), default=0)
