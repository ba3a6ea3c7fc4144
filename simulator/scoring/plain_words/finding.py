"""What the reading of a text found: the words, and what is wrong with them."""

from typing import Literal, TypeAlias

from simulator.domain.value import Value

Fault: TypeAlias = Literal["jargon", "inside name", "blame", "too many apologies"]


class Finding(Value):
    """Words of a text that its readers should not have to read."""

    fault: Fault
    words: str
