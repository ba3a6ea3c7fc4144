"""What is wrong with a text that is no YAML, in our words.

The pure loader's reasons are the better ones, and the same with and without libyaml, so they come first;
libyaml's are known too, for what only it refuses. A reason that is not in the table is passed on as it is.
"""

import re

import yaml

from simulator.authoring.problem import Problem
from simulator.authoring.text.deeper import deeper
from simulator.authoring.text.unquoted import unquoted
from simulator.domain.origin import Origin
from simulator.domain.value import Value


class _Reason(Value):
    """A reason that the parser gives, and how we put it. `{0}` is what its pattern found.

    With `opening` the problem is told where the list, mapping or text began, not where reading stopped.
    """

    pattern: str
    message: str
    expected: str = ""
    hint: str = ""
    opening: bool = False


_QUOTE = "put the whole text in quotes"
_SIGNS = "an unquoted text cannot begin with '|', '>', '&' or '*'"
_OPEN = _Reason(r"expected ',' or '(.)'", "this is never closed", "'{0}' at its end", opening=True)
_SECOND = _Reason(
    r"mapping values are not allowed",
    "a second ': ' on this line, or a key where none can be",
    "one key a line, with its value after ': '",
    "put a text that holds ': ' in quotes",
)
_REASONS = (
    _Reason(
        r"character '\\t' that cannot start",
        "a tab stands where only spaces may",
        hint="indent with two spaces a level",
    ),
    _Reason(
        r"unexpected end of stream",
        "this quote is never closed",
        hint="put a text that begins with a quote in quotes of the other kind",
        opening=True,
    ),
    _Reason(r"character '(.)' that cannot start", "an unquoted text cannot begin with '{0}'", hint=_QUOTE),
    _SECOND,
    _Reason(r"sequence entries are not allowed", "a list cannot begin here", "'- ' on a line of its own"),
    _OPEN,
    _Reason(
        r"expected <block end>, but found '<block mapping start>'",
        "this line is indented like nothing above it",
        "the same indentation as its neighbours",
    ),
    _Reason(
        r"expected <block end>, but found '<scalar>'",
        "text goes on after its closing quote",
        hint="within single quotes write a quote twice: 'it''s'",
    ),
    _Reason(r"expected <block end>, but found '([\]}])'", "this '{0}' closes nothing"),
    _Reason(
        r"expected <block end>, but found",
        "keys and list items are mixed here",
        "either keys or '- ' items at one indentation",
    ),
    _Reason(r"expected the node content, but found '(.)'", "'{0}' stands where a value belongs", hint=_QUOTE),
    _Reason(r"expected the node content, but found '<stream end>'", "the file ends where a value belongs"),
    _Reason(
        r"expected the node content, but found '<",
        "this stands where a value belongs",
        "a value, or the end of the list or mapping",
    ),
    _Reason(r"expected chomping or indentation indicators", _SIGNS, hint=_QUOTE, opening=True),
    _Reason(r"expected a comment or a line break", _SIGNS, hint=_QUOTE, opening=True),
    _Reason(r"expected alphabetic or numeric character", _SIGNS, hint=_QUOTE, opening=True),
    _Reason(r"mapping keys are not allowed", "a '?' and a space cannot begin anything here", hint=_QUOTE),
    _Reason(
        r"expected '?<document start>",
        "this does not go on from what stands above it",
        "keys with values, all of them at one margin",
    ),
    _Reason(r"could not find expected ':'", "this line has no ':'", "a key and ': '", opening=True),
    _Reason(r"tab character", "a tab stands where only spaces may", hint="indent with two spaces a level"),
    _Reason(r"unexpected ':'", "this ':' means nothing here", "'key: value' with a space", _QUOTE),
    _Reason(r"character that cannot start", "an unquoted text cannot begin like this", hint=_QUOTE),
    _Reason(r"did not find expected node content", "a value is missing here", hint=_QUOTE),
    _Reason(
        r"did not find expected (?:key|'-' indicator)",
        "this fits nothing above it",
        "a key or an item, indented like its neighbours",
    ),
    _Reason(
        r"unknown escape character '(.)'",
        "'\\{0}' means nothing within double quotes",
        hint="use single quotes, or write the backslash twice",
    ),
)
_COLON = _Reason(
    "",
    "a second ': ' within one value",
    "a ',' before the next key",
    "put a text that holds ': ' in quotes",
)


def explain(error: yaml.MarkedYAMLError, file: str, source: str) -> Problem:
    """The problem that a YAML error in a source text is."""
    text = error.problem or error.context or "it cannot be read"
    for reason in _REASONS:
        if match := re.search(reason.pattern, text, re.DOTALL):
            if reason is _OPEN and (wrong := unquoted(error, source, file)):
                return wrong
            if reason is _SECOND and (wrong := deeper(error, source, file)):
                return wrong
            return _told(_COLON if _second_colon(error, text) else reason, match, error, file)
    return Problem(_place(error.problem_mark or error.context_mark, file), f"this is not YAML: {text}")


def _second_colon(error: yaml.MarkedYAMLError, text: str) -> bool:
    """Whether a `{key: text: more}` was left open only by its second colon."""
    opened, stopped = error.context_mark, error.problem_mark
    return bool(opened and stopped and opened.line == stopped.line and text.endswith("but got ':'"))


def _told(reason: _Reason, match: "re.Match[str]", error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = (error.context_mark if reason.opening else None) or error.problem_mark
    found = match.groups() or ("",)
    return Problem(
        _place(mark, file), reason.message.format(*found), reason.expected.format(*found), reason.hint
    )


def _place(mark: "yaml.Mark | None", file: str) -> Origin:
    return Origin(file, mark.line + 1, mark.column + 1) if mark else Origin(file, 1, 1)
