"""What was claimed: every update with its claims, each with its verdict and the lines it is measured by."""

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, TypeAlias

from simulator.domain.duration import show_clock
from simulator.domain.entry import each
from simulator.domain.fact import Posted
from simulator.domain.prose.capital import capital
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.claims import Claim, Verdict, claims_of
from simulator.scoring.ledger.rows import rows
from simulator.scoring.words import audience

Tone: TypeAlias = Literal["good", "bad", "plain"]
GOOD: tuple[Verdict, ...] = ("true", "kept")
OPEN: tuple[Verdict, ...] = ("not checked", "early")
CAUSE = "the cause is "
"""How the fact begins that says what was wrong."""


class ClaimLine(Value):
    """One claim: what it is about, what was said, the verdict, and why, with the lines it is measured by."""

    what: str
    says: str
    verdict: Verdict
    tone: Tone
    because: str
    entries: tuple[int, ...]


class Telling(Value):
    """One update, or one answer in the room, with all that it claimed; `text` are its free words."""

    clock: str
    to: str
    text: str
    entry: int
    claims: tuple[ClaimLine, ...]

    @property
    def wrong(self) -> tuple[ClaimLine, ...]:
        """The claims that did not hold."""
        return tuple(line for line in self.claims if line.tone == "bad")


class Knowable(Value):
    """A fact that could be claimed: since when it was so and could be known, as clocks, or empty.

    `at` is the second from which it could be known.
    """

    fact: str
    true: str
    known: str
    entry: int
    at: int | None = None

    @property
    def is_cause(self) -> bool:
        """Whether it says what was wrong."""
        return self.fact.startswith(CAUSE)


def knowable_of(case: Case) -> tuple[Knowable, ...]:
    """The ledger: what could be known when."""
    return tuple(
        Knowable(row.fact, _clock(row.true), _clock(row.known), row.line, row.known) for row in rows(case)
    )


def _clock(at: int | None) -> str:
    return "" if at is None else show_clock(at)


def tellings_of(case: Case) -> tuple[Telling, ...]:
    """Every update and its claims, in order; not what somebody claimed who led on after a hand-over."""
    return tuple(_tellings(case))


def _tellings(case: Case) -> Iterator[Telling]:
    texts = {entry.number: posted.update.text.strip() for entry, posted in each(case.seen, Posted)}
    own = (claim for claim in claims_of(case) if case.leads(claim.at))
    for entry, group in groupby(own, key=lambda claim: claim.entry):
        claims = tuple(group)
        lines = tuple(_line(claim) for claim in claims)
        to = audience(claims[0].audience)
        yield Telling(show_clock(claims[0].at), to, texts.get(entry, ""), entry, lines)


def _line(claim: Claim) -> ClaimLine:
    because = capital(claim.because) + "."
    return ClaimLine(claim.what, claim.says, claim.verdict, _tone(claim.verdict), because, claim.lines)


def _tone(verdict: Verdict) -> Tone:
    return "good" if verdict in GOOD else "plain" if verdict in OPEN else "bad"
