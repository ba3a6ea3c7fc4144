"""What a real incident gives to the first draft of an outage: name, day, length, and what was done."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from simulator.authoring.start.fill import written
from simulator.domain.duration import DAY, MINUTE, show_duration
from simulator.domain.history import Event, EventKind, History

LONGEST = 30 * DAY
"""What happened later than this belongs to no outage that could be played."""
MOST_EVENTS, MOST_LETTERS = 80, 240
_NOTICED: tuple[EventKind, ...] = ("alert", "page", "declare", "post")
_STEP, _SHORTEST, _LONGEST_PLAY = 5 * MINUTE, 30 * MINUTE, 120 * MINUTE


def past(history: History) -> dict[str, str]:
    """The words of the template that a history fills."""
    zero = noticed(history)
    told = [event for event in history.events if zero <= event.at <= LONGEST][:MOST_EVENTS]
    length = min(_LONGEST_PLAY, max(_SHORTEST, -(-(history.end - zero) // _STEP) * _STEP))
    day = datetime.fromisoformat(history.began).strftime("%Y-%m-%d") if history.began else ""
    what = ", ".join(part for part in (history.title or "Write what happened", day) if part)
    words = {
        "length": show_duration(length),
        "what": written(_short(f"{what}.")),
        "places": _short(", ".join(history.places)),
        "history": "\n".join(
            [*(f"  # {line}" for line in _notes(history, zero, told)), *(_event(each, zero) for each in told)]
        ),
    }
    if zero:
        words["began"] = show_duration(zero)
    if history.title:
        words["title"] = written(_short(history.title))
    if history.source:
        words["source"] = written(_short(history.source))
    return words


def noticed(history: History) -> int:
    """The second at which a play begins: the first alarm, page, declaration or post.

    What a commander can be held against begins there; a record that tells of none begins with itself.
    """
    seen = history.first(*_NOTICED)
    return seen.at if seen and seen.at <= LONGEST else 0


def _event(event: Event, zero: int) -> str:
    said = f"{event.who}: {event.text}" if event.who and event.text else event.text
    text = f", text: {written(_short(said))}" if said else ""
    return f"  - {{at: {show_duration(event.at - zero)}, kind: {event.kind}{text}}}"


def _notes(history: History, zero: int, told: Sequence[Event]) -> Iterator[str]:
    before = sum(event.at < zero for event in history.events)
    if zero:
        yield "What came before anybody was told is left out; 'began' says how long that was."
    if told[:1] and told[0].kind == "post":
        yield "The record begins with the first post: add the minutes before it to each time, if known."
    later = len(history.events) - before - len(told)
    if later:
        yield f"{later} later events were left out."
    yield "Say it in your own words, and leave out what does not matter."


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1].rstrip()}…"
