"""Short texts that stand for values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.authoring import forms
from simulator.authoring.forms import CROSSING, NOTICE, OCCASION, SIGNS, Crossing, Occasion
from simulator.domain.organisation import Notice
from simulator.domain.scenario import Condition
from simulator.domain.severity import Sign


def when(*condition):
    return Occasion((Condition(*condition),))


@pytest.mark.parametrize(
    ("form", "text", "value"),
    [
        (forms.DURATION, "90s", 90),
        (forms.DURATION, "1h30m", 5400),
        (forms.DURATION, " 12m ", 720),
        (forms.PERCENT, "62.5%", 0.625),
        (forms.PERCENT, "100%", 1.0),
        (forms.LASTING, "60s", 60),
        (forms.SHED, "60%", 0.6),
        (forms.SHED, "-62.5%", -0.625),
        (forms.INNER, "92%", 0.92),
        (forms.LEVEL, "140%", 1.4),
        (forms.CHANGE, "+80%", 0.8),
        (forms.CHANGE, "-65%", -0.65),
        (forms.CHANGE, "+1200%", 12.0),
        (forms.FACTOR, "4x", 4.0),
        (forms.MOMENT, "Wed 21:40", 2 * 86400 + 21 * 3600 + 2400),
        (forms.OFFSET, "UTC-8", -8 * 3600),
        (forms.OFFSET, "UTC+5:30", 19800),
        (forms.TARGET, "db-shards/3", ("db-shards", 3)),
        (forms.TARGET, "the app", ("the app", None)),
        (forms.RELIEF, "60% for 6m", (0.6, 360)),
        (forms.RATE, "4.5 per 1000 an hour", 4.5),
        (CROSSING, "app errors > 5% for 3m", Crossing("app errors", "above", 0.05, "%", 180)),
        (CROSSING, "time above 4x for 90s", Crossing("time", "above", 4.0, "x", 90)),
        (CROSSING, "sign > in < 90% for 5m", Crossing("sign > in", "below", 0.9, "%", 300)),
        (OCCASION, "at 12m", when("time", "", 720)),
        (OCCASION, "no status page update for 20m", when("silence", "status page", 1200)),
        (OCCASION, "impact for 1h", when("impact", "", 3600)),
        (OCCASION, "5m after clear cache", when("change", "clear cache", 300)),
        (OCCASION, "0s after look after it", when("change", "look after it", 0)),
        (OCCASION, "declared", when("declared")),
        (OCCASION, "10m after declared", when("declared", "", 600)),
        (OCCASION, "mitigated", when("mitigated")),
        (OCCASION, "leadership told", when("told", "leadership")),
        (OCCASION, "3m after status page told", when("told", "status page", 180)),
        (OCCASION, "nobody in command for 10m", when("unled", "", 600)),
        (OCCASION, "while shed load in place for 45m", when("in place", "shed load", 2700)),
        (OCCASION, "5m after clear cache helped", when("helped", "clear cache", 300)),
        (OCCASION, "hazard replica is behind is real", when("real", "replica is behind")),
        (OCCASION, "severity changed", when("regraded")),
        (OCCASION, "10m after severity changed", when("regraded", "", 600)),
        (OCCASION, "5m after freeze and thaw", when("change", "freeze and thaw", 300)),
        (
            OCCASION,
            "5m after clear cache and impact for 10m unless status page told",
            Occasion(
                (Condition("change", "clear cache", 300), Condition("impact", "", 600)),
                (Condition("told", "status page"),),
            ),
        ),
        (
            OCCASION,
            "5m after fail over db and hazard all is late and lost is real",
            Occasion((Condition("change", "fail over db", 300), Condition("real", "all is late and lost"))),
        ),
        (
            OCCASION,
            "at 1h and freeze and thaw in place for 5m",
            Occasion((Condition("time", "", 3600), Condition("in place", "freeze and thaw", 300))),
        ),
        (SIGNS, "impact for 60m", (Sign("impact", "", 3600),)),
        (SIGNS, "at 12m", (Sign("time", "", 720),)),
        (SIGNS, "20% failing", (Sign("failing", "", 0, 0.2),)),
        (SIGNS, "2.5% failing for 5m", (Sign("failing", "", 300, 0.025),)),
        (SIGNS, "40 reports", (Sign("reports", amount=40),)),
        (SIGNS, "data loss known", (Sign("known", "data loss"),)),
        (SIGNS, "5m after data exposure known", (Sign("known", "data exposure", 300),)),
        (SIGNS, "clue 2 of what changed?", (Sign("clue", "what changed?", 0, 2),)),
        (SIGNS, "90s after clue 1 of db", (Sign("clue", "db", 90, 1),)),
        (SIGNS, "hazard replica is behind", (Sign("hazard", "replica is behind"),)),
        (SIGNS, "5m after hazard it is full", (Sign("hazard", "it is full", 300),)),
        (SIGNS, "alert app errors > 2%", (Sign("alert", "app errors > 2%"),)),
        (
            SIGNS,
            "5m after alert latency > 2s and at 9m",
            (Sign("alert", "latency > 2s", 300), Sign("time", "", 540)),
        ),
        (SIGNS, "5m after clear cache", (Sign("change", "clear cache", 300),)),
        (SIGNS, "shed load in place for 5m", (Sign("in place", "shed load", 300),)),
        (SIGNS, "10m after mitigated", (Sign("mitigated", "", 600),)),
        (SIGNS, "5m after freeze and thaw", (Sign("change", "freeze and thaw", 300),)),
        (SIGNS, "hazard cold and slow", (Sign("hazard", "cold and slow"),)),
        (SIGNS, "hazard a and b and at 5m", (Sign("hazard", "a and b"), Sign("time", "", 300))),
        (
            SIGNS,
            "impact for 90m and 10% failing for 5m and at 2h",
            (Sign("impact", "", 5400), Sign("failing", "", 300, 0.1), Sign("time", "", 7200)),
        ),
        (NOTICE, "within 4h of data loss", Notice(14400, "data loss")),
        (NOTICE, "within 1d of declaring", Notice(86400, "declaring")),
    ],
)
def test_reads(form, text, value):
    assert form.read(text) == value


@pytest.mark.parametrize(
    ("form", "text"),
    [
        (forms.DURATION, "12"),
        (forms.DURATION, ""),
        (forms.DURATION, "31d"),
        (forms.DURATION, "12m 5"),
        (forms.DURATION, "٣m"),
        (forms.LASTING, "59s"),
        (forms.LEVEL, "0%"),
        (forms.INNER, "100%"),
        (forms.INNER, "0.5%"),
        (forms.FACTOR, "0.5x"),
        (forms.PERCENT, "101%"),
        (forms.PERCENT, "-5%"),
        (forms.PERCENT, "5 %"),
        (forms.SHED, "-101%"),
        (forms.CHANGE, "80%"),
        (forms.CHANGE, "-101%"),
        (forms.FACTOR, "x4"),
        (forms.MOMENT, "Wed 25:00"),
        (forms.MOMENT, "21:40"),
        (forms.OFFSET, "UTC+15"),
        (forms.OFFSET, "Europe/Dublin"),
        (forms.TARGET, "db/0"),
        (forms.TARGET, "db/"),
        (forms.RELIEF, "0% for 6m"),
        (OCCASION, "declared and"),
        (OCCASION, "at 12m unless now"),
        (OCCASION, " and ".join(["declared"] * 7)),
        (NOTICE, "within 4h"),
        (NOTICE, "within 4h of rain"),
        (NOTICE, "within 30s of data loss"),
        (forms.RELIEF, "60% for ever"),
        *(
            (SIGNS, text)
            for text in (
                "",
                "declared",
                "leadership told",
                "no support update for 9m",
                "0% failing",
                "101% failing",
                "5% failing for ever",
                "0 reports",
                "rumour known",
                "soon after data loss known",
                "clue 0 of db",
                "clue of db",
                "soon after clue 1 of db",
                "soon after hazard x",
                "impact for 5m and",
                "at noon and at 5m",
                "at 5m and at noon",
                " and ".join(["at 5m"] * 5),
            )
        ),
        (forms.RATE, "4"),
        (CROSSING, "app errors > 5%"),
        (CROSSING, "> 5% for 3m"),
        (CROSSING, "app errors > 5 for 3m"),
        (OCCASION, "12m"),
        (OCCASION, "at noon"),
        (OCCASION, "after clear cache"),
    ],
)
def test_refuses(form, text):
    assert form.read(text) is None


@pytest.mark.parametrize(
    ("form", "text", "meant"),
    [
        (forms.DURATION, "15", "15m"),
        (forms.DURATION, "2 min", "2m"),
        (forms.DURATION, "1.5 hours", "1h30m"),
        (forms.DURATION, "90 sec.", "1m30s"),
        (forms.DURATION, "soon", ""),
        (forms.PERCENT, "0.4", "40%"),
        (forms.PERCENT, "40", "40%"),
        (forms.PERCENT, "+40 %", "40%"),
        (forms.PERCENT, "140%", ""),
        (forms.SHED, "-40", "-40%"),
        (forms.CHANGE, "80%", "+80%"),
        (forms.FACTOR, "4", "4x"),
        (forms.FACTOR, "450%", "4.5x"),
        (forms.FACTOR, "4 times", "4x"),
        (forms.MOMENT, "Wednesday 9:05", "Wed 09:05"),
        (forms.HOURS, "Monday-Friday 9:00-17:30", "Mon-Fri 09:00-17:30"),
        (forms.OFFSET, "-8", "UTC-8"),
        (forms.OFFSET, "GMT+01:00", "UTC+01:00"),
        (forms.RATE, "4/1000/h", "4 per 1000 an hour"),
    ],
)
def test_what_was_meant(form, text, meant):
    assert form.meant(text) == meant


ALL = [value for value in vars(forms).values() if isinstance(value, forms.Form)]


@given(st.text(max_size=30) | st.from_regex(r"[0-9 .:%x+/-]{0,12}(for|after|UTC|Wed|m)?[0-9%mhdsx ]{0,8}"))
def test_never_raises_and_means_only_what_it_can_read(text):
    for form in ALL:
        form.read(text)
        meant = form.meant(text)
        assert not meant or form.read(meant) is not None


@given(st.integers(0, 10_000), st.integers(0, 4))
def test_percentages_come_out_as_written(whole, places):
    text = f"{whole / 10**places:.{places}f}%"
    value = forms.LEVEL.read(text)
    assert value is None or f"{value * 100:.{places}f}%" == text


def test_a_form_shows_itself_by_example():
    import re

    for form in (forms.DURATION, forms.PERCENT, forms.LEVEL, forms.CHANGE, forms.FACTOR, forms.RATE):
        for example in re.split(r", | or ", form.such_as):
            assert form.read(example) is not None
            assert re.search(form.pattern, example)
