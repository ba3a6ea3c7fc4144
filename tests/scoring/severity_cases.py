"""What the tests of the severity rules share: warrants for a scenario, from signs as authors write them."""

from simulator.authoring.forms import SIGNS
from simulator.domain.severity import Warrant
from simulator.domain.value import replace

ALERT = '0:02:00 alert-fired alert="app errors" signal="app errors" pages=product\n'
FAILING = "0:00:00 impact-changed failing=2000 seen=truth\n"


def warranted(scenario, *written):
    """A scenario in which severities are right: each a text such as `P1: impact for 60m`, or `P0 or P1`."""
    return replace(scenario, severity=tuple(_warrant(text) for text in written))


def _warrant(text):
    levels, _, when = text.partition(": ")
    signs = SIGNS.read(when) if when else ()
    assert signs is not None, when
    return Warrant(tuple(levels.split(" or ")), f"so says {text}", signs)


def doctrine_with(doctrine, **switches):
    """A doctrine with other switches."""
    return replace(
        doctrine, switches={**doctrine.switches, **{k.replace("_", " "): v for k, v in switches.items()}}
    )
