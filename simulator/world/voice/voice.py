"""The one mouth of everybody who is simulated."""

from collections.abc import Callable, Iterator
from functools import cache

from simulator.domain.duration import DAY, HOUR, MINUTE
from simulator.domain.organisation import Organisation
from simulator.world.dice import Dice
from simulator.world.voice.manner import (
    AGAIN,
    ASKS_AGAIN,
    ASKS_TOO,
    BY_TEMPER,
    ECHO,
    LATER,
    OFTEN,
    OPENERS,
    SUITS,
)
from simulator.world.voice.outside import OUTSIDE
from simulator.world.voice.people import PEOPLE
from simulator.world.voice.stakes import STAKES

WORDS = {**PEOPLE, **OUTSIDE, **STAKES}
"""Every occasion with its wordings."""


class Voice:
    """What has been said in one exercise, and by whom first."""

    def __init__(self, dice: Dice, organisation: Organisation, moment: Callable[[], int]) -> None:
        self._dice = dice
        self._people = organisation.people
        self._sites = organisation.sites
        self._moment = moment
        self._said: dict[str, str] = {}
        self._worn: dict[str, set[str]] = {}
        self._spoke: dict[tuple[str, str], int] = {}

    def say(self, who: str, occasion: str, **details: object) -> str:
        """A sentence for an occasion that nobody has said yet; `details` fill its wording."""
        temper = self._people[who].temper if who in self._people else ""
        pool = _pool(occasion, temper)
        place, rest = divmod(self._luck(who, occasion) * len(pool), 1)
        words = self._fresh(occasion, pool, int(place)).format(**details)
        often = OFTEN.get(temper, 0.0)
        if rest < often:
            openers = OPENERS[temper]
            opener = openers[int(rest / often * len(openers))]
            words = f"{opener} {words}" if occasion in SUITS.get(opener, (occasion,)) else words
        return self._keep(who, words)

    def quote(self, who: str, text: str, *, asks: bool = False) -> str:
        """A line that an author wrote: as it is, and when it was said already in an "as I said" form.

        Who `asks` asks again then.
        """
        before = self._said.get(text)
        if before is None:
            return self._keep(who, text)
        forms = (ASKS_AGAIN if asks else AGAIN) if before == who else (ASKS_TOO if asks else ECHO)
        place = int(self._luck(who, "says again") * len(forms))
        name = self._people[before].first_name if before in self._people else before
        turned = (forms[(place + step) % len(forms)] for step in range(len(forms)))
        told = (form.format(text=text, name=name) for form in turned)
        return self._keep(who, next((line for line in told if line not in self._said), text))

    def _luck(self, who: str, occasion: str) -> float:
        nth = self._spoke[who, occasion] = self._spoke.get((who, occasion), 0) + 1
        return self._dice.fixed(who, f"words: {occasion}", nth)

    def _fresh(self, occasion: str, pool: tuple[str, ...], place: int) -> str:
        """The wording at a place of the pool, or the next one that was not used since all of them were."""
        worn = self._worn.setdefault(occasion, set())
        if len(worn) >= len(pool):
            worn.clear()
        for words in pool[place:] + pool[:place]:
            if words not in worn:
                break
        else:
            worn.clear()
            words = pool[place]
        worn.add(words)
        return words

    def _keep(self, who: str, words: str) -> str:
        """Note what is said; if it was said before, say so, with the hour or the count."""
        if words in self._said:
            words = next(line for line in self._otherwise(who, words) if line not in self._said)
        self._said[words] = who
        return words

    def _otherwise(self, who: str, words: str) -> Iterator[str]:
        clock = self._clock(who)
        yield from (form.format(clock=clock, text=words) for form in LATER)
        times = 3
        while True:
            yield (
                f"{clock}, and for the {times}th time: {words}"
                if times > 3
                else f"For the third time: {words}"
            )
            times += 1

    def _clock(self, who: str) -> str:
        """The hour where somebody sits; for those outside, in UTC."""
        offset = self._sites[self._people[who].site].offset if who in self._people else 0
        second = (self._moment() + offset) % DAY
        return f"{second // HOUR:02}:{second % HOUR // MINUTE:02}"


@cache
def _pool(occasion: str, temper: str) -> tuple[str, ...]:
    """What people of a temper may say: what is theirs alone first, then what anybody says."""
    return BY_TEMPER.get((occasion, temper), ()) + WORDS[occasion]
