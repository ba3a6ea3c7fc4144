"""Weighing a choice against the best one, with all that could be known when it was made."""

from bisect import bisect_left
from typing import Literal, TypeAlias

from simulator.domain.duration import HOUR, MINUTE
from simulator.domain.entry import Entry, each
from simulator.domain.fact import ChangeDone, ChangeFailed, ChangeWoreOff, ClueFound, HazardChecked, Verified
from simulator.domain.organisation import WIPING
from simulator.domain.prose.changes import RESULTS
from simulator.domain.scenario import Outcome
from simulator.domain.value import Value, replace
from simulator.reasoning import Choice, ToolSeen, WordsHeard, breaks
from simulator.reasoning.likelihood import written
from simulator.reasoning.options import LOOK, slow_way
from simulator.scoring.case import Case
from simulator.scoring.easy import slow
from simulator.scoring.outlook import Outlook, likely_a_part, likely_to_help, likely_to_last, outlook
from simulator.scoring.passing import to_act_on
from simulator.scoring.sighted import once

LEAST_STAKE = 0.05
"""So much is always at stake: beliefs may be wrong (assumption)."""
LONGEST = 2 * HOUR
"""Time that was only spent is held against no more than so long an outage (assumption): minutes are minutes,
however long a cure takes."""
NEXT_TO_NOTHING = 0.03
"""A regret below this share of the cost is no difference to anyone."""
OTHERS = 2
"""So many options are kept besides the chosen and the best one. Checks are none of them."""

SPENDS = ("look", "check", "wait")
"""Choices that change nothing."""

DecisionKind: TypeAlias = Literal["change", "look", "check", "wait", "slow way", "undo", "keep"]


class Option(Value):
    """Something that could be chosen: expected customer-minutes with the best choices after it.

    The `name` of a wait is the change that hung meanwhile, or the place of a look that `overran`, or the
    change that was watched on though that could have told within `told_in` seconds, or that was only made
    ready (`readied`), or the place of a look that was `untaken`; empty where there was none of these.
    `chance` is how likely a change, or the change that a check is about, was to help, and of an undoing how
    likely it was to bring back what had been held off; else None. `seconds` is how long it is expected to
    take until something can be seen. What helps is `brief` where it is a relief that passes, whatever cause
    it may be; `lasting` is the part of the chance that is none. It only `eases` where it takes some of the
    trouble away, whatever cause it may be, and ends nothing. `part` is how likely a change that does
    nothing alone was to be one of several that end it together. `harm` is what of the cost is damage that a
    change is expected to do by itself. A look or check that somebody is at already is `in_hand`: it is waited
    for, not begun; where nobody who could do it was there, they were `absent` and had to be paged first, and
    where all who could had their hands full it could only be begun `after` what they were at.
    """

    kind: DecisionKind
    name: str
    cost: float
    seconds: int
    chance: float | None = None
    brief: bool = False
    eases: bool = False
    lasting: float | None = None
    part: float = 0.0
    harm: float = 0.0
    overran: bool = False
    untaken: bool = False
    told_in: int = 0
    readied: bool = False
    in_hand: bool = False
    absent: bool = False
    after: str = ""


class Row(Value):
    """Waits with nothing tried in between: how many, from when to when, and what they cost together."""

    waits: int
    since: int
    until: int
    regret: float


class Decision(Value):
    """A choice as it stood before the commander at that second.

    `entries` are the lines of the choice; `known` what had been told by then, each with its line;
    `belief` the causes with their shares, the likeliest first; `regret` what the choice was expected to
    cost more than the best one, in customer-minutes. To wait is judged once the time to decide is over;
    it began at `since`. It was weighed by the lines before the line `before`. `others` are the next best
    options after these two; of `choices` that there were, `as_good` cost no more than the tolerated share
    above the best one (see `beside_others`). `times` is for how many decisions it stands: looks at the
    same time share one, whoever does nothing decides that again and again, and what only time could end
    counts little. `rates` are the fewest and the most customers known to fail in a wait. `earlier` is what of
    the regret is owed to others before it, in a row with nothing tried in between; the `row` of waits is told
    beside each that is one of several (see `rows`).
    """

    at: int
    since: int
    chosen: Option
    best: Option
    regret: float
    rate: float
    entries: tuple[int, ...]
    known: tuple[tuple[int, str], ...]
    belief: tuple[tuple[str, float], ...]
    others: tuple[Option, ...] = ()
    choices: int = 0
    as_good: int = 0
    before: int = 0
    times: float = 1.0
    earlier: float = 0.0
    row: Row | None = None
    rates: tuple[float, ...] = ()

    @property
    def own(self) -> float:
        """What of the regret is owed to this one alone."""
        return self.regret - self.earlier

    @property
    def for_all(self) -> bool:
        """Whether it is a wait that stands for all of its row."""
        return self.row is not None and self.earlier > 0

    @property
    def share(self) -> float:
        """The regret as a share of what the best choice was expected to cost.

        What changes do in many hours is an estimate, and small differences are forgiven. A look or a wait
        costs minutes, which are none: they are held against what `LONGEST` costs, if that is less. Of an
        undoing it is the chance that it brings the outage back.
        """
        if self.chosen.kind == "undo":
            return self.chosen.chance or 0.0
        return self._as_share(self.regret)

    @property
    def inherited(self) -> bool:
        """Whether all that a look or check is charged with is owed to those before it: by itself it was as
        good as the best one.
        """
        looks = self.chosen.kind in ("look", "check")
        return looks and self.earlier > 0 and self._as_share(self.own) <= NEXT_TO_NOTHING

    def _as_share(self, regret: float) -> float:
        whole = self.best.cost
        if self.chosen.kind in SPENDS:
            whole = min(whole, self.rate * LONGEST / MINUTE)
        return regret / whole if whole > 0 else 0.0


