"""What is looked for in a state: that customers feel it, then each alert in its order."""

from simulator.world.bends import next_bend, there
from simulator.world.lost import lost
from simulator.world.marks import FELT, felt, holds, marks_of

RAMP = "causes:\n  bug: {truth: x, does: {to: shop, errors: 60%, ramp: 20m}}"
STEP = "causes:\n  bug: {truth: x, does: {to: shop, errors: 60%}}"


def test_the_first_mark_is_what_customers_feel_at_the_load_of_the_hour(play):
    plant = play(STEP).until("5m").parts.plant
    course = plant._course
    assert (
        course.excess[0] == felt(course.first, course.demand) == course.first.failing * course.demand - FELT
    )
    assert course.holds == holds(course.excess)
    assert len(course.holds) == 1 + len(play().scenario.organisation.alerts)


def test_the_marks_of_an_organisation_are_the_same_for_every_exercise(play):
    company = play().scenario.organisation
    assert marks_of(company) is marks_of(company)


def test_only_marks_that_depend_on_what_moves_are_looked_at(play):
    plant = play(RAMP).until("5m").parts.plant
    marks, course = plant._marks, plant._course
    places = marks.on(course.moved)
    assert places[0] == 0
    assert len(places) < len(course.holds)
    state = course.at(120)
    whole = marks.excess(state, course.demand)
    assert marks.excess_on(course.moved, state, course.demand) == [whole[place] for place in places]
    assert there(course, 120).holds == holds(whole)
    untouched = set(range(len(whole))) - {*places}
    assert all(whole[place] == course.excess[place] for place in untouched)


def test_a_still_stretch_ends_with_the_load_and_not_before(play):
    course = play(STEP).until("5m").parts.plant._course
    assert course.still
    assert next_bend(course, 0, 600) == 600
    assert next_bend(course, 300, 600) == 600


def test_a_stretch_on_the_move_ends_where_a_mark_begins_to_hold(play):
    plant = play(RAMP).until("1s").parts.plant
    course = plant._course
    first = next_bend(course, 0, 3600)
    assert there(course, first).holds != there(course, first - 1).holds or first == course.until
    assert there(course, first - 1).holds == course.holds


def test_what_is_lost_in_two_parts_is_lost_in_the_whole(play):
    course = play(RAMP).until("5m").parts.plant._course
    one, other, whole = lost(course, 0, 100), lost(course, 100, 240), lost(course, 0, 240)
    assert abs(one.cost + other.cost - whole.cost) < 1e-9
    assert one.arriving < other.arriving == whole.arriving
    assert whole.stranding == 0


def test_where_nothing_moves_as_much_is_lost_each_second(play):
    course = play(STEP).until("5m").parts.plant._course
    assert lost(course, 10, 70) == (course.first.failing * 60, 0, course.first.failing)
