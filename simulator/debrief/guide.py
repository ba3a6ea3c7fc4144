"""A guide for the talk afterwards, in five minutes or in thirty: timeline first, then how, then what next."""

from simulator.debrief.point import Point
from simulator.debrief.report import Report
from simulator.debrief.turning import turns
from simulator.debrief.watched import Topic, topics_of
from simulator.domain.value import Value

FORMS = (5, 30)
"""Minutes that a debrief may take."""


SHORT, LONG = 10, 24
"""Turning points that can be read out in a minute, and in six (assumption)."""


class Step(Value):
    """One step of the talk: how long it may take, what whoever leads it says, and observers' topics."""

    title: str
    minutes: int
    how: str
    points: tuple[Point, ...]
    topics: tuple[Topic, ...] = ()


class Guide(Value):
    """A talk of so many minutes, which are those of its steps (assumption)."""

    minutes: int
    steps: tuple[Step, ...]


def guide_of(report: Report, length: int) -> Guide:
    """The guide to a debrief of five or of thirty minutes."""
    return Guide(length, _short(report) if length <= FORMS[0] else _long(report))


def _short(report: Report) -> tuple[Step, ...]:
    return (
        Step("What happened", 1, "Read it out, times and facts only.", turns(report, SHORT)),
        Step("What went well", 1, "Say what to keep, and who did it.", _well(report)[:2]),
        Step("One question", 2, "Whoever was nearest to it answers first.", _questions(report)[:1]),
        Step("One commitment", 1, _COMMIT, ()),
    )


def _long(report: Report) -> tuple[Step, ...]:
    seen = topics_of(report.observed)
    watched = Step("What observers saw", 4, _WATCHED, (), seen)
    asked = 6 if seen else 10
    return (
        Step(
            "What happened", 6, "Read it out together. Add what is missing, judge nothing yet.",
            turns(report, LONG),
        ),
        Step("What went well", 3, "What should the next team do in the same way?", _well(report)),
        *((watched,) if seen else ()),
        Step("How it came about", asked, "Ask how, not why. Let silence work.", _questions(report)[:4]),
        Step(
            "The decisions that cost most", 6,
            "By what was known then, not by how it turned out: what would have shown it?", _decisions(report),
        ),
        Step("Commitments", 5, _COMMIT, ()),
    )  # fmt: skip


_WATCHED = (
    "Each observer reads their own, of each topic the lowest and the highest first. Nobody defends. "
    "The rest is in the debrief."
)
_COMMIT = (
    "Each writes one down: when this happens, I will do that; with a name and a day to look at it again."
)


def _well(report: Report) -> tuple[Point, ...]:
    return tuple(Point(mark.summary, mark.evidence) for mark in report.praise)


def _questions(report: Report) -> tuple[Point, ...]:
    return tuple(Point(each.text, each.entries) for each in report.questions)


def _decisions(report: Report) -> tuple[Point, ...]:
    return tuple(Point(f"{card.clock} {card.title}. {card.lesson}", card.entries) for card in report.cards)
