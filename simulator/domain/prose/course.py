"""How the course of the exercise reads: its start and end, what was typed, what is really so."""

from simulator.domain.duration import show_minutes
from simulator.domain.fact import (
    CauseDrawn,
    ChangeActed,
    Commanded,
    EffectSetIn,
    EffectWentOff,
    Ended,
    HazardDrawn,
    Healed,
    ImpactChanged,
    Interrupted,
    Looked,
    Misread,
    Opened,
    Overloaded,
    Refused,
    TakenOver,
    WorkLost,
    WorkMerged,
)
from simulator.domain.prose.names import Names
from simulator.domain.prose.saying import Sayings, counted, joined, sentence, share


def _looked(fact: Looked, names: Names) -> str:
    shown = joined(f"{signal} {names.reading(signal, value)}" for signal, value in fact.readings)
    return sentence(
        f"{names.does('commander', 'looks')} at the {fact.view}" + (f": {shown}" if shown else "")
    )


def _impact(fact: ImpactChanged, names: Names) -> str:
    lost = f"{counted(fact.total, 'customer-minute')} lost so far"
    if fact.losing:
        lost = f"the work of {counted(fact.losing, 'customer')} is being lost; {lost}"
    if not fact.failing:
        return f"No customer is failing; {lost}."
    journeys = joined(f"'{name}' for {share(failing)}" for name, failing in fact.journeys)
    verb = "is" if fact.failing == 1 else "are"
    return (
        f"{counted(fact.failing, 'customer')} {verb} failing"
        + (f" ({journeys})" if journeys else "")
        + f"; {lost}."
    )


def _place(to: str, part: int) -> str:
    return f"{to}, part {part}" if part else to


def _cause_of(why: str) -> str:
    if why.startswith("harm of "):
        return f"harm done by change {why.removeprefix('harm of ')}"
    if why.startswith("nudge "):
        return f"the facilitator's {why}"
    return f"'{why}'"


def _amount(what: str, amount: float) -> str:
    match what:
        case "errors" | "lost" | "shed" | "loses" | "strands":
            return f" for {share(amount)}"
        case "slow":
            return f", {amount:g} times the usual"
        case _:
            return f" by {100 * amount:+.0f} %"


_EFFECTS = {
    "errors": "requests fail",
    "slow": "answers are slow",
    "load": "load changes",
    "capacity": "capacity changes",
    "lost": "the cache goes cold",
    "shed": "requests are turned away",
    "cost": "the work of a request changes",
    "loses": "work is lost that seems to be done",
    "strands": "work is done that only one side has",
}


def _effect(what: str) -> str:
    return _EFFECTS.get(what, what)


def what_happens(to: str, part: int, what: str, amount: float) -> str:
    """Something that happens to a service, in words."""
    return f"{_place(to, part)}: {_effect(what)}{_amount(what, amount)}"


_ACTED = {
    "cured": "ends what is wrong",
    "stopped": "keeps it from spreading; what is there stays",
    "relieved": "takes some of it away, for a while",
    "locally": "helps where its small first form was made, while that stays",
    "worked": "does what it is meant to do",
    "nothing": "does nothing about what is wrong",
    "reverted": "was what helped: undone, what was wrong is back",
    "relapsed": "has worn off: what was wrong is back",
}


def _acted(fact: ChangeActed, names: Names) -> str:
    harm = ", and makes something worse" if fact.harmed else ""
    return f"'{fact.change}' ({fact.id}) {_ACTED[fact.acted]}{harm}."


SAYINGS: Sayings = {
    Opened: lambda fact, names: sentence(f"{fact.title}. {fact.briefing.strip()}"),
    TakenOver: lambda fact, names: sentence(f"{names.does('commander', 'takes')} over. {fact.task}"),
    Ended: lambda fact, names: sentence("The exercise ends" + (f": {fact.why}" if fact.why else "")),
    Commanded: lambda fact, names: f'{names.does(fact.seat, "says")} "{fact.text}".',
    Misread: lambda fact, names: f'{names.does(fact.seat, "says")} "{fact.text}". {sentence(fact.answer)}',
    Refused: lambda fact, names: (
        f'{names.does(fact.seat, "asks")} for "{fact.text}". {sentence(fact.reason)}'
    ),
    Looked: _looked,
}

TRUTHS: Sayings = {
    CauseDrawn: lambda fact, names: sentence(f"What is wrong is '{fact.cause}'. {fact.truth}"),
    HazardDrawn: lambda fact, names: (
        f"'{fact.change}' is dangerous today: {fact.hazard}."
        if fact.holds
        else f"'{fact.change}' is safe today: the runbook's warning, '{fact.hazard}', is not true now."
    ),
    EffectSetIn: lambda fact, names: (
        f"{what_happens(fact.to, fact.part, fact.what, fact.amount)} ({_cause_of(fact.why)})."
    ),
    EffectWentOff: lambda fact, names: (
        f"{_place(fact.to, fact.part)}: no longer so that {_effect(fact.what)} ({_cause_of(fact.why)})."
    ),
    ImpactChanged: _impact,
    Healed: lambda fact, names: f"'{fact.cause}' is over by itself.",
    WorkLost: lambda fact, names: f"Stranded work of {counted(fact.minutes, 'customer-minute')} is gone.",
    WorkMerged: lambda fact, names: f"Stranded work of {counted(fact.minutes, 'customer-minute')} is safe.",
    Overloaded: lambda fact, names: (
        f"{fact.service} {'goes into' if fact.over else 'comes out of'} overload."
    ),
    ChangeActed: _acted,
    Interrupted: lambda fact, names: (
        f"The question costs {names[fact.person]} {show_minutes(fact.seconds)} of work."
    ),
}
