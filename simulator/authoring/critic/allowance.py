"""Allowances: where an author keeps what the critic would change, and says why.

    search errors: {of: search, shows: errors}     # allow: signal-unwatched because people look at it

The comment stands on the line of the finding, or alone on the line above it.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import accumulate

import yaml

from simulator.authoring.critic.rule import Rule
from simulator.authoring.near import did_you_mean
from simulator.authoring.problem import LINE_BREAK, Problem
from simulator.authoring.reading import in_order
from simulator.authoring.text.loader import FastLoader
from simulator.authoring.text.node import quoted
from simulator.domain.origin import Origin
from simulator.domain.value import Value

NAME = "allowance"
"""The rule by which allowances are judged themselves."""
FORM = "# allow: some-rule because of a reason"
_ANY = re.compile(r"(?:^|(?<=\s))#\s*allow\s*:\s*(?P<said>[^#]*)")
_SAID = re.compile(r"(?P<rule>[\w-]+)\s+because\s+(?P<why>\S.*)")


class Allowance(Value):
    """One comment: the rule it names (empty when it cannot be read), the reason, the line it speaks of."""

    origin: Origin
    width: int
    rule: str
    why: str
    line: int

    def problem(self, message: str, expected: str = "", hint: str = "") -> Problem:
        """A problem with this allowance."""
        return Problem(self.origin, message, expected, hint, width=self.width, rule=NAME)


def allowances(text: str, file: str) -> tuple[Allowance, ...]:
    """The allowances written in a file's comments."""
    if not _ANY.search(text):
        return ()
    inside = tuple(_quoted_spans(text))
    return tuple(_allowances(text, file, inside))


def _allowances(text: str, file: str, inside: Collection[tuple[int, int]]) -> Iterator[Allowance]:
    lines = LINE_BREAK.split(text)
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    for number, (line, start) in enumerate(zip(lines, starts, strict=False), 1):
        for match in _ANY.finditer(line):
            if not any(begin <= start + match.start() < end for begin, end in inside):
                alone = line.lstrip().startswith("#")
                yield _allowance(match, Origin(file, number, match.start() + 1), number + alone)


def _allowance(match: "re.Match[str]", origin: Origin, line: int) -> Allowance:
    said = _SAID.fullmatch(match["said"].strip())
    rule, why = (said["rule"], said["why"]) if said else ("", "")
    return Allowance(origin, len(match[0].rstrip()), rule, why, line)


def _quoted_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where texts stand in a file: a number sign within one begins no comment."""
    for token in yaml.scan(text, Loader=FastLoader):
        if isinstance(token, yaml.ScalarToken):
            yield token.start_mark.index, token.end_mark.index


def heeded(
    found: Iterable[Problem], given: Collection[Allowance], rules: Mapping[str, Rule]
) -> tuple[Problem, ...]:
    """The findings that no allowance covers, and what is wrong with the allowances, by place."""
    found = tuple(found)
    covers = {(each.rule, each.line) for each in given if _may(each, rules)}
    left = (problem for problem in found if (problem.rule, problem.origin.line) not in covers)
    met = {(problem.rule, problem.origin.line) for problem in found}
    return in_order(left, (told for each in given for told in _judged(each, rules, met)))


def _may(allowance: Allowance, rules: Mapping[str, Rule]) -> bool:
    return allowance.rule in rules and rules[allowance.rule].TASTE


def _judged(
    allowance: Allowance, rules: Mapping[str, Rule], met: Collection[tuple[str, int]]
) -> Iterator[Problem]:
    rule = allowance.rule
    if not rule:
        yield allowance.problem("this allowance cannot be read", f"{FORM!r}, with a reason")
    elif rule not in rules:
        yield allowance.problem(
            f"there is no rule {quoted(rule)}", "a rule of icsim check --rules", did_you_mean(rule, rules)
        )
    elif not rules[rule].TASTE:
        yield allowance.problem(f"{quoted(rule)} cannot be allowed: it is no matter of taste")
    elif (rule, allowance.line) not in met:
        yield allowance.problem(
            f"nothing on line {allowance.line} needs {quoted(rule)} to be allowed",
            hint="take the comment away",
        )