def weighed(case: Case, seen: Outlook, choice: Choice, at: int, line: int) -> Decision:
    """A choice made on a line, weighed by itself."""
    regret = 0.0 if _is_the_slow_way(case, seen, choice) else max(0.0, choice.cost - seen.least)
    chosen = option(case, seen, choice)
    best = best_option(case, seen) if regret else chosen
    known, ranked = told_before(case, line), seen.advice.belief.ranked
    stake = at_stake(case, seen)
    return Decision(at, at, chosen, best, regret, seen.rate, (line,), known, ranked, before=line, times=stake)


def _is_the_slow_way(case: Case, seen: Outlook, choice: Choice) -> bool:
    """Whether nothing quick was worth its time any more, and a slow change of the runbook was chosen."""
    if choice.kind != "change" or seen.advice.worth_it:
        return False
    return slow(case, case.organisation.runbook[choice.name])


def as_good_to_go_slow(case: Case, seen: Outlook) -> bool:
    """Whether the slow way, begun at once, was expected to cost no more than the tolerated share above the
    best of all that is quick.
    """
    return seen.advice.give_up <= seen.advice.best.cost * (1 + case.doctrine.threshold("tolerated regret"))


def at_stake(case: Case, seen: Outlook) -> float:
    """The share of a decision's cost that depended on it: what only time ends does not."""
    return max(LEAST_STAKE, to_act_on(case, seen))


def beside_others(case: Case, decision: Decision) -> Decision:
    """A decision with the other choices there were. Pricing them takes several times the work of weighing.

    Shown are only those that could still help or tell anything: the others cost their time, which is little.
    What is in place, and stays so, is nobody's choice any more.
    """
    seen = outlook(case, decision.at, decision.before)
    if seen is None:
        return decision
    names = (name for name in seen.advice.quotes.names if name not in seen.in_hand)
    sensible = [(kind, name) for kind, name in names if kind != "check" or case.scenario.dangers_of(name)]
    enough = seen.least * (1 + case.doctrine.threshold("tolerated regret"))
    taken = {(one.kind, one.name) for one in (decision.chosen, decision.best)}
    useful = set(seen.advice.useful)
    untaken = [one for one in sensible if one[0] != "check" and one in useful and one not in taken]
    open_to = [one for one in untaken if not _stands(case, seen, one, decision.before)]
    return replace(
        decision,
        others=tuple(option(case, seen, choice) for choice in seen.advice.first(OTHERS, open_to)),
        choices=len(sensible) + 1,
        as_good=(seen.advice.give_up <= enough) + len(seen.advice.within(enough, sensible)),
    )


def _stands(case: Case, seen: Outlook, choice: tuple[str, str], before: int) -> bool:
    """Whether a choice is a change in place which does no more when it is made again: a switch that is off.

    What is done once (a restart), or was told to have worn off, can be meant again.
    """
    kind, name = choice
    if kind != "change" or name not in seen.in_place:
        return False
    change = case.organisation.runbook[name]
    worn = any(e.number < before and fact.change == name for e, fact in each(case.seen, ChangeWoreOff))
    return change.undo is not None and change.kind not in WIPING and not worn


def best_option(case: Case, seen: Outlook) -> Option:
    """What was best to do; when nothing quick is worth its time, the slow way."""
    if seen.advice.worth_it:
        return option(case, seen, seen.advice.best)
    return Option("slow way", "the slow way", seen.advice.give_up, slow_way(case.scenario))


