"""Who else led, after a hand-over, and what of the outage that leaves to be judged."""

from simulator.domain.entry import each
from simulator.domain.fact import CommandHanded, LedOn
from simulator.domain.prose import Names
from simulator.domain.prose.names import YOU
from simulator.domain.succession import Stretch
from simulator.scoring.case import Case
from simulator.scoring.words import clock, listed


def led_by_others(case: Case, names: Names, before: str = YOU) -> str:
    """Who led from when to when, as one or two sentences for the verdict; empty when nobody else did."""
    told = [_led(case, stretch, names) for stretch in case.others]
    if not told:
        return ""
    return f" {' '.join(told)} Marks are for what {before} led; customers and their minutes are of all of it."


def _led(case: Case, stretch: Stretch, names: Names) -> str:
    who = listed([names[person] for person in dict.fromkeys(_leaders(case, stretch))])
    until = f"to {clock(stretch.ends.at)}" if stretch.ends else "on"
    return f"{who} led from {clock(stretch.begins.at)} {until}."


def _leaders(case: Case, stretch: Stretch) -> list[str]:
    """Whoever had command in a stretch, in order."""
    end = stretch.ends.number if stretch.ends else case.beyond
    first = [fact.person for entry, fact in each(case.seen, LedOn) if entry.number == stretch.begins.number]
    passed = each(case.seen, CommandHanded)
    return first + [fact.person for entry, fact in passed if stretch.begins.number < entry.number < end]
