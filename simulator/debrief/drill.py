"""The debrief of a drill: what was said, what it earned, what would have been good, what the numbers were."""

from collections.abc import Iterator

from simulator.debrief.axes import MarkLine, mark_line, title_of
from simulator.debrief.outcome import Figure
from simulator.debrief.verdict import Verdict
from simulator.domain.course import customer_minutes
from simulator.domain.drill import Drill, Line, taken_over
from simulator.domain.duration import show_clock
from simulator.domain.entry import Entry
from simulator.domain.fact import CauseDrawn, Commanded, Misread, Refused
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.scorecard import RuleScore, Scorecard
from simulator.scoring.words import listed, minutes, summed


class Spoken(Value):
    """Something that was said: the time, the words, and why nothing came of them, if so."""

    clock: str
    words: str
    refused: str
    entry: int


class Judgement(Value):
    """One rule that counted: its points, None when there was nothing to judge, and its marks."""

    rule: str
    title: str
    points: int | None
    marks: tuple[MarkLine, ...]


class Answer(Value):
    """Commands that might have been said, and what speaks for or against them."""

    say: tuple[str, ...]
    because: str


class DrillStory(Value):
    """What a drill's page shows: the task, one's own words, the marks, two other answers, the numbers."""

    task: str
    spoken: tuple[Spoken, ...]
    judged: tuple[Judgement, ...]
    model: Answer
    tempting: Answer
    figures: tuple[Figure, ...]


def drill_of(case: Case, card: Scorecard) -> DrillStory | None:
    """The debrief of a drill; None for an outage, and for a timeline in which nobody took over."""
    drill, begun = case.scenario.drill, taken_over(case.entries)
    if drill is None or begun is None:
        return None
    return DrillStory(
        drill.task,
        tuple(_spoken(case, begun)),
        tuple(_judged(drill, card)),
        _answer(drill.model),
        _answer(drill.tempting),
        tuple(_figures(case, begun)),
    )


def _answer(line: Line) -> Answer:
    return Answer(line.say, line.because.strip())


def _spoken(case: Case, begun: Entry) -> Iterator[Spoken]:
    for entry in case.entries[begun.number :]:
        match entry.fact:
            case Commanded(text=text):
                yield Spoken(show_clock(entry.at), text, "", entry.number)
            case Refused(text=text, reason=why) | Misread(text=text, answer=why):
                yield Spoken(show_clock(entry.at), text, why, entry.number)


def _judged(drill: Drill, card: Scorecard) -> Iterator[Judgement]:
    """The rules by which something was found; where none found anything, those that the drill names.

    Most rules of a drill are there for what may go wrong, and have nothing to say where it did not.
    """
    found = {rule.rule: rule for axis in card.axes for rule in axis.rules}
    axes = {str(axis.axis) for axis in card.axes}
    named = [name for name in drill.judged if name not in axes and (name in found or not found)]
    for name in dict.fromkeys((*named, *found)):
        yield _judgement(name, found.get(name))


def _judgement(name: str, rule: RuleScore | None) -> Judgement:
    if rule is None:
        return Judgement(name, title_of(name), None, ())
    whole = sum(mark.weight for mark in rule.marks)
    marks = tuple(mark_line(mark, mark.weight / whole) for mark in rule.marks)
    return Judgement(name, title_of(name), round(rule.points), marks)


def _figures(case: Case, begun: Entry) -> Iterator[Figure]:
    first = next(_spoken(case, begun), None)
    said = case.entries[first.entry - 1].at - begun.at if first else None
    spoke = "never" if said is None else "at once" if not said else f"after {minutes(said)}"
    yield Figure("your first word", spoke)
    yield Figure("the drill took", minutes(case.end - begun.at) if case.end > begun.at else "no time")
    if case.impact:
        failing = f"{round(case.failing(begun.at)):,}"
        yield Figure("customers failing when you took over", failing, _then(case))
        lost = customer_minutes(case.entries) - customer_minutes(case.entries[: begun.number])
        yield Figure("customer-minutes lost meanwhile", summed(max(0.0, lost)).split()[0])


def _then(case: Case) -> str:
    return f"{round(case.failing(case.end)):,} when it ended"


def drill_verdict(case: Case, card: Scorecard, story: DrillStory) -> Verdict:
    """The verdict on a drill: nothing counts but what it is about."""
    missing = [one.title.lower() for one in story.judged if one.points is None]
    unmet = f" There was nothing to judge for {listed(missing)}." if missing else ""
    marks = sorted(card.marks, key=lambda mark: (-mark.lost, mark.at))
    best = next((mark.summary for mark in reversed(marks) if mark.earned == 1), "Nothing was earned in full.")
    worst = marks[0].summary if marks and marks[0].lost else "Nothing was lost."
    return Verdict(card.grade or "not scored", f"{_grounds(case, card)}{unmet}", _happened(case), best, worst)


def _grounds(case: Case, card: Scorecard) -> str:
    if card.weakest is None or card.weakest.points is None:
        return "Nothing that this drill is about was said or missed."
    points, needed = round(card.weakest.points), case.doctrine.pass_mark
    return f"{points} of 100 on what this drill is about; a pass needs {needed}. All else is not judged here."


def _happened(case: Case) -> str:
    drawn = next((e.fact for e in case.entries if isinstance(e.fact, CauseDrawn)), None)
    return f"What was wrong: {drawn.truth.strip()}" if isinstance(drawn, CauseDrawn) else ""
