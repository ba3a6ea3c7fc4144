"""Files that ask too much are refused when they are read, at the place where it becomes too much."""

import pytest

from simulator.authoring import read_organisation, read_scenario
from simulator.authoring.critic import BOUNDS
from tests.critic.examples import SHELF

COMPANY = (SHELF / "organisations" / "corner.yaml").read_text("utf-8")
OUTAGE = (SHELF / "seats.yaml").read_text("utf-8")


def refused(text: str, company: str = COMPANY) -> list[tuple[str, int]]:
    corner = read_organisation(company, "corner.yaml").value
    assert corner
    reading = read_scenario(text, "seats.yaml", corner, {"plain"})
    assert (reading.value is None) == bool(reading.problems)
    return [(problem.rule, problem.origin.line) for problem in reading.problems]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def with_injects(*occasions: str) -> str:
    lines = "".join(f'  - {{when: {when}, who: ben, says: "{n}"}}\n' for n, when in enumerate(occasions))
    return OUTAGE.replace("injects:\n", f"injects:\n{lines}")


def test_the_sound_outage_is_not_refused():
    assert refused(OUTAGE) == []


@pytest.mark.parametrize(
    "occasion", ["at 9m", "no support update for 9m", "9m after clear cache", "impact for 9m"]
)
def test_many_injects_at_one_instant(occasion):
    found = refused(with_injects(*[occasion] * 150))
    begins = line_of(OUTAGE, "injects:")
    assert found == [("too-many-at-once", begins + 13), ("too-many-at-once", begins + 101)]


def test_a_thousand_injects_are_not_even_looked_at():
    assert refused(with_injects(*["at 9m"] * 1000)) == [("", line_of(OUTAGE, "injects:"))]


def test_a_dozen_at_one_instant_are_borne():
    assert refused(with_injects(*["at 9m"] * 12)) == []


def test_injects_that_lie_apart_are_too_many_in_the_end():
    assert refused(with_injects(*(f"at {n}s" for n in range(97)))) == []
    assert [rule for rule, _ in refused(with_injects(*(f"at {n}s" for n in range(98))))] == [
        "too-many-at-once"
    ]


@pytest.mark.parametrize(("limit", "told"), [("2d", []), ("2d1s", ["too-long"]), ("30d", ["too-long"])])
def test_a_limit_far_away(limit, told):
    found = refused(OUTAGE.replace("length: 40m\n", f"length: 40m\nlimit: {limit}\n"))
    assert [rule for rule, _ in found] == told


def test_a_length_that_makes_a_limit_far_away():
    assert refused(OUTAGE.replace("length: 40m", "length: 3d")) == [("too-long", 5)]


def test_a_beginning_long_ago():
    text = OUTAGE.replace("starts: Tue 14:05\n", "starts: Tue 14:05\nbegan: 30d\n")
    assert refused(text) == [("too-long", 7)]


def test_a_change_that_waits_for_itself():
    text = OUTAGE.replace("stuck primary: {cures: 95%}", "stuck primary: {cures: 95%, after: [fail over db]}")
    assert refused(text) == [("after-in-circle", line_of(OUTAGE, "{cures: 95%}"))]


def test_a_chain_that_ends_is_no_circle():
    text = OUTAGE.replace("stuck primary: {cures: 95%}", "stuck primary: {cures: 95%, after: [clear cache]}")
    assert refused(text) == []


def test_gigantic_numbers_of_several_changes_meet():
    text = OUTAGE.replace(
        "  restart web:\n    always: {harms: {to: web, errors: 4%, for: 6m}}",
        "  restart web:\n    always: {harms: {to: web, load: +99999%}}",
    ).replace("does: {to: web, load: +90%, ramp: 2m}", "does: {to: web, load: +99999%}")
    assert refused(text) == [("factors-run-away", line_of(OUTAGE, "  restart web:") + 1)]


def test_causes_do_not_meet():
    text = OUTAGE.replace("does: {to: db/2, errors: 90%}", "does: {to: web, load: +99999%}")
    assert (
        refused(text.replace("does: {to: web, load: +90%, ramp: 2m}", "does: {to: web, load: +9999%}")) == []
    )


def test_more_causes_than_anybody_can_weigh():
    more = "".join(f"  cause {n}: {{truth: x, does: {{to: web, errors: {n}%}}}}\n" for n in range(1, 23))
    ends = "".join(f"    cause {n}: {{cures: 90%}}\n" for n in range(1, 23))
    text = OUTAGE.replace("causes:\n", f"causes:\n{more}").replace(
        "  roll back web:\n", f"  roll back web:\n{ends}"
    )
    assert refused(text) == [("too-much-happens", line_of(OUTAGE, "causes:"))]


@pytest.mark.parametrize(("deep", "told"), [(38, []), (60, ["needs-too-deep"]), (450, ["needs-too-deep"])])
def test_services_that_lie_deep(deep, told):
    chain = "".join(f"  s{n}: {{team: site, needs: [s{n + 1}]}}\n" for n in range(deep))
    text = COMPANY.replace("services:\n", f"services:\n{chain}  s{deep}: {{team: site}}\n")
    assert [problem.rule for problem in read_organisation(text, "x.yaml").problems] == told


def test_more_services_than_anybody_can_name():
    many = "".join(f"  s{n}: {{team: site}}\n" for n in range(500))
    problems = read_organisation(COMPANY.replace("services:\n", f"services:\n{many}"), "x.yaml").problems
    assert [problem.rule for problem in problems] == ["needs-too-deep"]


def test_a_bound_is_no_matter_of_taste():
    assert not any(rule.TASTE for rule in BOUNDS)


@pytest.mark.parametrize(
    ("limit", "boss", "sound"), [("4d", "no", False), ("4d", "yes", True), ("8d", "yes", False)]
)
def test_a_boss_may_last_a_week(limit, boss, sound):
    text = "\n".join(line for line in OUTAGE.splitlines() if not line.startswith("limit:"))
    text = text.replace("\nlength:", f"\nboss: {boss}\nlimit: {limit}\nlength:", 1)
    rules = [rule for rule, _ in refused(text)]
    assert rules == ([] if sound else ["too-long"])
