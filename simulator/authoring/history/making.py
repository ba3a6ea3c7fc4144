"""A history from raw events: times and words are understood, or each that is not is a located problem."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from simulator.authoring.history.raw import Label, Place, Raw, Source, problem
from simulator.authoring.history.times import (
    EXPECTED,
    hint,
    moment_of,
    read_date,
    read_since,
    read_span,
    show_date,
)
from simulator.authoring.history.words import ALL, KINDS, STATUSES, plain, states
from simulator.authoring.near import did_you_mean, one_of
from simulator.authoring.problem import Problem
from simulator.authoring.reading import MOST, Reading, in_order
from simulator.domain.doctrine import STATES
from simulator.domain.duration import DAY
from simulator.domain.history import EVENT_KINDS, Event, EventKind, History
from simulator.domain.promises import UNCLEAR, Promise, promise
from simulator.domain.value import replace
from simulator.domain.week import WEEK


def make_history(raws: Sequence[Raw], label: Label, source: Source) -> Reading[History]:
    """The history of one incident, or all that is wrong with what was written of it."""
    if not raws:
        return Reading(None, (problem(source, label.place, "the timeline holds no event", "at least one"),))
    times = [_time(raw) for raw in raws]
    wrong = in_order(islice(_problems(raws, times, source), MOST), _unknown_records(label, source))
    if wrong:
        return Reading(None, wrong)
    seconds = [time[1] for time in times if time]
    dated = bool(times[0] and times[0][0])
    zero = min(seconds) if dated else min(0, *seconds)
    return Reading(_history(raws, [second - zero for second in seconds], zero if dated else None, label))


def _history(raws: Sequence[Raw], seconds: Sequence[int], zero: int | None, label: Label) -> History:
    pairs = sorted(zip(seconds, raws, strict=True), key=lambda pair: pair[0])
    return History(
        events=tuple(_event(at, raw, zero) for at, raw in pairs),
        title=plain(label.title),
        id=label.id,
        began="" if zero is None else show_date(zero),
        moment=None if zero is None else moment_of(zero) % WEEK,
        impact=label.impact,
        places=tuple(plain(place) for place in label.places),
        source=plain(label.source),
        page=label.page,
        planned=label.planned,
        records=_records(label),
    )


def _records(label: Label) -> tuple[EventKind, ...]:
    words = [word.strip().lower() for _, word in label.records]
    return EVENT_KINDS if ALL in words else tuple(dict.fromkeys(KINDS[word] for word in words))


def _event(at: int, raw: Raw, zero: int | None) -> Event:
    kind = KINDS[raw.kind.strip().lower()]
    about, state = plain(raw.about), states(kind).get(raw.state.strip().lower()) or ""
    event = Event(at, kind, plain(raw.text), plain(raw.who), about, state, raw.scope)
    if kind != "post":
        return event
    promised = _promise(event, raw, zero)
    return replace(event, next_in=promised.next_in, unclear=promised.unclear)


def _promise(event: Event, raw: Raw, zero: int | None) -> Promise:
    """What a post promised: as a field says, or its words, unless they may have been others at first."""
    if raw.next:
        return Promise(read_span(raw.next, event.at if zero is None else event.at + zero))
    if raw.edited:
        return UNCLEAR
    return promise(event.text, None if zero is None else (event.at + zero) % DAY)


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
            yield from _unknown_state(raw, source)
        if raw.next and read_span(raw.next, time[1] if time else 0) is None:
            expected = "a time such as 30m, or a date after the post such as 2026-03-04T14:05:00Z"
            yield problem(source, raw.at("next"), f"{raw.next[:60]!r} is no time of a next post", expected)


def _unknown_state(raw: Raw, source: Source) -> Iterator[Problem]:
    kind = KINDS.get(raw.kind.strip().lower())
    known = states(kind)
    shown = STATES if known is STATUSES else tuple(known)
    noun = "state of a post" if known is STATUSES else f"state of a {kind}"
    yield from _unknown(raw.state, known, shown, noun, (raw.at("state"), source))


def _unknown_records(label: Label, source: Source) -> Iterator[Problem]:
    for place, word in label.records:
        yield from _unknown(word, {**KINDS, ALL: ALL}, (ALL, *EVENT_KINDS), "kind of event", (place, source))


def _no_time(raw: Raw, source: Source) -> Problem:
    told = f"{raw.time[:60]!r} is no time" if raw.time.strip() else "the event has no time"
    return problem(source, raw.at("time"), told, EXPECTED, hint(raw.time))


def _unknown(
    word: str, known: Mapping[str, object], shown: Sequence[str], noun: str, at: tuple[Place, Source]
) -> Iterator[Problem]:
    if word.strip().lower() not in known:
        near = did_you_mean(word.strip(), tuple(each for each in known if each))
        yield problem(at[1], at[0], f"there is no {noun} {word[:60]!r}", one_of(shown), near)
