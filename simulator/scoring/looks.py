"""Looks and pre-checks that everything waited for. Those in a row, with nothing tried in between, add up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from simulator.reasoning import ChoiceKind
from simulator.scoring.case import Case
from simulator.scoring.easy import asks_what_changed
from simulator.scoring.outlook import outlook
from simulator.scoring.passing import to_act_on
from simulator.scoring.weighing import Decision, weighed
from simulator.scoring.work import Work, changing, tasks


@dataclass(frozen=True, slots=True)
class Look:
    """An investigation or a pre-check that was given out."""

    kind: ChoiceKind
    work: Work


def waited_for(case: Case) -> Iterator[Decision]:
    """The looks given out while no change was under way, each weighed with those before it in a row."""
    for row in _rows(case):
        waited, until = 0.0, 0
        for one in row:
            ends = one.at + one.chosen.seconds
            more = max(0, ends - max(until, one.at)) / one.chosen.seconds
            until = max(until, ends)
            waited += more * one.regret
            if more:
                chosen = replace(one.chosen, cost=one.best.cost + waited)
                yield replace(one, regret=waited, chosen=chosen, times=more * one.times)


def _rows(case: Case) -> list[list[Decision]]:
    """Weighed looks, parted by the orders between them. Looks at the same time take the time of one."""
    orders = [attempt.order for attempt in case.attempts]
    rows: dict[int, list[Decision]] = {}
    for look in _idle_looks(case):
        one = _weighed(case, look)
        if one is not None:
            tried = sum(1 for order in orders if order < look.work.entry)
            rows.setdefault(tried, []).append(one)
    return list(rows.values())


def _idle_looks(case: Case) -> Iterator[Look]:
    """Looks while nothing was being changed, but for the question of what changed: it is worth its minute."""
    looks = [Look("look", work) for work in tasks(case, "investigate") if not asks_what_changed(work.about)]
    checks = [Look("check", work) for work in tasks(case, "check")]
    changes = list(changing(case))
    for look in sorted((*looks, *checks), key=lambda look: look.work.entry):
        given = look.work
        if not any(change.at(given.since) and change.entry < given.entry for change in changes):
            yield look


def _weighed(case: Case, look: Look) -> Decision | None:
    at, line = look.work.since, look.work.entry
    seen = outlook(case, at, line)
    choice = seen.of(look.kind, look.work.about) if seen else None
    if not (seen and choice):
        return None
    one = weighed(case, seen, choice, at, line)
    return replace(one, regret=one.regret * to_act_on(case, seen))
