"""Services on the move by themselves: each second is what it would be with everything worked out anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.health import health
from simulator.domain.motion import Motion
from simulator.domain.strain import Strain, fading
from simulator.domain.wiring import wiring_of

TOWN = """
    door needs app
    app needs db calls mail
    db
    mail parts 5
    search
    journey buy 0.5: door, mail
    journey browse 0.3: door
    journey find 0.2: search
"""
SINCE, UNTIL = 100, 200
DB, MAIL, SEARCH = 2, 3, 4


@pytest.fixture(scope="module")
def town(company):
    return wiring_of(company(TOWN))


@st.composite
def strains(draw, services):
    """Something that has set in on a service and has no bend in the stretch: rising, steady or fading."""
    service = draw(st.sampled_from(services))
    part = draw(st.none() | st.integers(1, 5)) if service == MAIL else None
    kind = draw(st.sampled_from(["errors", "slow"]))
    amount = draw(st.floats(0.01, 1) if kind == "errors" else st.floats(-0.5, 30))
    begins = draw(st.integers(0, SINCE))
    full = draw(st.just(begins) | st.integers(UNTIL, 400))
    gone = None if full > SINCE else draw(st.none() | st.integers(UNTIL, 500))
    scale = draw(st.sampled_from([1.0, 0.25]))
    strain = Strain(service, part, kind, amount, begins, full, "cause", gone, gone, scale)
    fades = full <= SINCE and gone is None and draw(st.booleans())
    return fading(strain, SINCE, draw(st.integers(UNTIL, 600))) if fades else strain


@given(
    st.lists(strains([DB, MAIL]), min_size=1, max_size=5), st.lists(strains([SEARCH]), max_size=2), st.data()
)
def test_what_moves_by_itself_is_the_same_as_all_of_it(town, moving, standing, data):
    standing = [Strain(s.service, None, s.kind, s.amount, 0, 0, "cause") for s in standing]
    services = sorted({each.service for each in moving})
    first = health(town, moving + standing, (), (), 1.0, SINCE)
    motion = Motion(town, first, SINCE, moving, (), services)
    for second in data.draw(st.lists(st.floats(SINCE, UNTIL) | st.integers(SINCE, UNTIL), min_size=1)):
        whole = health(town, moving + standing, (), (), 1.0, second)
        part = motion.health(second)
        assert part._replace(sick=()) == whole._replace(sick=())  # to the last bit
        assert {*whole.sick} <= {*part.sick}
        assert motion.suffered(second) == whole.suffered


def test_what_is_gone_at_the_end_is_gone(town):
    strain = Strain(DB, None, "errors", 0.8, 0, 0, "cause", UNTIL, UNTIL)
    motion = Motion(town, health(town, [strain], (), (), 1.0, SINCE), SINCE, [strain], (), [DB])
    assert motion.suffered(UNTIL - 1).failing == pytest.approx(0.8 * 0.8)
    assert motion.suffered(UNTIL).failing == 0
