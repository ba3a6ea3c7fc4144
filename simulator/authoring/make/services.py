"""Services, journeys, signals and alerts of an organisation."""

from simulator.authoring.forms import Crossing
from simulator.authoring.shapes.services import AlertShape, JourneyShape, ServiceShape, SignalShape
from simulator.authoring.text.node import Node
from simulator.domain.duration import show_duration
from simulator.domain.organisation import Alert, Journey, Service, Signal


def make_service(name: str, shape: ServiceShape, written: Node) -> Service:
    """A service, with the place of its name."""
    return Service(
        name=name,
        team=shape.team,
        needs=shape.needs,
        calls=shape.calls,
        capacity=shape.capacity,
        retries=shape.retries,
        parts=shape.parts,
        shields=shape.shields,
        hit_rate=shape.hit_rate or 0.0,
        refill=shape.refill or 0,
        queue=shape.queue or 0,
        outside=shape.outside,
        about=shape.about or "",
        origin=written.key.origin,
    )


def make_journey(name: str, shape: JourneyShape) -> Journey:
    """A journey."""
    return Journey(name, shape.share, shape.needs)


def make_signal(name: str, shape: SignalShape) -> Signal:
    """A signal."""
    return Signal(name, shape.of, shape.shows, shape.lag, shape.noise)


def _amount(when: Crossing) -> str:
    match when.unit:
        case "%":
            return f"{when.threshold * 100:g}%"
        case "x":
            return f"{when.threshold:g}x"
        case _:
            return show_duration(round(when.threshold))


def make_alert(shape: AlertShape, written: Node) -> Alert:
    """An alert. Without a name of its own it is called by its condition: `app errors > 5%`."""
    when = shape.when
    amount = _amount(when)
    sign = ">" if when.beyond == "above" else "<"
    name = shape.called or f"{when.signal} {sign} {amount}"
    return Alert(name, when.signal, when.beyond, when.threshold, when.hold, shape.pages, written.mark.origin)
