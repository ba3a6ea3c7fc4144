"""By the book: one change at a time, the best first, verified, undone or recorded when it did not help."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from simulator.domain.attempt import Attempt
from simulator.domain.duration import MINUTE
from simulator.domain.entry import each
from simulator.domain.fact import AlertCleared, HazardChecked
from simulator.domain.organisation import Change
from simulator.domain.scenario import Scenario
from simulator.exercise.players.book_asking import (
    answer,
    keep_evidence,
    objections,
    or_else,
    reason,
    what_changed,
)
from simulator.exercise.players.book_mending import mending
from simulator.exercise.players.book_muddle import still_open
from simulator.exercise.players.book_outside import fetched, maker
from simulator.exercise.players.book_passing import WATCHES, goes_by_itself, over_before, passing, watch
from simulator.exercise.players.book_tidy import tidy
from simulator.exercise.players.refill import too_cold
from simulator.exercise.sight import Sight
from simulator.reasoning import (
    Advice,
    Choice,
    ChoiceKind,
    EffectSeen,
    Problem,
    evidence,
    hanging,
    in_place,
    in_round_numbers,
    made,
)

TIMEBOX = "12m"
TURN = "12m"
"""What comes and goes is watched for so long (assumption: turns take five to ten minutes)."""
ALERTS_LAG = 8 * MINUTE
"""An alert that still fires this long after recovery was seen, or its own lag, speaks against it."""
TOOL_MENDS = 20 * MINUTE
"""So long after a change failed it is worth another try."""
OVER = 0.01
"""With a smaller chance that it goes on, it is taken to be over."""
FADES = 25 * MINUTE
"""For this long after a verification, what still fails is taken to be fading."""
PLAUSIBLE = 0.02
"""A cause that is less likely than this is not provided for."""
ROUGHLY = 5 * MINUTE
"""What is still to come of an outage is judged to this: nobody weighs it by the second."""
GUESSED_SHARE = 0.1
"""Before the signals say more, a tenth of the customers are taken to be affected."""
FEWEST = 100.0
"""It counts on so many customers failing at least: what they see of a few is not worth a thought."""


Next = Callable[[Sight, set[str]], Iterator[str]]
"""What a player does when nothing is under way and the outage goes on."""


def changes(sight: Sight, said: set[str], following: Next | None = None) -> Iterator[str]:
    """What to do next about the outage itself; nothing while something is under way.

    What hangs half-way is not. `following` is how the next step is found; the book takes the best one.
    """
    moving = [one for one in still_open(sight.board.changes) if not one.hangs]
    if moving:
        yield from _see_through(sight, next((one for one in moving if _came_after_all(one)), moving[-1]))
        return
    yield from tidy(sight, said)
    over = sight.board.mitigated is not None and not sight.relapsed
    if not over and not _well(sight) and not _work_under_way(sight, said):
        yield from (following or _next)(sight, said)


def _came_after_all(attempt: Attempt) -> bool:
    """Whether it hung, was made in the end, and nobody has watched it yet."""
    return attempt.hung is not None and attempt.done is not None and not attempt.verifications


def _work_under_way(sight: Sight, said: set[str]) -> bool:
    """Whether somebody is at something that is waited for.

    A request that nobody took is not waited for, nor a look that only fills the time.
    """
    return any(
        work.owner
        and work.what in ("investigate", "check", "change", "revert")
        and not (work.what == "investigate" and f"beside {work.subject}" in said)
        for work in sight.board.work.values()
    )


def _well(sight: Sight) -> bool:
    """The last change, no mere part, brought recovery; alerts lag and are given time to agree."""
    last = next((each for each in reversed(sight.board.changes) if each.verified is not None), None)
    if last is None or last.result != "recovered" or _enables(sight, last.change):
        return False
    return not sight.board.alerts or sight.now - (last.verified or 0) < _alerts_lag(sight)


def _alerts_lag(sight: Sight) -> int:
    organisation = sight.organisation
    firing = [alert.signal for alert in organisation.alerts if alert.name in sight.board.alerts]
    return max([ALERTS_LAG, *(organisation.signals[signal].lag + 3 * MINUTE for signal in firing)])


def _see_through(sight: Sight, attempt: Attempt) -> Iterator[str]:
    """A change under way is waited for; once made, it is verified by whoever is at hand."""
    yield from answer(sight, attempt)
    if attempt.done is None or attempt.reverting is not None:
        return
    if not _watching(sight):
        person = _watcher(sight, attempt)
        if person:
            yield f"verify {attempt.change} by {sight.name(person)}{_for_a_turn(sight)}"


def _watcher(sight: Sight, attempt: Attempt) -> str:
    """Who watches what a change did: who made it, or somebody else while they have other work in hand."""
    at_hand = [attempt.owner, *sight.led] if attempt.owner in sight.led else list(sight.led)
    return next((one for one in at_hand if not sight.busy(one)), at_hand[0] if at_hand else "")


def _watching(sight: Sight) -> bool:
    return any(work.owner and work.what == "verify" for work in sight.board.work.values())


def _for_a_turn(sight: Sight) -> str:
    """What went away before anything was done about it is watched long enough to see it come back."""
    made = min(
        (attempt.done for attempt in sight.board.changes if attempt.done is not None), default=sight.now
    )
    went = any(entry.at < made for entry, _ in each(sight.seen, AlertCleared))
    return f" for {TURN}" if went else ""


def _enables(sight: Sight, change: str) -> bool:
    """Whether another change only works while this one is in place."""
    return change in _parts(sight.scenario)


@lru_cache(maxsize=64)
def _parts(scenario: Scenario) -> frozenset[str]:
    """The changes that others need to be in place."""
    outcomes = (outcome for under in scenario.outcomes.values() for outcome in under.values())
    return frozenset(change for outcome in outcomes for change in outcome.after)


def _next(sight: Sight, said: set[str]) -> Iterator[str]:
    advice = advise(sight)
    broken = mending(sight, advice)
    if broken:
        yield from _by_somebody(sight, broken, advice, said)
        return
    if advice.failing <= OVER:
        yield from watch(sight) if sight.board.alerts else _once_more(sight)
        return
    if _quiet(sight):
        if _watching(sight):
            return
        yield from _look_again(sight, said)
        if _more_of_it(sight, _sensible(sight, advice)):
            last = sight.board.changes[-1].verified or 0
            yield from ["signals"] if sight.looked < last else watch(sight) if sight.all_well else []
            if sight.all_well:
                return
    if not advice.worth_it and goes_by_itself(sight, advice.belief):
        yield from watch(sight)
        return
    if not advice.worth_it and not passing(sight):
        yield from _slow_way(sight, said)
    yield from _chosen(sight, advice, said)


def _chosen(sight: Sight, advice: Advice, said: set[str]) -> Iterator[str]:
    """The best choice, where there is one that is worth it and nothing stands against it yet."""
    choice = _sensible(sight, advice)
    if not (advice.worth_it or advice.gains(choice)):
        yield from watch(sight)
        return
    if choice.kind == "change" and too_cold(sight, sight.runbook(choice.name)):
        yield from _meanwhile(sight, choice.name, advice, said)
        return
    yield from _by_somebody(sight, choice, advice, said)


def _by_somebody(sight: Sight, choice: Choice, advice: Advice, said: set[str]) -> Iterator[str]:
    """A choice for whoever is free for it, or the page that brings one."""
    place = choice.name if choice.kind == "look" else sight.runbook(choice.name).on
    person = sight.hands(place) if choice.kind == "look" else maker(sight, place)
    if not person:
        page = next(filter(None, fetched(sight, place)), "")
        yield page or _beside(sight, advice, said)
        return
    if sight.scenario.boss and sight.tired(person) and sight.coming(place):
        return
    yield from _do(sight, choice, person, said)


def _beside(sight: Sight, advice: Advice, said: set[str]) -> str:
    """A look at the best place that somebody here can see: while one waits for others it takes no time."""
    looks = [name for name in advice.quotes.names if name[0] == "look" and _fresh(sight, *name)]
    open_to = [name for name in looks if sight.hands(name[1]) and advice.quotes.useful(name)]
    if not open_to:
        return ""
    place = advice.first(1, open_to)[0].name
    said.add(f"beside {place}")
    return f"investigate {place} by {sight.name(sight.hands(place))} within {TIMEBOX}"


def _told(sight: Sight) -> list[Attempt]:
    """The changes of which somebody has told what they did, in order."""
    return [attempt for attempt in sight.board.changes if attempt.verified is not None]


def _once_more(sight: Sight) -> Iterator[str]:
    """It should be over and no alert fires any more: whether it is, is watched again."""
    told = _told(sight)
    if not told or not sight.led or _watching(sight) or told[-1].result == "recovered":
        return
    if sight.now - max(watch.at or 0 for watch in told[-1].verifications) >= WATCHES:
        yield f"verify {told[-1].change} by {sight.name(sight.led[0])}{_for_a_turn(sight)}"


def _quiet(sight: Sight) -> bool:
    """Whether the last change made it better and no alert that went off fires any more."""
    told = _told(sight)
    cleared = any(True for _ in each(sight.seen, AlertCleared))
    return cleared and not sight.board.alerts and bool(told) and told[-1].result == "better"


def _more_of_it(sight: Sight, choice: Choice) -> bool:
    """Whether the best there is would be more of what has just helped: none is needed while nobody fails."""
    told = _told(sight)
    return choice.kind == "change" and choice.name == told[-1].change and not told[-1].staged


def _look_again(sight: Sight, said: set[str]) -> Iterator[str]:
    """What was better and has gone quiet may be over by now: it is watched again, once for each change."""
    last = _told(sight)[-1].id
    again = next(_once_more(sight), "")
    if again and f"again {last}" not in said:
        said.add(f"again {last}")
        yield again


def _slow_way(sight: Sight, said: set[str]) -> Iterator[str]:
    """The quick options are used up: what is slow and sure is begun, once."""
    tried = {a.change for a in sight.board.changes if not a.staged or a.result in ("same", "worse")}
    hotfixes = [c for c in sight.organisation.runbook.values() if c.kind == "hotfix" and c.name not in tried]
    slow = [change for change in hotfixes if change.name in sight.scenario.outcomes]
    person = sight.hands(slow[0].on) if slow else ""
    if person:
        why = f"what is quick is used up{or_else(sight, slow[0], advise(sight))}"
        yield from _ordered(sight, slow[0], person, said, why)


def _meanwhile(sight: Sight, change: str, advice: Advice, said: set[str]) -> Iterator[str]:
    """While a cache refills: the other parts that the change may need, then a look at the signals.

    A part that was made before the change itself, and lifted by it, has to be made again.
    """
    under = sight.scenario.outcomes[change]
    likely = [cause for cause, share in advice.belief.ranked if share >= PLAUSIBLE and cause in under]
    parts = dict.fromkeys(part for cause in likely for part in under[cause].after)
    stand = in_place(sight.seen, sight.now)
    when = {attempt.change: attempt.done or 0 for attempt in sight.board.changes}
    for part in (part for part in parts if part not in stand or when.get(part, 0) < when.get(change, 0)):
        person = sight.hands(sight.runbook(part).on)
        if person:
            yield from _do(sight, advice.of("change", part), person, said)
    yield from watch(sight)


def _sensible(sight: Sight, advice: Advice) -> Choice:
    """The best choice that is not done already: a check is made once, a useless change not again."""
    if _fresh(sight, advice.best.kind, advice.best.name):
        return advice.best
    fresh = [name for name in advice.quotes.names if _fresh(sight, *name)]
    return advice.first(1, fresh)[0] if fresh else advice.best


def _fresh(sight: Sight, kind: ChoiceKind, name: str) -> bool:
    """Whether a decision has not been made already, or is worth making again."""
    match kind:
        case "check":
            return bool(sight.scenario.dangers_of(name)) and not _checked(sight, name)
        case "look":
            return name not in {clue.place for clue in sight.board.clues}
        case _:
            tried = [each for each in sight.board.changes if each.change == name]
            useless = [each for each in tried if each.result in ("same", "worse") or each.failed is not None]
            if any(each.hangs for each in tried):
                return False
            return not useless or _completed_since(sight, useless[-1])


def _completed_since(sight: Sight, tried: Attempt) -> bool:
    """Whether what a change may need has been made since, or the tool that failed it had time to mend."""
    under = sight.scenario.outcomes.get(tried.change, {})
    parts = {part for outcome in under.values() for part in outcome.after}
    ended = max(tried.done or 0, tried.failed or 0)
    made_since = (each for each in sight.board.changes if (each.done or 0) > ended)
    mended = tried.failed is not None and sight.now - ended > TOOL_MENDS
    return mended or any(each.change in parts for each in made_since)


def _do(sight: Sight, choice: Choice, person: str, said: set[str]) -> Iterator[str]:
    name = sight.name(person)
    if choice.kind == "look":
        yield f"investigate {choice.name} by {name} within {TIMEBOX}"
        return
    change = sight.runbook(choice.name)
    if choice.kind == "check" or (change.hazards and not _checked(sight, choice.name)):
        yield f"check {choice.name} by {name}"
        return
    advice = advise(sight)
    if passing(sight) or over_before(sight, advice.belief, change):
        yield from watch(sight)
        return
    yield from _ordered(sight, change, person, said, reason(sight, change, advice))


def _ordered(sight: Sight, change: Change, person: str, said: set[str], why: str) -> Iterator[str]:
    """The order, in the small form first, or what has to be asked before it."""
    staged = bool(change.staged) and f"staged {change.name}" not in said
    before = [*what_changed(sight, said, person), *objections(sight, change, staged)]
    before += keep_evidence(sight, change, staged, person)
    if before:
        yield before[0]
        return
    if staged:
        said.add(f"staged {change.name}")
    form = " staged" if staged else ""
    yield f"order {change.name} by {sight.name(person)}{form} because {why}"


def _checked(sight: Sight, change: str) -> bool:
    return any(fact.change == change for _, fact in each(sight.seen, HazardChecked))


def advise(sight: Sight) -> Advice:
    """Every next decision with what it is expected to cost, on what this seat had been told."""
    told = evidence(sight.seen, sight.now, sight.scenario)
    place = in_place(sight.seen, sight.now)
    tried = made(sight.seen, sight.now) | hanging(sight.seen, sight.now)
    problem = Problem.of(sight.scenario, _rate(sight), now=sight.now // ROUGHLY * ROUGHLY)
    advice = problem.advise(told, place, tried)
    if advice.failing > OVER or _lately(sight):
        return advice
    # It should be over and is not: what seemed to help did not, or not for long.
    doubted = tuple(piece for piece in told if not (isinstance(piece, EffectSeen) and piece.seen == "helped"))
    return problem.advise(doubted, place, tried)


def _lately(sight: Sight) -> bool:
    """Whether it was verified not long ago, or a queue drains since: what is left may still fade."""
    last = max([attempt.verified or 0 for attempt in sight.board.changes], default=0)
    return sight.now - last < FADES or sight.draining(last)


def _rate(sight: Sight) -> float:
    """Customers failing, as far as this seat can know: from the journeys that were seen not to work."""
    shares = {signal.of: sight.readings.get(name) for name, signal in sight.organisation.signals.items()}
    journeys = sight.organisation.journeys
    seen = ((journeys[name].share, shares.get(name)) for name in sight.affected)
    failing = sum(share * (1 - success) for share, success in seen if success is not None)
    return in_round_numbers(max(FEWEST, sight.organisation.customers * (failing or GUESSED_SHARE)))
