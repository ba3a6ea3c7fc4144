"""A file under criticism: its finished value, and what is written where."""

from collections.abc import Iterator
from typing import Generic, TypeVar

from simulator.authoring.schema import Kind
from simulator.authoring.shapes.outcome import ALWAYS
from simulator.authoring.text.node import Node
from simulator.domain.scenario import Effect, Scenario
from simulator.domain.value import Value

V = TypeVar("V")


class Draft(Value, Generic[V]):
    """A value with the tree of its file, so that a finding has a place."""

    value: V
    tree: Node
    kind: Kind

    def at(self, *path: str | int) -> Node:
        """What is written at a path, or as near to it as anything is; else the file's first key."""
        node = self.tree.at(path)
        return self.tree[self.kind] if node is self.tree else node


def effects_of_causes(draft: Draft[Scenario]) -> Iterator[tuple[Node, Effect]]:
    """Every effect of every cause, with its place. Seconds count from the start of the exercise."""
    for name, cause in draft.value.causes.items():
        yield from zip(draft.tree["causes"][name]["does"].each, cause.effects, strict=True)


def effects_of_changes(draft: Draft[Scenario], cause: str | None = None) -> Iterator[tuple[Node, Effect]]:
    """Every effect of every change, or of those outcomes that hold under a cause, with its place."""
    for change, outcomes in draft.value.outcomes.items():
        for under, outcome in outcomes.items():
            if cause is None or under == cause or (under == ALWAYS and cause not in outcomes):
                written = draft.tree["changes"][change][under]
                yield from zip(written["does"].each, outcome.does, strict=True)
                yield from zip(written["harms"].each, outcome.harms, strict=True)


def effects_of_others(draft: Draft[Scenario]) -> Iterator[tuple[Node, Effect]]:
    """Every effect of hazards and injects, with its place."""
    for danger in draft.value.dangers:
        harms = draft.tree["hazards"][danger.change][danger.hazard]["harms"]
        yield from zip(harms.each, danger.harms, strict=True)
    for node, inject in zip(draft.tree["injects"].each, draft.value.injects, strict=True):
        yield from zip(node["does"].each, inject.effects, strict=True)


def effects_under(draft: Draft[Scenario], cause: str) -> Iterator[tuple[Node, Effect]]:
    """Every effect that can come together when a cause is drawn."""
    written = draft.tree["causes"][cause]["does"].each
    yield from zip(written, draft.value.causes[cause].effects, strict=True)
    yield from effects_of_changes(draft, cause)
    yield from effects_of_others(draft)


def effects(draft: Draft[Scenario]) -> Iterator[tuple[Node, Effect]]:
    """Every effect that the file describes, with its place."""
    yield from effects_of_causes(draft)
    yield from effects_of_changes(draft)
    yield from effects_of_others(draft)
