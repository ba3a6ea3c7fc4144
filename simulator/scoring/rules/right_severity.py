"""Right severity: the level is the one that could be known to be right, at the declaration and from then on.

An outage's author writes which severity is right from when, in signs that the response can see. Judged is the
level that stands `escalate within` after the declaration, and then the share of the time for which a right
one stood. A level that is too low earns nothing; each level too high takes three tenths of it. Where two
levels can be defended either is right, unless the doctrine takes the higher when unsure: then the lower
earns a part. Never setting any earns nothing.

Why: the severity decides who is woken, who is told and what may be risked. Whoever is unsure takes the higher
(PD-SEV; A2), yet a top level for everything is paid for by people called for nothing (G7).

Exception: one revision soon after the declaration is free, as it may be revised once impact is known (seed;
A6). Being late with a rise is judged by `escalate-on-triggers` alone. What was right while customers failed
is right until it is called mitigated: after that, where nothing is written, and where the doctrine does not
know the level, nothing is judged.

Pass:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P2 commander=you
    0:06:00 severity-changed before=P2 severity=P1 because="a quarter cannot send"
    0:40:00 noted text="on it"

Fail:
    0:02:00 alert-fired alert="app errors" signal="app errors" pages=product
    0:03:00 declared severity=P3 commander=you
    0:40:00 noted text="on it"
"""

from collections.abc import Iterator, Sequence

from simulator.domain.doctrine import Axis
from simulator.domain.entry import Entry
from simulator.domain.value import Value
from simulator.scoring.case import Case, Span
from simulator.scoring.mark import Mark, cited
from simulator.scoring.recovery import soak
from simulator.scoring.warranted import Phase, fit, judged_until, known_well, phases, too_low
from simulator.scoring.words import clock, minutes

NAME = "right-severity"
AXIS: Axis = "severity"


class _Stretch(Value):
    """A level that stood while something was warranted, and how well it fitted."""

    span: Span
    phase: Phase
    since: int
    until: int
    fits: float

    @property
    def seconds(self) -> int:
        return self.until - self.since

    @property
    def lost(self) -> float:
        return (1 - self.fits) * self.seconds


def marks(case: Case) -> Iterator[Mark]:
    """A mark for the level at the beginning, and one for what stood after that."""
    run = phases(case)
    if run and case.declared is None and case.shows("declare"):
        yield from _never(case, run[0])
    elif run and case.declared is not None:
        yield from _opened(case, run, case.declared)
        yield from _held(case, run, case.declared)


def _never(case: Case, phase: Phase) -> Iterator[Mark]:
    due = case.declaration_due
    if due is not None and case.over >= due and (not case.impact or case.affected(due)):
        summary = f"No severity was ever set; {_what(phase)} was right: {phase.because}."
        yield Mark(NAME, AXIS, 0.0, 1.0, summary, (phase.entry,), due)


def _opened(case: Case, run: Sequence[Phase], declared: Entry) -> Iterator[Mark]:
    """The level once the time for a free revision is over."""
    within = round(case.doctrine.threshold("escalate within"))
    at = max(declared.at, min(declared.at + within, judged_until(case)))
    span = [span for span in case.spans if span.since <= at][-1]
    then = [phase for phase in run if phase.since <= at and phase.until > declared.at]
    if then and case.doctrine.knows(span.severity):
        phase = max(then, key=lambda phase: fit(case.doctrine, span.severity, phase.levels))
        earned = fit(case.doctrine, span.severity, phase.levels)
        revised = "Declared" if span.entry == declared.number else f"Declared at {clock(declared.at)}, set to"
        told = f"{revised} {span.severity} at {clock(span.since)}; {_verdict(case, span, phase)}"
        lines = cited(declared.number, span.entry, phase.entry)
        yield Mark(NAME, AXIS, earned, 1.0, f"{told}: {phase.because}.", lines, at)


def _held(case: Case, run: Sequence[Phase], declared: Entry) -> Iterator[Mark]:
    """What stood after the beginning, by the time for which it stood."""
    within = round(case.doctrine.threshold("escalate within"))
    stretches = list(_stretches(case, run, declared.at + within, within))
    seconds = sum(one.seconds for one in stretches)
    if not stretches or seconds < within:
        return
    worst = max(stretches, key=lambda one: (one.lost, -one.since))
    earned = 1 - sum(one.lost for one in stretches) / seconds
    stood = f"{worst.span.severity} stood from {clock(worst.since)} to {clock(worst.until)}"
    told = f"{stood}, for {minutes(worst.seconds)}; {_verdict(case, worst.span, worst.phase)}"
    told = f"{told}: {worst.phase.because}{_beyond(case, worst)}.{_else(stretches, seconds)}"
    lines = cited(worst.span.entry, worst.phase.entry)
    yield Mark(NAME, AXIS, earned, 1.0, told, lines, worst.since)


def _beyond(case: Case, one: _Stretch) -> str:
    """That it stood on after customers were known to be well, for longer than that has to hold."""
    well = known_well(case)
    if well is None or well + soak(case, one.until) >= one.until:
        return ""
    said = case.mitigated is not None and case.mitigated.at == one.until
    until = "until it was called mitigated" if said else f"until {clock(one.until)}"
    return f", up to {clock(well)}; customers were known to be well from then on, and it was kept {until}"


def _else(stretches: Sequence[_Stretch], seconds: int) -> str:
    """For how long a right level stood, where the stretch that is told of was not right."""
    right = sum(one.seconds for one in stretches if not one.lost)
    return f" A right level stood for {minutes(right)} of {minutes(seconds)}." if 0 < right < seconds else ""


def _stretches(case: Case, run: Sequence[Phase], begins: int, within: int) -> Iterator[_Stretch]:
    ends = judged_until(case)
    for span in case.spans:
        if not case.doctrine.knows(span.severity):
            continue
        for before, phase in zip((None, *run), run, strict=False):
            since = max(begins, span.since, phase.since)
            if before is not None and fit(case.doctrine, span.severity, before.levels) == 1:
                if too_low(case.doctrine, span.severity, phase.levels):
                    continue
                since = max(since, phase.since + within)
            until = min(ends, span.until, phase.until)
            if since < until:
                fits = fit(case.doctrine, span.severity, phase.levels)
                yield _Stretch(span, phase, since, until, fits)


def _verdict(case: Case, span: Span, phase: Phase) -> str:
    what = _what(phase)
    if too_low(case.doctrine, span.severity, phase.levels):
        return f"{what} was right, and it was too low"
    fits = fit(case.doctrine, span.severity, phase.levels)
    if span.severity in phase.levels:
        return f"{what} was right" if fits == 1 else f"{what} could be defended, and unsure means the higher"
    return f"{what} was right, and it was too high"


def _what(phase: Phase) -> str:
    return " or ".join(phase.levels)
