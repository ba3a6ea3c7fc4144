"""How likely what was told is under one cause: exact, from the odds that the scenario's author wrote.

Given the cause, places, hazards and the luck of each change are independent. The luck of a change is drawn
once: made again it does the same, unless a change that it needs came into place in between.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import prod

from simulator.domain.scenario import Danger, Outcome, Scenario
from simulator.reasoning.odds import exact, under, whole
from simulator.reasoning.told import (
    ClueHeard,
    EffectSeen,
    Evidence,
    HazardSeen,
    Outlasted,
    ToolSeen,
    WordsHeard,
)
from simulator.reasoning.tools import breaks
from simulator.reasoning.topics import Topic

HARM_SHOWS = Fraction(3, 4)
"""How often a harm done by a change shows as `worse` on the signal watched for it (assumption)."""
GROWS_BY_ITSELF = Fraction(1, 10)
"""How often a harmless change is seen as `worse`, because the outage grows meanwhile (assumption)."""
FITS_WORDS = Fraction(4, 5)
"""How often what is said when a change is made is what would be said under the cause that is so: words
suggest, they do not prove (assumption, as right as people's theories are)."""
OTHERWISE = Fraction(1, 20)
"""How often a tool is down though the cause would not have it so, or up though it would (assumption)."""
LINGERS = Fraction(1, 200)
"""How often something fails well after the end of a cause that passes, though nobody is known to have changed
anything that could (assumption): somebody did and never said so, say."""
TOLD_FROM_NOISE = 0.2
"""A relief by less than this share is not told from noise (assumption)."""
SIDE_EFFECT_SHOWS = Fraction(1, 2)
"""How often a change that only acts by itself (sheds load, say) is seen to help (assumption)."""
MISSED = Fraction(1, 20)
"""How often what was sure to help is not seen to: something else grew meanwhile, or what waits has yet to be
worked off. Of 145 watches of such changes in plays of nine outages, 15 showed nothing; of cures 5 of 91."""


@lru_cache(maxsize=8192)
def odds_of(scenario: Scenario, topic: Topic, pieces: tuple[Evidence, ...]) -> tuple[Fraction, ...]:
    """The probability of hearing and seeing all that was told on one topic, under each cause in order."""
    return tuple(_odds(scenario, topic, pieces, cause) for cause in scenario.causes)


@lru_cache(maxsize=8192)
def proportions(scenario: Scenario, topic: Topic, pieces: tuple[Evidence, ...]) -> tuple[int, ...]:
    """The probabilities of `odds_of` in whole numbers, up to a factor: Bayes' rule asks for no more."""
    return whole(odds_of(scenario, topic, pieces))


@lru_cache(maxsize=8192)
def ruled_out(scenario: Scenario, topic: Topic, pieces: tuple[Evidence, ...]) -> frozenset[int]:
    """The causes, by number, under which that cannot have been heard and seen."""
    return frozenset(n for n, odds in enumerate(odds_of(scenario, topic, pieces)) if not odds)


def _odds(scenario: Scenario, topic: Topic, pieces: tuple[Evidence, ...], cause: str) -> Fraction:
    kind, about = topic
    match kind:
        case "look":
            return _clues(scenario, cause, about, still_possible(scenario, about, pieces))
        case "luck":
            found = tuple(checked(pieces, about).items())
            return _effects(scenario, cause, about, tuple(seen_of(pieces, about)), found)
        case _:
            return prod((_by_itself(scenario, cause, piece) for piece in pieces), start=Fraction(1))


def _by_itself(scenario: Scenario, cause: str, piece: Evidence) -> Fraction:
    match piece:
        case HazardSeen():
            return _hazard(scenario, cause, piece)
        case WordsHeard():
            return _words(scenario, cause, piece)
        case ToolSeen():
            return _tool(scenario, cause, piece)
        case Outlasted(cause=over):
            return LINGERS if over == cause else Fraction(1)
        case _:
            return Fraction(1)


@lru_cache(maxsize=4096)
def answers(scenario: Scenario, place: str, cause: str) -> tuple[Fraction, ...]:
    """The odds of each answer a place can give under a cause: inconclusive first, then its clues in order."""
    clues = tuple(under(clue.odds, cause) for clue in scenario.clues.get(place, ()))
    return (max(Fraction(0), 1 - sum(clues, start=Fraction(0))), *clues)


def shows(outcome: Outcome) -> Fraction:
    """How often a change that works is seen to help; `stops` alone changes nothing that can be seen."""
    if outcome.cures:
        return Fraction(1)
    if outcome.relieves is not None:
        return Fraction(int(outcome.relieves[0] >= TOLD_FROM_NOISE))
    return SIDE_EFFECT_SHOWS if outcome.does else Fraction(0)


def hazard_odds(danger: Danger, cause: str, seen: Mapping[str, bool]) -> Fraction:
    """The odds that a hazard is real under a cause; 0 or 1 once it was checked."""
    if danger.hazard in seen:
        return Fraction(int(seen[danger.hazard]))
    return under(danger.odds, cause)


def checked(told: Iterable[Evidence], change: str) -> dict[str, bool]:
    """The hazards of a change that were checked, and whether they hold."""
    return {
        each.hazard: each.holds for each in told if isinstance(each, HazardSeen) and each.change == change
    }


def seen_of(told: Iterable[Evidence], change: str) -> list[EffectSeen]:
    """What was seen of one change, oldest first."""
    return [each for each in told if isinstance(each, EffectSeen) and each.change == change]


def still_possible(scenario: Scenario, place: str, told: Iterable[Evidence]) -> frozenset[int]:
    """The answers that a place may hold after what was said of it: 0 is none, its clues count from 1.

    A clue that was told leaves only itself. Nothing found leaves nothing, and the clues that whoever looked
    could not have told: their silence is no evidence against those.
    """
    clues = scenario.clues.get(place, ())
    left = frozenset(range(len(clues) + 1))
    for piece in told:
        if isinstance(piece, ClueHeard) and piece.place == place:
            untold = {
                number for number, clue in enumerate(clues, 1) if piece.by and not clue.told_by(piece.by)
            }
            left &= {piece.clue} if piece.clue else untold | {0}
    return left


def _clues(scenario: Scenario, cause: str, place: str, left: Iterable[int]) -> Fraction:
    """The odds of what one place may still hold: it holds one answer, whoever looks."""
    odds = answers(scenario, place, cause)
    return sum((odds[each] for each in left), start=Fraction(0))


def _hazard(scenario: Scenario, cause: str, piece: HazardSeen) -> Fraction:
    """A hazard of which the scenario gives no odds tells nothing."""
    for danger in scenario.dangers_of(piece.change):
        if danger.hazard == piece.hazard:
            holds = under(danger.odds, cause)
            return holds if piece.holds else 1 - holds
    return Fraction(1)


def _words(scenario: Scenario, cause: str, piece: WordsHeard) -> Fraction:
    """Words that an author wrote for some causes speak for these; what anybody may say tells nothing."""
    said = written(scenario, piece)
    if not said:
        return Fraction(1)
    return FITS_WORDS if scenario.outcome(piece.change, cause).says == said else 1 - FITS_WORDS


def _tool(scenario: Scenario, cause: str, piece: ToolSeen) -> Fraction:
    """A tool that works speaks against the causes that break it, and the other way round."""
    down = breaks(scenario, cause, piece)
    if down is None:
        return Fraction(1, 2)
    return 1 - OTHERWISE if down is not piece.works else OTHERWISE


def written(scenario: Scenario, piece: WordsHeard) -> str:
    """The author's words for a change that are in what was said of it, empty for none."""
    texts = (scenario.outcome(piece.change, cause).says for cause in scenario.causes)
    return max((text for text in texts if text and text in piece.says), key=len, default="")


@lru_cache(maxsize=4096)
def _effects(
    scenario: Scenario,
    cause: str,
    change: str,
    pieces: tuple[EffectSeen, ...],
    found: tuple[tuple[str, bool], ...],
) -> Fraction:
    """The odds of all that was seen of one change: its luck, then whether its harm showed.

    `found` is what was found of its hazards. Many plays see the same of a change.
    """
    luck = _luck(scenario.outcome(change, cause), pieces, lag_of(scenario, change))
    return luck and luck * _worse(harm_odds(scenario, change, cause, dict(found)), pieces)


def _luck(outcome: Outcome, pieces: Sequence[EffectSeen], lag: int) -> Fraction:
    """The odds that it is seen to help, or not, as it was; attempts before what it needs say nothing."""
    visible = min(exact(outcome.chance) * shows(outcome), 1 - MISSED)
    if any(_impossible(outcome, piece) for piece in pieces):
        return Fraction(0)
    match sorted(helped_where_it_could(outcome, pieces, lag)):
        case []:
            return Fraction(1)
        case [helped]:
            return visible if helped else 1 - visible
        case _:
            return Fraction(0)


def chance_left(outcome: Outcome, helped: set[bool]) -> Fraction:
    """The chance that a change works, by whether it was seen to help where it could: luck is drawn once."""
    works, visible = exact(outcome.chance), exact(outcome.chance) * shows(outcome)
    if not helped:
        return works
    if True in helped or works == visible:
        return Fraction(int(True in helped))
    return (works - visible) / (1 - visible)


def helped_where_it_could(outcome: Outcome, pieces: Iterable[EffectSeen], lag: int) -> set[bool]:
    """Whether it was seen to help, or not, when it could have been; empty when that was never so.

    It could when what it needs was in place and a relief was not over: the signal shows what was `lag`
    seconds ago.
    """
    able = (piece for piece in pieces if _able(outcome, piece) and not _over(outcome, piece, lag))
    return {piece.seen in ("helped", "relapsed") for piece in able}


def lag_of(scenario: Scenario, change: str) -> int:
    """The seconds by which the signal of a change is behind; 0 for one that the runbook does not know."""
    known = scenario.organisation.runbook.get(change)
    return scenario.organisation.lag_of(known) if known else 0


def _able(outcome: Outcome, piece: EffectSeen) -> bool:
    return shows(outcome) > 0 and piece.in_place.issuperset(outcome.after)


def _over(outcome: Outcome, piece: EffectSeen, lag: int) -> bool:
    relief = None if outcome.cures else outcome.relieves
    return relief is not None and piece.delay > relief[1] + lag


def _impossible(outcome: Outcome, piece: EffectSeen) -> bool:
    """A change helps only where it could, and a cure does not relapse; a part of a fix may do both."""
    if piece.seen not in ("helped", "relapsed"):
        return False
    if not _able(outcome, piece):
        return not (outcome.does and outcome.after)
    return piece.seen == "relapsed" and outcome.cures


def harm_odds(scenario: Scenario, change: str, cause: str, seen: Mapping[str, bool]) -> Fraction:
    """The odds that a change does harm under a cause, by itself or through a hazard."""
    if scenario.outcome(change, cause).harms:
        return Fraction(1)
    dangers = scenario.dangers_of(change)
    return 1 - prod((1 - hazard_odds(danger, cause, seen) for danger in dangers), start=Fraction(1))


def _worse(harm: Fraction, pieces: Iterable[EffectSeen]) -> Fraction:
    """The odds that it looked worse, or merely no better; a change that helped is not asked."""
    unhelped = {piece.seen for piece in pieces} & {"nothing", "worse"}
    if not unhelped:
        return Fraction(1)
    worse = harm * HARM_SHOWS + (1 - harm) * GROWS_BY_ITSELF
    return worse if "worse" in unhelped else 1 - worse