def mending_option(case: Case, seen: Outlook, name: str) -> Option:
    """A change that takes away what another one broke: as likely as what was wrong has ended.

    Until it shows, all fail who do.
    """
    change = case.organisation.runbook[name]
    takes = round(change.mean) + case.lag(change)
    return Option("change", name, seen.rate * takes / MINUTE, takes, 1.0 - seen.advice.failing)


def option(case: Case, seen: Outlook, choice: Choice) -> Option:
    """A choice with what it takes and how likely it is to help."""
    in_hand = (choice.kind, choice.name) in seen.in_hand
    if choice.kind == "look":
        return Option("look", choice.name, choice.cost, LOOK, in_hand=in_hand)
    change = case.organisation.runbook[choice.name]
    chance, brief = likely_to_help(case, seen, choice.name), _brief(case, seen, choice.name)
    makes = change.left(change.mean) if choice.name in seen.ready else change.mean
    takes = round(makes) + case.lag(change)
    if choice.kind == "check":
        takes = sum(one.check for one in change.hazards)
    lasting, part = likely_to_last(case, seen, choice.name), likely_a_part(case, seen, choice.name)
    harm = seen.advice.quotes.harm((choice.kind, choice.name))
    told = Option(choice.kind, choice.name, choice.cost, takes, chance, brief, in_hand=in_hand)
    eases = not brief and _eases(case, seen, choice.name)
    return replace(told, eases=eases, lasting=lasting, part=part, harm=harm)


def _brief(case: Case, seen: Outlook, change: str) -> bool:
    """Whether all the good that a change can do, under any cause still believed, passes after a while."""
    works = _works(case, seen, change)
    return bool(works) and all(one.wears_off for one in works)


def _eases(case: Case, seen: Outlook, change: str) -> bool:
    """Whether all the good that it can do is to take some of the trouble away, which goes on."""
    works = _works(case, seen, change)
    acts = all(one.does or one.relieves is not None for one in works)
    more = any(one.cures or one.stops or one.mends or one.merges for one in works)
    return bool(works) and acts and not more


def _works(case: Case, seen: Outlook, change: str) -> list[Outcome]:
    """What a change can do for the better under the causes that are still believed."""
    causes = (cause for cause, share in seen.advice.belief.ranked if share)
    return [one for cause in causes if (one := case.scenario.outcome(change, cause)).works]


def likely_to_end(case: Case, seen: Outlook, change: str) -> float:
    """How likely a change ends it, by the causes still believed, once it is made."""
    under = ((share, case.scenario.outcome(change, cause)) for cause, share in seen.advice.belief.ranked)
    return sum(
        share * one.chance for share, one in under if one.cures and seen.in_place.issuperset(one.after)
    )


def told_before(case: Case, before: int) -> tuple[tuple[int, str], ...]:
    """What had been told of the cause and the changes before a line."""
    told = _all_told(case)
    return told[: bisect_left(told, (before,))]


@once
def _all_told(case: Case) -> tuple[tuple[int, str], ...]:
    told = ((entry.number, _told(case, entry)) for entry in case.seen)
    return tuple((number, text) for number, text in told if text)


def _told(case: Case, entry: Entry) -> str:
    match entry.fact:
        case ChangeDone(change=change, says=says) | ChangeFailed(change=change, says=says):
            words = written(case.scenario, WordsHeard(change, says)) or _of_tool(case, entry.at, entry.fact)
            said = "made" if isinstance(entry.fact, ChangeDone) else "not made"
            return f"'{change}' was {said}: {words}" if words else ""
        case ClueFound(place=place, says=says):
            return f"{place}: {says}"
        case HazardChecked(change=change, hazard=hazard, holds=holds):
            return f"'{change}': {hazard}" if holds else f"'{change}': not the case that {hazard}"
        case Verified(change=change, result=result, signal=signal):
            return f"'{change}' was verified on '{signal}': {RESULTS[result]}"
        case _:
            return ""


def _of_tool(case: Case, at: int, fact: ChangeDone | ChangeFailed) -> str:
    """What a change tells of what it is made with: that it is down, or works where a cause would break it."""
    if not fact.tool:
        return ""
    if isinstance(fact, ChangeFailed):
        return f"{fact.tool} does not answer"
    piece = ToolSeen(fact.tool, works=True, in_place=frozenset(), at=at)
    telling = any(breaks(case.scenario, cause, piece) for cause in case.scenario.causes)
    return f"{fact.tool} works" if telling else ""
