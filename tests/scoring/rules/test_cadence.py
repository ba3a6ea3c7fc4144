"""Cadence: an audience that has heard keeps hearing, usefully."""

import pytest

from simulator.scoring.rules import cadence as rule

DECLARED = """
0:00:00 alert-fired alert="app errors" signal="app errors" pages=product
0:02:00 declared severity={severity} commander=you
"""


def posts(*sent, severity="P1", end="noted", over=None):
    """Updates to customers as (time, state[, scope]), and how it ended."""
    lines = [DECLARED.format(severity=severity)]
    for at, state, *scope in sent:
        lines.append(f'{at} posted audience="status page" state={state} scope="{", ".join(scope)}"')
    if over:
        lines.append(f"{over} {end}")
    return "\n".join(lines)


def of_customers(judge, text):
    return [mark for mark in judge(rule, text) if "ustomers" in mark.summary]


@pytest.mark.parametrize(("minutes", "earned"), [(5, 1), (30, 1), (37, 1), (56, 0.5), (75, 0), (110, 0)])
def test_thirty_minutes_in_a_p1_and_a_quarter_of_grace(judge, minutes, earned):
    second = f"{(5 + minutes) // 60}:{(5 + minutes) % 60:02}:00"
    (mark,) = of_customers(judge, posts(("0:05:00", "investigating"), (second, "identified")))
    assert mark.earned == pytest.approx(earned, abs=0.02)


@pytest.mark.parametrize(
    ("severity", "state", "allowed"),
    [
        ("P0", "investigating", 20),
        ("P1", "identified", 30),
        ("P1", "monitoring", 45),
        ("P2", "identified", 60),
    ],
)
def test_the_time_depends_on_severity_and_on_the_state_of_the_last_update(judge, severity, state, allowed):
    text = posts(("0:05:00", state), ("0:25:00", "monitoring", "search"), severity=severity)
    (mark,) = of_customers(judge, text)
    assert f"(allowed: {f'{allowed} min' if allowed < 60 else '1 h'})" in mark.summary


def test_a_stretch_counts_as_much_as_the_time_it_covers(judge):
    text = posts(("0:05:00", "investigating"), ("0:11:00", "identified"), ("1:11:00", "monitoring"))
    assert [mark.weight for mark in of_customers(judge, text)] == pytest.approx([0.2, 2.0])


def test_silence_until_the_end_counts(judge):
    (mark,) = of_customers(judge, posts(("0:05:00", "investigating"), over="1:30:00"))
    assert mark.earned == 0
    assert mark.summary == "Customers heard nothing for 1 h 25 min after 0:05:00 (allowed: 30 min)."


def test_nothing_is_owed_after_the_incident_was_closed(judge):
    assert not of_customers(judge, posts(("0:05:00", "investigating"), end="resolved", over="0:30:00"))


def test_nothing_is_owed_after_customers_were_told_it_is_resolved(judge):
    assert not of_customers(judge, posts(("0:05:00", "resolved"), over="2:00:00"))


def test_never_hearing_at_all_is_every_update_missing(judge):
    """First due at 12, then every 30."""
    (mark,) = of_customers(judge, posts(over="1:12:00"))
    assert (mark.earned, mark.weight) == (0, pytest.approx(2))


def test_a_repeat_within_minutes_is_a_nuisance_and_ends_no_silence(judge):
    text = posts(
        ("0:05:00", "investigating"),
        ("0:06:00", "investigating"),
        ("0:07:00", "investigating"),
        over="1:25:00",
    )
    marks = of_customers(judge, text)
    assert [(mark.earned, mark.weight) for mark in marks] == [
        (0, pytest.approx(2.67, abs=0.01)),
        (0, 0.75),
        (0, 3),
    ]
    assert marks[1].summary == "The update to customers at 0:06:00 said nothing new 60 s after the last."


def test_a_repeat_after_a_while_is_a_sign_of_life(judge):
    text = posts(("0:05:00", "investigating"), ("0:30:00", "investigating", "search"), over="0:40:00")
    assert [mark.earned for mark in of_customers(judge, text)] == [1]
    text = posts(("0:05:00", "investigating"), ("0:30:00", "investigating"), over="0:40:00")
    assert [mark.earned for mark in of_customers(judge, text)] == [1]


def test_that_there_is_no_news_may_be_said_once(judge):
    """The third empty update in a row ends no silence: the stretch after the second goes on to the end."""
    times = [("0:05:00", "investigating"), ("0:30:00", "investigating"), ("0:55:00", "investigating")]
    marks = of_customers(judge, posts(*times, over="1:45:00"))
    assert [mark.earned for mark in marks] == [1, 0]
    assert marks[1].summary == (
        "Customers heard nothing new for 1 h 15 min after 0:30:00 (allowed: 30 min); "
        "the update at 0:55:00 had nothing new in it."
    )
    assert marks[1].evidence == (4, 5)


