"""By the book: everyone who waits hears in time, and hears only what is known."""

from collections.abc import Iterator

from simulator.domain.doctrine import ALL_CLEAR, UpdateState
from simulator.domain.duration import MINUTE, show_duration
from simulator.domain.entry import about
from simulator.domain.fact import Posted, PostFailed
from simulator.domain.stakes import PUBLIC
from simulator.domain.update import Update
from simulator.exercise.players.book_known import cause_now, data_now, state_now
from simulator.exercise.players.book_words import words
from simulator.exercise.sight import Sight

AHEAD = 2 * MINUTE
"""An update takes a while to write, so it is begun this long before it is due."""
WRITING = 3 * MINUTE
"""For this long after asking for an update, it is taken to be on its way."""
LOOKED = 4 * MINUTE
"""What was seen so long ago is looked at again before it is told."""
FIRST_AHEAD = 4 * MINUTE
TO_CUSTOMERS: frozenset[type] = frozenset({Posted, PostFailed})


def news(sight: Sight, sent: dict[str, int]) -> Iterator[str]:
    """The updates that are due about now, the most urgent first. `sent` remembers when each was asked for."""
    yield from _swoops(sight, sent)
    yield from _by_another_way(sight, sent)
    for due, audience in sorted((due, audience) for audience, due in sight.due.items()):
        ahead = AHEAD if audience in sight.board.heard else FIRST_AHEAD
        asked = sight.now - sent.get(audience, -WRITING) < WRITING or _in_hand(sight, audience)
        if sight.now >= due - ahead and not asked:
            yield from look_first(sight)
            sent[audience] = sight.now
            if sight.affected and audience == PUBLIC:
                sent["scope"] = sight.now
            yield update(sight, audience, state_now(sight))
    yield from _scope(sight, sent)


def _by_another_way(sight: Sight, sent: dict[str, int]) -> Iterator[str]:
    """What the status page did not take goes out another way at once, with what is known by now."""
    at, failed = _not_taken(sight)
    if failed is not None and at >= sent.get(PUBLIC, 0) and not _in_hand(sight, PUBLIC):
        yield from look_first(sight)
        sent[PUBLIC] = sight.now
        yield update(sight, PUBLIC, failed.state if failed.state in ALL_CLEAR else state_now(sight))


def _not_taken(sight: Sight) -> tuple[int, Update | None]:
    """The last update to customers and when it was lost, where the status page did not take it."""
    for line in reversed(about(sight.seen, TO_CUSTOMERS)):
        match line.fact:
            case PostFailed(update=lost):
                return line.at, lost
            case Posted(update=one) if one.audience == PUBLIC:
                break
            case _:
                pass
    return 0, None


def _in_hand(sight: Sight, audience: str) -> bool:
    """Whether somebody is writing to an audience; a second update after it would say nothing new."""
    return any(work.what == "write" and work.subject == audience for work in sight.board.work.values())


def look_first(sight: Sight) -> Iterator[str]:
    """Nothing is told from memory: what the signals show now comes before what is said of it."""
    if sight.now - sight.looked > LOOKED:
        yield "signals"


def _swoops(sight: Sight, sent: dict[str, int]) -> Iterator[str]:
    """Whoever stepped in is answered first, unless what they wait for is being written."""
    for audience in sight.board.swoops:
        asked = sent.get(audience, -WRITING)
        if sight.now - asked >= WRITING or sight.board.heard.get(audience, -1) >= asked:
            if sight.board.wants.get(audience) not in ("eta", "severity", "command"):
                yield from look_first(sight)
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


def update(sight: Sight, audience: str, state: UpdateState) -> str:
    """An update with its scope, what is known besides, the next one's time, and words of its own."""
    verb = "post" if audience == PUBLIC else "brief"
    scope = f" affecting {', '.join(sight.affected)}" if sight.affected and state != "resolved" else ""
    data = data_now(sight) if state == "resolved" else ""
    known = f"{scope}{_cause(sight, audience, state)}{f' data {data}' if data else ''}"
    way = " via mail" if audience == PUBLIC and _not_taken(sight)[1] else ""
    promise = "" if state == "resolved" else f" next in {show_duration(_promise(sight, audience, state))}"
    return f'{verb} {audience} {state}{known}{promise}{way} saying "{words(sight, audience, state, data)}"'


def _cause(sight: Sight, audience: str, state: UpdateState) -> str:
    """People inside hear the cause once it is known; customers hear that it is found."""
    cause = cause_now(sight) if audience != PUBLIC and state == "identified" else ""
    return f' cause "{cause}"' if cause else ""


def _promise(sight: Sight, audience: str, state: UpdateState) -> int:
    return sight.cadence(audience, state) or 30 * MINUTE
