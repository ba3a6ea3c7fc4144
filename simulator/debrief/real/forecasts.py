"""The times to recovery that customers of a real incident were told, each beside when it was over.

Whether such a time may be told is for the process to say; whether it came true is for the timeline. No points
are made of either: by what it was reckoned no timeline shows.
"""

import re
from collections.abc import Iterator

from simulator.debrief.real.measures import PRECISION
from simulator.domain.course import Sent
from simulator.domain.duration import DAY, show_clock, show_minutes
from simulator.domain.history import Event
from simulator.domain.number_words import NUMBER, UP_TO
from simulator.domain.promises import promise
from simulator.domain.stakes import PUBLIC
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.claims.recovery_time import SWITCH
from simulator.scoring.plain_words import promised
from simulator.scoring.plain_words.hedge import said_in_earnest

_EXPECTED = r"\b(?:expect|anticipat|estimat)\w*\b"
_OVER = (
    r"\b(?:recover\w*|resol(?:v|ut)\w*|restor\w*|clear\w*|complet\w*|back|fixed|normal|last"
    r"|(?:take|takes|taken) effect)\b"
)
_SOON = r"(?:about |around |roughly |approximately |the next |the |less than |under |at most |up to )*"
_LONG = rf"(?:{UP_TO}(?:{NUMBER})|half an) (?:minutes?|mins?|hours?|hrs?)"
_TIME = re.compile(
    rf"(?:(?:in|within) {_SOON}(?:{_LONG}|hour)\b"
    r"|(?:by|until|around|time is) \d{1,2}:[0-5]\d ?(?:utc|gmt)\b)",
    re.IGNORECASE,
)
_FORECAST = re.compile(
    rf"(?P<said>{_EXPECTED}[^.!?;]{{0,60}}?{_OVER})[^.!?;]{{0,30}}?{_TIME.pattern}", re.IGNORECASE
)
_NEXT_UPDATE = re.compile(r"\bupdates?\b", re.IGNORECASE)
_UNSAID = re.compile(r"\b(?:less than|under|at most|up to) ", re.IGNORECASE)


class ForecastLine(Value):
    """A time to recovery in an update: its words, by when that is (empty if not understood), what came."""

    clock: str
    words: str
    by: str
    came: str
    entry: int


def unasked(case: Case) -> str:
    """What the process says of them; empty where it lets times to recovery be told in public."""
    allowed = case.doctrine.switches.get(SWITCH, False)
    return "" if allowed else "This process asks not to give them in public."


def forecast_lines(case: Case) -> tuple[ForecastLine, ...]:
    """Every time to recovery that customers were told, in order."""
    return tuple(_lines(case))


def _lines(case: Case) -> Iterator[ForecastLine]:
    for one in case.sent(PUBLIC):
        words = _words(one.fact.update.text) if one.fact.update.state != "resolved" else ""
        if words:
            due = _due(case, one, words)
            by = show_clock(due) if due is not None else ""
            yield ForecastLine(show_clock(one.at), words, by, _came(case, one, due), one.entry)


def _words(text: str) -> str:
    """The words that tell when it will be over; empty when none do, or only of the next update."""
    for found in _FORECAST.finditer(text):
        if said_in_earnest(text, *found.span("said")) and not _NEXT_UPDATE.search(found[0]):
            return found[0]
    return promised(text)


def _due(case: Case, one: Sent, words: str) -> int | None:
    """The second of the time in some words, as that of the next update is read."""
    times = [found[0] for found in _TIME.finditer(words)]
    if len(times) != 1:
        return None
    moment = case.scenario.history.moment
    told = _UNSAID.sub("", times[0]).replace("time is", "by")
    read = promise(f"Next update {told}.", None if moment is None else (moment + one.at) % DAY)
    return None if read.next_in is None else one.at + read.next_in


def _came(case: Case, one: Sent, due: int | None) -> str:
    """When it was called over after that, and whether that was in time."""
    over = next(
        (event for event in case.scenario.history.events if event.at >= one.at and _ends(event)), None
    )
    if over is None:
        return "the record does not say when it was over"
    called = f"called {over.state or over.kind} at {show_clock(over.at)}"
    if due is None:
        return called
    late = over.at - due
    return f"{called}, {show_minutes(late)} after that" if late > PRECISION else f"{called}, by then"


def _ends(event: Event) -> bool:
    """Whether an event says that customers are well again."""
    return event.kind in ("mitigated", "resolved") or (event.kind == "post" and event.state == "resolved")
