"""The state: is it found, is it better, is it over? Held against evidence and against who still fails."""

from simulator.domain.doctrine import STATES, UpdateState
from simulator.domain.value import replace
from simulator.scoring.case import Case
from simulator.scoring.claims.claim import Claim, Told, Verdict, claim
from simulator.scoring.claims.doubted import doubted
from simulator.scoring.claims.fresh import EARLY, line_at, soon_after
from simulator.scoring.claims.owned_up import TakenBack, cautious, times_taken_back
from simulator.scoring.ledger import cause, effect
from simulator.scoring.recovery import soak, well_since
from simulator.scoring.words import clock, minutes, percent

UNTOLD = "the timeline does not tell"
HALF = 0.5
EASED = 0.5
"""With a fix seen to help and no more than this share of the worst failing, one may watch (assumption)."""
FEWER = 0.1
"""By this share fewer fail than when it was made, where a fix that brought recovery shows (assumption)."""
PLACED = 0.8
"""So likely a place has to be the one, once a look there found something, to be called found (assumption)."""

Finding = tuple[Verdict, float | None, str, tuple[int, ...]]


def state(case: Case, told: Told) -> Claim:
    """The state that an update claims."""
    says = told.sent.fact.update.state
    fresh = told.before is None or told.before.fact.update.state != says
    verdict, earned, because, lines = _FINDINGS[says](case, told)
    found = claim(told, "state", says, verdict, earned, because, *lines, fresh=fresh)
    if says != "identified" or verdict != "over-claimed":
        return found
    return replace(found, same=f"{says}, taken back {times_taken_back(case, found.entry)} times")


def rank(says: UpdateState) -> int:
    """How far along an incident is said to be."""
    return STATES.index(says)


def _investigating(case: Case, told: Told) -> Finding:
    at, late = told.sent.at, case.doctrine.threshold("facts fresh for")
    helped = effect.seen(case, told.sent.entry)
    if helped and helped.whole and helped.since <= at - late and not case.affected(at):
        because = f"'{helped.change}' had been seen to bring recovery since {clock(helped.since)}"
        return "under-claimed", HALF, because, (helped.entry,)
    known = cause.suspected(case, line_at(case, at - 2 * late))
    now = cause.suspected(case, told.sent.entry)
    if known and now and known.known and now.known:
        kept = _kept_open(case, told, now)
        if kept is not None:
            return kept
        because = f"one cause had stood out for {minutes(2 * late)}, now at {percent(now.best)}"
        return "under-claimed", HALF, because, known.entries
    if not case.scenario.causes and not case.impact:
        return "not checked", None, UNTOLD, ()
    if now and now.known:
        because = f"one cause stood out, at {percent(now.best)}, for less than {minutes(2 * late)}"
        return "true", 1.0, because, now.entries
    if now and now.placed >= PLACED:
        because = f"a look at {now.place} had found where it sits, and no cause was known for certain"
        return "true", 1.0, because, now.entries
    return "true", 1.0, "nothing had been found for certain", ()


def _kept_open(case: Case, told: Told, now: cause.Suspicion) -> Finding | None:
    """What was reason enough not to call a known cause found: a claim taken back, or an expert's word."""
    at, line = told.sent.at, told.sent.entry
    back = cautious(case, at, line)
    if back is not None:
        return "true", 1.0, _burnt(told, back), (back.entry,)
    other = doubted(case, at, line, now)
    if other is not None:
        because = f"{other.who} had said at {clock(other.at)} that they took it for {other.cause}"
        return "true", 1.0, because, (other.entry,)
    return None


def _burnt(told: Told, back: TakenBack) -> str:
    when = "by this update" if back.entry == told.sent.entry else f"at {clock(back.at)}"
    return f"a claim was taken back {when}, and no change was seen to help since"


def _identified(case: Case, told: Told) -> Finding:
    helped = effect.seen(case, told.sent.entry)
    if helped:
        return _still(case, told, f"'{helped.change}' had been seen to help", helped.entry)
    thought = cause.suspected(case, told.sent.entry)
    if thought is None:
        return _taken_back(case, told)
    if thought.entries and thought.best >= case.doctrine.threshold("identified needs"):
        return _still(case, told, f"one cause stood out, at {percent(thought.best)}", *thought.entries)
    if thought.placed >= PLACED:
        return _still(case, told, f"a look at {thought.place} had found where it sits", *thought.entries)
    soon = _soon_found(case, told)
    if soon is not None:
        return "early", EARLY, soon, thought.entries
    since = line_at(case, told.sent.at - case.doctrine.threshold("facts fresh for"))
    least = case.doctrine.threshold("identified needs")
    for before in cause.lately(case, since, told.sent.entry):
        if before.entries and before.best >= least:
            because = f"one cause had stood out until lately, at {percent(before.best)}"
            return "stale", HALF, because, before.entries
    why = (
        f"the likeliest cause stood at {percent(thought.best)}"
        if thought.entries
        else "nothing had been found yet"
    )
    return "over-claimed", 0.0, why, thought.entries


