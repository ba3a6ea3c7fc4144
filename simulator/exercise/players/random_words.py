"""The player that says things at random: all of them commands, few of them wise."""

from collections.abc import Sequence
from hashlib import blake2b
from typing import ClassVar

from simulator.domain.seats import COMMANDER
from simulator.exercise.exercise import Exercise

FORMS = (
    "declare {severity}",
    "severity {severity}",
    "page {team}",
    "page {person}",
    "assign {role} to {person}",
    "ask {person} what changed",
    "ask {person} for progress",
    "ask {person} what can we try",
    "ask impact",
    "investigate {place} by {person}",
    "investigate {place}",
    "check {change} by {person}",
    "order {change} by {person}",
    "order {change}",
    "order {change} by {person} staged because it may help",
    "prepare {change} by {person}",
    "verify {change} by {person}",
    "verify {change} on {signal} for 3m by {person}",
    "revert {change} by {person}",
    "residual {change}",
    "poll {change}",
    "freeze",
    "unfreeze",
    "post status page {state} affecting {journey} next in 20m",
    "brief leadership {state} next in 30m",
    'brief support {state} saying "we are on it"',
    "draft status page {state}",
    "approve status page",
    'sitrep "all hands on it"',
    "release {person}",
    "warn {person}",
    "mitigated",
    "resolve",
    'follow-up "look into it" for {person}',
    "wait 2m",
    "wait 5m",
    "wait",
    "board",
    "signals",
    "people",
    "runbook",
    'note "hm"',
    "hand over to {person}",
    "open workstream side led by {person} within 10m",
    "investigate {place} in workstream side within 5m",
    "order {change} in workstream side",
    "revert {change} in workstream side",
    "answer leadership no eta",
    "answer leadership eta 10m",
    "answer leadership later",
    "severity {severity} because more are affected",
    "post status page {state} affecting {journey} eta 10m next in 5m via email",
    "brief regulator {state}",
    "page {provider}",
    "ask {provider} for progress",
    "skip 10m",
    "wait until news for up to 20m",
    "close workstream side",
    "gibberish {person}",
    "{change}",
    "ord",
    "",
)


class RandomWords:
    """Fills random forms with random names. Its luck is a hash of its seed and its turn."""

    name: ClassVar[str] = "random"

    def __init__(self, seed: int = 0) -> None:
        self.seed = seed
        self._turn = 0

    def says(self, exercise: Exercise) -> str:
        """One random line."""
        self._turn += 1
        form = self._pick("form", FORMS)
        if form == "resolve" and self._pick("really", range(4)):
            form = "wait 5m"
        choices = _choices(exercise) if "{" in form else {}
        return form.format(
            **{slot: self._pick(slot, among) for slot, among in choices.items() if slot in form}
        )

    def _pick(self, what: str, among: Sequence[str] | range) -> str:
        key = f"{self.seed}|{self._turn}|{what}".encode()
        number = int.from_bytes(blake2b(key, digest_size=8).digest(), "big")
        return str(among[number % len(among)])


def _choices(exercise: Exercise) -> dict[str, Sequence[str]]:
    organisation = exercise.scenario.organisation
    here = exercise.board(COMMANDER).here
    return {
        "severity": tuple(exercise.doctrine.severities), "team": tuple(organisation.rotas),
        "person": here or tuple(organisation.people), "role": tuple(exercise.doctrine.roles),
        "place": exercise.scenario.places, "change": tuple(organisation.runbook),
        "signal": tuple(organisation.signals), "journey": tuple(organisation.journeys),
        "provider": tuple(organisation.providers) or tuple(organisation.people),
        "state": ("investigating", "identified", "monitoring", "resolved"),
    }  # fmt: skip
