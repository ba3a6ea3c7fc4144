"""What an unquoted word is, by the core schema of YAML 1.2: `no`, `12:30` and `010` are no traps here."""

import math
import re

from simulator.authoring.text.node import Scalar

_NULL = re.compile(r"~|null|Null|NULL|")
_BOOL = re.compile(r"true|True|TRUE|false|False|FALSE")
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,15})")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,15}|[0-9]{1,15}(?:\.[0-9]{0,15})?)(?:[eE][-+]?[0-9]{1,3})?")


def scalar_of(word: str) -> Scalar:
    """The value of an unquoted word. Numbers too long or too large to be meant stay text."""
    if _NULL.fullmatch(word):
        return None
    if _BOOL.fullmatch(word):
        return word.lower() == "true"
    if _INT.fullmatch(word):
        return int(word)
    if _FLOAT.fullmatch(word) and not re.match(r"[-+]?0[0-9]", word) and math.isfinite(float(word)):
        return float(word)
    return word
