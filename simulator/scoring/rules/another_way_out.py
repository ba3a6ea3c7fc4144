"""Another way out: when the status page takes nothing, customers soon hear by another route.

A stretch begins with the first update to the status page that did not go out, and ends with the next one that
did: sent another way (`via mail`), or on the page when it worked again. That has to be within `other route
within`. Later earns less, and nothing at three times that time, or when none ever went out. To try the same
page again and again is no route, and makes no new stretch either.

Why: a status page that needs what is ill falls silent when it is asked for most. Those of AWS (S3, 2017),
Google, Heroku and PagerDuty (all 2025) did, and their customers heard late or from others (F12).

Exception: an incident that was over before the time was up; a page that failed when somebody else led. A
timeline of a real incident does not show what did not go out.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:08:00 post-failed audience="status page" state=investigating by=you says="It does not take it."
    0:10:00 posted audience="status page" state=investigating via=mail
    0:40:00 resolved

Fail:
    0:03:00 declared severity=P1 commander=you
    0:08:00 post-failed audience="status page" state=investigating by=you says="It does not take it."
    0:14:00 post-failed audience="status page" state=investigating by=you says="It does not take it."
    0:40:00 posted audience="status page" state=monitoring
    0:50:00 resolved
"""

from collections.abc import Iterator, Sequence

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, about
from simulator.domain.fact import Posted, PostFailed
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import Case
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.words import clock, minutes

NAME = "another-way-out"
AXIS: Axis = "communication timeliness"
NOTHING_AT = 3
"""Who heard after so many times as long earns nothing (assumption)."""


def marks(case: Case) -> Iterator[Mark]:
    """A mark for every stretch in which the status page took nothing."""
    if not case.hears(PUBLIC):
        return
    for failed, heard in _stretches(about(case.seen, frozenset({Posted, PostFailed}))):
        if failed[0].at <= case.over and case.leads(failed[0].at):
            yield from _judged(case, failed, heard)


def _stretches(lines: Sequence[Entry]) -> Iterator[tuple[list[Entry], Entry | None]]:
    """Updates in a row that did not go out, with the next one to customers that did."""
    failed: list[Entry] = []
    for line in lines:
        match line.fact:
            case PostFailed():
                failed.append(line)
            case Posted(update=update) if update.audience == PUBLIC and failed:
                yield failed, line
                failed = []
            case _:
                pass
    if failed:
        yield failed, None


def _judged(case: Case, failed: list[Entry], heard: Entry | None) -> Iterator[Mark]:
    within = round(case.doctrine.threshold("other route within"))
    since, due = failed[0].at, failed[0].at + within
    what = f"The update to customers of {clock(since)} did not go out"
    if heard is not None and heard.at <= max(case.over, due):
        took = heard.at - since
        summary = f"{what}; they heard {_route(heard)} {minutes(took)} later (allowed: {minutes(within)})."
        earned = falling(took, within, NOTHING_AT * within)
        lines = cited(*(line.number for line in failed), heard.number)
        yield Mark(NAME, AXIS, earned, 1.0, summary, lines, heard.at)
    elif case.over >= due:
        tried = [line.number for line in failed if line.at <= due]
        again = f", tried {len(tried)} times," if len(tried) > 1 else ""
        summary = f"{what}{again} and no other way was found by {clock(due)}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, cited(*tried), due)


def _route(heard: Entry) -> str:
    """Which way it went out in the end."""
    via = heard.fact.update.via if isinstance(heard.fact, Posted) else ""
    return f"via {via}" if via else "on the page"
