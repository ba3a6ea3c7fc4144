"""By the book: what an update says in words. Customers hear what they feel; people inside what is done."""

from collections.abc import Iterator

from simulator.domain.attempt import Attempt
from simulator.domain.doctrine import UpdateState
from simulator.domain.entry import each
from simulator.domain.fact import ClueFound, CustomersReported
from simulator.domain.stakes import PUBLIC
from simulator.exercise.sight import Sight

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def words(sight: Sight, audience: str, state: UpdateState, data: str) -> str:
    """A few sentences, all of them things that are known."""
    return " ".join(_sentences(sight, audience, state, data))


def _sentences(sight: Sight, audience: str, state: UpdateState, data: str) -> Iterator[str]:
    if state == "resolved":
        yield "All has worked again for a while, and this is over."
        yield _SAFETY[data]
    elif state == "monitoring":
        yield "It works again. We keep watching before we call it over."
    else:
        yield from _felt(sight)
        yield from _done(sight) if audience == PUBLIC else _inside(sight)


_SAFETY = {
    "safe": "No data was lost.",
    "lost": "Some data was lost or is wrong; we write to everyone whom it concerns.",
    "unknown": "Whether any data was lost is still being checked.",
}


def _felt(sight: Sight) -> Iterator[str]:
    """What customers feel, in numbers as people say them; what nobody measures is not put in one."""
    signals = {
        signal.of: name for name, signal in sight.organisation.signals.items() if signal.shows == "success"
    }
    for journey in sight.affected:
        success = sight.readings.get(signals.get(journey, ""))
        if success is not None:
            yield f"To {journey} fails {max(1, round(100 * (1 - success)))} times in 100."


def _done(sight: Sight) -> Iterator[str]:
    """What is being done, for people who do not know our names for things."""
    tried = [attempt for attempt in sight.board.changes if attempt.started is not None]
    helped = [attempt for attempt in tried if attempt.helped]
    looked = len({fact.place for _, fact in each(sight.seen, ClueFound)})
    if tried and tried[-1].done is None and tried[-1].failed is None:
        yield f"Measure number {_number(len(tried))} is being put in place."
    elif tried and not tried[-1].result:
        yield f"Measure number {_number(len(tried))} is in place, and its effect is being measured."
    elif tried:
        yield made(len(tried), len(helped))
    if looked:
        yield f"Engineers examined {_number(looked)} of our parts so far."
    elif not tried:
        yield "Engineers are called together to examine it."


def made(taken: int, helped: int) -> str:
    """How many of the measures taken made a difference."""
    if taken == 1:
        return f"The one measure taken made {'a' if helped else 'no'} difference."
    return f"Of {_number(taken)} measures taken {_number(helped) if helped else 'none'} made a difference."


def _inside(sight: Sight) -> Iterator[str]:
    """What was examined and tried, for people who know the company's parts by name."""
    places = dict.fromkeys(fact.place for _, fact in each(sight.seen, ClueFound))
    tried = [attempt for attempt in sight.board.changes if attempt.started is not None]
    reports = [fact.count for _, fact in each(sight.seen, CustomersReported) if fact.count]
    if places:
        yield f"Examined: {', '.join(places).rstrip('?')}."
    if tried:
        yield f"Measures: {', '.join(f'{a.change} ({_came(a)})' for a in tried)}."
    if reports:
        yield f"Customers wrote {reports[-1]} times."
    if not places and not tried:
        yield "Engineers are called together to examine it."


def _came(tried: Attempt) -> str:
    if tried.hangs:
        return "stuck half-way"
    if tried.result is None:
        return "being measured" if tried.done is not None else "being made"
    came = {"recovered": "helped", "better": "helped", "same": "no effect", "worse": "made it worse"}
    return came[tried.result]


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
