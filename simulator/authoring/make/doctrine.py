"""A doctrine from its file."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from simulator.authoring.shapes.clocks import EVERY, ClockShape
from simulator.authoring.shapes.process import DoctrineShape, RoleShape, SeverityShape
from simulator.domain.doctrine import Clock, Doctrine, Role, Severity, Threshold

V = TypeVar("V")


def make_doctrine(shape: DoctrineShape) -> Doctrine:
    """The doctrine of a sound file."""
    severities = tuple(shape.severities)
    return Doctrine(
        id=shape.doctrine,
        title=shape.title,
        source=shape.source,
        stages=shape.stages,
        severities={name: _severity(name, one) for name, one in shape.severities.items()},
        roles={name: _role(name, role) for name, role in shape.roles.items()},
        switches=dict(_fields(shape.switches)),
        clocks={name: _clock(name, one, severities) for name, one in _fields(shape.clocks) if one},
        thresholds={name: _threshold(name, one) for name, one in _fields(shape.thresholds)},
        easy_kinds=shape.easy_kinds,
        weights={rule: points for _, axis in _fields(shape.axes) for rule, points in _fields(axis)},
        pass_mark=shape.grade.pass_mark,
        distinction=shape.grade.distinction,
    )


def _fields(shape: BaseModel) -> Iterator[tuple[str, Any]]:
    """The values of a shape by their keys in the file."""
    for name, field in type(shape).model_fields.items():
        yield field.alias or name, getattr(shape, name)


def _severity(name: str, shape: SeverityShape) -> Severity:
    return Severity(name, shape.means, shape.examples, shape.source, shape.also, shape.rises_when)


def _role(name: str, shape: RoleShape) -> Role:
    return Role(name, shape.owns, shape.required_at, shape.source)


def _clock(audience: str, shape: ClockShape, severities: Sequence[str]) -> Clock:
    first = _for_each(shape.first, severities)
    then = _for_each(shape.then, severities)
    if shape.later is None:
        return Clock(audience, first, then, shape.source)
    later = _for_each(shape.later.then, severities)
    return Clock(audience, first, then, shape.source, shape.later.after, later)


def _for_each(given: Mapping[str, V], severities: Sequence[str]) -> dict[str, V]:
    """The values per severity, in their order, when one may stand for all."""
    everywhere = dict.fromkeys(severities, given[EVERY]) if EVERY in given else given
    return {severity: everywhere[severity] for severity in severities if severity in everywhere}


def _threshold(name: str, shape: Any) -> Threshold:
    return Threshold(name, float(shape.value), shape.source)