def _soon_found(case: Case, told: Told) -> str | None:
    """What was found, and when, if that was within a couple of minutes after it was said."""
    least = case.doctrine.threshold("identified needs")
    for entry in soon_after(case, told.sent):
        thought = cause.suspected(case, entry.number + 1)
        if thought is not None and thought.entries and thought.best >= least:
            return f"one cause stood out only from {clock(entry.at)} on, at {percent(thought.best)}"
        helped = effect.seen(case, entry.number + 1)
        if helped:
            return f"'{helped.change}' was seen to help only at {clock(entry.at)}"
    return None


def _still(case: Case, told: Told, because: str, *lines: int) -> Finding:
    """Found, but news lags when it has been called over on the call for a while."""
    over, late = case.mitigated, case.doctrine.threshold("facts fresh for")
    if over is not None and over.at <= told.sent.at - late:
        return "stale", HALF, f"it had been called mitigated at {clock(over.at)}", (*lines, over.number)
    return "true", 1.0, because, lines


def _monitoring(case: Case, told: Told) -> Finding:
    at, failing = told.sent.at, case.known_failing(told.sent.at)
    if failing is None:
        return _taken_back(case, told)
    if not case.affected(at):
        return "true", 1.0, "nobody was known to fail any more", ()
    if _really_well(case, at):
        return "true", 1.0, _unseen(case, at), ()
    if (helped := _watched(case, at, told.sent.entry)) is not None:
        return "true", 1.0, f"'{helped.change}' had been seen to help and fewer were failing", (helped.entry,)
    for entry in soon_after(case, told.sent):
        if (soon := _watched(case, entry.at, entry.number + 1)) is not None:
            because = f"'{soon.change}' was seen to help only at {clock(entry.at)}"
            return "early", EARLY, because, (soon.entry,)
    shown = failing if effect.seen(case, told.sent.entry) is None else case.shown_quickest(at)
    return "over-claimed", 0.0, _still_failing(case, at, shown), ()


def _still_failing(case: Case, at: int, known: float) -> str:
    """Who was known to fail at a second: a number that dashboards show late is told as theirs."""
    if round(known) == round(case.failing(at)):
        return f"about {known:,.0f} customers were still failing"
    begun = case.trouble.at if case.trouble is not None else at
    shown = (at - case.quickest, at - case.lag_at(at), begun)
    of = next((second for second in shown if case.failing(second) == known), None)
    when = "" if of is None else f", as of {clock(of)}"
    return f"the dashboards still showed about {known:,.0f} customers failing{when}"


def eased(case: Case, at: int, line: int) -> effect.Effect | None:
    """What was seen to help before a line, if much fewer were known to fail at a second than at the worst.

    Once a change was seen to help, the quickest dashboards tell: what slower ones show may be older than it.
    """
    worst = max((case.failing(step.at) for step in case.impact if step.at <= at), default=0.0)
    return effect.seen(case, line) if case.shown_quickest(at) <= EASED * worst else None


def _watched(case: Case, at: int, line: int) -> effect.Effect | None:
    """What was seen to help before a line, if by then it was at work and one may watch it.

    A change that brought recovery is, as soon as fewer fail than when it was made: a queue takes its time.
    """
    helped = effect.seen(case, line)
    if helped is None or not helped.whole:
        return eased(case, at, line)
    made = next((one.done for one in case.attempts if one.id == helped.id and one.done is not None), None)
    if made is not None and case.shown_quickest(at) <= (1 - FEWER) * case.failing(made):
        return helped
    return eased(case, at, line)


def _resolved(case: Case, told: Told) -> Finding:
    at, failing = told.sent.at, case.known_failing(told.sent.at)
    if failing is None:
        return _taken_back(case, told)
    since = well_since(case, at)
    if since is None and not _really_well(case, at):
        return "over-claimed", 0.0, _still_failing(case, at, failing), ()
    if since is not None and not _really_well(case, at) and at - since < soak(case, at):
        return "over-claimed", 0.0, "customers were failing, and nobody had waited to see it", ()
    return "true", 1.0, _unseen(case, at) if since is None else "customers were well", ()


def _unseen(case: Case, at: int) -> str:
    """That it was so before anybody could see it, and when they could: being right is held against nobody."""
    seen = case.relief(at)
    when = "nobody could see it yet" if case.affected(seen) else f"that could be known only at {clock(seen)}"
    return f"customers were well, though {when}"


def _really_well(case: Case, at: int) -> bool:
    return not case.suffering(at)


def _taken_back(case: Case, told: Told) -> Finding:
    """Without anything to measure it by: what was taken back later had been said too early.

    Of a real incident nobody knows whether it was well in between.
    """
    said = rank(told.sent.fact.update.state)
    back = next((one for one in told.later if rank(one.fact.update.state) < said), None)
    if back is None or case.records.real:
        return "not checked", None, UNTOLD, ()
    return "over-claimed", 0.0, f"it was taken back at {clock(back.at)}", (back.entry,)


_FINDINGS = {
    "investigating": _investigating,
    "identified": _identified,
    "monitoring": _monitoring,
    "resolved": _resolved,
}
