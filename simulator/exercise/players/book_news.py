"""By the book: everyone who waits hears in time, and hears only what is known."""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE, show_duration
from simulator.domain.entry import each
from simulator.domain.fact import ClueFound
from simulator.exercise.players.sight import Sight

AHEAD = 2 * MINUTE
"""An update takes a while to write, so it is begun this long before it is due."""
WRITING = 3 * MINUTE
"""For this long after asking for an update, it is taken to be on its way."""
PUBLIC = "status page"
FIRST_AHEAD = 4 * MINUTE


def news(sight: Sight, sent: dict[str, int]) -> Iterator[str]:
    """The updates that are due about now, the most urgent first. `sent` remembers when each was asked for."""
    yield from _swoops(sight, sent)
    for due, audience in sorted(sight.dues()):
        ahead = AHEAD if audience in sight.board.heard else FIRST_AHEAD
        if sight.now >= due - ahead and sight.now - sent.get(audience, -WRITING) >= WRITING:
            sent[audience] = sight.now
            if sight.affected and audience == PUBLIC:
                sent["scope"] = sight.now
            yield update(sight, audience, state_now(sight))
    yield from _scope(sight, sent)


def _swoops(sight: Sight, sent: dict[str, int]) -> Iterator[str]:
    """Whoever stepped in is answered first, unless what they wait for is being written."""
    for audience in sight.board.swoops:
        asked = sent.get(audience, -WRITING)
        if sight.now - asked >= WRITING or sight.board.heard.get(audience, -1) >= asked:
            sent[audience] = sight.now
            yield _answer(sight, audience)


def _answer(sight: Sight, audience: str) -> str:
    """Someone senior hears what they came for: that there is no time yet, why it is that severe, or news."""
    match sight.board.wants.get(audience):
        case "eta":
            return f"answer {audience} no eta because we do not know yet"
        case "severity":
            return f"answer {audience} severity stays because customers are affected"
        case "command":
            return f"answer {audience} take command"
        case _:
            return update(sight, audience, state_now(sight))


def _scope(sight: Sight, sent: dict[str, int]) -> Iterator[str]:
    """The public hears what is affected soon after the first word, unless that said so already."""
    known = sight.affected and PUBLIC in sight.board.heard and sight.board.mitigated is None
    if known and "scope" not in sent:
        sent["scope"] = sent[PUBLIC] = sight.now
        yield update(sight, PUBLIC, state_now(sight))


def state_now(sight: Sight) -> str:
    """The state that may honestly be claimed."""
    if sight.board.resolved is not None:
        return "resolved"
    if sight.board.mitigated is not None:
        return "monitoring"
    found = any(attempt.result in ("recovered", "better") for attempt in sight.board.changes)
    return "identified" if found else "investigating"


def update(sight: Sight, audience: str, state: str) -> str:
    """An update with its scope, the next one's time, and a sentence that says something new."""
    verb = "post" if audience == PUBLIC else "brief"
    scope = f" affecting {', '.join(sight.affected)}" if sight.affected and state != "resolved" else ""
    promise = "" if state == "resolved" else f" next in {show_duration(_promise(sight, audience, state))}"
    return f'{verb} {audience} {state}{scope}{promise} saying "{_words(sight, state)}"'


def _promise(sight: Sight, audience: str, state: str) -> int:
    return sight.cadence(audience, state) or 30 * MINUTE


def _words(sight: Sight, state: str) -> str:
    if state == "resolved":
        return "This is resolved. All has worked again for a while; we know of no lost data."
    if state == "monitoring":
        return "Things work again. We keep watching before we call it resolved."
    looked = len({fact.place for _, fact in each(sight.seen, ClueFound)})
    tried = [attempt.change for attempt in sight.board.changes if attempt.started is not None]
    done = f" {len(tried)} of our measures are in place or have been ruled out." if tried else ""
    parts = f" {looked} parts of the system have been looked at." if looked else ""
    return f"We are working on it.{parts}{done}"
