"""The outcome: what customers lost, beside what other players would have lost in the same world."""

from collections.abc import Sequence

from simulator.domain import course
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.spells import Spell, lasted, one_by_one, spells_of
from simulator.scoring.words import minutes, summed

YOU = "you"
OURS = "you and others"
TEAM = "your team"
"""What a play is called that somebody else led on."""
_CALLED = {
    "idle": ("nobody leads", "nothing is done at all"),
    "by-the-book": (
        "by the book",
        "a player program that follows the doctrine and knows no more than was told",
    ),
    "best possible": (
        "knew the cause",
        "a player program that made the right changes at once, knowing the cause from the start",
    ),
}


class Reference(Value):
    """What some player lost on the same seed, in customer-minutes."""

    player: str
    lost: float


class Bar(Value):
    """One row of the comparison; `share` is of the longest bar."""

    name: str
    about: str
    lost: float
    says: str
    share: float
    yours: bool


class Figure(Value):
    """A number worth remembering: what it is, how it reads, and what stands beside it."""

    what: str
    value: str
    note: str = ""


class Outcome(Value):
    """What customers lost; None when the timeline does not tell. `bars` run from the least to the most.

    Customers failed in `spells`, from the second when it `began` until it `ended` for good.
    """

    lost: float | None
    worst: int
    began: int | None
    ended: int | None
    bars: tuple[Bar, ...]
    figures: tuple[Figure, ...]
    spells: tuple[Spell, ...] = ()


def outcome_of(case: Case, references: Sequence[Reference], team: bool = False) -> Outcome:
    """The outcome of a case beside what others would have lost."""
    steps = case.impact
    if not steps:
        return Outcome(None, 0, None, None, (), _clocks(case))
    lost, worst = course.customer_minutes(case.entries), max(max(step.begins, step.ends) for step in steps)
    spells = spells_of(steps)
    figures = (
        Figure("customer-minutes lost", _number(lost), _beside(lost, references)),
        Figure("customers failing at worst", f"{worst:,}", _of_active(case, worst)),
        *_clocks(case),
        _recovery(spells),
    )
    name = TEAM if team else OURS if case.others else YOU
    began, ended = (spells[0].since, spells[-1].until) if spells else (None, None)
    return Outcome(lost, worst, began, ended, _bars(name, lost, references), figures, spells)


def _bars(name: str, lost: float, references: Sequence[Reference]) -> tuple[Bar, ...]:
    longest = max([lost, *(reference.lost for reference in references)]) or 1.0
    bars = [Bar(name, "this play", lost, _number(lost), lost / longest, True)]
    for reference in references:
        name, about = _CALLED.get(reference.player, (reference.player, ""))
        other = reference.lost
        bars.append(Bar(name, about, other, _number(other), other / longest, False))
    return tuple(sorted(bars, key=lambda bar: (bar.lost, not bar.yours, bar.name)))


def _number(lost: float) -> str:
    return summed(lost).split()[0]


def _beside(lost: float, references: Sequence[Reference]) -> str:
    idle = next((reference.lost for reference in references if reference.player == "idle"), 0.0)
    if not idle:
        return ""
    saved = (idle - lost) / idle
    return f"{100 * saved:.0f} % less than if nobody led" if saved > 0 else "no less than if nobody led"


def _of_active(case: Case, worst: int) -> str:
    active = case.active(0)
    return f"of about {active:,.0f} at work" if active >= worst else ""


def _clocks(case: Case) -> tuple[Figure, ...]:
    """How long it took to declare, from the first evidence."""
    if case.trouble is None:
        return ()
    if case.declared is None:
        return (Figure("until declared", "never", "the incident was not declared"),)
    waited = case.declared.at - case.trouble.at
    if waited <= 0:
        first = "with the first alert or report" if not waited else "before any alert or report"
        return (Figure("until declared", "at once", first),)
    return (Figure("until declared", minutes(waited), "from the first alert or report"),)


def _recovery(spells: Sequence[Spell]) -> Figure:
    if not spells:
        return Figure("until customers were well", "0 s", "no customer failed")
    if spells[-1].until is None:
        return Figure("until customers were well", "not yet", "some still failed at the end")
    if len(spells) > 1:
        return Figure("customers failed for", minutes(lasted(spells)), one_by_one(spells))
    return Figure("until customers were well", minutes(lasted(spells)), "from the first failing request")
