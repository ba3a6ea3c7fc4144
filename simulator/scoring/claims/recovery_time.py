"""The time to recovery: never promised in public where the doctrine says so; elsewhere kept or broken.

Of a real incident it is no claim to be judged: its debrief sets it beside what came (`debrief.real`).
"""

from collections.abc import Iterator

from simulator.domain.duration import MINUTE
from simulator.domain.entry import each, first
from simulator.domain.fact import CalledMitigated, Replied, Resolved
from simulator.domain.stakes import PUBLIC
from simulator.scoring.case import NEGLIGIBLE, Case
from simulator.scoring.claims.claim import Claim, Told, Verdict, claim
from simulator.scoring.claims.state import PLACED
from simulator.scoring.ledger import cause, effect
from simulator.scoring.plain_words import promised
from simulator.scoring.words import clock, minutes

GRACE = 2 * MINUTE
"""So much later than promised nobody minds (assumption)."""
HALF = 0.5
SWITCH = "recovery times in public"
NEVER = "times to recovery are not promised in public"

Finding = tuple[Verdict, float | None, str]


def recovery_time(case: Case, told: Told) -> Claim | None:
    """The time to recovery that an update promises; None when it promises none."""
    sent = told.sent
    eta, text = sent.fact.update.eta, sent.fact.update.text
    if sent.fact.update.state == "resolved" or case.records.real:
        return None
    if told.audience == PUBLIC and not case.doctrine.switches.get(SWITCH, False):
        words = f"well within {minutes(eta)}" if eta is not None else _quoted(promised(text))
        return claim(told, "time", words, "guessed", 0.0, NEVER, fresh=True) if words else None
    if eta is None:
        return None
    again = next((one.at for one in told.later if one.fact.update.eta is not None), None)
    verdict, earned, because = _found(case, sent.at, sent.entry, eta, again)
    return claim(told, "time", f"well within {minutes(eta)}", verdict, earned, because, fresh=True)


def _quoted(words: str) -> str:
    return f"'{words}'" if words else ""


def answered(case: Case) -> Iterator[Claim]:
    """The times promised to someone senior who stands in the room."""
    for entry, reply in each(case.seen, Replied):
        if reply.how == "eta" and reply.eta:
            verdict, earned, because = _found(case, entry.at, entry.number, reply.eta, None)
            says = f"well within {minutes(reply.eta)}"
            yield Claim(
                "time", entry.number, entry.at, reply.audience, says, verdict, earned, because, (), True
            )


def _found(case: Case, at: int, line: int, eta: int, again: int | None) -> Finding:
    due, well = at + eta, _well_at(case, at)
    if well is not None and well <= due + GRACE:
        if not _grounded(case, line):
            return "guessed", HALF, f"nothing had been found, though customers were well at {clock(well)}"
        about = "" if well <= due else ", about as promised"
        return "kept", 1.0, f"customers were well at {clock(well)}{about}"
    if again is not None and again < due:
        return "revised", HALF, f"another time was given at {clock(again)}, before it had passed"
    if case.end < due:
        return "not checked", None, "the timeline ends before that"
    return "broken", 0.0, f"customers were well {f'at {clock(well)}' if well is not None else 'only later'}"


def _grounded(case: Case, line: int) -> bool:
    """Whether something was known to reckon by: a cause that stands out, its place, what was seen to help."""
    thought = cause.suspected(case, line)
    if thought is None or effect.seen(case, line):
        return True
    needs = case.doctrine.threshold("identified needs")
    return bool(thought.entries) and (thought.best >= needs or thought.placed >= PLACED)


def _well_at(case: Case, since: int) -> int | None:
    """The first second from one on at which customers were well, or were called so if no truth is told."""
    if not case.impact:
        over = first((entry for entry in case.seen if entry.at >= since), CalledMitigated, Resolved)
        return over.at if over else None
    turns = sorted(
        {since, *(turn for step in case.impact for turn in (step.at, step.until) if turn >= since)}
    )
    return next((at for at in turns if case.failing(at) <= NEGLIGIBLE * case.active(at)), None)
