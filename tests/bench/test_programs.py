"""What is said of how long people wait."""

from simulator.bench import programs


def test_the_check_of_an_outage_is_told_with_its_length(monkeypatch):
    monkeypatch.setattr(programs, "ROUNDS", 1)
    figure = next(programs._checks())
    assert figure.name == "check of an outage"
    assert figure.how == "no-search.yaml, 158 lines, organisation and doctrine read anew, median of 1"
    assert (figure.bar, figure.held) == ("under 0.3 s", figure.value < 0.3)
    assert figure.value > 0
