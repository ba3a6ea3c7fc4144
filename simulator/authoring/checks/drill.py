"""What a drill means, held against its organisation and the rules there are."""

from collections.abc import Collection, Iterator

from simulator.authoring.checks.names import all_known, unknown
from simulator.authoring.forms.drill import ENDING, POINT
from simulator.authoring.problem import Problem
from simulator.authoring.shapes.axes import rules_and_axes
from simulator.authoring.text.node import Node
from simulator.domain.organisation import Organisation


def check_drill(tree: Node, organisation: Organisation, audiences: Collection[str]) -> Iterator[Problem]:
    """People, changes, audiences and rules that a drill names exist."""
    yield from all_known(tree["on the call"].each, organisation.people, "person")
    drill = tree["drill"]
    yield from all_known(drill["judged"].each, rules_and_axes(), "rule or axis")
    for written in (*(step["at"] for step in tree["so far"].each), drill["takes over"]):
        point = POINT.read(written.value)
        if point and point.change:
            yield from _change(written, point.change, organisation)
    for written in drill["ends"].each or (drill["ends"],):
        ending = ENDING.read(written.value)
        if ending and ending.subject:
            yield from _subject(written, ending.event == "posted", ending.subject, organisation, audiences)


def _change(written: Node, change: str, organisation: Organisation) -> Iterator[Problem]:
    if change not in organisation.runbook:
        yield unknown(written, change, tuple(organisation.runbook), "change")


def _subject(
    written: Node, news: bool, subject: str, organisation: Organisation, audiences: Collection[str]
) -> Iterator[Problem]:
    names, noun = (audiences, "audience") if news else (tuple(organisation.runbook), "change")
    if subject not in names:
        yield unknown(written, subject, names, noun)
