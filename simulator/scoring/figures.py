"""Numbers that an update gives of customers, held against what had been shown: such are news by themselves.

A share of what fails or works (`40 times in 100`, `3 %`), how many customers fail, or how often they wrote.
"""

import re
from collections.abc import Iterator

from simulator.domain.fact import CustomersReported
from simulator.scoring.case import Case
from simulator.scoring.shares import LATELY, ROUGHLY, SHARE, read_off

_NUMBER = r"\d+(?:[.,]\d+)*"
_OF = re.compile(
    rf"({_NUMBER}) (?:[a-z]+ )?(?:in|of|out of|per)(?: every| all)? ({_NUMBER})(?! ?min)", re.IGNORECASE
)
_COUNT = re.compile(
    rf"({_NUMBER}) (?:of our |more )?"
    r"(?:customers?|users|people|times|reports?|complaints?|cases|tickets|mails)\b",
    re.IGNORECASE,
)


def shown(case: Case, line: int, at: int, text: str) -> frozenset[str]:
    """Those numbers of a text, as they are written, that are roughly what had been shown before a line."""
    return frozenset((*_shares(case, at, text), *_counts(case, line, at, text)))


def _shares(case: Case, at: int, text: str) -> Iterator[str]:
    for found in SHARE.finditer(text):
        if read_off(case, at, found[0]):
            yield found[1]
    for found in _OF.finditer(text):
        part, whole = _value(found[1]), _value(found[2])
        if 0 < part <= whole and read_off(case, at, f"{100 * part / whole:.2f} %"):
            yield from (found[1], found[2])


def _counts(case: Case, line: int, at: int, text: str) -> Iterator[str]:
    said = [found[1] for found in _COUNT.finditer(text)]
    if said:
        counted = list(_counted(case, line, at))
        yield from (
            one for one in said
            if not case.impact or any(abs(_value(one) - number) <= ROUGHLY * number for number in counted)
        )  # fmt: skip


def _counted(case: Case, line: int, at: int) -> Iterator[float]:
    """How many customers were shown to fail in the last few minutes, and how many had written."""
    yield from (case.known_failing(moment) or 0.0 for moment in (at - LATELY, at))
    facts = (entry.fact for entry in case.known_until(line))
    yield from (fact.count for fact in facts if isinstance(fact, CustomersReported))


def _value(number: str) -> float:
    """A number as it is written: `1,200` are many, `2,5` and `2.5` are few."""
    whole = re.sub(r"[.,](?=\d{3}\b)", "", number)
    return float(whole.replace(",", ".")) if whole.count(".") + whole.count(",") < 2 else 0.0
