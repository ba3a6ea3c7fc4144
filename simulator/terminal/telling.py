"""How an entry is told on the screen: its time, a mark for what wants the reader, and a sentence."""

from simulator.domain.duration import show_clock
from simulator.domain.entry import Entry
from simulator.domain.fact import Ended, Misread, Refused
from simulator.domain.prose import Names, say, tone
from simulator.domain.prose.weight import UNTOLD, doubled, mark_of
from simulator.terminal.paint import Paint, harmless
from simulator.terminal.wrap import WIDTH, hang


def tell(entry: Entry, names: Names, paint: Paint, width: int = WIDTH) -> list[str]:
    """The lines that tell an entry as it comes; none for what needs no telling."""
    match entry.fact:
        case Misread(answer=answer):
            return ask_again(answer, paint, width)
        case Refused(reason=reason):
            return [paint(line, "alert") for line in hang("  not possible: ", harmless(reason), width)]
        case Ended():
            return ["", *in_full(entry, names, paint, width)]
        case fact if isinstance(fact, UNTOLD) or doubled(entry):
            return []
    return in_full(entry, names, paint, width)


def in_full(entry: Entry, names: Names, paint: Paint, width: int = WIDTH) -> list[str]:
    """The lines that tell an entry, whatever it is."""
    mark = mark_of(entry)
    head = f"{show_clock(entry.at):>8} {mark} "
    first, *rest = hang(head, harmless(say(entry, names)), width)
    colour = "alert" if mark == "!" else tone(entry)
    clock = paint(first[:8], "dim")
    return [clock + paint(first[8:], colour), *(paint(line, colour) for line in rest)]


def ask_again(answer: str, paint: Paint, width: int = WIDTH) -> list[str]:
    """What a reader is told about words that could not be read."""
    return [paint(line, "alert") for line in hang("  ? ", harmless(answer), width)]
