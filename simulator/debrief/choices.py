"""The costliest decisions: what was chosen, what was known, what was better, how it turned out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from simulator.debrief.beliefs import Share, shares
from simulator.debrief.changes import ChangeLane
from simulator.debrief.decided import line_of
from simulator.debrief.hindsight import turned_out, would_have
from simulator.debrief.leaving import decided_at, leaving, left_as, stay_or_hand_over
from simulator.debrief.lessons import habit_of, lesson
from simulator.debrief.naming import best_of, named, slow_fix
from simulator.debrief.plan import plan_of
from simulator.debrief.reader import Reader, reader_of
from simulator.debrief.replays import (
    Replayed,
    ReplayLine,
    doubted,
    lines_of,
    made_no_difference,
    played,
    sentence_of,
)
from simulator.debrief.showing import shows_after, takes
from simulator.domain.doctrine import Doctrine
from simulator.domain.duration import MINUTE, show_clock
from simulator.domain.value import Value, replace
from simulator.scoring.case import Case
from simulator.scoring.decisions import costliest
from simulator.scoring.explanation import chances, damage, explanation, meanwhile
from simulator.scoring.weighing import Decision, Option
from simulator.scoring.words import minutes, summed

AT_MOST = 3
_SPENDING: Mapping[str, str] = {"look": "looks", "check": "looks", "wait": "waits"}
"""Choices that only spend time, by the row in which they add up."""
WORTH_TELLING = 0.01
"""A decision that was expected to cost less than this share more than the best one is no card."""


class Known(Value):
    """Something that had been told by then, and the line it stands on."""

    entry: int
    text: str


class Weighed(Value):
    """An option as it could be weighed then.

    `chance` is in words, empty for what cannot help by itself; `damage` is what of the cost that is, empty
    where it is little.
    """

    name: str
    cost: float
    costs: str
    takes: str
    chance: str
    damage: str


class Card(Value):
    """One decision. `judged` is its class in a word, with its `sign`; `luck` is told apart.

    `plan` is what was best after the best choice, empty where nothing was.
    `replays` are the options played again in other worlds, `replayed` how that was done, both empty where
    nothing was. It is `moot` when no choice made a difference in any of them, and not `borne_out` where the
    best choice was no better in them: then there is no lesson. `again` is the command that lets one decide
    it once more, by its number. Who `left` with customers failing decided that, at that second.
    """

    number: int
    at: int
    clock: str
    title: str
    explanation: str
    entries: tuple[int, ...]
    known: tuple[Known, ...]
    belief: tuple[Share, ...]
    chosen: Weighed
    best: Weighed
    regret: float
    regrets: str
    minutes: str
    turned_out: str
    would_have: str
    lesson: str
    again: str
    judged: str
    sign: str
    luck: str
    plan: str = ""
    replays: tuple[ReplayLine, ...] = ()
    replayed: str = ""
    moot: bool = False
    left: bool = False
    borne_out: bool = True

    @property
    def teaches(self) -> bool:
        """Whether its decision mattered, as far as other worlds tell."""
        return self.borne_out and not self.moot


def telling(cards: Sequence[Card]) -> Sequence[Card]:
    """The cards that one learns from: those of decisions that mattered."""
    return [card for card in cards if card.teaches]


def cards_of(
    case: Case,
    decided: Sequence[Decision],
    lanes: tuple[ChangeLane, ...],
    name: str,
    replayed: Sequence[Replayed] = (),
    reader: Reader | None = None,
) -> tuple[Card, ...]:
    """A card for each of the costliest decisions, the worst first, those that mattered before the others.

    Its number is the one by which it is tried again. `name` is what finds the recording.
    """
    to = reader or reader_of(case)
    worst = enumerate(worst_of(case, decided), 1)
    cards = [_card(number, case, one, lanes, name, played(one, replayed), to) for number, one in worst]
    return tuple(_lessons_once(sorted(cards, key=lambda card: not card.teaches)))


def _lessons_once(cards: Iterable[Card]) -> Iterator[Card]:
    """The cards, where the habit that a lesson begins with is said once; then only what is new follows."""
    said: dict[str, int] = {}
    for card in cards:
        habit = habit_of(card.lesson)
        if not habit:
            yield card
        elif habit in said:
            rest = card.lesson[len(habit) :].strip()
            yield replace(card, lesson=f"As at moment {said[habit]}. {rest}".strip())
        else:
            said[habit] = card.number
            yield card


def _told(case: Case, decision: Decision, replayed: Replayed | None) -> tuple[tuple[ReplayLine, ...], str]:
    if replayed is None:
        return (), ""
    slow = slow_fix(case, decision.before)
    lines = lines_of(decision, replayed, [named(each.option, slow) for each in replayed.options])
    return lines, sentence_of(replayed, lines, doubted(decision, replayed))


def tolerated_regret(doctrine: Doctrine) -> float:
    """The share of the best cost up to which a decision was as good as the best one."""
    return max(WORTH_TELLING, doctrine.threshold("tolerated regret"))


def worst_of(case: Case, decided: Sequence[Decision]) -> tuple[Decision, ...]:
    """The costliest decisions, the worst first: those that have a card, and can be tried again.

    Whoever left did so once, however often the work of others ended after that.
    """
    left = [one for one in decided if leaving(case, one) is not None]
    rest = [one for one in decided if one not in left]
    told = (*rest, *sorted(left, key=lambda one: -one.regret)[:1])
    return costliest(_once_a_row(told), AT_MOST, tolerated_regret(case.doctrine))


def _once_a_row(decided: Sequence[Decision]) -> Iterator[Decision]:
    """The decisions; between two changes of looks and checks the costliest, and of waits.

    What looks waste adds up in the last of them that wasted any; waits are told each by itself (see `rows`).
    """
    rows: dict[tuple[int, str], Decision] = {}
    tried = 0
    for one in sorted(decided, key=lambda one: (one.at, one.entries)):
        kind = _SPENDING.get(one.chosen.kind)
        if kind is None:
            tried += 1
            yield one
        elif (tried, kind) not in rows or (one.regret > rows[tried, kind].regret and not one.inherited):
            rows[tried, kind] = one
    yield from rows.values()


def _card(
    number: int,
    case: Case,
    decision: Decision,
    lanes: tuple[ChangeLane, ...],
    name: str,
    replayed: Replayed | None,
    reader: Reader,
) -> Card:
    line = line_of(case, decision, lanes, replayed)
    replays, how = _told(case, decision, replayed)
    doubt = replayed is not None and doubted(decision, replayed)
    return Card(
        number=number,
        at=(at := decided_at(case, decision)),
        clock=show_clock(at),
        title=_title(case, decision, reader),
        explanation=explanation(decision),
        entries=decision.entries,
        known=tuple(Known(entry, text.replace("?:", ":", 1)) for entry, text in decision.known),
        belief=shares(case, decision.belief),
        chosen=_weighed(case, decision.chosen, named(decision.chosen)),
        best=_weighed(case, decision.best, best_of(case, decision)),
        regret=decision.regret,
        regrets=summed(decision.regret),
        minutes=_in_minutes(decision),
        turned_out=turned_out(case, decision, lanes),
        would_have=would_have(case, decision),
        lesson="" if doubt else _lesson(case, decision),
        again=f"icsim retry {name} --moment {number}",
        judged=line.judged,
        sign=line.sign,
        luck=line.luck,
        plan=plan_of(case, decision),
        replays=replays,
        replayed=how,
        moot=replayed is not None and made_no_difference(replayed),
        left=leaving(case, decision) is not None,
        borne_out=not doubt,
    )


def _lesson(case: Case, decision: Decision) -> str:
    left = leaving(case, decision)
    if left is not None:
        return stay_or_hand_over(case, decision, left)
    slow = slow_fix(case, decision.before)
    return lesson(decision, shows_after(case, decision.best.name), slow)


def _title(case: Case, decision: Decision, reader: Reader) -> str:
    return titled(decision, reader, leaving(case, decision) is not None)


def titled(decision: Decision, reader: Reader, left: bool = False) -> str:
    """A decision as a heading, to a reader: whoever gives an order in a team need not have decided it.

    Who `left` decided nothing but that.
    """
    if left:
        return left_as("Whoever led" if reader.team else "You")
    who = reader.giver if reader.team else reader.who
    return heading(decision, who(decision.entries), reader.team)


def heading(decision: Decision, who: str = "You", team: bool = False) -> str:
    """A decision as a heading; one wait that stands for many is told as those."""
    row = decision.row
    if row is None or not decision.for_all:
        return title(decision.chosen, who, team)
    return (
        f"In {row.waits} waits from {show_clock(row.since)} to {show_clock(row.until)} nothing was under way"
    )


def title(option: Option, who: str = "You", team: bool = False) -> str:
    """What was done, as a heading; `who` did it. In a `team` one says what several may have decided."""
    match option.kind:
        case "change":
            return (
                f"The order of '{option.name}' (given by {who})" if team else f"{who} ordered '{option.name}'"
            )
        case "look":
            return f"Everything waited for a look at {option.name}"
        case "check":
            return f"Everything waited for a check of '{option.name}'"
        case "undo" | "keep":
            undone = f"'{option.name}'"
            return f"The undoing of {undone} (ordered by {who})" if team else f"{who} had {undone} undone"
        case "wait":
            return f"For {minutes(option.seconds)} nothing was under way{meanwhile(option)}"
        case _:
            return "The slow way was taken" if team else f"{who} took the slow way"


def _weighed(case: Case, option: Option, name: str) -> Weighed:
    costs, how_long = summed(option.cost), takes(case, option)
    return Weighed(name, option.cost, costs, how_long, chances(option), damage(option))


def _in_minutes(decision: Decision) -> str:
    """The regret as time: so many minutes of the outage as it was then."""
    if not decision.rate:
        return ""
    return minutes(decision.regret / decision.rate * MINUTE)
