"""Between two events: what is worked out in part is what all of it would have been."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from simulator.domain.health import pressure, state_of
from simulator.domain.motion import Motion
from simulator.domain.strain import Strain, seen_from
from simulator.domain.value import replace
from simulator.world import bends, lost
from simulator.world.bends import there
from simulator.world.stretch import stretch_of

EFFECTS = st.lists(
    st.tuples(
        st.integers(0, 12),
        st.sampled_from(["shop", "shards/1", "shards/3", "shards", "mail", "search", "base"]),
        st.sampled_from(["errors: 35%", "errors: 100%", "slow: 3x", "slow: 25x", "load: +70%"]),
        st.integers(0, 15),
        st.none() | st.integers(1, 20),
    ),
    min_size=1,
    max_size=5,
)


def causes(effects) -> str:
    does = "".join(
        f"      - {{at: {at}m, to: {to}, {what}, ramp: {ramp}m{f', for: {lasts}m' if lasts else ''}}}\n"
        for at, to, what, ramp, lasts in effects
    )
    return f"causes:\n  bug:\n    truth: Some.\n    does:\n{does}"


def whole(stretch, at):
    """The state at a second of a stretch with everything worked out anew."""
    acting = stretch.acting
    weighs = pressure(stretch.wiring, acting.strains, acting.warmths, stretch.demand, at)
    return state_of(stretch.wiring, weighs, acting.overloaded, stretch.waits(at))


@settings(max_examples=40)
@given(EFFECTS, st.floats(0, 0.999))
def test_a_state_between_two_events_is_the_same_in_part_and_as_a_whole(play, effects, where):
    plant = play(causes(effects)).until("30m").parts.plant
    ends = [since for since, _ in plant._history[1:]] + [1800]
    for (since, stretch), end in zip(plant._history, ends, strict=True):
        at = where * (end - since)
        part, all_of_it = stretch.at(at), whole(stretch, at)
        assert part._replace(sick=()) == all_of_it._replace(sick=())  # to the last bit
        assert {*all_of_it.sick} <= {*part.sick}
        assert stretch.suffered(at) == all_of_it.suffered


def test_only_what_moves_by_itself_is_worked_out_again(play):
    ramp = "causes:\n  bug: {truth: x, does: {to: shards/3, errors: 80%, ramp: 20m}}"
    stretch = play(ramp).until("10m").parts.plant._course
    assert [stretch.wiring.names[each] for each in stretch.alone] == ["shards"]
    load = "causes:\n  bug: {truth: x, does: {to: base, load: +60%, ramp: 20m}}"
    assert play(load).until("10m").parts.plant._course.alone == ()


def test_before_the_first_second_it_is_as_the_same_formulas_have_it(play):
    it = play()
    cause = it.scenario.causes["bug"]
    earlier = replace(cause, effects=(replace(cause.effects[0], at=-600, ramp=1200),))
    it = play(replace(it.scenario, causes={"bug": earlier}))
    plant = it.parts.plant
    _, first = plant._history[0]
    assert plant.at(-120) == whole(first, -120)
    assert 0 < plant.at(-120).failing < plant.at(-60).failing


RAMP = "causes:\n  bug: {truth: x, does: {to: shop, errors: 60%, ramp: 20m}}"


def test_the_same_formulas_go_on_until_a_line_bends(play):
    it = play(RAMP).until("5m")
    plant = it.parts.plant
    begun = plant._course
    assert plant._since + plant._reached < 300 < plant._since + begun.until == 1200
    it.until("19m")
    assert plant._course is begun
    assert 900 <= plant._since + plant._reached < 1140
    assert plant._state == whole(begun, plant._reached) != begun.first
    it.until("21m")
    assert plant._since == 1200
    assert plant._course.moved == frozenset()


def test_a_second_ahead_is_looked_at_once(play, monkeypatch):
    forget()
    looked, health = [], Motion.health

    def told(motion, second):
        looked.append((motion, second))
        return health(motion, second)

    monkeypatch.setattr(Motion, "health", told)
    play(RAMP).until("25m")
    assert looked
    assert len(looked) == len(set(looked))


def forget():
    """Have nothing known of what other exercises came to."""
    for known in (stretch_of, there, lost._lost, bends._crossing):
        known.cache_clear()


def test_what_comes_to_the_same_is_the_same_stretch_however_late_it_begins(play):
    late = "causes:\n  bug: {truth: x, does: {at: 7m, to: shop, errors: 60%, ramp: 20m}}"
    later = late.replace("7m", "9m")
    one, other = (play(text).until("15m").parts.plant for text in (late, later))
    assert other._since == one._since + 120
    assert one._course is other._course
    assert one.at(510) == other.at(630) != one.at(511)


@settings(max_examples=40)
@given(EFFECTS)
def test_an_exercise_is_the_same_whether_or_not_others_have_come_to_the_same(play, effects):
    forget()
    first = play(causes(effects)).until("40m").entries
    assert play(causes(effects)).until("40m").entries == first


def test_a_stretch_is_counted_from_where_it_begins_and_leaves_out_what_is_past(play):
    rising = Strain(3, None, "errors", 0.5, 100, 200, "bug")
    assert seen_from(rising, 150) == Strain(3, None, "errors", 0.5, -50, 50, "")
    assert seen_from(rising, 150).level(25) == rising.level(175)
    assert seen_from(rising, 900) == seen_from(rising, 300) == Strain(3, None, "errors", 0.5, 0, 0, "")
    fading = rising._replace(fades=300, gone=400)
    assert seen_from(fading, 320).level(30) == fading.level(350) == 0.25


LINES = st.tuples(
    st.sampled_from(["errors", "slow"]), st.floats(0.01, 30), st.integers(-500, 500), st.integers(0, 900),
    st.none() | st.tuples(st.integers(0, 900), st.integers(0, 900)), st.floats(0, 1),
)  # fmt: skip


@given(LINES, st.integers(0, 2000), st.integers(0, 2000))
@example(("slow", 0.5, 0, 1, (0, 1), 5e-324), 0, 0)
def test_a_strain_goes_on_as_it_did_when_counted_from_another_second(line, second, later):
    kind, amount, begins, ramp, end, scale = line
    full = begins + ramp
    fades, gone = (None, None) if end is None else (full + end[0], full + end[0] + end[1])
    it = Strain(0, None, kind, amount, begins, full, "bug", fades, gone, scale)
    moved = seen_from(it, second)
    assert moved.level(later) == it.level(second + later)
    assert moved.moving(0) == it.moving(second)
    assert [second + turn for turn in moved.turns(0)] == it.turns(second)
