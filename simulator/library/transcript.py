"""A play as a text to be read and compared: what the seat saw, what was really so, how it was judged."""

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from simulator.domain.course import customer_minutes, end_of
from simulator.domain.duration import show_clock
from simulator.domain.entry import TRUTH, Entry, visible
from simulator.domain.fact import Commanded, Ended
from simulator.domain.prose import Names, say, told_by
from simulator.domain.seats import COMMANDER
from simulator.exercise.script import Stray
from simulator.library.outage import Outage
from simulator.scoring.case import Case
from simulator.scoring.score import score

SHOWN = 8
"""So many lines of a difference are shown from where it begins."""


def transcript(outage: Outage, seed: int, entries: tuple[Entry, ...], strays: Iterable[Stray] = ()) -> str:
    """The whole text; lines are as long as what was said. `strays` are lines of a script that went astray."""
    names = told_by(entries, Names.of(outage.scenario.organisation))
    truth = (entry for entry in entries if entry.seen == TRUTH)
    blocks = (
        (f"{outage.scenario.id}, seed {seed}, judged by {outage.doctrine.id}",),
        _told(visible(entries, COMMANDER), names),
        ("What was really so", *_told(truth, names)),
        ("How it was judged", *_judged(outage, entries)),
    )
    astray = ("Lines of the script that went astray", *map(str, strays))
    shown = (*blocks, *([astray] if len(astray) > 1 else []))
    return "\n\n".join("\n".join(block) for block in shown) + "\n"


def _told(entries: Iterable[Entry], names: Callable[[Entry], Names]) -> Iterator[str]:
    for entry in entries:
        fact, clock = entry.fact, show_clock(entry.at)
        if isinstance(fact, Commanded):
            yield f"{clock} > {fact.text}"
        else:
            yield f"{clock}   {say(entry, names(entry))}".replace("\n", " ")


def _judged(outage: Outage, entries: tuple[Entry, ...]) -> Iterator[str]:
    card = score(Case(outage.scenario, outage.doctrine, entries))
    for each in card.axes:
        yield _row(str(each.axis), "not scored" if each.points is None else f"{each.points:.0f}")
    yield _row("grade", card.grade or "none")
    yield _row("customer-minutes lost", f"{customer_minutes(entries):,.0f}")
    why = next((entry.fact.why for entry in entries if isinstance(entry.fact, Ended)), "")
    yield _row("over at", f"{show_clock(end_of(entries))}, {why or 'not ended'}")


def _row(name: str, value: str) -> str:
    return f"{name:<28}{value}"


def first_difference(old: str, new: str) -> str:
    """Where two texts begin to differ, and what stood there and stands there now; empty if nowhere."""
    if old == new:
        return ""
    was, now = old.splitlines(), new.splitlines()
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(was, now, strict=False))))
    gone = [f"- {line}" for line in was[same : same + SHOWN]] or ["- (nothing more)"]
    come = [f"+ {line}" for line in now[same : same + SHOWN]] or ["+ (nothing more)"]
    return "\n".join([f"line {same + 1} differs", *gone, *come])
