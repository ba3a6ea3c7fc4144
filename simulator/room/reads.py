"""How words read in the channel that nothing follows from at once: what they mean, as people say it."""

from collections.abc import Mapping

from simulator.domain.command import Ask, Draft, Post, Topic, Verify
from simulator.domain.duration import MINUTE
from simulator.domain.prose import Names
from simulator.domain.prose.people import work
from simulator.domain.prose.saying import audience

_QUESTIONS: Mapping[Topic, str] = {
    "what changed": "what changed lately?",
    "impact": "who is affected, and how badly?",
    "options": "what can we quickly try?",
    "progress": "how far are you?",
    "theory": "what do you think it is?",
    "evidence": "save the evidence, please.",
}
ALL = "Everybody"


def reads(said: object, takes: int, names: Names) -> str:
    """The sentence after whoever says it; empty where their own words say it best.

    An update's text is told where it goes out, and not while it is written.
    """
    match said:
        case Ask(topic=topic, person=person):
            return f"{names.start(person) if person else ALL}, {_QUESTIONS[topic]}"
        case Post(update=update):
            return f"writing to {audience(update.audience)}, out in {_about(takes)}"
        case Draft(update=update):
            return f"drafting an update to {audience(update.audience)}, for approval"
        case Verify(change=change, by=by):
            return f"{names.start(by) if by else ALL}, {work('verify', change)}, please."
        case _:
            return ""


def _about(seconds: int) -> str:
    """How long it takes to write, to the minute."""
    return f"about {max(1, round(seconds / MINUTE))} min"
