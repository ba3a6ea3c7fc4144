"""Whatever is done to a file, reading it never raises, and every problem has its place in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.authoring import kind_of, render
from simulator.authoring.problem import LINE_BREAK

SCRAPS = [
    "", " ", "\n", "\n  ", "\t", ":", ": ", "- ", "{", "}", "[", "]", ",", "'", '"', "#", "&a ", "*a", "!x ",
    "|", ">", "? ", "%", "@", "\0", "\x1b", "\u2028", "\ud800", "é", "always", "null", "12:30", "no",
    "9" * 40, "-1", "40%", "5m", "4x", "x: y", "[[]]", "{a: {b: c}}", "---\n", "...\n", "<<: *a",
]  # fmt: skip

edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(SCRAPS)), min_size=1, max_size=4
)


def edited(text: str, changes: list[tuple[float, int, str]]) -> str:
    for where, cut, scrap in changes:
        begin = int(where * len(text))
        text = text[:begin] + scrap + text[begin + cut :]
    return text


def must_be_located(reading, text: str) -> None:
    assert (reading.value is None) == bool(reading.problems)
    lines = LINE_BREAK.split(text)
    for problem in reading.problems:
        assert 1 <= problem.origin.line <= len(lines)
        assert 1 <= problem.origin.column <= len(lines[problem.origin.line - 1]) + 1
        assert problem.message
        assert render(problem, text)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["organisation", "doctrine", "scenario"]), edits)
def test_edited_files(read, texts, kind, changes):
    text = edited(texts[kind], changes)
    must_be_located(read(kind, text), text)


def test_a_line_may_end_with_a_sign_that_only_yaml_takes_for_a_line_break(read):
    text = "\u2028scenario: x\ninjects:\n  - {says: one [[]]two}\n"
    must_be_located(read("scenario", text), text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(["organisation", "doctrine", "scenario"]), st.randoms(use_true_random=False))
def test_lines_in_another_order(read, texts, kind, chance):
    lines = texts[kind].splitlines(keepends=True)
    for _ in range(chance.randint(1, 4)):
        lines.insert(chance.randrange(len(lines)), lines.pop(chance.randrange(len(lines))))
    must_be_located(read(kind, "".join(lines)), "".join(lines))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["organisation", "doctrine", "scenario"]), st.text(max_size=200))
def test_any_text(read, kind, text):
    must_be_located(read(kind, text), text)
    kind_of(text, "x.yaml")
