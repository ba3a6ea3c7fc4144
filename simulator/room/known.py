"""The incident as a seat knows it. Truth is held back here: nothing of it leaves by another exit."""

from collections.abc import Mapping
from functools import cached_property

from simulator.domain.attempt import Attempt
from simulator.domain.audiences import unanswered
from simulator.domain.entry import each
from simulator.domain.fact import ChangePrepared, CustomersReported, Drafted, HazardChecked
from simulator.domain.organisation import Organisation
from simulator.domain.prose import Names
from simulator.domain.prose.people import work
from simulator.domain.prose.standing import standing
from simulator.domain.seats import COMMANDER, FACILITATOR
from simulator.domain.value import Value
from simulator.exercise import Exercise
from simulator.exercise.board import Board, Work
from simulator.exercise.dues import dues
from simulator.exercise.owed import owed, stands_by
from simulator.exercise.sight import Sight
from simulator.room.asked import Said, asked_for, given, seat_of
from simulator.room.channel import Json, update_of
from simulator.room.names import NOBODY, names_for
from simulator.room.seats import SEATS
from simulator.room.stage import fails_again, stage

EMPTY = "nobody"
"""Who leads while the commander's seat is empty and no program speaks from it."""


class Glance(Value, dict=True):
    """What the incident looks like from a seat, and by which names it is told.

    `called` are the names of those in the seats, `said` is what whoever said some words is called. `names`
    say `you` of whoever is told it, `by_name` of nobody.
    """

    exercise: Exercise
    seat: str
    called: Mapping[str, str]
    said: Said
    names: Names

    @cached_property
    def sight(self) -> Sight:
        """What the seat may have seen."""
        return Sight(self.exercise, self.seat)

    @cached_property
    def known(self) -> Board:
        """What the seat knows, put in order."""
        return self.sight.board

    @cached_property
    def by_name(self) -> Names:
        """What people are called where nobody is `you`."""
        return names_for(self.exercise, "", self.called)

    @property
    def company(self) -> Organisation:
        """The company that has the incident."""
        return self.exercise.scenario.organisation

    def asked(self, number: int) -> str:
        """Who asked for what line `number` tells, as the seat is told; empty where nobody did."""
        return asked_for(self.exercise, number, self.seat, self.said)


def board(
    exercise: Exercise,
    seat: str,
    called: Mapping[str, str] = NOBODY,
    said: Said = seat_of,
    reader: str | None = None,
) -> Json:
    """The incident at a glance, as far as a seat knows it.

    `called` are the names of those in the seats, `said` is what whoever said some words is called. It is
    told to a `reader` in another seat, or in none, if there is one.
    """
    names = names_for(exercise, seat if reader is None else reader, called)
    seen = Glance(exercise, seat, called, said, names)
    return {**_standing(seen), **_people(seen), **_work(seen), **_told(seen)}


def _standing(seen: Glance) -> Json:
    """How the incident stands, who leads it, and what the call is owed."""
    known, sight = seen.known, seen.sight
    relapse = fails_again(known, _went_dark(seen.exercise, known))
    return {
        "severity": known.severity,
        "stage": stage(known, sight.seen, relapse),
        "again": list(relapse),
        "declared": known.declared,
        "mitigated": known.mitigated,
        "resolved": known.resolved,
        "frozen": known.frozen,
        "leads": _leads(known.commander, seen.names, seen.called),
        "sits": seen.names[COMMANDER] if seen.called.get(COMMANDER) else "",
        "owed": _owed(sight, seen.called) if hears_what_is_owed(seen.seat) else [],
        "stands_by": list(stands_by(sight).values()),
        "sitrep": known.sitrep[1] if known.sitrep else "",
        "decisions": [{"at": at, "text": text} for at, text in known.decisions],
    }


def _people(seen: Glance) -> Json:
    """Who is there, in which role and mood, and what they found."""
    known, names = seen.known, seen.names
    return {
        "roles": [
            {"role": SEATS[role].title if role in SEATS else role, "person": seen.by_name[person]}
            for role, person in known.roles.items()
        ],
        "people": [
            {"id": person, "name": names[person], "state": state, "since": known.since.get(person),
             "team": _team(seen.company, person)}
            for person, state in known.people.items()
        ],
        "moods": [{"who": names[who], "mood": mood} for who, mood in known.moods.items() if mood != "calm"],
        "found": [{"who": names.start(c.person), "place": c.place, "says": c.says} for c in known.clues],
    }  # fmt: skip


def _work(seen: Glance) -> Json:
    """What is being done and was changed, and what stands ready."""
    known, names, tasks = seen.known, seen.names, given(seen.sight.seen)
    return {
        "work": [_piece(one, seen, tasks) for one in known.work.values()],
        "prepared": _prepared(seen.sight),
        "checked": {fact.change: entry.at for entry, fact in each(seen.sight.seen, HazardChecked)},
        "changes": [
            {**_change(one, names, seen.company), "asked": seen.asked(one.order)} for one in known.changes
        ],
        "workstreams": [
            {"name": name, "leader": names[one.leader], "scope": one.scope, "since": one.since,
             "within": one.within}
            for name, one in known.workstreams.items()
        ],
    }  # fmt: skip


