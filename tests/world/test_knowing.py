"""Who can tell what, and what people make of what they have seen."""

import pytest

from simulator.domain.command import Ask, Investigate
from simulator.domain.fact import Answered, ClueFound
from simulator.reasoning import belief, evidence

PRIVATE = """
causes:
  bug: {weight: 1, truth: A bug., does: {to: shop, errors: 40%}}
  leak: {weight: 1, truth: A leak., does: {to: shop, errors: 40%}}
changes:
  roll back: {bug: {cures: 100%}}
  restart: {leak: {cures: 100%}}
clues:
  shop:
    - {says: We saw this in spring., odds: {bug: 80%, leak: 10%}, only: [dee]}
    - {says: Memory grows., odds: {bug: 0%, leak: 60%}}
"""


@pytest.mark.parametrize("seed", range(12))
def test_a_clue_of_ones_own_is_told_by_nobody_else(play, seed):
    it = play(PRIVATE, "bo", "dee", seed=seed)
    it.say(Investigate("shop", by="bo", within=3600), Investigate("shop", by="dee", within=3600))
    found = {clue.person: clue.clue for clue in it.until("1h").facts(ClueFound)}
    assert found["bo"] in (found["dee"] if found["dee"] == 2 else 0, 0)
    assert found["dee"] or not found["bo"]
    assert found["bo"] != 1


def test_the_silence_of_who_cannot_tell_is_no_evidence(outage, play):
    """The belief after a look is the share of worlds in which that look goes that way."""
    scenario = outage(PRIVATE)
    for who in ("bo", "dee"):
        worlds: dict = {}
        for seed in range(400):
            it = play(scenario, who, seed=seed)
            it.say(Investigate("shop", by=who, within=3600))
            (clue,) = it.until("1h").facts(ClueFound)
            told = evidence(it.entries, 3601)
            worlds.setdefault((clue.clue, told), []).append(it.parts.scene.cause)
        for (_, told), causes in worlds.items():
            believed = belief(scenario, told)["bug"]
            assert causes.count("bug") / len(causes) == pytest.approx(believed, abs=0.1)


def test_two_looks_count_as_what_the_place_may_still_hold(outage, play):
    scenario = outage(PRIVATE)
    it = next(
        it for it in (play(scenario, "bo", "dee", seed=seed) for seed in range(50))
        if it.parts.desk._found("shop", "dee") == 1
    )  # fmt: skip
    it.say(Investigate("shop", by="bo", within=3600))
    alone = belief(scenario, evidence(it.until("1h").entries, 3601))
    assert alone["bug"] == pytest.approx(1.0 / (1.0 + 0.4))
    it.say(Investigate("shop", by="dee", within=3600))
    it.say(Investigate("shop", by="bo", within=3600), at="2h")
    both = belief(scenario, evidence(it.until("4h").entries, 4 * 3600))
    assert both["bug"] == pytest.approx(0.8 / 0.9)


# ---- theories ----

TOLD = """
causes:
  bug: {weight: 1, truth: A bug., does: {to: shop, errors: 40%}}
  leak: {weight: 1, truth: A leak., does: {to: shop, errors: 40%}}
  storm: {weight: 1, truth: A storm., does: {to: shop, errors: 40%}}
changes:
  roll back: {bug: {cures: 100%}}
  restart: {leak: {cures: 100%}}
  throttle: {storm: {cures: 100%}}
clues:
  shop:
    - {says: The release looks bad., odds: {bug: 100%, leak: 50%, storm: 10%}}
"""


def _theories(play, scenario, who, seeds=range(400)):
    for seed in seeds:
        it = play(scenario, who, seed=seed)
        if it.parts.desk._found("shop", who):
            it.say(Investigate("shop", by=who, within=3600))
            it.say(Ask("theory", who), at="1h")
            yield it.until("2h").facts(Answered)[0]


def _kind(answer):
    named = [
        cause for cause in ("bug", "leak", "storm") if cause in answer.says.replace("release looks bad", "")
    ]
    return "hedged" if len(named) == 2 else named[0]


def test_who_has_seen_something_mostly_reads_it_right(outage, play):
    kinds = [_kind(answer) for answer in _theories(play, outage(TOLD), "bo")]
    assert kinds.count("bug") / len(kinds) == pytest.approx(0.8, abs=0.07)
    assert kinds.count("hedged") / len(kinds) == pytest.approx(0.15, abs=0.06)
    assert 0 < len(kinds) - kinds.count("bug") - kinds.count("hedged") < 0.12 * len(kinds)


def test_how_sure_they_sound_says_nothing_of_being_right(outage, play):
    scenario = outage(TOLD)
    sure: dict = {True: [], False: []}
    for seed in range(2):
        for answer in _theories(play, scenario, "cem", range(600 * seed, 600 * seed + 600)):
            if _kind(answer) != "hedged":
                sure[_kind(answer) == "bug"].append(answer.sure)
    assert len(sure[False]) > 15
    right, wrong = (sum(sure[each]) / len(sure[each]) for each in (True, False))
    assert right == pytest.approx(wrong, abs=0.1)


def test_the_stubborn_sound_surer_than_the_cautious(outage, play):
    scenario = outage(TOLD.replace("shop:\n", "shop:\n"))
    mean = {}
    for who in ("dee", "lou"):
        answers = list(_theories(play, scenario, who, range(60)))
        mean[who] = sum(answer.sure for answer in answers) / len(answers)
    assert mean["dee"] + 0.2 < mean["lou"]


@pytest.mark.parametrize(("who", "share"), [("lou", 0.7), ("bo", 0.15), ("max", 0.0)])
def test_who_has_seen_nothing_guesses_as_often_as_is_their_way(outage, play, who, share):
    scenario, guesses = outage(TOLD), 0
    for seed in range(200):
        it = play(scenario, who, seed=seed)
        it.say(Ask("theory", who))
        (answer,) = it.until("3m").facts(Answered)
        guesses += any(cause in answer.says for cause in ("bug", "leak", "storm"))
    assert guesses / 200 == pytest.approx(share, abs=0.09)


def test_the_same_person_says_the_same_until_they_have_seen_more(outage, play):
    scenario = outage(TOLD)
    for seed in range(30):
        it = play(scenario, "lou", seed=seed)
        it.say(Ask("theory", "lou"))
        it.say(Ask("theory", "lou"), at="3m")
        one, other = it.until("6m").facts(Answered)
        assert one.sure == other.sure
        assert [c in one.says for c in scenario.causes] == [c in other.says for c in scenario.causes]
        assert one.says != other.says
