"""Freeze other change: soon after a severe incident is declared, other teams stop changing production.

At the two highest severities other changes are stopped `freeze within` from the declaration, or from the
rise to such a severity. Later earns less, and nothing at three times that time. Thawing while customers
are still known to be failing loses half, whatever it was called.

Why: what other teams go on changing moves the graphs and can be the next cause. GitHub locked its
deployments a quarter of an hour into an outage (GH18), GitLab asks that flags stay as they are during its
two highest levels (GL-CHATOPS81; B8).

Exception: a real timeline, which does not tell; lower severities, and an incident that was over before the
time was up.

Pass:
    0:03:00 declared severity=P1 commander=you
    0:06:00 frozen
    0:40:00 noted text="going on"

Fail:
    0:03:00 declared severity=P1 commander=you
    1:00:00 noted text="the 22:00 release went out as planned"
"""

from collections.abc import Iterator

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry, first
from simulator.domain.fact import Frozen, Unfrozen
from simulator.scoring.case import Case, Span
from simulator.scoring.falling import falling
from simulator.scoring.mark import Mark, cited
from simulator.scoring.relieved import pressing_until
from simulator.scoring.words import clock, minutes

NAME = "freeze-other-change"
AXIS: Axis = "command"
NOTHING_AT = 3
THAWED = 0.5


def marks(case: Case) -> Iterator[Mark]:
    """One mark for the incident, once it was severe for long enough."""
    span = next((span for span in case.spans if span.severity in case.doctrine.severe), None)
    if span is None or case.records.real:
        return
    within, frozen = case.doctrine.threshold("freeze within"), first(case.seen, Frozen)
    if frozen is not None and frozen.at <= max(case.over, span.since + within):
        yield _frozen(case, span, frozen, within)
    elif case.over >= span.since + within:
        summary = (
            f"Other changes were never stopped, though it was {span.severity} from {clock(span.since)} on."
        )
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (span.entry,), span.since + round(within))


def _frozen(case: Case, span: Span, frozen: Entry, within: float) -> Mark:
    late, thawed = max(0, frozen.at - span.since), _thawed(case, frozen)
    earned = falling(late, within, NOTHING_AT * within) * (THAWED if thawed else 1)
    summary = f"Other changes were stopped at {clock(frozen.at)}, {minutes(late)} in"
    summary += f", and let loose at {clock(thawed.at)} with customers still failing." if thawed else "."
    lines = cited(span.entry, frozen.number, *([thawed.number] if thawed else ()))
    return Mark(NAME, AXIS, earned, 1.0, summary, lines, frozen.at)


def _thawed(case: Case, frozen: Entry) -> Entry | None:
    """The line on which the freeze was lifted too soon, and not put back in place at once."""
    for entry in case.seen:
        early = entry.number > frozen.number and entry.at < pressing_until(case)
        if isinstance(entry.fact, Unfrozen) and early and case.affected(entry.at):
            return entry
    return None