def _piece(piece: Work, seen: Glance, tasks: Mapping[str, int]) -> Json:
    """A piece of work: what it is, who has it, since when, and by which words it is taken back."""
    return {
        "who": seen.names[piece.owner] if piece.owner else "",
        "what": work(piece.what, piece.subject),
        "since": piece.began,
        "started": piece.started is not None,
        "within": piece.within,
        "asked": seen.asked(tasks.get(piece.task, 0)),
        "withdraw": withdrawal(piece),
    }


def _told(seen: Glance) -> Json:
    """What alarms, what customers report, and what each audience heard, waits for or is about to be told."""
    known, sight, names = seen.known, seen.sight, seen.names
    asks = unanswered(sight.seen, seen.company).values()
    return {
        "notices": [{"audience": audience, "at": at} for audience, at in known.notices.items()],
        "reports": _reports(sight),
        "alerts": [{"name": name, "since": since} for name, since in known.alerts.items()],
        "dues": [{"audience": due.audience, "at": due.at, "promised": due.promised} for due in dues(sight)],
        "writing": [
            {"audience": one.audience, "who": names[one.seat], "out": one.out_at}
            for one in seen.exercise.writing
        ],
        "heard": [
            {"audience": audience, "state": known.states[audience], "at": at}
            for audience, at in known.heard.items()
        ],
        "swoops": list(known.swoops),
        "asks": [{"audience": one.audience, "who": names[one.who], "at": one.at} for one in asks],
        "wants": dict(known.wants),
        "drafts": _drafts(sight),
    }


def _reports(sight: Sight) -> Json | None:
    """When customers reported last, and how many had by then."""
    reports = [(entry.at, fact.count) for entry, fact in each(sight.seen, CustomersReported)]
    return {"at": reports[-1][0], "count": reports[-1][1]} if reports else None


CALLED = {"investigate": "look", "check": "check", "prepare": "preparation", "verify": "watch"}
"""What can be taken back, as one says it."""


def withdrawal(work: Work) -> str:
    """The words that take a request back, or somebody off it; empty where there are none."""
    kind = CALLED.get(work.what)
    return f"withdraw {kind} {work.subject}{f' by {work.owner}' if work.owner else ''}" if kind else ""


def _leads(commander: str, names: Names, called: Mapping[str, str]) -> str:
    """Who leads, as a seat is told."""
    empty = commander == COMMANDER and called.get(COMMANDER, EMPTY) == ""
    return EMPTY if empty else names[commander] if commander else ""


def _owed(sight: Sight, called: Mapping[str, str]) -> list[Json]:
    """What is owed; whoever sits in a seat has its role, though they have not spoken yet."""
    sat_in = [seat for seat, name in called.items() if name]
    return [{"what": each.what, "say": each.say} for each in owed(sight, sat_in)]


def hears_what_is_owed(seat: str) -> bool:
    """Whether a seat is told what the call is owed."""
    return seat in (COMMANDER, "deputy", FACILITATOR)


def _drafts(sight: Sight) -> list[Json]:
    """The updates that wait for approval, the last of each audience."""
    written = {e.fact.update.audience: e.fact.update for e in sight.seen if isinstance(e.fact, Drafted)}
    return [update_of(written[audience]) for audience in dict.fromkeys(sight.board.drafts)]


def _team(company: Organisation, person: str) -> str:
    return company.people[person].team if person in company.people else ""


def _went_dark(exercise: Exercise, known: Board) -> bool:
    """Whether the dashboards loaded when it was called mitigated, and do not load now: anybody sees that."""
    return known.mitigated is not None and not exercise.gauges and bool(exercise.shown(known.mitigated))


def _prepared(sight: Sight) -> list[Json]:
    """The changes that stand ready, each from when: those that nobody ordered since."""
    ready = {fact.change: entry.at for entry, fact in each(sight.seen, ChangePrepared)}
    ordered = {each.change: each.ordered for each in sight.board.changes}
    return [{"change": change, "at": at} for change, at in ready.items() if ordered.get(change, -1) < at]


def _change(attempt: Attempt, names: Names, company: Organisation) -> Json:
    page = company.runbook.get(attempt.change)
    return {
        "id": attempt.id,
        "change": attempt.change,
        "who": names[attempt.owner] if attempt.owner else "",
        "standing": standing(attempt),
        "open": attempt.closed is None,
        "ordered": attempt.ordered,
        "started": attempt.started,
        "done": attempt.done,
        "failed": attempt.failed is not None,
        "takes": int(page.mean) if page and not attempt.staged else None,
        "worn": attempt.worn_off,
        "lasting": page is not None and page.undo is None,
        "ended": attempt.reverted if attempt.reverted is not None else attempt.failed,
        "watched": [
            {"signal": watch.signal, "began": watch.began, "window": watch.window}
            for watch in attempt.verifications
            if watch.fact is None
        ],
    }
