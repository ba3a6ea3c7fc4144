"""The part of a debrief about its reader's own seat: what they did, what they were asked, what it earned."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from simulator.debrief.axes import MarkLine, about_of, costs_of, mark_line, title_of
from simulator.debrief.choices import Card
from simulator.debrief.decided import DecisionLine
from simulator.debrief.merits import Merits
from simulator.debrief.praise import praise_of
from simulator.debrief.reader import Reader
from simulator.domain import fact as facts
from simulator.domain.duration import show_clock
from simulator.domain.entry import Entry
from simulator.domain.prose.capital import capital
from simulator.domain.prose.saying import audience, joined
from simulator.domain.seats import COMMANDER, OBSERVER
from simulator.domain.value import Value
from simulator.scoring.case import Case
from simulator.scoring.mark import Mark
from simulator.scoring.scorecard import Scorecard
from simulator.scoring.words import minutes

OF_WHO_LEADS = frozenset(
    (
        "commander-commands", "fill-roles", "hand-over", "least-regret", "one-commander", "sitreps",
        "span-of-control",
    )
)  # fmt: skip
"""Rules whose marks are the commander's, whoever's lines they cite.

What is done next, and what everything waits for, is theirs to decide, whoever gives the order.
"""
SIDE_BY_SIDE = (
    "Before you order something, or wait for it, put the options side by side: how likely is each to help, "
    "and how soon can it be seen?"
)
ASKINGS = (facts.StakeholderAsked, facts.Swooped)
_DID: Mapping[type, tuple[str, str]] = {
    facts.Declared: ("declared the incident", ""),
    facts.Paged: ("paged somebody", "paged {} people"),
    facts.TaskGiven: ("asked for one piece of work", "asked for {} pieces of work"),
    facts.ChangeOrdered: ("ordered one change", "ordered {} changes"),
    facts.Posted: ("sent one update", "sent {} updates"),
    facts.Replied: ("answered one question from outside", "answered {} questions from outside"),
    facts.SitrepGiven: ("gave one situation report", "gave {} situation reports"),
    facts.Decided: ("put one decision on record", "put {} decisions on record"),
    facts.Noted: ("took one note", "took {} notes"),
    facts.Polled: ("asked once for objections", "asked {} times for objections"),
    facts.ResidualLogged: ("put one change on record as staying", "put {} changes on record as staying"),
    facts.FollowedUp: ("named one follow-up", "named {} follow-ups"),
}
"""What came of somebody's words, once and several times; in the order in which it is told."""


class Asked(Value):
    """Something one was asked, and what came of it; `after` are seconds, None where no answer came."""

    clock: str
    text: str
    after: int | None
    entries: tuple[int, ...]


class Own(Value):
    """What concerns the reader's own seat. `marks` are those that cost something, `earned` how many did not.

    `lines` are the numbers of what they brought about: notes about those are notes about them. `given` are
    decisions that cost customers and were carried out in their words, though whoever leads answers for them.
    """

    seat: str
    did: str
    asked: tuple[Asked, ...]
    marks: tuple[MarkLine, ...]
    earned: int
    well: MarkLine | None
    ahead: str
    lines: tuple[int, ...]
    given: tuple[DecisionLine, ...] = ()


def own_of(
    case: Case,
    card: Scorecard,
    reader: Reader,
    cards: Sequence[Card] = (),
    decided: Sequence[DecisionLine] = (),
    merits: Merits | None = None,
) -> Own | None:
    """The part about a reader's seat; None for who had none, and where one played alone."""
    if not reader.team or not reader.seat or reader.seat == OBSERVER:
        return None
    mine = {entry.number: entry for entry in case.entries if reader.mine(entry)}
    if not mine:
        return None
    marks = [mark for mark in card.marks if _is_mine(mark, mine, case, reader)]
    every = sorted((pair for axis in card.axes for pair in costs_of(axis)), key=lambda pair: -pair[0])
    cost = [mark for _, mark in every if mark in marks]
    praise = praise_of(card, "You", lambda mark: mark in marks, merits)
    return Own(
        seat=reader.seat.replace("-", " "),
        did=_did(mine.values()),
        asked=tuple(_asked(case, mine)),
        marks=tuple(mark_line(mark, mark.weight) for mark in cost),
        earned=len(marks) - len(cost),
        well=praise[0] if praise else None,
        ahead=_ahead(cost[0], cards) if cost else "",
        lines=tuple(mine),
        given=tuple(_given(decided, mine)) if reader.seat != COMMANDER else (),
    )


def _given(decided: Sequence[DecisionLine], mine: Mapping[int, Entry]) -> Iterator[DecisionLine]:
    """The decisions that cost something and whose first line the reader's words brought about."""
    return (line for line in decided if line.regrets and line.entries and line.entries[0] in mine)


def _ahead(mark: Mark, cards: Sequence[Card]) -> str:
    """What to try: the lesson of the decision that a mark is about, else what its rule asks."""
    lesson = next((card.lesson for card in cards if set(card.entries) & set(mark.evidence)), "")
    if not lesson and mark.rule == "least-regret":
        return SIDE_BY_SIDE
    return lesson or f"{title_of(mark.rule)}: {about_of(mark.rule)}"


def _is_mine(mark: Mark, mine: Mapping[int, Entry], case: Case, reader: Reader) -> bool:
    """Whether most of what anybody's words did, of the lines a mark cites, the reader's did."""
    if mark.rule in OF_WHO_LEADS:
        return reader.seat == COMMANDER
    lines = [case.entries[number - 1] for number in mark.evidence]
    done = [entry for entry in lines if reader.author(entry)]
    return 2 * sum(entry.number in mine for entry in done) > len(done)


def _did(mine: Iterable[Entry]) -> str:
    """What came of their words, counted."""
    counts = Counter(type(entry.fact) for entry in mine)
    said = sum(isinstance(entry.fact, facts.Commanded) for entry in mine)
    told = [_often(counts[kind], *words) for kind, words in _DID.items() if counts[kind]]
    return f"You {joined(told)}." if told else f"You spoke {_times(said)}."


def _often(number: int, once: str, often: str) -> str:
    return once if number == 1 or not often else often.format(number)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"


def _asked(case: Case, mine: Mapping[int, Entry]) -> Iterator[Asked]:
    """What people from outside asked that the reader answered, and how fast."""
    for entry in case.seen:
        if isinstance(entry.fact, ASKINGS):
            answer = _answer(case, entry, entry.fact.audience)
            if answer is not None and answer.number in mine:
                yield _told(entry, entry.fact, answer)


def _told(entry: Entry, asked: facts.StakeholderAsked | facts.Swooped, answer: Entry) -> Asked:
    how = "stepped in" if isinstance(asked, facts.Swooped) else "asked"
    who = audience(asked.who)
    after = answer.at - entry.at
    text = f"{capital(who)} {how}: {asked.says} You answered after {minutes(after)}."
    return Asked(show_clock(entry.at), text, after, (entry.number, answer.number))


def _answer(case: Case, asked: Entry, to: str) -> Entry | None:
    """The first update or reply to an audience after it asked."""
    for entry in case.seen:
        told = entry.fact
        if entry.number <= asked.number:
            continue
        if isinstance(told, facts.Posted) and told.update.audience == to:
            return entry
        if isinstance(told, facts.Replied) and told.audience == to:
            return entry
    return None
