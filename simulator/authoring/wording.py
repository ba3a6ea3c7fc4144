"""Our words for what pydantic finds wrong with a shape. Its own change between versions; these do not."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeAlias

from pydantic_core import ErrorDetails

from simulator.authoring.finding import Finding
from simulator.authoring.near import did_you_mean, one_of
from simulator.authoring.outline import KEY, choices, fits, keys, required
from simulator.authoring.problem import Problem
from simulator.authoring.text.node import Node, quoted


def word(error: ErrorDetails, tree: Node, schema: Mapping[str, Any]) -> Problem:
    """The problem that an error of pydantic is."""
    finding = Finding(error, tree, schema)
    if finding.of_key:
        return _bad_key(finding)
    return _WORDS.get(error["type"], _other)(finding)


_Word: TypeAlias = Callable[[Finding], Problem]


def _bad_key(finding: Finding) -> Problem:
    name = str(finding.loc[-1])
    known = choices(finding.schema, (*finding.loc[:-1], KEY))
    message = f"unknown key {quoted(name)} in {finding.whose}" if known else f"{quoted(name)} cannot be a key"
    return finding.node.key_problem(message, one_of(known) or _key_rules(finding), did_you_mean(name, known))


def _key_rules(finding: Finding) -> str:
    return (
        "an id of small letters, digits and hyphens"
        if "a-z0-9" in str(finding.context.get("pattern"))
        else "a name of at most 60 characters without '/'"
    )


def _unknown_key(finding: Finding) -> Problem:
    name = str(finding.loc[-1])
    known = keys(finding.schema, finding.loc[:-1])
    message = f"unknown key {quoted(name)} in {finding.whose}"
    return finding.node.key_problem(message, one_of(known), _meant_key(name, known, finding))


def _meant_key(name: str, known: Collection[str], finding: Finding) -> str:
    """A key that is not there yet and is close to an unknown one, or the only one that is missing for it."""
    given = finding.tree.at(finding.loc[:-1]).names
    missing = [key for key in required(finding.schema, finding.loc[:-1]) if key not in given]
    strange = [key for key in given if key not in known]
    near = did_you_mean(name, [key for key in known if key not in given])
    alone = len(missing) == len(strange) == 1
    if alone and fits(finding.schema, (*finding.loc[:-1], missing[0]), finding.node.raw):
        return near if f"'{missing[0]}'" in near else f"did you mean '{missing[0]}', which is missing?"
    return near


def _missing(finding: Finding) -> Problem:
    name = str(finding.loc[-1])
    holder = finding.tree.at(finding.loc[:-1])
    return holder.key_problem(f"the key {quoted(name)} is missing in {finding.whose}", finding.about)


def _wrong_kind(wanted: str) -> _Word:
    def worded(finding: Finding) -> Problem:
        hint = f'put it in quotes: "{finding.node.raw}"' if wanted == "text" and finding.node.raw else ""
        message = f"{finding.node.found} where {wanted} belongs"
        return finding.node.problem(message, finding.about, hint)

    return worded


def _not_written(finding: Finding) -> Problem:
    form = finding.context["form"]
    meant = form.meant(finding.node.raw) if finding.node.raw else ""
    hint = f"did you mean '{meant}'?" if meant else ""
    return finding.node.problem(f"{finding.node.found} where {form.name} belongs", form.expected, hint)


def _no_choice(finding: Finding) -> Problem:
    known = finding.context.get("names") or choices(finding.schema, finding.loc)
    expected = one_of(known) + (f", or {finding.context['or']}" if "or" in finding.context else "")
    key = next((part for part in reversed(finding.loc) if isinstance(part, str)), "value")
    message = f"{finding.node.found} is not a value of {quoted(key)}"
    return finding.node.problem(message, expected, did_you_mean(finding.node.raw, known))


def _yes_or_no(finding: Finding) -> Problem:
    return finding.node.problem(f"{finding.node.found} where yes or no belongs", "yes or no")


def _whole(finding: Finding) -> Problem:
    return finding.node.key_problem(str(finding.context["found"]), str(finding.context["expected"]))


def _number(relation: str, bound: str) -> _Word:
    def worded(finding: Finding) -> Problem:
        limit = f"{finding.context[bound]:g}"
        return finding.node.problem(
            f"{finding.node.found} is too {relation}",
            f"{'at least' if relation == 'small' else 'at most'} {limit}: {finding.about}",
        )

    return worded


def _count(relation: str, bound: str) -> _Word:
    def worded(finding: Finding) -> Problem:
        number, limit = finding.context.get("actual_length"), finding.context[bound]
        key = next((part for part in reversed(finding.loc) if isinstance(part, str)), "list")
        message = f"{quoted(key)} has too {relation} entries: {number}"
        amount = "at least" if relation == "few" else "at most"
        return finding.node.key_problem(message, f"{amount} {limit}: {finding.about}")

    return worded


def _bad_id(finding: Finding) -> Problem:
    wanted = _key_rules(finding)
    return finding.node.problem(f"{finding.node.found} is no fit name", wanted)


def _length(message: str) -> _Word:
    def worded(finding: Finding) -> Problem:
        limit = finding.context.get("max_length")
        return finding.node.problem(message, f"at most {limit} characters" if limit else finding.about)

    return worded


def _other(finding: Finding) -> Problem:
    return finding.node.problem(
        f"{finding.node.found} does not belong here: {finding.error['msg']}", finding.about
    )


_MAPPING, _LIST, _WHOLE_NUMBER = (
    _wrong_kind("keys with values"),
    _wrong_kind("a list"),
    _wrong_kind("a whole number"),
)
_WORDS: Mapping[str, _Word] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "form": _not_written,
    "choice": _no_choice,
    "literal_error": _no_choice,
    "yes_or_no": _yes_or_no,
    "whole": _whole,
    "string_type": _wrong_kind("text"),
    "model_type": _MAPPING,
    "dict_type": _MAPPING,
    "tuple_type": _LIST,
    "int_type": _WHOLE_NUMBER,
    "float_type": _wrong_kind("a number"),
    "greater_than_equal": _number("small", "ge"),
    "less_than_equal": _number("large", "le"),
    "too_short": _count("few", "min_length"),
    "too_long": _count("many", "max_length"),
    "string_pattern_mismatch": _bad_id,
    "string_too_long": _length("this text is too long"),
    "string_too_short": _length("this text is empty"),
}
