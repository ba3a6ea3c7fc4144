"""The bad examples of the rules: changes to a small sound shelf, as their pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from simulator.authoring.critic import page
from simulator.authoring.critic.rule import Rule

SHELF = Path(__file__).parent / "shelf"
FILES = tuple(sorted(SHELF.rglob("*.yaml")))
AND_SO_ON = "..."
"""A line in an example that stands for many more like the last one."""
QUESTION = '  question {}?: [{{says: "Yes.", odds: {{crawler: 60%, always: 5%}}}}]'
MORE = {
    "too-much-happens": [f"      - {{at: {n}m, to: db/2, errors: 1%}}" for n in range(2, 102)],
    "much-to-weigh": [QUESTION.format(n) for n in range(3, 11)],
    "too-much-to-weigh": [QUESTION.format(n) for n in range(3, 24)],
    "needs-too-deep": [f"  s{n}: {{team: site, needs: [s{n + 1}]}}" for n in range(3, 50)]
    + ["  s50: {team: site}"],
}
"""What those lines are."""


@dataclass(frozen=True)
class Hunk:
    """Neighbouring lines, before and after."""

    old: str
    new: str


def hunks(rule: Rule) -> Iterator[Hunk]:
    """The changes of a rule's bad example; an empty line parts two of them."""
    for part in page(rule).bad.split("\n\n"):
        lines = [_line(rule, line) for line in part.splitlines()]
        old = [text for sign, texts in lines for text in texts if sign == "-"]
        new = [text for sign, texts in lines for text in texts if sign == "+"]
        yield _hunk(old, new)


def _line(rule: Rule, line: str) -> tuple[str, list[str]]:
    """Whether a line is taken out or put in, and the lines that it stands for."""
    sign, text = line[0], line[2:]
    assert sign in "+-", line
    return sign, MORE[rule.NAME] if text.strip() == AND_SO_ON else [text]


def _hunk(old: list[str], new: list[str]) -> Hunk:
    return Hunk("".join(f"{line}\n" for line in old), "".join(f"{line}\n" for line in new))


def spoil(shelf: Path, rule: Rule) -> None:
    """Change the files of a copy of the shelf as a rule's bad example says."""
    texts = {path: path.read_text("utf-8") for path in sorted(shelf.rglob("*.yaml"))}
    for hunk in hunks(rule):
        (found,) = [path for path, text in texts.items() if f"\n{hunk.old}" in text]
        assert texts[found].count(f"\n{hunk.old}") == 1, hunk.old
        texts[found] = texts[found].replace(f"\n{hunk.old}", f"\n{hunk.new}")
    for path, text in texts.items():
        path.write_text(text, "utf-8")