def test_updates_with_nothing_new_are_not_said_to_have_been_none(judge):
    times = [(f"0:{minute:02}:00", "investigating") for minute in (5, 20, 35, 50)]
    marks = of_customers(judge, posts(*times, ("1:10:00", "identified")))
    assert marks[-1].summary == (
        "Customers heard something new at 1:10:00, after 50 min (allowed: 30 min); "
        "the updates at 0:35:00 and 0:50:00 had nothing new in them."
    )
    many = [*times, ("1:10:00", "investigating"), ("1:30:00", "investigating")]
    assert of_customers(judge, posts(*many, over="2:00:00"))[-1].summary.endswith(
        "; the updates from 0:35:00 to 1:30:00, 4 of them, had nothing new in them."
    )
    told = of_customers(judge, posts(*times[:2], ("0:55:00", "investigating", "search"), over="1:20:00"))
    assert [mark.earned for mark in told] == [1, 1]


def test_news_within_minutes_is_welcome(judge):
    text = posts(
        ("0:05:00", "investigating"), ("0:06:00", "investigating", "search"), ("0:08:00", "identified")
    )
    assert [mark.earned for mark in of_customers(judge, text)] == [1, 1]


PLAIN = "About one message in five fails to send. Opening the inbox and receiving messages work."


def test_news_in_plain_words_is_news_though_no_field_changed(judge):
    """As it is for the audience: who reads what works, and how much fails, has read something new."""
    post = '0:{}:00 posted audience="status page" state=investigating scope="send a message" text="{}"\n'
    first = DECLARED.format(severity="P1") + post.format("05", "Some customers cannot send messages.")
    assert [mark.earned for mark in of_customers(judge, first + post.format("12", PLAIN))] == [1]
    again = first + post.format("12", PLAIN) + post.format("14", PLAIN.replace("About", "Still"))
    assert of_customers(judge, again)[-1].summary == (
        "The update to customers at 0:14:00 said nothing new 2 min after the last."
    )
    stock = of_customers(
        judge, first + post.format("12", "Our teams are still actively working on the issue.")
    )
    assert [mark.earned for mark in stock] == [0]


def test_a_promised_repeat_is_no_nuisance_but_the_next_is(judge):
    update = '0:{}:00 posted audience="status page" state=investigating next_in=5m\n'
    text = DECLARED.format(severity="P1") + update.format("05") + update.format("10") + update.format("12")
    assert [mark.at for mark in of_customers(judge, text)] == [12 * 60]


def test_promising_a_repeat_every_minute_is_spam(judge):
    update = '0:{:02}:00 posted audience="status page" state=investigating next_in=1m\n'
    text = DECLARED.format(severity="P1") + "".join(update.format(minute) for minute in range(5, 15))
    assert sum(mark.earned == 0 for mark in of_customers(judge, text)) == 8


def test_a_rise_in_severity_brings_the_next_update_nearer(judge):
    """From 10 on a P0 allows 20: due at 30 rather than 35."""
    rise = posts(("0:05:00", "investigating")) + "\n0:10:00 severity-changed before=P1 severity=P0\n"
    (mark,) = of_customers(judge, rise + '0:36:00 posted audience="status page" state=identified')
    assert "(allowed: 25 min; up to 31 min is tolerated)" in mark.summary


def test_a_fall_in_severity_gives_the_longer_time(judge):
    fall = posts(("0:05:00", "investigating")) + "\n0:10:00 severity-changed before=P1 severity=P2\n"
    (mark,) = of_customers(judge, fall + '1:05:00 posted audience="status page" state=identified')
    assert mark.earned == 1


def test_each_audience_is_judged_by_itself(judge):
    text = (
        DECLARED.format(severity="P1")
        + '0:05:00 posted audience="status page"\n0:05:00 posted audience=leadership\n'
        + '0:30:00 posted audience="status page" state=identified\n2:00:00 noted'
    )
    worst = min(judge(rule, text), key=lambda mark: (mark.earned, mark.at))
    assert worst.earned == 0
    assert {mark.summary.split()[0] for mark in judge(rule, text)} == {
        "Customers",
        "Leadership",
        "Support",
        "Sales",
    }


def test_who_hears_only_when_it_is_over_heard_nothing_until_then(judge):
    """No more is earned than by silence, but it is not said that nothing ever came."""
    text = posts(over="1:12:00", end="resolved") + '\n1:15:00 posted audience="status page" state=resolved'
    (mark,) = of_customers(judge, text + "\n1:30:00 noted")
    assert mark.earned == 0
    assert mark.summary == (
        "Customers heard nothing until 1:15:00, when it was over; updates were owed from 0:12:00 on."
    )


@pytest.mark.parametrize(
    ("minutes", "allowed"),
    [(30, "allowed: 30 min"), (35, "allowed: 30 min; up to 38 min is tolerated"), (50, "allowed: 30 min")],
)
def test_where_the_grace_is_used_it_is_told(judge, minutes, allowed):
    text = posts(("0:05:00", "investigating"), (f"0:{5 + minutes}:00", "identified"))
    (mark,) = of_customers(judge, text)
    assert f"({allowed})" in mark.summary
