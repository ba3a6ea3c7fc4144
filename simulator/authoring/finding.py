"""One error of pydantic, laid over the file: which value it means, whose it is, what belongs there."""

from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from simulator.authoring.outline import KEY, about
from simulator.authoring.text.node import Node, Path, quoted

_OUTCOME = 3
"""How deep outcomes lie: changes, a change, a cause."""

_NOUNS = {
    "services": "service", "journeys": "journey", "signals": "signal", "alerts": "alert", "runbook": "change",
    "sites": "site", "people": "person", "stakeholders": "stakeholder", "on call": "rota",
    "severities": "severity", "roles": "role", "clocks": "clock of", "thresholds": "threshold",
    "axes": "axis", "causes": "cause", "changes": "change", "hazards": "hazards of", "clues": "clues of",
    "injects": "inject", "history": "event", "does": "effect", "harms": "effect",
}  # fmt: skip


class Finding:
    """One error of pydantic, laid over the tree and the outline of the file."""

    def __init__(self, error: ErrorDetails, tree: Node, schema: Mapping[str, Any]) -> None:
        self.error, self.tree, self.schema = error, tree, schema
        loc = tuple(error["loc"])
        self.of_key = loc[-1:] == (KEY,)
        self.loc: Path = tuple(part for part in loc if part != KEY)
        self.node = tree.at(self.loc)

    @property
    def context(self) -> Mapping[str, Any]:
        """What else pydantic or our own check says about the error."""
        return self.error.get("ctx") or {}

    @property
    def whose(self) -> str:
        """`service 'app'`, or the name of the enclosing key, or of the file."""
        holder = self.loc[:-1]
        named = [part for part in holder if isinstance(part, str)]
        if not named:
            return "the file"
        if holder[0] == "changes" and len(holder) == _OUTCOME:
            return f"what {quoted(named[1])} does under {quoted(named[2])}"
        if len(holder) > 1 and holder[-2] in _NOUNS:
            name = quoted(str(holder[-1])) if isinstance(holder[-1], str) else str(int(holder[-1]) + 1)
            return f"{_NOUNS[str(holder[-2])]} {name}"
        return quoted(named[-1])

    @property
    def about(self) -> str:
        """What belongs here, in words."""
        return about(self.schema, self.loc)


def is_echo(error: ErrorDetails, tree: Node) -> bool:
    """Whether an error only repeats another: the list is not too short, its items are wrong."""
    node = tree.at(tuple(error["loc"]))
    least = error.get("ctx", {}).get("min_length", 0)
    return error["type"] == "too_short" and max(len(node.each), len(node.names)) >= least
