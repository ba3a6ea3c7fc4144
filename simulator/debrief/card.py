"""The scorecard for a terminal: outcome, axes as bars, the costliest decisions, where to read on."""

from collections.abc import Iterator, Sequence
from textwrap import wrap

from simulator.debrief.axes import AxisLine
from simulator.debrief.choices import Card
from simulator.debrief.claims_card import claim_lines
from simulator.debrief.drill import DrillStory
from simulator.debrief.drill_card import drill_lines
from simulator.debrief.outcome import Bar
from simulator.debrief.patterns_card import pattern_lines
from simulator.debrief.pen import NAME, SIGNS, Pen
from simulator.debrief.reader import OF_ONE
from simulator.debrief.report import Report
from simulator.domain.duration import show_clock

NARROWEST, WIDEST = 40, 100
STEP = 20


def to_text(report: Report, width: int = 80, colour: bool = False, page: str = "") -> str:
    """The scorecard as lines of at most `width` letters; `page` is where the whole debrief was written."""
    pen = Pen(min(WIDEST, max(NARROWEST, width)), colour)
    lines = _drill(report, report.drill, pen) if report.drill else _lines(report, pen, page)
    return "\n".join(lines) + "\n"


def _drill(report: Report, story: DrillStory, pen: Pen) -> Iterator[str]:
    yield from drill_lines(story, report.verdict, pen)
    if report.patterns.seen:
        told = frozenset(mark.summary for judged in story.judged for mark in judged.marks)
        yield from pattern_lines(report.patterns, pen, told)


def _lines(report: Report, pen: Pen, page: str) -> Iterator[str]:
    grade = report.verdict.grade
    tone = "good" if grade in ("pass", "distinction") else "bad"
    yield from (pen(line, "bold") for line in wrap(report.setting.title, pen.width))
    yield ""
    yield f"  {pen(SIGNS.get(grade, grade.upper()), tone)}"
    yield from pen.wrapped(report.verdict.reason)
    yield ""
    if report.verdict.outdone:
        yield from pen.wrapped(report.verdict.outdone)
    yield from pen.wrapped(report.verdict.happened)
    yield from _outcome(report, pen)
    yield from _axes(report, pen)
    if report.guided:
        yield ""
        yield from pen.wrapped(report.guided.says)
    yield from _then(report, pen)
    yield from claim_lines(report.tellings, pen)
    yield from _cards(report, pen)
    yield from pattern_lines(report.patterns, pen)
    if page:
        yield ""
        yield f"  The whole debrief: {page}"


def _outcome(report: Report, pen: Pen) -> Iterator[str]:
    if report.outcome.lost is None:
        return
    yield ""
    yield pen("Customer-minutes lost", "bold")
    for bar in report.outcome.bars:
        yield _bar(bar, pen)


def _bar(bar: Bar, pen: Pen) -> str:
    drawn = pen.bar(bar.share, pen.cells)
    line = f"  {bar.name:<{NAME}}{drawn} {bar.says:>9}"
    return pen(line, "bold") if bar.yours else line


def _axes(report: Report, pen: Pen) -> Iterator[str]:
    yield ""
    yield pen(f"Scores, {report.setting.pass_mark} each for a pass", "bold")
    for axis in report.axes:
        yield _axis(axis, pen)


def _axis(axis: AxisLine, pen: Pen) -> str:
    if axis.points is None:
        return f"  {axis.name:<{NAME}}{pen('not scored', 'quiet')}"
    drawn = pen(pen.bar(axis.points / 100, pen.cells), "bad" if axis.level == "not yet" else "good")
    mark = " <" if axis.weakest else ""
    return f"  {axis.name:<{NAME}}{drawn} {axis.points:>3}{mark}"


def _then(report: Report, pen: Pen) -> Iterator[str]:
    """The steps beside those of the real outage."""
    then = report.story.then
    if then is None or not then.steps:
        return
    yield ""
    yield pen("Beside the real outage", "bold")
    yield f"  {'':<{STEP}}{'you':>9}{'they':>9}"
    for step in then.steps:
        times = ("-" if at is None else show_clock(at) for at in (step.yours, step.theirs))
        yield f"  {step.name:<{STEP}}" + "".join(f"{time:>9}" for time in times)


def _cards(report: Report, pen: Pen) -> Iterator[str]:
    if report.decided.says:
        yield ""
        yield from (pen(line, "bold") for line in wrap(f"{_whose(report)}: {report.decided.says}", pen.width))
    if report.confidence.says:
        yield from pen.wrapped(report.confidence.says)
    if report.cards:
        yield ""
        yield pen("What cost most, as far as you could know", "bold")
    for card in report.cards:
        yield from _card(card, pen)
    if report.cards and report.provenance.seed is not None:
        yield from _again(report.cards, pen)


def _whose(report: Report) -> str:
    return "Your decisions" if report.words == OF_ONE else "The team's decisions"


def _again(cards: Sequence[Card], pen: Pen) -> Iterator[str]:
    """The commands that let one decide again, where they fit: a broken one would not run."""
    fitting = [card.again for card in cards if len(card.again) + 4 <= pen.width]
    if fitting:
        yield ""
        yield "  To decide one of them again:"
        yield from (f"    {command}" for command in fitting)


def _card(card: Card, pen: Pen) -> Iterator[str]:
    judged = f"{card.sign} {card.judged}" + (f", {card.luck}" if card.luck else "")
    title = f"Moment {card.number}, {card.clock}  {card.title}: +{card.regrets} ({judged})"
    yield from wrap(title, pen.width, initial_indent="  ", subsequent_indent="     ")
    yield from pen.wrapped(f"{card.turned_out} The best choice was to {card.best.name}.", "     ")
    yield from pen.wrapped(card.replayed, "     ")
    for line in () if card.moot else card.replays:
        if line.yours or line.best:
            who = "yours" if line.yours else "best"
            yield from pen.wrapped(f"{who}: {line.says}, in this world {line.says_here}", "       ")
