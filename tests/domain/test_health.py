"""What services and customers suffer, as formulas of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.domain.health import health, loads
from simulator.domain.organisation import Signal
from simulator.domain.reading import reader
from simulator.domain.strain import Strain, Warmth, give_up
from simulator.domain.wiring import wiring_of

TOWN = """
    door needs app capacity 4
    app needs db calls mail capacity 2 retries 0.2
    db capacity 1.25 retries 0.25
    memory shields db hits 0.5 refill 600
    mail parts 5
    search
    journey buy 0.5: door, mail
    journey browse 0.3: door
    journey find 0.2: search
"""


@pytest.fixture(scope="module")
def town(company):
    return wiring_of(company(TOWN))


@pytest.fixture(scope="module")
def state(town):
    """The state under strains written as (service, kind, amount) or (service, part, kind, amount)."""

    def made(*strains, warm=1.0, over=(), demand=1.0):
        them = [_strain(town, *each) for each in strains]
        overloaded = [town.number[name] for name in over]
        return health(town, them, [Warmth(0, warm, 0.0)], overloaded, demand, 100)

    return made


def _strain(town, service, *rest):
    part, kind, amount = rest if len(rest) == 3 else (None, *rest)
    return Strain(town.number[service], part, kind, amount, 0, 0, "cause")


@pytest.fixture(scope="module")
def at(town):
    """What a state holds of a service."""
    return lambda values, name: values[town.number[name]]


BUY, BROWSE, FIND = 0, 1, 2


def test_all_is_well(state):
    it = state()
    assert it.own == (0,) * 6
    assert it.latency == (1,) * 6
    assert it.journeys == (0, 0, 0)
    assert it.failing == 0
    assert it.load == (0.25, 0.5, 0.8, 0, 0, 0)
    assert it.hits == (0.5,)


def test_a_journey_fails_with_one_minus_the_product_of_what_survives(state):
    it = state(("app", "errors", 0.2), ("mail", "errors", 0.5))
    assert it.journeys == pytest.approx((1 - 0.8 * 0.5, 0.2, 0))
    assert it.failing == pytest.approx(0.5 * 0.6 + 0.3 * 0.2)


def test_errors_of_one_service_do_not_add_up_beyond_all(state, at):
    it = state(("app", "errors", 0.5), ("app", "errors", 0.4))
    assert at(it.own, "app") == pytest.approx(0.7)


def test_one_part_of_five_is_a_fifth(state, at):
    it = state(("mail", 3, "errors", 0.9))
    assert at(it.own, "mail") == pytest.approx(0.18)
    assert it.journeys == pytest.approx((0.18, 0, 0))


def test_parts_fail_one_by_one_and_each_but_once(state, at):
    assert at(state(("mail", 1, "errors", 1.0), ("mail", 5, "errors", 0.5)).own, "mail") == pytest.approx(0.3)
    twice = state(("mail", 1, "errors", 0.5), ("mail", 1, "errors", 0.5))
    assert at(twice.own, "mail") == pytest.approx(0.75 / 5)


def test_a_part_and_the_whole(state, at):
    it = state(("mail", 1, "errors", 1.0), ("mail", "errors", 0.5))
    assert at(it.own, "mail") == pytest.approx(1 - 0.5 * 0.8)


def test_a_slow_part_drags_its_fifth_and_only_its_customers_give_up(state, at):
    it = state(("mail", 2, "slow", 19.0))
    assert at(it.own, "mail") == pytest.approx(0.9 / 5)
    assert at(it.latency, "mail") == pytest.approx(1 + 19 / 5)


@pytest.mark.parametrize(("slow", "share"), [(1, 0), (2, 0), (3.8, 0.09), (11, 0.45), (20, 0.9), (300, 0.9)])
def test_customers_give_up_in_a_straight_line(slow, share):
    assert give_up(slow) == pytest.approx(share)


def test_a_slow_service_loses_those_who_give_up(state, at):
    it = state(("app", "slow", 10.0))
    assert at(it.latency, "app") == 11
    assert at(it.own, "app") == pytest.approx(0.45)


def test_two_slownesses_multiply(state, at):
    assert at(state(("app", "slow", 2.0), ("app", "slow", 1.0)).latency, "app") == pytest.approx(6)


def test_errors_and_giving_up_do_not_count_twice(state, at):
    assert at(state(("app", "slow", 10.0), ("app", "errors", 0.2)).own, "app") == pytest.approx(
        1 - 0.8 * 0.55
    )


@pytest.mark.parametrize(
    ("kind", "amount", "load"),
    [
        ("load", 1.0, 1.0),
        ("load", -0.5, 0.25),
        ("cost", 0.4, 0.7),
        ("capacity", -0.5, 1.0),
        ("capacity", 1.0, 0.25),
    ],
)
def test_load_cost_and_capacity_of_a_service(state, at, kind, amount, load):
    assert at(state(("app", kind, amount)).load, "app") == pytest.approx(load)


def test_nothing_is_left_of_a_capacity_but_a_twentieth(state, at):
    assert at(state(("app", "capacity", -1.0)).load, "app") == pytest.approx(0.5 / 0.05)


def test_more_requests_reach_what_is_called_but_more_work_does_not(state, at):
    assert at(state(("door", "load", 0.5)).load, "db") == pytest.approx(1.2)
    assert at(state(("door", "cost", 0.5)).load, "db") == pytest.approx(0.8)
    assert at(state(("door", "capacity", -0.5)).load, "db") == pytest.approx(0.8)


def test_where_capacity_is_ample_there_is_no_load(state, at):
    assert at(state(("mail", "load", 9.0)).load, "mail") == 0


@given(st.floats(0.05, 1.0))
def test_the_hour_scales_every_load(state, demand):
    assert state(demand=demand).load == pytest.approx(tuple(demand * load for load in state().load))
    strained = (("app", "load", 0.5),)
    assert state(*strained, demand=demand).load == pytest.approx(
        tuple(demand * load for load in state(*strained).load)
    )


def test_what_is_shed_fails_but_does_not_come_through(state, at):
    it = state(("door", "shed", 0.4))
    assert at(it.own, "door") == pytest.approx(0.4)
    assert at(it.load, "door") == pytest.approx(0.25)  # they still come to the door
    assert at(it.load, "app") == pytest.approx(0.3)
    assert at(it.load, "db") == pytest.approx(0.48)


def test_shedding_adds_up_and_can_be_taken_back(state, at):
    assert at(state(("door", "shed", 0.4), ("door", "shed", -0.3)).own, "door") == pytest.approx(0.1)
    assert at(state(("door", "shed", 0.4), ("door", "shed", -0.6)).own, "door") == 0
    assert at(state(("door", "shed", 0.7), ("door", "shed", 0.7)).own, "door") == 1
    assert at(state(("door", "shed", 0.7), ("door", "shed", 0.7)).load, "app") == 0
    assert at(state(("door", "shed", -0.7)).load, "app") == pytest.approx(0.5)


def test_each_caller_brings_an_equal_share(company):
    two = wiring_of(company("a calls c\nb calls c\nc capacity 1\njourney x 1: a, b, c"))
    assert loads(two, [_strain(two, "a", "shed", 1.0)], (), 1.0, 0)[2] == pytest.approx(0.5)
    assert loads(two, [_strain(two, "a", "load", 2.0)], (), 1.0, 0)[2] == pytest.approx(2.0)


def test_an_overloaded_service_refuses_what_it_cannot_do(state, at):
    it = state(("app", "load", 3.0), over=("app",))
    assert at(it.load, "app") == pytest.approx(2.0)
    assert at(it.own, "app") == pytest.approx(1 - 1 / (2.0 * 1.2))  # retries come on top
    assert at(it.latency, "app") == pytest.approx(1 + 2.4)


def test_while_it_is_overloaded_the_retries_press_even_when_the_load_would_fit(state, at):
    it = state(("app", "load", 0.8), over=("app",))
    assert at(it.load, "app") == pytest.approx(0.9)
    assert at(it.own, "app") == pytest.approx(1 - 1 / 1.08)
    assert at(state(("app", "load", 0.8)).own, "app") == 0


def test_an_overload_that_presses_nothing_fails_nothing(state, at):
    it = state(over=("app",))
    assert at(it.own, "app") == 0
    assert at(it.latency, "app") == 2


def test_errors_slowness_shedding_and_overload_multiply(state, at):
    it = state(
        ("app", "load", 3.0),
        ("app", "errors", 0.5),
        ("app", "slow", 10.0),
        ("app", "shed", 0.2),
        over=("app",),
    )
    assert at(it.own, "app") == pytest.approx(1 - 0.5 * 0.55 * 0.8 / 2.4)
    assert at(it.latency, "app") == pytest.approx(11 * 3.4)


@pytest.mark.parametrize(("warm", "factor"), [(1.0, 1.0), (0.5, 1.5), (0.0, 2.0)])
def test_a_cold_cache_sends_its_reads_to_what_it_shields(state, at, warm, factor):
    it = state(warm=warm)
    assert it.hits == (0.5 * warm,)
    assert at(it.load, "db") == pytest.approx(0.8 * factor)
    assert at(it.load, "app") == pytest.approx(0.5)


def test_all_of_it_multiplies(state, at):
    it = state(
        ("db", "load", 0.5), ("db", "cost", 1.0), ("db", "capacity", -0.2), ("door", "shed", 0.5), warm=0.0
    )
    assert at(it.load, "db") == pytest.approx(0.8 * 0.5 * 1.5 * 2.0 / 0.8 * 2.0)


def strain(begins=100, full=100, amount=0.8, **given):
    return Strain(0, None, "errors", amount, begins, full, "cause", **given)


@pytest.mark.parametrize(
    ("second", "level"),
    [(99, 0), (100, 0), (150, 0.4), (199, 0.792), (200, 0.8), (9999, 0.8)],
)
def test_a_strain_grows_in_a_straight_line(second, level):
    assert strain(100, 200).level(second) == pytest.approx(level)


def test_a_step_is_there_at_once():
    assert strain().level(99.999) == 0
    assert strain().level(100) == 0.8


@pytest.mark.parametrize(("second", "level"), [(300, 0.8), (350, 0.4), (399, 0.008), (400, 0), (500, 0)])
def test_it_fades_in_a_straight_line(second, level):
    assert strain(fades=300, gone=400).level(second) == pytest.approx(level)


def test_what_ends_without_fading_ends_at_once():
    it = strain(fades=300, gone=300)
    assert (it.level(299), it.level(300)) == (0.8, 0)


def test_relief_leaves_a_share():
    assert strain(100, 200, scale=0.25).level(150) == pytest.approx(0.1)
    assert strain(fades=300, gone=400, scale=0.5).level(350) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("second", "moves"),
    [
        (99, False),
        (100, True),
        (199, True),
        (200, False),
        (299, False),
        (300, True),
        (399, True),
        (400, False),
    ],
)
def test_when_a_strain_moves(second, moves):
    assert strain(100, 200, fades=300, gone=400).moving(second) is moves


def test_steps_never_move():
    assert not any(strain(fades=300, gone=300).moving(second) for second in range(90, 320))


def test_where_its_line_bends():
    it = strain(100, 200, fades=300, gone=400)
    assert it.turns(99) == [100, 200, 300, 400]
    assert it.turns(100) == [200, 300, 400]
    assert it.turns(400) == []
    assert strain().turns(0) == [100, 100]


@pytest.mark.parametrize(("second", "warmth"), [(0, 0.2), (100, 0.3), (800, 1.0), (5000, 1.0), (-500, 0.0)])
def test_a_cache_warms_in_a_straight_line_and_never_more_than_all(second, warmth):
    assert Warmth(0, 0.2, 0.001).at(second) == pytest.approx(warmth)


def test_a_cache_cools_to_nothing():
    it = Warmth(50, 0.5, -0.01)
    assert (it.at(50), it.at(75), it.at(100), it.at(500)) == (0.5, 0.25, 0.0, 0.0)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["door", "app", "db", "mail", "search"]),
            st.sampled_from(["errors", "slow", "load", "cost", "capacity", "shed"]),
            st.floats(-0.9, 5),
        ),
        max_size=6,
    ),
    st.floats(0, 1),
    st.sets(st.sampled_from(["door", "app", "db"])),
)
def test_whatever_happens_shares_stay_shares(state, strains, warm, over):
    sane = [(to, kind, min(1.0, abs(amount)) if kind == "errors" else amount) for to, kind, amount in strains]
    it = state(*sane, warm=warm, over=over)
    assert all(0 <= share <= 1 for share in (*it.own, *it.journeys, it.failing))
    assert all(load >= 0 for load in it.load)


@pytest.fixture(scope="module")
def shown(town):
    """What a signal reads of a state."""
    return lambda shows, of, it: reader(Signal("x", of, shows, 0, 0.0), town, ("buy", "browse", "find")).read(
        it
    )


def test_success_and_errors_of_a_journey(shown, state):
    it = state(("mail", "errors", 0.25))
    assert shown("success", "buy", it) == pytest.approx(0.75)
    assert shown("success", "browse", it) == 1
    assert shown("errors", "buy", it) == pytest.approx(0.25)
    assert shown("errors", "find", it) == 0


def test_errors_of_a_service_are_those_of_the_journeys_that_pass_it(shown, state):
    it = state(("mail", "errors", 0.4))
    assert shown("errors", "app", it) == pytest.approx(0.4 * 0.5 / 0.8)
    assert shown("errors", "mail", it) == pytest.approx(0.4)
    assert shown("errors", "search", it) == 0


def test_errors_above_a_service_do_not_show_there(shown, state):
    it = state(("door", "errors", 0.4), ("app", "errors", 0.1))
    assert shown("errors", "app", it) == pytest.approx(0.1)
    assert shown("errors", "db", it) == 0
    assert shown("errors", "door", it) == pytest.approx(1 - 0.6 * 0.9)


def test_nor_do_errors_beside_it(shown, state):
    assert shown("errors", "mail", state(("db", "errors", 0.4))) == 0


def test_errors_of_what_no_journey_passes_are_its_own(shown, state):
    assert shown("errors", "memory", state(("memory", "errors", 0.3))) == pytest.approx(0.3)


def test_latency_is_the_worst_there_or_below(shown, state):
    it = state(("db", "slow", 4.0), ("app", "slow", 1.0))
    assert shown("latency", "door", it) == 5
    assert shown("latency", "app", it) == 5
    assert shown("latency", "mail", it) == 1


def test_load_and_hit_rate(shown, state):
    it = state(("app", "load", 1.0), warm=0.5)
    assert shown("load", "app", it) == pytest.approx(1.0)
    assert shown("hit rate", "memory", it) == 0.25


@pytest.mark.parametrize(
    ("amount", "scale", "bends"),
    [
        (29.0, 1.0, [100, 134, 755, 1100]),  # 2x after 1/29 of the ramp, 20x after 19/29
        (29.0, 0.5, [100, 169, 1100]),  # 20x is never reached
        (0.5, 1.0, [100, 1100]),
        (1.0, 1.0, [100, 1100]),
        (0.0, 1.0, [100, 1100]),
        (29.0, 0.0, [100, 1100]),
    ],
)
def test_the_line_of_what_is_slow_bends_where_customers_begin_and_cease_to_give_up(amount, scale, bends):
    it = Strain(0, None, "slow", amount, 100, 1100, "cause", scale=scale)
    assert sorted(it.turns(0)) == bends
    assert it.turns(1100) == []


def test_other_lines_bend_at_their_ends_alone():
    assert Strain(0, None, "load", 29.0, 100, 1100, "cause").turns(0) == [100, 1100]
