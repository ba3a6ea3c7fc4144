"""A drill from its section of a scenario's file."""

from collections.abc import Sequence

from simulator.authoring.shapes.drill import AnswerShape, DrillShape, StepShape
from simulator.authoring.text.node import Node
from simulator.domain.drill import Drill, Line, Step


def make_drill(shape: DrillShape, so_far: Sequence[StepShape], tree: Node) -> Drill:
    """The drill of a sound file, with what the commander before said."""
    return Drill(
        task=shape.task,
        so_far=tuple(_step(one, node) for one, node in zip(so_far, tree["so far"].each, strict=True)),
        takes_over=shape.takes_over,
        ends=shape.ends,
        within=shape.within,
        judged=shape.judged,
        model=_line(shape.model, tree["drill"]["model"]),
        tempting=_line(shape.tempting, tree["drill"]["tempting"]),
    )


def _step(shape: StepShape, written: Node) -> Step:
    return Step(shape.at, shape.say, written["say"].mark.origin)


def _line(shape: AnswerShape, written: Node) -> Line:
    return Line(shape.say, shape.because, written["say"].mark.origin)
