"""Hostile files are answered quickly, with a place."""

import time

import pytest

from simulator.authoring.text.bounds import LONGEST, MOST_VALUES

QUICK = 10.0


def bomb(width: int, height: int) -> str:
    lines = [f"a0: &a0 [{', '.join(['x'] * width)}]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]" for n in range(1, height)]
    return "\n".join(lines)


HOSTILE = {
    "deep list": "[" * 100_000,
    "deep mapping": "{a: " * 50_000,
    "deep dashes": "- " * 100_000,
    "deep keys": "? " * 100_000,
    "alias bomb": bomb(9, 9),
    "tall aliases": "\n".join(["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 300))]),
    "alias in itself": "a: &a [*a]",
    "long": "#" * (LONGEST + 1),
    "wide": "a: [" + "x, " * (MOST_VALUES + 1) + "]",
    "unknown names": "services:\n" + "".join(f"  s{n}: {{needs: [t{n}]}}\n" for n in range(4000)),
    "many causes": "causes:\n"
    + "".join(f"  c{n}: {{}}\n" for n in range(5000))
    + "clues:\n  db:\n"
    + "    - {odds: {always: 90%}}\n" * 1500,
    "endless number": "difficulty: " + "9" * 100_000,
    "endless duration": "length: " + "9" * 100_000 + "m",
    "endless condition": "injects: [{when: '" + "no " + "x update for " * 20_000 + "'}]",
    "endless crossing": "alerts: [{when: '" + "a > 5% for " * 20_000 + "'}]",
    "empty values": "a:\n" * 1 + "".join(f"b{n}:\n" for n in range(9000)),
    "surrogate": "title: \ud800",
    "zero": "title: \0",
    "escapes": 'title: "\\0\\e\\u202e"',
    "key with line break": '"a\\nb": 1\nservices: {"c\\nd": {team: "e\\nf"}}',
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("kind", ["organisation", "doctrine", "scenario"])
def test_a_hostile_file(kind, text, read):
    begun = time.perf_counter()
    reading = read(kind, text)
    assert time.perf_counter() - begun < QUICK
    assert reading.value is None
    assert reading.problems
    lines = text.count("\n") + 1
    assert all(1 <= problem.origin.line <= lines + 1 for problem in reading.problems)


def test_a_big_file_of_the_honest_kind(texts, read):
    services = "".join(f"  s{n}: {{team: data, needs: [db], capacity: 150%}}\n" for n in range(400))
    text = texts["organisation"].replace("  pay:", services + "  pay:", 1)
    reading = read("organisation", text)
    assert reading.value is not None
    assert len(reading.value.services) == 404
