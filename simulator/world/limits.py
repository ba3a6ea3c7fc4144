"""How far a facilitator may go: nudges are bounded, and only those speak who could."""

from collections.abc import Callable, Mapping
from typing import Any

from simulator.domain.duration import MINUTE
from simulator.domain.guidance import (
    MOST_NUDGES,
    MOST_PLANNED,
    MOST_SECONDS,
    MOST_SHARE,
    Fire,
    Hold,
    LetGo,
    Nudge,
    Plan,
    Prompt,
    Reword,
    SendIn,
)
from simulator.world.guide import effect_of
from simulator.world.parts import Parts

SHORTEST = MINUTE
"""A nudge shorter than a minute is read by no gauge."""


def _fire(parts: Parts, command: Fire) -> str:
    """What was said once is not said again by hand; a person speaks on the call or not at all."""
    number = int(command.inject)
    inject = parts.injects.all[number - 1]
    if parts.injects.standing(number).state == "happened":
        return f"Inject {number} has happened. To have something said: have WHO say TEXT."
    if command.text and not inject.who:
        return f"Nobody speaks in inject {number}; it only does something. Fire it without words."
    return _can_speak(parts, inject.who)


def _hold(parts: Parts, command: Hold) -> str:
    match parts.injects.standing(int(command.inject)).state:
        case "held":
            return f"Inject {command.inject} is held already."
        case "happened" | "passed by" | "unsaid":
            return f"Inject {command.inject} has had its moment; there is nothing to hold."
    return ""


def _reword(parts: Parts, command: Reword) -> str:
    number = int(command.inject)
    if parts.injects.standing(number).state in ("happened", "passed by", "unsaid"):
        return f"Inject {number} has had its moment; there is nothing to reword."
    if not parts.injects.all[number - 1].who:
        return f"Nobody speaks in inject {number}; it only does something."
    return ""


def _let_go(parts: Parts, command: LetGo) -> str:
    held = parts.injects.standing(int(command.inject)).state == "held"
    return "" if held else f"Inject {command.inject} is not held."


def _plan(parts: Parts, command: Plan) -> str:
    if not 0 < command.after < parts.scene.scenario.limit - parts.scene.now:
        return "That is after the end of the exercise." if command.after else "At once is: have WHO say TEXT."
    if len(parts.injects.planned) >= MOST_PLANNED:
        return f"You have written {MOST_PLANNED} already; the rest is for the team and the outage."
    return ""


def _prompt(parts: Parts, command: Prompt) -> str:
    return _can_speak(parts, command.who)


def _can_speak(parts: Parts, who: str) -> str:
    if who not in parts.scene.organisation.people or parts.responders[who].here:
        return ""
    return f"{parts.responders.name(who)} is not on the call, and so cannot say anything there."


def _send_in(parts: Parts, command: SendIn) -> str:
    audience = parts.scene.organisation.stakeholders[command.who].hears
    return f"Somebody of {audience} stands in the room." if audience in parts.stakeholders.presence else ""


def _nudge(parts: Parts, command: Nudge) -> str:
    if not 0 < command.amount <= MOST_SHARE:
        return f"A nudge is by 1 % to {MOST_SHARE} %."
    if not SHORTEST <= command.lasts <= MOST_SECONDS:
        return f"A nudge lasts {SHORTEST // MINUTE} to {MOST_SECONDS // MINUTE} minutes."
    if parts.guide.nudges >= MOST_NUDGES:
        return f"That were more than {MOST_NUDGES} nudges; the rest is for the team and the outage."
    if parts.guide.nudged.get(command.service, 0) > parts.scene.now:
        return f"{command.service} is being nudged already."
    if parts.plant.tips(effect_of(command)):
        return (
            f"That would push {command.service} into overload, which stays when a nudge goes. Ask for less."
        )
    return ""


LIMITS: Mapping[type, Callable[[Parts, Any], str]] = {
    Fire: _fire, Hold: _hold, Reword: _reword, Plan: _plan, LetGo: _let_go, Prompt: _prompt, SendIn: _send_in,
    Nudge: _nudge,
}  # fmt: skip
