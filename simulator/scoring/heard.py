"""What an audience has heard so far, and whether an update adds anything to it."""

from collections.abc import Mapping

from simulator.domain.course import Sent
from simulator.domain.doctrine import ALL_CLEAR
from simulator.domain.duration import DAY
from simulator.domain.entry import each
from simulator.domain.expected import expected_in, moved
from simulator.domain.fact import Replied
from simulator.domain.own_words import SAID, own_words, says_more
from simulator.domain.update import Update
from simulator.domain.value import Value, field, replace
from simulator.scoring.beside_the_point import beside_the_point
from simulator.scoring.case import Case
from simulator.scoring.claims.cause_words import spoken_of, unsaid
from simulator.scoring.claims.scope import named
from simulator.scoring.claims.tells_apart import tells_apart
from simulator.scoring.figures import shown
from simulator.scoring.sighted import once
from simulator.scoring.turned import Kind, kinds, turned
from simulator.scoring.vocabulary import telling

ANY = frozenset(("any",))
"""What a cause means that could be any of them, or none that is known."""


class Heard(Value):
    """What has been heard: words of their own, what was claimed last of each kind, and the last update.

    `turns` holds the line on which it last heard that something had turned, by what; `times` the seconds at
    which it was told to expect something.
    """

    words: frozenset[str] = frozenset()
    claims: Mapping[str, object] = field(default_factory=dict)
    last: Sent | None = None
    turns: Mapping[Kind, int] = field(default_factory=dict)
    times: frozenset[int] = frozenset()

    @property
    def scoped(self) -> bool:
        """Whether it has been told what is affected."""
        return "scope" in self.claims

    def and_then(self, case: Case, sent: Sent) -> "Heard":
        """With one more update."""
        claims = {**self.claims, **claims_in(case, sent)}
        turns = {**self.turns, **dict.fromkeys(kinds(sent), sent.entry)}
        times = self.times | _times(case, sent.at, sent.fact.update.text, sent.fact.update.eta)
        return Heard(self.words | own_words(sent.fact.update), claims, sent, turns, times)

    def moved(self, case: Case, sent: Sent) -> bool:
        """Whether an update claims another state than the last, or something else than was claimed before."""
        before = self.last.fact.update.state if self.last else None
        said = claims_in(case, sent).items()
        return sent.fact.update.state != before or any(self.claims.get(what) != it for what, it in said)

    def told_more(self, case: Case, sent: Sent) -> bool:
        """Whether an update's words are new, and some of the new ones have to do with this incident.

        Or whether they tell of a turn that was seen, or of a time that moved: `as before again` has no word
        that is new, nor has `until 15:35`.
        """
        if turned(case, sent, self.last, self.turns) or self._retimed(case, sent):
            return True
        own = own_words(sent.fact.update)
        return says_more(own, self.words) and bool(telling(case, own - self.words))

    def _retimed(self, case: Case, sent: Sent) -> bool:
        """Whether an update's text expects something at another time than had been told."""
        now = _times(case, sent.at, sent.fact.update.text)
        return bool(now) and moved(now, self.times | _answered(case, sent))

    def counted(self, case: Case, sent: Sent) -> bool:
        """Whether an update's text has a number that is new and tells something, beside words about this.

        It does when some of those words are new as well, or when it is roughly what had been shown of
        customers: anybody can count minutes. A number in a way round, or in a cause, is none that they feel.
        """
        update = replace(sent.fact.update, workaround="", cause="")
        own = own_words(update)
        fresh = own - self.words
        numbers = frozenset(word for word in fresh if word[0].isdecimal())
        if not numbers or not telling(case, own):
            return False
        return bool(telling(case, fresh)) or bool(numbers & shown(case, sent.entry, sent.at, update.text))

    def bare(self, case: Case, sent: Sent) -> bool:
        """Whether an update could have been written at any minute: no claim and no words that are new.

        So is a first one that names nothing, and one in words about nothing; an all-clear else never.
        """
        if beside_the_point(case, sent.fact.update):
            return True
        if sent.fact.update.state in ALL_CLEAR or self.told_more(case, sent):
            return False
        return not claims_in(case, sent) if self.last is None else not self.moved(case, sent)


def _times(case: Case, at: int, text: str, eta: int | None = None) -> frozenset[int]:
    """The seconds at which something is expected by a text of a second, or by the time given beside it."""
    ahead = expected_in(text, (case.scenario.starts + at) % DAY)
    return frozenset(at + one for one in (*ahead, *((eta,) if eta else ())))


def _answered(case: Case, sent: Sent) -> frozenset[int]:
    """The times that the audience of an update had been given in answers before it."""
    told = ((entry, fact) for entry, fact in each(case.seen, Replied) if entry.number < sent.entry)
    mine = ((entry, fact) for entry, fact in told if fact.audience == sent.fact.update.audience)
    return frozenset(time for entry, fact in mine for time in _times(case, entry.at, fact.text, fact.eta))


def stock(update: Update) -> bool:
    """Whether nothing is left of an update's words without stock phrases."""
    return len(own_words(update)) < SAID


@once
def claims_in(case: Case, sent: Sent) -> Mapping[str, object]:
    """What an update claims beside its state, by kind; what it leaves out is no claim.

    A cause is what it means. That there is a way round is a claim, or a cause that means none in particular;
    how they are worded is none, for nobody can tell two of them apart by their words. Whoever names nothing
    once it is all but over says that nothing is left.
    """
    update = sent.fact.update
    said = {
        "scope": tuple(sorted(named(case, update))), "cause": _meant(case, update.cause), "data": update.data,
        "workaround": bool(update.workaround.strip()), "eta": update.eta,
        "nothing left": update.state in ALL_CLEAR and not update.scope,
    }  # fmt: skip
    return {what: value for what, value in said.items() if value}


def _meant(case: Case, cause: str) -> frozenset[str]:
    """The causes that are meant; `ANY` where the words tell none apart, and none where it is not known."""
    if not cause.strip() or unsaid(cause):
        return frozenset()
    meant = spoken_of(case.scenario, cause)
    return meant if meant and tells_apart(case, meant) else ANY
