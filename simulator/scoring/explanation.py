"""A decision in plain words: what it was likely to bring, what the best choice was, what that made out."""

from simulator.domain.prose.capital import capital
from simulator.scoring.weighing import NEXT_TO_NOTHING, Decision, Option
from simulator.scoring.words import clock, minutes, percent, summed

ABOUT = 0.1
"""Numbers of customers that differ by no more than this share are about the same."""
WORTH_SAYING = 0.1
"""Damage below this share of what a choice costs is left out, and a part in a fix that is less likely."""


def explanation(decision: Decision) -> str:
    """Two or three sentences on a decision."""
    if decision.chosen.kind == "wait":
        return _waited(decision)
    if decision.chosen.kind == "undo":
        return _undone(decision)
    if decision.share <= NEXT_TO_NOTHING or decision.inherited:
        before = f"; those before it in a row had cost {summed(decision.earlier)}"
        row = before if decision.share > NEXT_TO_NOTHING else ""
        return (
            f"{capital(described(decision.chosen))}. No other choice was expected to cost noticeably "
            f"less{row}."
        )
    if decision.chosen.kind == "check" and decision.chosen.name == decision.best.name:
        takes = minutes(decision.chosen.seconds)
        return (
            f"Checking whether '{decision.best.name}' is safe takes {takes}, and by what was known that time "
            "was worth more than the harm it could save. "
            f"The difference was expected to cost {summed(decision.regret)}."
        )
    row = f", {summed(decision.earlier)} of it by those before it" if decision.earlier else ""
    return (
        f"{capital(_given_away(decision.chosen))}; {described(decision.best)}. "
        f"The difference was expected to cost {summed(decision.regret)}{row}."
    )


def _given_away(option: Option) -> str:
    """A choice that gave something away: an answer that was waited for was not worth that."""
    return f"{_under_way(option)}, and it was waited for" if option.in_hand else described(option)


def _under_way(option: Option) -> str:
    asked = option.name if option.kind == "look" else f"the safety of '{option.name}'"
    return f"a look at {asked} was under way"


def _waited(decision: Decision) -> str:
    until, own = clock(decision.since + decision.chosen.seconds), summed(decision.own)
    before = ""
    if decision.earlier and decision.row is None:
        before = f", {summed(decision.regret)} with the waits before it"
    return (
        f"From {clock(decision.since)} to {until} nothing was under way{_but(decision.chosen)} while about "
        f"{_how_many(decision)} customers were failing; {described(decision.best)}. "
        f"Waiting beyond {clock(decision.at)} cost {own}{before}.{_in_a_row(decision)}"
    )


def _how_many(decision: Decision) -> str:
    """The customers failing in a wait: from the fewest to the most, where these are not about as many."""
    least, most = min((decision.rate, *decision.rates)), max((decision.rate, *decision.rates))
    if most - least <= ABOUT * most:
        return f"{decision.rate:,.0f}"
    return f"{least:,.0f} to {most:,.0f}"


def _in_a_row(decision: Decision) -> str:
    """What the waits cost together that a wait is one of."""
    row = decision.row
    if row is None:
        return ""
    small = ", none of them much by itself" if decision.for_all else ""
    return (
        f" The {row.waits} waits from {clock(row.since)} to {clock(row.until)}, with nothing tried in "
        f"between, cost {summed(row.regret)} together{small}."
    )


def _but(wait: Option) -> str:
    return f"{meanwhile(wait)}," if wait.name else ""


def meanwhile(wait: Option) -> str:
    """What there was in a wait though it brought nothing: ` but 'restart app', which hung`, or nothing."""
    if wait.overran:
        return f" but a look at {wait.name} that went on and on"
    if wait.untaken:
        return f" but a request to look at {wait.name}, which nobody had taken"
    if wait.told_in:
        return f" but a watch of '{wait.name}', which could have told after {minutes(wait.told_in)}"
    if wait.readied:
        return f" but the making ready of '{wait.name}'"
    return f" but '{wait.name}', which hung" if wait.name else ""


def _undone(decision: Decision) -> str:
    change, likely = decision.chosen.name, percent(decision.share)
    if decision.share <= NEXT_TO_NOTHING:
        return f"'{change}' had helped, and by what was known nothing needed it any more."
    return (
        f"'{change}' had helped, and by what was known it was {likely} likely that nothing else held it off: "
        f"undone, about {decision.rate:,.0f} customers would fail again until it is made once more. Best was "
        "to keep it until something else is known to hold. "
        f"The difference was expected to cost {summed(decision.regret)}."
    )


def described(option: Option) -> str:
    """An option as a clause: what it takes, and how likely it was to help."""
    takes = minutes(option.seconds)
    if option.kind == "change":
        likely, breaks = _likely(option), damage(option)
        shows = f"'{option.name}' takes {takes} on average until it shows{_held_up(option)}"
        if breaks:
            return f"{shows}, {likely}, and may do damage: {breaks} on average"
        return f"{shows}, and {likely}"
    if option.in_hand:
        return f"{_under_way(option)}, whose answer was worth waiting for"
    if option.kind == "look":
        return f"looking at {option.name} takes {takes} and narrows down the cause"
    if option.kind == "check":
        change = f"the change itself {_likely(option)}"
        return f"checking whether '{option.name}' is safe takes {takes}, and {change}"
    return "nothing quick was worth its time any more"


def _held_up(option: Option) -> str:
    return f", the wait for {option.after} included" if option.after else ""


def _likely(option: Option) -> str:
    part = f"{_part(option)} likely to be one part of a fix" if _part(option) else ""
    if not option.chance:
        return f"was {part}" if part else "could not be expected to help"
    if not part and option.eases:
        return (
            f"was {percent(option.chance)} likely to relieve{_how_long(option)}, and ends nothing by itself"
        )
    if not part:
        return f"was {percent(option.chance)} likely to help{_how_long(option)}"
    alone = f"{percent(option.chance)} likely to help by itself{_how_long(option)}"
    first, then = (part, alone) if option.part > option.chance else (alone, part)
    return f"was {first}, and {then}"


def _how_long(option: Option) -> str:
    if _passes(option):
        return ", but only for a while"
    lasts = lasting(option)
    return f" at least for a while, {lasts} for good" if lasts else ""


def _passes(option: Option) -> bool:
    """Whether all that it could do, as likely as it was told, passes after a while."""
    return option.brief or lasting(option) == percent(0.0)


def _part(option: Option) -> str:
    """How likely it was to be one of several changes that end it; empty where that is next to nothing."""
    return percent(option.part) if option.part >= WORTH_SAYING else ""


def chances(option: Option) -> str:
    """The chance to help in a few words: `97 % (69 % for good)`; empty for what is no change."""
    if option.chance is None:
        return ""
    part = f"{_part(option)} as one part" if _part(option) else ""
    if part and not option.chance:
        return part
    alone, lasts = percent(option.chance), lasting(option)
    if option.chance and _passes(option):
        alone = f"{alone}, for a while"
    elif lasts:
        alone = f"{alone} ({lasts} for good)"
    if option.chance and option.eases:
        alone = f"{alone}, relieves"
    return f"{alone}; {part}" if part else alone


def damage(option: Option) -> str:
    """What a change is expected to break by itself, in customer-minutes; empty where that is little."""
    return summed(option.harm) if option.harm > WORTH_SAYING * option.cost else ""


def lasting(option: Option) -> str:
    """The chance to help for good, where that is another one than the chance to help at all; else empty."""
    if option.chance is None or option.lasting is None:
        return ""
    whole, part = percent(option.chance), percent(option.lasting)
    return part if part != whole else ""
