"""The kinds of thing that a command names, and what each is called in an answer."""

from simulator.domain.value import Value


class Kind(Value):
    """A kind of slot: `noun` completes "that is not ...", `shown_by` is the command that lists them."""

    noun: str
    shown_by: str = ""


NAMED = {
    "CHANGE": Kind("a change in the runbook", "runbook"),
    "PERSON": Kind("a person", "people"),
    "WHO": Kind("a person or a team", "people"),
    "PLACE": Kind("a place to investigate", "services"),
    "SIGNAL": Kind("a signal", "signals"),
    "SEVERITY": Kind("a severity", "severities"),
    "ROLE": Kind("a role"),
    "AUDIENCE": Kind("an audience"),
    "SCOPE": Kind("a journey or a service", "services"),
    "STATE": Kind("a state of an update"),
    "DATA": Kind("safe, lost or unknown"),
    "VIEW": Kind("something to look at"),
    "TOPIC": Kind("a topic to ask about"),
    "TASK": Kind("a look, a check, a preparation or a watch"),
    "WORK": Kind("a place, a change or a person", "board"),
    "INJECT": Kind("an inject of this outage"),
    "SPEAKER": Kind("somebody who could say something"),
    "SENIOR": Kind("somebody who could step in"),
    "WANT": Kind("something that they may want"),
    "SERVICE": Kind("a service"),
    "PULL": Kind("a way to nudge: errors, slowness or load"),
    "SEAT": Kind("a seat"),
    "STEP": Kind("a step of the ladder: question, direction or answer"),
}
"""Slots filled by a name from the vocabulary."""

SAID = {
    "DURATION": Kind("a duration such as 5m or 1h30m"),
    "CLOCK": Kind("a time of the day such as 09:00"),
    "SHARE": Kind("how sure, such as 80%"),
    "NAME": Kind("a name"),
    "WORDS": Kind("a few words"),
    "TEXT": Kind("a text"),
    "COMMAND": Kind("a command"),
    "PERCENT": Kind("a share such as 20%"),
}
"""Slots filled by what was typed."""

KINDS = NAMED | SAID

FREE = frozenset({"NAME", "WORDS", "TEXT", "COMMAND"})
"""Slots that take any words."""
