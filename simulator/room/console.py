"""What the facilitator's console is sent beside the channel: injects, nudges, and words.

No other seat is ever sent any of it.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from simulator.domain import command as said
from simulator.domain.duration import show_clock, show_minutes
from simulator.domain.entry import each
from simulator.domain.fact import HintGiven, Nudged
from simulator.domain.guidance import MOST_NUDGES, MOST_SECONDS, MOST_SHARE, Upcoming
from simulator.domain.scenario import Condition, Effect, Inject
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.exercise import Exercise
from simulator.exercise.dues import dues
from simulator.exercise.sight import Sight
from simulator.grammar import VERBS, Vocabulary
from simulator.room.forms import may
from simulator.room.seats import SEATS

Json = Mapping[str, Any]
_EVERYBODYS = (said.Look, said.Help, said.Wait, said.Skip)
"""What goes without saying."""


def console(exercise: Exercise) -> Json:
    """How injects and nudges stand now."""
    injects, company = exercise.all_injects, exercise.scenario.organisation
    own = len(exercise.scenario.injects)
    nudges = [(entry.at, fact) for entry, fact in each(exercise.entries, Nudged)]
    return {
        "injects": [
            {
                **_inject(injects[stands.number - 1], stands),
                "own": stands.number > own,
                "who": company.called(injects[stands.number - 1].who),
            }
            for stands in exercise.injects
        ],
        "nudges": {
            "left": MOST_NUDGES - len(nudges),
            "acting": [
                {"service": fact.service, "pull": fact.pull, "amount": fact.amount, "until": at + fact.lasts}
                for at, fact in nudges
                if at + fact.lasts > exercise.now
            ],
        },
        "hints": [
            {"to": fact.to, "step": fact.step, "text": fact.text, "at": entry.at}
            for entry, fact in each(exercise.entries, HintGiven)
        ],
        "ahead": sorted((*_dues(exercise), *_coming(exercise)), key=lambda one: one["at"]),
    }


def _dues(exercise: Exercise) -> Iterator[Json]:
    """Who expects word by when: a clock that runs fast makes it late."""
    for due in dues(Sight(exercise, COMMANDER)):
        if due.at > exercise.now:
            owed = "the update promised to" if due.promised else "an update to"
            yield {"at": due.at, "what": f"{owed} {due.audience} is due"}


def _coming(exercise: Exercise) -> Iterator[Json]:
    """The injects that only wait for their time, or for a time that runs already."""
    for stands in exercise.injects:
        if stands.due is not None and stands.due > exercise.now:
            inject = exercise.all_injects[stands.number - 1]
            who = exercise.scenario.organisation.called(inject.who)
            does = (
                f"{who} {'steps in' if inject.swoops else 'says something'}" if who else "something happens"
            )
            yield {"at": stands.due, "what": f"{does} (inject {stands.number})"}


def sayings(exercise: Exercise) -> Json:
    """What the facilitator's forms offer; it never changes."""
    vocabulary, _ = exercise.words_of(FACILITATOR)
    return {
        "speakers": _offered(vocabulary, "SPEAKER"), "seniors": _offered(vocabulary, "SENIOR"),
        "wants": _offered(vocabulary, "WANT"), "services": _offered(vocabulary, "SERVICE"),
        "pulls": _offered(vocabulary, "PULL"), "seats": _offered(vocabulary, "SEAT"),
        "bounds": {seat: _bounds(seat) for seat in SEATS},
        "most": {"share": MOST_SHARE, "minutes": MOST_SECONDS // 60, "nudges": MOST_NUDGES},
    }  # fmt: skip


def _bounds(seat: str) -> Json:
    """What may be said from a seat, and what not: before somebody is told to do it."""
    allowed = may(seat)
    rows = [row for row in VERBS.rows if row.kind not in _EVERYBODYS]
    return {
        "may": list(dict.fromkeys(row.verb for row in rows if row.kind.__name__ in allowed)),
        "not": list(dict.fromkeys(row.verb for row in rows if row.kind.__name__ not in allowed)),
    }


def _offered(vocabulary: Vocabulary, kind: str) -> list[Json]:
    names = vocabulary.kinds[kind]
    return [
        {"say": names.spoken(name.value), "label": name.label, "about": name.meaning}
        for name in names.entries
    ]


def _inject(inject: Inject, stands: Upcoming) -> Json:
    """One inject: what it is, what it waits for, and how it stands."""
    return {
        "number": stands.number,
        "state": stands.state,
        "at": stands.at,
        "says": stands.says,
        "written": inject.says if stands.says != inject.says else "",
        "steps_in": inject.swoops,
        "does": [_does(effect) for effect in inject.effects],
        "every": show_minutes(inject.every) if inject.every else "",
        "waits": [
            {"for": waits_for(one), "holds": holds}
            for one, holds in zip(inject.conditions, stands.holds, strict=True)
        ],
        "unless": [waits_for(one) for one in inject.unless],
    }


def _does(effect: Effect) -> str:
    share = f"{effect.amount:g}x" if effect.kind == "slow" else f"{100 * effect.amount:+.0f} %"
    return f"{effect.kind} {share} on {effect.to}"


def waits_for(one: Condition) -> str:
    """A condition in plain words."""
    span = show_minutes(one.seconds)
    said = {
        "time": f"at {show_clock(one.seconds)}",
        "silence": f"{one.subject} has heard nothing for {span}",
        "impact": f"customers have been affected for {span}",
        "change": f"{span} after '{one.subject}' took effect",
        "helped": f"{span} after '{one.subject}' took effect and helped",
        "in place": f"'{one.subject}' has been in place for {span}",
        "declared": f"{span} after the declaration",
        "regraded": f"{span} after the severity was changed",
        "mitigated": f"{span} after it was called mitigated",
        "told": f"{span} after {one.subject} was first told",
        "unled": f"nobody has led for {span}",
        "real": f"the hazard '{one.subject}' is real",
    }
    return said[one.trigger]
