"""The debrief as values: everything a page shows, worked out from a timeline and nothing else."""

from collections.abc import Sequence

from simulator.debrief.axes import AxisLine, MarkLine, axes_of
from simulator.debrief.choices import Card, cards_of
from simulator.debrief.claims import Knowable, Telling, knowable_of, tellings_of
from simulator.debrief.confidence import Confidence, confidence_of
from simulator.debrief.decided import Decided, decided_of
from simulator.debrief.drill import DrillStory, drill_of, drill_verdict
from simulator.debrief.guided import Guided, guided_of
from simulator.debrief.led import led_by_others
from simulator.debrief.lines import Line, lines_of
from simulator.debrief.luck import Luck, luck_of
from simulator.debrief.merits import merits_of
from simulator.debrief.observed import Observed
from simulator.debrief.outcome import Outcome, Reference, outcome_of
from simulator.debrief.own import Own, own_of
from simulator.debrief.patterns import Patterns, patterns_of
from simulator.debrief.praise import praise_of
from simulator.debrief.provenance import Provenance
from simulator.debrief.questions import Question, questions_of
from simulator.debrief.reader import OF_ONE, Reader, Words, reader_of
from simulator.debrief.replays import Replayed
from simulator.debrief.story import Story, story_of
from simulator.debrief.truth import Truth, truth_of
from simulator.debrief.verdict import Verdict, verdict_of
from simulator.domain.prose import Names
from simulator.domain.value import Value
from simulator.domain.week import show_moment
from simulator.scoring.case import Case
from simulator.scoring.scorecard import Scorecard
from simulator.scoring.weighing import Decision


class Setting(Value):
    """What was played, where and when, and by which process it is judged."""

    title: str
    organisation: str
    doctrine: str
    source: str
    starts: str
    briefing: str
    learns_from: str
    facilitator: str
    pass_mark: int
    distinction: int


class Report(Value):
    """A debrief. Pages, plain text and JSON are written from these values alone."""

    setting: Setting
    verdict: Verdict
    outcome: Outcome
    axes: tuple[AxisLine, ...]
    story: Story
    knowable: tuple[Knowable, ...]
    tellings: tuple[Telling, ...]
    decided: Decided
    cards: tuple[Card, ...]
    praise: tuple[MarkLine, ...]
    luck: tuple[Luck, ...]
    confidence: Confidence
    patterns: Patterns
    truth: Truth
    questions: tuple[Question, ...]
    lines: tuple[Line, ...]
    provenance: Provenance
    drill: DrillStory | None = None
    guided: Guided | None = None
    observed: tuple[Observed, ...] = ()
    words: Words = OF_ONE
    own: Own | None = None


def compose(
    case: Case,
    card: Scorecard,
    decided: Sequence[Decision],
    references: Sequence[Reference],
    provenance: Provenance,
    replayed: Sequence[Replayed] = (),
    reader: Reader | None = None,
) -> Report:
    """The debrief of a case that has been judged already, as it is told to a reader."""
    to = reader or reader_of(case)
    story, outcome = story_of(case, to), outcome_of(case, references, to.team)
    cards = cards_of(case, decided, story.changes, provenance.name, replayed, to)
    led = led_by_others(case, Names.of(case.organisation), to.words.they)
    every = decided_of(case, decided, story.changes, replayed)
    merits = merits_of(case, decided, every.lines, card.marks)
    praise, truth = praise_of(card, _leads(case, to), merits=merits), truth_of(case, story.changes)
    drill, verdict = (
        drill_of(case, card),
        verdict_of(case, card, outcome, truth, praise, cards, (to.words.who, led)),
    )
    return Report(
        setting=_setting(case),
        verdict=drill_verdict(case, card, drill) if drill else verdict,
        outcome=outcome,
        axes=axes_of(card, case.doctrine, case.scenario.drill),
        story=story,
        knowable=knowable_of(case),
        tellings=tellings_of(case),
        cards=cards,
        praise=praise,
        luck=luck_of(case, decided, story.changes, replayed),
        confidence=confidence_of(case, to.words.who),
        patterns=patterns_of(case),
        truth=truth,
        questions=questions_of(case, card, cards, story),
        lines=lines_of(case.entries, to, case.organisation),
        provenance=provenance,
        drill=drill,
        decided=every,
        guided=guided_of(case, to),
        words=to.words,
        own=own_of(case, card, to, cards, every.lines, merits),
    )


def _leads(case: Case, reader: Reader) -> str:
    """Who led when it was declared, as a sentence begins."""
    return reader.who((case.declared.number,)) if case.declared else "Whoever led" if reader.team else "You"


def _setting(case: Case) -> Setting:
    scenario, doctrine = case.scenario, case.doctrine
    inspired = scenario.inspired_by
    learns = f"{inspired.what} ({inspired.source})" if inspired.source else inspired.what
    return Setting(
        title=scenario.title,
        organisation=case.organisation.title,
        doctrine=doctrine.title,
        source=doctrine.source,
        starts=show_moment(scenario.starts),
        briefing=scenario.briefing.strip(),
        learns_from=learns,
        facilitator=scenario.facilitator.strip(),
        pass_mark=doctrine.pass_mark,
        distinction=doctrine.distinction,
    )
