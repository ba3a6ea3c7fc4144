"""Between two events: what is worked out in part is what all of it would have been."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.domain.health import pressure, state_of
from simulator.domain.motion import Motion

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
    """The state at a second with everything worked out anew."""
    acting = stretch.acting
    weighs = pressure(stretch.wiring, acting.strains, acting.warmths, stretch.demand, at)
    return state_of(stretch.wiring, weighs, acting.overloaded, stretch.waits(at))


@settings(max_examples=40)
@given(EFFECTS, st.floats(0, 0.999))
def test_a_state_between_two_events_is_the_same_in_part_and_as_a_whole(play, effects, where):
    plant = play(causes(effects)).until("30m").parts.plant
    ends = [stretch.since for stretch in plant._history[1:]] + [1800]
    for stretch, end in zip(plant._history, ends, strict=True):
        at = stretch.since + where * (end - stretch.since)
        part, all_of_it = stretch.at(at), whole(stretch, at)
        assert part._replace(sick=()) == all_of_it._replace(sick=())  # to the last bit
        assert {*all_of_it.sick} <= {*part.sick}
        assert stretch.suffered(at) == all_of_it.suffered


def test_only_what_moves_by_itself_is_worked_out_again(play):
    ramp = "causes:\n  bug: {truth: x, does: {to: shards/3, errors: 80%, ramp: 20m}}"
    stretch = play(ramp).until("10m").parts.plant._history[-1]
    assert [stretch.wiring.names[each] for each in stretch.alone] == ["shards"]
    load = "causes:\n  bug: {truth: x, does: {to: base, load: +60%, ramp: 20m}}"
    assert play(load).until("10m").parts.plant._history[-1].alone == ()


def test_before_the_first_second_it_is_as_the_same_formulas_have_it(play):
    it = play()
    cause = it.scenario.causes["bug"]
    earlier = replace(cause, effects=(replace(cause.effects[0], at=-600, ramp=1200),))
    it = play(replace(it.scenario, causes={"bug": earlier}))
    first = it.parts.plant._history[0]
    assert first.before(-120) == whole(first, -120)
    assert 0 < first.before(-120).failing < first.before(-60).failing


RAMP = "causes:\n  bug: {truth: x, does: {to: shop, errors: 60%, ramp: 20m}}"


def test_the_same_formulas_go_on_until_a_line_bends(play):
    it = play(RAMP).until("5m")
    plant = it.parts.plant
    begun = plant._course
    assert begun.since <= begun.reached < 300 < begun.until == 1200
    it.until("19m")
    assert plant._course is begun
    assert 900 <= begun.reached < 1140
    assert begun.state == whole(begun, begun.reached) != begun.first
    it.until("21m")
    assert plant._course.since == 1200
    assert plant._course.moved == frozenset()


def test_a_second_ahead_is_looked_at_once(play, monkeypatch):
    looked, health = [], Motion.health

    def told(motion, second):
        looked.append(second)
        return health(motion, second)

    monkeypatch.setattr(Motion, "health", told)
    play(RAMP).until("25m")
    assert looked
    assert len(looked) == len(set(looked))
