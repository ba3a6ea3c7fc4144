"""What a real incident gives to the first draft of an outage: name, day, length, and what was done."""

from collections.abc import Iterator
from datetime import datetime

from simulator.authoring.start.fill import written
from simulator.domain.duration import DAY, MINUTE, show_duration
from simulator.domain.history import Event, History

LONGEST = 30 * DAY
"""What happened later than this belongs to no outage that could be played."""
MOST_EVENTS, MOST_LETTERS = 80, 240
_STEP, _SHORTEST, _LONGEST_PLAY = 5 * MINUTE, 30 * MINUTE, 120 * MINUTE


def past(history: History) -> dict[str, str]:
    """The words of the template that a history fills."""
    told = [event for event in history.events if event.at <= LONGEST][:MOST_EVENTS]
    length = min(_LONGEST_PLAY, max(_SHORTEST, -(-history.end // _STEP) * _STEP))
    day = datetime.fromisoformat(history.began).strftime("%Y-%m-%d") if history.began else ""
    what = ", ".join(part for part in (history.title or "Write what happened", day) if part)
    words = {
        "length": show_duration(length),
        "what": written(_short(f"{what}.")),
        "places": _short(", ".join(history.places)),
        "history": "\n".join([*(f"  # {line}" for line in _notes(history, len(told))), *map(_event, told)]),
    }
    if history.title:
        words["title"] = written(_short(history.title))
    if history.source:
        words["source"] = written(_short(history.source))
    return words


def _event(event: Event) -> str:
    said = f"{event.who}: {event.text}" if event.who and event.text else event.text
    text = f", text: {written(_short(said))}" if said else ""
    return f"  - {{at: {show_duration(event.at)}, kind: {event.kind}{text}}}"


def _notes(history: History, told: int) -> Iterator[str]:
    if history.events[0].kind == "post":
        yield "The record begins with the first post: add the minutes before it to each time, if known."
    if told < len(history.events):
        yield f"{len(history.events) - told} later events were left out."
    yield "Say it in your own words, and leave out what does not matter."


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[: MOST_LETTERS - 1].rstrip()}…"
