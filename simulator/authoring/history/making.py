"""A history from raw events: times and words are understood, or each that is not is a located problem."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Literal

from simulator.authoring.history.raw import Label, Place, Raw, Source, problem
from simulator.authoring.history.times import EXPECTED, hint, moment_of, read_date, read_since, show_date
from simulator.authoring.history.words import KINDS, STATUSES, plain
from simulator.authoring.near import did_you_mean, one_of
from simulator.authoring.problem import Problem
from simulator.authoring.reading import MOST, Reading, in_order
from simulator.domain.doctrine import STATES, UpdateState
from simulator.domain.history import EVENT_KINDS, Event, History
from simulator.domain.week import WEEK


def make_history(raws: Sequence[Raw], label: Label, source: Source) -> Reading[History]:
    """The history of one incident, or all that is wrong with what was written of it."""
    if not raws:
        return Reading(None, (problem(source, label.place, "the timeline holds no event", "at least one"),))
    times = [_time(raw) for raw in raws]
    wrong = in_order(islice(_problems(raws, times, source), MOST))
    if wrong:
        return Reading(None, wrong)
    seconds = [time[1] for time in times if time]
    dated = bool(times[0] and times[0][0])
    zero = min(seconds) if dated else min(0, *seconds)
    return Reading(_history(raws, [second - zero for second in seconds], zero if dated else None, label))


def _history(raws: Sequence[Raw], seconds: Sequence[int], zero: int | None, label: Label) -> History:
    pairs = sorted(zip(seconds, raws, strict=True), key=lambda pair: pair[0])
    return History(
        events=tuple(_event(at, raw) for at, raw in pairs),
        title=plain(label.title),
        id=label.id,
        began="" if zero is None else show_date(zero),
        moment=None if zero is None else moment_of(zero) % WEEK,
        impact=label.impact,
        places=tuple(plain(place) for place in label.places),
        source=plain(label.source),
    )


def _event(at: int, raw: Raw) -> Event:
    kind = KINDS[raw.kind.strip().lower()]
    return Event(at, kind, plain(raw.text), plain(raw.who), plain(raw.about), _state(raw))


def _state(raw: Raw) -> UpdateState | Literal[""]:
    return STATUSES.get(raw.state.strip().lower()) or ""


def _time(raw: Raw) -> tuple[bool, int] | None:
    """Whether an event has a date, and its second; None when neither can be read."""
    date = read_date(raw.time)
    if date is not None:
        return True, date
    since = read_since(raw.time)
    return None if since is None else (False, since)


def _problems(
    raws: Sequence[Raw], times: Sequence[tuple[bool, int] | None], source: Source
) -> Iterator[Problem]:
    first = next((time for time in times if time), None)
    for raw, time in zip(raws, times, strict=True):
        if time is None:
            yield _no_time(raw, source)
        elif first and time[0] != first[0]:
            ways = ("a date", "a time since the beginning")
            told = f"{raw.time!r} is {ways[not time[0]]}, and the first event has {ways[not first[0]]}"
            yield problem(source, raw.at("time"), told, "one way of telling time in a timeline")
        yield from _unknown(raw.kind, KINDS, EVENT_KINDS, "kind of event", (raw.at("kind"), source))
        if raw.state:
            yield from _unknown(raw.state, STATUSES, STATES, "state of a post", (raw.at("state"), source))


def _no_time(raw: Raw, source: Source) -> Problem:
    told = f"{raw.time[:60]!r} is no time" if raw.time.strip() else "the event has no time"
    return problem(source, raw.at("time"), told, EXPECTED, hint(raw.time))


def _unknown(
    word: str, known: Mapping[str, object], shown: Sequence[str], noun: str, at: tuple[Place, Source]
) -> Iterator[Problem]:
    if word.strip().lower() not in known:
        near = did_you_mean(word.strip(), tuple(each for each in known if each))
        yield problem(at[1], at[0], f"there is no {noun} {word[:60]!r}", one_of(shown), near)
